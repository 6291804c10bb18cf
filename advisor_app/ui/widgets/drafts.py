"""Words that are not saved while one types: those of a form until it is sent, and inputs that cannot be read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from advisor_app.override import override
from advisor_app.questions.editing import UNREAD
from advisor_app.ui.shell.page import Page
from advisor_app.ui.widgets.autosave import fit_page

__all__ = ["UNREAD", "Drafts", "unread_lines"]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    read: Callable[[], str]
    write: Callable[[str], None]


class Drafts(QObject):
    """The fields of one form. ``returning`` asks to show the form, before what was typed is put back."""

    returning = Signal()

    def __init__(self, form: QWidget, name: str, *, stores: bool = True) -> None:
        """``name`` is the form's, unique on its page. ``stores`` is False where sending it changes no data."""
        super().__init__(form)
        self._stores = stores
        self.name = name
        self._parts: dict[str, _Part] = {}
        self._settled: dict[str, str] = {}
        self._is_returning = False

    @property
    def texts(self) -> dict[str, str]:
        """What was typed by field, without what was there before or is saved by now."""
        texts = {name: part.read() for name, part in self._parts.items()}
        return {name: text for name, text in texts.items() if text.strip() and text != self._settled.get(name, "")}

    def add(self, name: str, field: QLineEdit | QPlainTextEdit) -> None:
        """Watch a text field."""
        if isinstance(field, QLineEdit):
            self.add_value(name, field.text, field.setText)
        else:
            self.add_value(name, field.toPlainText, field.setPlainText)
        field.textChanged.connect(self._on_text_changed)
        if self._stores:
            field.installEventFilter(self)

    def add_value(self, name: str, read: Callable[[], str], write: Callable[[str], None]) -> None:
        """Watch something that reads as a text; whoever changes it calls ``touch``."""
        self._parts[name] = _Part(read=read, write=write)

    def touch(self) -> None:
        """Something was entered."""
        page = self._page()
        if page is not None and not self._is_returning:
            page.typing.emit()

    def settle(self) -> None:
        """What stands in the form now is saved, given up, or was there before."""
        self._settled = {name: part.read() for name, part in self._parts.items()}
        page = self._page()
        if page is not None:
            page.drafts_settled.emit()

    def put_back(self, texts: Mapping[str, str]) -> None:
        """Enter again what was typed."""
        self.returning.emit()
        self._is_returning = True
        for name, text in texts.items():
            if name in self._parts:
                self._parts[name].write(text)
        self._is_returning = False

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show and isinstance(watched, QLineEdit | QPlainTextEdit):
            fit_page(watched)
        return False

    def _page(self) -> Page | None:
        parent = self.parent()
        while parent is not None and not isinstance(parent, Page):
            parent = parent.parent()
        return parent

    def _on_text_changed(self, _text: str = "") -> None:
        self.touch()


def unread_lines(page: QWidget) -> list[QLineEdit]:
    """The lines in sight whose text cannot be read."""
    lines = page.findChildren(QLineEdit)
    return [line for line in lines if line.property(UNREAD) and line.isVisibleTo(page)]
