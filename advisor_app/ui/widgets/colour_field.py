"""A colour of documents: typed or chosen, shown, and with a darker one at hand where it is too light."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.override import override
from advisor_app.texts import Texts
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.colour_choice import colour_to_use
from advisor_app.ui.widgets.parsed_field import ParsedField

ChooseColour = Callable[[QWidget, str, str], str | None]

_SWATCH = 36
_EXAMPLE = "#0B5C6B"


class ColourField(ParsedField):
    """``read`` checks what was typed, ``shown`` says which colour is in use. ``tools`` belong below the field."""

    def __init__(
        self,
        theming: Theming,
        texts: Texts,
        *,
        read: Callable[[str], str],
        shown: Callable[[], str],
        choose: ChooseColour = colour_to_use,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theming, texts, parse=self._read_or_suggest, write=str, placeholder=_EXAMPLE, parent=parent)
        self._read = read
        self._shown = shown
        self._choose = choose
        self._suggestion = ""
        self.swatch = QFrame()
        self.swatch.setFixedSize(_SWATCH, _SWATCH)
        self.swatch.setAutoFillBackground(True)
        self.pick_button = Button(theming, self.tr("Farbe wählen"))
        self.darker_button = Button(theming, "", "check", "link")
        self.darker_button.hide()
        self.tools = QWidget()
        row = QHBoxLayout(self.tools)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for widget in (self.swatch, self.pick_button, self.darker_button):
            row.addWidget(widget)
        row.addStretch(1)
        self.complained.connect(self._on_complained)
        self.pick_button.clicked.connect(self._on_pick_button_clicked)
        self.darker_button.clicked.connect(lambda: self._take_colour(self._suggestion))

    @override
    def show_value(self, value: Any) -> None:
        super().show_value(value)
        palette = self.swatch.palette()
        palette.setColor(self.swatch.backgroundRole(), QColor(self._shown()))
        self.swatch.setPalette(palette)

    def _read_or_suggest(self, typed: str) -> str:
        try:
            return self._read(typed)
        except AdvisorError as error:
            too_light = error.problem is Problem.COLOUR_TOO_LIGHT
            self._suggestion = str(error.details["suggestion"]) if too_light else ""
            raise

    def _take_colour(self, colour: str) -> None:
        """Take a colour as if it had been typed and the field been left."""
        self.line.setText(colour)
        self.line.flush()

    def _on_complained(self, complaint: str) -> None:
        self.darker_button.setText(self.tr("{colour} übernehmen").format(colour=self._suggestion))
        self.darker_button.setVisible(bool(complaint and self._suggestion))

    def _on_pick_button_clicked(self) -> None:
        chosen = self._choose(self, self.tr("Farbe der Dokumente"), self._shown())
        if chosen is not None:
            self._take_colour(chosen)
