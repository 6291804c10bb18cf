"""One workshop day: its name, date, beginning and place."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from advisor_app.domain.agenda import AgendaDay
from advisor_app.services.clock import today
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.date_field import DateField
from advisor_app.ui.widgets.form import LabelledField
from advisor_app.ui.widgets.icon_button import IconButton
from advisor_app.ui.widgets.labels import TextLabel
from advisor_app.ui.widgets.time_field import TimeField
from advisor_app.ui.widgets.value_field import TextLine, ValueField


class DayCard(QFrame):
    """``edited`` carries the day with one attribute changed."""

    edited = Signal(object, str)  # AgendaDay, batch
    removal_wanted = Signal(str)
    typing = Signal()

    def __init__(self, context: PageContext, day: AgendaDay, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theming, workspace = context.theming, context.workspace
        self._day = day
        self.setProperty("kind", "card")
        module = workspace.catalog.modules.get(day.module)
        self._module = TextLabel(theming, day.module, "caption", "tag-outline")
        self._module.setToolTip(module.title if module is not None else "")
        self.title = TextLine()
        self.on = DateField(theming, workspace.texts, lambda: today(workspace.clock))
        self.start = TimeField(theming, workspace.texts, self.tr("Beginn"))
        self.place = TextLine(self.tr("Rathaus, Saal 2"))
        self.remove_button = IconButton(theming, "trash-2", self.tr("Tag entfernen"))
        grid = QGridLayout(self)
        grid.setContentsMargins(16, 12, 16, 14)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        for column, stretch in enumerate((0, 3, 2, 4)):
            grid.setColumnStretch(column, stretch)
        grid.addWidget(self._module, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(LabelledField(theming, self.tr("Bezeichnung"), self.title), 0, 1, 1, 3)
        grid.addWidget(self.remove_button, 0, 4, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(LabelledField(theming, self.tr("Datum"), self.on), 1, 1)
        grid.addWidget(LabelledField(theming, self.tr("Beginn"), self.start), 1, 2)
        grid.addWidget(LabelledField(theming, self.tr("Ort"), self.place), 1, 3)
        self._fields: dict[str, ValueField] = {
            "title": self.title,
            "on": self.on,
            "start": self.start,
            "place": self.place,
        }
        for attribute, field in self._fields.items():
            field.edited.connect(lambda value, batch, name=attribute: self._edit(name, value, batch))
            field.typing.connect(self.typing)
        self.remove_button.clicked.connect(lambda: self.removal_wanted.emit(self._day.id))

    def show_day(self, day: AgendaDay) -> None:
        """Show the day as it is now."""
        self._day = day
        for attribute, field in self._fields.items():
            field.show_value(getattr(day, attribute))

    def flush(self) -> None:
        """Commit what is half typed."""
        for field in self._fields.values():
            field.flush()

    def take_focus(self) -> None:
        """Begin with the date."""
        self.on.setFocus(Qt.FocusReason.OtherFocusReason)

    def _edit(self, attribute: str, value: object, batch: str) -> None:
        self.edited.emit(replace(self._day, **{attribute: value}), batch)  # type: ignore[arg-type]  # the field's own type
