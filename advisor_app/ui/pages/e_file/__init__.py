"""E-Akte: what a house needs, how it files, how paper gets in, and which office begins when."""

from advisor_app.ui.pages.e_file.page import EFilePage

__all__ = ["EFilePage"]
