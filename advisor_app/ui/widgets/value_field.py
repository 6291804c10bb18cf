"""Fields of forms: each shows one value of a record and asks to commit another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from advisor_app.override import override
from advisor_app.ui.widgets.autosave import LineField, TextField


class ValueField(QWidget):
    """One field. ``edited(value, batch)`` asks to commit; an empty batch makes the edit a step of its own.

    ``complained`` carries the sentence that says why an input is not taken, and an empty text once it is settled.
    """

    edited = Signal(object, str)
    typing = Signal()
    complained = Signal(str)

    def show_value(self, value: Any) -> None:
        """Show the value of the snapshot, unless somebody is typing here."""
        raise NotImplementedError

    def flush(self) -> None:
        """Ask to commit what is half typed."""

    def set_name(self, name: str) -> None:
        """Tell screen readers what the field is called."""
        self.target.setAccessibleName(name)

    @property
    def target(self) -> QWidget:
        """The widget that takes the focus."""
        return self.focusProxy() or self

    def _on_text_edited(self, text: str, batch: str) -> None:
        self.edited.emit(text, batch)

    def _hold(self, inner: QWidget) -> QHBoxLayout:
        """Fill the field with one widget that takes its focus."""
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(inner, 1)
        self.setFocusProxy(inner)
        return layout


class TextLine(ValueField):
    """A text of one line; ``suggestions`` are offered while one types, any other text is taken too."""

    def __init__(self, placeholder: str = "", suggestions: Sequence[str] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = LineField(placeholder=placeholder)
        self._hold(self.line)
        if suggestions:
            self.suggest(suggestions)
        self.line.edited.connect(self._on_text_edited)
        self.line.typing.connect(self.typing)
        self.line.returnPressed.connect(self.line.flush)

    @override
    def show_value(self, value: str) -> None:
        self.line.show_text(value)

    @override
    def flush(self) -> None:
        self.line.flush()

    def suggest(self, words: Sequence[str]) -> None:
        """Offer other words while one types."""
        self.line.suggest(words).activated.connect(self._on_completer_activated)

    def _on_completer_activated(self, text: str) -> None:
        self.line.setText(text)
        self.line.flush()


class NamedLine(TextLine):
    """The id of something known, shown as its name; what is no known name is kept as it is written."""

    def __init__(self, names: Mapping[str, str], placeholder: str = "", parent: QWidget | None = None) -> None:
        """``names`` gives the name of every id."""
        super().__init__(placeholder, tuple(names.values()), parent)
        self._names = names
        self._value = ""

    @override
    def show_value(self, value: str) -> None:
        self._value = value
        super().show_value(self._names.get(value, value))

    def show_names(self, names: Mapping[str, str]) -> None:
        """Call what is known by other names."""
        if dict(names) != dict(self._names):
            self._names = names
            self.suggest(tuple(names.values()))
            self.show_value(self._value)

    @override
    def _on_text_edited(self, text: str, batch: str) -> None:
        known = next((id_ for id_, name in self._names.items() if text.strip() == name), text)
        self._value = known
        super()._on_text_edited(known, batch)


class TextArea(ValueField):
    """A text of several lines that grows with what is written."""

    def __init__(self, placeholder: str = "", lines: int = 2, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = TextField(placeholder=placeholder, lines=lines)
        self._hold(self.text)
        self.text.edited.connect(self._on_text_edited)
        self.text.typing.connect(self.typing)

    @override
    def show_value(self, value: str) -> None:
        self.text.show_text(value)

    @override
    def flush(self) -> None:
        self.text.flush()
