"""Counting dots: a row for each impact area with its key, and a figure that each key raises and that can be typed."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from advisor_app.domain.area_poll import MOST_DOTS_EACH
from advisor_app.domain.foundations import MOST_VOTES
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.figure_box import FigureBox
from advisor_app.ui.widgets.icon_button import IconButton
from advisor_app.ui.widgets.labels import TextLabel, key_label


class DotsCount(QWidget):
    """``counted(area)`` asks for a dot more, ``typed(dots)`` tells all figures after one was typed."""

    counted = Signal(str)
    typed = Signal(object)  # dict of dots by area

    def __init__(self, theming: Theming, areas: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.figures: dict[str, FigureBox] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for row, (area, title) in enumerate(areas.items()):
            words = TextLabel(theming, f"{area}  {title}")
            words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            name = self.tr("Punkte für {area}").format(area=f"{area} {title}")
            words.setToolTip(title)
            figure = FigureBox(theming, name, MOST_VOTES * MOST_DOTS_EACH)
            figure.changed.connect(self._on_figure_changed)
            more = IconButton(theming, "plus", self.tr("{name}: einer mehr").format(name=name))
            more.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keys count, this is for the mouse
            more.clicked.connect(lambda _checked=False, area=area: self.counted.emit(area))
            grid.addWidget(key_label(theming, str(row + 1)), row, 0)
            grid.addWidget(words, row, 1)
            grid.addWidget(figure, row, 2)
            grid.addWidget(more, row, 3)
            self.figures[area] = figure

    def show_dots(self, dots: Mapping[str, int]) -> None:
        """Show committed dots."""
        for area, figure in self.figures.items():
            figure.show_figure(dots.get(area, 0))

    def focus_first(self) -> None:
        """Go to the first figure, to type all of them."""
        next(iter(self.figures.values())).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_figure_changed(self) -> None:
        self.typed.emit({area: figure.value() for area, figure in self.figures.items()})
