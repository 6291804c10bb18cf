"""Files that come in from elsewhere and go out to others."""
