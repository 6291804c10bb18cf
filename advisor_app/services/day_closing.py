"""Closing a workshop day: what is open, the „16-Uhr-Paket“ in one folder, and the state of the minutes that is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from advisor_app.domain.agenda import AgendaDay, AgendaStep, StepKind, StepState, coded_days, state_of
from advisor_app.domain.attendance import HalfDay, in_order, is_present
from advisor_app.domain.attendance_hours import minutes_by_half
from advisor_app.domain.changes import Change, WorkingStateSet
from advisor_app.domain.day_minutes import DayMinutes, content_digest, day_minutes, is_changed_since, last_state
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.evidence import Evidence, SubjectKind
from advisor_app.domain.local_time import LOCAL
from advisor_app.domain.minutes import EntryKind, MinutesEntry, WorkingState, is_open, lacks_until, lacks_who
from advisor_app.domain.reduction import reduce
from advisor_app.domain.release import released_to
from advisor_app.domain.words import Audience
from advisor_app.services.agendas import named_day
from advisor_app.services.clock import Clock, today
from advisor_app.services.documents import file_stem, make_folder
from advisor_app.services.forms import FEEDBACK
from advisor_app.services.ids import new_id
from advisor_app.texts import Texts
from advisor_app.texts.numbers import format_date
from advisor_app.whole_file import hand_out

if TYPE_CHECKING:
    from advisor_app.domain.assessment import Assessment
    from advisor_app.domain.case import Case
    from advisor_app.services.document_archive import DeliveredDocument, Delivery, DocumentArchive
    from advisor_app.services.documents import Documents
    from advisor_app.services.preferences import PreferencesFile
    from advisor_app.services.questionnaires import Questionnaires

_PRODUCT = "Beraterkoffer"
MINUTES, PHOTO_MINUTES, TASK_LIST, MAYOR_PAGE = "minutes", "photo-minutes", "task-list", "mayor-page"

Step = Callable[[float, str], None]
"""Told how far the work is (0 to 1) and what comes; raises AdvisorError(CANCELLED) to stop it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DaySummary:
    """What is to be seen before a day is closed.

    ``unasked`` counts visible questions of the day's module that nobody has answered. ``attendance`` counts people by
    half day. ``forms_out`` and ``forms_back`` count feedback forms. ``documents`` are the kinds that the package would
    hold now, ``has_dates`` says whether a calendar file is among its other files.
    """

    day: AgendaDay
    open_steps: tuple[AgendaStep, ...]
    skipped_steps: tuple[AgendaStep, ...]
    unasked: int
    lacking: tuple[MinutesEntry, ...]
    open_entries: tuple[MinutesEntry, ...]
    unreleased: tuple[MinutesEntry, ...]
    awaited_photos: tuple[Evidence, ...]
    unreleased_photos: tuple[Evidence, ...]
    attendance: Mapping[HalfDay, int]
    participants: int
    forms_out: int
    forms_back: int
    state: WorkingState | None
    is_changed: bool
    documents: tuple[str, ...]
    has_dates: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosingOrder:
    """A package on its way: the case with the state that is kept, and the documents as they are to be drawn."""

    case: Case
    day: AgendaDay
    state: WorkingState
    is_new: bool
    deliveries: tuple[tuple[Delivery, str], ...]
    mail_words: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosedDay:
    """A package that was written: its files, the changes by which the case remembers it."""

    folder: Path
    files: tuple[Path, ...]
    state: WorkingState
    delivered: tuple[DeliveredDocument, ...]
    changes: tuple[Change, ...]


class DayClosing:
    """Closes workshop days."""

    def __init__(
        self,
        documents: Documents,
        archive: DocumentArchive,
        settings: PreferencesFile,
        texts: Texts,
        clock: Clock,
        questionnaires: Questionnaires,
    ) -> None:
        self._documents = documents
        self._archive = archive
        self._settings = settings
        self._texts = texts
        self._clock = clock
        self._questionnaires = questionnaires

    def find(self, case: Case, name: str) -> AgendaDay:
        """The day that is named (``named_day``); without a name the one that took place last, never one to come.

        Raises AdvisorError: NO_DAY, UNKNOWN_DAY, NO_DAY_HELD.
        """
        if not case.agenda:
            raise AdvisorError(Problem.NO_DAY)
        if name:
            return named_day(case, name)
        held = [(on, day.module, day.number, day.id) for day in case.agenda.values() for on in self._held_on(day)]
        if not held:
            raise AdvisorError(Problem.NO_DAY_HELD)
        return case.agenda[max(held)[-1]]

    def folder(self, case: Case, day: AgendaDay) -> Path:
        """Where the package of a day goes: a folder for each working state in the place that the adviser has chosen."""
        from platformdirs import user_documents_path

        chosen = self._settings.current.package_place.strip()
        place = Path(chosen).expanduser() if chosen else user_documents_path() / _PRODUCT
        code = next(code for code, other in coded_days(case.agenda.values()) if other.id == day.id)
        state, _ = self._state(case, day)
        words = (case.commune.name, "" if day.on is None else day.on.isoformat(), code)
        number = self._texts("day-closing.folder", number=state.number)
        return place / file_stem(*filter(None, words), number)

    def summary(self, case: Case, day: AgendaDay) -> DaySummary:
        """What is open, who was there, what came back."""
        minutes = day_minutes(case, day)
        entries, photos = minutes.entries, minutes.photos
        state = last_state(case, day.id)
        forms = [form for form in case.sent_forms.values() if form.document.kind == FEEDBACK]
        return DaySummary(
            day=day,
            open_steps=tuple(step for step in day.steps if state_of(step) is StepState.OPEN),
            skipped_steps=tuple(step for step in day.steps if step.skipped and step.kind is StepKind.WORK),
            unasked=sum(
                len(self._questionnaires.evaluate(case, made).missing()) for made in self._assessments(case, day)
            ),
            lacking=tuple(entry for entry in entries if lacks_who(entry) or lacks_until(entry)),
            open_entries=tuple(entry for entry in entries if is_open(entry)),
            unreleased=tuple(entry for entry in entries if entry.words.audience is Audience.INTERNAL),
            awaited_photos=tuple(_awaited(case, day)),
            unreleased_photos=tuple(photo for photo in photos if photo.caption.audience is Audience.INTERNAL),
            attendance=attendance_by_half(case, day),
            participants=len(case.participants),
            forms_out=len(forms),
            forms_back=sum(len(form.returns) for form in forms),
            state=state,
            is_changed=state is not None and is_changed_since(case, state),
            documents=tuple(kind for kind, _ in self._kinds(case, day)),
            has_dates=bool(_dated(case, day)),
        )

    def order(self, case: Case, day: AgendaDay) -> ClosingOrder:
        """Begin to close a day as the case stands now: a new working state where the minutes say something new."""
        state, is_new = self._state(case, day)
        changed = reduce(case, WorkingStateSet(state.id, None, state)) if is_new else case
        deliveries = []
        for kind, item in self._kinds(changed, day):
            given = self._documents.input_of(changed, kind, item)
            deliveries.append((self._archive.delivery(kind, given), self._documents.file_name(kind, given)))
        return ClosingOrder(
            case=changed,
            day=day,
            state=state,
            is_new=is_new,
            deliveries=tuple(deliveries),
            mail_words=self._words(changed, day, state),
        )

    def write(self, order: ClosingOrder, folder: Path, step: Step | None = None) -> ClosedDay:
        """Write everything into a folder, and keep each document as it is: all of it, or nothing. Made for a worker.

        Raises AdvisorError: CANCELLED, FILE_NOT_WRITABLE, DOCUMENT_NOT_ARCHIVED.
        """
        make_folder(folder)
        delivered: list[DeliveredDocument] = []
        files: list[Path] = []
        total = len(order.deliveries) + 2
        try:
            for place, (delivery, name) in enumerate(order.deliveries):
                if step is not None:
                    step(place / total, delivery.title)
                done = self._archive.hand_over(delivery, folder / name)
                delivered.append(done)
                files.append(done.file)
            if step is not None:
                step(len(order.deliveries) / total, self._texts("day-closing.copy"))
            files += self._beside(order, folder, tuple(files))
            if step is not None:
                step(1.0, "")
        except AdvisorError:
            self.give_up(delivered, files)
            raise
        state = replace(order.state, archived_documents=tuple(item.entry.id for item in delivered))
        before = None if order.is_new else order.case.working_states[state.id]
        return ClosedDay(
            folder=folder,
            files=tuple(files),
            state=state,
            delivered=tuple(delivered),
            changes=(WorkingStateSet(state.id, before, state), *(item.change for item in delivered)),
        )

    def give_up(self, delivered: Sequence[DeliveredDocument], files: Sequence[Path]) -> None:
        """Keep nothing of a package that the case could not take in, and take its files away again."""
        for item in delivered:
            self._archive.give_up(item)
        for file in files:
            with suppress(OSError):
                file.unlink(missing_ok=True)

    def _held_on(self, day: AgendaDay) -> Iterator[date]:
        """The day on which steps ran last; where none did, the planned one if it is not to come."""
        begun = [step.started.astimezone(LOCAL).date() for step in day.steps if step.started is not None]
        if begun:
            yield max(begun)
        elif day.on is not None and day.on <= today(self._clock):
            yield day.on

    def _state(self, case: Case, day: AgendaDay) -> tuple[WorkingState, bool]:
        """The state to be kept and whether it is a new one: the same minutes are the same state."""
        last = last_state(case, day.id)
        if last is not None and not is_changed_since(case, last):
            return last, False
        number = 1 if last is None else last.number + 1
        digest = content_digest(case, day)
        return WorkingState(id=new_id(), day=day.id, number=number, at=self._clock.now(), digest=digest), True

    def _kinds(self, case: Case, day: AgendaDay) -> Iterator[tuple[str, str]]:
        """The documents of the package with what each is about.

        Photo minutes only where photos are released, the page for the mayor only where the case has an assessment.
        """
        yield MINUTES, day.id
        if _released(case, day).photos:
            yield PHOTO_MINUTES, day.id
        yield TASK_LIST, day.id
        made = next(self._assessments(case, day), None) or case.default_assessment()
        if made is not None:
            yield MAYOR_PAGE, made.id

    def _assessments(self, case: Case, day: AgendaDay) -> Iterator[Assessment]:
        """Where the commune stands in the day's module."""
        for made in case.current_assessments():
            if self._questionnaires.of(made).module == day.module:
                yield made

    def _beside(self, order: ClosingOrder, folder: Path, files: Sequence[Path]) -> Iterator[Path]:
        """What is no document of the archive: the editable copy, the calendar and the message."""
        from advisor_app.services.day_mail import day_message

        kinds = (delivery.kind for delivery, _ in order.deliveries)
        papers = dict(zip(kinds, files, strict=True))
        enclosed = {self._texts(f"document-kinds.{kind}"): file for kind, file in papers.items() if kind != MAYOR_PAGE}
        delivery, name = order.deliveries[0]
        yield self._documents.create_copy(MINUTES, delivery.given, folder / Path(name).with_suffix(".docx").name)
        calendar = self._calendar(order)
        if calendar is not None:
            file = folder / f"{self._texts('day-closing.calendar-file')}.ics"
            hand_out(file, calendar)
            enclosed[self._texts("day-closing.calendar-file")] = file
            yield file
        message = folder / f"{self._texts('day-closing.mail-file')}.eml"
        hand_out(message, day_message(order.case, self._texts, order.mail_words, enclosed), private=True)
        yield message

    def _calendar(self, order: ClosingOrder) -> bytes | None:
        """The days of what is to be done; None where there are none."""
        from advisor_app.exchange.calendar_file import DueTask, write_calendar

        due = [
            DueTask(
                uid=entry.id,
                title=": ".join(filter(None, (entry.who, entry.words.text))),
                until=until,
                details=self._texts("day-closing.calendar-details", commune=order.case.commune.title),
                done=entry.done,
            )
            for entry, until in _dated(order.case, order.day)
        ]
        return write_calendar(order.case.commune.title, due, order.state.at) if due else None

    def _words(self, case: Case, day: AgendaDay, state: WorkingState) -> dict[str, str]:
        head = case.head
        on = day.on or next(self._held_on(day), state.at.astimezone(LOCAL).date())
        return {
            "commune": case.commune.title,
            "title": day.title,
            "day": format_date(on, self._texts.language),
            "adviser": ", ".join(filter(None, (head.adviser, head.provider or self._settings.current.provider))),
        }


def _released(case: Case, day: AgendaDay) -> DayMinutes:
    """What of a day may go to those who were there."""
    return day_minutes(released_to(case, Audience.MINUTES), day)


def _dated(case: Case, day: AgendaDay) -> tuple[tuple[MinutesEntry, date], ...]:
    """The tasks and open points of a day that are released and have a day, with that day."""
    minutes = _released(case, day)
    entries = (*minutes.of_kind(EntryKind.TASK), *minutes.of_kind(EntryKind.OPEN_POINT))
    return tuple((entry, entry.until) for entry in entries if entry.until is not None)


def attendance_by_half(case: Case, day: AgendaDay) -> Mapping[HalfDay, int]:
    """How many people were there in each half of a day that has any work."""
    people = in_order(case.participants.values())
    return {half: sum(is_present(item, day.id, half) for item in people) for half in minutes_by_half(day)}


def _awaited(case: Case, day: AgendaDay) -> Iterator[Evidence]:
    for piece in case.evidence.values():
        if piece.is_awaited and piece.subject.kind is SubjectKind.STEP and piece.subject.part == day.id:
            yield piece
