"""What a foreign table would do: how many rows are new, changed or faulty, and every row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QButtonGroup, QFrame, QHeaderView, QTableView, QVBoxLayout, QWidget

from advisor_app.domain.table_preview import RowFate, TablePreview
from advisor_app.services.table_imports import TableImports
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.flow_layout import FlowLayout
from advisor_app.ui.widgets.labels import TextLabel
from advisor_app.ui.widgets.table_import.preview_model import REMARK, PreviewModel
from advisor_app.ui.widgets.table_import.questions import RowQuestions

_WIDEST_COLUMN, _WIDEST_REMARK = 220, 380
_ROW = 30
_GAP = 12
_LEAST_ROWS = 6
"""Rows that are seen at least, the headings among them: the page scrolls where there is no room for more."""

_MEASURED_ROWS = 60


class PreviewPanel(QWidget):
    """A chip for each fate that occurs narrows the rows to it."""

    def __init__(self, theming: Theming, imports: TableImports, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theming = theming
        self._summary = TextLabel(theming, "", "body", "secondary", wrap=True)
        self.questions = RowQuestions(theming)
        self.model = PreviewModel(theming, imports.why, self)
        self.table = QTableView()
        self.chips: dict[RowFate | None, Button] = {}
        self._chip_group = QButtonGroup(self)
        chips = QWidget()
        self._chip_row = FlowLayout(8, chips)
        for fate in (None, *RowFate):
            self._add_chip(fate)
        self._set_up_table()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for widget in (self._summary, self.questions, chips):
            layout.addWidget(widget)
        layout.addWidget(self.table, 1)
        theming.changed.connect(self._fit)

    def show_words(self, words: str) -> None:
        """Say what is missing before there is a preview."""
        self._summary.setText(words)
        self.questions.show_questions(())
        self.model.show_rows((), ())
        for chip in self.chips.values():
            chip.hide()
        self.table.hide()

    def show_preview(self, preview: TablePreview[Any], fields: Sequence[tuple[str, str]]) -> None:
        """Show what a table would do; ``fields`` are those that a column fills."""
        self._summary.setText(self._summary_of(preview))
        self.questions.show_questions(preview.questions)
        for fate, chip in self.chips.items():
            count = len(preview.rows) if fate is None else preview.count(fate)
            word = self.tr("alle") if fate is None else self.model.fate_word(fate)
            chip.setText(f"{count} {word}")
            chip.setVisible(bool(count) or chip.isChecked())
        self.model.show_rows(preview.rows, fields)
        self.table.setColumnHidden(REMARK, not self.model.has_remarks)
        self.table.show()
        self._fit()

    def _summary_of(self, preview: TablePreview[Any]) -> str:
        faulty = preview.count(RowFate.FAULTY)
        if preview.questions:
            words = self.tr("Bitte entscheiden Sie, was gemeint ist; offene Zeilen bleiben sonst draußen.")
        elif preview.is_nothing_new and not faulty:
            words = self.tr("Alles aus der Tabelle ist schon da. Es gibt nichts zu übernehmen.")
        elif faulty:
            words = self.tr(
                "Fehlerhafte Zeilen werden nicht übernommen. Berichtigen Sie sie in der Tabelle und lesen Sie die "
                "Datei noch einmal ein: Was schon da ist, kommt nicht doppelt."
            )
        else:
            words = self.tr("So kommt die Tabelle herein. Danach lässt sich alles auf einmal zurücknehmen.")
        return words

    def _add_chip(self, fate: RowFate | None) -> None:
        chip = Button(self._theming, "", "", "chip")
        chip.setCheckable(True)
        chip.setChecked(fate is None)
        chip.hide()
        chip.clicked.connect(lambda _checked=False, fate=fate: self.model.show_only(fate))
        self._chip_group.addButton(chip)
        self._chip_row.addWidget(chip)
        self.chips[fate] = chip

    def _set_up_table(self) -> None:
        self.table.setModel(self.model)
        self.table.setFrameShape(QFrame.Shape.NoFrame)
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setTabKeyNavigation(False)
        self.table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.table.setAccessibleName(self.tr("Zeilen der Tabelle"))
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.table.horizontalHeader().setStretchLastSection(True)
        self.table.horizontalHeader().setResizeContentsPrecision(_MEASURED_ROWS)

    def _fit(self) -> None:
        """Rows of one height, columns as wide as what stands in the first of them."""
        rows = self.table.verticalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(self._theming.scaled(_ROW))
        self.table.resizeColumnsToContents()
        for column in range(self.model.columnCount() - 1):
            widest = self._theming.scaled(_WIDEST_REMARK if column == REMARK else _WIDEST_COLUMN)
            wanted = self.table.columnWidth(column) + self._theming.scaled(_GAP)
            self.table.setColumnWidth(column, min(wanted, widest))
        self.table.setMinimumHeight(self._theming.scaled(_ROW) * _LEAST_ROWS)
