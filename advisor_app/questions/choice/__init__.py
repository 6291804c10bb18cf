"""One out of several choices; it does not score."""
