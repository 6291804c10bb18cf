"""One dimension's score as a bar from 0 to 4, with the band of missing answers and the target."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from advisor_app.domain.foundations import MAXIMUM_LEVEL
from advisor_app.override import override
from advisor_app.services.results import DimensionStanding
from advisor_app.ui.shell.theming import Theming


class ScoreBar(QWidget):
    """A painted bar; its words stand beside it in the table."""

    def __init__(self, theming: Theming, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theming = theming
        self._standing: DimensionStanding | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_standing(self, standing: DimensionStanding) -> None:
        """Show another score."""
        self._standing = standing
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(140, round(24 * self._theming.zoom / 100))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._standing is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        score = self._standing.score
        height = 14 * self._theming.zoom / 100
        track = QRectF(1, (self.height() - height) / 2, self.width() - 2, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theming.colour("sunken"))
        painter.drawRoundedRect(track, 3, 3)
        if score.best is not None and score.worst is not None and score.best != score.worst:
            left, right = (self._place(float(value), track) for value in (score.worst, score.best))
            painter.setBrush(self._theming.colour("primary_soft"))
            painter.setPen(QPen(self._theming.colour("primary"), 1, Qt.PenStyle.DashLine))
            painter.drawRect(QRectF(left, track.top(), right - left, track.height()))
        if score.score is not None and score.level is not None:
            painter.setPen(QPen(self._theming.colour(f"level.{score.level}.stroke"), 1))
            painter.setBrush(self._theming.colour(f"level.{score.level}.fill"))
            filled = QRectF(track)
            filled.setRight(max(self._place(float(score.score), track), track.left() + 3))
            painter.drawRoundedRect(filled, 3, 3)
        painter.setPen(QPen(self._theming.colour("paper"), 1))
        for level in range(1, MAXIMUM_LEVEL):
            x = self._place(level, track)
            painter.drawLine(round(x), round(track.top()), round(x), round(track.bottom()))
        if self._standing.target is not None:
            x = self._place(self._standing.target.level, track)
            style = Qt.PenStyle.DotLine if self._standing.target.assumed else Qt.PenStyle.SolidLine
            painter.setPen(QPen(self._theming.colour("target"), 3, style))
            x = min(x, track.right() - 1)
            painter.drawLine(round(x), 1, round(x), self.height() - 1)
        painter.end()

    @staticmethod
    def _place(value: float, track: QRectF) -> float:
        return track.left() + track.width() * value / MAXIMUM_LEVEL


class ScaleHead(QWidget):
    """The levels above the bars; each score says its own beside its bar."""

    def __init__(self, theming: Theming, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theming = theming
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(140, QFontMetrics(self._theming.font("caption", tabular=True)).height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self._theming.font("caption", tabular=True))
        painter.setPen(self._theming.colour("ink2"))
        for level in range(MAXIMUM_LEVEL + 1):
            wide = painter.fontMetrics().horizontalAdvance(str(level))
            middle = 1 + (self.width() - 2) * level / MAXIMUM_LEVEL
            left = min(max(middle - wide / 2, 0), self.width() - wide)
            painter.drawText(QPointF(left, painter.fontMetrics().ascent()), str(level))
        painter.end()
