"""Charts on paper: the same picture as on screen, as vectors, with words that can be found and copied."""

from __future__ import annotations

from io import BytesIO

import pypdfium2
import pytest
from PIL import Image, ImageChops
from pypdf import PdfReader
from PySide6.QtGui import QColor, QImage, QPainter
from reportlab.pdfgen.canvas import Canvas

from advisor_app.charts.palette import load_theme
from advisor_app.charts.scene import Scene, Text
from advisor_app.documents.render.chart import draw_scene
from advisor_app.documents.render.fonts import register_fonts
from advisor_app.texts import load_texts
from advisor_app.ui.widgets.scene_painter import ScenePainter
from tests.charts.examples import CHARTS

PAPER = load_theme("paper")
WIDTH, SCALE = 467, 4


def scene_of(name: str) -> Scene:
    return CHARTS[name].scene(WIDTH, PAPER.chart, load_texts("de"))


def on_paper(scene: Scene) -> bytes:
    """A PDF whose only page is the scene."""
    register_fonts()
    height = int(scene.height) + 1
    file = BytesIO()
    canvas = Canvas(file, pagesize=(WIDTH, height), invariant=True, initialFontName="SourceSans3-Regular")
    draw_scene(canvas, scene, PAPER, 0, height)
    canvas.showPage()
    canvas.save()
    return file.getvalue()


def paper_pixels(scene: Scene) -> Image.Image:
    page = pypdfium2.PdfDocument(on_paper(scene))[0]
    return page.render(scale=SCALE).to_pil().convert("L")


def screen_pixels(scene: Scene) -> Image.Image:
    image = QImage(WIDTH * SCALE, (int(scene.height) + 1) * SCALE, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.scale(SCALE, SCALE)
    ScenePainter(PAPER).paint(painter, scene)
    painter.end()
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    size = (grey.width(), grey.height())
    return Image.frombytes("L", size, bytes(grey.constBits()), "raw", "L", grey.bytesPerLine())


def differing_share(one: Image.Image, other: Image.Image) -> float:
    """Share of pixels that differ by more than half the range from black to white."""
    size = (min(one.width, other.width), min(one.height, other.height))
    histogram = ImageChops.difference(one.crop((0, 0, *size)), other.crop((0, 0, *size))).histogram()
    return sum(histogram[128:]) / sum(histogram)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("name", [name for name in CHARTS if not name.startswith("empty")])
def test_screen_and_paper_show_the_same_picture(name: str) -> None:
    scene = scene_of(name)
    assert differing_share(screen_pixels(scene), paper_pixels(scene)) < 0.005


@pytest.mark.usefixtures("qapp")
def test_the_comparison_notices_another_picture() -> None:
    assert differing_share(screen_pixels(scene_of("radar")), paper_pixels(scene_of("radar with a gap"))) > 0.005


def test_words_are_text_in_the_embedded_font_and_nothing_is_an_image() -> None:
    scene = scene_of("gantt")
    page = PdfReader(BytesIO(on_paper(scene))).pages[0]
    found = page.extract_text()
    for shape in scene.shapes:
        if isinstance(shape, Text):
            assert shape.text in found
    fonts = [font["/BaseFont"] for font in page["/Resources"]["/Font"].values()]
    assert all("+SourceSans3" in font for font in fonts)
    assert not page.images


def test_equal_scenes_give_equal_bytes() -> None:
    assert on_paper(scene_of("level bars")) == on_paper(scene_of("level bars"))


@pytest.mark.parametrize("name", ["radar with a gap", "level bars", "gantt"])
def test_what_is_drawn_next_starts_afresh(name: str) -> None:
    register_fonts()
    file = BytesIO()
    canvas = Canvas(file, pagesize=(WIDTH, 800))
    draw_scene(canvas, scene_of(name), PAPER, 0, 800)
    canvas.rect(0, 0, 20, 20, stroke=0, fill=1)
    canvas.save()
    page = pypdfium2.PdfDocument(file.getvalue())[0].render(scale=1).to_pil().convert("L")
    assert page.getpixel((10, 790)) == 0
