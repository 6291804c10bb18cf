"""A request, noted while one is still on the telephone: commune, name, number, wish, when to call back."""

from __future__ import annotations

from contextlib import suppress

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from advisor_app.domain.commune import Commune
from advisor_app.domain.days import read_day
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.services.clock import today
from advisor_app.services.requests import Request, note_in_case, note_request
from advisor_app.services.workspace import Workspace
from advisor_app.texts.errors import sentence
from advisor_app.ui.pages.cases.known_case import KnownCase
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.autosave import TextField
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.chips_field import ChipsField
from advisor_app.ui.widgets.commune_picker import CommunePicker
from advisor_app.ui.widgets.date_field import DateField
from advisor_app.ui.widgets.drafts import Drafts
from advisor_app.ui.widgets.keys import act_on
from advisor_app.ui.widgets.labels import TextLabel
from advisor_app.ui.widgets.line import Line

_LEFT, _RIGHT, _ACROSS = 1, 3, 3  # columns of the form, with room between them and at its sides
_RING = 4
"""Room for the frame of the field that has the focus; the picker brings its own."""


class RequestForm(QWidget):
    """Nothing is asked that is not needed; ``noted`` names the new case and says so in a sentence.

    ``kept`` names an open case of the commune in which the call was kept instead.
    """

    noted = Signal(str, str)
    kept = Signal(str)
    left = Signal()
    recovery_wanted = Signal()  # before the first real case; what was typed stays
    warned = Signal(str)

    def __init__(self, theming: Theming, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theming = theming
        self._workspace = workspace
        self.picker = CommunePicker(theming, workspace)
        self.known = KnownCase(theming, workspace)
        self.name = Line()
        self.number = Line()
        self.wish = TextField(lines=2)
        self.call_back = DateField(theming, workspace.texts, lambda: today(workspace.clock))
        modules = workspace.catalog.modules.values()
        self.modules = ChipsField(theming, [(item.id, f"{item.id} {item.title}", item.summary) for item in modules])
        self._modules: tuple[str, ...] = ()
        self.note_button = Button(
            theming, self.tr("Anfrage notieren"), "check", "primary", shortcut="Ctrl+Return", show_keys=True
        )
        self.leave_button = Button(theming, self.tr("Verwerfen"), "x", tooltip=self.tr("Verwerfen (Esc)"))
        self._complaint = TextLabel(theming, "", "body", "error", wrap=True)
        self._complaint.hide()
        self.drafts = Drafts(self, "request")
        self._watch_drafts()
        self._lay_out()
        act_on("Escape", self, self._on_leave_button_clicked)
        self.picker.chosen.connect(self._on_picker_chosen)
        self.wish.finished.connect(self._on_note_button_clicked)
        self.modules.edited.connect(self._on_modules_edited)
        self.known.wanted.connect(self._on_known_wanted)
        self.call_back.complained.connect(self._complain)
        self.call_back.line.textChanged.connect(lambda _: self._complain(""))
        self.note_button.clicked.connect(self._on_note_button_clicked)
        self.leave_button.clicked.connect(self._on_leave_button_clicked)

    @property
    def complaint(self) -> str:
        """What is wrong with the request, empty while nothing is."""
        return "" if self._complaint.isHidden() else self._complaint.text()

    @property
    def is_begun(self) -> bool:
        """Whether something was entered that is not noted yet."""
        texts = (self.name.text(), self.number.text(), self.wish.toPlainText(), self.call_back.line.text())
        return self.picker.commune is not None or bool(self._modules) or any(text.strip() for text in texts)

    def _watch_drafts(self) -> None:
        for name, field in (
            ("name", self.name),
            ("number", self.number),
            ("wish", self.wish),
            ("call_back", self.call_back.line),
        ):
            self.drafts.add(name, field)
        self.drafts.add_value("modules", lambda: " ".join(self._modules), self._put_back_modules)
        self.drafts.add_value("commune", self._commune_id, self._put_back_commune)

    def _commune_id(self) -> str:
        return self.picker.commune.id if isinstance(self.picker.commune, Commune) else ""

    def _put_back_modules(self, names: str) -> None:
        self._on_modules_edited(tuple(names.split()), "")

    def _put_back_commune(self, name: str) -> None:
        with suppress(AdvisorError):  # taken out of the register meanwhile
            commune = self._workspace.register.get(name)
            self.picker.show_commune(commune)
            self.known.show_commune(commune)

    def take_focus(self) -> None:
        """Begin with the commune."""
        if self.picker.commune is None:
            self.picker.take_focus()
        else:
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def settle(self) -> bool:
        """Note what was begun before the page is left; False, with a word, where the commune is still missing."""
        if not self.is_begun:
            return True
        if not isinstance(self.picker.commune, Commune):
            self.warned.emit(
                self.tr(
                    "Die Anfrage ist noch nicht notiert, weil die Kommune fehlt. Ihre Eingaben stehen noch da. "
                    "Bitte wählen Sie die Kommune oder verwerfen Sie die Anfrage."
                )
            )
            return False
        return self.note()

    def _lay_out(self) -> None:
        theming = self._theming
        form = QWidget()
        form.setMaximumWidth(theming.scaled(760))
        grid = QGridLayout(form)
        grid.setContentsMargins(0, 4, 0, 4)
        grid.setHorizontalSpacing(0)
        grid.setVerticalSpacing(4)
        places: tuple[tuple[str, QWidget, int, int, int], ...] = (
            (self.tr("Kommune"), self.picker, 0, 0, -1),
            (self.tr("Name"), self.name, 3, _LEFT, 1),
            (self.tr("Telefon oder E-Mail"), self.number, 3, _RIGHT, 1),
            (self.tr("Wunsch"), self.wish, 5, _LEFT, _ACROSS),
            (self.tr("Rückruf am"), self.call_back, 7, _LEFT, 1),
            (self.tr("Module, wenn schon bekannt"), self.modules, 9, _LEFT, _ACROSS),
        )
        for label, field, row, column, span in places:
            words = TextLabel(theming, label, "caption", "secondary")
            words.setContentsMargins(0, 8, 0, 0)
            words.setBuddy(field.focusProxy() or field)
            (field.focusProxy() or field).setAccessibleName(label)
            grid.addWidget(words, row, max(column, _LEFT), 1, max(span, 1))
            grid.addWidget(field, row + 1, column, 1, span)
        grid.addWidget(self.known, 2, _LEFT, 1, _ACROSS)
        for place, width in ((0, _RING), (_LEFT + 1, 16), (_RIGHT + 1, _RING)):
            grid.setColumnMinimumWidth(place, width)
        for place in (_LEFT, _RIGHT):
            grid.setColumnStretch(place, 1)
        self.modules.set_name(self.tr("Modul"))
        buttons = QHBoxLayout()
        buttons.setContentsMargins(4, 12, 4, 0)
        buttons.setSpacing(12)
        buttons.addWidget(self.note_button)
        buttons.addWidget(self.leave_button)
        buttons.addStretch(1)
        body = QWidget()
        body.setProperty("kind", "clear")
        column_layout = QVBoxLayout(body)
        column_layout.setContentsMargins(20, 16, 20, 20)
        title = TextLabel(theming, self.tr("Anfrage notieren"), "section", weight=600)
        title.setContentsMargins(4, 0, 0, 0)
        column_layout.addWidget(title)
        column_layout.addWidget(form)
        self._complaint.setContentsMargins(4, 0, 4, 0)
        column_layout.addWidget(self._complaint)
        column_layout.addLayout(buttons)
        column_layout.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidget(body)
        scroll.setWidgetResizable(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll)

    def _complain(self, words: str) -> None:
        self._complaint.setText(words)
        self._complaint.setVisible(bool(words))

    def _clear(self) -> None:
        self.picker.show_commune(None)
        self.known.show_commune(None)
        for field in (self.name, self.number, self.call_back.line):
            field.clear()
        self.call_back.flush()  # a day that could not be read is none any more
        self.wish.setPlainText("")
        self._modules = ()
        self.modules.show_value(())
        self._complain("")
        self.drafts.settle()

    def note(self) -> bool:
        """Note the request; False, with a word, where that is not possible."""
        request = self._request()
        if request is None:
            return False
        try:
            session = note_request(self._workspace.cases, self._workspace.clock, request)
        except AdvisorError as error:
            if error.problem is Problem.RECOVERY_MISSING:
                self.recovery_wanted.emit()
                return False
            self._complain(sentence(error, self._workspace.texts))
            return False
        self._workspace.portfolio.update(session.case)
        self._clear()
        words = self.tr("Die Anfrage von {commune} ist notiert.").format(commune=request.commune.title)
        self.noted.emit(session.case.id, words)
        return True

    def _request(self) -> Request | None:
        """What was entered; None, with a word, where the commune or a day is missing."""
        commune = self.picker.commune
        if not isinstance(commune, Commune):
            self._complain(self.tr("Die Kommune fehlt noch. Bitte wählen Sie sie aus der Liste."))
            self.picker.take_focus()
            return None
        try:
            call_back_on = read_day(self.call_back.line.text(), today(self._workspace.clock))
        except AdvisorError as error:
            self._complain(sentence(error, self._workspace.texts))
            self.call_back.setFocus()
            return None
        return Request(
            commune=commune,
            modules=self._modules,
            name=self.name.text().strip(),
            number=self.number.text().strip(),
            wish=self.wish.toPlainText().strip(),
            call_back_on=call_back_on,
        )

    def _on_known_wanted(self, case_id: str) -> None:
        request = self._request()
        if request is None:
            return
        try:
            session = note_in_case(self._workspace.cases, self._workspace.clock, case_id, request)
        except AdvisorError as error:
            self._complain(sentence(error, self._workspace.texts))
            return
        self._workspace.portfolio.update(session.case)
        self._clear()
        self.kept.emit(session.case.id)

    def _on_picker_chosen(self, commune: object) -> None:
        self._complain("")
        self.known.show_commune(commune if isinstance(commune, Commune) else None)
        self.drafts.touch()
        self.name.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_modules_edited(self, modules: tuple[str, ...], _batch: str) -> None:
        self._modules = modules
        self.modules.show_value(modules)
        self.drafts.touch()

    def _on_note_button_clicked(self) -> None:
        self.note()

    def _on_leave_button_clicked(self) -> None:
        self._clear()
        self.left.emit()
