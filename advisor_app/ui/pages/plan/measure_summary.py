"""The chosen measure at a glance."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QTextLayout, QTextOption
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from advisor_app.domain.plan import Measure
from advisor_app.override import override
from advisor_app.ui.pages.plan.wording import DASH, PlanWording
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.elided_label import ElidedLabel
from advisor_app.ui.widgets.labels import TextLabel

_LINES = 2
_SHARES = {"risk": 6, "priority": 3}


class TwoLines(TextLabel):
    """A text in two lines; what does not fit is said in the tooltip."""

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 24, self.fontMetrics().lineSpacing() * _LINES)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 6, self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        lines = self._lines()
        for number, line in enumerate(lines[:_LINES]):
            if number == _LINES - 1 and len(lines) > _LINES:
                rest = " ".join(lines[number:])
                line = self.fontMetrics().elidedText(rest, Qt.TextElideMode.ElideRight, self.width())  # noqa: PLW2901 — what is left of the line is cut
            painter.drawText(QPointF(0, number * self.fontMetrics().lineSpacing() + self.fontMetrics().ascent()), line)
        painter.end()
        self.setToolTip(self.text() if len(lines) > _LINES else "")

    def _lines(self) -> list[str]:
        text = " ".join(self.text().split())
        layout = QTextLayout(text, self.font())
        layout.setTextOption(QTextOption())
        layout.beginLayout()
        lines = []
        while (line := layout.createLine()).isValid():
            line.setLineWidth(self.width())
            lines.append(text[line.textStart() : line.textStart() + line.textLength()].strip())
        layout.endLayout()
        return lines


class MeasureSummary(QWidget):
    """Goal, first step, indicator, risk and priority; what is missing is a dash."""

    def __init__(self, theming: Theming, wording: PlanWording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wording = wording
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(24)
        self._labels: dict[str, TwoLines] = {}
        titles = {
            "goal": self.tr("Ziel"),
            "first_step": self.tr("Erster Schritt"),
            "indicator": self.tr("Kennzahl"),
            "risk": self.tr("Risiko und Gegenmaßnahme"),
            "priority": self.tr("Priorität"),
        }
        for name, title in titles.items():
            column = QVBoxLayout()
            column.setSpacing(0)
            column.addWidget(ElidedLabel(theming, title, "caption", "secondary"))
            self._labels[name] = TwoLines(theming)
            column.addWidget(self._labels[name])
            row.addLayout(column, _SHARES.get(name, 4))

    @property
    def words(self) -> tuple[str, ...]:
        """What is shown, fact by fact."""
        return tuple(label.text() for label in self._labels.values())

    def show_measure(self, measure: Measure) -> None:
        """Show a measure."""
        words = {
            "goal": measure.goal.strip(),
            "first_step": measure.first_step.strip(),
            "indicator": _joined(" ", measure.indicator, measure.indicator_target),
            "risk": self._wording.risk(measure),
            "priority": self._priority(measure),
        }
        for name, label in self._labels.items():
            label.setText(words[name] or DASH)

    def _priority(self, measure: Measure) -> str:
        ratings = self.tr("Nutzen {benefit}, Aufwand {effort}").format(
            benefit=self._rating(measure.benefit), effort=self._rating(measure.effort)
        )
        if measure.priority is not None:
            ratings = measure.priority_reason.strip() or self.tr("gesetzt, ohne Grund")
        return f"{self._wording.priority(measure) or DASH}: {ratings}"

    def _rating(self, value: int | None) -> str:
        return self._wording.open if value is None else str(value)


def _joined(separator: str, *parts: str) -> str:
    return separator.join(part.strip() for part in parts if part.strip())
