"""The sentence a user reads for a problem."""

from __future__ import annotations

from advisor_app.domain.errors import AdvisorError
from advisor_app.texts import Texts


def sentence(error: AdvisorError, texts: Texts) -> str:
    """What happened, what was kept and what to do, in one line."""
    defaults = {"file": "–", "line": "–", "reason": "–", "name": "–", "value": "–"}
    return texts(f"errors.{error.problem.value}", **{**defaults, **error.details})
