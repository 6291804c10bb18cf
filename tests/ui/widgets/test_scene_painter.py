"""Text is painted at every size, also where Qt's font engine of Linux paints no glyphs any more."""

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from advisor_app.charts.font_metrics import load_font_metrics
from advisor_app.charts.palette import load_theme
from advisor_app.charts.scene import DataTable, Scene, Text
from advisor_app.ui.widgets.scene_painter import ScenePainter

pytestmark = pytest.mark.usefixtures("qapp")


def painted(width: float, height: float, scale: float, *texts: Text) -> list[list[bool]]:
    """Which pixels of each row are dark."""
    scene = Scene(title="", width=width, height=height, shapes=texts, alternative="", table=DataTable((), ()))
    image = QImage(round(width * scale), round(height * scale), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.scale(scale, scale)
    ScenePainter(load_theme("projector")).paint(painter, scene)
    painter.end()
    return [[image.pixelColor(x, y).lightness() < 225 for x in range(image.width())] for y in range(image.height())]


@pytest.mark.parametrize("scale", [0.3, 0.9, 1.0, 1.5])
@pytest.mark.parametrize("size", [26.0, 59.0, 61.0, 68.0, 220.0])
def test_text_covers_the_width_it_was_measured_with(size: float, scale: float) -> None:
    width = load_font_metrics().width("Hff|", size, 600)
    rows = painted(width, 2 * size, scale, Text((0, 1.5 * size), "Hff|", size, weight=600))
    dark = [column for column in range(len(rows[0])) if any(row[column] for row in rows)]
    assert dark[0] < 0.2 * len(rows[0])
    assert dark[-1] > 0.8 * len(rows[0])


def test_letters_that_touch_leave_no_gap() -> None:
    """Two f lie on each other in part; a word of them is dark wherever one of them is."""
    size = 220.0
    step, width = (load_font_metrics().width(text, size, 600) for text in ("f", "ff"))
    one, other = Text((0, 1.5 * size), "f", size, weight=600), Text((step, 1.5 * size), "f", size, weight=600)
    together = painted(width, 2 * size, 1.0, Text((0, 1.5 * size), "ff", size, weight=600))
    apart = painted(width, 2 * size, 1.0, one, other)
    lost = sum(dark and not kept for a, t in zip(apart, together, strict=True) for dark, kept in zip(a, t, strict=True))
    assert lost == 0
