"""Benefit and effort: the matrix to look at and to drag in, and the same ratings as a list for the keyboard."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from advisor_app.charts.priority_matrix import MatrixMeasure, PriorityMatrix
from advisor_app.domain.plan import Measure, MeasureState
from advisor_app.override import override
from advisor_app.texts import Texts
from advisor_app.ui.pages.plan.wording import DASH, PlanWording
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.elided_label import ElidedLabel
from advisor_app.ui.widgets.labels import TextLabel
from advisor_app.ui.widgets.matrix_view import MatrixView
from advisor_app.ui.widgets.rating import Rating

_AT_ONCE = 12
"""Rows that are made before the window looks for keys again."""


class RatingRows(QWidget):
    """Two ratings per measure."""

    rated = Signal(str, str, object)  # measure, attribute, value
    chosen = Signal(str)

    def __init__(self, theming: Theming, wording: PlanWording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theming = theming
        self._wording = wording
        self._names: tuple[str, ...] = ()
        self._titles: dict[str, ElidedLabel] = {}
        self._letters: dict[str, TextLabel] = {}
        self.ratings: dict[tuple[str, str], Rating] = {}
        self._waiting: list[tuple[int, Measure]] = []  # rows that are still to be made, with their places
        self._later = QTimer(self)
        self._later.timeout.connect(self._add_rows)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(4, 4, 4, 4)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)

    def show_measures(self, measures: tuple[Measure, ...]) -> None:
        """Show the ratings of measures; the rows stay where only values changed."""
        names = tuple(measure.id for measure in measures)
        if names != self._names:
            self._names = names
            self._build(len(measures))
        self._waiting = [(row, measure) for row, measure in enumerate(measures, 1) if measure.id not in self._titles]
        for measure in measures:
            if measure.id in self._titles:
                self._show(measure)
        self._add_rows()

    def _build(self, count: int) -> None:
        """Begin anew with nothing but the heads."""
        while self._grid.count():
            item = self._grid.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._titles, self._letters, self.ratings = {}, {}, {}
        heads = ("", self.tr("Maßnahme"), self.tr("Nutzen"), self.tr("Aufwand"), self.tr("Prio"))
        for column, head in enumerate(heads):
            self._grid.addWidget(TextLabel(self._theming, head, "caption", "secondary"), 0, column)
        self._grid.setRowStretch(count + 1, 1)

    def _add_rows(self) -> None:
        """Make some of the rows that wait; the window takes keys in between."""
        now, self._waiting = self._waiting[:_AT_ONCE], self._waiting[_AT_ONCE:]
        for row, measure in now:
            self._add_row(row, measure.id)
            self._show(measure)
        if self._waiting:
            self._later.start()
        else:
            self._later.stop()

    def _show(self, measure: Measure) -> None:
        self._titles[measure.id].setText(measure.title.strip() or self.tr("Ohne Titel"))
        self._letters[measure.id].setText(self._wording.priority(measure) or DASH)
        for attribute in ("benefit", "effort"):
            self.ratings[measure.id, attribute].show_value(getattr(measure, attribute))

    def _add_row(self, row: int, name: str) -> None:
        number = Button(self._theming, name, "", "link")
        number.clicked.connect(lambda _checked=False: self.chosen.emit(name))
        self._titles[name] = ElidedLabel(self._theming, "")
        self._letters[name] = TextLabel(self._theming, "", weight=600)
        self._grid.addWidget(number, row, 0)
        self._grid.addWidget(self._titles[name], row, 1)
        labels = {"benefit": self.tr("Nutzen von {name}"), "effort": self.tr("Aufwand von {name}")}
        for column, (attribute, label) in enumerate(labels.items(), 2):
            rating = Rating(self._theming, self.tr("gering"), self.tr("hoch"), compact=True)
            rating.set_name(label.format(name=name))
            rating.edited.connect(partial(self._on_rating_edited, name, attribute))
            self.ratings[name, attribute] = rating
            self._grid.addWidget(rating, row, column)
        self._grid.addWidget(self._letters[name], row, 4, Qt.AlignmentFlag.AlignHCenter)

    def _on_rating_edited(self, name: str, attribute: str, value: Any, _batch: str) -> None:
        self.rated.emit(name, attribute, value)


class PrioritiesView(QFrame):
    """``rated(measure, benefit, effort)`` asks to commit both ratings."""

    rated = Signal(str, object, object)
    chosen = Signal(str)

    def __init__(self, theming: Theming, texts: Texts, wording: PlanWording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wording = wording
        self._measures: dict[str, Measure] = {}
        self._is_stale = False
        self.setProperty("kind", "card")
        self.matrix = MatrixView(theming, texts)
        self.rows = RatingRows(theming, wording)
        left, right = QScrollArea(), QScrollArea()
        for area, widget in ((left, self.matrix), (right, self.rows)):
            area.setWidgetResizable(True)
            area.setFrameShape(QFrame.Shape.NoFrame)
            inner = QWidget()
            inner.setProperty("kind", "paper")
            column = QVBoxLayout(inner)
            column.setContentsMargins(16, 12, 16, 12)
            column.addWidget(widget)
            column.addStretch(1)
            area.setWidget(inner)
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(0)
        row.addWidget(left, 5)
        row.addWidget(right, 6)
        self.matrix.moved.connect(lambda name, cell: self.rated.emit(name, cell[1], cell[0]))
        self.matrix.chosen.connect(self.chosen)
        self.rows.chosen.connect(self.chosen)
        self.rows.rated.connect(self._on_rows_rated)

    def show_measures(self, measures: tuple[Measure, ...]) -> None:
        """Show all measures that are not dropped, once they are seen."""
        kept = tuple(measure for measure in measures if measure.state is not MeasureState.DROPPED)
        self._measures = {measure.id: measure for measure in kept}
        self._is_stale = True
        if self.isVisible():
            self._show_kept()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_kept()

    def _show_kept(self) -> None:
        if not self._is_stale:
            return
        self._is_stale = False
        kept = tuple(self._measures.values())
        self.rows.show_measures(kept)
        tokens = tuple(
            MatrixMeasure(
                id=measure.id,
                title=measure.title,
                benefit=measure.benefit,
                effort=measure.effort,
                priority=self._wording.priority(measure),
            )
            for measure in kept
        )
        self.matrix.show_matrix(PriorityMatrix(title=self.tr("Prioritäten"), measures=tokens))

    def _on_rows_rated(self, name: str, attribute: str, value: int | None) -> None:
        measure = self._measures[name]
        ratings = {"benefit": measure.benefit, "effort": measure.effort, attribute: value}
        self.rated.emit(name, ratings["benefit"], ratings["effort"])
