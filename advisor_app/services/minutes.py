"""The minutes of workshop days: entries made, changed and released; tasks that become measures of the plan."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from advisor_app.domain.agenda_course import day_at_hand, step_at_hand
from advisor_app.domain.changes import Change, MeasureSet, MinutesEntrySet
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.local_time import LOCAL
from advisor_app.domain.minutes import WITH_UNTIL, WITH_WHO, EntryKind, MinutesEntry, first_audience
from advisor_app.domain.minutes_line import MinutesLine, read_line
from advisor_app.domain.plan import Measure, MeasureState
from advisor_app.domain.plan_edits import addition
from advisor_app.domain.words import Audience, Words
from advisor_app.services.clock import Clock, today
from advisor_app.services.ids import new_id
from advisor_app.texts import Texts
from advisor_app.texts.numbers import format_date

if TYPE_CHECKING:
    from advisor_app.domain.agenda import AgendaDay, AgendaStep
    from advisor_app.domain.case import Case

_LONGEST_TITLE = 90


@dataclass(frozen=True, slots=True)
class Place:
    """Where an entry belongs: a day and, where there is one, a step."""

    day: AgendaDay
    step: AgendaStep | None


class Minutes:
    """What can be done with the minutes of a case."""

    def __init__(self, texts: Texts, clock: Clock) -> None:
        self._texts = texts
        self._clock = clock

    def place_at_hand(self, case: Case, step: str = "") -> Place | None:
        """The step (an id) that one looks at, else the one that runs or comes next; None where the case has no day."""
        for day in case.agenda.values():
            for item in day.steps:
                if item.id == step:
                    return Place(day, item)
        found = day_at_hand(case.agenda.values(), today(self._clock))
        return None if found is None else Place(found, step_at_hand(found))

    def names(self, case: Case) -> tuple[str, ...]:
        """What may follow an @ as it stands: functions, offices and who was named before."""
        functions = (contact.function for contact in case.contacts.values())
        taking_part = (text for item in case.participants.values() for text in (item.function, item.office))
        named = (entry.who for entry in case.minutes.values())
        return tuple(dict.fromkeys(name.strip() for name in (*functions, *taking_part, *named) if name.strip()))

    def read(self, case: Case, line: str, kind: EntryKind) -> MinutesLine:
        """What somebody means who types a line."""
        return read_line(line, kind, today(self._clock), self.names(case))

    def new_entry(self, place: Place, kind: EntryKind, text: str) -> MinutesEntry:
        """A fresh entry, for those who may read its kind at first."""
        return MinutesEntry(
            id=new_id(),
            day=place.day.id,
            step="" if place.step is None else place.step.id,
            kind=kind,
            at=self._clock.now(),
            words=Words(text, first_audience(kind)),
        )

    def typed(self, case: Case, entry: MinutesEntry, line: str) -> MinutesEntry:
        """The entry as a line says it; a line of nothing but who and until stays as it is typed."""
        read = self.read(case, line, entry.kind)
        words = Words(read.text or line.strip(), entry.words.audience)
        return replace(entry, words=words, who=read.who, until=read.until)

    def with_kind(self, entry: MinutesEntry, kind: EntryKind) -> MinutesEntry:
        """The entry as one of another kind; who may read it follows unless somebody has decided otherwise."""
        audience = entry.words.audience
        if audience is first_audience(entry.kind):
            audience = first_audience(kind)
        return replace(
            entry,
            kind=kind,
            words=Words(entry.words.text, audience),
            who=entry.who if kind in WITH_WHO else "",
            until=entry.until if kind in WITH_UNTIL else None,
            done=entry.done and kind in WITH_UNTIL,
        )

    def release(self, entries: Iterable[MinutesEntry], audience: Audience) -> tuple[MinutesEntrySet, ...]:
        """The changes by which entries are for an audience; none for those that are already."""
        return tuple(
            MinutesEntrySet(entry.id, entry, replace(entry, words=Words(entry.words.text, audience)))
            for entry in entries
            if entry.words.audience is not audience
        )

    def is_in_plan(self, case: Case, entry: MinutesEntry) -> bool:
        """Whether a task has become a measure that is still there."""
        return bool(entry.measure) and entry.measure in case.measures

    def to_measures(self, case: Case, entries: Iterable[MinutesEntry]) -> tuple[Change, ...]:
        """The changes by which tasks become measures of the plan, each once and naming where it comes from.

        Raises AdvisorError(TASK_IN_PLAN) where nothing is left to take over.
        """
        tasks = [entry for entry in entries if entry.kind is EntryKind.TASK]
        fresh = [entry for entry in tasks if not self.is_in_plan(case, entry)]
        if tasks and not fresh:
            raise AdvisorError(Problem.TASK_IN_PLAN, measure=tasks[0].measure)
        measures, changes = dict(case.measures), list[Change]()
        for entry in fresh:
            added = addition(measures, _title(entry.words.text))
            if added.after is None:
                continue
            measure = self._measure(case, entry, added.after)
            measures[measure.id] = measure
            changes.append(MeasureSet(measure.id, None, measure))
            changes.append(MinutesEntrySet(entry.id, entry, replace(entry, measure=measure.id)))
        return tuple(changes)

    def _measure(self, case: Case, entry: MinutesEntry, blank: Measure) -> Measure:
        origin = self._origin(case, entry)
        whole = entry.words.text.strip()
        description = origin if whole == blank.title else f"{whole}\n\n{origin}"
        return replace(
            blank,
            description=description,
            responsible=entry.who,
            end=entry.until,
            state=MeasureState.DONE if entry.done else MeasureState.PLANNED,
        )

    def _origin(self, case: Case, entry: MinutesEntry) -> str:
        day = case.agenda.get(entry.day)
        on = entry.at.astimezone(LOCAL).date() if day is None or day.on is None else day.on
        words = self._texts("minutes.origin", day=format_date(on, self._texts.language))
        steps = () if day is None else day.steps
        step = next((step.title for step in steps if step.id == entry.step), "")
        return self._texts("minutes.origin-step", origin=words, step=step) if step else words


def _title(text: str) -> str:
    """The first sentence of a text, cut at a word where it is long."""
    line = " ".join(text.split())
    if len(line) <= _LONGEST_TITLE:
        return line
    return f"{line[:_LONGEST_TITLE].rsplit(' ', 1)[0].rstrip(',;:')} …"
