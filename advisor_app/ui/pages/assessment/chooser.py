"""Which assessment is shown, and making a further one: a survey before the workshop, or the same a year later."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.domain.assessment import AssessmentKind
from advisor_app.override import override
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.choice_field import ChoiceBox
from advisor_app.ui.widgets.icon_button import MenuButton
from advisor_app.ui.widgets.labels import TextLabel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionComboBox

_AROUND = 2  # room for the frame and the scroll bar, in lines of text
_FRAME, _PADDING, _ARROW = 1, 10, 28  # of a box in the style sheet, in pixels at 100 %; the frame is never scaled
_SHORT = Qt.ItemDataRole.UserRole + 1


class TitleBox(ChoiceBox):
    """Says a title as long as there is room for it; its open list says all of them in full, however narrow it is."""

    def __init__(self, theming: Theming) -> None:
        super().__init__()
        self._theming = theming

    def add(self, name: str, title: str, short: str) -> None:
        """Add an assessment by its id, with its title in full and in short."""
        self.addItem(title, name)
        self.setItemData(self.count() - 1, short, _SHORT)

    @property
    def is_cut(self) -> bool:
        """Whether not even the short title can be read whole."""
        return not self._fits(self.currentData(_SHORT) or "")

    @override
    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        super().initStyleOption(option)
        if not self._fits(option.currentText):
            short, room = self.currentData(_SHORT), self.room
            option.currentText = self.fontMetrics().elidedText(short, Qt.TextElideMode.ElideRight, room)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave digits and letters to the page, whose keys they are everywhere but in fields."""
        if event.text().strip():
            event.ignore()
        else:
            super().keyPressEvent(event)

    @override
    def showPopup(self) -> None:
        titles = (self.itemText(place) for place in range(self.count()))
        widest = max(map(self.fontMetrics().horizontalAdvance, titles), default=0)
        self.view().setMinimumWidth(widest + _AROUND * self.fontMetrics().height())
        super().showPopup()

    def _fits(self, title: str) -> bool:
        """Whether a title can be read whole."""
        return self.fontMetrics().horizontalAdvance(title) <= self.room

    @property
    def room(self) -> int:
        """Pixels for the title.

        The style knows it, too; but for the bindings to describe all that a style knows takes five milliseconds.
        """
        return self.width() - 2 * (_FRAME + self._theming.scaled(_PADDING)) - self._theming.scaled(_ARROW)


class AssessmentChooser(QWidget):
    """``chosen`` tells the id of another assessment, ``wanted`` what kind of one is to be made."""

    chosen = Signal(str)
    wanted = Signal(str, object, str)  # questionnaire, AssessmentKind, commune by itself

    def __init__(self, theming: Theming, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = TextLabel(theming, "", "emphasised", weight=600, wrap=True)
        self.box = TitleBox(theming)
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.setMinimumContentsLength(8)
        self.box.setAccessibleName(self.tr("Erhebung wählen"))
        self._whole = TextLabel(theming, "", "caption", "secondary", wrap=True)
        self.more = MenuButton(theming, self.tr("Weitere Erhebung anlegen"), "plus")
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self._heading, 1)
        row.addWidget(self.box, 1)
        row.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self._whole)
        self.box.activated.connect(lambda _index: self.chosen.emit(self.box.currentData()))

    @property
    def words(self) -> str:
        """The title as it can be read in full: below the box where the box cuts it."""
        return self._whole.text() if self._whole.isVisibleTo(self) else self.box.currentText()

    def show_assessments(self, assessments: Sequence[tuple[str, str, str]], chosen: str) -> None:
        """Offer these assessments, as (id, title, short title); one alone is only named."""
        self.box.clear()
        for name, title, short in assessments:
            self.box.add(name, title, short)
        self.box.setVisible(len(assessments) > 1)
        self._heading.setVisible(len(assessments) == 1)
        self._heading.setText(next((title for name, title, _short in assessments if name == chosen), ""))
        self.choose(chosen)

    def show_offers(self, offers: Sequence[tuple[str, str, AssessmentKind, str]]) -> None:
        """Offer to make these, as (title, questionnaire, kind, commune)."""
        self.more.menu_shown.clear()
        for title, questionnaire, kind, commune in offers:
            self.more.add_action(title, "plus", partial(self.wanted.emit, questionnaire, kind, commune))
        self.more.setVisible(bool(offers))

    def choose(self, name: str) -> None:
        """Show which assessment is chosen."""
        self.box.setCurrentIndex(self.box.findData(name))
        self.box.setToolTip(self.box.currentText())
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Say the title below the box where it is too long for it."""
        is_cut = self.box.isVisibleTo(self) and self.box.is_cut
        self._whole.setText(self.box.currentText() if is_cut else "")
        self._whole.setVisible(is_cut)
