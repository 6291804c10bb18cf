"""Dimensions in rows: bar, level, score, target and gap; a row opens how its score came about."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from advisor_app.domain.foundations import MAXIMUM_LEVEL
from advisor_app.services.results import DimensionStanding
from advisor_app.texts.numbers import format_decimal
from advisor_app.ui.pages.results.score_bar import ScaleHead, ScoreBar
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.labels import TextLabel, hairline
from advisor_app.ui.widgets.level_chip import LevelChip

_COLUMNS = 6
_BAR, _TARGET = 1, 4


class DimensionTable(QWidget):
    """Rows are built when the dimensions change, and filled anew when only their figures do."""

    opened = Signal(str)  # dimension
    targeted = Signal(str, object)  # dimension, level or None

    def __init__(self, context: PageContext, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._heading = heading
        self._rows: dict[str, _Row] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 4)
        self._grid.setColumnStretch(1, 3)

    def show_dimensions(self, dimensions: Sequence[DimensionStanding]) -> None:
        """Show these dimensions."""
        if tuple(self._rows) != tuple(item.score.id for item in dimensions):
            self._build(dimensions)
        for item in dimensions:
            self._rows[item.score.id].show(item, self._context.workspace.preferences.language)
        self.setVisible(bool(dimensions))

    def _build(self, dimensions: Sequence[DimensionStanding]) -> None:
        while (entry := self._grid.takeAt(0)) is not None:
            if (widget := entry.widget()) is not None:
                widget.deleteLater()
        theming = self._context.theming
        words = (self._heading, "", self.tr("Stufe"), self.tr("Wert"), self.tr("Ziel"), self.tr("Lücke"))
        for column, word in enumerate(words):
            label = TextLabel(theming, word, "caption", "secondary")
            self._grid.addWidget(label, 0, column, _alignment(column))
        self._grid.addWidget(ScaleHead(theming), 0, _BAR)
        self._rows = {}
        for number, item in enumerate(dimensions):
            line = 2 * number + 1
            self._grid.addWidget(hairline(), line, 0, 1, _COLUMNS)
            row = _Row(self._context, item, self)
            for column, widget in enumerate(row.widgets):
                self._grid.addWidget(widget, line + 1, column, _alignment(column, fills=column in (0, _BAR)))
            self._rows[item.score.id] = row


def _alignment(column: int, *, fills: bool = False) -> Qt.AlignmentFlag:
    if fills:
        return Qt.AlignmentFlag.AlignVCenter
    side = {0: Qt.AlignmentFlag.AlignLeft, 2: Qt.AlignmentFlag.AlignHCenter, _TARGET: Qt.AlignmentFlag.AlignHCenter}
    return side.get(column, Qt.AlignmentFlag.AlignRight) | Qt.AlignmentFlag.AlignVCenter


class _Row:
    """The widgets of one dimension."""

    def __init__(self, context: PageContext, item: DimensionStanding, table: DimensionTable) -> None:
        theming, translate = context.theming, QCoreApplication.translate
        name = item.score.id
        self._title = Button(
            theming, f"{name}  {item.title}", "", "link", tooltip=translate("DimensionTable", "So berechnet")
        )
        self._title.clicked.connect(lambda: table.opened.emit(name))
        self._bar = ScoreBar(theming)
        self._chip = LevelChip(theming)
        self._value = TextLabel(theming, "", "body", weight=600, tabular=True)
        self._target = QComboBox()
        self._target.setAccessibleName(translate("DimensionTable", "Zielstufe {dimension}").format(dimension=name))
        self._target.setToolTip(
            translate("DimensionTable", "Zielstufe in zwei bis drei Jahren; * ist angenommen, bis Sie eine setzen.")
        )
        self._target.addItem("–", None)
        for level in range(1, MAXIMUM_LEVEL + 1):
            self._target.addItem(str(level), level)
        self._target.activated.connect(lambda: table.targeted.emit(name, self._target.currentData()))
        self._gap = TextLabel(theming, "", "body", "secondary", tabular=True)

    @property
    def widgets(self) -> tuple[QWidget, ...]:
        """In the order of the columns."""
        return (self._title, self._bar, self._chip, self._value, self._target, self._gap)

    def show(self, item: DimensionStanding, language: str) -> None:
        """Show another state of the dimension."""
        self._bar.show_standing(item)
        self._chip.show_level(item.score.level)
        self._chip.setToolTip(item.level_words)
        self._value.setText(item.words)
        self._title.setAccessibleDescription(f"{item.words}, {item.level_words}. {item.sentence}")
        target = item.target
        self._target.setItemText(0, "–" if target is None else f"{target.level}*" if target.assumed else "–")
        chosen = 0 if target is None or target.assumed else self._target.findData(target.level)
        self._target.setCurrentIndex(chosen)
        self._gap.setText("–" if item.gap is None else format_decimal(item.gap, 1, language))
