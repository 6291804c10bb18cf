"""Usage statistics of a case: taken in from the table of a platform, kept with it as evidence, shown and handed out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from advisor_app.domain.changes import Change, MeasureSet, UsageSet
from advisor_app.domain.column_mapping import MappedRow
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.folding import fold
from advisor_app.domain.plan_edits import addition
from advisor_app.domain.table_preview import TablePreview
from advisor_app.domain.usage import PaymentKind, Period, ServiceUsage, UsageCut, known_period, last_year
from advisor_app.domain.usage_questions import supported_subjects
from advisor_app.domain.usage_table import USAGE, ReadRow, paid_field, read_usage
from advisor_app.services.clock import Clock, today
from advisor_app.services.evidence import EvidenceRoom, Stored
from advisor_app.services.ids import new_id
from advisor_app.services.session import CaseSession
from advisor_app.services.table_export import export_table
from advisor_app.services.table_imports import TableImports
from advisor_app.texts import Texts

if TYPE_CHECKING:
    from advisor_app.charts.scene import Chart
    from advisor_app.domain.case import Case
    from advisor_app.domain.table_preview import PreviewRow

Report = Callable[[float], None]

_DIMENSION = "1.6"
"""What measures from the statistics are about: use, communication, accessibility."""

_COLUMNS = ("title", "month", "uses", "abandoned", *map(paid_field, PaymentKind), "service_key")


class UsageStatistics:
    """What can be done with the usage statistics of a case."""

    def __init__(self, imports: TableImports, evidence: EvidenceRoom, texts: Texts, clock: Clock) -> None:
        self._imports = imports
        self._evidence = evidence
        self._texts = texts
        self._clock = clock

    def compare(
        self, case: Case, rows: Sequence[MappedRow], report: Report = lambda _share: None
    ) -> TablePreview[UsageSet]:
        """What the rows of a table would change in a case."""
        report(0)
        found, changes = read_usage(rows, case.usage.values(), new_id)
        report(1)
        return TablePreview(rows=tuple(map(self._preview_row, found)), taken=changes)

    def keep_file(self, file: Path) -> Stored:
        """Keep the file that was read, encrypted; raises AdvisorError as ``EvidenceRoom.take_file`` does."""
        return self._evidence.take_file(file)

    def changes(self, case: Case, preview: TablePreview[UsageSet], stored: Stored | None) -> tuple[Change, ...]:
        """What one step does: the figures, and the file as evidence of every question that they support."""
        services = {**case.usage}
        for change in preview.taken:
            if change.after is not None:
                services[change.id] = change.after
        pieces: list[Change] = []
        if stored is not None:
            for subject in supported_subjects(case, services.values()):
                pieces += self._evidence.added(case, (stored,), subject)
        return (*preview.taken, *pieces)

    def give_up(self, stored: Stored) -> None:
        """Remove a kept file again that no case has come to name."""
        self._evidence.give_up((stored,))

    def take_in(self, session: CaseSession, file: Path, options: Sequence[str]) -> TablePreview[UsageSet]:
        """Take a file in as a command does; raises AdvisorError as reading, mapping and keeping it do."""
        preview = self.compare(session.case, self._imports.rows_of(file, USAGE, options))
        if preview.taken:
            session.apply(*self.changes(session.case, preview, self.keep_file(file)))
        return preview

    def remove_changes(self, case: Case) -> tuple[Change, ...]:
        """The changes that take all figures out; the files stay among the evidence."""
        return tuple(UsageSet(item.id, item, None) for item in case.usage.values())

    def services(self, case: Case) -> tuple[ServiceUsage, ...]:
        """The services of a case by name."""
        return tuple(sorted(case.usage.values(), key=lambda item: (fold(item.title), item.id)))

    def find(self, case: Case, name: str) -> ServiceUsage:
        """The service of a title or an id; raises AdvisorError(UNKNOWN_ONLINE_SERVICE)."""
        found = case.usage.get(name) or next(
            (item for item in self.services(case) if fold(item.title) == fold(name)), None
        )
        if found is None:
            raise AdvisorError(Problem.UNKNOWN_ONLINE_SERVICE, name=name)
        return found

    def is_in_plan(self, case: Case, service: ServiceUsage) -> bool:
        """Whether a service has become a measure that is still there."""
        return bool(service.measure) and service.measure in case.measures

    def to_measure(self, case: Case, service: ServiceUsage) -> tuple[Change, ...]:
        """The changes by which a service becomes a measure of the plan.

        Raises AdvisorError(SERVICE_IN_PLAN) where it has become one already.
        """
        from advisor_app.texts.usage import measure_words

        if self.is_in_plan(case, service):
            raise AdvisorError(Problem.SERVICE_IN_PLAN, measure=service.measure)
        blank = addition(case.measures).after
        if blank is None:
            return ()
        title, description, indicator = measure_words(service, self._texts)
        measure = replace(blank, title=title, description=description, dimension=_DIMENSION, indicator=indicator)
        return (
            MeasureSet(measure.id, None, measure),
            UsageSet(service.id, service, replace(service, measure=measure.id)),
        )

    def periods(self, case: Case) -> Mapping[str, Period]:
        """What can be chosen: ``last``, ``all``, and the years of which something is known, the newest first."""
        services = case.usage.values()
        last, known = last_year(services), known_period(services)
        if last is None or known is None:
            return {}
        years = range(known.last.year, known.first.year - 1, -1)
        return {
            "last": last,
            "all": known,
            **{
                str(year): Period(
                    first=known.first.replace(year=year, month=1), last=known.last.replace(year=year, month=12)
                )
                for year in years
            },
        }

    def chart(self, services: Sequence[ServiceUsage], period: Period, cut: UsageCut, most: int | None = None) -> Chart:
        """One cut of the figures as a picture."""
        from advisor_app.documents.parts.usage_charts import usage_chart

        return usage_chart(services, period, cut, self._texts, most)

    def has_figures(self, services: Sequence[ServiceUsage], period: Period, cut: UsageCut) -> bool:
        """Whether a cut shows anything."""
        from advisor_app.documents.parts.usage_charts import has_figures

        return has_figures(services, period, cut)

    def export(self, case: Case, file: Path) -> int:
        """Write a row per service and month as CSV, or as XLSX where the name ends so; returns their number.

        ``take_in`` reads the same from it. Raises AdvisorError: FILE_NOT_WRITABLE, FILE_OF_PROGRAM, DISK_FULL.
        """
        rows = list(self._rows(case))
        columns = [self._imports.title(USAGE, name) for name in _COLUMNS]
        export_table(file, self._texts("history.kind.usage"), columns, rows, self._texts, today(self._clock))
        return len(rows)

    def _rows(self, case: Case) -> Iterator[tuple[str, ...]]:
        for service in self.services(case):
            for month in service.months:
                paid = {item.payment: item.count for item in month.payments}
                abandoned = "" if month.abandoned is None else str(month.abandoned)
                payments = (str(paid.get(kind, "")) for kind in PaymentKind)
                yield (service.title, month.label, str(month.uses), abandoned, *payments, service.service_key)

    def _preview_row(self, found: ReadRow) -> PreviewRow:
        remark = self._texts(f"imports.usage.remark.{found.remark}", **found.details) if found.remark else ""
        return self._imports.preview_row(USAGE, found.row, found.fate, remark)
