"""Broken, foreign, huge and malicious files are refused with a sentence, a file and a line; nothing else happens."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from advisor_app.content.check import inspect_packs
from advisor_app.content.document import MAXIMUM_BYTES
from advisor_app.content.packs import load_catalog
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.texts import load_texts
from tests.content.small_packs.m4 import M4_FILES
from tests.content.small_packs.writing import write_packs

FILE = "m4/questionnaire.toml"
GOOD = M4_FILES["questionnaire.toml"]
THRESHOLD_LINE = GOOD[: GOOD.index("from = 1.6")].count("\n") + 1


def _with_line(number: int, content: bytes) -> bytes:
    lines = GOOD.encode("utf-8").split(b"\n")
    return b"\n".join([*lines[: number - 1], content, *lines[number - 1 :]])


# name → (bytes of the file, line of the finding, word of its sentence)
HOSTILE: dict[str, tuple[bytes, int, str]] = {
    "empty": (b"", 1, "„id“ fehlt"),
    "binary": (bytes(range(256)) * 40, 2, "UTF-8"),
    "zeros": (b"\0" * 5_000, 1, "Aufbau"),
    "windows-1252": (_with_line(3, 'note = "für"'.encode("cp1252")), 3, "UTF-8"),
    "utf-16": (GOOD.encode("utf-16"), 1, "UTF-8"),
    "huge": (b"#" * (MAXIMUM_BYTES + 1), 1, "größer als 2 MB"),
    "unclosed text": (_with_line(2, b'note = "no end'), 2, "Aufbau"),
    "unclosed list": (GOOD.encode() + b"\nlast = [1,\n", GOOD.count("\n") + 2, "Aufbau"),
    "key twice": (_with_line(2, b'id = "m4"'), 2, "doppelte Schlüssel"),
    "html": (b"<!DOCTYPE html>\n<html></html>\n", 1, "Aufbau"),
    "json": (b'{"id": "m4"}\n', 1, "Aufbau"),
    "deep lists": (_with_line(2, b"x = " + b"[" * 20_000 + b"]" * 20_000), 1, "geschachtelt"),
    "deep tables": (_with_line(2, b"x = " + b"{a = " * 20_000 + b"1" + b"}" * 20_000), 1, "geschachtelt"),
    "deep keys": (_with_line(2, b".".join([b"x"] * 500_000) + b" = 1"), 2, "geschachtelt"),
    "keys less deep": (_with_line(2, b".".join([b"x"] * 150) + b" = 1"), 2, "nicht vorgesehen"),
    "number of 9999 digits": (_with_line(2, b"weight = " + b"9" * 9_999), 0, "Aufbau"),
    "decimal beyond reason": (GOOD.replace("from = 1.6", "from = 1e999999999999999999999").encode(), 0, "Aufbau"),
    "decimal that would fill memory": (GOOD.replace("from = 1.6", "from = 1e999999").encode(), THRESHOLD_LINE, "Zahl"),
    "not a number": (GOOD.replace("from = 1.6", "from = nan").encode(), THRESHOLD_LINE, "Zahl"),
    "impossible date": (_with_line(2, b"day = 2026-13-45"), 2, "Aufbau"),
    "truncated": (GOOD.encode()[:900], 0, "Aufbau"),
    "control letter": (_with_line(3, b'note = "a\\u0000b"'), 3, "Steuerzeichen (U+0000)"),
    "bell in a list": (_with_line(3, b'note = ["a", "\\u0007"]'), 3, "Steuerzeichen (U+0007)"),
    "text turned round": (_with_line(3, 'note = "a\u202eb"'.encode()), 3, "Steuerzeichen (U+202E)"),
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_packs(tmp_path / "content")


@pytest.mark.parametrize(("content", "line", "word"), HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_file_is_refused_with_its_line(root: Path, content: bytes, line: int, word: str) -> None:
    (root / FILE).write_bytes(content)
    found = [finding for finding in inspect_packs([root], date(2026, 11, 22)).findings if finding.file == root / FILE]
    matching = [finding for finding in found if word in finding.sentence]
    assert matching, found
    if line:
        assert line in {finding.line for finding in matching}
    with pytest.raises(AdvisorError) as raised:
        load_catalog([root])
    assert raised.value.problem is Problem.CONTENT
    assert raised.value.details["file"] == str(root / FILE)
    sentence = load_texts("de")("errors.content", **raised.value.details)
    assert f"Zeile {raised.value.details['line']}" in sentence
    assert ".." not in sentence.replace(str(root), "")


def test_an_unreadable_file_hides_nothing_behind_missing_references(root: Path) -> None:
    (root / "base" / "sources.toml").write_text("[[source", encoding="utf-8")
    (found,) = inspect_packs([root], date(2026, 11, 22)).findings
    assert found.file == root / "base" / "sources.toml"


@pytest.mark.parametrize("name", ["pack.toml", "agenda.toml"])
def test_a_folder_in_place_of_a_file_is_a_finding(root: Path, name: str) -> None:
    (root / "m4" / name).unlink()
    (root / "m4" / name).mkdir()
    assert [finding.file for finding in inspect_packs([root], date(2026, 11, 22)).findings] == [root / "m4" / name]


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm(root: Path) -> None:
    plain = load_catalog([root])
    for file in root.rglob("*.toml"):
        file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))
    assert load_catalog([root]) == plain


def _loop(root: Path) -> None:
    (root / "m4" / "loop.toml").symlink_to(root / "m4" / "loop.toml")


def _link_to_itself(root: Path) -> None:
    (root / "m4" / "facts.toml").symlink_to(root / "m4" / "facts.toml")


@pytest.mark.parametrize("harm", [_loop, _link_to_itself])
def test_links_that_lead_nowhere_are_findings(root: Path, harm: Callable[[Path], None]) -> None:
    harm(root)
    assert len(inspect_packs([root], date(2026, 11, 22)).findings) == 1


def test_a_question_nested_beyond_reason_is_refused(root: Path) -> None:
    inner = '{ question = "4.1.1", at_least = 1 }'
    for _ in range(15):
        inner = "{ not = " + inner + " }"
    text = GOOD.replace('when = { question = "4.1.1", at_least = 1 }', f"when = {inner}")
    (root / FILE).write_text(text, encoding="utf-8")
    found = inspect_packs([root], date(2026, 11, 22)).findings
    assert any("geschachtelt" in finding.sentence for finding in found)
