"""Opening cases, booking modules, and opening what exists."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING

from advisor_app.domain.agenda import day_from_template
from advisor_app.domain.assessment import Assessment, AssessmentKind
from advisor_app.domain.booking import Booking, Financing
from advisor_app.domain.case import Case, CaseCommune, CaseHead
from advisor_app.domain.catalog import Catalog
from advisor_app.domain.changes import (
    AgendaDaySet,
    AssessmentMigrationSet,
    AssessmentSet,
    BookingSet,
    Change,
    HeadSet,
)
from advisor_app.domain.commune import EXAMPLE_COMMUNE, Commune
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.reduction import reduce
from advisor_app.services.clock import Clock, today
from advisor_app.services.ids import new_id
from advisor_app.services.names import named
from advisor_app.services.plausible import refuse_implausible
from advisor_app.services.questionnaires import Questionnaires
from advisor_app.services.session import Author, CaseSession, Check

if TYPE_CHECKING:
    from advisor_app.domain.funding import FundingVerdict
    from advisor_app.domain.prices import PriceList
    from advisor_app.storage.cases import CaseStore, NewestChange


class Cases:
    """The cases of one data folder."""

    def __init__(  # noqa: PLR0913  # what cases are made of, the last ones by name
        self,
        store: CaseStore,
        catalog: Catalog,
        questionnaires: Questionnaires,
        author: Author,
        clock: Clock,
        checks: tuple[Check, ...],
        *,
        require_recovery: Callable[[], None],
        prices: Callable[[], PriceList],
    ) -> None:
        """``require_recovery`` refuses a real case while its data could be lost with the device.

        ``prices`` tells what modules cost by now.
        """
        self._prices = prices
        self._store = store
        self._catalog = catalog
        self._questionnaires = questionnaires
        self._author = author
        self._clock = clock
        self._checks = checks
        self._require_recovery = require_recovery

    def create(
        self,
        commune: Commune,
        modules: Iterable[str],
        *,
        others: Iterable[Commune] = (),
        draft: bool = False,
        wish: str = "",
        further: Callable[[Case], Iterable[Change]] | None = None,
    ) -> CaseSession:
        """Open a case with bookings, one workshop assessment per module with a questionnaire, and its agenda.

        ``commune`` leads the case, ``others`` take part in it; ``further`` says what else belongs to the same step.
        Raises AdvisorError: UNKNOWN_MODULE, or RECOVERY_MISSING for any but the worked example's, before anything is
        written.
        """
        wanted = self._known_modules(modules)
        if commune.id != EXAMPLE_COMMUNE:
            self._require_recovery()
        head = CaseHead(
            communes=tuple({item.id: as_case_commune(item) for item in (commune, *others)}.values()),
            opened_on=today(self._clock),
            adviser=self._author.name,
            wish=wish,
            draft=draft,
        )
        case = Case(id=new_id(), head=head)
        booked = self._booked(case, wanted)
        for change in booked:
            case = reduce(case, change)
        changes: list[Change] = [HeadSet(None, head), *booked]
        if further is not None:
            changes += further(case)
        return self._first_step(case.id, changes)

    def further_bookings(self, case: Case, modules: Iterable[str]) -> list[Change]:
        """The changes that book modules in a case that is there.

        Raises AdvisorError: UNKNOWN_MODULE, MODULE_BOOKED for one that the case has.
        """
        wanted = self._known_modules(modules)
        for module in wanted:
            if module in case.modules:
                raise AdvisorError(Problem.MODULE_BOOKED, name=module)
        return self._booked(case, wanted)

    def _booked(self, case: Case, modules: Iterable[str]) -> list[Change]:
        changes: list[Change] = []
        for module in modules:
            booked = self.booking_changes(case, module)
            for change in booked:
                case = reduce(case, change)
            changes += booked
        return changes

    def open(self, case_id: str) -> CaseSession:
        """Open a case; raises AdvisorError(UNKNOWN_CASE)."""
        return self._session(self._store.load(case_id))

    def load(self, case_id: str) -> Case:
        """The snapshot of a case, to read only; raises AdvisorError(UNKNOWN_CASE)."""
        return self._store.load(case_id)

    def load_all(self) -> list[Case]:
        """The snapshots of all cases, oldest first; with thousands this takes over a second."""
        return self._store.load_all()

    def newest_change(self) -> NewestChange | None:
        """The last change of any case, None where nothing was ever changed."""
        return self._store.newest_change()

    def resolve(self, text: str) -> str:
        """The id of the case that an id or its unique beginning or end names; raises AdvisorError(UNKNOWN_CASE)."""
        return named(text, self._store.ids(), Problem.UNKNOWN_CASE)

    def open_named(self, text: str) -> CaseSession:
        """Open the case that somebody names; raises AdvisorError(UNKNOWN_CASE)."""
        return self.open(self.resolve(text))

    def load_named(self, text: str) -> Case:
        """The snapshot of the case that somebody names, to read only; raises AdvisorError(UNKNOWN_CASE)."""
        return self.load(self.resolve(text))

    def of_commune(self, commune: str) -> list[str]:
        """Ids of the cases that a commune (by id) leads, oldest first."""
        return self._store.ids(commune)

    def earlier(self, case: Case) -> tuple[Case, ...]:
        """The cases of its commune alone that were opened before it, oldest first."""
        from advisor_app.domain.earlier_cases import are_of_one_commune

        ids = self._store.ids(case.commune.id)
        before = ids[: ids.index(case.id)] if case.id in ids else ids
        found = (self._store.load(name) for name in before)
        return tuple(other for other in found if are_of_one_commune(case, other))

    def booking_changes(self, case: Case, module: str) -> list[Change]:
        """The changes that book a module: the booking, its assessment and the days its agenda proposes."""
        booking = Booking(
            id=new_id(),
            module=module,
            commune=case.commune.id,
            requested_on=today(self._clock),
            financing=Financing.OPEN,
            price=self._prices().price(module, today(self._clock)),
        )
        changes: list[Change] = [BookingSet(booking.id, None, booking)]
        questionnaire = self._catalog.questionnaire_of(module)
        has_assessment = questionnaire is not None and any(
            item.questionnaire == questionnaire.id for item in case.assessments.values()
        )
        if questionnaire is not None and not has_assessment:
            assessment = self.new_assessment(case, questionnaire.id, AssessmentKind.WORKSHOP)
            changes.append(AssessmentSet(assessment.id, None, assessment))
        if not any(day.module == module for day in case.agenda.values()):
            changes += self._agenda_changes(module)
        return changes

    def cancel_changes(self, case: Case, module: str) -> list[Change]:
        """The changes that take a module out again; answers and agenda days that were worked on are kept."""
        changes: list[Change] = [
            BookingSet(booking.id, booking, None) for booking in case.bookings.values() if booking.module == module
        ]
        questionnaire = self._catalog.questionnaire_of(module)
        for assessment in case.assessments.values():
            untouched = not case.answers.get(assessment.id) and not case.targets.get(assessment.id)
            if questionnaire is not None and assessment.questionnaire == questionnaire.id and untouched:
                changes.append(AssessmentSet(assessment.id, assessment, None))
                changes.append(AssessmentMigrationSet(assessment.id, case.migrations.get(assessment.id), None))
        changes.extend(
            AgendaDaySet(day.id, day, None)
            for day in case.agenda.values()
            if day.module == module and all(step.started is None and not step.note for step in day.steps)
        )
        return changes

    def new_assessment(self, case: Case, questionnaire_id: str, kind: AssessmentKind) -> Assessment:
        """An assessment with the questionnaire of today's packs; raises AdvisorError(UNKNOWN_QUESTIONNAIRE)."""
        questionnaire = self._catalog.questionnaires.get(questionnaire_id)
        if questionnaire is None:
            raise AdvisorError(Problem.UNKNOWN_QUESTIONNAIRE, name=questionnaire_id)
        return Assessment(
            id=new_id(),
            kind=kind,
            questionnaire=questionnaire.id,
            version=questionnaire.version,
            digest=self._questionnaires.keep(questionnaire),
            number=max((item.number for item in case.assessments.values()), default=0) + 1,
        )

    def check_funding(
        self, modules: Iterable[str], on: date, communes: Iterable[str] = (), except_case: str | None = None
    ) -> FundingVerdict:
        """Who pays for the modules on a day, with the earlier bookings of each of the communes (by id) counted."""
        from advisor_app.domain.funding import check_funding

        earlier: dict[str, str | None] = {}
        for commune in communes:
            for case_id, booking in self._store.bookings_of(commune):
                if case_id != except_case and booking.state.uses_funding:
                    # Whoever paid for a module once has paid, whatever the commune paid itself later.
                    earlier[booking.module] = earlier.get(booking.module) or self._programme_of(booking, on)
        return check_funding(self._catalog.funding, self._known_modules(modules), on, earlier)

    def earlier_bookings(self, communes: Iterable[str], except_case: str) -> list[tuple[str, Booking]]:
        """Bookings of communes (by id) in other cases, each with its case, in the order of the communes."""
        every = (found for commune in communes for found in self._store.bookings_of(commune))
        return [(case_id, booking) for case_id, booking in every if case_id != except_case]

    def _programme_of(self, booking: Booking, on: date) -> str | None:
        """Who pays, or while that is open: who would pay, so that nobody counts on the same money twice."""
        if booking.programme is not None or booking.financing not in {Financing.OPEN, Financing.PROGRAMME}:
            return booking.programme
        from advisor_app.domain.funding import programme_for

        day = booking.applied_on or booking.requested_on or on
        programme = programme_for(self._catalog.funding, booking.module, day)
        return None if programme is None else programme.id

    def _agenda_changes(self, module: str) -> list[Change]:
        templates = [
            template
            for template in self._catalog.agendas.values()
            if template.module == module and template.comes_with_booking
        ]
        days = [day_from_template(template, number, new_id) for number, template in enumerate(templates, 1)]
        return [AgendaDaySet(day.id, None, day) for day in days]

    def _known_modules(self, modules: Iterable[str]) -> tuple[str, ...]:
        wanted = tuple(dict.fromkeys(modules))
        for module in wanted:
            if module not in self._catalog.modules:
                raise AdvisorError(Problem.UNKNOWN_MODULE, name=module)
        return wanted

    def _first_step(self, case_id: str, changes: list[Change]) -> CaseSession:
        from advisor_app.storage.log import Entry

        for change in changes:
            refuse_implausible(change)
        self._store.commit(
            case_id,
            changes,
            Entry(batch=new_id(), author=self._author.name, device=self._author.device, at=self._clock.now()),
        )
        session = self._session(self._store.load(case_id))
        session.last_commit = self._clock.now()
        return session

    def _session(self, case: Case) -> CaseSession:
        return CaseSession(self._store, case, self._author, self._clock, self._checks)


def as_case_commune(commune: Commune) -> CaseCommune:
    """A commune of the register as a case keeps it."""
    return CaseCommune(
        id=commune.id,
        key=commune.key,
        name=commune.name,
        designation=commune.designation,
        kind=commune.kind,
        district=commune.district,
        population=commune.population,
    )
