"""Checks of a finished PDF: what validators look for, what they overlook, and faults planted to see them found."""
