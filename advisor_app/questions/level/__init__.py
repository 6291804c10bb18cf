"""Levels 0 to 4 with an observable anchor each."""
