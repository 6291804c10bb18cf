"""What can be changed about a task: its words where it is one's own, its day, and who does it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from advisor_app.domain.preparation import Doer, PlannedTask
from advisor_app.services.clock import today
from advisor_app.texts.preparation import who_word
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.choice_field import ChoiceField
from advisor_app.ui.widgets.date_field import DateField
from advisor_app.ui.widgets.form import LabelledField
from advisor_app.ui.widgets.value_field import TextLine

_BOX = 28  # the fields stand below the title, not below its box


class TaskEditor(QWidget):
    """``wanted(action, value, batch)``: name, move or give."""

    wanted = Signal(str, object, str)
    typing = Signal()

    def __init__(self, context: PageContext, task: PlannedTask, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theming, texts = context.theming, context.workspace.texts
        self.title = TextLine()
        self.day = DateField(theming, texts, partial(today, context.workspace.clock))
        self.who = ChoiceField([(who, who_word(who, texts)) for who in Doer])
        self._first = self.title if task.is_own else self.day
        grid = QGridLayout(self)
        grid.setContentsMargins(theming.scaled(_BOX), 0, 0, 6)
        grid.setHorizontalSpacing(12)
        for column, share in enumerate((3, 2, 2)):
            grid.setColumnStretch(column, share)
        labelled = LabelledField(theming, self.tr("Aufgabe"), self.title)
        grid.addWidget(labelled, 0, 0)
        labelled.setVisible(task.is_own)
        grid.addWidget(LabelledField(theming, self.tr("Fällig am"), self.day), 0, 1)
        grid.addWidget(LabelledField(theming, self.tr("Wer"), self.who), 0, 2)
        self.title.edited.connect(lambda title, batch: self.wanted.emit("name", title, batch))
        self.day.edited.connect(lambda day, batch: self.wanted.emit("move", day, batch))
        self.who.edited.connect(lambda who, batch: self.wanted.emit("give", who, batch))
        for field in (self.title, self.day):
            field.typing.connect(self.typing)
        self.show_task(task)

    def show_task(self, task: PlannedTask) -> None:
        """Show the task as it is now."""
        self.title.show_value(task.title)
        self.day.show_value(task.due_on)
        self.who.show_value(task.who)

    def flush(self) -> None:
        """Commit what is half typed."""
        self.title.flush()
        self.day.flush()

    def take_focus(self) -> None:
        """Begin with the first field."""
        self._first.setFocus(Qt.FocusReason.OtherFocusReason)
