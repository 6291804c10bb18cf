"""The Klärungsliste of an assessment: what the room works on, and everything else confirmed in one go."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QProgressBar, QScrollArea, QVBoxLayout, QWidget

from advisor_app.domain.assessment import Assessment
from advisor_app.domain.changes import Change
from advisor_app.domain.clarification import ClarificationList, Item
from advisor_app.domain.errors import AdvisorError
from advisor_app.domain.house_roles import role_title
from advisor_app.domain.questionnaire import Question
from advisor_app.override import override
from advisor_app.texts.clarifications import reason_words
from advisor_app.texts.errors import sentence
from advisor_app.ui.pages.assessment.clarification_row import ClarificationRow, neighbour
from advisor_app.ui.pages.assessment.confirmation import Confirmation
from advisor_app.ui.pages.assessment.services_line import ServicesLine
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.choice_field import ChoiceBox
from advisor_app.ui.widgets.labels import TextLabel


class ClarificationPanel(QScrollArea):
    """``opened`` names a question to go to, ``confirmed`` says what was done, ``removed`` what was taken away.

    ``warned`` says why something was not done.
    """

    opened = Signal(str)
    confirmed = Signal(str)
    removed = Signal(str)
    warned = Signal(str)

    def __init__(self, context: PageContext, bridge: CaseBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._bridge = context, bridge
        self._service = context.workspace.clarifications
        self._assessment: Assessment | None = None
        self._found: ClarificationList | None = None
        self._questions: Sequence[Question] = ()
        theming = context.theming
        self.rows: list[ClarificationRow] = []
        self._sum = TextLabel(theming, "", "body", "secondary", tabular=True, wrap=True)
        self._note = TextLabel(theming, "", "body", "secondary", wrap=True)
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._list = QVBoxLayout()
        self._add = ChoiceBox()
        self._add.setAccessibleName(self.tr("Frage auf die Liste setzen"))
        self._back = Button(theming, "", "rotate-ccw", "link")
        self._others = TextLabel(theming, "", "body", "secondary", wrap=True)
        self.confirmation = Confirmation(context)
        self.services = ServicesLine(context)
        self._lay_out()
        self._connect()

    @property
    def found(self) -> ClarificationList | None:
        """The list that is shown."""
        return self._found

    @property
    def words(self) -> str:
        """Everything that is said above and below the list."""
        return " ".join(filter(None, (self._sum.text(), self._note.text(), self._others.text())))

    def show_assessment(self, assessment: Assessment, questions: Sequence[Question]) -> None:
        """Show the list as the case stands; ``questions`` are those that are asked now."""
        self._assessment, self._questions = assessment, questions
        focused = QApplication.focusWidget()
        kept = focused.question if isinstance(focused, ClarificationRow) and focused in self.rows else ""
        found = self._found = self._service.find(self._bridge.case, assessment)
        self._show_head(found, self._service.minutes_planned(self._bridge.case, assessment))
        self._show_rows(found)
        self._show_choices(found)
        self._show_others(found)
        self.services.show_case(self._bridge.case, assessment.questionnaire)
        self.confirmation.show_confirmable(found.confirmable, self._bridge.case)
        if kept:
            self.focus_row(kept)

    def focus_row(self, name: str = "") -> None:
        """Go to the row of a question, else to the first that is open."""
        row = next((row for row in self.rows if row.question == name), None)
        open_ones = (row for row, item in zip(self.rows, self._items(), strict=True) if not item.is_settled)
        row = row or next(open_ones, None) or next(iter(self.rows), None)
        if row is not None:
            row.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.ensureWidgetVisible(row)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if event.modifiers() == Qt.KeyboardModifier.NoModifier and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            row = neighbour(self.rows, QApplication.focusWidget(), -1 if key is Qt.Key.Key_Up else 1)
            if row is not None:
                row.setFocus(Qt.FocusReason.ShortcutFocusReason)
                self.ensureWidgetVisible(row)
        else:
            event.ignore()

    # Showing

    def _items(self) -> tuple[Item, ...]:
        return () if self._found is None else self._found.items

    def _show_head(self, found: ClarificationList, planned: int | None) -> None:
        count = len(found.items)
        words = self.tr("{settled} von {count} geklärt, etwa {minutes} min für alles, noch {left} min").format(
            settled=found.settled, count=count, minutes=found.minutes, left=found.minutes_left
        )
        tone = "secondary"
        if planned is not None and found.minutes > planned:
            words += self.tr("; in der Agenda stehen {planned} min. Das reicht nicht.").format(planned=planned)
            tone = "amber"
        elif planned is not None:
            words += self.tr("; in der Agenda stehen {planned} min.").format(planned=planned)
        self._sum.setText(words if count else self.tr("Es gibt nichts zu klären."))
        self._sum.set_tone(tone)
        self._progress.setRange(0, max(1, count))
        self._progress.setValue(found.settled)
        self._progress.setVisible(bool(count))
        self._note.setVisible(not found.has_survey)
        self._note.setText(
            ""
            if found.has_survey
            else self.tr(
                "Ohne Antworten aus der Vorab-Abfrage stehen hier nur Sperrfragen und Fragen, "
                "die über die Phase oder eine Stufe entscheiden."
            )
        )

    def _show_rows(self, found: ClarificationList) -> None:
        for row in self.rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = []
        case, assessment = self._bridge.case, self._assessment
        for item in found.items:
            answer = case.answer("" if assessment is None else assessment.id, item.question.id)
            minutes = self.tr("{minutes} min").format(minutes=item.minutes)
            reasons = reason_words(item, self._role, self._context.workspace.texts)
            row = ClarificationRow(self._context.theming, item, answer, reasons, self._said(item), minutes)
            row.opened.connect(self.opened)
            row.moved.connect(self._on_row_moved)
            row.removed.connect(self._on_row_removed)
            row.pinned.connect(self._on_row_pinned)
            self._list.addWidget(row)
            row.show()  # at once, so that it can take the focus
            self.rows.append(row)

    def _said(self, item: Item) -> str:
        """Which level each role gave; of those who do not know the reason tells."""
        texts = self._context.workspace.texts
        told = (one for one in item.said.statements if one.level is not None)
        words = ((self._role(one.role), self.tr("Stufe {level}").format(level=one.level)) for one in told)
        return " · ".join(texts("clarification.said", role=role, answer=answer) for role, answer in words)

    def _show_choices(self, found: ClarificationList) -> None:
        listed = {item.question.id for item in found.items}
        self._add.blockSignals(True)
        self._add.clear()
        self._add.addItem(self.tr("Frage auf die Liste setzen …"), "")
        for question in self._questions:
            if question.id not in listed and not question.confidential and not question.is_calculated:
                self._add.addItem(f"{question.id}  {question.short}", question.id)
        self._add.blockSignals(False)
        self._back.setVisible(bool(found.removed))
        self._back.setText(self.tr("Entfernte zurückholen ({count})").format(count=len(found.removed)))

    def _show_others(self, found: ClarificationList) -> None:
        parts = []
        if found.left_open:
            parts.append(
                self.tr("Weiter offen und nicht auf der Liste: {names}.").format(names=", ".join(found.left_open))
            )
        if found.confidential:
            words = self.tr("Vertraulich, nur in der Vorab-Abfrage und nicht in der Runde: {names}.")
            parts.append(words.format(names=", ".join(found.confidential)))
        parts.append(self.tr("Strittige Fragen brauchen 5 bis 8 Minuten; die übrigen Minuten sind eigene Annahmen."))
        self._others.setText(" ".join(parts))

    def _role(self, name: str) -> str:
        return role_title(name, self._context.workspace.catalog.roles, self._bridge.case.roles)

    # Building

    def _lay_out(self) -> None:
        content = QWidget()
        content.setProperty("kind", "paper")
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        tools = QHBoxLayout()
        tools.addWidget(self._add)
        tools.addWidget(self._back)
        tools.addStretch(1)
        layout = QVBoxLayout(content)
        layout.setContentsMargins(32, 8, 32, 24)
        layout.setSpacing(8)
        for widget in (self._sum, self._progress, self._note):
            layout.addWidget(widget)
        self._list.setSpacing(0)
        layout.addLayout(self._list)
        layout.addLayout(tools)
        layout.addSpacing(8)
        layout.addWidget(self.services)
        layout.addWidget(self.confirmation)
        layout.addWidget(self._others)
        layout.addStretch(1)

    def _connect(self) -> None:
        self._add.activated.connect(self._on_add_activated)
        self._back.clicked.connect(lambda: self._do(self._service.bring_back))
        self.confirmation.wanted.connect(self._on_confirmation_wanted)
        self.confirmation.unfolded.connect(self._on_confirmation_unfolded)

    # Acting

    def _do(self, step: Callable[..., Change], *given: object) -> bool:
        if self._assessment is None:
            return False
        try:
            change = step(self._bridge.case, self._assessment, *given)
        except AdvisorError as error:
            self.warned.emit(sentence(error, self._context.workspace.texts))
            return False
        return self._bridge.edit(change)

    def _pin(self, name: str) -> bool:
        """Put a question on the list and say which one had to make way."""
        before = [row.question for row in self.rows]
        if not self._do(self._service.pin, name):
            return False
        gone = [question for question in before if question not in [row.question for row in self.rows]]
        if gone:
            words = self.tr("{question} steht auf der Liste, {gone} ist dafür nicht mehr darauf: Zehn Fragen passen.")
            self.confirmed.emit(words.format(question=name, gone=", ".join(gone)))
        return True

    def _on_row_moved(self, name: str, places: int) -> None:
        self._do(self._service.move, name, places)

    def _on_row_removed(self, name: str) -> None:
        if self._do(self._service.remove, name):
            self.removed.emit(self.tr("{question} ist von der Klärungsliste genommen.").format(question=name))

    def _on_row_pinned(self, name: str, wanted: bool) -> None:  # noqa: FBT001  # a signal's argument
        if wanted:
            self._pin(name)
        else:
            self._do(self._service.unpin, name)

    def _on_add_activated(self, place: int) -> None:
        name = self._add.itemData(place)
        if name and self._pin(name):
            self.focus_row(name)

    def _on_confirmation_unfolded(self) -> None:
        bar = self.verticalScrollBar()
        QTimer.singleShot(
            0, self, lambda: bar.setValue(self.confirmation.y() - self.confirmation.contentsMargins().top())
        )

    def _on_confirmation_wanted(self) -> None:
        if self._assessment is None or self._found is None:
            return
        chosen = self._found.confirmable
        changes = self._service.confirm(self._bridge.case, self._assessment, chosen)
        if self._bridge.edit(*changes):
            self.confirmed.emit(
                self.tr("{count} Antworten bestätigt. Strg+Z nimmt alle zurück.").format(count=len(chosen))
            )
