"""Where the commune stands and where it wants to go, dimension by dimension, in one line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from advisor_app.services.results import DimensionStanding
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.flow_layout import FlowLayout
from advisor_app.ui.widgets.labels import TextLabel
from advisor_app.ui.widgets.level_chip import LevelChip


class TargetsStrip(QWidget):
    """A chip with today's level and the target level per dimension; assumed targets say so."""

    def __init__(self, theming: Theming, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theming = theming
        self._flow = FlowLayout(20, self)
        self._shown: tuple[DimensionStanding, ...] = ()

    @property
    def sentences(self) -> tuple[str, ...]:
        """What is shown, in words."""
        return tuple(self._sentence(dimension) for dimension in self._shown)

    def show_dimensions(self, dimensions: Sequence[DimensionStanding]) -> None:
        """Show levels and targets."""
        if tuple(dimensions) == self._shown:
            return
        self._shown = tuple(dimensions)
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for dimension in dimensions:
            self._flow.addWidget(self._entry(dimension))
        self.setVisible(bool(dimensions))
        self.updateGeometry()

    def _entry(self, dimension: DimensionStanding) -> QWidget:
        entry = QWidget()
        row = QHBoxLayout(entry)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(TextLabel(self._theming, dimension.score.id, "caption", "secondary", tabular=True))
        row.addWidget(LevelChip(self._theming, dimension.score.level))
        row.addWidget(TextLabel(self._theming, self._target(dimension), "caption"))
        entry.setToolTip(self._sentence(dimension))
        entry.setAccessibleName(self._sentence(dimension))
        return entry

    def _target(self, dimension: DimensionStanding) -> str:
        if dimension.target is None:
            return self.tr("ohne Ziel")
        words = self.tr("Ziel {level}, Annahme") if dimension.target.assumed else self.tr("Ziel {level}")
        return words.format(level=dimension.target.level)

    def _sentence(self, dimension: DimensionStanding) -> str:
        return f"{dimension.score.id} {dimension.title}: {dimension.level_words}, {self._target(dimension)}"
