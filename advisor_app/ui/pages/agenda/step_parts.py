"""What the middle of the agenda is made of: tags, numbered sentences, points to tick off, the linked page."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QMouseEvent, QPainter, QPaintEvent, QPalette, QShortcut
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLabel, QStyle, QStyleOption, QVBoxLayout, QWidget
from typing_extensions import override

from advisor_app.ui.pages.agenda.linked_page import LinkedPage
from advisor_app.ui.shell.step_line import KEYS
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.labels import TextLabel
from advisor_app.ui.widgets.paragraph import Paragraph

_NARROWEST_TAG = 60
_ICON_ROOM = 20


class Tag(TextLabel):
    """A word on a soft ground with its icon before it."""

    def __init__(self, theming: Theming, text: str, icon: str = "") -> None:
        super().__init__(theming, text, "body", "tag")
        self._icon = icon
        self._follow_zoom()
        theming.changed.connect(self._follow_zoom)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theming.scaled(_NARROWEST_TAG), super().minimumSizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        option = QStyleOption()
        option.initFrom(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_Widget, option, painter, self)
        room = self.contentsRect()
        if self._icon:
            side = self._theming.scaled(14)
            self._theming.icon(self._icon).paint(painter, room.left(), (self.height() - side) // 2, side, side)
            room.setLeft(room.left() + self._theming.scaled(_ICON_ROOM))
        shown = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        self.setToolTip(self.text() if shown != self.text() else "")
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), shown)
        painter.end()

    def _follow_zoom(self) -> None:
        self.setIndent(self._theming.scaled(_ICON_ROOM) if self._icon else 0)


class NumberBadge(QWidget):
    """A number in a circle."""

    def __init__(self, theming: Theming, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theming = theming
        self._number = str(number)
        theming.changed.connect(self._follow_zoom)
        self._follow_zoom()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theming.colour("sunken"))
        place = QRectF(self.rect())
        painter.drawEllipse(place)
        painter.setPen(self._theming.colour("ink2"))
        painter.setFont(self._theming.font("caption", weight=600, tabular=True))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, self._number)
        painter.end()

    def _follow_zoom(self) -> None:
        side = self._theming.scaled(22)
        self.setFixedSize(QSize(side, side))
        self.update()


class NumberedSentence(QWidget):
    """One sentence of the moderation with its number."""

    def __init__(self, theming: Theming, number: int, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(NumberBadge(theming, number), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Paragraph(theming, sentence), 1)


class TalkingPoint(QWidget):
    """A point to tick off; a click on its words ticks it too. ``ticked`` asks for the other state."""

    ticked = Signal()

    def __init__(self, theming: Theming, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = QCheckBox()
        self.box.setAccessibleName(text)
        self._words = Paragraph(theming, text)
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.box.clicked.connect(self.ticked)

    def show_tick(self, *, is_ticked: bool) -> None:
        """Show the point as dealt with, or not."""
        self.box.setChecked(is_ticked)
        self._words.set_tone("caption" if is_ticked else "")

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.box.click()
        super().mouseReleaseEvent(event)


class LinkedPageCard(QFrame):
    """Leads to the page of the program that belongs to the step; E opens it."""

    wanted = Signal(str, str)

    def __init__(self, theming: Theming, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theming = theming
        self._linked: LinkedPage | None = None
        self.setProperty("kind", "card-soft")
        self._icon = QLabel(self)
        self._title = TextLabel(theming, "", "body", weight=600, wrap=True)
        self._state = TextLabel(theming, "", "caption", "secondary", wrap=True)
        self.button = Button(theming, "", shortcut="E", tooltip=self.tr("Seite öffnen"), show_keys=True)
        QShortcut(QKeySequence(KEYS), self).activated.connect(self.button.click)  # the key that also leads back
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._state)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(14)
        row.addWidget(self._icon)
        row.addLayout(words, 1)
        row.addWidget(self.button)
        self.button.clicked.connect(self._on_button_clicked)
        theming.changed.connect(self._on_theming_changed)

    def show_page(self, linked: LinkedPage | None) -> None:
        """Show a page, or nothing."""
        self._linked = linked
        self.setVisible(linked is not None)
        if linked is not None:
            self._title.setText(linked.title)
            self._state.setText(linked.state)
            self.button.setText(linked.action)
            self._on_theming_changed()

    def _on_button_clicked(self) -> None:
        if self._linked is not None:
            self.wanted.emit(self._linked.page, self._linked.item)

    def _on_theming_changed(self) -> None:
        if self._linked is not None:
            icon = self._theming.icon(self._linked.icon, "primary")
            self._icon.setPixmap(icon.pixmap(self._theming.icon_size()))
