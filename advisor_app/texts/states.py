"""The words for how far something has come, who pays for it and who may read it.

What is stored and exchanged stays the German value in every language, so that files fit together.
"""

from __future__ import annotations

from advisor_app.domain.booking import BookingState, Financing
from advisor_app.domain.plan import GrantState, MeasureState
from advisor_app.domain.use_case import Roadmap
from advisor_app.domain.words import Audience
from advisor_app.texts import Texts


def state_word(state: BookingState | Financing | MeasureState | GrantState | Roadmap | Audience, texts: Texts) -> str:
    """The word for a state, as it stands within a sentence."""
    return texts(f"states.{state.value}")
