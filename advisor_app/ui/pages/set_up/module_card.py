"""A module as a card that can be ticked, with who would pay for it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from advisor_app.domain.foundations import Module
from advisor_app.override import override
from advisor_app.ui.pages.set_up.funding_words import CardVerdict
from advisor_app.ui.shell.theming import Theming

_MARGIN = 16
_BOX = 20
_GAP = 14


class ModuleCard(QCheckBox):
    """A check box in the shape of a card; selection shows in ground, border and tick."""

    def __init__(self, theming: Theming, module: Module, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theming = theming
        self._module = module
        self._verdict = CardVerdict(words="")
        self._name = self.tr("Modul {number}").format(number=module.number)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theming.changed.connect(self.updateGeometry)

    @property
    def verdict(self) -> CardVerdict:
        """What the card says about funding."""
        return self._verdict

    def show_verdict(self, verdict: CardVerdict) -> None:
        """Say who pays, or what adding the module would do."""
        self._verdict = verdict
        self.setAccessibleName(f"{self._name} {self._module.title}, {self._module.days}")
        self.setAccessibleDescription(f"{self._module.summary}. {verdict.words}")
        self.updateGeometry()
        self.update()

    @override
    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        scaled = self._theming.scaled
        room = self._text_room(width).width()
        text = self._height(self._title_font(), self._title(), room - self._days_width())
        text += self._height(self._theming.font("body"), self._module.summary, room)
        text += self._height(self._verdict_font(), self._verdict.words or " ", room - self._icon_room())
        return text + 2 * scaled(_MARGIN - 4) + 2 * scaled(4)

    @override
    def sizeHint(self) -> QSize:
        width = self._theming.scaled(520)
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theming.scaled(260), self._theming.scaled(60))

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self.update()
        super().leaveEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theming, scaled = self._theming, self._theming.scaled
        checked = self.isChecked()
        role = "primary_soft" if checked else "primary_soft_hover" if self.underMouse() else "paper"
        width = 2 if checked else 1
        card = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        painter.setBrush(theming.colour(role))
        painter.setPen(QPen(theming.colour("primary" if checked else "line_strong"), width))
        painter.drawRoundedRect(card, scaled(8), scaled(8))
        self._paint_box(painter, checked=checked)
        self._paint_text(painter)
        painter.end()

    def _paint_box(self, painter: QPainter, *, checked: bool) -> None:
        theming, scaled = self._theming, self._theming.scaled
        box = QRectF(scaled(_MARGIN), scaled(_MARGIN - 1), scaled(_BOX), scaled(_BOX))
        painter.setBrush(theming.colour("primary" if checked else "paper"))
        painter.setPen(QPen(theming.colour("primary" if checked else "line_strong"), 1))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), scaled(4), scaled(4))
        if checked:
            theming.icon("check", "on_primary").paint(painter, box.adjusted(2, 2, -2, -2).toRect())

    def _paint_text(self, painter: QPainter) -> None:
        theming, scaled = self._theming, self._theming.scaled
        room = self._text_room(self.width())
        strong, plain = self._title_font(), theming.font("body")
        painter.setFont(theming.font("caption"))
        painter.setPen(theming.colour("ink2"))
        line = QRect(room.left(), room.top(), room.width(), QFontMetrics(strong).height())
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._module.days)
        top = self._paint_wrapped(painter, room.adjusted(0, 0, -self._days_width(), 0), self._title(), strong, "ink")
        top = self._paint_wrapped(
            painter, QRect(room.left(), top, room.width(), 400), self._module.summary, plain, "ink2"
        )
        top += scaled(4)
        side = theming.size("icon")
        if self._verdict.icon:
            middle = top + QFontMetrics(plain).height() // 2
            icon = QRect(room.left(), middle - side // 2 + 1, side, side)
            theming.icon(self._verdict.icon, self._verdict.tone).paint(painter, icon)
        words = QRect(room.left() + self._icon_room(), top, room.width() - self._icon_room(), 400)
        self._paint_wrapped(painter, words, self._verdict.words, self._verdict_font(), self._verdict.tone)

    def _paint_wrapped(self, painter: QPainter, room: QRect, text: str, font: QFont, role: str) -> int:
        """Paint a text of several lines; returns where the next one begins."""
        painter.setFont(font)
        painter.setPen(self._theming.colour(role))
        painter.drawText(room, Qt.TextFlag.TextWordWrap, text)
        return room.top() + self._height(font, text, room.width()) + self._theming.scaled(2)

    def _title_font(self) -> QFont:
        return self._theming.font("body", weight=600)

    def _verdict_font(self) -> QFont:
        return self._title_font() if self._verdict.strong else self._theming.font("body")

    def _title(self) -> str:
        return f"{self._name}  {self._module.title}"

    def _text_room(self, width: int) -> QRect:
        scaled = self._theming.scaled
        left = scaled(_MARGIN) + scaled(_BOX) + scaled(_GAP)
        return QRect(left, scaled(_MARGIN - 2), width - left - scaled(_MARGIN), 400)

    def _days_width(self) -> int:
        metrics = QFontMetrics(self._theming.font("caption"))
        return metrics.horizontalAdvance(self._module.days) + self._theming.scaled(12)

    def _icon_room(self) -> int:
        return self._theming.size("icon") + self._theming.scaled(6) if self._verdict.icon else 0

    @staticmethod
    def _height(font: QFont, text: str, width: int) -> int:
        room = QRect(0, 0, max(width, 40), 4000)
        return QFontMetrics(font).boundingRect(room, int(Qt.TextFlag.TextWordWrap), text).height()
