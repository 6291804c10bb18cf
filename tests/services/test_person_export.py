"""Information for a person: everything that is stored, in words that the person understands."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from advisor_app.domain.agenda import AgendaDay
from advisor_app.domain.attendance import HalfDay, Participant, Presence
from advisor_app.domain.case import Person
from advisor_app.domain.changes import AgendaDaySet, ParticipantSet
from advisor_app.services.person_export import as_value
from advisor_app.services.workspace import Workspace
from tests.services.conftest import OpenCase

PETRA = Person(id="p-petra", name="Petra Klein", phone="06441 99")


def test_presence_is_told_with_its_days(workspace: Workspace, open_case: OpenCase) -> None:
    session = open_case("M4")
    session.save_person(PETRA)
    first = next(iter(session.case.agenda.values()))
    dated = replace(first, on=date(2026, 10, 6), title="Tag 1")
    undated = AgendaDay(id="later", module="M4", title="Tag 2", number=2)
    session.apply(AgendaDaySet(first.id, first, dated), AgendaDaySet(undated.id, None, undated))
    present = tuple(Presence(day, half) for day in (dated.id, undated.id) for half in HalfDay)
    taking_part = Participant(id="t", person=PETRA.id, function="Kämmerin", office="Finanzen", present=present)
    session.apply(ParticipantSet("t", None, taking_part))
    export = workspace.person_export(session.case)
    stored = export.stored(session.case, PETRA)
    assert (
        "Teilnahme: Funktion: Kämmerin; Amt: Finanzen; anwesend: 06.10.2026, Vormittag und Nachmittag (Tag 1); "
        "anwesend: ohne Termin, Vormittag und Nachmittag (Tag 2)"
    ) in list(export.lines(stored))
    (value,) = as_value(stored)["participations"]
    assert value["present"][0] == {"day": dated.id, "on": "2026-10-06", "title": "Tag 1", "half": "morning"}
    assert value["present"][2]["on"] is None
