"""Writes the small pictures that the window's style sheet names: ``python -m installers.theme_marks``.

Qt's style sheets take pictures from files only. Shipped ones leave nothing behind on the user's machine; they are to
be written anew when an icon or a colour of a theme has changed, which a test tells.
"""

from __future__ import annotations

from collections.abc import Mapping

from advisor_app.charts.palette import load_theme
from advisor_app.ui.shell.icon_engine import coloured_svg
from advisor_app.ui.shell.style_sheet import MARKS, mark_file, marks_folder


def pictures() -> Mapping[str, str]:
    """Every picture by the name of its file."""
    found = {}
    for theme in (load_theme("light"), load_theme("dark")):
        for icon, role in MARKS.values():
            colour = theme.colour(role)
            found[mark_file(icon, colour).name] = coloured_svg(icon, colour)
    return found


def main() -> None:
    """Write them, and take away what no theme needs any more."""
    folder, wanted = marks_folder(), pictures()
    folder.mkdir(exist_ok=True)
    for file in folder.iterdir():
        if file.name not in wanted:
            file.unlink()
    for name, svg in wanted.items():
        (folder / name).write_text(svg, encoding="utf-8")


if __name__ == "__main__":
    main()
