"""Starts the program in a bundle, as ``python -m advisor_app`` does elsewhere."""

import advisor_app.__main__  # noqa: F401  # it runs the program
