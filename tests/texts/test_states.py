"""Every state has its word in both languages."""

from __future__ import annotations

from enum import Enum

import pytest

from advisor_app.domain.booking import BookingState, Financing
from advisor_app.domain.plan import GrantState, MeasureState
from advisor_app.domain.use_case import Roadmap
from advisor_app.domain.words import Audience
from advisor_app.texts import load_texts
from advisor_app.texts.states import state_word

STATES = [state for kind in (BookingState, Financing, MeasureState, GrantState, Roadmap, Audience) for state in kind]


def label(state: Enum) -> str:
    return f"{type(state).__name__}-{state.name}"


@pytest.mark.parametrize("state", STATES, ids=label)
def test_the_german_word_is_the_stored_value(
    state: BookingState | Financing | MeasureState | GrantState | Roadmap | Audience,
) -> None:
    assert state_word(state, load_texts("de")) == state.value


@pytest.mark.parametrize("state", STATES, ids=label)
def test_there_is_an_english_word(
    state: BookingState | Financing | MeasureState | GrantState | Roadmap | Audience,
) -> None:
    assert state_word(state, load_texts("en")).strip()
