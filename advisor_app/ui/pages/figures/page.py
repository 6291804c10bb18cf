"""The page of figures over all cases: counted in the background, as chart and table, handed out, reported, merged."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from advisor_app.domain.errors import AdvisorError
from advisor_app.domain.feedback_evaluation import FeedbackFigures
from advisor_app.domain.figures import BookingFact, Figures, figures_of, years_of
from advisor_app.domain.figures_report import FiguresReport, MergedReports
from advisor_app.override import override
from advisor_app.texts.errors import sentence
from advisor_app.ui.pages.figures.bookings_section import BookingsSection
from advisor_app.ui.pages.figures.feedback_section import FeedbackSection
from advisor_app.ui.shell.background import Job
from advisor_app.ui.shell.command import Command
from advisor_app.ui.shell.page import Headline, Page, PageContext
from advisor_app.ui.widgets.empty_state import EmptyState
from advisor_app.ui.widgets.file_choice import ChooseFiles, ChoosePlace, file_to_save, files_to_open
from advisor_app.ui.widgets.labels import TextLabel

_Counted = tuple[tuple[BookingFact, ...], tuple[str, ...], Figures, FeedbackFigures]


class FiguresPage(Page):
    """Auswertung. What is shown are the bookings of this laptop, or those of the reports that were merged.

    ``choose_files`` and ``choose_place`` ask the system; tests answer in its place.
    """

    def __init__(
        self,
        context: PageContext,
        *,
        choose_files: ChooseFiles = files_to_open,
        choose_place: ChoosePlace = file_to_save,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, parent)
        self._choose_files = choose_files
        self._choose_place = choose_place
        self._merged: MergedReports | None = None
        self._facts: tuple[BookingFact, ...] = ()
        self._figures: Figures | None = None
        self._told_feedback: FeedbackFigures | None = None
        self.bookings = BookingsSection(context)
        self.feedback = FeedbackSection(context)
        self.empty = EmptyState(
            context.theming,
            icon="chart-column",
            title=self.tr("Noch nichts zu zählen"),
            sentence=self.tr(
                "Sobald es Fälle mit Buchungen gibt, stehen hier Anträge und abgeschlossene Beratungen nach Modul, "
                "Landkreis, Monat, Förderprogramm und Stand."
            ),
            action=self.tr("Anfrage notieren"),
            other=self.tr("Meldedateien zusammenführen …"),
        )
        self._loading = TextLabel(context.theming, self.tr("Die Fälle werden gezählt …"), "body", "secondary")
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()

    @override
    def headline(self) -> Headline | None:
        return Headline(title=QCoreApplication.translate("pages", "Auswertung"))

    @override
    def commands(self) -> Sequence[Command]:
        kind = QCoreApplication.translate("pages", "Auswertung")
        return (
            Command(title=self.tr("Zahlen ausgeben (Excel, CSV)"), kind=kind, act=self.export, icon="table"),
            Command(title=self.tr("Meldedatei schreiben"), kind=kind, act=self.write_report, icon="file-up"),
            Command(title=self.tr("Meldedateien zusammenführen"), kind=kind, act=self.merge, icon="files"),
        )

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.read()

    def read(self) -> None:
        """Count anew, in the background: the bookings of this laptop, or those of the merged reports."""
        workspace, merged, year = self.context.workspace, self._merged, self.bookings.year
        service, feedback = workspace.portfolio_figures, workspace.feedback

        def count(_: Job[_Counted]) -> _Counted:
            facts = service.facts() if merged is None else merged.facts
            years = years_of(facts)
            return facts, years, figures_of(facts, year if year in years else ""), feedback.figures()

        job = self.context.lane.run(count, needed_by=self)
        job.tell(self, succeeded=self._on_counted, refused=self._refuse)

    def export(self) -> None:
        """Ask for a place and write the figures that are shown."""
        figures = self._figures
        if figures is None:
            return
        kinds = self.tr("Excel-Arbeitsmappe (*.xlsx);;CSV-Datei (*.csv)")
        name = f"{QCoreApplication.translate('pages', 'Auswertung')}{f'_{figures.year}' if figures.year else ''}.xlsx"
        file = self._choose_place(self, self.tr("Zahlen ausgeben"), name, kinds)
        if file is None:
            return
        self.tried.emit()
        from advisor_app.services.figures_document import HandedOutFigures  # here: the page is shown without it

        service, own = self.context.workspace.portfolio_figures, self._merged is None and not figures.year
        handed = HandedOutFigures(figures=figures, merged=self._merged, feedback=self._told_feedback if own else None)
        job = self.context.lane.run(lambda _: service.export(handed, file))
        done = self.tr("Die Zahlen stehen in „{file}“.").format(file=file)
        job.tell(self, succeeded=lambda _: self.noticed.emit(done), refused=self._refuse)

    def write_report(self) -> None:
        """Ask for a place and write the report file of this laptop."""
        service, texts = self.context.workspace.portfolio_figures, self.context.workspace.texts
        name = texts("figures.report-name", day=service.day.isoformat())
        file = self._choose_place(self, self.tr("Meldedatei schreiben"), name, self._report_kinds())
        if file is None:
            return
        self.tried.emit()

        def write(_: Job[FiguresReport]) -> FiguresReport:
            return service.report(file)

        job = self.context.lane.run(write)
        done = self.tr("Die Meldedatei steht in „{file}“. Sie enthält nur Zahlen, keine Namen und keine Inhalte.")
        job.tell(self, succeeded=lambda _: self.noticed.emit(done.format(file=file)), refused=self._refuse)

    def merge(self) -> None:
        """Ask for report files and show what they add up to; one that is unsound leaves what is shown."""
        files = self._choose_files(self, self.tr("Meldedateien zusammenführen"), self._report_kinds())
        if not files:
            return
        self.tried.emit()
        service = self.context.workspace.portfolio_figures

        def merge(_: Job[MergedReports]) -> MergedReports:
            return service.merge(files)

        job = self.context.lane.run(merge, needed_by=self)
        job.tell(self, succeeded=self._on_merged, refused=self._refuse)

    def _report_kinds(self) -> str:
        return self.tr("Meldedateien (*.bkmeldung);;Alle Dateien (*)")

    def _lay_out(self) -> None:
        content = QWidget()
        content.setProperty("kind", "paper")
        column = QVBoxLayout(content)
        column.setContentsMargins(28, 18, 28, 24)
        column.setSpacing(20)
        column.addWidget(self.bookings)
        column.addWidget(self.feedback)
        column.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidget(content)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        loading = QWidget()
        words = QVBoxLayout(loading)
        words.setContentsMargins(28, 24, 28, 24)
        words.addWidget(self._loading)
        words.addStretch(1)
        for widget in (loading, self.empty, self._scroll):
            self._stack.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)

    def _connect(self) -> None:
        self.empty.wanted.connect(lambda: self.navigated.emit("cases", "request"))
        self.empty.other_wanted.connect(self.merge)
        self.bookings.year_chosen.connect(self.read)
        self.bookings.export_wanted.connect(self.export)
        self.bookings.report_wanted.connect(self.write_report)
        self.bookings.merge_wanted.connect(self.merge)
        self.bookings.own_wanted.connect(self._on_own_wanted)

    def _on_counted(self, counted: _Counted) -> None:
        self._facts, years, self._figures, feedback = counted
        is_empty = not self._facts and self._merged is None
        self._stack.setCurrentWidget(self.empty if is_empty else self._scroll)
        self.bookings.show_figures(self._figures, years, self._merged)
        self._told_feedback = feedback
        self.feedback.show_figures(feedback)
        if self.hasFocus():  # there was nothing to put it on while the cases were counted
            self.take_focus()

    def _on_merged(self, merged: MergedReports) -> None:
        self._merged = merged
        self.read()

    def _on_own_wanted(self) -> None:
        self._merged = None
        self.read()

    def _refuse(self, error: AdvisorError) -> None:
        if self._figures is None:
            self._loading.setText(self.tr("Die Fälle lassen sich gerade nicht zählen."))
        self.warned.emit(sentence(error, self.context.workspace.texts))
