"""The portfolio: one line per case, searchable as one types."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from advisor_app.domain.agenda import is_over
from advisor_app.domain.booking import BookingState
from advisor_app.domain.case import Case, CaseCommune
from advisor_app.domain.folding import fold
from advisor_app.domain.scoring import DimensionScore
from advisor_app.services.questionnaires import Questionnaires

if TYPE_CHECKING:
    from advisor_app.storage.cases import CaseStore

_PROGRESS = (
    BookingState.REQUESTED,
    BookingState.APPLIED,
    BookingState.APPROVED,
    BookingState.SCHEDULED,
    BookingState.RUNNING,
    BookingState.FOLLOW_UP,
)
"""The way of a booking; the least advanced open one is the state of its case."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NextDate:
    """What comes next in a case: a workshop day with its place and local time, or a call that was promised."""

    on: date
    title: str
    at: time | None = None
    place: str = ""
    is_call: bool = False


class WorkshopDay(NamedTuple):
    """A workshop day that is still to come, and whether everything is in place for it."""

    id: str
    on: date
    module: str
    title: str
    is_ready: bool


class BookedModule(NamedTuple):
    """One booking as the board shows it."""

    id: str
    module: str
    state: BookingState


@dataclass(frozen=True, slots=True, kw_only=True)
class PortfolioRow:
    """One case as the list shows it; ``search`` holds its folded words, each after a blank.

    ``title`` names all communes, also by what they are called today; ``handed_over_to`` whom the case belongs to now.
    Scores and counts are those of the case's default assessment, which is of the module ``assessed``. ``due_days`` are
    when the open tasks of the preparation are due, earliest first.
    """

    case_id: str
    communes: tuple[CaseCommune, ...]
    title: str
    modules: tuple[str, ...]
    state: BookingState | None
    draft: bool
    archived: bool
    next_date: NextDate | None
    scores: tuple[DimensionScore, ...]
    score: Fraction | None
    asked: int
    answered: int
    search: str
    assessed: str = ""
    handed_over_to: str = ""
    bookings: tuple[BookedModule, ...] = ()
    due_days: tuple[date, ...] = ()
    workshop_days: tuple[WorkshopDay, ...] = ()

    @property
    def commune(self) -> CaseCommune:
        """The commune that leads the case."""
        return self.communes[0]

    def overdue(self, on: date) -> int:
        """How many tasks of the preparation should be done by a day and are not."""
        return sum(day < on for day in self.due_days)

    @property
    def is_open(self) -> bool:
        """Whether work is still to be done."""
        return not self.archived and not self.handed_over_to and (self.state is None or self.state.is_open)


class Portfolio:
    """All cases of a data folder, read once and refreshed case by case."""

    def __init__(
        self,
        store: CaseStore,
        questionnaires: Questionnaires,
        titles: Callable[[Sequence[CaseCommune]], str],
        due_days: Callable[[Case], tuple[date, ...]],
    ) -> None:
        """``due_days`` tells when the open tasks of a case are due."""
        self._store = store
        self._due_days = due_days
        self._titles = titles
        self._questionnaires = questionnaires
        self._rows: dict[str, PortfolioRow] | None = None
        self._early: dict[str, PortfolioRow] = {}
        self._erased: set[str] = set()

    @property
    def rows(self) -> tuple[PortfolioRow, ...]:
        """All cases, oldest first, as ``load`` and ``update`` left them."""
        return tuple((self._rows or {}).values())

    @property
    def is_loaded(self) -> bool:
        """Whether ``load`` has been called."""
        return self._rows is not None

    def load(self) -> tuple[PortfolioRow, ...]:
        """Read all cases; with thousands this takes over a second, so call it in the background. It only reads."""
        rows = {case.id: self.row(case) for case in self._store.load_all()}
        self._rows = {**rows, **self._early}  # what changed while this was reading is newer
        for case_id in self._erased:
            self._rows.pop(case_id, None)
        return self.rows

    def update(self, case: Case) -> PortfolioRow:
        """Take over how a case stands now."""
        row = self.row(case)
        if case.id not in self._erased:
            (self._early if self._rows is None else self._rows)[case.id] = row
        return row

    def forget(self, case_id: str) -> None:
        """Leave out a case that was erased, also where a snapshot of it is still about."""
        self._erased.add(case_id)
        for rows in (self._early, self._rows or {}):
            rows.pop(case_id, None)

    def retitle(self) -> None:
        """Name every case anew, after the register was changed; only those of changed communes are read."""
        for row in self.rows:
            if self._titles(row.communes) != row.title:
                self.update(self._store.load(row.case_id))

    def row(self, case: Case) -> PortfolioRow:
        """The line of one case."""
        progress = self._progress(case)
        title = self._titles(case.head.communes)
        return PortfolioRow(
            case_id=case.id,
            communes=case.head.communes,
            title=title,
            modules=case.modules,
            state=_state(case),
            draft=case.head.draft,
            archived=case.head.archived,
            next_date=next_date(case),
            scores=progress.scores,
            score=progress.score,
            asked=progress.asked,
            answered=progress.answered,
            assessed=progress.module,
            search=_search_text(case, title),
            handed_over_to="" if case.handover is None else case.handover.to,
            bookings=_bookings(case),
            due_days=() if case.head.archived or case.handover is not None else self._due_days(case),
            workshop_days=_workshop_days(case),
        )

    def _progress(self, case: Case) -> _Progress:
        assessment = case.default_assessment()
        if assessment is None:
            return _Progress((), None, 0, 0, "")
        evaluation = self._questionnaires.evaluate(case, assessment)
        result = evaluation.result()
        progress = [evaluation.progress(dimension) for dimension in evaluation.dimensions()]
        return _Progress(
            result.dimensions,
            result.module.score,
            sum(item.total for item in progress),
            sum(item.done for item in progress),
            evaluation.questionnaire.module,
        )


class _Progress(NamedTuple):
    scores: tuple[DimensionScore, ...]
    score: Fraction | None
    asked: int
    answered: int
    module: str


def search(rows: Sequence[PortfolioRow], text: str) -> list[PortfolioRow]:
    """The rows of which every typed word begins a word: commune, district, key, person, module, state."""
    words = [f" {word}" for word in fold(text).split()]
    return [row for row in rows if all(word in row.search for word in words)]


def _state(case: Case) -> BookingState | None:
    states = {booking.state for booking in case.bookings.values()}
    for state in _PROGRESS:
        if state in states:
            return state
    return next(iter(sorted(states, key=lambda state: state.value)), None)


def _bookings(case: Case) -> tuple[BookedModule, ...]:
    ordered = sorted(case.bookings.values(), key=lambda booking: (booking.module, booking.id))
    return tuple(BookedModule(booking.id, booking.module, booking.state) for booking in ordered)


def _workshop_days(case: Case) -> tuple[WorkshopDay, ...]:
    ahead = {booking.module for booking in case.bookings.values() if booking.state.is_ahead}
    days = [
        WorkshopDay(
            day.id, day.on, day.module, day.title, day.id in case.ready_checks and case.ready_checks[day.id].is_ready
        )
        for day in case.agenda.values()
        if day.on is not None and day.module in ahead and not is_over(day)
    ]
    return tuple(sorted(days, key=lambda day: (day.on, day.module, day.id)))


def next_date(case: Case) -> NextDate | None:
    """The earliest day of a workshop that is still ahead, or of a call that was promised; past ones are overdue."""
    ahead = {booking.module for booking in case.bookings.values() if booking.state.is_ahead}
    days = [
        NextDate(on=day.on, title=day.title, at=day.start, place=day.place)
        for day in case.agenda.values()
        if day.on is not None and day.module in ahead and not is_over(day)
    ]
    calls = [
        NextDate(on=note.call_back_on, title=note.words.text, is_call=True)
        for note in case.notes.values()
        if note.call_back_on is not None and not note.done
    ]
    return min([*days, *calls], key=lambda item: (item.on, item.title), default=None)


def _search_text(case: Case, title: str) -> str:
    def words() -> Iterable[str]:
        yield title
        for commune in case.head.communes:
            yield from (commune.district, commune.key or "")
        yield from (person.name for person in case.people.values())
        yield from case.modules
        yield from (booking.state.value for booking in case.bookings.values())
        yield case.head.adviser
        if case.handover is not None:
            yield case.handover.to

    return "".join(f" {word}" for text in words() for word in fold(text).split())
