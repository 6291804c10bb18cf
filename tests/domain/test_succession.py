"""What goes along to another version, whatever was answered, said, shown and decided; the first assessment stays."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.assessment import Answer, AnswerState, Assessment, AssessmentKind, Statement
from advisor_app.domain.assessment_migration import AssessmentMigration, Choice, Decision
from advisor_app.domain.case import Case, SectionKey
from advisor_app.domain.changes import AnswerSet, AssessmentMigrationSet, EvidenceSet, PollSet
from advisor_app.domain.commune import CommuneKind
from advisor_app.domain.evidence import Evidence, EvidenceKind, Subject
from advisor_app.domain.poll import Poll, PollAbout, PollRound, Votes
from advisor_app.domain.questionnaire_comparison import compare_questionnaires
from advisor_app.domain.reduction import inverse, reduce
from advisor_app.domain.succession import Succession
from advisor_app.domain.words import Words
from tests.builders import level_question, small_questionnaire
from tests.example_case import example_case

ON = date(2026, 11, 22)
AT = datetime(2026, 11, 20, tzinfo=UTC)
OLD = small_questionnaire(
    level_question("same"),
    level_question("reworded"),
    level_question("reweighted"),
    level_question("gone"),
    level_question("area", "WB1"),
    level_question("lost", "WB2"),
)
NEW = replace(
    small_questionnaire(
        level_question("same", hint="Neu."),
        level_question("reworded", text="Wie gut ist das?"),
        level_question("reweighted", weight=3),
        level_question("added"),
        level_question("area", "WB1"),
    ),
    version="1.1.0",
)
NAMES = [question.id for question in OLD.questions]
COMPARISON = compare_questionnaires(OLD, NEW, CommuneKind.CITY)
ORIGINAL = Assessment(
    id="old", kind=AssessmentKind.WORKSHOP, questionnaire="q", version="1.0.0", digest="o", number=1, areas=("WB1",)
)
SUCCESSOR = replace(ORIGINAL, id="new", version="1.1.0", digest="n")

LEVELS = st.integers(0, 4)
ANSWERS = st.one_of(
    st.builds(
        Answer, state=st.just(AnswerState.ANSWERED), level=LEVELS, note=st.builds(Words, st.sampled_from(["", "N"]))
    ),
    st.just(Answer(state=AnswerState.UNKNOWN)),
    st.just(Answer(note=Words("nur notiert"))),
)
SAID = st.builds(Statement, role=st.just("BM"), state=st.just(AnswerState.ANSWERED), level=LEVELS)
PIECES = st.builds(
    Evidence,
    id=st.sampled_from(["e1", "e2"]),
    subject=st.builds(Subject.question, st.sampled_from(["old", "other"]), st.sampled_from(NAMES)),
    kind=st.just(EvidenceKind.PHOTO),
    added_at=st.just(AT),
    digest=st.none() | st.just("0" * 64),
)
DECISIONS = st.builds(
    Decision,
    question=st.sampled_from(["reworded", "reweighted"]),
    choice=st.sampled_from(Choice),
    answer=st.builds(Answer, state=st.just(AnswerState.ANSWERED), level=LEVELS),
)
ROUND = PollRound(started_at=AT, votes=Votes(counts=(1, 2, 0, 0, 0)), present=3, revealed_at=AT)
POLLS = st.builds(
    Poll,
    id=st.sampled_from(["p1", "p2", "p3"]),
    assessment=st.just("old"),
    about=st.just(PollAbout.QUESTION),
    item=st.sampled_from(NAMES),
    rounds=st.just((ROUND,)),
) | st.just(Poll(id="t1", assessment="old", about=PollAbout.TARGET, item="D", rounds=(ROUND,)))


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """A case with the old assessment in it, however far it is."""
    answers = draw(st.dictionaries(st.sampled_from(NAMES), ANSWERS))
    said = draw(st.dictionaries(st.sampled_from(NAMES), SAID))
    pieces = draw(st.lists(PIECES, max_size=2, unique_by=lambda piece: piece.id))
    decisions = draw(st.lists(DECISIONS, max_size=2, unique_by=lambda item: item.question))
    migration = AssessmentMigration(version="1.1.0", digest="n", decisions=tuple(decisions))
    return replace(
        example_case(),
        assessments={"old": ORIGINAL},
        answers={"old": answers} if answers else {},
        statements={"old": {(name, "BM"): statement for name, statement in said.items()}} if said else {},
        targets={"old": {"D": 3, "WB2": 2}},
        evidence={piece.id: piece for piece in pieces},
        sections={SectionKey("result-report", "old", "summary"): Words("Gut.")},
        polls={poll.id: poll for poll in draw(st.lists(POLLS, max_size=3, unique_by=lambda poll: poll.id))},
        migrations={"old": migration} if draw(st.booleans()) else {},
    )


def succession(case: Case) -> Succession:
    migration = case.migrations.get("old", AssessmentMigration(version="1.1.0", digest="n"))
    return Succession(case=case, original=ORIGINAL, comparison=COMPARISON, migration=migration)


def finished(case: Case) -> Case:
    numbers = iter(range(100))
    for change in succession(case).changes(SUCCESSOR, ON, lambda: f"copy-{next(numbers)}"):
        case = reduce(case, change)
    return case


@given(cases())
def test_the_first_assessment_keeps_everything_it_has(case: Case) -> None:
    after = finished(case)
    for part in ("assessments", "answers", "statements", "targets"):
        assert getattr(after, part).get("old") == getattr(case, part).get("old")
    assert after.sections[SectionKey("result-report", "old", "summary")] == Words("Gut.")
    kept = {name for name, piece in case.evidence.items() if not piece.is_awaited}
    assert {name: after.evidence[name] for name in kept} == {name: case.evidence[name] for name in kept}


@given(cases())
def test_only_what_was_dealt_with_is_decided(case: Case) -> None:
    found = succession(case)
    dealt_with = {*case.answers.get("old", {}), *(name for name, _role in case.statements.get("old", {}))}
    assert {pair.new.id for pair in found.to_decide} == dealt_with & {"reworded", "reweighted"}
    decided = {item.question for item in found.migration.decisions}
    assert {pair.new.id for pair in found.undecided} == {pair.new.id for pair in found.to_decide} - decided


@given(cases())
def test_answers_go_along_as_they_were_decided(case: Case) -> None:
    before, found = case.answers.get("old", {}), succession(case)
    after = finished(case).answers.get("new", {})
    for name in ("same", "area"):
        assert after.get(name) == before.get(name)
    assert not set(after) & {"gone", "lost", "added"}
    for name in ("reworded", "reweighted"):
        decision = found.migration.decision(name)
        choice = Choice.OPEN if decision is None else decision.choice
        answer = after.get(name, Answer())
        if choice is Choice.KEPT:
            assert answer == before.get(name, Answer())
        elif choice is Choice.ANEW:
            assert decision is not None
            assert answer == decision.answer
        else:
            assert answer.state is AnswerState.UNANSWERED
            assert answer.note == before.get(name, Answer()).note


@given(cases())
def test_statements_go_along_with_the_words_they_were_said_to(case: Case) -> None:
    said, decision = case.statements.get("old", {}), succession(case).migration.decision("reworded")
    along = {"same", "area", "reweighted"}
    if decision is not None and decision.choice is Choice.KEPT:
        along.add("reworded")
    expected = {key: statement for key, statement in said.items() if key[0] in along}
    assert finished(case).statements.get("new", {}) == expected


@given(cases())
def test_targets_texts_and_evidence_go_along(case: Case) -> None:
    after = finished(case)
    assert after.targets["new"] == {"D": 3}
    assert after.sections[SectionKey("result-report", "new", "summary")] == Words("Gut.")
    mine = [piece for piece in case.evidence.values() if piece.subject.part == "old"]
    expected = sorted(
        (piece.subject.item, piece.digest or "") for piece in mine if piece.subject.item not in ("gone", "lost")
    )
    shown = sorted(
        (piece.subject.item, piece.digest or "") for piece in after.evidence.values() if piece.subject.part == "new"
    )
    assert shown == expected
    awaited = [piece for piece in after.evidence.values() if piece.is_awaited]
    assert len(awaited) == sum(piece.is_awaited for piece in case.evidence.values())


@given(cases())
def test_polls_are_handed_on_where_the_group_was_asked_the_same(case: Case) -> None:
    after = finished(case)
    kept = {decision.question for decision in succession(case).migration.decisions if decision.choice is Choice.KEPT}
    along = {"same", "reweighted", "area", "D", *kept}
    assert set(after.polls) == set(case.polls), "none is told twice"
    for name, poll in case.polls.items():
        assert after.polls[name] == replace(poll, assessment="new" if poll.item in along else "old")


@given(cases())
def test_the_successor_stands_for_the_first_and_all_can_be_taken_back(case: Case) -> None:
    numbers = iter(range(100))
    changes = succession(case).changes(SUCCESSOR, ON, lambda: f"copy-{next(numbers)}")
    after = case
    for change in changes:
        assert not (isinstance(change, AnswerSet) and change.assessment == "old")
        is_handed_on = isinstance(change, EvidenceSet | PollSet)
        assert is_handed_on or change.before is None or isinstance(change, AssessmentMigrationSet)
        after = reduce(after, change)
    migration = after.superseding("old")
    assert migration is not None
    assert (migration.finished_on, migration.decisions) == (ON, succession(case).migration.decisions)
    assert after.default_assessment() == SUCCESSOR
    assert [item.id for item in after.current_assessments()] == ["new"]
    for change in reversed(changes):
        after = reduce(after, inverse(change))
    assert after == case


def test_without_its_successor_nothing_was_superseded() -> None:
    case = finished(replace(example_case(), assessments={"old": ORIGINAL}))
    assert replace(case, assessments={"old": ORIGINAL}).superseding("old") is None
