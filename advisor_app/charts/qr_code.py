"""A QR code with the margin that readers want; the address that it holds always stands beside it in words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from advisor_app.charts.scene import ChartStyle, DataTable, Fill, Rect, Scene
from advisor_app.texts import Texts

_QUIET = 4  # modules around a code that stay empty (ISO/IEC 18004)
_DARK = re.compile("1+")
_SEVERAL = re.compile("11+")


@dataclass(frozen=True, slots=True, kw_only=True)
class QrCode:
    """A code: ``rows`` from the top, each module as 1 (dark) or 0; ``words`` is what it says.

    Meant for themes with a light ground, as on the projector: not every reader takes light codes on dark.
    """

    title: str
    words: str
    rows: tuple[str, ...]

    def scene(self, width: float, style: ChartStyle, texts: Texts) -> Scene:  # noqa: ARG002  # as all charts
        """Draw a square at a width; see :class:`~advisor_app.charts.scene.Chart`."""
        module = width / (len(self.rows) + 2 * _QUIET)
        columns = ("".join(column) for column in zip(*self.rows, strict=True))
        # runs in both directions, so that no hairline is left between two bars where edges are smoothed
        down = ((start, line, size) for line, start, size in _runs(columns, _SEVERAL))
        bars = [(line, start, 1, size) for line, start, size in _runs(self.rows, _DARK)]
        bars += [(start, line, size, 1) for start, line, size in down]
        return Scene(
            title=self.title,
            width=width,
            height=width,
            shapes=(
                Rect(0, 0, width, width, Fill("paper")),
                *(
                    Rect((x + _QUIET) * module, (y + _QUIET) * module, across * module, high * module, Fill("ink"))
                    for y, x, high, across in bars
                ),
            ),
            alternative=texts("charts.qr_code.alternative", title=self.title, words=self.words),
            table=DataTable((texts("charts.qr_code.address"),), ((self.words,),)),
        )


def _runs(lines: Iterable[str], dark: re.Pattern[str]) -> Iterator[tuple[int, int, int]]:
    """Line, start and length of each run of dark modules."""
    for number, line in enumerate(lines):
        for run in dark.finditer(line):
            yield number, run.start(), len(run[0])
