"""What pictures and samples are made with, so that a second run makes the same."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO

from PIL import Image

from advisor_app.services.preferences import Preferences

PREFERENCES = Preferences(adviser="J. Albers", provider="Beratungsteam Mitte")
COLOURS = 256


class FixedClock:
    """Monday, 30.11.2026, 10:42:07 in Hesse, for ever."""

    def now(self) -> datetime:
        """This instant, aware, in UTC."""
        return datetime(2026, 11, 30, 9, 42, 7, tzinfo=UTC)


def small_png(picture: Image.Image) -> bytes:
    """A PNG with a palette: a third of the size, and no difference that an eye can see."""
    reduced = picture.convert("RGB").quantize(COLOURS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    target = BytesIO()
    reduced.save(target, "PNG", optimize=True)
    return target.getvalue()
