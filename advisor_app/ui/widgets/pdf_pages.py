"""Pages of a PDF, one below the other, with text that can be selected and copied."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QWheelEvent,
)
from PySide6.QtPdf import QPdfSelection
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QFrame, QWidget

from advisor_app.override import override
from advisor_app.ui.shell.theming import Theming

ZOOMS = (0.25, 0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)
"""The sizes that the buttons step through, as shares of the paper's own size."""

_POINTS_PER_INCH = 72
_LEAST_HEIGHT = 200  # less shows too little of a page to read
_ALPHA = 90  # of 255: the text below a selection stays readable
_WORD = re.compile(r"\w+", re.UNICODE)
# How PDFium tells a word that is parted at the end of a line.
_PARTED = re.compile("[\ufffe\u0002\N{SOFT HYPHEN}](?:\r?\n)?")


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on a page (counted from 0), in points from its upper left corner."""

    page: int
    at: QPointF


class PdfPages(QPdfView):
    """Home and End go to the first and last page; a drag selects text, Ctrl+A all of it, Ctrl+C copies it."""

    selection_changed = Signal()

    def __init__(self, theming: Theming, parent: QWidget) -> None:
        super().__init__(parent)
        self._theming = theming
        self._selected: dict[int, QPdfSelection] = {}
        self._drag: Spot | None = None
        self._lines: dict[int, list[QRectF]] = {}
        self.setPageMode(QPdfView.PageMode.MultiPage)
        self.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.setPageSpacing(theming.scaled(12))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        theming.changed.connect(self._on_theming_changed)
        self._on_theming_changed()

    @property
    def selected_text(self) -> str:
        """What is selected, with words that lines part put together."""
        texts = (_PARTED.sub("", self._selected[page].text()) for page in sorted(self._selected))
        return "\n".join(text.replace("\r\n", "\n").strip("\n") for text in texts)

    def forget(self) -> None:
        """Select nothing, as another document or edition is shown."""
        self._lines.clear()
        self._select({})

    def select(self, start: Spot, end: Spot) -> None:
        """Select the text between two spots, in whichever order they stand."""
        first, last = sorted((start, end), key=lambda spot: (spot.page, spot.at.y(), spot.at.x()))
        found = {}
        for page in range(first.page, last.page + 1):
            lines = self._lines_of(page)
            if lines:
                begins = first.at if page == first.page else lines[0].topLeft()
                ends = last.at if page == last.page else lines[-1].bottomRight()
                part = self.document().getSelection(page, _nearest(lines, begins), _nearest(lines, ends))
                if part.isValid() and part.text():
                    found[page] = part
        self._select(found)

    def select_all(self) -> None:
        """Select the text of all pages."""
        document = self.document()
        self._select({page: document.getAllText(page) for page in range(document.pageCount())})

    def select_word(self, spot: Spot) -> None:
        """Select the word at a spot."""
        lines = self._lines_of(spot.page)
        near = _nearest(lines, spot.at) if lines else spot.at
        touched = self.document().getSelection(spot.page, near - QPointF(2, 0), near + QPointF(2, 0))
        text = self.document().getAllText(spot.page).text()
        for word in _WORD.finditer(text):
            if touched.isValid() and word.start() <= touched.startIndex() < word.end():
                part = self.document().getSelectionAtIndex(spot.page, word.start(), word.end() - word.start())
                self._select({spot.page: part})

    def copy_selection(self) -> None:
        """Put what is selected onto the clipboard; nothing changes there where nothing is."""
        if self._selected:
            QGuiApplication.clipboard().setText(self.selected_text)

    def zoom(self) -> float:
        """How large the first page is shown, as a share of its own size."""
        places = self.page_places()
        width = self.document().pagePointSize(0).width() * self._resolution() if places else 0.0
        return places[0].width() / width if width else 1.0

    def zoom_by(self, steps: int) -> None:
        """Show pages larger or smaller by so many steps."""
        here = self.zoom()
        larger = [zoom for zoom in ZOOMS if zoom > here * 1.01]
        smaller = [zoom for zoom in reversed(ZOOMS) if zoom < here * 0.99]
        if way := (larger if steps > 0 else smaller):
            self.setZoomMode(QPdfView.ZoomMode.Custom)
            self.setZoomFactor(way[min(abs(steps), len(way)) - 1])

    def fit(self, mode: QPdfView.ZoomMode) -> None:
        """Show pages as wide as the window, or whole."""
        self.setZoomMode(mode)

    def page_places(self) -> list[QRect]:
        """Where each page lies on the whole ground, in pixels: what ``QPdfView`` computes and keeps to itself."""
        document, margins = self.document(), self.documentMargins()
        sizes = [self._page_size(document.pagePointSize(page)) for page in range(document.pageCount())]
        widest = max((size.width() for size in sizes), default=0) + margins.left() + margins.right()
        places, top = [], margins.top()
        for size in sizes:
            left = (max(widest, self.viewport().width()) - size.width()) // 2
            places.append(QRect(left, top, size.width(), size.height()))
            top += size.height() + self.pageSpacing()
        return places

    def place_of(self, spot: Spot) -> QPointF:
        """Where a spot is seen in the viewport, in pixels."""
        place = self.page_places()[spot.page]
        return QPointF(place.topLeft()) - self._offset() + spot.at * self._scale(spot.page, place)

    def spot_at(self, point: QPointF) -> Spot | None:
        """Which spot is seen at a point of the viewport, on the nearest page; None without pages."""
        places = self.page_places()
        if not places:
            return None
        ground = point + self._offset()
        page = min(range(len(places)), key=lambda index: _distance(places[index], ground.y()))
        at = (ground - QPointF(places[page].topLeft())) / self._scale(page, places[page])
        return Spot(page, at)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self._theming.scaled(_LEAST_HEIGHT))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_selection()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.select_all()
        elif event.matches(QKeySequence.StandardKey.MoveToStartOfLine):
            bar.setValue(bar.minimum())
        elif event.matches(QKeySequence.StandardKey.MoveToEndOfLine):
            bar.setValue(bar.maximum())
        elif event.text() in {"+", "-"}:
            self.zoom_by(1 if event.text() == "+" else -1)
        else:
            super().keyPressEvent(event)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_of_text(event):
            event.accept()  # before a shortcut of the window has it
            return True
        return super().event(event)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y():
                self.zoom_by(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._drag = self.spot_at(event.position())
            self._select({})
        super().mousePressEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        spot = self.spot_at(event.position())
        if self._drag is not None and spot is not None:
            self.select(self._drag, spot)
        super().mouseMoveEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._drag = None
        super().mouseReleaseEvent(event)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._drag = None
        spot = self.spot_at(event.position())
        if spot is not None:
            self.select_word(spot)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._selected:
            return
        painter = QPainter(self.viewport())
        colour = self.palette().color(QPalette.ColorRole.Highlight)
        colour.setAlpha(_ALPHA)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        for area in self._seen_areas(QRectF(event.rect())):
            painter.drawRect(area)
        painter.end()

    def _seen_areas(self, seen: QRectF) -> Iterator[QRectF]:
        """Where selected lines are seen in the viewport."""
        places = self.page_places()
        for page, selection in self._selected.items():
            scale, origin = self._scale(page, places[page]), QPointF(places[page].topLeft()) - self._offset()
            for polygon in selection.bounds():
                line = polygon.boundingRect()
                area = QRectF(origin + line.topLeft() * scale, line.size() * scale)
                if area.intersects(seen):
                    yield area

    def _select(self, parts: dict[int, QPdfSelection]) -> None:
        if parts or self._selected:
            self._selected = parts
            self.viewport().update()
            self.selection_changed.emit()

    def _lines_of(self, page: int) -> list[QRectF]:
        """The lines of a page's text in their order, in points."""
        if page not in self._lines:
            bounds = self.document().getAllText(page).bounds()
            self._lines[page] = [polygon.boundingRect() for polygon in bounds]
        return self._lines[page]

    def _page_size(self, points: QSizeF) -> QSize:
        resolution, margins, room = self._resolution(), self.documentMargins(), self.viewport().size()
        if self.zoomMode() is QPdfView.ZoomMode.Custom:
            return (points * resolution * self.zoomFactor()).toSize()
        own = (points * resolution).toSize()
        width = room.width() - margins.left() - margins.right()
        if self.zoomMode() is QPdfView.ZoomMode.FitToWidth:
            return own * (width / own.width())
        return own.scaled(QSize(width, room.height() - self.pageSpacing()), Qt.AspectRatioMode.KeepAspectRatio)

    def _scale(self, page: int, place: QRect) -> float:
        """Pixels per point of a page."""
        return place.width() / max(self.document().pagePointSize(page).width(), 1.0)

    def _offset(self) -> QPointF:
        return QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    @staticmethod
    def _resolution() -> float:
        """Pixels per point at full size."""
        return QGuiApplication.primaryScreen().logicalDotsPerInch() / _POINTS_PER_INCH

    def _on_theming_changed(self) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Dark, self._theming.colour("sunken"))  # the ground between pages
        self.setPalette(palette)


def _is_of_text(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Copy) or event.matches(QKeySequence.StandardKey.SelectAll)


def _distance(place: QRect, y: float) -> float:
    return max(place.top() - y, y - place.bottom(), 0.0)


def _nearest(lines: list[QRectF], at: QPointF) -> QPointF:
    """The point of a line of text that is nearest: lines above and below come before those beside."""

    def away(line: QRectF) -> tuple[float, float]:
        down = max(line.top() - at.y(), at.y() - line.bottom(), 0.0)
        return down, max(line.left() - at.x(), at.x() - line.right(), 0.0)

    line = min(lines, key=away)
    x = min(max(at.x(), line.left() + 0.5), line.right() - 0.5)
    inside = line.top() <= at.y() <= line.bottom()
    return QPointF(x, at.y() if inside else line.center().y())
