"""Inhalte: the content packs, read, searched, checked, switched, exchanged and compared."""

from advisor_app.ui.pages.contents.page import ContentsPage

__all__ = ["ContentsPage"]
