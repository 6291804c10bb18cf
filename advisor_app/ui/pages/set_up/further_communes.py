"""Communes that work together in one case: the further ones beside the one that leads it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.domain.case import CaseCommune
from advisor_app.domain.commune import Commune
from advisor_app.services.cases import as_case_commune
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.commune_list import CommuneList
from advisor_app.ui.widgets.commune_picker import LETTERS, PickerField
from advisor_app.ui.widgets.commune_words import commune_facts
from advisor_app.ui.widgets.labels import TextLabel


class FurtherCommunes(QWidget):
    """Adds and removes communes; ``edited`` carries all communes of the case, the leading one first."""

    edited = Signal(object)  # tuple[CaseCommune, ...]

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theming = context.theming
        self._workspace = context.workspace
        self._communes: tuple[CaseCommune, ...] = ()
        self.remove_buttons: list[Button] = []
        note = self.tr("Arbeiten mehrere Kommunen zusammen, nennen Sie hier die weiteren. Die erste führt den Fall.")
        self.search = PickerField(self._theming, self.tr("Weitere Kommune hinzufügen"))
        self.results = CommuneList(self._theming, self._workspace.preferences.language)
        self.results.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.results.show_communes(())
        self._lines = QVBoxLayout()
        self._lines.setSpacing(4)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 12, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(TextLabel(self._theming, self.tr("Weitere Kommunen"), "emphasised", weight=600))
        layout.addWidget(TextLabel(self._theming, note, "body", "secondary", wrap=True))
        layout.addLayout(self._lines)
        layout.addWidget(self.search)
        layout.addWidget(self.results)
        self.search.searched.connect(self._on_search_searched)
        self.search.stepped.connect(self.results.step)
        self.search.entered.connect(self.results.pick_current)
        self.results.picked.connect(self._on_results_picked)

    def show_communes(self, communes: Sequence[CaseCommune]) -> None:
        """Show the communes of a case, of which the first one leads."""
        if tuple(communes) == self._communes:
            return
        self._communes = tuple(communes)
        while (item := self._lines.takeAt(0)) is not None:
            if (line := item.widget()) is not None:
                line.hide()
                line.deleteLater()
        self.remove_buttons = []
        for commune in self._communes[1:]:
            self._lines.addWidget(self._line(commune))
        self.search.clear()

    def _line(self, commune: CaseCommune) -> QWidget:
        facts = commune_facts(commune, self._workspace.preferences.language, with_district=True)
        remove = Button(self._theming, self.tr("Entfernen"), "", "link")
        remove.setAccessibleName(self.tr("{name} aus dem Fall nehmen").format(name=commune.title))
        remove.clicked.connect(lambda: self._remove(commune))
        self.remove_buttons.append(remove)
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(TextLabel(self._theming, commune.title, "body", weight=600))
        row.addWidget(TextLabel(self._theming, facts, "body", "secondary", wrap=True), 1)
        row.addWidget(remove)
        return line

    def _on_search_searched(self, text: str) -> None:
        typed = text.strip()
        found = self._workspace.register.index.find(typed) if len(typed) >= LETTERS else ()
        taken = {commune.id for commune in self._communes}
        self.results.show_communes([commune for commune in found if commune.id not in taken])

    def _on_results_picked(self, commune: Commune) -> None:
        self.edited.emit((*self._communes, as_case_commune(commune)))

    def _remove(self, gone: CaseCommune) -> None:
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit(tuple(commune for commune in self._communes if commune.id != gone.id))
