"""Printing through a real print server."""
