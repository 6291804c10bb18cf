"""Charts as pictures: every shape is drawn where the scene says, in the colours of paper."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

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
from advisor_app.documents.editable.scene_picture import DOTS_PER_POINT, scene_picture
from advisor_app.documents.theme import load_paper

THEME = load_paper().tokens
PRIMARY = tuple(bytes.fromhex(THEME.colour("primary").lstrip("#")))
PAPER = tuple(bytes.fromhex(THEME.colour("paper").lstrip("#")))
FILL, STROKE = Fill("primary"), Stroke("primary", 4)


def picture(*shapes: Shape, height: float = 60) -> Image.Image:
    scene = Scene(title="", width=100, height=height, shapes=shapes, alternative="", table=DataTable((), ()))
    return Image.open(BytesIO(scene_picture(scene, THEME)))


def colour_at(drawn: Image.Image, x: float, y: float) -> object:
    scale = drawn.width / 100
    return drawn.getpixel((round(x * scale), round(y * scale)))


@pytest.mark.parametrize(
    ("shape", "inside", "outside"),
    [
        (Line((10, 30), (90, 30), STROKE), (50, 30), (50, 40)),
        (Line((10, 30), (90, 30), Stroke("primary", 4, (10, 10))), (15, 30), (25, 30)),
        (Polyline(((10, 10), (50, 10), (50, 50)), STROKE), (50, 30), (20, 30)),
        (Polygon(((10, 10), (90, 10), (90, 50), (10, 50)), FILL), (50, 30), (95, 30)),
        (
            Polygon(((10, 10), (90, 10), (90, 50), (10, 50)), FILL, hole=((40, 20), (60, 20), (60, 40), (40, 40))),
            (20, 30),
            (50, 30),
        ),
        (Rect(10, 10, 80, 40, FILL), (50, 30), (95, 55)),
        (Rect(10, 10, 80, 40, None, STROKE), (10, 30), (50, 30)),
        (Rect(10, 10, 80, 40, FILL, radius=20), (50, 30), (11, 11)),
        (Circle((50, 30), 20, FILL), (50, 30), (72, 30)),
        (Marker((50, 30), "circle", 20, FILL), (50, 30), (62, 30)),
        (Marker((50, 30), "square", 20, FILL), (41, 21), (62, 30)),
        (Marker((50, 30), "diamond", 20, FILL), (50, 30), (42, 22)),
    ],
)
def test_shapes_stand_where_the_scene_says(
    shape: Shape, inside: tuple[float, float], outside: tuple[float, float]
) -> None:
    drawn = picture(shape)
    assert colour_at(drawn, *inside) == PRIMARY
    assert colour_at(drawn, *outside) == PAPER


def test_a_light_fill_lets_the_paper_through() -> None:
    red = colour_at(picture(Rect(0, 0, 100, 60, Fill("primary", 0.5))), 50, 30)
    assert isinstance(red, tuple)
    assert PRIMARY[0] < red[0] < PAPER[0]


@pytest.mark.parametrize(("anchor", "left", "right"), [("start", 50, 70), ("middle", 40, 60), ("end", 30, 50)])
def test_text_is_anchored(anchor: str, left: float, right: float) -> None:
    drawn = picture(Text((50, 40), "mmm", 8, "primary", anchor=anchor)).convert("L")  # type: ignore[arg-type]  # an anchor by its name
    box = drawn.point(lambda value: 255 * (value < 200)).getbbox()
    assert box is not None
    scale = drawn.width / 100
    assert left - 3 <= box[0] / scale
    assert box[2] / scale <= right + 3


def test_a_tall_chart_stays_within_bounds() -> None:
    drawn = picture(height=50_000)
    assert drawn.height <= 6_000
    assert picture().width == round(100 * DOTS_PER_POINT)
