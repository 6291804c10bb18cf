"""The successor stands for the questionnaire; the first assessment stays whole, also when the program is killed."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from advisor_app.domain.assessment import Answer, AssessmentKind
from advisor_app.domain.changes import (
    AnswerSet,
    AssessmentSet,
    TargetSet,
)
from advisor_app.domain.errors import Problem
from tests.house_pack import CHANGED, NEW, OLD, QUESTIONNAIRE, UNCHANGED, write_house_pack
from tests.services.assessment_migrations.conftest import (
    ANEW,
    ANSWERS,
    DAY,
    KEPT,
    NOTE,
    OPEN,
    Changed,
    Open,
    decide,
    level,
    of_original,
)
from tests.services.conftest import refused


def test_the_successor_has_what_goes_along(changed: Changed) -> None:
    workspace, session, made = changed
    before = of_original(session.case, made)
    decide(workspace, session, made, KEPT, ANEW, OPEN)
    assert of_original(session.case, made) == before
    successor = workspace.assessment_migrations.finish(session, made)
    case = workspace.cases.load(session.case.id)
    assert case.assessments[successor.id] == successor
    assert (successor.version, successor.areas, successor.number) == (NEW, ("WB2",), made.number)
    expected = {name: ANSWERS[name] for name in (*UNCHANGED, "H1.3")} | {"H1.2": level(1, NOTE)}
    assert case.answers[successor.id] == expected
    assert set(case.statements[successor.id]) == {("H1.1", "BM"), ("H1.3", "BM")}
    assert case.targets[successor.id] == {"4.1": 4}
    assert case.word("result-report", "summary", successor.id).text == "Gut begonnen."
    shown = {
        (piece.subject.item, piece.digest) for piece in case.evidence.values() if piece.subject.part == successor.id
    }
    assert shown == {("H1.1", "0" * 64), ("H1.2", None)}
    assert of_original(case, made) == before


def test_what_is_open_keeps_its_note(changed: Changed) -> None:
    workspace, session, made = changed
    successor = workspace.assessment_migrations.finish(session, made)
    answer = session.case.answer(successor.id, "H1.2")
    assert answer == Answer(note=NOTE, role="BM")
    assert session.case.answer(successor.id, "H2.2") == Answer()
    assert ("H1.2", "BM") not in session.case.statements[successor.id]


def test_the_successor_stands_for_its_questionnaire(changed: Changed) -> None:
    workspace, session, made = changed
    assert made in session.case.current_assessments()
    successor = workspace.assessment_migrations.finish(session, made)
    assert made not in session.case.current_assessments()
    assert successor in session.case.current_assessments()
    order = session.case.in_order()
    assert order.index(successor) == order.index(made) + 1
    migration = session.case.superseding(made.id)
    assert migration is not None
    assert migration.finished_on == DAY.date()
    assert workspace.assessment_migrations.newer(session.case, made) is None
    refused(lambda: workspace.assessment_migrations.finish(session, made), Problem.ASSESSMENT_SUPERSEDED)


def test_an_earlier_assessment_is_compared_where_questions_mean_the_same(changed: Changed) -> None:
    workspace, session, made = changed
    later = workspace.assessments.create(session, AssessmentKind.FOLLOW_UP, QUESTIONNAIRE)
    earlier = workspace.assessments.before(session.case, later)
    assert earlier is not None
    assert (earlier.assessment, earlier.comparable) == (made.id, frozenset(UNCHANGED))
    successor = workspace.assessment_migrations.finish(session, made)
    earlier = workspace.assessments.before(session.case, later)
    assert earlier is not None
    assert earlier.assessment == successor.id
    assert earlier.comparable > {*UNCHANGED, *CHANGED}
    assert workspace.assessments.before(session.case, successor) is None


def test_what_was_superseded_is_read_only(changed: Changed) -> None:
    workspace, session, made = changed
    successor = workspace.assessment_migrations.finish(session, made)
    change = AnswerSet(made.id, "H1.1", ANSWERS["H1.1"], level(4))
    error = refused(lambda: session.apply(change), Problem.ASSESSMENT_SUPERSEDED)
    assert error.details["version"] == NEW
    refused(lambda: session.apply(TargetSet(made.id, "4.1", 4, 3)), Problem.ASSESSMENT_SUPERSEDED)
    session.apply(AnswerSet(successor.id, "H1.1", ANSWERS["H1.1"], level(4)))
    assert session.case.answer(made.id, "H1.1").level == 2


def test_finishing_is_one_step(changed: Changed) -> None:
    workspace, session, made = changed
    decide(workspace, session, made, KEPT)
    before = session.case
    workspace.assessment_migrations.finish(session, made)
    after = session.case
    session.undo()
    assert session.case == before
    assert session.case.begun_migration(made.id) is not None
    session.redo()
    assert session.case == after == workspace.cases.load(after.id)


def test_a_migration_can_be_finished_without_the_pack(changed: Changed, data: Path, opened: Open) -> None:
    workspace, session, made = changed
    decide(workspace, session, made, KEPT)
    write_house_pack(data, OLD)
    again = opened()
    session = again.cases.open(session.case.id)
    assert again.assessment_migrations.begin(session, made).decisions == (KEPT,)
    assert again.assessment_migrations.finish(session, made).version == NEW


def test_a_cancelled_module_takes_its_migration_along(changed: Changed) -> None:
    workspace, session, _ = changed
    shipped = session.case.in_order()[0]
    draft = replace(shipped, version="0.9.0")
    session.apply(AssessmentSet(shipped.id, shipped, draft))
    workspace.assessment_migrations.begin(session, draft)
    session.apply(*workspace.cases.cancel_changes(session.case, "M4"))
    assert shipped.id not in session.case.assessments
    assert shipped.id not in session.case.migrations


def test_where_the_successor_is_gone_the_first_one_holds_again(changed: Changed) -> None:
    workspace, session, made = changed
    successor = workspace.assessment_migrations.finish(session, made)
    session.apply(AssessmentSet(successor.id, successor, None))
    assert session.case.superseding(made.id) is None
    session.apply(AnswerSet(made.id, "H1.1", ANSWERS["H1.1"], level(4)))
    assert workspace.assessment_migrations.begin(session, made).decisions == ()


_KILLED = """
import os, sys
from pathlib import Path
from advisor_app.domain.assessment_migration import Choice, Decision
from advisor_app.domain.changes import AssessmentMigrationSet
from advisor_app.services.workspace import open_workspace
from advisor_app.storage import cases
from tests.services.conftest import PREFERENCES

folder, case, made, rows = Path(sys.argv[1]), sys.argv[2], sys.argv[3], int(sys.argv[4])
workspace = open_workspace(folder, PREFERENCES)
session = workspace.cases.open(case)
assessment = session.case.assessments[made]
begun = workspace.assessment_migrations.begin(session, assessment)
decided = begun.with_decision(Decision(question="H1.3", choice=Choice.KEPT))
session.apply(AssessmentMigrationSet(made, begun, decided))
write, written = cases.write_record, []

def cut_off(*given):
    if len(written) == rows:
        os.kill(os.getpid(), 9)
    written.append(given)
    return write(*given)

cases.write_record = cut_off
workspace.assessment_migrations.finish(session, assessment)
os.kill(os.getpid(), 9)
"""


@pytest.mark.parametrize("rows", [0, 1, 7, 999])
def test_a_kill_in_the_middle_leaves_all_or_nothing(changed: Changed, data: Path, opened: Open, rows: int) -> None:
    workspace, session, made = changed
    before = of_original(session.case, made)
    workspace.close()
    arguments = [sys.executable, "-c", _KILLED, str(data), session.case.id, made.id, str(rows)]
    assert subprocess.run(arguments, check=False).returncode not in {0, 1}
    again = opened()
    session = again.cases.open(session.case.id)
    assert of_original(session.case, made) == before
    migration = session.case.migrations[made.id]
    assert migration.decisions == (KEPT,)
    if rows == 999:
        assert session.case.superseding(made.id) == migration
        session.undo()
    assert session.case.begun_migration(made.id) is not None
    assert [item.questionnaire for item in session.case.in_order()] == ["m4", QUESTIONNAIRE]
    successor = again.assessment_migrations.finish(session, made)
    assert session.case.answer(successor.id, "H1.3") == ANSWERS["H1.3"]
