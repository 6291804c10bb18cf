"""One piece of evidence as a small picture that can be pressed."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from advisor_app.domain.evidence import Evidence, EvidenceKind
from advisor_app.domain.local_time import LOCAL
from advisor_app.override import override
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.thumbnails import Source, Thumbnails

_SMALL = QSize(60, 46)
_LARGE = QSize(176, 132)
_CAPTION_HEIGHT = 42
_RADIUS = 6.0


class EvidenceTile(QAbstractButton):
    """Photo, file or placeholder; a large one has its title and time below it. ``clicked`` asks to look at it."""

    def __init__(
        self, context: PageContext, piece: Evidence, *, large: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theming = context.theming
        self._thumbnails = Thumbnails.of(context)
        self._large = large
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._thumbnails.arrived.connect(self._on_thumbnails_arrived)
        self._theming.changed.connect(self._on_theming_changed)
        self.show_piece(piece)

    def show_piece(self, piece: Evidence, about: str = "") -> None:
        """Show another piece or another state of it; ``about`` stands where it has no title of its own."""
        self.piece = piece
        local = piece.when.astimezone(LOCAL)
        self._time = f"{local:%d.%m., %H:%M}"
        kind = self.tr("Foto folgt") if piece.is_awaited else self._kind_word(piece)
        self._title = piece.title or about or kind
        words = ", ".join(dict.fromkeys((kind, self._title, self._time)))
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.update()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    @override
    def sizeHint(self) -> QSize:
        size = _LARGE if self._large else _SMALL
        height = size.height() + (_CAPTION_HEIGHT if self._large else 0)
        return QSize(self._theming.scaled(size.width()), self._theming.scaled(height))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        below = self._theming.scaled(_CAPTION_HEIGHT) if self._large else 0
        frame = QRectF(self.rect().adjusted(0, 0, 0, -below)).adjusted(0.5, 0.5, -0.5, -0.5)
        outline = QPainterPath()
        outline.addRoundedRect(frame, _RADIUS, _RADIUS)
        image = self._image()
        painter.fillPath(outline, self._theming.colour("sunken" if image is None else "paper"))
        if image is None:
            self._paint_icon(painter, frame)
        else:
            painter.setClipPath(outline)
            painter.drawImage(frame, image, _covering(image, frame))
            painter.setClipping(False)
        acting = self.underMouse() or self.hasFocus()
        pen = QPen(self._theming.colour("primary" if acting else "line_strong"), 1)
        if self.piece.is_awaited:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.strokePath(outline, pen)
        if self._large:
            self._paint_words(painter, self.rect().adjusted(0, self.height() - below + 2, 0, 0))
        painter.end()

    def _image(self) -> QImage | None:
        piece = self.piece
        if piece.digest is None or piece.kind is not EvidenceKind.PHOTO:
            return None
        return self._thumbnails.get(piece.digest)  # asked for when it is painted first, so only what is on screen

    def _paint_icon(self, painter: QPainter, frame: QRectF) -> None:
        piece = self.piece
        if piece.digest is None:
            name, role = "camera", "ink2"
        elif piece.kind is EvidenceKind.FILE:
            name, role = "file-text", "ink2"
        elif self._thumbnails.is_broken(piece.digest):
            name, role = "triangle-alert", "amber"
        else:
            name, role = "image", "ink3"
        size = self._theming.icon_size() * (1.6 if self._large else 1)
        place = QRect(frame.center().toPoint(), size)
        place.translate(-size.width() // 2, -size.height() // 2)
        self._theming.icon(name, role).paint(painter, place)

    def _paint_words(self, painter: QPainter, room: QRect) -> None:
        for number, (words, kind, role) in enumerate(((self._title, "body", "ink"), (self._time, "caption", "ink3"))):
            painter.setFont(self._theming.font(kind))
            painter.setPen(self._theming.colour(role))
            line = painter.fontMetrics().height()
            shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width() - 2)
            top = room.top() + number * self._theming.scaled(20)
            painter.drawText(QRect(room.left() + 1, top, room.width() - 2, line), Qt.AlignmentFlag.AlignLeft, shown)

    def _kind_word(self, piece: Evidence) -> str:
        return self.tr("Foto") if piece.kind is EvidenceKind.PHOTO else self.tr("Datei")

    def _on_thumbnails_arrived(self, source: Source) -> None:
        if source == self.piece.digest:
            self.update()

    def _on_theming_changed(self) -> None:
        self.updateGeometry()
        self.update()


def _covering(image: QImage, frame: QRectF) -> QRectF:
    """The middle part of the picture that fills the frame without being stretched."""
    scale = min(image.width() / frame.width(), image.height() / frame.height())
    width, height = frame.width() * scale, frame.height() * scale
    return QRectF((image.width() - width) / 2, (image.height() - height) / 2, width, height)
