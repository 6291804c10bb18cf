"""The button for a copy to be edited, with its two formats."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from advisor_app.ui.pages.documents.output import TABLES, TEXT
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.buttons import Button


class CopyButton(Button):
    """``wanted`` tells the ending of the file; tables are offered where the document has some."""

    wanted = Signal(str)

    def __init__(self, theming: Theming, parent: QWidget | None = None) -> None:
        hint = self.tr("Kopie zum Bearbeiten: Word oder Excel")
        super().__init__(theming, self.tr("Kopie"), "square-pen", tooltip=hint, parent=parent)
        self.setAccessibleName(hint)
        self.formats = QMenu(self)
        self.whole = self.formats.addAction(self.tr("Word (.docx), das ganze Dokument"))
        self.tables = self.formats.addAction(self.tr("Excel (.xlsx), nur die Tabellen"))
        self.whole.triggered.connect(partial(self.wanted.emit, TEXT))
        self.tables.triggered.connect(partial(self.wanted.emit, TABLES))
        self.clicked.connect(self._on_clicked)
        self.allow_tables(allowed=False)

    def allow_tables(self, *, allowed: bool) -> None:
        """Whether the document has tables."""
        self.tables.setEnabled(allowed)

    def _on_clicked(self) -> None:
        self.formats.popup(self.mapToGlobal(QPoint(0, self.height())))
