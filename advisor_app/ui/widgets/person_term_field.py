"""Until when a person's data is kept: a day of the person's own, else the usual one stands there in grey."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from advisor_app.texts import Texts
from advisor_app.texts.numbers import format_date
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.date_field import DateField

if TYPE_CHECKING:
    from advisor_app.services.retention import PersonTerm


class PersonTermField(DateField):
    """A day or none; emptied, the usual day holds again."""

    def __init__(
        self, theming: Theming, texts: Texts, today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        super().__init__(theming, texts, today, parent)
        self._language = texts.language

    def show_term(self, term: PersonTerm | None) -> None:
        """Show the day that holds; None where the person is gone."""
        self.show_value(None if term is None else term.own)
        if term is None:
            return
        day = format_date(term.usual, self._language)
        self.line.setPlaceholderText(day)
        words = self.tr("Ohne eigenen Tag bis {day}.").format(day=day)
        if term.is_due:
            words = " ".join((words, self.tr("Die Frist ist abgelaufen.")))
        self.line.setAccessibleDescription(words)
        self.line.setToolTip(words)
