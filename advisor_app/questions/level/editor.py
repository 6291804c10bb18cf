"""The level picker: five cards, one glance. Below 900 pixels of width the cards become rows."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QRadioButton, QSizePolicy, QWidget

from advisor_app.domain.assessment import Answer, AnswerState
from advisor_app.override import override
from advisor_app.questions.editing import AnswerEditor, Asked, EditorParts, Look

ROWS_BELOW = 760
_MARGIN = 14.0
_GAP = 10.0
_STRIP = 8.0
_CHIP = 26.0
_RADIUS = 8.0
_WORD_WIDTH = 120.0
_BESIDE_WORD = 140.0  # room an anchor needs to stand beside its word rather than below it
_BODY_POINTS = 10.5
_FOCUS = 4.0  # room for the ring around the card


class LevelCard(QRadioButton):
    """One level with its word and its anchor.

    A radio button, so that screen readers call it one; in an exclusive group an arrow key would *check* the neighbour
    and so change a committed answer, therefore the arrows only move the focus.
    """

    moved = Signal(int)

    def __init__(self, look: Look, level: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._level = level
        self._word = ""
        self._anchor = ""
        self._is_row = False
        self._keyboard_focus = False
        self._pictures: dict[tuple[object, ...], QPixmap] = {}
        self._heights: dict[int, int] = {}
        self.setProperty("own-focus", True)  # the window's focus ring stays away
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_anchor(self, word: str, anchor: str) -> None:
        """Change the texts."""
        self._word = word
        self._anchor = anchor
        self.setAccessibleName(
            self.tr("Stufe {level}, {word}: {anchor}").format(level=self._level, word=word, anchor=anchor)
        )
        self.redraw()

    def set_row(self, *, is_row: bool) -> None:
        """Draw the level as a row rather than as a card."""
        self._is_row = is_row
        self.redraw()

    def redraw(self) -> None:
        """Forget how the card looked, and how high it was."""
        self._pictures.clear()
        self._heights.clear()
        # A card covers what is behind it, which need not be painted then; the style sheet takes that back.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.updateGeometry()
        self.update()

    @property
    def anchor_box(self) -> QRectF:
        """Where the anchor stands, in pixels of the card."""
        return self._anchor_rect(self._card(self.width(), self.height()))

    @property
    def _scale(self) -> float:
        """How much larger than usual the text is."""
        return self._look.font("body").pointSizeF() / _BODY_POINTS

    @property
    def _margin(self) -> float:
        return _MARGIN * self._scale

    @property
    def _gap(self) -> float:
        return _GAP * self._scale

    @property
    def _chip(self) -> float:
        return _CHIP * self._scale

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:  # layouts ask dozens of times
            top = self._anchor_rect(self._card(width, 1000)).top()
            self._heights[width] = round(top + self._text_height(width) + self._margin + _FOCUS)
        return self._heights[width]

    @override
    def sizeHint(self) -> QSize:
        width = 640 if self._is_row else 150
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(96, 60)

    @override
    def hitButton(self, pos: QPoint) -> bool:
        return True

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is not None:
            self.moved.emit(step)
            return
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()  # the page moves to another question
            return
        super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._keyboard_focus = False
        super().mousePressEvent(event)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.redraw()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        reasons = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)
        self._keyboard_focus = event.reason() in reasons
        super().focusInEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture())
        painter.end()

    def _picture(self) -> QPixmap:
        """The card as it looks now; painted once for each look, as choosing a level goes back and forth."""
        focused = self.hasFocus() and self._keyboard_focus
        look = (self.isChecked(), self.underMouse(), focused, self.width(), self.height(), self.devicePixelRatio())
        if look not in self._pictures:
            picture = QPixmap(self.size() * self.devicePixelRatio())
            picture.setDevicePixelRatio(self.devicePixelRatio())
            picture.fill(self._look.colour("paper"))
            self._paint(picture, focused=focused)
            self._pictures[look] = picture
        return self._pictures[look]

    def _paint(self, picture: QPixmap, *, focused: bool) -> None:
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = self._card(self.width(), self.height())
        self._paint_ground(painter, card)
        self._paint_head(painter, card)
        self._paint_anchor(painter, card)
        if focused:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._look.colour("focus"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), _RADIUS + 3, _RADIUS + 3)
        painter.end()

    def _paint_ground(self, painter: QPainter, card: QRectF) -> None:
        checked = self.isChecked()
        role = "primary_soft" if checked else "primary_soft_hover" if self.underMouse() else "paper"
        outline = QPen(self._look.colour("primary" if checked else "line_strong"), 2 if checked else 1)
        path = QPainterPath()
        path.addRoundedRect(card, _RADIUS, _RADIUS)
        painter.fillPath(path, self._look.colour(role))
        strip = (
            QRectF(card.left(), card.top(), _STRIP, card.height())
            if self._is_row
            else QRectF(card.left(), card.top(), card.width(), _STRIP)
        )
        painter.save()
        painter.setClipPath(path)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour(f"level.{self._level}.fill"))
        painter.drawRect(
            strip
        )  # for fillRect the bindings would first describe all gradients, which takes two milliseconds
        painter.restore()
        painter.setPen(outline)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)

    def _paint_head(self, painter: QPainter, card: QRectF) -> None:
        chip = self._chip_rect(card)
        painter.setPen(QPen(self._look.colour(f"level.{self._level}.stroke"), 1))
        painter.setBrush(self._look.colour(f"level.{self._level}.fill"))
        painter.drawRoundedRect(chip, 4, 4)
        painter.setPen(self._look.colour(f"level.{self._level}.text"))
        painter.setFont(self._look.font("emphasised", weight=600))
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, str(self._level))
        checked = self.isChecked()
        painter.setPen(self._look.colour("primary" if checked else "ink2"))
        painter.setFont(self._look.font("caption", weight=600 if checked else 400))
        right = card.right() - self._margin - (22 * self._scale if checked else 0)
        is_beside = self._anchor_rect(card).top() < chip.bottom()
        width = (_WORD_WIDTH * self._scale if is_beside else right - chip.right()) - 10
        word = QRectF(chip.right() + 10, chip.top() - 4, width, chip.height() + 8)
        painter.drawText(word, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap), self._word)
        if checked:
            middle = QPointF(card.right() - self._margin - 9, chip.center().y())
            self._paint_check(painter, middle, self._look.colour("primary"))

    @staticmethod
    def _paint_check(painter: QPainter, middle: QPointF, colour: QColor) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
        painter.drawEllipse(middle, 9, 9)
        path = QPainterPath(middle + QPointF(-4, 0))
        path.lineTo(middle + QPointF(-1, 3))
        path.lineTo(middle + QPointF(4, -3))
        painter.drawPath(path)

    def _paint_anchor(self, painter: QPainter, card: QRectF) -> None:
        painter.setPen(self._look.colour("ink"))
        painter.setFont(self._anchor_font())
        painter.drawText(
            self._anchor_rect(card), int(Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap), self._anchor
        )

    def _chip_rect(self, card: QRectF) -> QRectF:
        top = card.top() + (self._margin - 2 if self._is_row else _STRIP + self._margin)
        left = card.left() + (_STRIP if self._is_row else 0) + self._margin
        return QRectF(left, top, self._chip, self._chip)

    @staticmethod
    def _card(width: int, height: int) -> QRectF:
        return QRectF(_FOCUS, _FOCUS, width - 2 * _FOCUS, height - 2 * _FOCUS)

    def _anchor_rect(self, card: QRectF) -> QRectF:
        chip, top = self._chip_rect(card), self._chip_rect(card).bottom() + self._gap
        if not self._is_row:
            return QRectF(card.left() + self._margin, top, card.width() - 2 * self._margin, card.bottom() - top)
        left = chip.right() + (_WORD_WIDTH + 10) * self._scale
        room = card.right() - left - self._margin - 24 * self._scale
        if room >= _BESIDE_WORD * self._scale:
            return QRectF(left, chip.top() + 2, room, card.height())
        return QRectF(chip.left(), top, card.right() - self._margin - chip.left(), card.bottom() - top)

    def _anchor_font(self) -> QFont:
        return self._look.font("body", weight=600 if self.isChecked() else 400)

    def _text_height(self, width: int) -> float:
        # The bold face is measured whatever is chosen, so that choosing never changes a card's height.
        metrics = QFontMetricsF(self._look.font("body", weight=600))
        available = self._anchor_rect(self._card(width, 1000)).width()
        bounds = metrics.boundingRect(
            QRectF(0, 0, max(available, 40), 10000), int(Qt.TextFlag.TextWordWrap), self._anchor
        )
        return max(bounds.height(), self._chip if self._is_row else 2 * metrics.lineSpacing())


class LevelEditor(AnswerEditor):
    """Five cards of which one or none is chosen; a click on the chosen one changes nothing."""

    def __init__(self, parts: EditorParts, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent)
        self._answer = Answer()
        self._cards = [LevelCard(self.look, level, self) for level in range(5)]
        self._group = QButtonGroup(self)
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(4)
        for level, card in enumerate(self._cards):
            self._group.addButton(card, level)
            self._layout.addWidget(card)
            card.moved.connect(self._on_card_moved)
        self._group.idClicked.connect(self._on_group_id_clicked)
        self.look.changed.connect(self._on_look_changed)

    @property
    def cards(self) -> tuple[LevelCard, ...]:
        """The cards from level 0 to 4."""
        return tuple(self._cards)

    @override
    def show_question(self, asked: Asked) -> None:
        wording = asked.question.wording(asked.kind)
        for level, card in zip(asked.scale.levels, self._cards, strict=True):
            anchors = wording.anchors_short or wording.anchors or ()
            card.show_anchor(level.word, anchors[level.number] if level.number < len(anchors) else "")
            card.setToolTip((wording.anchors or ("",) * 5)[level.number])

    @override
    def show_answer(self, answer: Answer) -> None:
        self._answer = answer
        self._group.setExclusive(False)
        for level, card in enumerate(self._cards):
            card.setChecked(answer.level == level)
        self._group.setExclusive(True)

    @override
    def take_focus(self) -> None:
        self._cards[self._answer.level or 0].setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        rows = event.size().width() < ROWS_BELOW * self.fontMetrics().height() / 18
        direction = QBoxLayout.Direction.TopToBottom if rows else QBoxLayout.Direction.LeftToRight
        if self._layout.direction() is not direction:
            self._layout.setDirection(direction)
            for card in self._cards:
                card.set_row(is_row=rows)

    def _on_group_id_clicked(self, level: int) -> None:
        if self._answer.state is AnswerState.ANSWERED and self._answer.level == level:
            return
        self.edited.emit(replace(self._answer, state=AnswerState.ANSWERED, level=level), "")
        self.show_answer(self._answer)

    def _on_card_moved(self, step: int) -> None:
        focused = next((index for index, card in enumerate(self._cards) if card.hasFocus()), 0)
        card = self._cards[min(max(focused + step, 0), len(self._cards) - 1)]
        card.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_look_changed(self) -> None:
        for card in self._cards:
            card.redraw()


EDITOR = LevelEditor
