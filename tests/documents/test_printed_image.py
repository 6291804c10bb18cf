"""Pictures that documents show: only what the program keeps itself is decoded, and nothing that is too large."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from io import BytesIO

import pytest
from PIL import Image

from advisor_app.documents.printed_image import fitted_image, printed_image, printed_size
from advisor_app.domain.errors import AdvisorError, Problem


def written(kind: str) -> bytes:
    content = BytesIO()
    Image.new("RGB", (30, 20), "red").save(content, kind)
    return content.getvalue()


def huge() -> bytes:
    """A PNG that says it has 121 million pixels."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", 11_000, 11_000, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(100))) + chunk(b"IEND", b"")


REFUSED: dict[str, Callable[[], bytes]] = {
    "nothing": lambda: b"",
    "a text": lambda: b"Guten Tag",
    "a program for printers": lambda: written("EPS"),
    "a format that nothing is kept in": lambda: written("TIFF"),
    "half a picture": lambda: written("PNG")[:60],
    "too many pixels": huge,
}


@pytest.mark.parametrize("name", REFUSED)
def test_it_is_refused_by_name(name: str) -> None:
    with pytest.raises(AdvisorError) as raised:
        printed_image(REFUSED[name](), "Logo der Gemeinde")
    assert raised.value.problem is Problem.PICTURE_UNREADABLE
    assert raised.value.details == {"file": "Logo der Gemeinde"}


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_what_is_kept_is_shown(kind: str) -> None:
    assert printed_image(written(kind), "Logo").size == (30, 20)


@pytest.mark.parametrize("size", [(1, 2560), (2560, 1)])
def test_of_a_line_at_least_a_point_is_printed(size: tuple[int, int]) -> None:
    """A logo one pixel wide kept every document of the house from being made."""
    image = Image.new("RGB", size, "red")
    width, height = printed_size(image, width=200.0, greatest_height=12.0)
    assert width > 0 < height
    assert min(fitted_image(image, width).size) >= 1
