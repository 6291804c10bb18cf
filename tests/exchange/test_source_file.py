"""Files that are no text, too large or not there."""

from pathlib import Path

import pytest

from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.exchange.source_file import MAXIMUM_BYTES, decode, read_bytes
from tests.exchange.refusals import TEXTS, refused


def test_a_file_is_read_up_to_the_limit(tmp_path: Path) -> None:
    file = tmp_path / "antworten.csv"
    file.write_bytes(b"x" * MAXIMUM_BYTES)
    assert len(read_bytes(file, TEXTS)) == MAXIMUM_BYTES


def test_a_larger_file_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "antworten.csv"
    file.write_bytes(b"x" * (MAXIMUM_BYTES + 1))
    with pytest.raises(AdvisorError) as caught:
        read_bytes(file, TEXTS)
    assert caught.value.problem is Problem.FILE_TOO_LARGE
    assert caught.value.details["file"] == "antworten.csv"


@pytest.mark.parametrize("name", ["fehlt.csv", ".", "a\0b"])
def test_what_is_no_file_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(AdvisorError) as caught:
        read_bytes(tmp_path / name, TEXTS)
    assert caught.value.problem is Problem.FILE_UNREADABLE


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_the_three_encodings_give_the_same_text(encoding: str) -> None:
    text = "Straße – „Größe“ 12 €"
    assert decode(text.encode(encoding), "f.csv", TEXTS, windows=True) == text


@pytest.mark.parametrize(
    ("data", "line", "word"),
    [
        (b"PK\x03\x04rest", 1, "Excel"),
        (b"\xd0\xcf\x11\xe0rest", 1, "Excel"),
        (b"%PDF-1.7", 1, "keine Textdatei"),
        ("frage".encode("utf-16"), 1, "UTF-16"),
        (b"a\nb\nc\0d", 3, "keine Textdatei"),
        (b"a\nb\x81\x8d", 2, "UTF-8"),
    ],
)
def test_what_is_no_text_is_refused_with_its_line(data: bytes, line: int, word: str) -> None:
    refusal = refused(lambda: decode(data, "f.csv", TEXTS, windows=True))
    assert (refusal.file, refusal.line) == ("f.csv", line)
    assert word in refusal.reason


def test_windows_encoding_is_only_for_spreadsheets() -> None:
    refusal = refused(lambda: decode("a\nGröße".encode("cp1252"), "f.toml", TEXTS, windows=False))
    assert refusal.line == 2
