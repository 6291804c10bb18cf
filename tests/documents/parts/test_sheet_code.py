"""Codes in the foot of sheets."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from advisor_app.documents.parts.sheet_code import sheet_code


@given(st.text(), st.text())
def test_a_code_is_short_and_holds_no_letter_that_could_be_a_figure(case: str, matter: str) -> None:
    assert re.fullmatch(r"M4-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}", sheet_code("M4", case, matter))


def test_equal_sheets_have_equal_codes_and_others_do_not() -> None:
    assert sheet_code("M4", "a", "m4 1.0.0") == sheet_code("M4", "a", "m4 1.0.0")
    assert len({sheet_code("M4", case, matter) for case in "ab" for matter in ("m4 1.0.0", "m4 1.1.0")}) == 4
