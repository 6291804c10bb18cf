"""The process that draws the pages of one returned form: the file comes in on one pipe, pixels go out on another."""

from __future__ import annotations

import sys

from PySide6.QtCore import QBuffer, QIODevice, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument

from advisor_app.services.form_pages import HEAD, LONGEST, MOST_PAGES, WIDTH, confine_drawer


def main() -> int:
    """Draw the form from the standard input; returns the exit code."""
    confine_drawer()
    source = QBuffer()
    source.setData(sys.stdin.buffer.read())
    source.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(source)
    for page in range(min(document.pageCount(), MOST_PAGES)):
        points = document.pagePointSize(page)
        if points.width() <= 0 or points.height() <= 0:
            break
        height = min(LONGEST, max(1, round(WIDTH * points.height() / points.width())))
        _write(document.render(page, QSize(WIDTH, height)))
    return 0


def _write(image: QImage) -> None:
    """The pixels of a page on white paper."""
    paper = QImage(image.size(), QImage.Format.Format_RGB32)
    paper.fill(0xFFFFFFFF)
    grey = _over(paper, image).convertToFormat(QImage.Format.Format_Grayscale8)
    out = sys.stdout.buffer
    out.write(HEAD.pack(grey.width(), grey.height()))
    for line in range(grey.height()):
        out.write(memoryview(grey.constScanLine(line))[: grey.width()])  # type: ignore[arg-type]  # stubs: an object
    out.flush()


def _over(paper: QImage, image: QImage) -> QImage:
    painter = QPainter(paper)
    painter.drawImage(0, 0, image)
    painter.end()
    return paper


if __name__ == "__main__":
    sys.exit(main())
