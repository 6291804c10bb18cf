"""Beraterkoffer: a desktop program for advisers who help communes with digital change."""

__version__ = "0.1.0"
