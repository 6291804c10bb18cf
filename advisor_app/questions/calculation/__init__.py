"""A figure calculated from other answers."""
