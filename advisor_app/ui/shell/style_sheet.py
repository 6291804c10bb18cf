"""The style sheet of the window, made from the tokens of a theme."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from string import Template

from advisor_app.charts.palette import Theme
from advisor_app.override import override
from advisor_app.resources_folder import resources_folder

MARKS = {
    "check": ("check", "on_primary"),
    "check_disabled": ("check", "ink3"),
    "down": ("chevron-down", "ink2"),
    "up": ("chevron-up", "ink2"),
    "left": ("chevron-left", "ink2"),
    "right": ("chevron-right", "ink2"),
}
"""The small pictures of the sheet: the icon of each and the role of its colour."""


def marks_folder() -> Path:
    """Where the pictures lie; ``installers/theme_marks.py`` writes them."""
    return resources_folder() / "theme" / "marks"


def mark_file(icon: str, colour: str) -> Path:
    """The picture of an icon in a colour (``#RRGGBB``)."""
    return marks_folder() / f"{icon}-{colour.removeprefix('#')}.svg"


class StyleSheet:
    """Fills in ``window.qss``; all lengths grow with the zoom.

    Colours go by role, sizes by section and name, ``px_7`` is any other length, ``mark_check`` and the like are small
    pictures, which Qt's style sheets take only from files.
    """

    def __init__(self) -> None:
        self._template = Template((resources_folder() / "theme" / "window.qss").read_text(encoding="utf-8"))

    def filled(self, theme: Theme, zoom: int) -> str:
        """The sheet of a theme at a zoom in percent; KeyError for a name that is no token."""
        return self._template.substitute(_Tokens(theme, zoom))


class _Tokens(Mapping[str, str]):
    def __init__(self, theme: Theme, zoom: int) -> None:
        self._theme = theme
        self._zoom = zoom

    @override
    def __getitem__(self, name: str) -> str:
        section, _, rest = name.partition("_")
        if section == "px":
            return self._pixels(float(rest))
        if section == "mark":
            return self._mark(*MARKS[rest])
        if section in ("space", "size", "radius", "line"):
            lengths: Mapping[str, float] = getattr(self._theme, section)
            if rest in lengths:
                return self._pixels(lengths[rest])
        return self._theme.colour(name if name in self._theme.colours else name.replace("_", "."))

    @override
    def __iter__(self) -> Iterator[str]:
        return iter(self._theme.colours)

    @override
    def __len__(self) -> int:
        return len(self._theme.colours)

    def _pixels(self, length: float) -> str:
        return f"{max(1, round(length * self._zoom / 100))}px"

    def _mark(self, icon: str, role: str) -> str:
        return f'url("{mark_file(icon, self._theme.colour(role)).as_posix()}")'
