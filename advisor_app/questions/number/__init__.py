"""Figures with a unit; they do not score."""
