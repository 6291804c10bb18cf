"""Migrating an assessment by command: shown first, done, with answers of a file, dropped, and what it refuses."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import LICH, Run
from tests.house_pack import CHANGED, NEW, OLD, UNCHANGED, write_house_pack


@pytest.fixture
def assessment(run: Run, own_data_folder: Path, tmp_path: Path) -> tuple[str, str]:
    """A case and its assessment of the old version, answered; the pack in the folder is the new one by now."""
    write_house_pack(own_data_folder, OLD)
    case = run("case", "create", "--commune", LICH, "--modules", "M4", "--json").json["id"]
    created = run("assessment", "create", case, "--kind", "workshop", "--questionnaire", "haus", "--json").json
    answers = tmp_path / "alt.csv"
    answers.write_text("question,level\nH1.1,2\nH1.2,3\nH1.3,1\nH1.4,4\n", encoding="utf-8")
    run("assessment", "import", case, answers, "--assessment", created["id"])
    write_house_pack(own_data_folder, NEW)
    return case, created["id"]


def test_a_preview_tells_everything_and_changes_nothing(run: Run, assessment: tuple[str, str]) -> None:
    case, made = assessment
    told = run("assessment", "migrate", case, "--assessment", made, "--preview", "--json").json
    assert (told["from"], told["to"], told["successor"]) == (OLD, NEW, None)
    assert (told["kept"], told["unchanged"]) == (["H1.1"], list(UNCHANGED))
    assert [row["id"] for row in told["changed"]] == list(CHANGED)
    assert told["changed"][0] == {"id": "H1.2", "aspects": ["text", "anchors"], "decision": "open"}
    assert (told["added"], told["removed"], told["other_figures"]) == (["H1.6"], ["H1.4", "HW.2"], True)
    lines = run("assessment", "migrate", case, "--assessment", made, "--preview").lines
    assert lines[0].endswith("Fragebogen von Version 1.0.0 auf 1.1.0")
    assert "Geändert: H1.2 (Wortlaut, Stufentexte), bleibt offen" in lines
    assert len(run("assessment", "list", case, "--json").json) == 2


def test_unchanged_answers_are_kept_and_changed_questions_left_open(
    run: Run, assessment: tuple[str, str], tmp_path: Path
) -> None:
    case, made = assessment
    done = run("assessment", "migrate", case, "--assessment", made, "--json").json
    target = tmp_path / "neu.csv"
    run("assessment", "export", case, target, "--assessment", done["successor"])
    assert [line.split(";")[:2] for line in target.read_text("utf-8-sig").splitlines()[1:]] == [["H1.1", "2"]]
    old = tmp_path / "alt-noch.csv"
    run("assessment", "export", case, old, "--assessment", made)
    assert len(old.read_text("utf-8-sig").splitlines()) == 5
    titles = [line for line in run("assessment", "list", case).lines if "abgelöst am" in line]
    assert len(titles) == 1
    assert made in titles[0]


def test_answers_of_a_file_are_taken_along(run: Run, assessment: tuple[str, str], tmp_path: Path) -> None:
    case, made = assessment
    file = tmp_path / "antworten.csv"
    file.write_text("question,level\nH1.2,1\nH1.6,4\n", encoding="utf-8")
    lines = run("assessment", "migrate", case, "--assessment", made, "--answers", file).lines
    assert lines[-1].startswith("Neue Erhebung: ")
    successor = lines[-1].split()[2].rstrip(".")
    target = tmp_path / "neu.csv"
    run("assessment", "export", case, target, "--assessment", successor)
    rows = dict(line.split(";")[:2] for line in target.read_text("utf-8-sig").splitlines()[1:])
    assert rows == {"H1.1": "2", "H1.2": "1", "H1.6": "4"}


def test_nothing_begun_is_nothing_to_drop(run: Run, assessment: tuple[str, str]) -> None:
    case, made = assessment
    assert not run("assessment", "migrate", case, "--assessment", made, "--drop", "--json").json["dropped"]


def test_a_second_time_there_is_nothing_to_do(run: Run, fail: Run, assessment: tuple[str, str]) -> None:
    case, made = assessment
    successor = run("assessment", "migrate", case, "--assessment", made, "--json").json["successor"]
    assert "keine neuere Fassung" in fail("assessment", "migrate", case, "--assessment", successor).err
    assert "abgelöst" in fail("assessment", "migrate", case, "--assessment", made).err
