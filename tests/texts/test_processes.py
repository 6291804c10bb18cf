"""Process sheets in words."""

from dataclasses import replace
from decimal import Decimal

import pytest

from advisor_app.charts.swim_lanes import LaneMark
from advisor_app.charts.swim_lanes.process import in_parts, process_lanes
from advisor_app.domain.process import Flow, sums_of
from advisor_app.domain.process_benefit import benefit_of
from advisor_app.texts import load_texts
from advisor_app.texts.processes import benefit_lines, days_words, minutes_words, missing_sentence, sums_sentence
from tests.example_process import dog_tax

GERMAN = load_texts("de")


def test_times() -> None:
    assert minutes_words(Decimal("2.5"), GERMAN) == "2,5 min"
    assert minutes_words(None, GERMAN) == ""
    assert [days_words(Decimal(number), GERMAN) for number in ("0", "1", "2", "0.5")] == [
        "",
        "1 Tag",
        "2 Tage",
        "0,5 Tage",
    ]


def test_sums() -> None:
    assert sums_sentence(sums_of(dog_tax().as_is), GERMAN) == "33 min, 4 Medienbrüche."
    assert sums_sentence(sums_of(dog_tax().to_be), GERMAN) == "11 min, 0 Medienbrüche."


def test_the_benefit_of_the_worked_example() -> None:
    sheet = dog_tax()
    benefit = benefit_of(sheet)
    assert benefit is not None
    shown = dict(benefit_lines(sheet, benefit, GERMAN))
    assert shown["Freie Zeit"] == "74,4 Stunden im Jahr"
    assert shown["Ersparnis im Jahr"] == "3.715,20\N{NO-BREAK SPACE}€"
    assert shown["Einmalige Kosten"] == "6.320\N{NO-BREAK SPACE}€"
    assert shown["Rechnet sich nach"] == "1,7 Jahre"
    assert missing_sentence(sheet, GERMAN) == ""


def test_what_is_open_is_named() -> None:
    sheet = replace(dog_tax(), cases_per_year=None, to_be=())
    assert missing_sentence(sheet, GERMAN) == "Für die Rechnung fehlen noch: Fälle im Jahr und der Soll-Ablauf."


def test_lanes_mark_what_changes() -> None:
    today, later = (process_lanes(dog_tax(), flow, GERMAN) for flow in Flow)
    assert today.lanes == ("Poststelle", "Steueramt", "Bürgerbüro")
    assert [step.mark for step in today.steps] == [LaneMark.DROPPED, *[LaneMark.NONE] * 5]
    assert [step.mark for step in later.steps].count(LaneMark.CHANGED) == 4
    assert later.steps[0].mark is LaneMark.NEW
    assert later.steps[4].mark is LaneMark.NONE


@pytest.mark.parametrize("most", [1, 4, 5, 6])
def test_a_long_flow_is_parted_and_loses_nothing(most: int) -> None:
    whole = process_lanes(dog_tax(), Flow.AS_IS, GERMAN)
    parts = in_parts(whole, most)
    assert tuple(step for part in parts for step in part.steps) == whole.steps
    assert [part.begins for part in parts] == [True, *[False] * (len(parts) - 1)]
    assert [part.ends for part in parts] == [*[False] * (len(parts) - 1), True]
    assert max(len(part.steps) for part in parts) <= most
