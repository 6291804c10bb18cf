"""Tokens and codes: ours are known, everything else is not."""

from __future__ import annotations

import string

from hypothesis import given
from hypothesis import strategies as st

from advisor_app.exchange.phone_poll.tokens import DeviceTokens, new_join_code

TOKENS = DeviceTokens()
LETTERS = string.ascii_letters + string.digits + ".-_"


def test_each_token_is_another_device() -> None:
    devices = [TOKENS.device(TOKENS.new()) for _ in range(200)]
    assert None not in devices
    assert len(set(devices)) == 200


def test_a_token_of_another_poll_means_nothing() -> None:
    assert DeviceTokens().device(TOKENS.new()) is None


@given(st.text(max_size=80))
def test_what_somebody_made_up_is_no_token(token: str) -> None:
    assert TOKENS.device(token) is None


@given(st.integers(0, 56), st.sampled_from(LETTERS))
def test_a_token_with_another_letter_is_none(place: int, letter: str) -> None:
    token = TOKENS.new()
    changed = token[:place] + letter + token[place + 1 :]
    assert (TOKENS.device(changed) is None) == (changed != token)


def test_codes_can_be_typed_and_differ() -> None:
    codes = [new_join_code() for _ in range(200)]
    assert len(set(codes)) == 200
    assert all(len(code) == 6 and not set(code) & set("01ILOU") and code.isupper() | code.isdecimal() for code in codes)
