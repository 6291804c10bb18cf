"""Photos keep their pixels and nothing else."""

import io
import struct
import zlib
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms, ImageDraw
from PIL.PngImagePlugin import PngInfo

from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.exchange import picture
from advisor_app.exchange.picture import JPEG, LONGEST_EDGE, PNG, is_picture, pixels, stripped, taken_at

SECRETS = (b"Geheim", b"Rathaus-iPhone", b"Exif", b"xmpmeta", b"Photoshop", b"ICC_PROFILE", b"tEXt", b"eXIf")
NOON = "2026:09:14 12:30:05"


def noise(width: int, height: int) -> Image.Image:
    return Image.effect_noise((width, height), 60).convert("RGB")


def exif(*, taken: str = NOON, offset: str = "", orientation: int = 1) -> Image.Exif:
    told = Image.Exif()
    told[0x0112] = orientation
    told[0x010F] = "Rathaus-iPhone"
    details = told.get_ifd(0x8769)
    details[0x9003] = taken
    details[0x9286] = "Geheim"
    if offset:
        details[0x9011] = offset
    told.get_ifd(0x8825).update({1: "N", 2: (50.0, 31.0, 0.0), 3: "E", 4: (8.0, 49.0, 0.0)})
    return told


def photo(image: Image.Image | None = None, kind: str = "JPEG", **told: object) -> bytes:
    target = io.BytesIO()
    options = {"exif": exif(**told).tobytes(), "xmp": b"<x:xmpmeta>Geheim</x:xmpmeta>"}  # type: ignore[arg-type]  # a pixel of a picture in colours
    if kind == "JPEG":
        options["comment"] = b"Geheim"
        options["icc_profile"] = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    (image or noise(400, 300)).save(target, kind, **options)
    return target.getvalue()


def opened(content: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(content))
    image.load()
    return image


def refused(content: bytes) -> Problem:
    with pytest.raises(AdvisorError) as caught:
        stripped(content, "bild.jpg")
    assert caught.value.details["file"] == "bild.jpg"
    return caught.value.problem


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF", "AVIF"])
def test_nothing_is_left_but_pixels(kind: str) -> None:
    given_photo = photo(kind=kind)
    assert b"Geheim" in given_photo
    kept = stripped(given_photo, "bild")
    assert not [secret for secret in SECRETS if secret in kept.content]
    image = opened(kept.content)
    assert not dict(image.getexif())
    assert not image.getexif().get_ifd(0x8825)  # the place; its three letters would turn up among the pixels by chance
    assert not set(image.info) - {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
    assert image.size == (400, 300)


def test_words_hidden_in_a_png_and_behind_its_end_are_gone() -> None:
    target, words = io.BytesIO(), PngInfo()
    words.add_text("Author", "Geheim")
    words.add_itxt("XML:com.adobe.xmp", "xmpmeta Geheim", zip=False)
    Image.new("RGB", (50, 50), "white").save(target, "PNG", pnginfo=words)
    kept = stripped(target.getvalue() + b"Geheim", "bild")
    assert kept.media_type == PNG
    assert not [secret for secret in SECRETS if secret in kept.content]


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photo_stands_upright(orientation: int) -> None:
    upright = Image.new("RGB", (64, 48), "white")
    ImageDraw.Draw(upright).rectangle((0, 0, 20, 10), fill="red")
    back = {2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}  # how a camera would have seen it
    turned = upright if orientation == 1 else upright.transpose(Image.Transpose(back[orientation]))
    image = opened(stripped(photo(turned, orientation=orientation), "bild").content)
    assert image.size == (64, 48)
    red, green, _ = image.getpixel((5, 3))  # type: ignore[misc]  # a pixel of a picture in colours
    assert red > 200
    assert green < 80
    assert min(image.getpixel((50, 40))) > 200  # type: ignore[arg-type]  # a pixel of a picture in colours


@pytest.mark.parametrize(
    ("size", "kept"), [((6000, 4000), (2560, 1707)), ((900, 5200), (443, 2560)), ((200, 100), (200, 100))]
)
def test_a_long_edge_is_bounded_and_nothing_is_blown_up(size: tuple[int, int], kept: tuple[int, int]) -> None:
    image = opened(stripped(photo(Image.new("RGB", size, "navy")), "bild").content)
    assert max(image.size) <= LONGEST_EDGE
    assert abs(image.width - kept[0]) <= 1
    assert abs(image.height - kept[1]) <= 1


def test_a_screenshot_stays_png_and_a_photo_becomes_jpeg() -> None:
    drawn, target = Image.new("RGB", (800, 600), "white"), io.BytesIO()
    ImageDraw.Draw(drawn).text((40, 40), "Anteil der Fachverfahren", fill="black")
    drawn.save(target, "PNG")
    assert stripped(target.getvalue(), "bild").media_type == PNG
    target = io.BytesIO()
    noise(800, 600).save(target, "PNG")
    assert stripped(target.getvalue(), "bild").media_type == JPEG


def test_what_can_be_seen_through_stays_so() -> None:
    target = io.BytesIO()
    Image.new("RGBA", (40, 40), (255, 0, 0, 90)).save(target, "PNG")
    kept = stripped(target.getvalue(), "bild")
    assert kept.media_type == PNG
    assert opened(kept.content).getpixel((3, 3)) == (255, 0, 0, 90)


def test_the_time_is_read_before_it_is_stripped() -> None:
    local = datetime(2026, 9, 14, 12, 30, 5)  # noqa: DTZ001  # as a camera tells it
    assert stripped(photo(), "bild").taken_at == local
    aware = stripped(photo(offset="+02:00"), "bild").taken_at
    assert aware is not None
    assert aware.utcoffset() == timedelta(hours=2)
    assert aware == datetime(2026, 9, 14, 10, 30, 5, tzinfo=UTC)
    assert taken_at(io.BytesIO(photo())) == local


@pytest.mark.parametrize("told", ["", "gestern", "0000:00:00 00:00:00", "0001:01:01 00:00:00", "9999:12:31 23:59:59"])
def test_a_time_that_makes_no_sense_is_none(told: str) -> None:
    assert stripped(photo(taken=told), "bild").taken_at is None


def test_a_picture_of_another_colour_space_keeps_its_look() -> None:
    target = io.BytesIO()
    noise(60, 40).convert("CMYK").save(target, "JPEG")
    assert opened(stripped(target.getvalue(), "bild").content).mode == "RGB"
    broken = io.BytesIO()
    noise(60, 40).save(broken, "JPEG", icc_profile=b"no profile")
    assert stripped(broken.getvalue(), "bild").media_type == JPEG


@pytest.mark.parametrize(
    ("mode", "kind", "values"),
    [("I;16", "PNG", (0, 32_768, 65_535)), ("I;16", "TIFF", (0, 32_768, 65_535)), ("F", "TIFF", (0.0, 0.5, 1.0))],
)
def test_a_picture_of_more_than_256_greys_keeps_them(mode: str, kind: str, values: tuple[float, ...]) -> None:
    """Scanners make such pictures; all that was not nearly black became white."""
    row = b"".join(struct.pack("<H" if mode == "I;16" else "<f", value) * 100 for value in values)
    image = Image.frombytes(mode, (300, 100), row * 100)
    target = io.BytesIO()
    image.save(target, kind)
    grey = opened(stripped(target.getvalue(), "scan").content).convert("L")
    found = [grey.getpixel((100 * column + 50, 50)) for column in range(3)]
    assert found == [pytest.approx(0, abs=2), pytest.approx(128, abs=2), pytest.approx(255, abs=2)]


def test_of_a_large_file_with_odd_metadata_nothing_is_printed_beside_the_sentence() -> None:
    """Pillow warns of both on the screen; here each warning would be an error."""
    start = photo(noise(40, 30))[:2]
    entries = b"II*\0\x08\0\0\0\xff\xff" + b"\x12\x01\x03\0\x01\0\0\0\x09\0\0\0" * 3000
    block = b"Exif\0\0" + entries
    plain = io.BytesIO()
    noise(40, 30).save(plain, "JPEG")
    content = start + b"\xff\xe1" + struct.pack(">H", len(block) + 2) + block + plain.getvalue()[2:]
    assert stripped(content, "krumm.jpg").media_type == JPEG
    assert taken_at(io.BytesIO(content)) is None
    large = bytearray(plain.getvalue())
    frame = large.index(b"\xff\xc0")
    large[frame + 5 : frame + 9] = struct.pack(">HH", 9_600, 9_600)
    assert refused(bytes(large)) is Problem.PICTURE_TOO_LARGE


def test_a_bomb_is_refused_before_it_is_decoded() -> None:
    def png(width: int, height: int) -> bytes:
        head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
        chunks = [(b"IHDR", head), (b"IDAT", zlib.compress(bytes(1000))), (b"IEND", b"")]
        return b"\x89PNG\r\n\x1a\n" + b"".join(
            struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
            for name, data in chunks
        )

    for size in ((60_000, 60_000), (10_000, 9_500), (8_000, 7_000)):
        assert refused(png(*size)) is Problem.PICTURE_TOO_LARGE
    assert refused(png(100, 100)) is Problem.PICTURE_UNREADABLE


def test_what_is_no_picture_is_refused() -> None:
    whole = photo()
    for content in (b"", b"\xff\xd8\xff", b"not a picture", whole[: len(whole) // 3], b"\x89PNG\r\n\x1a\n" + bytes(99)):
        assert refused(content) is Problem.PICTURE_UNREADABLE


def test_of_a_double_picture_one_is_kept() -> None:
    target = io.BytesIO()
    noise(300, 200).save(target, "MPO", save_all=True, append_images=[noise(300, 200)])
    kept = stripped(target.getvalue(), "bild")
    assert kept.media_type == JPEG
    assert len(kept.content) < len(target.getvalue())
    assert opened(kept.content).format == "JPEG"


def test_a_heic_picture_is_refused_with_what_to_do() -> None:
    assert refused(b"\0\0\0\x18ftypheic" + bytes(200)) is Problem.PICTURE_HEIC
    assert is_picture(b"\0\0\0\x18ftypheic")


def test_no_program_is_started_for_a_picture() -> None:
    assert refused(b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n") is Problem.PICTURE_UNREADABLE


@settings(max_examples=60)
@given(st.data())
def test_a_broken_picture_ends_in_a_picture_or_a_sentence(data: st.DataObject) -> None:
    kind = data.draw(st.sampled_from(["JPEG", "PNG", "WEBP", "TIFF"]))
    content = bytearray(photo(Image.new("RGB", (30, 20), "teal"), kind))
    for _ in range(data.draw(st.integers(1, 6))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    try:
        kept = stripped(bytes(content), "bild")
    except AdvisorError as error:
        assert error.problem in {Problem.PICTURE_UNREADABLE, Problem.PICTURE_TOO_LARGE}  # noqa: PT017 — any of these problems will do, and no other error
    else:
        assert not [secret for secret in SECRETS if secret in kept.content]


def test_a_picture_for_the_screen_is_small() -> None:
    shown = pixels(stripped(photo(noise(800, 400)), "bild").content, 160)
    assert (shown.width, shown.height, len(shown.rgba)) == (160, 80, 160 * 80 * 4)


def test_beginnings_of_pictures_are_known() -> None:
    for kind in ("JPEG", "PNG", "WEBP", "TIFF", "BMP", "GIF", "AVIF"):
        target = io.BytesIO()
        noise(9, 9).save(target, kind)
        assert is_picture(target.getvalue()[:64]), kind
    assert not is_picture(b"%PDF-1.7")
    assert picture.MOST_PIXELS > 48_000_000  # what telephones make
