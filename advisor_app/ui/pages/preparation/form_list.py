"""All forms of a case: the pre-surveys of its modules, role by role, and the feedback forms."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from advisor_app.domain.case import Case
from advisor_app.domain.sent_form import FormStage, SentForm
from advisor_app.services.clock import today
from advisor_app.services.forms import ModuleForms, RoleForms
from advisor_app.ui.pages.preparation.forms_card import FormsCard, Line
from advisor_app.ui.pages.preparation.wording import question_words
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.elided_label import ElidedLabel
from advisor_app.ui.widgets.empty_state import EmptyState
from advisor_app.ui.widgets.flow_layout import FlowLayout
from advisor_app.ui.widgets.labels import TextLabel
from advisor_app.ui.widgets.paper_column import PaperColumn

_WIDEST = 1040


class FormList(QStackedWidget):
    """``wanted(action, module, role, number)`` asks for something to be done; without a module it is feedback.

    ``due_changed(module, day)`` gives another day to what is out; ``folder_wanted`` asks to show a folder. Of one
    commune of a joint case alone the module is a key (see ``survey_key``).
    """

    wanted = Signal(str, str, str, str)
    due_changed = Signal(str, object)
    folder_wanted = Signal(object)
    typing = Signal()

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theming = context.theming
        self._context = context
        self._days: dict[str, date] = {}  # as they were chosen before there is a form that has one
        self._told: Path | None = None
        self.cards: dict[str, FormsCard] = {}
        self._counted = TextLabel(theming, "", "body", "secondary", wrap=True)
        self.import_button = Button(theming, self.tr("Einlesen …"), "file-input")
        self.folder_button = Button(theming, self.tr("Ordner einlesen …"), "folder-open", "link")
        self.communes = QMenu(self)
        self.commune_button = Button(theming, self.tr("Eine Kommune allein fragen …"), "landmark", "link")
        self._about = TextLabel(
            theming,
            self.tr("Zurückgekommene Dateien und Ordner können Sie auch auf diese Seite ziehen."),
            "caption",
            "secondary",
            wrap=True,
        )
        self._line = QFrame()
        self._line_words = ElidedLabel(theming, "", "body")
        self.show_folder_button = Button(theming, self.tr("Ordner öffnen"), "folder-open", "link")
        self._column = PaperColumn(theming, _WIDEST)
        self._empty = EmptyState(
            theming,
            icon="clipboard-check",
            title=self.tr("Noch keine Vorab-Abfrage"),
            sentence=self.tr(
                "Hier erstellen Sie für jede Rolle einen Bogen, der vor dem Workshop am Bildschirm ausgefüllt wird, "
                "und sehen, welcher zurück ist. Dafür muss ein Modul gebucht sein."
            ),
            action=self.tr("Module wählen"),
        )
        self._lay_out()
        self.import_button.clicked.connect(lambda: self.wanted.emit("import", "", "", ""))
        self.commune_button.hide()
        self.commune_button.clicked.connect(self._on_commune_button_clicked)
        self.folder_button.clicked.connect(lambda: self.wanted.emit("import-folder", "", "", ""))
        self.show_folder_button.clicked.connect(lambda: self.folder_wanted.emit(self._told))
        self._empty.wanted.connect(lambda: self.wanted.emit("modules", "", "", ""))

    @property
    def told(self) -> str:
        """What was said of the last files that were written."""
        return "" if self._line.isHidden() else self._line_words.text()

    @property
    def counted(self) -> str:
        """How many forms there are and where they stand."""
        return self._counted.text()

    def due_of(self, module: str) -> date:
        """The day that stands beside a module's forms."""
        day = self.cards[module].due.value
        return day if isinstance(day, date) else today(self._context.workspace.clock)

    def tell(self, words: str, folder: Path) -> None:
        """Say what was written, with a way to it."""
        self._told = folder
        self._line_words.setText(words)
        self._line.show()

    def flush(self) -> None:
        """Take over what is half typed."""
        for card in self.cards.values():
            card.due.flush()

    def take_focus(self) -> None:
        """Put the focus on what comes next: making forms where some are missing, else taking them in."""
        buttons = [card.make_button for card in self.cards.values()] + [self.import_button, self._empty.button]
        next((button for button in buttons if button.isVisibleTo(self)), self).setFocus()

    def show_case(self, case: Case) -> None:
        """Show where every form stands."""
        forms = self._context.workspace.forms
        modules, feedback = forms.of_modules(case), forms.feedback(case)
        self.setCurrentWidget(self._column if modules or feedback else self._empty)
        for module in modules:
            self._show_module(module)
        self._show_feedback(feedback)
        shown = {"": None, **{module.key: None for module in modules}}
        for name, card in self.cards.items():
            card.setVisible(name in shown)
        self._offer(forms.offered(case))
        self._counted.setText(self._counts([*(form for module in modules for form in module.forms)]))

    def show_feedback(self) -> None:
        """Bring the feedback forms into sight as soon as everything has its place."""
        card = self.cards[""]
        QTimer.singleShot(0, card, lambda: self._column.ensureWidgetVisible(card))

    def _lay_out(self) -> None:
        theming = self._context.theming
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._counted)
        words.addWidget(self._about)
        row.addLayout(words, 1)
        acts = FlowLayout(12)
        for button in (self.import_button, self.folder_button, self.commune_button):
            acts.addWidget(button)
        row.addLayout(acts, 1)
        self._line.setProperty("kind", "card-success")
        line = QHBoxLayout(self._line)
        line.setContentsMargins(14, 6, 14, 6)
        line.setSpacing(12)
        line.addWidget(self._line_words, 1)
        line.addWidget(self.show_folder_button)
        self._line.hide()
        self._column.add(head, self._line)
        self.addWidget(self._column)
        self.addWidget(self._empty)
        theming.changed.connect(self._empty.updateGeometry)

    def _offer(self, offered: Sequence[tuple[str, str]]) -> None:
        """Offer to ask one commune of a joint case by itself; ``offered`` are keys and words."""
        self.communes.clear()
        for key, words in offered:
            action = self.communes.addAction(words.replace("&", "&&"))
            action.triggered.connect(lambda _checked=False, key=key: self.wanted.emit("survey", key, "", ""))
        self.commune_button.setVisible(bool(offered))

    def _card(self, module: str) -> FormsCard:
        if module not in self.cards:
            workspace = self._context.workspace
            day = today(workspace.clock)
            card = FormsCard(
                self._context.theming, workspace.texts, day, with_due=bool(module), is_first=not self.cards
            )
            card.wanted.connect(lambda action, role, number: self.wanted.emit(action, module, role, number))
            card.due_changed.connect(lambda chosen: self._on_card_due_changed(module, chosen))
            card.typing.connect(self.typing)
            self._column.add(card)
            self.cards[module] = card
        return self.cards[module]

    def _show_module(self, module: ModuleForms) -> None:
        card = self._card(module.key)
        has_forms = any(form.stage in {FormStage.MADE, FormStage.SENT} for form in module.forms)
        due = module.due_on if has_forms else self._days.get(module.key, module.due_on)
        about = self.tr(
            "Jede Rolle bekommt nur ihre Fragen. Die Antworten stehen nach dem Einlesen nebeneinander; was alle gleich "
            "sehen, gilt als vereinbart."
        )
        title = self.tr("Vorab-Abfrage {module}").format(module=module.title)
        card.show_head(title, about, self.tr("Formulare erstellen …"), due, can_make=bool(module.missing))
        card.show_lines([line for role in module.roles for line in self._lines(role)])

    def _lines(self, role: RoleForms) -> Iterator[Line]:
        below = question_words(role.questions) if role.questions else self.tr("hat inzwischen keine Fragen mehr")
        if role.merged:
            merged = self._context.workspace.texts.joined(role.merged)
            below = self.tr("{questions}, auch für {roles}").format(questions=below, roles=merged)
        for place, form in enumerate(role.forms or (None,)):
            earlier = self.tr("früherer Bogen")
            yield Line(role=role.role, title=role.title, below=earlier if place else below, form=form)

    def _show_feedback(self, forms: tuple[SentForm, ...]) -> None:
        card = self._card("")
        about = self.tr(
            "Ein Bogen für alle Teilnehmenden, ohne Namen. Jede zurückgekommene Datei zählt als eine Rückmeldung."
        )
        make = self.tr("Feedbackbogen erstellen …")
        card.show_head(self.tr("Feedback nach dem Workshop"), about, make, None, can_make=not forms)
        card.show_lines([self._feedback_line(form) for form in forms])

    def _feedback_line(self, form: SentForm) -> Line:
        count = len(form.returns)
        words = self.tr("1 Rückmeldung") if count == 1 else self.tr("{count} Rückmeldungen")
        return Line(role="", title=self.tr("Feedbackbogen"), below=words.format(count=count), form=form)

    def _counts(self, forms: list[SentForm]) -> str:
        day = today(self._context.workspace.clock)
        late = sum(form.is_overdue(day) for form in forms)
        back = sum(form.stage is FormStage.RETURNED for form in forms)
        done = sum(form.stage is FormStage.IMPORTED for form in forms)
        if not forms:
            return self.tr("Noch kein Bogen erstellt.")
        words = [self.tr("1 Bogen") if len(forms) == 1 else self.tr("{count} Bögen").format(count=len(forms))]
        words += [self.tr("{count} eingelesen").format(count=done)] if done else []
        words += [self.tr("{count} zurück").format(count=back)] if back else []
        words += [self.tr("{count} überfällig").format(count=late)] if late else []
        return " · ".join(words)

    def _on_commune_button_clicked(self) -> None:
        self.communes.popup(self.commune_button.mapToGlobal(QPoint(0, self.commune_button.height())))

    def _on_card_due_changed(self, module: str, day: date) -> None:
        self._days[module] = day
        self.due_changed.emit(module, day)
