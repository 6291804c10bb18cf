"""Use cases: what the window, the commands and the tests do, in one place."""
