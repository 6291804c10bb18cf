"""What the middle of the agenda is made of: tags, numbered sentences, points to tick off."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QStyle, QStyleOption, QWidget

from advisor_app.override import override
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.labels import TextLabel
from advisor_app.ui.widgets.paragraph import Paragraph

_ICON_ROOM = 20


class Tag(TextLabel):
    """Words on a soft ground with their icon before them, in further lines where one is too short."""

    def __init__(self, theming: Theming, text: str, icon: str = "") -> None:
        super().__init__(theming, text, "body", "tag")
        self._icon = icon
        self._follow_zoom()
        theming.changed.connect(self._follow_zoom)

    @override
    def minimumSizeHint(self) -> QSize:
        longest = max(map(self.fontMetrics().horizontalAdvance, self.text().split()), default=0)
        return QSize(longest + self._around().width(), super().minimumSizeHint().height())

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        room = QRect(0, 0, width - self._around().width(), 0)
        words = self.fontMetrics().boundingRect(room, int(Qt.TextFlag.TextWordWrap), self.text())
        return max(self.sizeHint().height(), words.height() + self._around().height())

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
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextWordWrap), self.text())
        painter.end()

    def _around(self) -> QSize:
        """What stands around the words when they are in one line: icon and edges."""
        whole, metrics = self.sizeHint(), self.fontMetrics()
        return QSize(whole.width() - metrics.horizontalAdvance(self.text()), whole.height() - metrics.height())

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
