"""The colour and the logos of a house on paper, and which colours everybody can read."""

from __future__ import annotations

import colorsys
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Final

from advisor_app.charts.palette import Theme

LEAST_CONTRAST: Final = 4.5
"""Contrast that text needs against its ground (WCAG 2.2, 1.4.3)."""

_COLOUR = re.compile(r"#[0-9A-F]{6}")
_STEPS = 400
_SOFT = 0.12
_MIDDLE = 0.26
"""Shares of the accent in the tints that lie below text and in bars of second rank."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Logo:
    """A picture (bytes of a PNG or JPEG file) and the words for those who do not see it."""

    content: bytes = field(repr=False)
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Brand:
    """What makes documents one house's: an accent as ``#RRGGBB`` (empty: the shipped one), and logos, left to right."""

    accent: str = ""
    logos: tuple[Logo, ...] = ()


UNBRANDED: Final = Brand()
"""The shipped look."""


def is_colour(value: str) -> bool:
    """Whether it is a colour as brands write them."""
    return _COLOUR.fullmatch(value) is not None


def contrast(one: str, other: str) -> float:
    """Contrast of two colours, 1 to 21 (WCAG 2.2)."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def least_contrast(accent: str, tokens: Theme) -> float:
    """The smaller of what words in the accent have on paper and what words on the accent have."""
    return min(contrast(accent, tokens.colour("paper")), contrast(accent, tokens.colour("on_primary")))


def darkened(accent: str, tokens: Theme) -> str:
    """The nearest darker colour of the same hue that can be read; the colour itself where it can."""
    hue, lightness, saturation = colorsys.rgb_to_hls(*_channels(accent))
    for step in range(_STEPS + 1):
        found = _written(*colorsys.hls_to_rgb(hue, lightness * (1 - step / _STEPS), saturation)) if step else accent
        if least_contrast(found, tokens) >= LEAST_CONTRAST:
            return found
    raise AssertionError("black can be read on paper")


def branded(tokens: Theme, accent: str) -> Theme:
    """The theme with another accent; the ramp of levels and all colours of warning stay."""
    if not accent:
        return tokens
    deep = _mixed(accent, "#000000", 0.7)
    changed: Mapping[str, str] = {
        "primary": accent,
        "primary_hover": _mixed(accent, "#000000", 0.85),
        "primary_pressed": deep,
        "primary_soft": _mixed(accent, tokens.colour("paper"), _SOFT),
        "primary_soft_hover": _mixed(accent, tokens.colour("paper"), _SOFT / 2),
        "focus": accent,
        "gantt.a.fill": accent,
        "gantt.a.stroke": accent,
        "gantt.b.fill": _mixed(accent, tokens.colour("paper"), _MIDDLE),
        "gantt.b.stroke": accent,
        "gantt.b.text": deep,
    }
    return replace(tokens, colours=MappingProxyType({**tokens.colours, **changed}))


def _luminance(colour: str) -> float:
    red, green, blue = (
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in _channels(colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _channels(colour: str) -> tuple[float, float, float]:
    red, green, blue = bytes.fromhex(colour[1:7])
    return red / 255, green / 255, blue / 255


def _mixed(colour: str, ground: str, share: float) -> str:
    """So large a share of one colour in another."""
    red, green, blue = (
        one * share + other * (1 - share) for one, other in zip(_channels(colour), _channels(ground), strict=True)
    )
    return _written(red, green, blue)


def _written(red: float, green: float, blue: float) -> str:
    return "#" + "".join(f"{round(value * 255):02X}" for value in (red, green, blue))
