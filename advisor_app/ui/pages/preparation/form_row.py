"""One role with its form: where it stands, and what comes next."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.domain.sent_form import FormStage, SentForm
from advisor_app.override import override
from advisor_app.ui.pages.preparation.wording import due_words, stage_words
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.icon_button import MenuButton
from advisor_app.ui.widgets.labels import TextLabel

_NARROW_BELOW = 700
_STRETCHES = (4, 4, 3)


class FormRow(QWidget):
    """``wanted(action, role, number)`` asks for something to be done with the form.

    Actions: make, mail, sent, returned, import, type, remove.
    """

    wanted = Signal(str, str, str)

    def __init__(self, theming: Theming, title: str, role: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theming = theming
        self._role = role
        self.form: SentForm | None = None
        self._title = TextLabel(theming, title, "body", weight=600, wrap=True)
        self._below = TextLabel(theming, "", "caption", "secondary", wrap=True)
        self._stage = TextLabel(theming, "", "caption", "tag")
        self._due = TextLabel(theming, "", "caption", "secondary")
        self._number = TextLabel(theming, "", "caption", "caption", tabular=True)
        self._number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.next_button = Button(theming, "", "", "link")
        self.menu = MenuButton(theming, self.tr("Weitere Schritte für {role}").format(role=title))
        self._next = ""
        self._lay_out()
        self.next_button.clicked.connect(lambda: self._want(self._next))
        self.menu.opening.connect(self._fill_menu)

    @property
    def words(self) -> str:
        """What stands in the row."""
        labels = (self._title, self._below, self._stage, self._due, self._number)
        return " | ".join(label.text() for label in labels if label.text() and not label.isHidden())

    def show_form(self, form: SentForm | None, below: str, today: date, language: str) -> None:
        """Show where the form stands, None where there is none yet; ``below`` stands under the role."""
        self.form = form
        self._below.setText(below)
        late = form is not None and form.is_overdue(today)
        self._stage.setText(self.tr("noch nicht erstellt") if form is None else stage_words(form, language))
        done = form is not None and form.stage is FormStage.IMPORTED
        self._stage.set_tone("tag-amber" if late else "success" if done else "tag")
        self._due.setText("" if form is None else due_words(form, today, language))
        self._due.set_tone("amber" if late else "secondary")
        self._due.setVisible(bool(self._due.text()))
        self._number.setText("" if form is None else self.tr("Nr. {number}").format(number=form.number))
        self.menu.setVisible(form is not None)
        self._show_next(form)

    def take_focus(self) -> None:
        """Put the focus on what comes next."""
        (self.next_button if self.next_button.isVisibleTo(self) else self.menu).setFocus()

    @property
    def has_focus(self) -> bool:
        """Whether one of its buttons has the focus."""
        return self.next_button.hasFocus() or self.menu.hasFocus()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < self._theming.scaled(_NARROW_BELOW)
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self._row.direction() is not direction:
            self._row.setDirection(direction)
            for place, stretch in enumerate(_STRETCHES):
                self._row.setStretch(place, 0 if narrow else stretch)

    def _show_next(self, form: SentForm | None) -> None:
        steps = {
            None: ("make", self.tr("Erstellen …"), "file-plus"),
            FormStage.MADE: ("mail", self.tr("E-Mail vorbereiten"), "mail"),
            FormStage.SENT: ("returned", self.tr("Als zurück vermerken"), "inbox"),
            FormStage.RETURNED: ("import", self.tr("Einlesen …"), "file-input"),
        }
        step = steps.get(None if form is None else form.stage)
        self.next_button.setVisible(step is not None)
        if step is not None:
            self._next, words, icon = step
            self.next_button.setText(words)
            self.next_button.show_icon(icon)
            self.next_button.setAccessibleName(f"{words}: {self._title.text()}")

    def _fill_menu(self) -> None:
        self.menu.menu_shown.clear()
        for action, label, icon in (
            ("mail", self.tr("E-Mail vorbereiten"), "mail"),
            ("sent", self.tr("Als verschickt vermerken"), "send"),
            ("returned", self.tr("Als zurück vermerken"), "inbox"),
            ("import", self.tr("Einlesen …"), "file-input"),
            ("type", self.tr("Antworten abtippen …"), "keyboard"),
            ("make", self.tr("Neuen Bogen erstellen …"), "file-plus"),
            ("remove", self.tr("Aus der Liste nehmen"), "x"),
        ):
            self.menu.add_action(label, icon, partial(self._want, action))

    def _lay_out(self) -> None:
        who = QVBoxLayout()
        who.setSpacing(2)
        who.addWidget(self._title)
        who.addWidget(self._below)
        stage = QVBoxLayout()
        stage.setSpacing(3)
        stage.addWidget(self._stage, 0, Qt.AlignmentFlag.AlignLeft)
        more = QHBoxLayout()
        more.setSpacing(10)
        more.addWidget(self._number)
        more.addWidget(self._due)
        more.addStretch(1)
        stage.addLayout(more)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.next_button)
        buttons.addWidget(self.menu)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 7, 0, 7)
        self._row.setSpacing(12)
        for layout, stretch in zip((who, stage, buttons), _STRETCHES, strict=True):
            self._row.addLayout(layout, stretch)

    def _want(self, action: str) -> None:
        self.wanted.emit(action, self._role, "" if self.form is None else self.form.number)
