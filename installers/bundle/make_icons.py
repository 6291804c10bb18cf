"""Draws the product's icons from resources/product: PNG in all sizes beside the drawings, ICO and ICNS for installers.

Run it with the development environment after a drawing has changed: .venv/bin/python -m installers.bundle.make_icons
"""

from __future__ import annotations

import os
from pathlib import Path

from PIL import Image

from installers.bundle.product import CHECKOUT, ICONS

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

DRAWINGS = CHECKOUT / "resources" / "product"
SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
LARGEST_OF_ICO = 256


def make_icons() -> None:
    """Draw every icon of every drawing."""
    from PySide6.QtGui import QGuiApplication

    application = QGuiApplication([])
    ICONS.mkdir(exist_ok=True)
    for drawing in sorted(DRAWINGS.glob("*.svg")):
        pictures = [_drawn(drawing, size) for size in SIZES]
        for picture in pictures:
            picture.save(DRAWINGS / f"{drawing.stem}-{picture.width}.png", optimize=True)
        small = [picture for picture in pictures if picture.width <= LARGEST_OF_ICO]
        small[-1].save(
            ICONS / f"{drawing.stem}.ico", sizes=[picture.size for picture in small], append_images=small[:-1]
        )
        pictures[-1].save(ICONS / f"{drawing.stem}.icns", append_images=pictures[:-1])
    application.quit()


def _drawn(drawing: Path, size: int) -> Image.Image:
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(str(drawing)).render(painter)
    painter.end()
    plain = image.convertToFormat(QImage.Format.Format_RGBA8888)
    return Image.frombytes("RGBA", (size, size), bytes(plain.constBits()))


if __name__ == "__main__":
    make_icons()
