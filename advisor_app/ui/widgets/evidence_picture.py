"""A picture as large as there is room for it."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from advisor_app.override import override
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.thumbnails import Source, Thumbnails

_LARGE_EDGE = 1920


class EvidencePicture(QWidget):
    """A picture as large as there is room, or words in its place; ``loaded`` tells that a picture is there."""

    loaded = Signal()

    def __init__(self, theming: Theming) -> None:
        super().__init__()
        self._theming = theming
        self._image = QImage()
        self._words = ""
        self._icon = "image"
        self._digest = ""
        self.setMinimumSize(160, 120)

    def show_words(self, words: str, icon: str) -> None:
        """Say why there is no picture."""
        self._image, self._words, self._icon, self._digest = QImage(), words, icon, ""
        self.update()

    def show_later(self, thumbnails: Thumbnails, digest: str) -> None:
        """Show a picture as soon as it is decoded, a small one meanwhile where that is at hand."""
        self._digest = digest
        small = thumbnails.get(digest)
        if small is not None:
            self._image = small
        thumbnails.large(digest, _LARGE_EDGE, self, self._on_image_loaded)

    @property
    def words(self) -> str:
        """What stands in place of a picture."""
        return self._words

    @property
    def image(self) -> QImage:
        """What is shown."""
        return self._image

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), self._theming.colour("sunken"))
        if self._image.isNull():
            self._paint_words(painter)
        else:
            size = self._image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
            place = QRect(0, 0, size.width(), size.height())
            place.moveCenter(self.rect().center())
            painter.drawImage(place, self._image)
        painter.end()

    def _paint_words(self, painter: QPainter) -> None:
        size = self._theming.icon_size() * 2
        place = QRect(0, 0, size.width(), size.height())
        place.moveCenter(self.rect().center())
        self._theming.icon(self._icon, "ink3").paint(painter, place)
        painter.setFont(self._theming.font("body"))
        painter.setPen(self._theming.colour("ink2"))
        below = self.rect().adjusted(8, place.bottom() + 8, -8, 0)
        painter.drawText(below, int(Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap), self._words)

    def _on_image_loaded(self, digest: Source, image: QImage | None) -> None:
        if digest != self._digest:
            return
        if image is None:
            self.show_words(self.tr("Die Datei fehlt oder ist beschädigt."), "triangle-alert")
        else:
            self._image = image
            self.update()
            self.loaded.emit()
