"""Style and script of the page, which carries both itself, and the header that lets nothing else in."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import sha256

from advisor_app.charts.palette import Theme, load_theme
from advisor_app.resources_folder import resources_folder

_ROLES = (
    "ground",
    "paper",
    "sunken",
    "ink",
    "ink2",
    "line",
    "line_strong",
    "primary",
    "primary_pressed",
    "primary_soft",
    "on_primary",
    "focus",
    "error",
    "error_soft",
    "success",
    "success_soft",
)
_PIXELS = 16  # of one rem, so that sizes grow with the phone's own


@dataclass(frozen=True, slots=True)
class Look:
    """What stands in every page, and its Content-Security-Policy."""

    style: str
    script: str
    policy: str


@cache
def load_look() -> Look:
    """The look with the tokens of the light and of the dark theme."""
    folder = resources_folder() / "phone_poll"
    light, dark = load_theme("light"), load_theme("dark")
    style = "\n".join(
        (
            f":root {{ color-scheme: light dark; {' '.join((*_colours(light), *_sizes(light)))} }}",
            f"@media (prefers-color-scheme: dark) {{ :root {{ {' '.join(_colours(dark))} }} }}",
            (folder / "page.css").read_text(encoding="utf-8"),
        )
    )
    script = (folder / "page.js").read_text(encoding="utf-8")
    policy = (
        f"default-src 'none'; style-src {_source(style)}; script-src {_source(script)}; connect-src 'self'; "
        "img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    )
    return Look(style=style, script=script, policy=policy)


def _source(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _colours(theme: Theme) -> Iterator[str]:
    for role in _ROLES:
        yield f"--{role.replace('_', '-')}: {theme.colour(role)};"
    for level in range(5):
        for part in ("fill", "text", "stroke"):
            yield f"--l{level}-{part}: {theme.colour(f'level.{level}.{part}')};"


def _sizes(theme: Theme) -> Iterator[str]:
    for name, pixels in theme.space.items():
        yield f"--{name}: {pixels / _PIXELS:g}rem;"
    yield f"--corner: {theme.radius['card'] / _PIXELS:g}rem;"
    for kind in ("body", "emphasised", "section", "page"):
        style = theme.type[kind]
        size, line = style.size / _PIXELS, style.line / style.size
        yield f"--{kind}: {style.weight} {size:g}rem/{line:.4g} system-ui, sans-serif;"
