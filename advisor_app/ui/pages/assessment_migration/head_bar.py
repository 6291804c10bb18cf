"""The bar above: how many changed questions are decided, and how to finish or give up."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.labels import TextLabel


class HeadBar(QWidget):
    """``finish_wanted``, ``drop_wanted`` and ``later_wanted`` tell what was pressed."""

    finish_wanted = Signal()
    drop_wanted = Signal()
    later_wanted = Signal()

    def __init__(self, theming: Theming, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "case-bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._counted = TextLabel(theming, "", "body", "secondary", tabular=True, wrap=True)
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName(self.tr("Entschiedene Fragen"))
        self.later_button = Button(theming, self.tr("Später weiter"), "arrow-left", "link")
        self.drop_button = Button(theming, self.tr("Verwerfen"), "x", "link")
        self.finish_button = Button(theming, self.tr("Umstellung abschließen"), "check", "primary")
        told = QVBoxLayout()
        told.setSpacing(4)
        told.addWidget(self._counted)
        told.addWidget(self._progress)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 12, 24, 12)
        row.setSpacing(24)
        row.addLayout(told, 1)
        for button in (self.later_button, self.drop_button, self.finish_button):
            row.addWidget(button)
        self.finish_button.clicked.connect(self.finish_wanted)
        self.drop_button.clicked.connect(self.drop_wanted)
        self.later_button.clicked.connect(self.later_wanted)

    @property
    def words(self) -> str:
        """How far it is, in words."""
        return self._counted.text()

    def show_progress(self, decided: int, total: int, *, begun: bool) -> None:
        """Say how many of the changed questions are decided; only what was begun can be given up."""
        words = self.tr("{decided} von {total} geänderten Fragen entschieden")
        if not total:
            words = self.tr("Keine beantwortete Frage ist geändert")
        elif decided < total:
            words = self.tr("{decided} von {total} geänderten Fragen entschieden, offen: {open}")
        self._counted.setText(words.format(decided=decided, total=total, open=total - decided))
        self._progress.setRange(0, max(total, 1))
        self._progress.setValue(decided if total else 1)
        self.drop_button.setVisible(begun)
        self.later_button.setText(self.tr("Später weiter") if begun else self.tr("Zurück zur Erhebung"))
