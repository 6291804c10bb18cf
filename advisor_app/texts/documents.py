"""How far a document is, in words."""

from __future__ import annotations

from advisor_app.domain.case_document import DocumentState
from advisor_app.texts import Texts
from advisor_app.texts.numbers import format_date


def document_state_words(state: DocumentState, texts: Texts) -> str:
    """How far a document is on its way out (Entwurf, zur Stellungnahme bis 20.11.2026)."""
    if state.comments_until is not None:
        return texts("documents.stage.comments-until", day=format_date(state.comments_until, texts.language))
    return texts(f"documents.stage.{state.stage.value}")
