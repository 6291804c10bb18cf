"""Photos and screenshots as they are kept: upright, of a bounded size, and without a word about where and with what.

A picture is always decoded and written anew, so that nothing but its pixels is left of what a stranger has sent.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING, BinaryIO, Final

from advisor_app.domain.errors import AdvisorError, Problem

if TYPE_CHECKING:
    from PIL.Image import Exif, Image

LONGEST_EDGE = 2560
"""Pixels of a kept picture's longer side at most: enough to read a flipchart, small enough for a hundred a day."""
MOST_PIXELS = 89_000_000
"""JPEG pictures with more pixels are refused before they are decoded."""
MOST_PIXELS_AT_ONCE = 50_000_000
"""The same for the other formats, which cannot be decoded at a reduced size."""
JPEG, PNG = "image/jpeg", "image/png"
_QUALITY = 85
_FIRST_YEAR, _LAST_YEAR = 1990, 2999  # else the camera's clock was never set
# Nothing that runs a program (EPS) or that no camera and no screen makes.
_FORMATS: Final = ("JPEG", "PNG", "WEBP", "TIFF", "BMP", "GIF", "AVIF")
_DRAWN = frozenset({"PNG", "BMP", "GIF"})
_HEIC_BRANDS = frozenset({b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1"})
_JPEG_START = b"\xff\xd8\xff"
_STARTS = (_JPEG_START, b"\x89PNG\r\n", b"GIF8", b"BM", b"II*\x00", b"MM\x00*")
_DETAILS, _TAKEN, _OFFSET, _CHANGED = 0x8769, 0x9003, 0x9011, 0x0132  # of EXIF 2.32


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture as it is kept. ``taken_at`` is aware where the camera told its offset, else its local time."""

    content: bytes
    media_type: str
    taken_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pixels:
    """A picture to be painted: rows of RGBA bytes without gaps."""

    width: int
    height: int
    rgba: bytes


def is_picture(beginning: bytes) -> bool:
    """Whether content begins as a picture does; it may still turn out to be none."""
    wrapped = beginning[:4] == b"RIFF" and beginning[8:12] == b"WEBP"
    return beginning.startswith(_STARTS) or wrapped or (beginning[4:8] == b"ftyp" and _brand(beginning) is not None)


def stripped(content: bytes, name: str) -> Picture:
    """A picture as it is kept, from what a camera, a telephone or the clipboard gave; ``name`` is for the sentence.

    Raises AdvisorError: PICTURE_UNREADABLE, PICTURE_TOO_LARGE, PICTURE_HEIC.
    """
    with _Opened(content, name) as image:
        taken_at = _taken_at(image.getexif())
        drawn = image.format in _DRAWN
        clean = _reduced(image, LONGEST_EDGE)
        kept, media_type = _written(clean, drawn=drawn)
    return Picture(content=kept, media_type=media_type, taken_at=taken_at)


def taken_at(source: BinaryIO) -> datetime | None:
    """When a picture was taken, as in ``Picture``, without decoding it; None also for what is no picture."""
    from PIL import Image

    try:
        with _calm(), Image.open(source, formats=_FORMATS) as image:
            return _taken_at(image.getexif())
    except Exception:  # noqa: BLE001  # a hostile file may break its reader in any way
        return None


def pixels(content: bytes, longest_edge: int) -> Pixels:
    """A kept picture, reduced for the screen; raises AdvisorError like ``stripped``."""
    with _Opened(content, "") as image:
        shown = _reduced(image, longest_edge).convert("RGBA")
        return Pixels(width=shown.width, height=shown.height, rgba=shown.tobytes())


class _Opened:
    """A picture whose size is known to be bearable; whatever goes wrong inside is told in one sentence."""

    def __init__(self, content: bytes, name: str) -> None:
        self._content = content
        self._name = name

    def __enter__(self) -> Image:
        from PIL import Image

        with ExitStack() as ending:
            ending.enter_context(_calm())
            try:
                image = ending.enter_context(Image.open(io.BytesIO(self._content), formats=_FORMATS))
            except Image.DecompressionBombError as error:
                raise self._too_large() from error
            except Exception as error:  # a hostile file may break its reader in any way
                raise self._unreadable() from error
            if image.width * image.height > self._most:
                raise self._too_large()
            self._ending = ending.pop_all()
        return image

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _trace: object) -> None:
        self._ending.close()
        if isinstance(error, Exception) and not isinstance(error, AdvisorError):
            raise self._unreadable() from error

    @property
    def _most(self) -> int:
        return MOST_PIXELS if self._content.startswith(_JPEG_START) else MOST_PIXELS_AT_ONCE

    def _too_large(self) -> AdvisorError:
        return AdvisorError(Problem.PICTURE_TOO_LARGE, file=self._name, megapixels=self._most // 1_000_000)

    def _unreadable(self) -> AdvisorError:
        heic = _brand(self._content) in _HEIC_BRANDS
        return AdvisorError(Problem.PICTURE_HEIC if heic else Problem.PICTURE_UNREADABLE, file=self._name)


@contextmanager
def _calm() -> Iterator[None]:
    """Let Pillow say nothing of odd files beside the sentence that is told of them."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def _brand(content: bytes) -> bytes | None:
    """The brand of a file of the HEIF family, None for any other."""
    brand = content[8:12] if content[4:8] == b"ftyp" else None
    return brand if brand in _HEIC_BRANDS | {b"avif", b"avis"} else None


def _reduced(image: Image, longest_edge: int) -> Image:
    """The picture upright, in the colours of a screen, no longer than ``longest_edge``, with nothing but pixels."""
    from PIL import Image as Pillow
    from PIL import ImageOps

    image.draft(None, (longest_edge, longest_edge))  # a JPEG is then decoded at an eighth to a half of its size
    upright = _in_256_steps(ImageOps.exif_transpose(image))
    upright.thumbnail((longest_edge, longest_edge), Pillow.Resampling.LANCZOS, reducing_gap=2.0)
    see_through = upright.has_transparency_data
    shown = _on_screen(upright).convert("RGBA" if see_through else "RGB")
    clean = Pillow.frombytes(shown.mode, shown.size, shown.tobytes())
    opaque = see_through and clean.getchannel("A").getextrema() == (255, 255)
    return clean.convert("RGB") if opaque else clean


def _in_256_steps(image: Image) -> Image:
    """A picture of finer greys, as scanners make them, in those of a screen: Pillow would cut off what is brighter."""
    if image.mode.startswith("I;16"):
        return image.convert("I").point(lambda grey: grey * (1 / 256)).convert("L")
    if image.mode not in {"I", "F"}:
        return image
    darkest, brightest = image.getextrema()  # nobody says what white is
    assert isinstance(darkest, int | float)  # noqa: S101  # of a picture with one channel
    assert isinstance(brightest, int | float)  # noqa: S101
    step = 255 / (brightest - darkest or 1)
    return image.convert("F").point(lambda grey: grey * step - darkest * step).convert("L")


def _on_screen(image: Image) -> Image:
    """The picture in sRGB, where it says that its colours are others."""
    profile = image.info.get("icc_profile")
    if not isinstance(profile, bytes) or image.mode not in {"RGB", "RGBA", "L", "CMYK"}:
        return image
    from PIL import ImageCms

    mode = "RGBA" if image.mode == "RGBA" else "RGB"
    with suppress(ImageCms.PyCMSError, OSError):  # a broken profile: the colours as they are
        own, screen = ImageCms.ImageCmsProfile(io.BytesIO(profile)), ImageCms.createProfile("sRGB")
        return ImageCms.profileToProfile(image, own, screen, outputMode=mode) or image
    return image


def _written(image: Image, *, drawn: bool) -> tuple[bytes, str]:
    """A photo as JPEG; what was drawn or can be seen through as PNG, unless JPEG is smaller."""
    as_png = _saved(image, "PNG") if drawn or image.mode == "RGBA" else b""
    if image.mode == "RGBA":
        return as_png, PNG
    as_jpeg = _saved(image, "JPEG", quality=_QUALITY, optimize=True)
    return (as_png, PNG) if as_png and len(as_png) <= len(as_jpeg) else (as_jpeg, JPEG)


def _saved(image: Image, kind: str, **options: int) -> bytes:
    target = io.BytesIO()
    image.save(target, kind, **options)
    return target.getvalue()


def _taken_at(exif: Exif) -> datetime | None:
    """When the picture was taken, by its camera's own clock; None where it does not tell or tells nonsense."""
    details = exif.get_ifd(_DETAILS)
    taken = _text(details.get(_TAKEN)) or _text(exif.get(_CHANGED))
    try:
        local = datetime.strptime(taken, "%Y:%m:%d %H:%M:%S")  # noqa: DTZ007  # the camera's local time
    except ValueError:
        return None
    if not _FIRST_YEAR <= local.year <= _LAST_YEAR:
        return None
    return _with_offset(local, _text(details.get(_OFFSET)))


def _with_offset(local: datetime, offset: str) -> datetime:
    try:
        ahead = datetime.strptime(offset, "%z").utcoffset() or timedelta()
    except ValueError:
        return local
    return local.replace(tzinfo=timezone(ahead))


def _text(value: object) -> str:
    return value.strip("\0 ") if isinstance(value, str) else ""
