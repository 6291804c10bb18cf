"""The left side: the packs, what is in the chosen one, and how to get another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from advisor_app.services.packs import FoundPack, ListedPack, Origin, PackFinding
from advisor_app.ui.pages.contents.blocks import Section
from advisor_app.ui.pages.contents.wording import Findings, origin_of, state_of
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.labels import TextLabel
from advisor_app.ui.widgets.side_list import SideEntry, SideList

_WIDTH = 264


class Side(QScrollArea):
    """``pack_chosen`` and ``section_chosen`` tell keys; the other signals what was pressed."""

    pack_chosen = Signal(str)
    section_chosen = Signal(str)
    workbook_wanted = Signal()
    folder_wanted = Signal()

    def __init__(self, theming: Theming, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theming = theming
        self.packs = SideList(theming, self.tr("Pakete"))
        self.sections = SideList(theming, self.tr("Im Paket"))
        self.workbook_button = Button(theming, self.tr("Arbeitsmappe einlesen …"), "file-input", "link")
        self.folder_button = Button(theming, self.tr("Ordner einlesen …"), "folder-open", "link")
        self._sections_title = TextLabel(theming, self.tr("Im Paket"), "caption", "caption")
        content = QWidget()
        content.setProperty("kind", "clear")
        column = QVBoxLayout(content)
        column.setContentsMargins(12, 16, 12, 16)
        column.setSpacing(4)
        column.addWidget(TextLabel(theming, self.tr("Pakete"), "caption", "caption"))
        column.addWidget(self.packs)
        column.addSpacing(12)
        column.addWidget(self._sections_title)
        column.addWidget(self.sections)
        column.addSpacing(12)
        for button in (self.workbook_button, self.folder_button):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for part in (self.packs, self.sections):  # the column scrolls as a whole
            part.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            part.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.packs.chosen.connect(self.pack_chosen)
        self.sections.chosen.connect(self.section_chosen)
        self.workbook_button.clicked.connect(self.workbook_wanted)
        self.folder_button.clicked.connect(self.folder_wanted)
        theming.changed.connect(self._on_theming_changed)
        self._on_theming_changed()

    def show_packs(self, packs: Sequence[ListedPack], findings: Mapping[Path, Sequence[PackFinding]]) -> None:
        """List the packs and how they stand."""
        self.packs.show_entries(
            [
                SideEntry(
                    key=str(listed.pack.folder),
                    title=listed.pack.title,
                    below=" · ".join(_facts(listed.pack, findings.get(listed.pack.folder))),
                )
                for listed in packs
            ]
        )
        for row, listed in enumerate(packs):
            index = self.packs.model().index(row, 0)
            tip = f"{listed.pack.title} ({listed.pack.id}), {origin_of(listed.pack)}"
            self.packs.model().setData(index, tip, Qt.ItemDataRole.ToolTipRole)

    def show_sections(self, sections: Sequence[Section], found: Mapping[str, int] | None) -> None:
        """List the sections with the number of their entries, while something is searched of those that were found."""
        entries = []
        for section in sections:
            count = found.get(section.key, 0) if found is not None else section.count
            trailing = str(count) if section.counted or found is not None else ""
            entries.append(SideEntry(key=section.key, title=section.title, trailing=trailing))
        self.sections.show_entries(entries)

    def _on_theming_changed(self) -> None:
        self.setFixedWidth(self._theming.scaled(_WIDTH))


def _facts(pack: FoundPack, findings: Findings) -> Iterator[str]:
    if pack.version:
        yield pack.version
    if pack.origin is not Origin.SHIPPED:
        yield origin_of(pack)
    yield state_of(pack, findings)
