"""Figures of the portfolio: counted, handed out as tables, reported by a laptop and merged by the team lead.

Whatever reads or writes here is made for a worker thread: thousands of bookings take longer than a frame.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.figures import BookingFact, Cut, Figures
from advisor_app.domain.figures_report import FiguresReport, MergedReports, merge_reports, report_of
from advisor_app.services.clock import today
from advisor_app.texts.figures import cut_word, key_word, year_word

if TYPE_CHECKING:
    from advisor_app.charts.paired_bars import PairedBars
    from advisor_app.domain.catalog import Catalog
    from advisor_app.services.clock import Clock
    from advisor_app.services.figures_document import HandedOutFigures
    from advisor_app.storage.figures import FiguresStore
    from advisor_app.texts import Texts

_CLOCKS_DIFFER = timedelta(days=1)
_WORKBOOK = ".xlsx"


class PortfolioFigures:
    """Counts all cases of a data folder; ``profile`` is the id of the profile, of which a report tells a digest."""

    def __init__(self, store: FiguresStore, profile: str, catalog: Catalog, texts: Texts, clock: Clock) -> None:
        self._store = store
        self._profile = profile
        self._catalog = catalog
        self._texts = texts
        self._clock = clock

    @property
    def day(self) -> date:
        """Today, of which a report tells."""
        return today(self._clock)

    def facts(self) -> tuple[BookingFact, ...]:
        """What is counted of every booking; cases that were handed over are counted by whoever has them now."""
        return self._store.facts()

    def rows(self, figures: Figures, cut: Cut) -> tuple[tuple[str, int, int], ...]:
        """One cut in words: what is counted, requests, completed."""
        counts = figures.cuts[cut].items()
        return tuple(
            (key_word(cut, key, self._catalog, self._texts), item.requests, item.completed) for key, item in counts
        )

    def chart(self, figures: Figures, cut: Cut) -> PairedBars:
        """One cut as a picture."""
        from advisor_app.charts.paired_bars import PairedBars, PairedRow

        texts = self._texts
        head, when = cut_word(cut, texts), year_word(figures.year, texts)
        return PairedBars(
            title=texts("figures.sheet", cut=head, when=when),
            head=head,
            first=texts("figures.requests"),
            second=texts("figures.completed"),
            rows=tuple(PairedRow(*row) for row in self.rows(figures, cut)),
        )

    def export(self, handed: HandedOutFigures, file: Path) -> None:
        """Write every cut as a workbook (XLSX) with a sheet each, or as one CSV table where the name ends so.

        The workbook also says what the figures are and where they come from, and has the feedback.
        Raises AdvisorError: FILE_NOT_WRITABLE, FILE_OF_PROGRAM, DISK_FULL.
        """
        from advisor_app.whole_file import hand_out

        hand_out(file, self._workbook(handed) if file.suffix.lower() == _WORKBOOK else self._csv(handed.figures))

    def report(self, file: Path) -> FiguresReport:
        """Write the report file of this laptop; raises AdvisorError as ``export`` does."""
        from advisor_app.exchange.figures_report import write_report
        from advisor_app.whole_file import hand_out

        report = report_of(self._profile, self._clock.now(), self.facts())
        hand_out(file, write_report(report))
        return report

    def merge(self, files: Sequence[Path]) -> MergedReports:
        """Put report files together; one that is unsound refuses all, as a sum without it would be wrong.

        Raises AdvisorError: REPORT_FILE, FILE_UNREADABLE, FILE_TOO_LARGE.
        """
        return merge_reports([self._read(file) for file in files])

    def _read(self, file: Path) -> FiguresReport:
        from advisor_app.exchange.figures_report import MAXIMUM_BYTES, read_report
        from advisor_app.exchange.source_file import read_bytes

        report = read_report(read_bytes(file, self._texts, MAXIMUM_BYTES), file.name, self._texts)
        if report.made_at > self._clock.now() + _CLOCKS_DIFFER:  # it would replace whatever comes after it
            raise AdvisorError(Problem.REPORT_FILE, file=file.name, reason=self._texts("exchange.report.future"))
        return report

    def _csv(self, figures: Figures) -> bytes:
        from advisor_app.exchange.csv_table import write_rows

        texts = self._texts
        names = ("figures.year", "figures.cut-column", "figures.key-column", "figures.requests", "figures.completed")
        columns = [texts(name) for name in names]
        when = year_word(figures.year, texts)
        total = (texts("figures.total"), "", str(figures.total.requests), str(figures.total.completed))
        body = (
            (cut_word(cut, texts), name, str(requests), str(completed))
            for cut in Cut
            for name, requests, completed in self.rows(figures, cut)
        )
        return write_rows(columns, [dict(zip(columns, (when, *row), strict=True)) for row in (total, *body)])

    def _workbook(self, handed: HandedOutFigures) -> bytes:
        from advisor_app.documents.editable.tables_workbook import tables_workbook
        from advisor_app.services.figures_document import figures_document

        content = tables_workbook(figures_document(handed, self.day, self._catalog, self._texts))
        if content is None:
            raise ValueError("a workbook without a table")
        return content
