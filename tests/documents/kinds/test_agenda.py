"""What participants read of a workshop day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from advisor_app.documents.blocks import Document, Row, Run, Table
from advisor_app.documents.kinds import find_kind
from advisor_app.domain.agenda import AgendaDay, AgendaStep
from advisor_app.domain.case import Case, SectionKey
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.words import Audience, Words
from tests.documents.reading import squeezed, story
from tests.documents.samples import given, small_case
from tests.example_case import example_case

AGENDA = find_kind("agenda")


def build(case: Case, item: str = "") -> Document:
    return AGENDA.make(given(case, item=item))


def rows(document: Document) -> tuple[Row, ...]:
    return next(block for block in document.blocks if isinstance(block, Table)).rows


def with_day(**parts: object) -> Case:
    case = example_case()
    day = replace(case.agenda["day-1"], **parts)  # type: ignore[arg-type]  # parts of what is replaced
    return replace(case, agenda={"day-1": day})


def said(document: Document) -> str:
    return "".join(story(document, aloud=True))


def test_steps_follow_one_another_from_the_start_on() -> None:
    assert [row.cells[0] for row in rows(build(example_case()))] == ["09:00–09:20", ((Run("09:20–09:35", quiet=True),))]
    later = rows(build(with_day(start=time(13, 30))))
    assert later[0].cells[0] == "13:30–13:50"


def test_the_head_covers_all_that_is_planned() -> None:
    assert squeezed("09:00–15:30 Uhr") in said(build(with_day(ends=time(15, 30))))
    assert squeezed("09:00–09:35 Uhr") in said(build(with_day(ends=time(9, 10)))), "it runs longer than was agreed"


def test_the_head_names_the_modules_that_steps_come_from() -> None:
    first, pause = example_case().agenda["day-1"].steps
    text = said(build(with_day(steps=(replace(first, module="M1"), pause, replace(first, id="x", module="M1")))))
    assert text.count(squeezed("1 OZG-Grundlagen")) == 1
    left_out = said(build(with_day(steps=(replace(first, module="M1", skipped=True), pause))))
    assert squeezed("1 OZG-Grundlagen") not in left_out


def test_a_step_says_what_it_is_for_and_how_the_group_works() -> None:
    text = said(build(example_case()))
    assert squeezed("Auftakt") in text
    assert squeezed("Ein Ziel.") in text
    assert squeezed("Runde") in text


def test_what_is_meant_for_the_adviser_is_not_handed_out() -> None:
    step = AgendaStep(id="s", title="Auftakt", minutes=20, minimum_minutes=10, note=Words("Herr X fehlt."))
    text = said(build(with_day(steps=(replace(step, template_step="auftakt"),))))
    for words in ("Begrüßen Sie.", "Ein Punkt", "Herr X fehlt.", "Die Ziele bleiben unausgesprochen."):
        assert squeezed(words) not in text


def test_steps_that_are_left_out_are_not_announced_and_take_no_time() -> None:
    first, pause = example_case().agenda["day-1"].steps
    document = build(with_day(steps=(replace(first, skipped=True), pause)))
    (row,) = rows(document)
    assert "Auftakt" not in said(document)
    assert squeezed("09:00–09:15") in said(document)
    assert row.cells[2] == ""


def test_a_step_of_a_template_that_is_gone_keeps_its_title() -> None:
    first, pause = example_case().agenda["day-1"].steps
    text = said(build(with_day(template="gone", steps=(replace(first, template_step="gone"), pause))))
    assert "Auftakt" in text
    assert squeezed("Ein Ziel.") not in text


def test_days_are_offered_by_date_and_chosen() -> None:
    case = example_case()
    second = AgendaDay(id="day-2", module="M4", title="Tag 2", number=2, on=date(2026, 9, 7))
    undated = AgendaDay(id="day-0", module="M1", title="Tag 1", number=1)
    days = {item.id: item for item in (undated, *case.agenda.values(), second)}
    both = replace(case, agenda=days)
    assert AGENDA.items is not None
    assert [item.id for item in AGENDA.items(given(both))] == ["day-0", "day-2", "day-1"]
    assert build(both, "day-2").subject == "Tag 2"
    with pytest.raises(AdvisorError) as caught:
        build(both, "day-9")
    assert caught.value.problem is Problem.UNKNOWN_DOCUMENT_ITEM


def test_a_case_without_days_says_so() -> None:
    with pytest.raises(AdvisorError) as caught:
        build(replace(small_case(), agenda={}))
    assert caught.value.problem is Problem.NO_DAY


def test_words_of_welcome_can_be_written() -> None:
    key = SectionKey("agenda", "day-1", "welcome")
    case = replace(example_case(), sections={key: Words("Kaffee ab 8:30 Uhr.", Audience.REPORT)})
    assert squeezed("Kaffee ab 8:30 Uhr.") in said(build(case))
    assert squeezed("An diesem Tag arbeiten wir an Ihrem Haus") in said(build(example_case()))


def test_a_day_without_steps_has_no_empty_table() -> None:
    document = build(with_day(steps=()))
    assert not any(isinstance(block, Table) for block in document.blocks)
    assert squeezed("Der Tag hat noch keine Schritte.") in said(document)


def test_a_step_that_came_from_another_day_keeps_what_the_packs_say_of_it() -> None:
    assert squeezed("Ein Ziel.") in said(build(with_day(template="gone")))


def test_groups_are_named_at_their_times_and_the_day_ends_when_it_was_agreed() -> None:
    first, pause = example_case().agenda["day-1"].steps
    both = (replace(first, group="Nord"), replace(first, id="s1b", title="Rundgang", group="Süd"), pause)
    text = said(build(with_day(steps=both, ends=time(10, 30))))
    for words in ("09:00–10:30 Uhr", "09:00–09:20 Nord: Auftakt", "09:00–09:20 Süd: Rundgang", "09:20–09:35 Pause"):
        assert squeezed(words) in text, words
