"""A process that hangs, falls or babbles while it checks: each is told, and the other checks go on."""

import sys
from pathlib import Path

import pytest

from advisor_app.services.self_check.order import CheckOrder, CheckResult
from advisor_app.services.self_check.watch import run_checks
from advisor_app.texts import load_texts

# What carries out checks, in few words: each says what it is called to do.
WORKER = """
import json, os, sys, time
for key in json.loads(sys.stdin.read())["checks"]:
    if key == "hangs":
        time.sleep(600)
    if key == "falls":
        print("first word", "last word", sep=chr(10), file=sys.stderr)
        os._exit(7)
    if key == "babbles":
        print("a library says hello", 5, "[]", sep=chr(10))
    print(json.dumps({"key": key, "passed": True, "detail": "gut", "seconds": 0.0}), flush=True)
"""


def results(folder: Path, *checks: str, limit: float = 30.0, command: tuple[str, ...] = ()) -> list[CheckResult]:
    order = CheckOrder(checks=checks, folder=str(folder), scratch=str(folder), language="de")
    return list(run_checks(order, load_texts("de"), limit, command or (sys.executable, "-c", WORKER)))


def test_every_check_has_its_result_in_order(tmp_path: Path) -> None:
    found = results(tmp_path, "a", "babbles", "b")
    assert [(result.key, result.passed) for result in found] == [("a", True), ("babbles", True), ("b", True)]


@pytest.mark.long
def test_a_check_that_hangs_is_ended_and_the_others_go_on(tmp_path: Path) -> None:
    found = results(tmp_path, "a", "hangs", "b", limit=5)
    assert [(result.key, result.passed) for result in found] == [("a", True), ("hangs", False), ("b", True)]
    assert found[1].detail == "nach 5 s ohne Antwort abgebrochen"
    assert 5 <= found[1].seconds < 60


@pytest.mark.parametrize("checks", [("falls",), ("falls", "b"), ("a", "falls", "falls", "b")])
def test_a_check_over_which_the_program_falls_is_told_with_its_last_words(
    tmp_path: Path, checks: tuple[str, ...]
) -> None:
    found = results(tmp_path, *checks)
    assert [result.key for result in found] == list(checks)
    for result in found:
        assert result.passed is (result.key != "falls")
        if not result.passed:
            assert "Rückgabewert 7" in result.detail
            assert "first word last word" in result.detail


def test_a_program_that_cannot_be_started_fails_every_check(tmp_path: Path) -> None:
    found = results(tmp_path, "a", "b", command=(str(tmp_path / "nothing"),))
    assert [result.passed for result in found] == [False, False]
    assert all("lässt sich nicht starten" in result.detail for result in found)
