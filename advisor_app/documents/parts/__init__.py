"""Passages that several documents share: pure functions from a case to blocks."""
