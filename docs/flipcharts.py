"""Drawn flipcharts for the pictures of the handbook: photos as a camera would bring them, without anybody on them."""

from __future__ import annotations

from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

_SIZE = (1600, 1200)
_PAPER, _INK = (238, 236, 228), (34, 48, 66)
_NOTES = ((250, 221, 110), (158, 208, 236), (244, 172, 165), (176, 220, 170))
_EXIF_DETAILS, _EXIF_TAKEN = 0x8769, 0x9003


def draw_flipchart(file: Path, title: str, notes: int, taken: str, font: Path) -> Path:
    """Write a photo of a sheet with a title and some notes; ``taken`` as cameras write it (2026:11:30 10:15:00)."""
    image = Image.new("RGB", _SIZE, _PAPER)
    pen = ImageDraw.Draw(image)
    pen.text((120, 90), title, fill=_INK, font=ImageFont.truetype(font, 110))
    pen.line((120, 240, 1480, 240), fill=_INK, width=5)
    for number in range(notes):
        left, top = 140 + number % 4 * 345, 320 + number // 4 * 270 + number % 2 * 36
        pen.rectangle((left, top, left + 270, top + 190), fill=_NOTES[(number + notes) % len(_NOTES)])
        for line in range(3):
            pen.line((left + 30, top + 50 + line * 45, left + 220 - line * 40, top + 50 + line * 45), _INK, 6)
    told = Image.Exif()
    told.get_ifd(_EXIF_DETAILS)[_EXIF_TAKEN] = taken
    image.save(file, exif=told, quality=90)
    return file
