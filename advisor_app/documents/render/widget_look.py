"""How fields look before anybody has touched them, and circles when they are ticked: shared drawings of a file."""

from __future__ import annotations

import pikepdf
from pikepdf import Array, Dictionary, Name

from advisor_app.documents.render.form_font import ENCODING, width_of
from advisor_app.documents.render.forms import FONT_SIZE, FRAME, LINE
from advisor_app.documents.theme import PaperTheme

FONT_KEY = "FF"
_ASCENT = 0.85  # of the line, down to the baseline
_DOT = 0.52  # of a circle's radius
_ARC = 0.5523  # distance of the handles by which four curves make a circle
_ESCAPED = str.maketrans({"\\": r"\\", "(": r"\(", ")": r"\)"})


class WidgetLook:
    """Draws what fields show; equal drawings are made once."""

    def __init__(self, pdf: pikepdf.Pdf, font: pikepdf.Object, theme: PaperTheme) -> None:
        self._pdf = pdf
        self._fonts = Dictionary(Font=Dictionary({f"/{FONT_KEY}": font}))
        self._line = theme.tokens.line["rule"]
        self._colours = f"{_operands(theme.colour('paper'))} rg {_operands(theme.colour('ink2'))} RG {self._line} w"
        self._ink = f"{_operands(theme.colour('ink'))} rg"
        self._known: dict[tuple[float, float, str], pikepdf.Object] = {}
        self._circles: dict[tuple[float, bool], pikepdf.Object] = {}

    @property
    def typing(self) -> str:
        """The operators that text in fields is typed with."""
        return f"/{FONT_KEY} {FONT_SIZE:g} Tf {self._ink}"

    def circle(self, size: float, *, ticked: bool) -> pikepdf.Object:
        """An option of a choice."""
        if (size, ticked) not in self._circles:
            self._circles[size, ticked] = self._circle(size, ticked=ticked)
        return self._circles[size, ticked]

    def _circle(self, size: float, *, ticked: bool) -> pikepdf.Object:
        middle, radius = size / 2, size / 2 - self._line / 2
        drawing = f"{self._colours} {_circle(middle, radius)} b"
        if ticked:
            drawing += f" {self._ink} {_circle(middle, radius * _DOT)} f"
        return self._drawn(size, size, drawing)

    def written(self, width: float, height: float, text: str) -> pikepdf.Object:
        """What stands in a field to write in."""
        return self._drawn(width, height, f"/Tx BMC{self._typed(width, height, text)} EMC")

    def _typed(self, width: float, height: float, text: str) -> str:
        if not text:
            return ""
        lines = "".join(f" ({line.translate(_ESCAPED)}) '" for line in _lines(text, width - 2 * FRAME))
        top = height - FRAME - LINE * _ASCENT + LINE
        clip = f"{FRAME} {FRAME} {width - 2 * FRAME:.2f} {height - 2 * FRAME:.2f} re W n"
        return f" q {clip} BT {self.typing} {LINE:g} TL {FRAME} {top:.2f} Td{lines} ET Q"

    def _drawn(self, width: float, height: float, drawing: str) -> pikepdf.Object:
        key = (width, height, drawing)
        if key not in self._known:
            self._known[key] = self._pdf.make_stream(
                drawing.encode(ENCODING, "replace"),
                Type=Name.XObject,
                Subtype=Name.Form,
                BBox=Array([0, 0, width, height]),
                Resources=self._fonts,
            )
        return self._known[key]


def _lines(text: str, width: float) -> list[str]:
    """A text broken between words, as readers will break it again once it is touched."""
    lines: list[str] = []
    for paragraph in text.splitlines():
        line = ""
        for word in paragraph.split(" "):
            longer = f"{line} {word}" if line else word
            if line and width_of(longer, FONT_SIZE) > width:
                lines.append(line)
                longer = word
            line = longer
        lines.append(line)
    return lines


def _circle(middle: float, radius: float) -> str:
    low, high, handle = middle - radius, middle + radius, _ARC * radius
    down, up = middle - handle, middle + handle
    corners = (
        (high, middle),
        (high, up, up, high, middle, high),
        (down, high, low, up, low, middle),
        (low, down, down, low, middle, low),
        (up, low, high, down, high, middle),
    )
    start, *curves = (" ".join(f"{value:.2f}" for value in corner) for corner in corners)
    return " ".join((f"{start} m", *(f"{curve} c" for curve in curves)))


def _rgb(colour: str) -> tuple[float, ...]:
    return tuple(int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))


def _operands(colour: str) -> str:
    return " ".join(f"{value:.3f}" for value in _rgb(colour))
