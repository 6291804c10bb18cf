"""The table of weights and points: a figure is one key."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from advisor_app.override import override
from advisor_app.ui.pages.e_file.scan_model import CRITERION, FIRST_VARIANT, WEIGHT, ScanModel
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.choice_field import ChoiceBox
from advisor_app.ui.widgets.written_table import CellDelegate, is_plain

_Index = QModelIndex | QPersistentModelIndex
_CRITERION, _WEIGHT, _VARIANT = 214, 70, 88
_ROW = 32


class FigureDelegate(CellDelegate):
    """Opens a list of figures for those who use the mouse."""

    def __init__(self, model: ScanModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:
        box = ChoiceBox(parent)
        box.addItem("–")
        box.addItems([str(figure) for figure in range((self._model.most_at(index) or 0) + 1)])
        text = index.data(Qt.ItemDataRole.DisplayRole)
        box.setCurrentIndex(int(text) + 1 if text else 0)
        box.setAccessibleName(self._model.title(index.column()))
        box.activated.connect(lambda chosen: self._choose(box, index, chosen))
        return box

    def _choose(self, box: ChoiceBox, index: _Index, chosen: int) -> None:
        self._model.set_figure(index, None if chosen == 0 else chosen - 1)
        self.closeEditor.emit(box, QStyledItemDelegate.EndEditHint.NoHint)


class _WrappedHead(QHeaderView):
    """A head whose titles take several lines."""

    def __init__(self, theming: Theming, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theming = theming

    @override
    def sectionSizeFromContents(self, logicalIndex: int) -> QSize:
        text = str(self.model().headerData(logicalIndex, Qt.Orientation.Horizontal))
        width = max(self.sectionSize(logicalIndex) - self._theming.scaled(16), 1)
        wrapped = QFontMetrics(self.font()).boundingRect(
            QRect(0, 0, width, 10_000), int(Qt.TextFlag.TextWordWrap), text
        )
        return QSize(self.sectionSize(logicalIndex), wrapped.height() + self._theming.scaled(14))


class ScanTable(QTableView):
    """``variant_chosen`` names the variant of the column one stands in."""

    variant_chosen = Signal(str)

    def __init__(self, theming: Theming, model: ScanModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theming, self.scan = theming, model
        self.setModel(model)
        self.setItemDelegate(FigureDelegate(model, self))
        self.setHorizontalHeader(_WrappedHead(theming, self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.DoubleClicked)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setAccessibleName(self.tr("Gewichte und Punkte"))
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsClickable(True)
        self.horizontalHeader().sectionClicked.connect(self._on_section_clicked)
        self.horizontalHeader().setSectionResizeMode(CRITERION, QHeaderView.ResizeMode.Stretch)
        theming.changed.connect(self._fit)
        self._fit()

    @override
    def currentChanged(self, current: _Index, previous: _Index) -> None:
        super().currentChanged(current, previous)
        if current.column() >= FIRST_VARIANT and current.column() != previous.column():
            self.variant_chosen.emit(self.scan.guide.variants[current.column() - FIRST_VARIANT].id)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        most = self.scan.most_at(index) if index.isValid() else None
        if most is None or not is_plain(event):
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.scan.set_figure(index, None)
        elif event.text().isascii() and event.text().isdigit() and int(event.text()) <= most:
            self.scan.set_figure(index, int(event.text()))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit(index)
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        others = self._theming.scaled(_WEIGHT + _VARIANT * len(self.scan.guide.variants))
        fits = self.viewport().width() - others >= self._theming.scaled(_CRITERION)
        mode = QHeaderView.ResizeMode.Stretch if fits else QHeaderView.ResizeMode.Fixed
        self.horizontalHeader().setSectionResizeMode(CRITERION, mode)
        if not fits:
            self.horizontalHeader().resizeSection(CRITERION, self._theming.scaled(_CRITERION))
        self._fit_height()

    def _on_section_clicked(self, section: int) -> None:
        if section >= FIRST_VARIANT:
            self.variant_chosen.emit(self.scan.guide.variants[section - FIRST_VARIANT].id)

    def _fit(self) -> None:
        header, scaled = self.horizontalHeader(), self._theming.scaled
        header.setMinimumSectionSize(scaled(_WEIGHT))
        header.resizeSection(CRITERION, scaled(_CRITERION))
        header.resizeSection(WEIGHT, scaled(_WEIGHT))
        for place in range(len(self.scan.guide.variants)):
            header.resizeSection(FIRST_VARIANT + place, scaled(_VARIANT))
        self.verticalHeader().setDefaultSectionSize(scaled(_ROW))
        self._fit_height()

    def _fit_height(self) -> None:
        """As high as its rows: the page scrolls, not the table."""
        rows = self.scan.rowCount() * self.verticalHeader().defaultSectionSize()
        bar = self.horizontalScrollBar()
        below = bar.sizeHint().height() if bar.maximum() else 0
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + rows + below + 2 * self.frameWidth())
