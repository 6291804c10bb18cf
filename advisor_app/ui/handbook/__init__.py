"""The handbook in a window of its own, so that it stays open beside the work that it explains."""
