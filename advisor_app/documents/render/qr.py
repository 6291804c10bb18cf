"""A QR code as rectangles; the words that it holds always stand beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel


def qr_bars(text: str, x: float, y: float, side: float) -> Iterator[tuple[float, float, float, float]]:
    """The dark parts as rectangles (x, y, width, height) in a square whose top left corner is (x, y)."""
    rows = qr_rows(text)
    module = side / len(rows)
    for row, line in enumerate(rows):
        for dark in re.finditer("1+", line):
            yield x + dark.start() * module, y + row * module, len(dark[0]) * module, module


def qr_rows(text: str) -> tuple[str, ...]:
    """The rows of a code from the top, each module as 1 (dark) or 0."""
    code: Any = QRCode(None, QRErrorCorrectLevel.M)  # its methods carry no types
    code.addData(text)
    code.make()
    count = code.getModuleCount()
    return tuple("".join(str(int(code.isDark(row, column))) for column in range(count)) for row in range(count))
