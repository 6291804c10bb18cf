"""Text is painted at every size, also where Qt's engine of Linux paints no glyphs; and nothing in sight is left out."""

from itertools import product

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from advisor_app.charts.font_metrics import load_font_metrics
from advisor_app.charts.palette import load_theme
from advisor_app.charts.scene import (
    Circle,
    DataTable,
    Fill,
    Line,
    Marker,
    Polygon,
    Polyline,
    Rect,
    Scene,
    Shape,
    Stroke,
    Text,
)
from advisor_app.ui.widgets.scene_painter import ScenePainter

pytestmark = pytest.mark.usefixtures("qapp")


def painted(width: float, height: float, scale: float, *texts: Text) -> list[list[int]]:
    """The lightness of the pixels of each row, from 0 (black) to 255."""
    scene = Scene(title="", width=width, height=height, shapes=texts, alternative="", table=DataTable((), ()))
    image = QImage(round(width * scale), round(height * scale), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.scale(scale, scale)
    ScenePainter(load_theme("projector")).paint(painter, scene)
    painter.end()
    return [[image.pixelColor(x, y).lightness() for x in range(image.width())] for y in range(image.height())]


@pytest.mark.parametrize("scale", [0.3, 0.9, 1.0, 1.5])
@pytest.mark.parametrize("size", [26.0, 59.0, 61.0, 68.0, 220.0])
def test_text_covers_the_width_it_was_measured_with(size: float, scale: float) -> None:
    width = load_font_metrics().width("Hff|", size, 600)
    rows = painted(width, 2 * size, scale, Text((0, 1.5 * size), "Hff|", size, weight=600))
    dark = [column for column in range(len(rows[0])) if any(row[column] < 225 for row in rows)]
    assert dark[0] < 0.2 * len(rows[0])
    assert dark[-1] > 0.8 * len(rows[0])


@pytest.mark.parametrize("letters", ["ff", "gt", "Ä4"])
def test_letters_keep_their_ink_however_large_they_are(letters: str) -> None:
    """Strokes of a letter lie on each other: where its outline is filled, none may cancel the other."""
    shares = []
    for size in (59.0, 220.0):
        width = load_font_metrics().width(letters, size, 600)
        rows = painted(width, 2 * size, 1.0, Text((0, 1.5 * size), letters, size, weight=600))
        shares.append(sum(255 - lightness for row in rows for lightness in row) / size**2)
    assert shares[1] == pytest.approx(shares[0], rel=0.03)


def row_of_shapes(y: float) -> tuple[Shape, ...]:
    fill, stroke = Fill("ink"), Stroke("ink", 3)
    return (
        Text((2, y), "Äg", 14),
        Line((40, y), (60, y + 9), stroke),
        Polyline(((70, y), (80, y + 8), (90, y)), stroke),
        Polygon(((100, y), (110, y + 8), (120, y)), fill, stroke),
        Rect(130, y, 20, 8, fill, stroke, radius=2),
        Circle((170, y), 6, fill, stroke),
        Marker((190, y), "diamond", 9, fill, stroke),
    )


@pytest.mark.parametrize("scale", [0.7, 1.0, 1.25, 2.0])
@pytest.mark.parametrize("above", [0, 137, 450])
def test_a_window_onto_a_scene_shows_what_the_whole_shows_there(scale: float, above: int) -> None:
    shapes = tuple(shape for row in range(60) for shape in row_of_shapes(10.5 + 10 * row))
    scene = Scene(title="", width=200, height=620, shapes=shapes, alternative="", table=DataTable((), ()))

    def image(height: int, top: int) -> QImage:
        made = QImage(round(200 * scale), height, QImage.Format.Format_RGB32)
        made.fill(QColor("white"))
        painter = QPainter(made)
        painter.translate(0, -top)
        painter.scale(scale, scale)
        ScenePainter(load_theme("projector")).paint(painter, scene)
        painter.end()
        return made

    whole, seen = image(1300, 0), image(40, above)
    for x, y in product(range(seen.width()), range(40)):  # Qt itself smooths slanted edges a little otherwise
        assert abs(seen.pixelColor(x, y).lightness() - whole.pixelColor(x, above + y).lightness()) < 8
