"""What history, case files and erasing know of a migration."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from advisor_app.domain.free_text import REDACTED
from advisor_app.domain.words import Words
from advisor_app.services.workspace import open_workspace
from tests.house_pack import NEW
from tests.profiles import make_recoverable
from tests.services.assessment_migrations.conftest import ANEW, ANSWERS, KEPT, Changed, decide, level
from tests.services.conftest import PREFERENCES, MondayClock
from tests.services.two_profiles import export, take_in


def test_the_history_tells_what_was_decided(changed: Changed) -> None:
    workspace, session, made = changed
    decide(workspace, session, made, KEPT, ANEW)
    entries = workspace.history.page(session.case).entries
    assert entries[0].title == "Umstellung der Erhebung Modul 4 · Workshop"
    told = [(field.label, field.before, field.after) for field in entries[0].fields]
    assert told == [("Geänderte Fragen", "", "H1.2: neu beantwortet")]
    workspace.assessment_migrations.finish(session, made)
    entry = next(item for item in workspace.history.page(session.case).entries if item.kind == "assessment-migration")
    assert entry.why == "Umgestellt auf Version 1.1.0 des Fragebogens"
    assert [(field.label, field.after) for field in entry.fields] == [("abgelöst am", "14.09.2026")]


def test_a_migration_travels_with_its_case(changed: Changed, tmp_path: Path) -> None:
    kim, session, made = changed
    decide(kim, session, made, KEPT)
    robin = open_workspace(make_recoverable(tmp_path / "robin"), PREFERENCES, clock=MondayClock())
    take_in(robin, export(kim, session.case.id).file)
    there = robin.cases.open(session.case.id)
    # no pack of the house here, yet both versions have come along
    assert robin.assessment_migrations.review(there.case, made).after.version == NEW
    successor = robin.assessment_migrations.finish(there, made)
    assert there.case.answer(successor.id, "H1.3") == ANSWERS["H1.3"]
    robin.close()


def test_names_in_a_decision_are_found_and_taken_out(changed: Changed) -> None:
    workspace, session, made = changed
    spoken = replace(ANEW, answer=level(1, Words("laut Frau Zinnober")))
    decide(workspace, session, made, KEPT, spoken)
    named = workspace.erasure.saying(session.case, "Zinnober")
    assert [record.texts for record in named.records] == [("laut Frau Zinnober",)]
    workspace.erasure.redact(session.case, named, named.keys)
    after = workspace.cases.load(session.case.id).migrations[made.id]
    assert [item.question for item in after.decisions] == ["H1.3", "H1.2"]
    answer = after.decisions[1].answer
    assert answer is not None
    assert answer.note.text == f"laut Frau {REDACTED}"
