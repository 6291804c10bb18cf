"""Conditions in the words of authors."""

from typing import Any

import pytest
from hypothesis import given

from advisor_app.exchange.workbook.conditions import condition_text, read_condition_text
from advisor_app.exchange.workbook.problems import CellError
from tests.content.shapes.test_toml_writer import conditions


@given(conditions)
def test_what_is_written_is_understood(condition: dict[str, Any]) -> None:
    assert read_condition_text(condition_text(condition)) == condition


def test_authors_may_write_as_they_speak() -> None:
    assert read_condition_text("ALLE(Frage 4.5.1 von 1 bis 2,5;nicht (Kommunenart LK); eine ( Bereich WB2 ))") == {
        "all": [
            {"question": "4.5.1", "at_least": 1, "at_most": pytest.approx(2.5)},
            {"not": {"commune_kind": "LK"}},
            {"any": [{"area_chosen": "WB2"}]},
        ]
    }


@pytest.mark.parametrize(
    "text",
    [
        "",
        "4.5.1",
        "Frage",
        "Frage 4.5.1",
        "Frage 4.5.1 mindestens",
        "Frage 4.5.1 mindestens viel",
        "Frage 4.5.1 mindestens 1 und mehr",
        "alle ()",
        "alle (Bereich WB1",
        "alle Bereich WB1",
        "nicht (Bereich WB1; Bereich WB2)",
        "nicht (" * 5_000,
        "nicht (" * 13 + "Bereich WB1" + ")" * 13,
    ],
)
def test_others_are_refused(text: str) -> None:
    with pytest.raises(CellError) as caught:
        read_condition_text(text)
    assert caught.value.key == "condition"
