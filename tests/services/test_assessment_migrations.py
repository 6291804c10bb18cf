"""An assessment over a questionnaire that was changed: real packs, real databases, undone, dropped and cut off."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from advisor_app.domain.assessment import Answer, AnswerState, Assessment, AssessmentKind, Statement
from advisor_app.domain.assessment_migration import Choice, Decision
from advisor_app.domain.case import Case, SectionKey
from advisor_app.domain.changes import (
    AnswerSet,
    AssessmentSet,
    EvidenceSet,
    SectionSet,
    StatementSet,
    TargetSet,
)
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.evidence import Evidence, EvidenceKind, Subject
from advisor_app.domain.free_text import REDACTED
from advisor_app.domain.words import Audience, Words
from advisor_app.services.session import CaseSession
from advisor_app.services.workspace import Workspace, open_workspace
from tests.house_pack import CHANGED, NEW, OLD, QUESTIONNAIRE, UNCHANGED, write_house_pack
from tests.profiles import make_recoverable
from tests.services.conftest import LICH, PREFERENCES, MondayClock, refused
from tests.services.two_profiles import export, take_in

Open = Callable[[], Workspace]
DAY = datetime(2026, 9, 14, 7, 0, tzinfo=UTC)
NOTE = Words("Der Rat hat zugestimmt.", Audience.REPORT)


def level(number: int, note: Words = Words()) -> Answer:
    return Answer(state=AnswerState.ANSWERED, level=number, note=note, role="BM")


ANSWERS = {
    "H1.1": level(2, NOTE),
    "H1.2": level(3, NOTE),
    "H1.3": level(1),
    "H1.4": level(4),
    "H1.5": Answer(state=AnswerState.UNKNOWN),
    "H2.1": Answer(state=AnswerState.NOT_APPLICABLE, reason=Words("Kein Amt dafür.")),
    "H2.2": Answer(state=AnswerState.ANSWERED, text="Treffen"),
    "H2.3": Answer(state=AnswerState.ANSWERED, number=Decimal(50)),
    "HW.1": level(0),
    "HW.2": level(2),
}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = make_recoverable(tmp_path / "data")
    write_house_pack(folder, OLD)
    return folder


@pytest.fixture
def opened(data: Path) -> Iterator[Open]:
    """Open the data folder anew, with the packs as they lie there now."""
    workspaces: list[Workspace] = []
    clock = MondayClock()

    def open_it() -> Workspace:
        if workspaces:
            workspaces[-1].close()
        workspaces.append(open_workspace(data, PREFERENCES, clock=clock))
        return workspaces[-1]

    yield open_it
    workspaces[-1].close()


def filled(workspace: Workspace) -> tuple[CaseSession, Assessment]:
    """A case with an assessment of the old version in which everything is answered, said, aimed at and shown."""
    session = workspace.cases.create(workspace.register.get(LICH), ["M4"])
    made = workspace.assessments.create(session, AssessmentKind.WORKSHOP, QUESTIONNAIRE)
    made = workspace.assessments.choose_areas(session, made, ["WB2", "WB3"])
    session.apply(*(AnswerSet(made.id, question, None, answer) for question, answer in ANSWERS.items()))
    for question in ("H1.1", "H1.2", "H1.3"):
        said = Statement(role="BM", state=AnswerState.ANSWERED, level=2)
        session.apply(StatementSet(made.id, question, "BM", None, said))
    session.apply(TargetSet(made.id, "4.1", None, 4), TargetSet(made.id, "WB3", None, 3))
    session.apply(SectionSet(SectionKey("result-report", made.id, "summary"), None, Words("Gut begonnen.")))
    for piece in (
        Evidence(
            id="e1", subject=Subject.question(made.id, "H1.1"), kind=EvidenceKind.FILE, added_at=DAY, digest="0" * 64
        ),
        Evidence(id="e2", subject=Subject.question(made.id, "H1.2"), kind=EvidenceKind.PHOTO, added_at=DAY),
        Evidence(
            id="e3", subject=Subject.question(made.id, "H1.4"), kind=EvidenceKind.FILE, added_at=DAY, digest="0" * 64
        ),
    ):
        session.apply(EvidenceSet(piece.id, None, piece))
    return session, made


@pytest.fixture
def changed(data: Path, opened: Open) -> tuple[Workspace, CaseSession, Assessment]:
    """The case as it is found when the pack has been changed."""
    session, made = filled(opened())
    write_house_pack(data, NEW)
    workspace = opened()
    again = workspace.cases.open(session.case.id)
    return workspace, again, again.case.assessments[made.id]


Changed = tuple[Workspace, CaseSession, Assessment]


def of_original(case: Case, made: Assessment) -> tuple[object, ...]:
    """Everything that belongs to an assessment but photos that are still to come."""
    pieces = [piece for piece in case.evidence.values() if piece.subject.part == made.id and not piece.is_awaited]
    return (
        case.assessments[made.id],
        case.answers[made.id],
        case.statements[made.id],
        case.targets[made.id],
        case.word("result-report", "summary", made.id),
        pieces,
    )


def decide(workspace: Workspace, session: CaseSession, made: Assessment, *decisions: Decision) -> None:
    workspace.assessment_migrations.begin(session, made)
    for decision in decisions:
        workspace.assessment_migrations.decide(session, made, decision)


KEPT = Decision(question="H1.3", choice=Choice.KEPT)
ANEW = Decision(question="H1.2", choice=Choice.ANEW, answer=level(1, NOTE))
OPEN = Decision(question="H2.3", choice=Choice.OPEN)


def test_an_assessment_of_todays_version_has_nothing_newer(opened: Open) -> None:
    workspace = opened()
    session, made = filled(workspace)
    migrations = workspace.assessment_migrations
    shipped = session.case.in_order()[0]
    assert migrations.newer(session.case, made) is None
    assert migrations.newer(session.case, shipped) is None
    error = refused(lambda: migrations.begin(session, made), Problem.NOTHING_TO_MIGRATE)
    assert error.details["version"] == OLD
    refused(lambda: migrations.finish(session, made), Problem.NOTHING_TO_MIGRATE)


def test_an_older_pack_is_not_offered(data: Path, opened: Open) -> None:
    write_house_pack(data, NEW)
    workspace = opened()
    session = workspace.cases.create(workspace.register.get(LICH), ["M4"])
    made = workspace.assessments.create(session, AssessmentKind.WORKSHOP, QUESTIONNAIRE)
    write_house_pack(data, OLD)
    assert opened().assessment_migrations.newer(session.case, made) is None


def test_a_pack_changed_without_a_new_number_is_newer_where_questions_are_others(data: Path, opened: Open) -> None:
    session, made = filled(opened())
    file = data / "packs" / "haus" / "questionnaire.toml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("Fragen Sie nach einem Beispiel.", "Lassen Sie sich ein Beispiel zeigen."), "utf-8")
    assert opened().assessment_migrations.newer(session.case, made) is None
    file.write_text(text.replace("Wie weit ist der Punkt H1.1?", "Wie gut ist H1.1 geregelt?"), "utf-8")
    newer = opened().assessment_migrations.newer(session.case, made)
    assert newer is not None
    assert newer.version == OLD


def test_the_review_says_what_becomes_of_each_question(changed: Changed) -> None:
    workspace, session, made = changed
    review = workspace.assessment_migrations.review(session.case, made)
    assert (review.before.version, review.after.version) == (OLD, NEW)
    succession = review.succession
    assert succession.kept == UNCHANGED
    assert tuple(pair.new.id for pair in succession.to_decide) == CHANGED
    assert succession.undecided == succession.to_decide
    assert [question.id for question in succession.comparison.added] == ["H1.6"]
    assert [question.id for question in succession.left_behind] == ["H1.4", "HW.2"]


def test_an_answer_can_be_kept_where_the_changed_question_takes_it(changed: Changed) -> None:
    workspace, session, made = changed
    succession = workspace.assessment_migrations.review(session.case, made).succession
    can = {
        pair.new.id: workspace.assessment_migrations.can_keep(pair, succession.old_answer(pair.new.id))
        for pair in succession.to_decide
    }
    assert can == {"H1.2": True, "H1.3": True, "H2.2": False, "H2.3": False}


def test_a_new_answer_has_to_fit_the_new_question(changed: Changed) -> None:
    workspace, session, made = changed
    wrong = Decision(question="H2.3", choice=Choice.ANEW, answer=Answer(state=AnswerState.ANSWERED, number=Decimal(50)))
    with pytest.raises(AdvisorError) as caught:
        workspace.assessment_migrations.decide(session, made, wrong)
    assert caught.value.problem is Problem.BAD_VALUE
    assert session.case.migrations == {}


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


def test_a_migration_can_be_dropped_at_any_moment(changed: Changed) -> None:
    workspace, session, made = changed
    before = session.case
    decide(workspace, session, made, KEPT, ANEW)
    assert workspace.assessment_migrations.drop(session, made)
    assert session.case == before
    assert not workspace.assessment_migrations.drop(session, made)
    session.undo()
    assert workspace.assessment_migrations.begin(session, made).decisions == (KEPT, ANEW)


def test_a_decision_begins_a_migration_and_can_be_taken_back(changed: Changed) -> None:
    workspace, session, made = changed
    migrations = workspace.assessment_migrations
    migrations.decide(session, made, KEPT, ANEW)
    migrations.decide(session, made, replace(KEPT, choice=Choice.OPEN))
    begun = session.case.begun_migration(made.id)
    assert begun is not None
    assert begun.decisions == (ANEW, replace(KEPT, choice=Choice.OPEN))
    migrations.undecide(session, made, "H1.3")
    assert migrations.begin(session, made).decisions == (ANEW,)
    for _ in range(3):
        session.undo()
    assert session.case.begun_migration(made.id) is None


def test_a_migration_goes_on_after_a_restart(changed: Changed, opened: Open) -> None:
    workspace, session, made = changed
    decide(workspace, session, made, KEPT)
    again = opened()
    session = again.cases.open(session.case.id)
    assert again.assessment_migrations.begin(session, made).decisions == (KEPT,)
    succession = again.assessment_migrations.review(session.case, made).succession
    assert [pair.new.id for pair in succession.undecided] == ["H1.2", "H2.2", "H2.3"]


def test_decisions_hold_where_the_pack_moves_on(changed: Changed, data: Path, opened: Open) -> None:
    workspace, session, made = changed
    decide(workspace, session, made, KEPT, ANEW)
    write_house_pack(data, "1.2.0")
    file = data / "packs" / "haus" / "questionnaire.toml"
    file.write_text(file.read_text("utf-8").replace("Wie oft tagt der Rat dazu?", "Wie oft berät der Rat?"), "utf-8")
    again = opened()
    session = again.cases.open(session.case.id)
    # what was begun can still be looked at and finished as it was begun
    assert again.assessment_migrations.review(session.case, made).after.version == NEW
    moved = again.assessment_migrations.begin(session, made)
    assert (moved.version, moved.decisions) == ("1.2.0", (KEPT,))
    assert again.assessment_migrations.finish(session, made).version == "1.2.0"


def test_a_migration_can_be_finished_without_the_pack(changed: Changed, data: Path, opened: Open) -> None:
    workspace, session, made = changed
    decide(workspace, session, made, KEPT)
    write_house_pack(data, OLD)
    again = opened()
    session = again.cases.open(session.case.id)
    assert again.assessment_migrations.begin(session, made).decisions == (KEPT,)
    assert again.assessment_migrations.finish(session, made).version == NEW


def test_answers_of_a_file_hold(changed: Changed, tmp_path: Path) -> None:
    workspace, session, made = changed
    file = tmp_path / "neu.csv"
    file.write_text("question,level,note\nH1.2,4,Seit Mai.\nH1.6,2,\n", encoding="utf-8")
    successor = workspace.assessment_migrations.finish(session, made, file)
    answers = session.case.answers[successor.id]
    assert (answers["H1.2"].level, answers["H1.2"].note.text, answers["H1.6"].level) == (4, "Seit Mai.", 2)
    session.undo()
    assert successor.id not in session.case.assessments


def test_a_bad_file_changes_nothing(changed: Changed, tmp_path: Path) -> None:
    workspace, session, made = changed
    before = session.case
    file = tmp_path / "neu.csv"
    file.write_text("question,level\nH1.2,4\nH1.4,2\n", encoding="utf-8")
    error = refused(lambda: workspace.assessment_migrations.finish(session, made, file), Problem.FILE_FORMAT)
    assert error.details["line"] == 3
    assert session.case == before == workspace.cases.load(before.id)


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
