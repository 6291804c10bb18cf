"""A document in the choice of a print pack: a box to tick, and how many copies of it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from advisor_app.override import override
from advisor_app.services.document_offer import Offer
from advisor_app.services.pack_choice import PackChoice
from advisor_app.services.print_packs import MOST_COPIES
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.labels import TextLabel

_INDENT = 26  # what stands below a box begins where its words do


class CopiesBox(QSpinBox):
    """A number from 1 up that the wheel never changes by accident."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(1, MOST_COPIES)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class PackRow(QWidget):
    """``edited`` tells that the choice is another one; the copies of one for each participant are only shown."""

    edited = Signal()

    def __init__(self, theming: Theming, offer: Offer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.offer = offer
        self._choice = PackChoice()
        self._participants = 1
        name = ", ".join(filter(None, (offer.title, offer.item_title)))
        self.box = QCheckBox(offer.title.replace("&", "&&"))
        self.box.setAccessibleName(name)
        self.each = QCheckBox(self.tr("je Person"))
        self.each.setAccessibleName(self.tr("Je Person ein Exemplar: {document}").format(document=name))
        self.copies = CopiesBox()
        self.copies.setSuffix(self.tr(" ×"))
        self.copies.setAccessibleName(self.tr("Exemplare: {document}").format(document=name))
        about = (offer.item_title, "" if offer.leaves_the_house else self.tr("intern"))
        self._about = TextLabel(theming, " · ".join(filter(None, about)), "caption", "secondary", wrap=True)
        self._lay_out(theming)
        self.box.toggled.connect(self._on_edited)
        self.each.toggled.connect(self._on_edited)
        self.copies.valueChanged.connect(self._on_edited)

    @property
    def choice(self) -> PackChoice:
        """What is chosen."""
        return self._choice

    def show_choice(self, choice: PackChoice, participants: int) -> None:
        """Show what is chosen for so many participants, without telling anybody."""
        self._choice, self._participants = choice, participants
        fields = (self.box, self.each, self.copies)
        for field in fields:
            field.blockSignals(True)
        self.box.setChecked(choice.chosen)
        self.each.setChecked(choice.each)
        self.copies.setValue(participants if choice.each else choice.copies)
        for field in fields:
            field.blockSignals(False)
        self.each.setEnabled(choice.chosen)
        self.copies.setEnabled(choice.chosen and not choice.each)

    def _lay_out(self, theming: Theming) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.box)
        if self._about.text():
            self._about.setContentsMargins(theming.scaled(_INDENT), 0, 0, 0)
            words.addWidget(self._about)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addLayout(words, 1)
        row.addWidget(self.each, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.copies, 0, Qt.AlignmentFlag.AlignVCenter)

    def _on_edited(self) -> None:
        each = self.each.isChecked()
        own = self._choice.copies if each or self._choice.each else self.copies.value()
        self.show_choice(PackChoice(chosen=self.box.isChecked(), each=each, copies=own), self._participants)
        self.edited.emit()
