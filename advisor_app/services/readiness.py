"""„Startklar?“: everything a workshop day needs, looked at by the program where it can and vouched for where not."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from advisor_app.domain.agenda import AgendaDay, is_over
from advisor_app.domain.case import Case
from advisor_app.domain.changes import ReadyCheckSet
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.readiness import (
    ReadyCheck,
    ReadyPoint,
    ReadyResult,
    ReadyState,
    with_result,
    without_result,
)
from advisor_app.domain.sent_form import FormStage
from advisor_app.services.agendas import named_day
from advisor_app.services.clock import Clock, today
from advisor_app.services.documents import pdf_name
from advisor_app.services.print_packs import Copies, write_pack

if TYPE_CHECKING:
    from advisor_app.services.backups import Backups
    from advisor_app.services.document_offer import Offer
    from advisor_app.services.documents import Cancelled, Documents, Progress
    from advisor_app.services.forms import Forms
    from advisor_app.services.print_packs import PackItem, PrintPack, PrintPacks

_NEAR = timedelta(days=7)
FOLDER_KINDS = ("emergency-folder", "run-sheet", "questionnaire-blank")
"""What lies in the emergency folder: kinds of documents, in their order. The first has the voting cards in it."""


class Readiness:
    """Looks and says which changes keep the result; only ``checked`` and ``draw_folder`` take long: for a worker."""

    def __init__(
        self, documents: Documents, packs: PrintPacks, forms: Forms, backups: Callable[[], Backups], clock: Clock
    ) -> None:
        """``backups`` is asked for when a backup is opened: nothing else needs it."""
        self._documents = documents
        self._packs = packs
        self._forms = forms
        self._backups = backups
        self._clock = clock

    def days(self, case: Case) -> tuple[AgendaDay, ...]:
        """The workshop days that are still ahead, those with a date first and in order."""
        on = today(self._clock)
        ahead = (day for day in case.agenda.values() if not is_over(day) and (day.on is None or day.on >= on))
        return tuple(
            sorted(ahead, key=lambda day: (day.on is None, day.on or date.max, day.module, day.number, day.id))
        )

    def find(self, case: Case, name: str) -> AgendaDay:
        """The day that is named (``named_day``), else the next one.

        Raises AdvisorError: UNKNOWN_DAY, NO_DAY, NO_DAY_AHEAD where all are over.
        """
        if name:
            return named_day(case, name)
        coming = self.days(case)
        if not coming:
            raise AdvisorError(Problem.NO_DAY_AHEAD if case.agenda else Problem.NO_DAY)
        return coming[0]

    def check_of(self, case: Case, day: AgendaDay) -> ReadyCheck:
        """What is known of a day, empty where nobody has looked."""
        return case.ready_checks.get(day.id) or ReadyCheck(id=day.id)

    def checked(self, case: Case, day: AgendaDay) -> tuple[ReadyResult, ...]:
        """What the program finds out by itself; opens the newest backup, or a new one, as a test.

        What is wrong with a backup is a result, too.
        """
        return (self._answers(case, day), self._backup(), self._contact(case))

    def kept(self, case: Case, day: AgendaDay, results: Iterable[ReadyResult]) -> ReadyCheckSet:
        """The change that keeps results; see ``with_result``."""
        check = self.check_of(case, day)
        for result in results:
            check = with_result(check, result)
        return ReadyCheckSet(day.id, case.ready_checks.get(day.id), check)

    def ticked(self, case: Case, day: AgendaDay, point: ReadyPoint, *, ready: bool) -> ReadyCheckSet:
        """The change by which somebody vouches for a point, or no longer does."""
        before = case.ready_checks.get(day.id)
        if ready:
            result = ReadyResult(point=point, state=ReadyState.READY, at=self._clock.now(), by_hand=True)
            return self.kept(case, day, [result])
        after = without_result(self.check_of(case, day), point)
        return ReadyCheckSet(day.id, before, after if after.results else None)

    def made(self, case: Case, day: AgendaDay, point: ReadyPoint, pages: int) -> ReadyCheckSet:
        """The change that notes that papers of so many pages were made."""
        result = ReadyResult(point=point, state=ReadyState.READY, at=self._clock.now(), found=pages, wanted=pages)
        return self.kept(case, day, [result])

    def folder_name(self, case: Case) -> str:
        """A name for the file of the emergency folder (Notfallmappe_Eschentalbach.pdf)."""
        return pdf_name(self._documents.title(FOLDER_KINDS[0]), case.commune.name)

    def folder_items(self, case: Case, day: AgendaDay) -> tuple[PackItem, ...]:
        """What the emergency folder of a day is made from; raises AdvisorError where nothing of it can be made."""
        keys = [offer.key for kind in FOLDER_KINDS for offer in self._offers(case, day, kind)]
        return self._packs.gather(case, [Copies(key.kind, key.item, 1) for key in keys])

    def draw_folder(
        self, items: tuple[PackItem, ...], progress: Progress | None = None, cancelled: Cancelled | None = None
    ) -> PrintPack:
        """The emergency folder as one file for both sides of the paper; raises as ``PrintPacks.draw`` does."""
        name = self._documents.title(FOLDER_KINDS[0])
        return self._packs.draw(items, duplex=True, name=name, progress=progress, cancelled=cancelled)

    def write_folder(self, pack: PrintPack, file: Path) -> None:
        """Write the emergency folder; raises as ``write_pack`` does."""
        write_pack(pack, file)

    def is_eve(self, day: AgendaDay) -> bool:
        """Whether a day is tomorrow or today: then it should be ready."""
        on = today(self._clock)
        return day.on is not None and on <= day.on <= on + timedelta(days=1) and not is_over(day)

    def is_near(self, day: AgendaDay) -> bool:
        """Whether what is printed now is for a day: it is within a week."""
        on = today(self._clock)
        return day.on is not None and on <= day.on <= on + _NEAR and not is_over(day)

    def _offers(self, case: Case, day: AgendaDay, kind: str) -> Iterable[Offer]:
        """The documents of a kind that belong to a day: about it, or about its module."""
        offers = [offer for offer in self._documents.offers(case) if offer.kind == kind and offer.missing is None]
        about = [offer for offer in offers if offer.item == day.id]
        return about or [offer for offer in offers if not offer.modules or day.module in offer.modules][:1]

    def _answers(self, case: Case, day: AgendaDay) -> ReadyResult:
        surveys = (item for item in self._forms.of_modules(case) if item.module == day.module)
        newest = [role.forms[0] for survey in surveys for role in survey.roles if role.forms]
        found = sum(form.stage is FormStage.IMPORTED for form in newest)
        return self._result(ReadyPoint.ANSWERS, bool(newest) and found == len(newest), found, len(newest))

    def _contact(self, case: Case) -> ReadyResult:
        people = [case.people.get(contact.person) for contact in case.contacts.values()]
        found = sum(person is not None and bool(person.name.strip() and person.phone.strip()) for person in people)
        return self._result(ReadyPoint.CONTACT, found > 0, found, max(len(people), 1))

    def _backup(self) -> ReadyResult:
        backups = self._backups()
        try:
            newest = backups.newest
            backup = backups.create().backup if newest is None or backups.is_changed else newest
            contents = backups.contents(backup) if backups.verify(backup) else None
        except AdvisorError:
            return self._result(ReadyPoint.BACKUP, False, 0, 1)
        cases = contents.cases if contents is not None else None
        count = len(cases or ())
        return self._result(ReadyPoint.BACKUP, count > 0, count, max(backup.cases, 1))

    def _result(self, point: ReadyPoint, ready: bool, found: int, wanted: int) -> ReadyResult:  # noqa: FBT001  # a verdict
        state = ReadyState.READY if ready else ReadyState.NOT_READY
        return ReadyResult(point=point, state=state, at=self._clock.now(), found=found, wanted=wanted)
