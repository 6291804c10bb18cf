"""Blank minutes, step by step."""

from __future__ import annotations

from dataclasses import replace

from advisor_app.documents.blocks import Document, Heading, KeepTogether, Paragraph, Table
from advisor_app.documents.kinds import find_kind
from advisor_app.documents.paper_blocks import WritingLines
from advisor_app.domain.agenda import AgendaDay, AgendaStep, StepKind
from advisor_app.domain.words import Words
from tests.documents.reading import squeezed, story
from tests.documents.samples import given, small_case


def build(*steps: AgendaStep) -> Document:
    day = AgendaDay(id="d", module="M4", title="Tag 1", number=1, template="m4-tag1", steps=steps)
    return find_kind("minutes-form").make(given(replace(small_case(), agenda={"d": day})))


def step(name: str, **parts: object) -> AgendaStep:
    made = AgendaStep(id=name, title=name, minutes=30, minimum_minutes=10, note=Words("geheim"))
    return replace(made, **parts)  # type: ignore[arg-type]  # parts of what is replaced


def kept(document: Document) -> list[KeepTogether]:
    return [block for block in document.blocks if isinstance(block, KeepTogether)]


def test_every_step_that_is_worked_on_has_lines_below_its_time() -> None:
    document = build(
        step("Beginn"),
        step("Pause", kind=StepKind.BREAK),
        step("Ende", template_step="abschluss"),
        step("Weg", skipped=True),
    )
    steps = [block.blocks for block in kept(document) if isinstance(block.blocks[-1], WritingLines)]
    titles = [blocks[0].text for blocks in steps if isinstance(blocks[0], Heading)]
    assert [title.split() for title in titles] == [["09:00", "Beginn"], ["10:00", "Ende"]]
    notes = [block.text for block in steps[1] if isinstance(block, Paragraph)]
    assert notes == ["Soll vorliegen: Ein Ergebnis."]


def test_decisions_tasks_and_open_points_have_a_table_each() -> None:
    tables = [block for item in kept(build()) for block in item.blocks if isinstance(block, Table)]
    assert [[column.title for column in table.columns] for table in tables] == [
        ["Nr.", "Beschluss", "Abweichende Meinung"],
        ["Nr.", "Was", "Wer (Rolle)", "Bis wann"],
        ["Nr.", "Punkt", "Klärt (Rolle)"],
    ]
    assert all(table.to_write_on for table in tables)


def test_no_note_of_the_adviser_is_printed() -> None:
    assert "geheim" not in "".join(story(build(step("Beginn")), aloud=True))
    assert squeezed("keine Namen") in "".join(story(build(), aloud=True))
