"""Which office begins when: a table that one writes in, drawn over time, and taken into the plan."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.charts.gantt.rollout_rows import rollout_chart
from advisor_app.domain.case import Case
from advisor_app.domain.e_file import RolloutStep
from advisor_app.domain.errors import AdvisorError
from advisor_app.domain.months import parse_end, parse_start
from advisor_app.domain.rollout import measure_of
from advisor_app.texts.e_file import crowded_sentence, end_words, start_words
from advisor_app.ui.pages.e_file.beside import scrolling
from advisor_app.ui.pages.e_file.line_table import Line, LineColumn, LineModel, LineTable
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.audience_field import WordsField
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.chart_view import ChartView
from advisor_app.ui.widgets.labels import TextLabel

_FIELDS = ("office", "start", "end", "responsible")
_OFFICE = 0
_MOST_ROWS = 10


class RolloutPanel(QWidget):
    """``edited(changes, batch)`` asks to commit, ``removed`` and ``noticed`` tell what was done."""

    edited = Signal(object, str)
    removed = Signal(str)
    noticed = Signal(str)
    typing = Signal()
    plan_wanted = Signal(str)

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theming = context.theming
        self._texts, self._services = context.workspace.texts, context.workspace.e_files
        self._case: Case | None = None
        self._step = ""
        columns = (
            LineColumn(title=self.tr("Amt"), suggestions=self._offices),
            LineColumn(title=self.tr("Beginn"), width=110),
            LineColumn(title=self.tr("Ende"), width=110),
            LineColumn(title=self.tr("Verantwortung"), width=200),
            LineColumn(title=self.tr("Maßnahme"), width=100, is_fixed=True),
        )
        self.table = LineTable(theming, LineModel(columns, self.tr("Nächstes Amt"), self), self.tr("Einführung je Amt"))
        self.sums = TextLabel(theming, "", "body", weight=600, wrap=True)
        self.crowded = TextLabel(theming, "", "body", "amber", wrap=True)
        self.into_plan = Button(theming, self.tr("In den Umsetzungsplan"), "chart-gantt", "primary")
        self.open_plan = Button(theming, self.tr("Plan öffnen"), "", "link")
        self.remark = WordsField(theming, self.tr("Was vorher fertig sein muss"), lines=2)
        self.chart = ChartView(theming, self._texts)
        self.hint = TextLabel(
            theming,
            self.tr(
                "Beginn und Ende als Monat (03/2027) oder Tag. Jedes Amt bekommt eine Maßnahme; Termine und "
                "Verantwortung gelten hier und im Umsetzungsplan zugleich. Nennen Sie Ämter und Funktionen, "
                "keine Namen."
            ),
            "caption",
            "secondary",
            wrap=True,
        )
        self._lay_out()
        self.table.lines.edited.connect(self._on_cell_edited)
        self.table.delegate.typing.connect(self.typing)
        self.table.removed.connect(self._remove)
        self.table.added.connect(lambda _name: self._begin())
        self.table.chosen.connect(self._on_table_chosen)
        self.remark.edited.connect(self._on_remark_edited)
        self.remark.typing.connect(self.typing)
        self.into_plan.clicked.connect(self._take_into_plan)
        self.open_plan.clicked.connect(self._on_open_plan_clicked)

    def show_case(self, case: Case, *, is_reading: bool) -> None:
        """Show the rollout of a case."""
        self._case = case
        steps = self._services.rollout(case)
        self.table.lines.is_reading = is_reading
        self.table.show_lines([self._line(step, case) for step in steps])
        waiting = sum(measure_of(step.id, case.measures) is None and bool(step.office.strip()) for step in steps)
        told = self.tr("1 Amt") if len(steps) == 1 else self.tr("{count} Ämter").format(count=len(steps))
        if not steps:
            told = self.tr("Tragen Sie das erste Amt ein: eines, das will, mit wenigen Sonderfällen.")
        elif waiting:
            told = f"{told} · " + self.tr("{count} noch nicht im Plan").format(count=waiting)
        self.sums.setText(told)
        self.table.fit_rows(_MOST_ROWS)
        self.crowded.setText(crowded_sentence(steps, self._texts))
        self.crowded.setVisible(bool(self.crowded.text()))
        self.into_plan.setEnabled(bool(waiting) and not is_reading)
        self.open_plan.setVisible(bool(steps) and waiting < len(steps))
        self.remark.setEnabled(not is_reading)
        chart = rollout_chart(steps, self._texts)
        self.chart.setVisible(chart is not None)
        self.chart.show_chart(chart)
        self._show_remark()

    def take_focus(self) -> None:
        """Let keys go to the table."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> None:
        """Ask to commit what is half typed."""
        self.table.flush()
        self.remark.flush()

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self.sums, 1)
        line.addWidget(self.open_plan)
        line.addWidget(self.into_plan)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(24, 4, 24, 16)
        column.setSpacing(8)
        column.addLayout(line)
        column.addWidget(self.table, 1)
        for widget in (self.hint, self.crowded, self.chart, self.remark):
            column.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scrolling(inner))

    def _line(self, step: RolloutStep, case: Case) -> Line:
        measure = measure_of(step.id, case.measures)
        doubt = ""
        if step.start and step.end and step.end < step.start:
            doubt = self.tr("Das Ende liegt vor dem Beginn.")
        return Line(
            id=step.id,
            cells=(
                step.office,
                start_words(step.start, self._texts),
                end_words(step.end, self._texts),
                step.responsible,
                "–" if measure is None else measure.id,
            ),
            doubt=doubt,
        )

    def _offices(self) -> Sequence[str]:
        if self._case is None:
            return ()
        found = {sheet.office.strip() for sheet in self._case.processes.values()}
        found |= {entry.office.strip() for entry in self._case.file_plan.values()}
        return sorted(filter(None, found))

    def _on_cell_edited(self, name: str, column: int, text: str, batch: str) -> None:
        if self._case is None:
            return
        try:
            values = {_FIELDS[column]: _read(column, text)}
        except AdvisorError:
            return  # no day yet: the cell keeps what stood there
        if name in self._case.rollout:
            changes: Sequence[Any] = self._services.edit_office(self._case, name, **values)
        else:
            values.pop("office", None)
            change = self._services.begin_office(text if column == _OFFICE else "", **values)
            self.table.lines.note_begun(batch, change.id)
            changes = (change,)
        if changes:
            self.edited.emit(changes, batch)

    def _begin(self) -> None:
        """Go to the row in which an office is begun."""
        index = self.table.lines.index(len(self.table.lines.lines), _OFFICE)
        self.table.setCurrentIndex(index)
        self.table.edit(index)

    def _remove(self, name: str) -> None:
        if self._case is None or name not in self._case.rollout:
            return
        office, measure = self._case.rollout[name].office, measure_of(name, self._case.measures)
        self.edited.emit(self._services.remove_office(self._case, name), "")
        if measure is None:
            self.removed.emit(self.tr("„{office}“ ist gelöscht.").format(office=office))
        else:
            told = self.tr("„{office}“ ist gelöscht, die Maßnahme {code} auch.")
            self.removed.emit(told.format(office=office, code=measure.id))

    def _take_into_plan(self) -> None:
        if self._case is None:
            return
        self.flush()
        changes = self._services.into_plan(self._case)
        if changes:
            self.edited.emit(changes, "")
            one, many = self.tr("1 Maßnahme im Plan angelegt."), self.tr("{count} Maßnahmen im Plan angelegt.")
            self.noticed.emit(one if len(changes) == 1 else many.format(count=len(changes)))

    def _on_open_plan_clicked(self) -> None:
        if self._case is not None:
            line = self.table.current
            measure = None if line is None else measure_of(line.id, self._case.measures)
            self.plan_wanted.emit("" if measure is None else measure.id)

    def _on_table_chosen(self) -> None:
        self.remark.flush()
        self._show_remark()

    def _show_remark(self) -> None:
        line = self.table.current
        self._step = "" if line is None else line.id
        step = None if self._case is None else self._case.rollout.get(self._step)
        self.remark.setVisible(step is not None)
        if step is not None:
            self.remark.show_words(step.remark)

    def _on_remark_edited(self, words: object, batch: str) -> None:
        if self._case is not None and self._step in self._case.rollout:
            changes = self._services.edit_office(self._case, self._step, remark=words)
            if changes:
                self.edited.emit(changes, batch)


def _read(column: int, text: str) -> str | date | None:
    """What was typed into a cell; raises AdvisorError for what is no day."""
    parse = {1: parse_start, 2: parse_end}.get(column)
    if parse is None:
        return text
    return parse(text) if text.strip() else None
