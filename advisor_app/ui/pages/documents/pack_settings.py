"""What holds for a whole print pack: whose workshop it is for, how many take part, and both sides of the paper."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.services.pack_choice import EVERY_MODULE
from advisor_app.ui.pages.documents.pack_row import CopiesBox
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.choice_field import ChoiceField
from advisor_app.ui.widgets.flow_layout import FlowLayout
from advisor_app.ui.widgets.labels import TextLabel


class PackSettings(QFrame):
    """``module_chosen`` asks for the proposal of another module, ``edited`` tells of everything else."""

    module_chosen = Signal(str)
    edited = Signal()

    def __init__(self, theming: Theming, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.module = ChoiceField(())
        self.participants = CopiesBox()
        self.duplex = QCheckBox(self.tr("Beidseitig drucken, jedes Dokument beginnt auf einer Vorderseite"))
        self.duplex.setChecked(True)
        self._known = TextLabel(theming, "", "caption", "secondary")
        self._modules = self._labelled(theming, self.tr("Vorschlag für"), self.module)
        people = self._labelled(theming, self.tr("Teilnehmende"), self.participants, self._known)
        fields = QWidget()
        flow = FlowLayout(16, fields)
        flow.addWidget(self._modules)
        flow.addWidget(people)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 12)
        column.setSpacing(8)
        column.addWidget(fields)
        column.addWidget(self.duplex)
        self.module.edited.connect(lambda module, _batch: self.module_chosen.emit(module))
        self.participants.valueChanged.connect(self.edited)
        self.duplex.toggled.connect(self.edited)

    def show_modules(self, modules: Sequence[tuple[str, str]], module: str) -> None:
        """Offer these modules (id, title), and all of them at once; a single one needs no choice."""
        choices = [*modules, (EVERY_MODULE, self.tr("alle Module"))]
        self.module.set_choices(choices)
        self.module.show_value(module)
        self._modules.setVisible(len(modules) > 1)

    def show_contacts(self, count: int) -> None:
        """Say how many people the case knows."""
        self._known.setText(self.tr("Kontakte im Fall: {count}").format(count=count))

    @staticmethod
    def _labelled(theming: Theming, words: str, field: QWidget, *notes: QWidget) -> QWidget:
        part = QWidget()
        row = QHBoxLayout(part)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        label = TextLabel(theming, words, "body", "secondary")
        label.setBuddy(field.focusProxy() or field)
        (field.focusProxy() or field).setAccessibleName(words)
        for widget in (label, field, *notes):
            row.addWidget(widget)
        return part
