"""Free text; it does not score."""
