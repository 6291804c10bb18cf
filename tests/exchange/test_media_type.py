"""What a file is, is told by its content."""

import io
import struct
import zipfile

import pytest

from advisor_app.exchange.media_type import UNKNOWN, ending_of, media_type_of


def archive(**parts: str) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as writing:
        for name, text in parts.items():
            writing.writestr(name, text)
    return target.getvalue()


def office(folder: str) -> bytes:
    return archive(**{"[Content_Types].xml": "<Types/>", f"{folder}/document.xml": "<x/>"})


@pytest.mark.parametrize(
    ("content", "name", "ending"),
    [
        (b"%PDF-1.7\n", "a.txt", ".pdf"),
        (b"{\\rtf1 a}", "a.rtf", ".rtf"),
        (office("word"), "a.zip", ".docx"),
        (office("xl"), "a.zip", ".xlsx"),
        (office("ppt"), "a.zip", ".pptx"),
        (archive(mimetype="application/vnd.oasis.opendocument.text"), "a", ".odt"),
        (archive(mimetype="application/x-evil"), "a", ".zip"),
        (archive(a="b"), "a.docx", ".zip"),
        (b"PK\x03\x04 cut", "a.docx", ".zip"),
        ("Größe;1\n".encode(), "a.csv", ".csv"),
        ("ü".encode() * 40_000, "a", ".txt"),
        (b"MZ\0\0", "a.pdf", ".bin"),
        (b"\xff\xfe\xfa", "a", ".bin"),
        (b"", "a", ".txt"),
    ],
)
def test_a_kind_is_told_by_content(content: bytes, name: str, ending: str) -> None:
    assert ending_of(media_type_of(io.BytesIO(content), name)) == ending


@pytest.mark.parametrize("told", [0, 1])
def test_an_archive_of_endless_entries_is_not_gone_through(told: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """A million and a half entries took twenty seconds and a gigabyte. ``told``: in which of two places it is told."""
    entry = struct.pack("<4s4B4HL2L5H2L", b"PK\1\2", 20, 3, 20, 0, 0, 0, 0, 33, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0) + b"x"
    entries = entry * 100_000
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 9, 9, len(entries), 4, 0)
    if told:
        longer = struct.pack("<4sQ2H2L4Q", b"PK\6\6", 44, 45, 45, 0, 0, 100_000, 100_000, len(entries), 4)
        place = struct.pack("<4sLQL", b"PK\6\7", 0, 4 + len(entries), 1)
        end = longer + place + struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 9, 9, 0, 0, 0)
    monkeypatch.setattr(zipfile.ZipFile, "namelist", lambda _archive: pytest.fail("it was read"))
    assert media_type_of(io.BytesIO(b"PK\3\4" + entries + end), "a.docx") == "application/zip"


def test_an_unknown_kind_has_an_ending_too() -> None:
    assert ending_of("application/x-strange") == ending_of(UNKNOWN) == ".bin"
