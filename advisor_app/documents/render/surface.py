"""What boxes draw on: pages with the origin at the top left, every stroke either part of the story or an artifact."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from io import BytesIO

from PIL.Image import Image
from reportlab.lib.colors import Color, HexColor
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from advisor_app.charts.scene import Scene
from advisor_app.documents.blocks import ChipState, LevelChip
from advisor_app.documents.form_blocks import TextField
from advisor_app.documents.paper_blocks import TickBox
from advisor_app.documents.render.chart import draw_scene
from advisor_app.documents.render.field_place import FieldPlace, Option, Place
from advisor_app.documents.render.fonts import REGULAR, SEMIBOLD
from advisor_app.documents.render.links import Links, anchor_key
from advisor_app.documents.render.stretches import Bit, Stretch, stretches
from advisor_app.documents.render.structure import Content, Element
from advisor_app.documents.render.typesetting import Line, Look, Target, Whole
from advisor_app.documents.theme import PaperTheme

ASCENT = 1.024
"""Height of the typeface's line above the baseline, as a share of the size."""

DESCENT = 0.4
"""The same below the baseline."""

CAP_HEIGHT = 0.66
"""Height of capitals and figures."""

_UNDERLINE = 0.84
"""Where in a line the rule below a link stands, as a share of its height."""


@dataclass(frozen=True, slots=True)
class TickPlace:
    """A box to tick with its upper left corner; its element knows whether it is ticked."""

    element: Element
    x: float
    y: float


class Surface:
    """The pages of one document while they are drawn. Lengths are points, y runs down from the page's top."""

    def __init__(self, canvas: Canvas, theme: PaperTheme, page_of: Mapping[str, int]) -> None:
        self.theme = theme
        self.page_of = page_of
        self.links = Links()
        self.places: dict[str, tuple[int, float]] = {}
        self.fields: list[FieldPlace] = []
        self.marked: list[list[Element]] = [[]]
        self._within: dict[tuple[Element, Target | Whole], Element] = {}
        self._canvas = canvas
        self._artifact = False

    # Pages and places

    def finish_page(self) -> None:
        """End this page and begin the next."""
        self._canvas.showPage()
        self.marked.append([])

    def bookmark(self, key: str, title: str, depth: int, y: float, anchor: str = "") -> None:
        """Make a place known under a key and list it among the bookmarks; ``depth`` 0 is the outermost."""
        top = self._from_top(y)
        self.places[key] = (self._page, top)
        if anchor:
            self.places[anchor_key(anchor)] = (self._page, top)
        self._canvas.bookmarkHorizontalAbsolute(key, top)
        self._canvas.addOutlineEntry(title, key, depth, closed=depth > 0)

    def link(self, key: str, element: Element, words: str, place: tuple[float, float, float, float]) -> None:
        """Make a rectangle (x, y, width, height) lead to a bookmark."""
        self.links.add_heading(self._page, element, words, key, self._place(*place))

    def field(self, field: Option | TextField, element: Element, place: tuple[float, float, float, float]) -> None:
        """Keep a rectangle (x, y, width, height) for a field, or for one option of it."""
        self.fields.append(FieldPlace(self._page, element, field, self._place(*place)))

    # What is part of the story, and what is not

    @contextmanager
    def content(self, element: Element) -> Iterator[None]:
        """Whatever is drawn inside belongs to the element, unless it stands in an artifact."""
        if self._artifact:
            yield
            return
        numbers = self.marked[-1]
        self._write(f"/{element.role} <</MCID {len(numbers)}>> BDC")
        element.children.append(Content(self._page, len(numbers)))
        numbers.append(element)
        yield
        self._write("EMC")

    @contextmanager
    def artifact(self, kind: str = "Layout") -> Iterator[None]:
        """Whatever is drawn inside is decoration or repetition that nobody needs to hear."""
        if self._artifact:
            yield
            return
        self._artifact = True
        self._write(f"/Artifact <</Type /{kind}>> BDC")
        yield
        self._write("EMC")
        self._artifact = False

    # Drawing

    def lines(
        self, lines: Sequence[Line], element: Element, x: float, y: float, leading: float, shift: float, width: float
    ) -> None:
        """Draw lines of text from (x, y) down; ``shift`` 0 sets them left, 0.5 centred, 1 right in the width."""
        placed = [(line, x + shift * (width - line.width), y + index * leading) for index, line in enumerate(lines)]
        for stretch in stretches(placed):
            part = element if self._artifact else self._part_of(element, stretch, leading)
            match stretch.box:
                case None:
                    self._text(stretch, part, leading)
                case LevelChip():
                    self._chip(stretch.box, part, stretch.bits[0], leading)
                case TickBox():
                    self._tick(stretch.box, part, stretch.bits[0], leading)

    def rule(self, x: float, y: float, width: float, weight: float, role: str) -> None:
        """A horizontal rule whose middle lies at y."""
        self._straight((x, y), (x + width, y), weight, role)

    def upright(self, x: float, y: float, height: float, weight: float, role: str) -> None:
        """A vertical rule whose middle lies at x."""
        self._straight((x, y), (x, y + height), weight, role)

    def panel(
        self,
        place: tuple[float, float, float, float],
        radius: float,
        fill: str,
        stroke: str | None = None,
        *,
        dashed: bool = False,
    ) -> None:
        """A rectangle (x, y, width, height) with rounded corners."""
        x, y, width, height = place
        with self.artifact():
            self._canvas.setFillColor(_colour(self.theme.colour(fill)))
            if stroke is not None:
                self._canvas.setStrokeColor(_colour(self.theme.colour(stroke)))
                self._canvas.setLineWidth(self.theme.tokens.line["rule"])
                self._canvas.setDash([2, 1.5] if dashed else [])
            bottom = self.theme.sheet.height - y - height
            self._canvas.roundRect(x, bottom, width, height, radius, stroke=int(stroke is not None), fill=1)

    def writing_lines(self, element: Element, x: float, heights: Iterable[float], width: float) -> None:
        """Lines to write on, as content of their element."""
        with self.content(element):
            self._stroke("line_strong", self.theme.tokens.line["hairline"])
            for y in heights:
                self._canvas.line(x, self._from_top(y), x + width, self._from_top(y))

    def tick_boxes(self, boxes: Iterable[TickPlace], size: float) -> None:
        """Boxes to tick, each as content of its element; the pen is set once for all of them."""
        self._canvas.setLineJoin(1)
        self._stroke("ink2", self.theme.tokens.line["tick_box"])
        for box in boxes:
            with self.content(box.element):
                self._canvas.rect(box.x, self._from_top(box.y + size), size, size)
                if box.element.tick:
                    self._check(box.x, box.y, size)

    def _check(self, x: float, y: float, size: float) -> None:
        """The tick itself, as thick as a pen's."""
        self._canvas.saveState()
        self._stroke("ink", 2 * self.theme.tokens.line["tick_box"])
        path = self._canvas.beginPath()
        path.moveTo(x + size * 0.2, self._from_top(y + size * 0.55))
        path.lineTo(x + size * 0.42, self._from_top(y + size * 0.78))
        path.lineTo(x + size * 0.82, self._from_top(y + size * 0.2))
        self._canvas.drawPath(path)
        self._canvas.restoreState()

    def picture(self, image: Image | BytesIO, element: Element, x: float, y: float, size: tuple[float, float]) -> None:
        """Draw a picture (pixels or a PNG or JPEG file) with its top left corner at (x, y), so wide and high."""
        width, height = size
        bottom = self._from_top(y + height)
        element.bounds = (x, bottom, x + width, bottom + height)
        with self.content(element):
            self._canvas.drawImage(ImageReader(image), x, bottom, width, height)

    def bars(self, bars: Iterable[Place]) -> None:
        """Black rectangles (x, y, width, height) that a machine reads."""
        with self.artifact():
            self._canvas.setFillColor(_colour(self.theme.colour("ink")))
            path = self._canvas.beginPath()
            for x, y, width, height in bars:
                path.rect(x, self._from_top(y + height), width, height)
            self._canvas.drawPath(path, stroke=0, fill=1)

    def scene(self, scene: Scene, element: Element, x: float, y: float, scale: float) -> None:
        """Draw a chart with its top left corner at (x, y)."""
        top = self._from_top(y)
        element.bounds = (x, top - scene.height * scale, x + scene.width * scale, top)
        with self.content(element):
            self._canvas.saveState()
            self._canvas.translate(x, top)
            self._canvas.scale(scale, scale)
            draw_scene(self._canvas, scene, self.theme.tokens, 0, 0)
            self._canvas.restoreState()

    # Inside

    @property
    def _page(self) -> int:
        return len(self.marked) - 1

    def _write(self, operators: str) -> None:
        # ReportLab has no public way to mark content; this one line is the seam.
        self._canvas._code.append(operators)  # type: ignore[attr-defined]  # noqa: SLF001 — ReportLab has no other way

    def _straight(self, start: tuple[float, float], end: tuple[float, float], weight: float, role: str) -> None:
        with self.artifact():
            self._stroke(role, weight)
            self._canvas.line(start[0], self._from_top(start[1]), end[0], self._from_top(end[1]))

    def _stroke(self, role: str, weight: float) -> None:
        self._canvas.setStrokeColor(_colour(self.theme.colour(role)))
        self._canvas.setLineWidth(weight)
        self._canvas.setDash([])

    def _part_of(self, element: Element, stretch: Stretch, leading: float) -> Element:
        """The part of an element that a stretch belongs to; links and parted words are parts of their own."""
        if stretch.target is not None:
            element = self._inner(element, stretch.target, Element(role="Link"))
            self._note_link(element, stretch.target, stretch, leading)
        if stretch.whole is not None:
            element = self._inner(element, stretch.whole, Element(role="Span", actual=stretch.whole.text))
        return element

    def _inner(self, element: Element, what: Target | Whole, new: Element) -> Element:
        if (element, what) not in self._within:
            element.children.append(new)
            self._within[element, what] = new
        return self._within[element, what]

    def _note_link(self, element: Element, target: Target, stretch: Stretch, leading: float) -> None:
        for x, y, width in stretch.rows():
            self.links.add_target(self._page, element, target, self._place(x, y, width, leading))
            self.rule(x, y + leading * _UNDERLINE, width, self.theme.tokens.line["hairline"], "primary")

    def _text(self, stretch: Stretch, element: Element, leading: float) -> None:
        with self.content(element):
            text = self._canvas.beginText()
            look: Look | None = None
            line: float | None = None
            for bit in stretch.bits:
                piece = bit.piece
                if bit.y != line:
                    line = bit.y
                    text.setTextOrigin(bit.x, self._baseline(bit.y, leading, piece.look.size))
                if piece.look != look:
                    look = piece.look
                    text.setFont(look.face.name, look.size)
                    text.setFillColor(_colour(self.theme.colour(look.ink)))
                text.textOut(str(piece.content))
            self._canvas.drawText(text)

    def _chip(self, chip: LevelChip, element: Element, bit: Bit, leading: float) -> None:
        """A box around the middle of a line with its figure; read aloud as the chip's words."""
        look, size = bit.piece.look, bit.piece.width
        middle = self._baseline(bit.y, leading, look.size) + look.size * CAP_HEIGHT / 2
        place = (bit.x, self._from_top(middle) - size / 2, size, size)
        radius = self.theme.tokens.radius["level"]
        if isinstance(chip.mark, ChipState):
            self.panel(place, radius, "paper", "line_strong", dashed=chip.mark is not ChipState.NOT_APPLICABLE)
            figure, ink = chip.mark.value, "ink2"
        else:
            level = f"level.{chip.mark}"
            self.panel(place, radius, f"{level}.fill", f"{level}.stroke")
            figure, ink = str(chip.mark), f"{level}.text"
        spoken = element if self._artifact else element.add("Span", actual=chip.words)
        font = self.theme.tokens.type["table"].size
        width = SEMIBOLD.width(figure, font)
        with self.content(spoken):
            text = self._canvas.beginText()
            text.setTextOrigin(bit.x + (size - width) / 2, middle - font * CAP_HEIGHT / 2)
            text.setFont(SEMIBOLD.name, font)
            text.setFillColor(_colour(self.theme.colour(ink)))
            text.textOut(figure or " ")
            self._canvas.drawText(text)

    def _tick(self, box: TickBox, element: Element, bit: Bit, leading: float) -> None:
        """A box to tick around the middle of a line."""
        form = element if self._artifact else element.add("Form", alternative=box.words)
        form.tick = box.ticked
        size = bit.piece.width
        self.tick_boxes((TickPlace(form, bit.x, bit.y + (leading - size) / 2),), size)

    def _place(self, x: float, y: float, width: float, height: float) -> Place:
        lower = self._from_top(y + height)
        return x, lower, x + width, lower + height

    def _baseline(self, y: float, leading: float, size: float) -> float:
        """Height above the page's lower edge of the baseline in a line that begins at y."""
        return self._from_top(y + (leading - (ASCENT + DESCENT) * size) / 2 + ASCENT * size)

    def _from_top(self, y: float) -> float:
        return self.theme.sheet.height - y


def initial_font() -> str:
    """Name of the font a page begins with, so that no other one is listed in the file."""
    return REGULAR.name


@cache
def _colour(value: str) -> Color:
    return HexColor(value)
