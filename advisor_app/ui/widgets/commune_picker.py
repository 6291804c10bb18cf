"""Choosing a commune: by typing a part of its name, its district or its key, or as an entry of one's own."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from advisor_app.domain.case import CaseCommune
from advisor_app.domain.commune import Commune
from advisor_app.override import override
from advisor_app.services.workspace import Workspace
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.commune_form import CommuneForm
from advisor_app.ui.widgets.commune_list import CommuneList
from advisor_app.ui.widgets.commune_words import commune_facts
from advisor_app.ui.widgets.labels import TextLabel
from advisor_app.ui.widgets.search_field import SearchField

LETTERS = 2
_INSET = 4  # room for the frame of the search when it has the focus


class CommunePicker(QStackedWidget):
    """Shows the search, the form of an own entry, or the chosen commune with the way to choose another."""

    chosen = Signal(object)  # Commune

    def __init__(self, theming: Theming, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.commune: Commune | CaseCommune | None = None
        self.search = PickerField(theming, self.tr("Name, Kreis oder AGS der Kommune"))
        self.results = CommuneList(theming, workspace.preferences.language)
        self.results.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.form = CommuneForm(theming, workspace)
        self.card = CommuneCard(theming, workspace.preferences.language)
        self.card.setContentsMargins(_INSET, 0, _INSET, 0)
        finding = QWidget()
        column = QVBoxLayout(finding)
        column.setContentsMargins(_INSET, _INSET, _INSET, _INSET)
        column.setSpacing(6)
        column.addWidget(self.search)
        column.addWidget(self.results)
        column.addStretch(1)
        self._parts = (finding, self.form, self.card)
        for widget in self._parts:
            self.addWidget(widget)
        self.results.show_communes(())
        self.search.searched.connect(self._on_search_searched)
        self.search.stepped.connect(self.results.step)
        self.search.entered.connect(self.results.pick_current)
        self.results.picked.connect(self._on_results_picked)
        self.form.saved.connect(self._choose)
        self.form.left.connect(self.begin)
        self.form.drafts.returning.connect(lambda: self._turn_to(1))
        self.card.change_button.clicked.connect(self.begin)
        self._turn_to(0)

    def begin(self) -> None:
        """Search, with what was typed before."""
        self.commune = None
        self._turn_to(0)
        self.take_focus()

    def show_commune(self, commune: Commune | CaseCommune | None) -> None:
        """Show what is chosen, or an empty search."""
        self.commune = commune
        if commune is None:
            self.search.clear()
            self._turn_to(0)
        else:
            self.card.show_commune(commune)
            self._turn_to(2)

    def take_focus(self) -> None:
        """Put the focus where choosing begins."""
        widget = (self.search, self.form.name, self.card.change_button)[self.currentIndex()]
        widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def _turn_to(self, index: int) -> None:
        """Show one of the three, as high as it is."""
        self.setCurrentIndex(index)
        for number, widget in enumerate(self._parts):
            policy = widget.sizePolicy()
            shown = number == index
            policy.setVerticalPolicy(policy.Policy.Preferred if shown else policy.Policy.Ignored)
            widget.setSizePolicy(policy)
        self.updateGeometry()

    def _on_search_searched(self, text: str) -> None:
        typed = text.strip()
        found = self._workspace.register.index.find(typed) if len(typed) >= LETTERS else ()
        self.results.show_communes(found, own=typed if len(typed) >= LETTERS else "")
        self.updateGeometry()

    def _on_results_picked(self, commune: Commune | None) -> None:
        if commune is None:
            self._turn_to(1)
            self.form.begin(self.search.text().strip())
        else:
            self._choose(commune)

    def _choose(self, commune: Commune) -> None:
        self.show_commune(commune)
        self.chosen.emit(commune)


class CommuneCard(QFrame):
    """A commune in one line, with the way to choose another."""

    def __init__(self, theming: Theming, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theming = theming
        self._language = language
        self._icon = QLabel()
        self._title = TextLabel(theming, "", "emphasised", weight=600)
        self._facts = TextLabel(theming, "", "body", "secondary", wrap=True)
        policy = self._facts.sizePolicy()  # one line where there is room for it
        policy.setVerticalPolicy(policy.Policy.Preferred)
        self._facts.setSizePolicy(policy)
        self._own = TextLabel(theming, self.tr("eigener Eintrag"), "caption", "tag")
        self.change_button = Button(theming, self.tr("Ändern"), "", "link")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 4)
        layout.setSpacing(12)
        for widget in (self._icon, self._title):
            layout.addWidget(widget)
        layout.addWidget(self._facts, 1)
        layout.addWidget(self._own, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self.change_button)
        theming.changed.connect(self._on_theming_changed)
        self._on_theming_changed()

    def show_commune(self, commune: Commune | CaseCommune) -> None:
        """Show a commune."""
        self._title.setText(commune.title)
        self._facts.setText(commune_facts(commune, self._language, with_district=True))
        self._own.setVisible(commune.key is None)
        self.change_button.setAccessibleName(self.tr("Andere Kommune als {name} wählen").format(name=commune.title))

    def _on_theming_changed(self) -> None:
        self._icon.setPixmap(self._theming.icon("landmark").pixmap(self._theming.icon_size()))


class PickerField(SearchField):
    """A search field that keeps the focus while Up and Down move in the list below."""

    stepped = Signal(int)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(step)
