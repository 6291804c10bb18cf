"""Charts on paper: the same picture as on screen, as vectors, with words that can be found and copied."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from PIL import Image, ImageChops
from pypdf import PdfReader
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtPdf import QPdfDocument
from reportlab.pdfgen.canvas import Canvas

from advisor_app.charts.palette import load_theme
from advisor_app.charts.scene import Scene, Text
from advisor_app.documents.render.chart import draw_scene
from advisor_app.documents.render.fonts import register_fonts
from advisor_app.texts import load_texts
from advisor_app.ui.widgets.scene_painter import ScenePainter
from tests.charts.examples.all_charts import CHARTS

PAPER = load_theme("paper")
WIDTH, SCALE = 467, 4


def scene_of(name: str) -> Scene:
    return CHARTS[name].scene(WIDTH, PAPER.chart, load_texts("de"))


def on_paper(scene: Scene) -> bytes:
    """A PDF whose only page is the scene."""
    register_fonts()
    height = int(scene.height) + 1
    file = BytesIO()
    canvas = Canvas(file, pagesize=(WIDTH, height), invariant=1)
    draw_scene(canvas, scene, PAPER, 0, height)
    canvas.showPage()
    canvas.save()
    return file.getvalue()


def rendered(pdf: bytes, scale: int) -> QImage:
    """The only page of a PDF as an image on white."""
    buffer = QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    page = document.render(0, (document.pagePointSize(0) * scale).toSize())
    document.close()
    image = QImage(page.size(), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.drawImage(0, 0, page)
    painter.end()
    return image


def grey(image: QImage) -> Image.Image:
    plain = image.convertToFormat(QImage.Format.Format_Grayscale8)
    size = (plain.width(), plain.height())
    return Image.frombytes("L", size, bytes(plain.constBits()), "raw", "L", plain.bytesPerLine())


def paper_pixels(scene: Scene) -> Image.Image:
    return grey(rendered(on_paper(scene), SCALE))


def screen_pixels(scene: Scene) -> Image.Image:
    image = QImage(WIDTH * SCALE, (int(scene.height) + 1) * SCALE, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.scale(SCALE, SCALE)
    ScenePainter(PAPER).paint(painter, scene)
    painter.end()
    return grey(image)


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
    pdf = on_paper(scene)
    page = PdfReader(BytesIO(pdf)).pages[0]
    found = page.extract_text()
    for shape in scene.shapes:
        if isinstance(shape, Text):
            assert shape.text in found
    embedded = set(re.findall(rb"/BaseFont /\w+\+(SourceSans3-\w+)", pdf))
    assert embedded == {b"SourceSans3-Regular", b"SourceSans3-SemiBold"}
    assert not page.images


def test_equal_scenes_give_equal_bytes() -> None:
    assert on_paper(scene_of("level bars")) == on_paper(scene_of("level bars"))


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("name", ["radar with a gap", "level bars", "gantt"])
def test_what_is_drawn_next_starts_afresh(name: str) -> None:
    register_fonts()
    file = BytesIO()
    canvas = Canvas(file, pagesize=(WIDTH, 800))
    draw_scene(canvas, scene_of(name), PAPER, 0, 800)
    canvas.rect(0, 0, 20, 20, stroke=0, fill=1)
    canvas.save()
    assert QColor(rendered(file.getvalue(), 1).pixel(10, 790)) == QColor("black")
