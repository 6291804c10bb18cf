"""A part of the profile: a heading and the fields below it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from advisor_app.domain.use_case import UseCase
from advisor_app.services.clock import today
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.date_field import DateField
from advisor_app.ui.widgets.form import Form
from advisor_app.ui.widgets.labels import TextLabel
from advisor_app.ui.widgets.value_field import TextArea, TextLine


class Section(QWidget):
    """Shows some attributes of a use case; ``edited(attribute, value, batch)`` asks to commit one of them.

    Subclasses name themselves and add their fields when they are made.
    """

    edited = Signal(str, object, str)
    typing = Signal()

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.form = Form(context.theming)
        self._heading = TextLabel(context.theming, "", "section")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(12)
        self.column.addWidget(self._heading)
        self.column.addWidget(self.form)
        self.form.edited.connect(self.edited)
        self.form.typing.connect(self.typing)

    @property
    def title(self) -> str:
        """What the section is called."""
        return self._heading.text()

    @property
    def attributes(self) -> Sequence[str]:
        """The attributes that count as open while they are empty."""
        return self.form.attributes

    def show_use_case(self, use_case: UseCase) -> None:
        """Show a use case."""
        self.form.show_record(use_case)

    def flush(self) -> None:
        """Ask to commit what is half typed."""
        self.form.flush()

    def open_count(self, use_case: UseCase) -> int:
        """How many of the attributes are still empty."""
        return sum(is_empty(getattr(use_case, attribute)) for attribute in self.attributes)

    def take_focus(self) -> None:
        """Put the focus into the first field."""
        self.form.take_focus()

    def name(self, title: str) -> None:
        """Give the section its title."""
        self._heading.setText(title)

    def line(self, attribute: str, label: str, placeholder: str = "", *, span: int = 1) -> None:
        """Add a text of one line."""
        self.form.add(attribute, label, TextLine(placeholder), span=span)

    def area(self, attribute: str, label: str, placeholder: str = "", *, span: int = 2) -> None:
        """Add a text of several lines."""
        self.form.add(attribute, label, TextArea(placeholder), span=span)

    def day(self) -> DateField:
        """A field for a day."""
        workspace = self.context.workspace
        return DateField(self.context.theming, workspace.texts, partial(today, workspace.clock))


def is_empty(value: Any) -> bool:
    """Whether an attribute holds nothing yet."""
    return not value.strip() if isinstance(value, str) else value is None or value == ()
