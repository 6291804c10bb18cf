"""The services of a case: begun from the frequent ones, rated, made measures of the plan, in and out as tables."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from advisor_app.domain.catalog import Catalog
from advisor_app.domain.changes import Change, MeasureSet, OfficeSet, ServiceSet
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.freshness import model_in_force
from advisor_app.domain.plan_edits import addition
from advisor_app.domain.service import (
    MaturityRating,
    Office,
    Service,
    in_order,
    next_number,
    same_name,
    standing_rating,
)
from advisor_app.domain.service_overview import ServiceOverview, by_office, overview_of
from advisor_app.domain.service_table import SERVICES, ReadService, read_services
from advisor_app.domain.table_preview import RowQuestion, TablePreview
from advisor_app.domain.words import Audience, Words
from advisor_app.services.clock import Clock, today
from advisor_app.services.ids import new_id
from advisor_app.services.names import named
from advisor_app.services.session import CaseSession
from advisor_app.services.table_export import export_table
from advisor_app.services.table_imports import TableImports
from advisor_app.texts import Texts
from advisor_app.texts.services import cases_words, rating_sentence, read_rating, service_name, service_word

if TYPE_CHECKING:
    from advisor_app.domain.case import Case
    from advisor_app.domain.column_mapping import MappedRow
    from advisor_app.domain.knowledge import FrequentService, MaturityModel
    from advisor_app.domain.plan import Measure

_DIMENSION = "1.2"
"""What measures from the overview are about: overview of services and what is offered online."""


class ServiceOverviews:
    """What can be done with the services of a case."""

    def __init__(self, catalog: Catalog, imports: TableImports, texts: Texts, clock: Clock) -> None:
        self._catalog = catalog
        self._imports = imports
        self._texts = texts
        self._clock = clock

    @property
    def models(self) -> Mapping[str, MaturityModel]:
        """All versions of the maturity model by their ids."""
        return self._catalog.maturity_models

    @property
    def current_model(self) -> str:
        """The id of the version in force today; empty where there is none."""
        model = model_in_force(self.models.values(), today(self._clock))
        return "" if model is None else model.id

    def of(self, case: Case) -> ServiceOverview:
        """What the services of a case tell together."""
        return overview_of(case.services.values(), case.offices.values(), self.models, self.current_model)

    def find(self, case: Case, name: str) -> Service:
        """The service with a number (L-01), an id or its unique beginning or end.

        Raises AdvisorError (UNKNOWN_SERVICE, NO_SERVICE).
        """
        if not case.services:
            raise AdvisorError(Problem.NO_SERVICE)
        coded = next((one for one in case.services.values() if one.code.casefold() == name.casefold()), None)
        return coded or case.services[named(name, case.services, Problem.UNKNOWN_SERVICE)]

    def frequent(self, case: Case) -> tuple[FrequentService, ...]:
        """The frequent services of such a house that the case does not have yet."""
        taken = {service.template for service in case.services.values()}
        titles = {same_name(service.title) for service in case.services.values()}
        kinds = {commune.kind for commune in case.head.communes}
        return tuple(
            item
            for item in self._catalog.services.values()
            if kinds.intersection(item.kinds) and item.id not in taken and same_name(item.name) not in titles
        )

    def take_frequent(self, session: CaseSession) -> tuple[Service, ...]:
        """Add the frequent services that are missing, and the places outside that they belong to, in one step."""
        case, found = session.case, self.frequent(session.case)
        number = next_number(case.services.values())
        services = tuple(
            Service(
                id=new_id(),
                number=number + place,
                title=item.name,
                template=item.id,
                service_key=item.key,
                office=item.area,
            )
            for place, item in enumerate(found)
        )
        known = {same_name(office.title) for office in case.offices.values()}
        areas = dict.fromkeys(item.area for item in found if item.outside and same_name(item.area) not in known)
        offices = [Office(id=new_id(), title=area, outside=True) for area in areas]
        session.apply(
            *(ServiceSet(service.id, None, service) for service in services),
            *(OfficeSet(office.id, None, office) for office in offices),
        )
        return services

    def create(self, session: CaseSession, service: Service) -> Service:
        """Add a service under the next number and a new id."""
        added = replace(service, id=new_id(), number=next_number(session.case.services.values()))
        session.apply(ServiceSet(added.id, None, added))
        return added

    def rated(self, service: Service, words: str) -> Service:
        """The service with a level as it was typed, ``3`` or ``3 (1.1)``; without words the standing level goes.

        Raises AdvisorError(UNKNOWN_LEVEL).
        """
        if not words.strip():
            standing = standing_rating(service, self.models, self.current_model)
            return service if standing is None else service.rated(standing.model, None)
        rating = self.rating(words)
        if rating is None:
            raise AdvisorError(Problem.UNKNOWN_LEVEL, value=words.strip())
        return service.rated(rating.model, rating.level)

    def rating(self, words: str) -> MaturityRating | None:
        """The level that was typed, by the version in force unless another one is named; None where it is none."""
        return read_rating(words, self.models, self.current_model)

    def office_changes(self, case: Case, title: str, office: Office) -> tuple[Change, ...]:
        """The changes that give the office of a name another record.

        Another title renames it in all its services; where an office has that title already, both become one.
        """
        record, other = self._office(case, title), self._office(case, office.title)
        after = replace(office, id=new_id() if record is None else record.id)
        changes: list[Change] = []
        if other is not None and other != record:
            changes.append(OfficeSet(other.id, other, None))
            after = replace(after, outside=office.outside or other.outside, effects=_joined(office, other))
        if record != after:
            changes.append(OfficeSet(after.id, record, after))
        if office.title != title:
            changes += [
                ServiceSet(service.id, service, replace(service, office=office.title))
                for service in in_order(case.services.values())
                if same_name(service.office) == same_name(title)
            ]
        return tuple(changes)

    def office_addition(self, case: Case) -> tuple[OfficeSet, ...]:
        """The change that adds a place under a name that no office has."""
        taken = {same_name(office.title) for office in by_office(case.services.values(), case.offices.values())}
        name = self._texts("services.new-office")
        free = (name if number == 1 else f"{name} {number}" for number in count(1))
        office = Office(id=new_id(), title=next(title for title in free if same_name(title) not in taken), outside=True)
        return (OfficeSet(office.id, None, office),)

    def _office(self, case: Case, title: str) -> Office | None:
        return next((one for one in case.offices.values() if same_name(one.title) == same_name(title)), None)

    def is_in_plan(self, case: Case, service: Service) -> bool:
        """Whether a service has become a measure that is still there."""
        return bool(service.measure) and service.measure in case.measures

    def to_measure(self, case: Case, service: Service) -> tuple[Change, ...]:
        """The changes by which a service becomes a measure of the plan.

        Raises AdvisorError(SERVICE_IN_PLAN) where it has become one already.
        """
        if self.is_in_plan(case, service):
            raise AdvisorError(Problem.SERVICE_IN_PLAN, measure=service.measure)
        blank = addition(case.measures).after
        if blank is None:
            return ()
        measure = self._measure(service, blank)
        return (
            MeasureSet(measure.id, None, measure),
            ServiceSet(service.id, service, replace(service, measure=measure.id)),
        )

    def _measure(self, service: Service, blank: Measure) -> Measure:
        texts, title = self._texts, service.title.strip() or self._texts("services.untitled")
        goal = "go-online"
        if service.is_applied_for_online:
            goal = "better" if service.end_to_end else "end-to-end"
        rating = standing_rating(service, self.models, self.current_model)
        cases = cases_words(service.cases_per_year, texts)
        facts = (
            service_name(service, texts),
            texts("services.cases", cases=cases) if cases else "",
            "" if service.online is None else service_word(service.online, texts),
            "" if rating is None else rating_sentence(rating, self.models, texts),
        )
        return replace(
            blank,
            title=texts(f"services.measure.{goal}", title=title),
            description=texts("services.measure.origin", facts=", ".join(filter(None, facts))),
            dimension=_DIMENSION,
            responsible=service.office,
        )

    # In and out

    def compare(
        self,
        case: Case,
        rows: Sequence[MappedRow],
        answers: Mapping[str, str],
        report: Callable[[float], None] = lambda _share: None,
    ) -> TablePreview[ServiceSet]:
        """What a foreign table would do; levels without a version ask by which one they were given."""
        read = read_services(rows, case.services.values(), self.rating, self._version(answers), new_id)
        report(1.0)
        options = [(model.version, f"{model.title} {model.version}") for model in self.models.values()]
        word = self._texts("imports.services.unversioned")
        none = ("", self._texts("imports.services.leave-out"))
        question = RowQuestion(word=word, options=(*options, none), lines=read.unversioned)
        return TablePreview(
            rows=tuple(self._imports.preview_row(SERVICES, row.row, row.fate, self._remark(row)) for row in read.rows),
            taken=read.changes,
            questions=(question,) if read.unversioned or word in answers else (),
        )

    def import_table(
        self, session: CaseSession, path: Path, options: Sequence[str] = (), version: str | None = None
    ) -> TablePreview[ServiceSet]:
        """Take a table over as one step; faulty rows stay out. ``version`` is that of levels without one.

        Raises AdvisorError as ``TableImports.rows_of`` does.
        """
        rows = self._imports.rows_of(path, SERVICES, options)
        word = self._texts("imports.services.unversioned")
        preview = self.compare(session.case, rows, {} if version is None else {word: version})
        session.apply(*preview.taken, why=path.name)
        return preview

    def export(self, case: Case, path: Path) -> int:
        """Write all services as CSV, or as XLSX where the name ends so; returns how many.

        ``import_table`` reads the same from it. Raises AdvisorError: FILE_NOT_WRITABLE, FILE_OF_PROGRAM, DISK_FULL.
        """
        from advisor_app.texts.service_rows import service_cells

        columns = [self._imports.title(SERVICES, field.name) for field in SERVICES.fields]
        rows = [
            service_cells(service, self.models, self.current_model, self._texts)
            for service in in_order(case.services.values())
        ]
        export_table(path, self._texts("services.section.title"), columns, rows, self._texts, today(self._clock))
        return len(rows)

    def _version(self, answers: Mapping[str, str]) -> str | None:
        return answers.get(self._texts("imports.services.unversioned"))

    def _remark(self, read: ReadService) -> str:
        return self._texts(f"imports.services.remark.{read.remark}", **read.details) if read.remark else ""


def _joined(office: Office, other: Office) -> Words:
    """What was written about two offices that become one, for those who may read both."""
    texts = list(dict.fromkeys(filter(None, (other.effects.text.strip(), office.effects.text.strip()))))
    strictest = min((other.effects.audience, office.effects.audience), key=list(Audience).index)
    return Words("\n\n".join(texts), strictest if len(texts) > 1 else (other.effects or office.effects).audience)
