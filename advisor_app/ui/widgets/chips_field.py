"""Some of several values, chosen as chips."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from advisor_app.override import override
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.flow_layout import FlowLayout
from advisor_app.ui.widgets.value_field import ValueField


class ChipsField(ValueField):
    """A tuple of ids in the order of the chips; every click is a step of its own."""

    def __init__(
        self, theming: Theming, choices: Sequence[tuple[str, str, str]], parent: QWidget | None = None
    ) -> None:
        """Build from (id, label, tooltip) triples."""
        super().__init__(parent)
        self._unknown: tuple[str, ...] = ()
        self._name = ""
        self.chips: dict[str, Button] = {}
        layout = FlowLayout(8, self)
        for name, label, tooltip in choices:
            chip = Button(theming, label, "", "chip", tooltip=tooltip)
            chip.setCheckable(True)
            chip.clicked.connect(self._on_chip_clicked)
            layout.addWidget(chip)
            self.chips[name] = chip
        if self.chips:
            self.setFocusProxy(next(iter(self.chips.values())))

    @override
    def show_value(self, value: Any) -> None:
        self._unknown = tuple(name for name in value if name not in self.chips)
        for name, chip in self.chips.items():
            chip.setChecked(name in value)

    def show_labels(self, labels: Mapping[str, str]) -> None:
        """Call the choices by other words, by their ids."""
        for name, chip in self.chips.items():
            chip.setText(labels.get(name, chip.text()))
        self.set_name(self._name)

    @override
    def set_name(self, name: str) -> None:
        self._name = name
        for chip in self.chips.values():
            chip.setAccessibleName(f"{name}: {chip.text()}" if name else chip.text())

    def _on_chip_clicked(self) -> None:
        chosen = tuple(name for name, chip in self.chips.items() if chip.isChecked())
        self.edited.emit((*chosen, *self._unknown), "")
