"""Minutes, photo minutes and the task list of a day: everything that is released, nothing that is not, no retyping."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from advisor_app.documents.blocks import Callout, Document, KeepTogether, Paragraph, Table, inside
from advisor_app.documents.kinds import find_kind
from advisor_app.documents.paper_blocks import Picture
from advisor_app.domain.case import Case
from advisor_app.domain.minutes import EntryKind
from advisor_app.domain.words import Audience, Words
from tests.documents.reading import squeezed, story
from tests.documents.samples import full_case, given, small_case

KINDS = ("minutes", "photo-minutes", "task-list")


def made(kind: str, case: Case) -> Document:
    return find_kind(kind).make(given(case, item=next(iter(case.agenda))))


def said(kind: str, case: Case) -> str:
    return "".join(story(made(kind, case), aloud=True))


def with_entry(case: Case, name: str, **values: object) -> Case:
    entry = replace(case.minutes[name], **values)  # type: ignore[arg-type]  # fields of an entry
    return replace(case, minutes={**case.minutes, name: entry})


def test_every_released_entry_stands_in_the_minutes_with_who_and_until() -> None:
    case, text = full_case(), said("minutes", full_case())
    for entry in case.minutes.values():
        assert (squeezed(entry.words.text) in text) is (entry.words.audience is not Audience.INTERNAL), entry
    for words in ("Bauhof", "30.09.2026", "Gemeindevorstand", "09:02–09:24", "entfallen", "Miriam Feldmann"):
        assert squeezed(words) in text


def test_what_is_internal_is_in_none_of_them() -> None:
    case = full_case()
    secret = Words("Streng vertrauliches Wort", Audience.INTERNAL)
    for name in case.minutes:
        case = with_entry(case, name, words=secret, who="Geheime Stelle")
    photos = {name: replace(photo, caption=secret) for name, photo in case.evidence.items()}
    case = replace(case, evidence=photos)
    for kind in KINDS:
        text = said(kind, case)
        assert squeezed("Streng vertrauliches") not in text
        assert squeezed("Geheime Stelle") not in text


def test_roles_are_called_as_in_this_house() -> None:
    (table, *_rest) = [block for block in made("minutes", full_case()).blocks if isinstance(block, Table)]
    assert table.rows[0].cells[2] == "Leitung der Verwaltung, Hauptamt"


def test_tasks_stand_on_the_list_by_their_day_and_what_is_done_comes_last() -> None:
    case = with_entry(full_case(), "m11", done=True)
    (tasks, _points) = [block for block in made("task-list", case).blocks if isinstance(block, Table)]
    assert [row.cells[3] for row in tasks.rows][:3] == ["16.10.2026", "30.10.2026", "01.09.2027"]
    assert tasks.rows[-1].cells[0] == "A2"


def test_a_task_that_became_a_measure_names_it() -> None:
    case = with_entry(full_case(), "m11", measure="U2")
    assert squeezed("Maßnahme U2 im Umsetzungsplan") in said("minutes", case)
    gone = with_entry(full_case(), "m11", measure="U99")
    assert squeezed("U99") not in said("minutes", gone)


def test_photos_stand_with_their_captions_and_a_lost_one_is_told() -> None:
    case = full_case()
    pictures = [block for block in _flat(made("photo-minutes", case)) if isinstance(block, Picture)]
    assert [picture.caption for picture in pictures] == [
        "Foto 1: Phasen und wo wir stehen (10:02 Uhr)",
        "Foto 2: Wirkungsbereiche mit Punkten (11:02 Uhr)",
        "Foto 3: Alarmkette vom Pegel zum Bauhof (12:02 Uhr)",
    ]
    lost = replace(case, evidence={**case.evidence, "f2": replace(case.evidence["f2"], digest="0" * 64)})
    assert squeezed("lässt sich nicht mehr lesen") in said("photo-minutes", lost)


@pytest.mark.parametrize("kind", KINDS)
def test_papers_say_which_working_state_they_show_and_that_it_has_changed(kind: str) -> None:
    case = full_case()
    assert squeezed("1 vom 14.09.2026, 18:02 Uhr") in said(kind, case)
    assert not [block for block in made(kind, case).blocks if isinstance(block, Callout)]
    changed = with_entry(case, "m11", until=date(2026, 12, 1))
    (callout,) = [block for block in made(kind, changed).blocks if isinstance(block, Callout)]
    assert callout.paragraphs == ("Geändert seit Arbeitsstand 1 vom 14.09.2026, 18:02 Uhr.",)


@pytest.mark.parametrize("kind", KINDS)
def test_an_empty_day_says_so(kind: str) -> None:
    document = made(kind, small_case())
    assert any(isinstance(block, Paragraph) for block in document.blocks)


def test_every_kind_of_entry_is_tried() -> None:
    assert {entry.kind for entry in full_case().minutes.values()} == set(EntryKind)


def _flat(document: Document) -> list[object]:
    found: list[object] = []
    for block in document.blocks:
        found += inside(block) if isinstance(block, KeepTogether) else [block]
    return found
