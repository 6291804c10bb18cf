"""Preferences in their file."""

import os
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from advisor_app.domain.errors import Problem
from advisor_app.domain.prices import HIGHEST_PRICE, ModulePrice
from advisor_app.domain.words import LONGEST_LINE
from advisor_app.services.preferences import HIGHEST_RATE, Preferences, PreferencesFile, ThemeChoice
from advisor_app.services.workspace import Workspace
from tests.services.conftest import PREFERENCES, refused

FULL = Preferences(
    adviser="Kim Berger",
    provider="Haus „Mitte“",
    language="en",
    theme=ThemeChoice.DARK,
    zoom=125,
    hourly_rate=7_250,
    column_mappings={"usage": {"title": "Name (1. Ebene) = „Dienst“", "month": "Monat"}, "leer": {}},
    prices=(
        ModulePrice(module="M1"),
        ModulePrice(module="M4", cents=480_000, valid_from=date(2026, 1, 1), valid_to=date(2026, 12, 31)),
    ),
)


def test_what_is_saved_is_loaded(tmp_path: Path) -> None:
    file = PreferencesFile(tmp_path / "new")
    assert file.load() == Preferences()
    file.save(FULL)
    assert file.load() == file.current == FULL
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["settings.toml"]


@pytest.mark.parametrize(
    "wrong",
    [
        replace(FULL, prices=(ModulePrice(module="M4", cents=HIGHEST_PRICE + 1),)),
        replace(FULL, hourly_rate=HIGHEST_RATE + 1),
        replace(FULL, adviser="x" * (LONGEST_LINE + 1)),
        replace(FULL, adviser="Kim\x07"),
        replace(FULL, provider="\udcff"),
    ],
)
def test_nothing_is_written_that_could_not_be_read_again(tmp_path: Path, wrong: Preferences) -> None:
    file = PreferencesFile(tmp_path)
    file.save(FULL)
    refused(lambda: file.save(wrong), Problem.BAD_VALUE)
    assert file.load() == file.current == FULL


def test_what_a_newer_version_wrote_stays(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text('# mein Kommentar\nfarbe = "rot"\nzoom = 110\n', encoding="utf-8")
    file = PreferencesFile(tmp_path)
    file.save(replace(file.load(), zoom=150))
    text = (tmp_path / "settings.toml").read_text("utf-8")
    assert "# mein Kommentar" in text
    assert 'farbe = "rot"' in text
    assert file.load().zoom == 150


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ('adviser = "x"\nzoom = "groß"\n', 2),
        ("zoom = 5\n", 1),
        ("zoom = true\n", 1),
        ("hourly_rate = -1\n", 1),
        ('language = "fr"\n', 1),
        ('theme = "bunt"\n', 1),
        ("theme = []\n", 1),
        ("column_mappings = { usage = 3 }\n", 1),
        ("prices = 3\n", 1),
        ("prices = [{ cents = 3 }]\n", 1),
        ('prices = [{ module = "M1", cents = -3 }]\n', 1),
        ('prices = [{ module = "M1", cents = 3, valid_from = "morgen" }]\n', 1),
        ('prices = [{ module = "M1", rabatt = 3 }]\n', 1),
        ("column_mappings = { usage = { title = 3 } }\n", 1),
        ('adviser = "x"\n\nzoom =\n', 3),
    ],
)
def test_a_file_that_does_not_fit_is_told(tmp_path: Path, content: str, line: int) -> None:
    (tmp_path / "settings.toml").write_text(content, encoding="utf-8")
    assert refused(PreferencesFile(tmp_path).load, Problem.FILE_FORMAT).details["line"] == line


def test_a_file_that_is_no_text_is_told(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_bytes(b"\xff\xfe\x00")
    refused(PreferencesFile(tmp_path).load, Problem.FILE_FORMAT)
    (tmp_path / "settings.toml").unlink()
    (tmp_path / "settings.toml").mkdir()
    refused(PreferencesFile(tmp_path).load, Problem.FILE_UNREADABLE)
    refused(lambda: PreferencesFile(tmp_path).save(FULL), Problem.FILE_NOT_WRITABLE)


@pytest.mark.parametrize(
    "content",
    [
        b"a = " + b"[" * 100_000,
        b".".join([b"a"] * 200_000) + b" = 1\n",
        b"zoom = " + b"9" * 100_000,
        b"\xef\xbb\xbfzoom=5",
    ],
)
def test_a_file_without_an_end_is_told_at_once(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "settings.toml").write_bytes(content)
    assert refused(PreferencesFile(tmp_path).load, Problem.FILE_FORMAT).details["line"] == 1
    PreferencesFile(tmp_path).save(FULL)
    assert PreferencesFile(tmp_path).load() == FULL


def test_what_is_no_file_of_settings_is_told(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(b"#" * 2_000_000)
    refused(PreferencesFile(tmp_path).load, Problem.FILE_FORMAT)
    PreferencesFile(tmp_path).save(FULL)
    path.unlink()
    path.symlink_to(path)
    refused(PreferencesFile(tmp_path).load, Problem.FILE_UNREADABLE)
    path.unlink()
    if hasattr(os, "mkfifo"):
        os.mkfifo(path)
        refused(PreferencesFile(tmp_path).load, Problem.FILE_UNREADABLE)


def test_a_window_goes_on_with_what_fits(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('adviser = "Kim Berger"\ntheme = "bunt"\nzoom = 5\nfarbe = "rot"\n', encoding="utf-8")
    preferences, problem = PreferencesFile(tmp_path).load_what_fits()
    assert preferences == Preferences(adviser="Kim Berger")
    assert problem is not None
    assert (problem.problem, problem.details["line"]) == (Problem.FILE_FORMAT, 2)
    PreferencesFile(tmp_path).save(preferences)
    assert 'farbe = "rot"' in path.read_text("utf-8")
    assert PreferencesFile(tmp_path).load() == preferences


@pytest.mark.parametrize("content", [b"zoom =\n", b"\xff\xfe\x00"])
def test_a_file_that_cannot_be_read_is_set_aside_when_others_are_saved(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(content)
    preferences, problem = PreferencesFile(tmp_path).load_what_fits()
    assert preferences == Preferences()
    assert problem is not None
    assert path.read_bytes() == content
    PreferencesFile(tmp_path).save(FULL)
    assert PreferencesFile(tmp_path).load() == FULL
    assert (tmp_path / "settings.unreadable.toml").read_bytes() == content


def test_the_author_follows_the_preferences(workspace: Workspace) -> None:
    workspace.set_preferences(replace(PREFERENCES, adviser="Sam Weiss"))
    assert workspace.author.name == workspace.preferences.author == "Sam Weiss"
    assert Preferences(adviser=" ").author
