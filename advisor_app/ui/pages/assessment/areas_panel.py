"""Choosing the impact areas at the top of the page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from advisor_app.domain.questionnaire import Dimension
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.labels import TextLabel

RECOMMENDED = 3
_COLUMNS = 4


class AreasPanel(QWidget):
    """One chip per impact area; any number may be chosen, more than three gets a hint."""

    chosen = Signal(tuple)

    def __init__(self, theming: Theming, areas: Sequence[Dimension], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips: dict[str, QPushButton] = {}
        self._hint = TextLabel(theming, "", "caption", "secondary", wrap=True)
        grid = QGridLayout()
        grid.setSpacing(8)
        for index, area in enumerate(areas):
            chip = QPushButton(f"{area.id}  {area.title}".replace("&", "&&"), self)
            chip.setCheckable(True)
            chip.setProperty("kind", "chip")
            chip.clicked.connect(self._on_chip_clicked)
            grid.addWidget(chip, index // _COLUMNS, index % _COLUMNS)
            self._chips[area.id] = chip
        layout = QVBoxLayout(self)
        layout.setContentsMargins(32, 12, 32, 12)
        layout.setSpacing(8)
        layout.addWidget(
            TextLabel(theming, self.tr("Welche Wirkungsbereiche schauen Sie an?"), "emphasised", weight=600)
        )
        layout.addLayout(grid)
        layout.addWidget(self._hint)

    def show_areas(self, areas: Sequence[str]) -> None:
        """Show which areas are chosen."""
        for name, chip in self._chips.items():
            chip.setChecked(name in areas)
        if len(areas) > RECOMMENDED:
            self._hint.set_tone("amber")
            self._hint.setText(
                self.tr("{count} Bereiche gewählt. Mehr als drei sind an einem Tag kaum zu schaffen.").format(
                    count=len(areas)
                )
            )
        else:
            self._hint.set_tone("secondary")
            self._hint.setText(
                self.tr("Üblich sind ein bis drei. Jeder Bereich hat ein eigenes Profil ohne Einfluss auf die Phase.")
            )

    def _on_chip_clicked(self) -> None:
        self.chosen.emit(tuple(name for name, chip in self._chips.items() if chip.isChecked()))
