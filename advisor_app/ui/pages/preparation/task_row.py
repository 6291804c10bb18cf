"""One task before a workshop: done or not, by whom, until when; what can be changed about it opens below."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.domain.preparation import PlannedTask
from advisor_app.override import override
from advisor_app.services.clock import today
from advisor_app.texts.preparation import due_words, who_word
from advisor_app.ui.pages.preparation.task_editor import TaskEditor
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.icon_button import MenuButton
from advisor_app.ui.widgets.labels import TextLabel
from advisor_app.ui.widgets.paragraph import Paragraph

_NARROW_BELOW = 640
_ABOVE = 2  # puts small words on one line with the title


class TaskRow(QWidget):
    """``wanted(action, task, value, batch)`` asks for a change of the task.

    Actions: tick, move (a day, or None for the one that is reckoned), give, name, leave-out.
    """

    wanted = Signal(str, object, object, str)
    typing = Signal()

    def __init__(self, context: PageContext, task: PlannedTask, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theming = context.theming
        self._context = context
        self.task = task
        self.box = QCheckBox()
        self._title = Paragraph(theming, "", "body", weight=600)
        self._hint = Paragraph(theming, "", "caption", "secondary")
        self._who = TextLabel(theming, "", "caption", "secondary")
        self._due = TextLabel(theming, "", "caption", "secondary", tabular=True)
        self.menu = MenuButton(theming, "")
        self.editor: TaskEditor | None = None
        self._lay_out()
        self.menu.setToolTip(self.tr("Tag, Zuständigkeit, entfällt"))
        self.menu.opening.connect(self._fill_menu)
        self.box.clicked.connect(self._on_box_clicked)
        self.show_task(task)

    @property
    def words(self) -> str:
        """What stands in the row."""
        labels = (self._title, self._hint, self._who, self._due)
        return " | ".join(label.text() for label in labels if label.text())

    def show_task(self, task: PlannedTask) -> None:
        """Show the task as it is now."""
        self.task = task
        texts, day = self._context.workspace.texts, today(self._context.workspace.clock)
        gone, late = task.record.left_out, task.is_overdue(day)
        self.box.setChecked(task.is_done)
        self.box.setEnabled(not gone)
        self.box.setAccessibleName(self.tr("{task} erledigt").format(task=task.title))
        self._title.setText(task.title)
        self._title.set_tone("secondary" if gone or task.is_done else "")
        self._hint.setText("" if task.is_done or gone else task.hint)
        self._hint.setVisible(bool(self._hint.text()))
        self._who.setText(who_word(task.who, texts))
        self._due.setText(due_words(task, day, texts))
        self._due.set_tone("amber" if late else "secondary")
        self.menu.setAccessibleName(self.tr("Weitere Schritte für {task}").format(task=task.title))
        if self.editor is not None:
            self.editor.show_task(task)

    def flush(self) -> None:
        """Commit what is half typed."""
        if self.editor is not None:
            self.editor.flush()

    def toggle_editor(self) -> None:
        """Open or close what can be changed."""
        if self.editor is None:
            self.editor = TaskEditor(self._context, self.task)
            self.editor.wanted.connect(self._want)
            self.editor.typing.connect(self.typing)
            self._column.addWidget(self.editor)
        elif not self.editor.isHidden():
            self.flush()
            self.editor.hide()
            self.menu.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.editor.show()
        self.editor.take_focus()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < self._context.theming.scaled(_NARROW_BELOW)
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._row.setDirection(direction)

    def _on_box_clicked(self, done: bool) -> None:  # noqa: FBT001  # a signal's value
        self._want("tick", done)

    def _want(self, action: str, value: object, batch: str = "") -> None:
        self.wanted.emit(action, self.task, value, batch)

    def _fill_menu(self) -> None:
        """Offer what can be done with the task as it is now."""
        gone, is_own = self.task.record.left_out, self.task.is_own
        self.menu.menu_shown.clear()
        self.menu.add_action(self.tr("Ändern …"), "pencil", self.toggle_editor)
        if self.task.record.due_on is not None and not is_own:
            self.menu.add_action(self.tr("Tag wieder berechnen"), "undo-2", partial(self._want, "move", None))
        if gone:
            self.menu.add_action(self.tr("Doch erledigen"), "undo-2", partial(self._want, "leave-out", False))
        if is_own:
            self.menu.add_action(self.tr("Löschen"), "trash-2", partial(self._want, "leave-out", True))
        elif not gone:
            self.menu.add_action(self.tr("Entfällt hier"), "circle-slash", partial(self._want, "leave-out", True))

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self._title)
        words.addWidget(self._hint)
        words.addStretch(1)
        facts = QHBoxLayout()
        facts.setSpacing(10)
        facts.addWidget(self._who, 2, Qt.AlignmentFlag.AlignTop)
        facts.addWidget(self._due, 3, Qt.AlignmentFlag.AlignTop)
        for label in (self._who, self._due):
            label.setContentsMargins(0, _ABOVE, 0, 0)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(12)
        self._row.addLayout(words, 3)
        self._row.addLayout(facts, 2)
        line = QHBoxLayout()
        line.setSpacing(4)
        line.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(self._row, 1)
        line.addWidget(self.menu, 0, Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 7, 0, 7)
        self._column.setSpacing(6)
        self._column.addLayout(line)
