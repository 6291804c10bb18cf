"""Dokumente: what can be handed over, previewed and saved, with the texts the adviser writes for it."""

from advisor_app.ui.pages.documents.page import DocumentsPage

__all__ = ["DocumentsPage"]
