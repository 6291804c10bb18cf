"""The rule of case files: whatever two advisers do, each exchange in both directions leaves two equal cases."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.exc import OperationalError
from sqlcipher3 import dbapi2 as driver

from advisor_app.domain.assessment import Answer, AnswerState
from advisor_app.domain.case import Case
from advisor_app.domain.changes import AnswerSet, Change, TargetSet, current
from advisor_app.domain.reconciliation import Keep
from advisor_app.services.case_import import ImportedCase
from advisor_app.services.workspace import Workspace
from tests.profiles import connect_to
from tests.services.two_profiles import file_of, opened_case, two_profiles

QUESTIONS = ("4.1.1", "4.1.2", "4.1.3")
SIDES = st.integers(0, 1)
LEVELS = st.none() | st.integers(0, 4)


@dataclass(frozen=True)
class Edit:
    side: int
    name: str
    level: int | None


@dataclass(frozen=True)
class Undo:
    side: int


@dataclass(frozen=True)
class Redo:
    side: int


@dataclass(frozen=True)
class Exchange:
    to: int
    keep: Keep
    cut_after: int | None = None  # steps of the database after which the import is cut off


ACTIONS = st.one_of(
    st.builds(Edit, SIDES, st.sampled_from((*QUESTIONS, "4.1")), LEVELS),
    st.builds(Edit, SIDES, st.just("4.1.1"), LEVELS),
    st.builds(Undo, SIDES),
    st.builds(Redo, SIDES),
    st.builds(Exchange, SIDES, st.sampled_from(Keep), st.none() | st.integers(1, 60)),
)


class Advisers:
    """Two profiles, without all their words where a failure is told."""

    def __init__(self, *both: Workspace) -> None:
        self.both = both


@pytest.fixture(scope="module")
def advisers() -> Iterator[Advisers]:
    with two_profiles() as both:
        yield Advisers(*both)


@dataclass
class Exchanging:
    """Two advisers and one case between them; every step begins as after a restart."""

    both: tuple[Workspace, ...]
    case_id: str
    acknowledged: set[str] = field(default_factory=set)

    def case(self, side: int) -> Case:
        return self.both[side].cases.load(self.case_id)

    def lines(self, side: int) -> set[str]:
        with closing(connect_to(self.both[side].folder)) as connection:
            rows = connection.execute("SELECT id FROM log WHERE stream = ?", (f"case:{self.case_id}",))
            return {row[0] for row in rows}

    def do(self, action: Edit | Undo | Redo | Exchange) -> None:
        match action:
            case Edit():
                session = self.both[action.side].cases.open(self.case_id)
                session.apply(edit_of(session.case, action))
            case Undo():
                self.both[action.side].cases.open(self.case_id).undo()
            case Redo():
                self.both[action.side].cases.open(self.case_id).redo()
            case Exchange():
                self.exchange(action)
        for side in (0, 1):
            self.acknowledged |= self.lines(side)

    def exchange(self, action: Exchange) -> ImportedCase | None:
        giver, taker = self.both[1 - action.to], self.both[action.to]
        giver.case_export.export(
            self.case_id, file_of(giver), giver.case_export.for_recipient(taker.case_import.recipient)
        )
        preview = taker.case_import.preview(file_of(giver))
        decisions = preview.all_kept(action.keep)
        before = None if action.cut_after is None else (self.case(action.to), self.lines(action.to))
        try:
            with cut_off(taker, action.cut_after):
                return taker.case_import.import_(preview, decisions)
        except (OperationalError, driver.OperationalError):
            assert (self.case(action.to), self.lines(action.to)) == before
            return None


class cut_off:  # noqa: N801  # reads as what it does
    """The database of a workspace gives up after some steps of its machine, as if it had been torn away."""

    def __init__(self, workspace: Workspace, steps: int | None) -> None:
        self._workspace = workspace
        self._steps = steps

    def __enter__(self) -> None:
        left = [0 if self._steps is None else self._steps]

        def count() -> int:
            left[0] -= 1
            return left[0] == 0

        self._set(count if self._steps is not None else None)

    def __exit__(self, *_: object) -> None:
        self._set(None)

    def _set(self, handler: object) -> None:
        with self._workspace.database.read() as first, self._workspace.database.read() as second:
            for connection in (first, second):
                raw = connection.connection.driver_connection
                raw.set_progress_handler(handler, 50)  # type: ignore[union-attr]


def edit_of(case: Case, action: Edit) -> Change:
    (assessment,) = case.in_order()
    if action.name == "4.1":
        return TargetSet(assessment.id, "4.1", current(case, TargetSet(assessment.id, "4.1", None, None)), action.level)  # type: ignore[arg-type]
    before = case.answers.get(assessment.id, {}).get(action.name)
    after = None if action.level is None else Answer(state=AnswerState.ANSWERED, level=action.level)
    return AnswerSet(assessment.id, action.name, before, after)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(actions=st.lists(ACTIONS, max_size=12), keep=st.sampled_from(Keep))
def test_after_an_exchange_both_have_the_same_case_and_nothing_is_lost(
    advisers: Advisers, actions: list[Edit | Undo | Redo | Exchange], keep: Keep
) -> None:
    them = Exchanging(advisers.both, opened_case(advisers.both[0]).case.id)
    them.do(Exchange(1, Keep.MINE))
    for action in actions:
        them.do(action)
    them.do(Exchange(1, keep))
    them.do(Exchange(0, keep))
    assert them.case(0) == them.case(1)
    assert them.lines(0) >= them.acknowledged
    them.do(Exchange(1, keep))
    assert them.lines(0) == them.lines(1) >= them.acknowledged
    for side in (0, 1):  # everything is known on both sides: another import finds nothing to do
        imported = them.exchange(Exchange(side, keep))
        assert imported is not None
        assert imported.batch == ""
    for side in (0, 1):  # and all own steps can still be taken back
        session = advisers.both[side].cases.open(them.case_id)
        while session.can_undo:
            session.undo()
