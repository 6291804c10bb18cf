"""Broken, foreign, huge and malicious workbooks are refused with a sentence; nothing else happens."""

import random
from collections.abc import Callable
from contextlib import suppress
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook

from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.texts.errors import sentence as worded
from tests.content.small_packs.writing import write_packs
from tests.exchange.workbook.editing import GERMAN, edited, exported, read, repacked, said, sheet, with_shared_strings

Parts = dict[str, bytes]


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return with_shared_strings(exported(write_packs(tmp_path_factory.mktemp("packs")) / "m4"))


def replaced(name: str, old: bytes, new: bytes) -> Callable[[Parts], None]:
    def change(parts: Parts) -> None:
        assert old in parts[name]
        parts[name] = parts[name].replace(old, new, 1)

    return change


def added(name: str, content: bytes) -> Callable[[Parts], None]:
    return lambda parts: parts.update({name: content})


def read_or_refused(data: bytes) -> None:
    """Anything but the one error that is worded fails the test."""
    with suppress(AdvisorError):
        read(data)


def without(name: str) -> Callable[[Parts], None]:
    def change(parts: Parts) -> None:
        del parts[name]

    return change


BILLION = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'

REFUSED: dict[str, tuple[Callable[[Parts], None], str]] = {
    "bomb": (added("xl/media/x.bin", b"\0" * (21 * 1024 * 1024)), "größer als jedes Paket"),
    "many entries": (lambda parts: parts.update({f"x/{n}.bin": b"" for n in range(500)}), "größer als jedes Paket"),
    "links": (added("xl/externalLinks/externalLink1.xml", b"<x/>"), "Verknüpfungen"),
    "macros": (added("xl/vbaProject.bin", b"x"), "Makros"),
    "entities": (replaced("xl/workbook.xml", b"<workbook", BILLION + b"<workbook"), "nichts zu suchen"),
    "entities in a wide text": (added("xl/styles.xml", BILLION.decode().encode("utf-16")), "nichts zu suchen"),
    "no types": (without("[Content_Types].xml"), "keine Excel-Mappe"),
    "no sheets": (without("xl/workbook.xml"), "beschädigt"),
    "strict names": (
        replaced(
            "xl/workbook.xml", b"schemas.openxmlformats.org/spreadsheetml/2006/", b"purl.oclc.org/ooxml/spreadsheetml/"
        ),
        "Strict Open XML",
    ),
    "cut XML": (replaced("xl/workbook.xml", b"</workbook>", b""), "beschädigt"),
    "deep XML": (added("xl/styles.xml", b"<a>" * 100_000), "beschädigt"),
    "sheet that is none": (added("xl/worksheets/sheet3.xml", b"\xff\xfe\0"), "nichts zu suchen"),
    "strings that are none": (added("xl/sharedStrings.xml", b"<sst>"), "beschädigt"),
}


@pytest.mark.parametrize(("change", "words"), REFUSED.values(), ids=REFUSED.keys())
def test_a_hostile_archive_is_refused(book: bytes, change: Callable[[Parts], None], words: str) -> None:
    with pytest.raises(AdvisorError) as caught:
        read(repacked(book, change))
    assert caught.value.problem is Problem.WORKBOOK
    assert words in worded(caught.value, GERMAN)


@pytest.mark.parametrize(
    "data",
    [b"", b"PK\x03\x04", b"id;text\r\n", b"\xd0\xcf\x11\xe0" + b"\0" * 2_000, b"%PDF-1.7", b"PK\x05\x06" + b"\0" * 18],
    ids=["empty", "beginning", "csv", "xls", "pdf", "empty archive"],
)
def test_what_is_no_workbook_is_refused(data: bytes) -> None:
    with pytest.raises(AdvisorError) as caught:
        read(data)
    assert caught.value.problem is Problem.WORKBOOK
    assert "keine Excel-Mappe" in worded(caught.value, GERMAN)


def test_another_workbook_lacks_everything() -> None:
    stream = BytesIO()
    Workbook().save(stream)
    found = said(stream.getvalue())
    assert any(line.startswith("Blatt „Paket“: Das Blatt fehlt") for line in found)


def test_a_lying_size_does_not_help(book: bytes) -> None:
    """An archive that says of a large part that it is small is not unpacked beyond that."""
    large = repacked(book, added("xl/styles.xml", b" " * 30_000_000))
    at = large.rindex(b"xl/styles.xml") - 46
    lying = bytearray(large)
    lying[at + 24 : at + 28] = (100).to_bytes(4, "little")
    with pytest.raises(AdvisorError) as caught:
        read(bytes(lying))
    assert caught.value.problem is Problem.WORKBOOK


def test_a_million_rows_are_too_many(book: bytes) -> None:
    def change(parts: Parts) -> None:
        name = "xl/worksheets/sheet2.xml"
        rows = b"".join(b'<row r="%d"/>' % number for number in range(10, 1_000_010))
        parts[name] = parts[name].replace(b"</sheetData>", rows + b"</sheetData>")

    assert any("mehr Zeilen als jedes Paket" in line for line in said(repacked(book, change)))


def test_one_cell_in_the_last_row_is_too_far(book: bytes) -> None:
    def change(opened: Any) -> None:
        sheet(opened, "Fakten")["A1048576"] = "weit unten"
        sheet(opened, "Glossar")["XFD2"] = "weit rechts"

    found = said(edited(book, change))
    assert any(line.startswith("Blatt „Fakten“: Das Blatt hat mehr Zeilen") for line in found)
    assert any(line.startswith("Blatt „Glossar“: Das Blatt hat mehr Spalten") for line in found)


def test_empty_rows_with_a_format_do_no_harm(book: bytes) -> None:
    def change(opened: Any) -> None:
        sheet(opened, "Fakten").row_dimensions[1_048_576].height = 30

    assert said(edited(book, change)) == []


def test_any_damage_ends_in_a_sentence(book: bytes) -> None:
    """Bytes turned over at random: a sentence, the same pack, or cells that are named; never a traceback."""
    chance = random.Random(4)
    plain = BytesIO()
    with ZipFile(BytesIO(book)) as source, ZipFile(plain, "w") as target:
        for name in source.namelist():
            target.writestr(name, source.read(name))
    for data in (book, plain.getvalue()):
        for _ in range(60):
            broken = bytearray(data)
            for _ in range(chance.randint(1, 4)):
                broken[chance.randrange(len(broken))] = chance.randrange(256)
            read_or_refused(bytes(broken))


def test_any_damage_within_a_part_ends_in_a_sentence(book: bytes) -> None:
    """The same behind right checksums: only then does the library see it."""
    chance = random.Random(5)
    with ZipFile(BytesIO(book)) as source:
        names = [name for name in source.namelist() if name.startswith("xl/")]
    for _ in range(120):
        name = chance.choice(names)

        def change(parts: Parts, name: str = name) -> None:
            part = bytearray(parts[name])
            start = chance.randrange(len(part))
            part[start : start + chance.randrange(8)] = bytes(chance.choices(b'<>/"=19AZ ', k=chance.randrange(8)))
            parts[name] = bytes(part)

        read_or_refused(repacked(book, change))


def test_encrypted_archives_are_refused(book: bytes) -> None:
    data = bytearray(book)
    with ZipFile(BytesIO(book)) as source:
        count = len(source.namelist())
    at = 0
    for _ in range(count):
        at = data.index(b"PK\x01\x02", at) + 1
        data[at + 7] |= 1
    with pytest.raises(AdvisorError) as caught:
        read(bytes(data))
    assert "verschlüsselt" in worded(caught.value, GERMAN)


def test_doubled_parts_are_refused(book: bytes) -> None:
    stream = BytesIO(book)
    with pytest.warns(UserWarning, match="Duplicate"), ZipFile(stream, "a", ZIP_DEFLATED) as target:
        target.writestr("xl/workbook.xml", b"<workbook/>")
    with pytest.raises(AdvisorError):
        read(stream.getvalue())
