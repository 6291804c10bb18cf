"""Content packs on the command line: what they hold, and which of their facts ask for a look."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from advisor_app.cli import main
from advisor_app.resources_folder import resources_folder
from tests.cli.conftest import Run
from tests.content.small_packs.writing import line_of, replace_in, write_pack, write_packs

SHIPPED = resources_folder() / "content"
PACKS = ("base", "m1", "m2", "m3", "m4")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_packs(tmp_path / "content")


def said_with(code: int, capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> str:
    assert main([str(argument) for argument in arguments]) == code
    captured = capsys.readouterr()
    assert captured.err == ""
    return captured.out


# content check


def test_a_sound_check_tells_what_each_pack_holds(root: Path, run: Run) -> None:
    sound, head, base, module = run("content", "check", root).lines
    assert sound == "Alle Inhaltspakete sind in Ordnung."
    assert head.split() == [
        *("Paket", "Version", "Dimensionen", "Fragen", "Anker", "Schritte"),
        *("Maßnahmen", "Fakten", "Begriffe", "Handout", "(Wörter)"),
    ]
    assert base.split() == ["base", "1.2.0", "2", "0", "0", "0", "0", "1", "1", "0"]
    assert module.split() == ["m4", "1.0.0", "2", "10", "35", "1", "6", "0", "0", "22"]
    assert len(head) == len(base) == len(module), "figures stand below each other"


def test_the_shipped_packs_are_counted(run: Run) -> None:
    lines = run("content", "check").lines
    rows = {line.split()[0]: line.split()[1:] for line in lines[-len(PACKS) :]}
    assert tuple(rows) == PACKS
    for name in PACKS[1:]:
        *figures, translated = rows[name][1:]
        dimensions, questions, anchors, steps, measures, _facts, _terms, words = map(int, figures)
        done, total = map(int, translated.split("/"))
        assert (done == total) is (name == "m4")
        assert dimensions >= 6
        assert questions >= 20
        assert anchors >= 100
        assert steps >= 10
        assert measures >= 3 * dimensions
        assert words >= 800


def test_a_faulty_check_counts_nothing(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    replace_in(root / "m4/handout.toml", "verlangt das.", "verlangt das seit 2024.")
    (line,) = said_with(1, capsys, "content", "check", root).splitlines()
    assert line.startswith(
        f"{root / 'm4/handout.toml'}:{line_of(root / 'm4/handout.toml', '2024')}: „2024“ unter „text“"
    )


def test_several_packs_are_checked_in_the_place_of_those_of_their_names(tmp_path: Path, run: Run) -> None:
    copies = [Path(shutil.copytree(SHIPPED / name, tmp_path / name)) for name in ("m1", "m4")]
    sound, _head, *rows = run("content", "check", *copies).lines
    assert sound == "Alle Inhaltspakete sind in Ordnung."
    assert [row.split()[0] for row in rows] == ["m1", "m4"]


def test_the_check_speaks_english(root: Path, run: Run) -> None:
    head = run("--lang", "en", "content", "check", root).lines[1]
    assert head.split()[2:5] == ["Dimensions", "Questions", "Anchors"]


# content facts


def own_facts(data: Path, valid_to: str) -> Path:
    """Put a pack with one fact into a data folder."""
    fact = f"""
[[fact]]
id = "ortsfrist"
text = "Die Frist läuft."
as_of = 2026-11-21
sources = ["AW"]
certainty = "high"
valid_to = {valid_to}
"""
    return write_pack(data / "packs", "ortsnah", {"facts.toml": fact}) / "facts.toml"


def test_what_asks_for_a_look_is_listed(own_data_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = own_facts(own_data_folder, "2026-12-31")
    lines = said_with(1, capsys, "content", "facts", "--on", "2027-01-01").splitlines()
    (own,) = (line for line in lines if "ortsfrist" in line)
    assert own == (f"{file}:{line_of(file, 'valid_to')}: Fakt „ortsfrist“, abgelaufen am 31.12.2026: Die Frist läuft.")
    assert any("Fakt „modulfoerderung“, unsicher: " in line for line in lines)
    assert any("Fakt „m4-inhalt“, Stand 04.08.2021 älter als ein Jahr: " in line for line in lines)
    assert any("Begriff „hessbgg“, nicht ganz sicher: " in line for line in lines)
    assert lines[-1].startswith("Am 01.01.2027: abgelaufen ")


def test_what_is_only_old_or_uncertain_is_no_failure(run: Run) -> None:
    listed = run("content", "facts", "--on", "2026-11-22", "--json").json
    assert listed
    assert {doubt for item in listed for doubt in item["doubts"]} == {"uncertain", "old"}
    assert set(listed[0]) == {
        *("file", "line", "kind", "id", "text", "as_of", "valid_to", "check", "certainty", "doubts"),
    }
    assert (
        run("content", "facts", "--on", "2026-11-22")
        .lines[-1]
        .startswith("Am 22.11.2026: abgelaufen 0, zu prüfen 0, unsicher ")
    )


def test_expired_and_due_facts_fail_in_json_too(own_data_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    own_facts(own_data_folder, "2026-12-31")
    listed: list[dict[str, Any]] = json.loads(said_with(1, capsys, "content", "facts", "--on", "2027-01-01", "--json"))
    (own,) = (item for item in listed if item["id"] == "ortsfrist")
    assert (own["valid_to"], own["check"], own["doubts"]) == ("2026-12-31", None, ["expired"])
    (due,) = (item for item in listed if (item["kind"], item["id"]) == ("fact", "ikz-frist"))
    assert due["doubts"] == ["expired", "check-due"]


def test_a_day_that_is_none_is_refused(fail: Run) -> None:
    assert "morgen" in fail("content", "facts", "--on", "morgen").err


def test_packs_with_an_error_are_refused(own_data_folder: Path, fail: Run) -> None:
    file = own_facts(own_data_folder, '"nie"')
    words = fail("content", "facts").err
    assert str(file) in words
    assert "Zeile" in words


def test_the_list_speaks_english(run: Run) -> None:
    lines = run("--lang", "en", "content", "facts", "--on", "2026-11-22").lines
    assert any("Fact “modulfoerderung”, uncertain: " in line for line in lines)
    assert lines[-1].startswith("On 22/11/2026: expired 0")


def test_the_example_of_the_handbook_is_a_sound_pack(run: Run, tmp_path: Path) -> None:
    """Whoever has only the installed program writes the pack of a new funding programme by what the handbook shows."""
    chapter = (resources_folder().parent / "docs" / "handbuch" / "16-inhalte.md").read_text("utf-8")
    part = chapter.split("## Ein neues Förderprogramm")[1].split("\n## ")[0]
    written: dict[str, list[str]] = {}
    name = ""
    for line in part.splitlines():
        if line.startswith("Die Datei `"):
            name = line.split("`")[1]
        elif line.startswith("    ") or (not line and name in written):
            written.setdefault(name, []).append(line.removeprefix("    "))
    assert list(written) == ["pack.toml", "sources.toml", "funding.toml"]
    folder = tmp_path / "hausprogramm"
    folder.mkdir()
    for file, lines in written.items():
        (folder / file).write_text("\n".join(lines), "utf-8")
    assert run("content", "check", folder).lines[0] == "Alle Inhaltspakete sind in Ordnung."
