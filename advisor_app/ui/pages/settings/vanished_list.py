"""Communes that official files no longer name: what became of each of them is asked here."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.domain.commune import Commune
from advisor_app.services.workspace import Workspace
from advisor_app.texts.numbers import format_date
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.commune_list import CommuneList
from advisor_app.ui.widgets.commune_picker import LETTERS, PickerField
from advisor_app.ui.widgets.labels import TextLabel


class VanishedList(QFrame):
    """One line per commune; hidden while there is none."""

    merged = Signal(object, object)  # the Commune that is gone, its successor
    dissolved = Signal(object)  # the Commune that is gone

    def __init__(self, theming: Theming, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theming = theming
        self._workspace = workspace
        self.lines: list[VanishedLine] = []
        self.setProperty("kind", "card")
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(16, 12, 16, 14)
        self._layout.setSpacing(12)
        self._layout.addWidget(
            TextLabel(theming, self.tr("Nicht mehr im amtlichen Verzeichnis"), "emphasised", weight=600)
        )
        note = self.tr(
            "Diese Kommunen nennt die amtliche Datei nicht mehr. Sagen Sie, worin sie aufgegangen sind. Ihre Fälle "
            "bleiben, wie sie sind, und zeigen dann beide Namen."
        )
        self._layout.addWidget(TextLabel(theming, note, "body", "secondary", wrap=True))
        self.show_communes(workspace.register.vanished)

    def show_communes(self, communes: Sequence[Commune]) -> None:
        """Ask for these; the focus goes on to the next line where one was answered."""
        had_focus = any(line.search.hasFocus() or line.none_button.hasFocus() for line in self.lines)
        for line in self.lines:
            self._layout.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = [VanishedLine(self._theming, self._workspace, commune) for commune in communes]
        for line in self.lines:
            line.merged.connect(self.merged)
            line.dissolved.connect(self.dissolved)
            self._layout.addWidget(line)
        self.setVisible(bool(self.lines))
        if had_focus and self.lines:
            self.lines[0].search.setFocus(Qt.FocusReason.OtherFocusReason)


class VanishedLine(QWidget):
    """A commune, the search for the one it was merged into, and "no successor"."""

    merged = Signal(object, object)
    dissolved = Signal(object)

    def __init__(self, theming: Theming, workspace: Workspace, commune: Commune, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.commune = commune
        self._workspace = workspace
        language = workspace.preferences.language
        day = "" if commune.missing_since is None else format_date(commune.missing_since, language)
        facts = self.tr("{key} · fehlt seit {day}").format(key=commune.key, day=day)
        self.search = PickerField(theming, self.tr("Aufgegangen in …"))
        self.search.setAccessibleName(self.tr("{name} ist aufgegangen in").format(name=commune.title))
        self.results = CommuneList(theming, language)
        self.results.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.results.show_communes(())
        self.none_button = Button(theming, self.tr("Kein Nachfolger"), "", "link")
        self.none_button.setAccessibleName(self.tr("{name} hat keinen Nachfolger").format(name=commune.title))
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(TextLabel(theming, commune.title, "body", weight=600))
        head.addWidget(TextLabel(theming, facts, "caption", "caption", tabular=True))
        head.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.search, 1)
        row.addWidget(self.none_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(head)
        layout.addLayout(row)
        layout.addWidget(self.results)
        self.search.searched.connect(self._on_search_searched)
        self.search.stepped.connect(self.results.step)
        self.search.entered.connect(self.results.pick_current)
        self.results.picked.connect(partial(self.merged.emit, commune))
        self.none_button.clicked.connect(lambda: self.dissolved.emit(commune))

    def _on_search_searched(self, text: str) -> None:
        typed = text.strip()
        found = self._workspace.register.index.find(typed) if len(typed) >= LETTERS else ()
        # Another one that is missing, or the commune itself, is no successor.
        self.results.show_communes([commune for commune in found if commune.missing_since is None])
