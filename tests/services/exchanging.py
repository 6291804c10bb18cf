"""Two advisers and one case between them: what they do, and what must hold afterwards."""

from contextlib import closing
from dataclasses import dataclass, field

from hypothesis import strategies as st
from sqlalchemy.exc import OperationalError
from sqlcipher3 import dbapi2 as driver

from advisor_app.domain.assessment import Answer, AnswerState
from advisor_app.domain.case import Case
from advisor_app.domain.changes import AnswerSet, Change, TargetSet
from advisor_app.domain.reconciliation import Keep
from advisor_app.domain.reduction import current
from advisor_app.services.case_import import ImportedCase
from advisor_app.services.workspace import Workspace
from tests.profiles import connect_to
from tests.services.two_profiles import file_of

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


Action = Edit | Undo | Redo | Exchange


def actions(cuts: st.SearchStrategy[int | None]) -> st.SearchStrategy[Action]:
    """Whatever the two may do; ``cuts`` are the steps after which an import is cut off."""
    return st.one_of(
        st.builds(Edit, SIDES, st.sampled_from((*QUESTIONS, "4.1")), LEVELS),
        st.builds(Edit, SIDES, st.just("4.1.1"), LEVELS),
        st.builds(Undo, SIDES),
        st.builds(Redo, SIDES),
        st.builds(Exchange, SIDES, st.sampled_from(Keep), cuts),
    )


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

    def do(self, action: Action) -> None:
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

    def become_equal(self, keep: Keep) -> None:
        """Exchange in both directions, and see that nothing is left to exchange, lost or stuck."""
        self.do(Exchange(1, keep))
        self.do(Exchange(0, keep))
        assert self.case(0) == self.case(1)
        assert self.lines(0) >= self.acknowledged
        self.do(Exchange(1, keep))
        assert self.lines(0) == self.lines(1) >= self.acknowledged
        for side in (0, 1):  # everything is known on both sides: another import finds nothing to do
            imported = self.exchange(Exchange(side, keep))
            assert imported is not None
            assert imported.batch == ""
        for workspace in self.both:  # and all own steps can still be taken back
            session = workspace.cases.open(self.case_id)
            while session.can_undo:
                session.undo()


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
                raw.set_progress_handler(handler, 50)  # type: ignore[union-attr]  # SQLite's own connection


def edit_of(case: Case, action: Edit) -> Change:
    (assessment,) = case.in_order()
    if action.name == "4.1":
        return TargetSet(assessment.id, "4.1", current(case, TargetSet(assessment.id, "4.1", None, None)), action.level)  # type: ignore[arg-type]  # a level or nothing
    before = case.answers.get(assessment.id, {}).get(action.name)
    after = None if action.level is None else Answer(state=AnswerState.ANSWERED, level=action.level)
    return AnswerSet(assessment.id, action.name, before, after)
