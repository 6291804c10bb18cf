"""The pages of a copy, one below the other, as wide as there is room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from advisor_app.override import override
from advisor_app.services.form_pages import PagePicture
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.labels import TextLabel


class PagePictures(QScrollArea):
    """Pages in shades of grey; before there are any it says where to type from."""

    def __init__(self, theming: Theming, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theming = theming
        self._images: list[QImage] = []
        self._labels: list[QLabel] = []
        self._words = TextLabel(theming, "", "body", "secondary", wrap=True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._content = QWidget()
        self._content.setProperty("kind", "sunken")
        self._content.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._column = QVBoxLayout(self._content)
        self._column.setContentsMargins(12, 12, 12, 12)
        self._column.setSpacing(12)
        self._column.addWidget(self._words)
        self._column.addStretch(1)
        self.setWidget(self._content)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Seiten der Kopie"))

    @property
    def count(self) -> int:
        """How many pages are shown."""
        return len(self._images)

    def show_words(self, words: str) -> None:
        """Show no page, only what is to be done without."""
        self.show_pages(())
        self._words.setText(words)
        self._words.show()

    def show_pages(self, pages: Sequence[PagePicture]) -> None:
        """Show other pages, from the first one on."""
        for label in self._labels:
            self._column.removeWidget(label)
            label.hide()
            label.deleteLater()
        self._images = [_image(page) for page in pages]
        self._labels = []
        for number in range(len(self._images)):
            label = QLabel()
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
            label.setAccessibleName(self.tr("Seite {number} der Kopie").format(number=number + 1))
            self._column.insertWidget(number, label)
            self._labels.append(label)
        self._words.setVisible(not pages)
        self.verticalScrollBar().setValue(0)
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        ratio = self.devicePixelRatioF()
        width = max(1, self.viewport().width() - 24)
        for image, label in zip(self._images, self._labels, strict=True):
            scaled = image.scaledToWidth(round(width * ratio), Qt.TransformationMode.SmoothTransformation)
            picture = QPixmap.fromImage(scaled)
            picture.setDevicePixelRatio(ratio)
            label.setPixmap(picture)
            label.setFixedHeight(round(picture.height() / ratio))


def _image(page: PagePicture) -> QImage:
    shown = QImage(page.pixels, page.width, page.height, page.width, QImage.Format.Format_Grayscale8)
    return shown.copy()  # the pixels belong to somebody else
