"""A line of text that stands for a number, an amount or a date."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.languages import LANGUAGES
from advisor_app.override import override
from advisor_app.texts import Texts
from advisor_app.texts.errors import sentence
from advisor_app.texts.numbers import format_decimal
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.autosave import LineField
from advisor_app.ui.widgets.drafts import UNREAD
from advisor_app.ui.widgets.labels import TextLabel
from advisor_app.ui.widgets.value_field import ValueField

Parse = Callable[[str], Any]
"""Reads what was typed; raises AdvisorError where that is nothing it knows."""

Write = Callable[[Any], str]
"""Writes a value the way it is shown."""

Step = Callable[[Any, int], Any]
"""The value some steps on; None where there is none."""

_MOST_DIGITS = 12


class ParsedField(ValueField):
    """Commits what can be read, and says on leaving what cannot; then the value stays and the input too.

    With ``step`` the keys Up and Down change the value.
    """

    def __init__(  # noqa: PLR0913 — a field is put together from its rules, all by name
        self,
        theming: Theming,
        texts: Texts,
        *,
        parse: Parse,
        write: Write,
        step: Step | None = None,
        unit: str = "",
        placeholder: str = "",
        right: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._texts = texts
        self._parse = parse
        self._write = write
        self._step = step
        self._value: Any = None
        self._complaint = ""
        self.line = LineField(placeholder=placeholder)
        self._theming = theming
        self.line.setFont(theming.font(tabular=True))
        self.line.installEventFilter(self)
        if right:
            self.line.setAlignment(Qt.AlignmentFlag.AlignRight)
        layout = self._hold(self.line)
        if unit:
            layout.addWidget(TextLabel(theming, unit, "body", "secondary"))
        self.line.edited.connect(self._on_line_edited)
        self.line.typing.connect(self.typing)
        self.line.returnPressed.connect(self.line.flush)
        self.line.editingFinished.connect(self._on_line_editing_finished)
        theming.changed.connect(self._on_look_changed)

    @property
    def value(self) -> Any:
        """The value that was shown or read last."""
        return self._value

    @override
    def show_value(self, value: Any) -> None:
        if (self._complaint or self.line.property(UNREAD)) and value == self._value:
            return  # a refused input stays to be mended
        self._value = value
        if self.line.hasFocus() and self._reads_as(value):
            return  # the adviser's own spelling stays until the field is left
        self.line.show_text(self._write(value))
        self.line.setProperty(UNREAD, False)
        self._complain("")

    @override
    def flush(self) -> None:
        self.line.flush()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.line and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            steps = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()), 0)
            plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
            if steps and plain and self._step is not None:
                self._move(steps)
                return True
        return super().eventFilter(watched, event)

    def _on_look_changed(self) -> None:
        self.line.setFont(self._theming.font(tabular=True))

    def _reads_as(self, value: Any) -> bool:
        try:
            return bool(self._parse(self.line.text()) == value)
        except AdvisorError:
            return False

    def _move(self, steps: int) -> None:
        if self._step is None:
            return
        self.line.flush()
        value = self._step(self._value, steps)
        if value is not None and value != self._value:
            self.line.setText(self._write(value))
            self.line.flush()

    def _take(self, text: str, batch: str) -> str:
        """Commit what can be read; returns why it cannot."""
        try:
            value = self._parse(text)
        except AdvisorError as error:
            return sentence(error, self._texts)
        if value != self._value:
            self._value = value
            self.edited.emit(value, batch)
        return ""

    def _on_line_edited(self, text: str, batch: str) -> None:
        complaint = self._take(text, batch)
        self.line.setProperty(UNREAD, bool(complaint))
        if not complaint or not self.line.hasFocus():
            self._complain(complaint)

    def _on_line_editing_finished(self) -> None:
        try:
            value = self._parse(self.line.text())
        except AdvisorError as error:
            self._complain(sentence(error, self._texts))
            return
        if value == self._value:
            self.line.show_text(self._write(value))
            self._complain("")

    def _complain(self, complaint: str) -> None:
        if complaint != self._complaint:
            self._complaint = complaint
            self.complained.emit(complaint)


def whole_number(name: str, language: str, *, low: int, high: int, empty: int | None) -> Parse:
    """Read a whole number between two bounds; an empty text means ``empty``. Refuses with BAD_VALUE."""
    mark = LANGUAGES[language].thousands

    def parse(text: str) -> int | None:
        digits = text.replace(mark, "").strip()
        if not digits:
            return empty
        is_number = digits.isascii() and digits.isdigit() and len(digits) <= _MOST_DIGITS
        if not is_number or not low <= int(digits) <= high:
            raise AdvisorError(Problem.BAD_VALUE, value=text.strip(), name=name)
        return int(digits)

    return parse


class NumberField(ParsedField):
    """A whole number with a unit; an empty field means ``empty``."""

    def __init__(  # noqa: PLR0913 — bounds, unit and words, all by name
        self,
        theming: Theming,
        texts: Texts,
        name: str,
        *,
        low: int = 0,
        high: int = 1_000_000,
        empty: int | None = 0,
        unit: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            theming,
            texts,
            parse=whole_number(name, texts.language, low=low, high=high, empty=empty),
            write=lambda value: "" if value is None else format_decimal(value, 0, texts.language),
            step=lambda value, steps: min(max((low if value is None else value) + steps, low), high),
            unit=unit,
            right=True,
            parent=parent,
        )
