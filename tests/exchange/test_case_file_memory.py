"""What a forged case file can cost before it is refused: well below 300 MiB and a few seconds, whatever it holds."""

import hashlib
import json
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from advisor_app.exchange.case_file import write_case_file
from advisor_app.exchange.case_file_entries import entry_of
from advisor_app.exchange.case_file_keys import RecipientKey
from tests.patience import PATIENCE_SECONDS

MEGABYTE = 1024**2
LARGEST_LOG = 127 * MEGABYTE
CASE = {"case": "c1", "giver": "", "handed_to": "", "records": {}, "definitions": [], "evidence": []}
Entries = dict[str, bytes]

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")


def text(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()


def line(number: int, words: str) -> bytes:
    row: dict[str, Any] = dict.fromkeys(("parent", "undoes", "before", "merges"))
    row |= {"id": f"line-{number}", "batch": f"batch-{number}", "key": "word\x1fx", "author": "a", "device": "d"}
    return text(row | {"at": "2026-09-14T06:00:00.000+00:00", "why": "", "after": json.dumps(words)})


def of_brackets() -> Entries:
    return {"log.json": b"[" + b"[]," * (LARGEST_LOG // 3) + b"[]]"}


def of_lines(length: int, begins: str) -> Callable[[], Entries]:
    """As many lines as the log may be long; with one wide letter each text takes four times its length."""

    def entries() -> Entries:
        count = LARGEST_LOG // (len(line(10**6, begins + "y" * length)) + 1)
        return {"log.json": b"[" + b",".join(line(n, begins + "y" * length + str(n)) for n in range(count)) + b"]"}

    return entries


def of_values() -> Entries:
    return {"case.json": b"[" + b"0," * (12 * MEGABYTE - 10) + b"0]"}


def of_one_wide_record() -> Entries:
    wide = json.dumps("😀" + "x" * (23 * MEGABYTE), ensure_ascii=False)
    return {"case.json": text(CASE | {"records": {"word\x1fx": wide}})}


def of_a_record_of_brackets() -> Entries:
    return {"case.json": text(CASE | {"records": {"note\x1fx": "[" + "[]," * (7 * MEGABYTE) + "[]]"}})}


def of_questionnaires() -> Entries:
    bodies = [f"{number:010}".encode() + b"x" * (4 * MEGABYTE - 10) for number in range(20)]
    return {f"definition/{hashlib.sha256(body).hexdigest()}": body for body in bodies}


@pytest.mark.parametrize(
    "entries",
    [
        of_brackets,
        pytest.param(of_lines(100_000, "😀"), id="wide lines"),
        pytest.param(of_lines(0, ""), id="short lines"),
        of_values,
        of_one_wide_record,
        of_a_record_of_brackets,
        of_questionnaires,
    ],
)
def test_a_forged_file_takes_neither_memory_nor_time(tmp_path: Path, entries: Callable[[], Entries]) -> None:
    file = tmp_path / "forged.bkcase"
    content = {"case.json": text(CASE), "log.json": b"[]", "people.json": b"[]"} | entries()
    recipient = RecipientKey(b"\x01" * 32).recipient
    new = [entry_of(name, piece) for name, piece in content.items()]
    write_case_file(file, recipient, datetime.now(UTC), new, lambda _opened: None, lambda _share: None)
    reader = [sys.executable, "-m", "tests.exchange.reading_case_file", str(file)]
    said = subprocess.run(reader, check=True, capture_output=True, text=True).stdout.split()
    assert said[3:] == ["CASE_FILE_DAMAGED"]
    assert int(said[1]) < 300
    assert float(said[2]) < PATIENCE_SECONDS / 4  # of its own; below five where nothing else is done
