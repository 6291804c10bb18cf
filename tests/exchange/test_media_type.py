"""What a file is, is told by its content."""

import io
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


def test_an_unknown_kind_has_an_ending_too() -> None:
    assert ending_of("application/x-strange") == ending_of(UNKNOWN) == ".bin"
