"""Text is painted at every size, also where Qt's font engine of Linux paints no glyphs any more."""

import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from advisor_app.charts.font_metrics import load_font_metrics
from advisor_app.charts.palette import load_theme
from advisor_app.charts.scene import DataTable, Scene, Text
from advisor_app.ui.widgets.scene_painter import ScenePainter


@pytest.mark.parametrize("scale", [0.3, 0.9, 1.0, 1.5])
@pytest.mark.parametrize("size", [26.0, 59.0, 61.0, 68.0, 220.0])
def test_text_covers_the_width_it_was_measured_with(qapp: QApplication, size: float, scale: float) -> None:
    width = load_font_metrics().width("Hff|", size, 600)
    scene = Scene(
        title="",
        width=width,
        height=2 * size,
        shapes=(Text((0, 1.5 * size), "Hff|", size, weight=600),),
        alternative="",
        table=DataTable((), ()),
    )
    image = QImage(round(width * scale), round(2 * size * scale), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.scale(scale, scale)
    ScenePainter(load_theme("projector")).paint(painter, scene)
    painter.end()
    dark = [
        column
        for column in range(image.width())
        if any(image.pixelColor(column, row).lightness() < 160 for row in range(image.height()))
    ]
    assert dark[0] < 0.2 * image.width()
    assert dark[-1] > 0.8 * image.width()


def test_letters_that_touch_leave_no_gap(qapp: QApplication) -> None:
    """Two f share a stroke: where their outlines lie on each other it stays dark."""
    size = 220.0
    width = load_font_metrics().width("ff", size, 600)
    shapes = (Text((0, 1.5 * size), "ff", size, weight=600),)
    scene = Scene(title="", width=width, height=2 * size, shapes=shapes, alternative="", table=DataTable((), ()))
    image = QImage(round(width), round(2 * size), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    ScenePainter(load_theme("projector")).paint(painter, scene)
    painter.end()
    rows = [[image.pixelColor(x, y).lightness() < 128 for x in range(image.width())] for y in range(image.height())]
    bar = max(rows, key=sum)  # the bar through both letters
    first, last = bar.index(True), len(bar) - 1 - bar[::-1].index(True)
    assert all(bar[first : last + 1])
