"""The choice of a print pack: every document by occasion, how often each, and what it comes to."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from itertools import groupby

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from advisor_app.domain.case import Case
from advisor_app.domain.case_document import DocumentKey
from advisor_app.override import override
from advisor_app.services.document_offer import Offer
from advisor_app.services.pack_choice import (
    EVERY_MODULE,
    PackChoice,
    next_module,
    offers_for,
    participants_of,
    proposed,
    wanted,
)
from advisor_app.services.print_packs import Copies, PrintPack
from advisor_app.texts import Texts
from advisor_app.ui.pages.documents.made_line import MadeLine
from advisor_app.ui.pages.documents.pack_row import PackRow
from advisor_app.ui.pages.documents.pack_settings import PackSettings
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.labels import TextLabel, hairline
from advisor_app.ui.widgets.paragraph import Paragraph


class PackView(QWidget):
    """``save_wanted`` and ``print_wanted`` ask for what is chosen, ``left`` to go back; ``edited`` tells of a change.

    What was chosen stays while the program runs; another module begins anew with what is proposed for it.
    """

    edited = Signal()
    save_wanted = Signal()
    print_wanted = Signal()
    left = Signal()

    def __init__(
        self, theming: Theming, texts: Texts, today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theming = theming
        self._texts = texts
        self._today = today
        self._case: Case | None = None
        self._offers: tuple[Offer, ...] = ()
        self._module: str | None = None
        self._choices: dict[DocumentKey, PackChoice] = {}
        self.rows: list[PackRow] = []
        self.back = Button(theming, self.tr("Dokumente"), "arrow-left", "link", tooltip=self.tr("Zurück (Esc)"))
        self.settings = PackSettings(theming)
        self.made = MadeLine(theming)
        self.save = Button(theming, self.tr("Als PDF speichern …"), "file-down", shortcut="Ctrl+S")
        self.print = Button(theming, self.tr("Drucken …"), "printer", "primary", shortcut="Ctrl+P")
        self.sum = TextLabel(theming, "", "body", "secondary", tabular=True, wrap=True)
        self._rows = QVBoxLayout()
        self._busy = False
        self._lay_out()
        self.back.clicked.connect(self.left)
        self.save.clicked.connect(self.save_wanted)
        self.print.clicked.connect(self.print_wanted)
        self.settings.module_chosen.connect(self._on_settings_module_chosen)
        self.settings.edited.connect(self._on_settings_edited)

    @property
    def wanted(self) -> tuple[Copies, ...]:
        """The chosen documents with their copies."""
        return wanted({row.offer.key: row.choice for row in self.rows}, self.participants)

    @property
    def participants(self) -> int:
        """How many people take part."""
        return self.settings.participants.value()

    def show_case(self, case: Case, offers: Sequence[Offer], modules: Mapping[str, str]) -> None:
        """Offer the documents of a case; ``modules`` are the titles of those that are booked."""
        self._case, self._offers = case, tuple(offers)
        if self._module is None or self._module not in {*modules, EVERY_MODULE}:
            self._module = next_module(case, self._today())
            self.settings.participants.setValue(participants_of(case))
        self.settings.show_modules(tuple(modules.items()), self._module)
        self.settings.show_contacts(len(case.contacts))
        self._show_rows()

    def show_pack(self, pack: PrintPack | None) -> None:
        """Say what is chosen, and what it comes to once it is drawn."""
        copies = self.wanted
        counted = [
            (self.tr("Dokumente: {count}"), len(copies)),
            (self.tr("Exemplare: {count}"), sum(item.count for item in copies)),
        ]
        if pack is not None:
            counted += [
                (self.tr("Seiten: {count}"), pack.pages),
                (self.tr("leere Rückseiten: {count}"), pack.blank),
                (self.tr("Blatt Papier: {count}"), pack.sheets),
            ]
        self.sum.setText(" · ".join(words.format(count=count) for words, count in counted))
        self._allow()

    def show_busy(self, *, busy: bool) -> None:
        """Offer nothing again while it is being done."""
        self._busy = busy
        self._allow()

    def take_focus(self) -> None:
        """Put the focus on the first box."""
        (self.rows[0].box if self.rows else self.back).setFocus(Qt.FocusReason.TabFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        content = QWidget()
        content.setProperty("kind", "paper")
        column = QVBoxLayout(content)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        head = QHBoxLayout()
        head.addWidget(self.back)
        head.addStretch(1)
        words = self.tr(
            "Alle gewählten Dokumente in einem Auftrag oder in einer Datei. Vorgeschlagen ist, was für den nächsten "
            "Workshop gebraucht wird; ändern Sie, was Sie anders brauchen."
        )
        column.addLayout(head)
        column.addWidget(TextLabel(self._theming, self.tr("Druckpaket"), "page"))
        column.addWidget(Paragraph(self._theming, words, "body", "secondary"))
        column.addWidget(self.settings)
        self._rows.setSpacing(8)
        column.addLayout(self._rows)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(content)
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addWidget(self.print)
        buttons.addWidget(self.save)
        buttons.addWidget(self.sum, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(24, 10, 24, 12)
        foot.setSpacing(10)
        foot.addWidget(self.made)
        foot.addLayout(buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(area, 1)
        layout.addWidget(hairline())
        layout.addLayout(foot)

    def _show_rows(self) -> None:
        """Show the documents of the module; those that were there keep what was chosen."""
        if self._case is None or self._module is None:
            return
        offers = offers_for(self._offers, self._module)
        self._choices = {**proposed(self._case, offers, self._today()), **self._kept(offers)}
        if [row.offer for row in self.rows] != list(offers):
            self._build(offers)
        for row in self.rows:
            row.show_choice(self._choices[row.offer.key], self.participants)
        self.show_pack(None)

    def _kept(self, offers: Sequence[Offer]) -> dict[DocumentKey, PackChoice]:
        keys = {offer.key for offer in offers}
        return {key: choice for key, choice in self._choices.items() if key in keys}

    def _build(self, offers: Sequence[Offer]) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.rows = []
        for occasion, members in groupby(offers, key=lambda offer: offer.occasion):
            heading = TextLabel(self._theming, self._texts(f"document-occasions.{occasion}"), "section")
            heading.setContentsMargins(0, self._theming.scaled(8), 0, 0)
            self._rows.addWidget(heading)
            for offer in members:
                row = PackRow(self._theming, offer)
                row.edited.connect(self._on_row_edited)
                self._rows.addWidget(row)
                self.rows.append(row)

    def _allow(self) -> None:
        allowed = not self._busy and bool(self.wanted)
        hint = "" if self.wanted else self.tr("Wählen Sie zuerst ein Dokument.")
        for button in (self.save, self.print):
            button.setEnabled(allowed)
            button.setStatusTip(hint)

    def _on_row_edited(self) -> None:
        self._choices = {row.offer.key: row.choice for row in self.rows}
        self.edited.emit()

    def _on_settings_module_chosen(self, module: str) -> None:
        self._module, self._choices = module, {}
        self.settings.module.show_value(module)
        self._show_rows()
        self.edited.emit()

    def _on_settings_edited(self) -> None:
        for row in self.rows:
            row.show_choice(row.choice, self.participants)
        self.edited.emit()
