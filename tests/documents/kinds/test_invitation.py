"""What the invitation to a workshop day says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from advisor_app.documents.blocks import Annex
from advisor_app.documents.kinds import find_kind
from advisor_app.domain.agenda import AgendaDay
from advisor_app.domain.case import Case
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.words import Words
from tests.documents.reading import squeezed, story
from tests.documents.samples import full_case, given, small_case
from tests.example_case import example_case

INVITATION = find_kind("invitation")


def lines(case: Case, item: str = "day-1") -> list[str]:
    return list(story(INVITATION.make(given(case, item=item)), aloud=True))


def test_when_where_and_what_about() -> None:
    case = example_case()
    day = replace(case.agenda["day-1"], place="Rathaus, Saal 2")
    said = lines(replace(case, agenda={"day-1": day}))
    start = said.index("Wann")
    assert said[start : start + 6] == [
        "Wann", "Montag,14.09.2026,09:00–09:35Uhr", "Wo", "Rathaus,Saal2", "Thema", squeezed("4 Smart Region"),
    ]  # fmt: skip


def test_what_is_open_stands_in_brackets() -> None:
    said = lines(small_case())
    assert said[said.index("Wann") + 1] == "[Datum],[Uhrzeit]"
    assert said[said.index("Wo") + 1] == "[Ort]"
    assert squeezed("Den Ablauf senden wir Ihnen noch zu.") in said


def test_the_course_stands_on_a_sheet_of_its_own_without_what_is_left_out() -> None:
    case = example_case()
    day = case.agenda["day-1"]
    steps = (*day.steps, replace(day.steps[0], id="s3", title="Entfallenes", skipped=True))
    document = INVITATION.make(given(replace(case, agenda={"day-1": replace(day, steps=steps)}), item="day-1"))
    said = list(story(document, aloud=True))
    assert any(isinstance(block, Annex) for block in document.blocks)
    assert said[said.index("Programm") + 1 :] == ["09:00", "Auftakt", "09:20", "Pause"]
    assert not any(isinstance(block, Annex) for block in INVITATION.make(given(small_case())).blocks)


def test_a_pre_survey_is_mentioned_where_there_is_one() -> None:
    assert any("Vorab-Abfrage" in text for text in lines(full_case()))
    assert not any("Vorab-Abfrage" in text for text in lines(example_case()))


def test_every_day_has_an_invitation_with_a_name_of_its_own() -> None:
    case = example_case()
    more = {
        "d2": AgendaDay(id="d2", module="M4", title="Tag 2", number=2),
        "d1": AgendaDay(id="d1", module="M1", title="Modul 1", number=1, on=date(2026, 5, 5)),
    }
    assert INVITATION.items is not None
    assert [item.title for item in INVITATION.items(given(replace(case, agenda={**case.agenda, **more})))] == [
        "M1-1 Modul 1 (05.05.2026)",
        "M4-1 Modul 4, Tag 1 (14.09.2026)",
        "M4-2 Tag 2",
    ]


def test_notes_of_steps_and_the_room_stay_inside() -> None:
    case = full_case()
    day = case.agenda["day-1"]
    steps = tuple(replace(step, note=Words("geheim")) for step in day.steps)
    case = replace(case, agenda={"day-1": replace(day, steps=steps)}, head=replace(case.head, room="geheim"))
    assert not any("geheim" in text for text in lines(case))


def test_without_a_day_nobody_is_invited() -> None:
    with pytest.raises(AdvisorError) as caught:
        lines(replace(example_case(), agenda={}), "")
    assert caught.value.problem is Problem.NO_DAY
    with pytest.raises(AdvisorError) as caught:
        lines(example_case(), "d9")
    assert caught.value.problem is Problem.UNKNOWN_DOCUMENT_ITEM
