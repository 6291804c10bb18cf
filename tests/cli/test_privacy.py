"""Commands for history and data protection."""

import json
from pathlib import Path

import pytest

from advisor_app.domain.case import Contact, Person
from advisor_app.domain.changes import ContactSet
from advisor_app.services.data_lock import Access
from advisor_app.services.preferences import Preferences
from advisor_app.services.workspace import open_workspace
from tests.cli.conftest import Run

NAME = "Annegret Wolkenhauer"


@pytest.fixture
def with_person(own_data_folder: Path, answered: str) -> str:
    """Return a case in which somebody is listed and named in its wish."""
    workspace = open_workspace(own_data_folder, Preferences(adviser="Kim Berger"), access=Access.WRITE)
    session = workspace.cases.open(answered)
    session.save_person(Person(id="p-anna", name=NAME, phone="06404 12345"))
    session.apply(ContactSet("k", None, Contact(id="k", person="p-anna", function="Leitung", roles=("BM",))))
    workspace.close()
    return answered


def test_the_history_tells_who_changed_what(run: Run, answered: str) -> None:
    entries = run("case", "history", answered, "--question", "4.5.1", "--json").json
    assert [entry["title"] for entry in entries] == ["Antwort 4.5.1"]
    assert {"label": "Stufe", "before": "", "after": "2"} in entries[0]["fields"]
    everything = run("case", "history", answered)
    assert any("Stammdaten" in line for line in everything.lines)
    assert any(line.strip() == "Stufe: leer → 2" for line in everything.lines)


def test_a_person_is_listed_exported_and_erased(run: Run, fail: Run, with_person: str, tmp_path: Path) -> None:
    (person,) = run("privacy", "list", "--json").json["people"]
    assert (person["case"], person["name"]) == (with_person, NAME)
    stored = run("privacy", "export", with_person, NAME, "--json").json
    assert stored["person"]["phone"] == "06404 12345"
    assert stored["contacts"] == [{"function": "Leitung", "roles": ["BM"]}]
    text, value = tmp_path / "auskunft.txt", tmp_path / "auskunft.json"
    run("privacy", "export", with_person, "p-anna", "--out", text)
    run("privacy", "export", with_person, "p-anna", "--out", value)
    assert NAME in text.read_text(encoding="utf-8")
    assert json.loads(value.read_text(encoding="utf-8")) == stored
    record = run("privacy", "erase-person", with_person, NAME, "--reason", "auf Wunsch", "--json").json
    assert (record["what"], record["subject"], record["reason"]) == ("person", "p-anna", "auf Wunsch")
    assert run("privacy", "list", "--json").json["people"] == []
    assert "Eine Person" in fail("privacy", "export", with_person, NAME).err
    assert NAME not in run("case", "history", with_person).out


def test_a_person_is_kept_until_a_day_and_erased_when_it_is_over(run: Run, with_person: str) -> None:
    (person,) = run("privacy", "list", "--json").json["people"]
    assert not person["due"]
    kept = run("privacy", "keep-person", with_person, NAME, "--until", "01.09.2020", "--json").json
    assert (kept["until"], kept["usual"], kept["due"]) == ("2020-09-01", person["until"], True)
    assert any("abgelaufen am 01.09.2020" in line for line in run("privacy", "list").lines)
    assert "bis" in run("privacy", "keep-person", with_person, NAME, "--until", "usual").out
    assert "niemandem" in run("privacy", "erase-due", with_person).out
    run("privacy", "keep-person", with_person, NAME, "--until", "01.09.2020")
    assert run("privacy", "erase-due", with_person, "--json").json["subject"] == "p-anna"
    assert run("privacy", "list", "--json").json["people"] == []


def test_a_day_that_is_none_keeps_nobody(run: Run, fail: Run, with_person: str) -> None:
    assert "31.02.2020" in fail("privacy", "keep-person", with_person, NAME, "--until", "31.02.2020").err
    assert not run("privacy", "list", "--json").json["people"][0]["due"]


def test_a_case_is_erased_and_the_record_stays(run: Run, fail: Run, with_person: str) -> None:
    run("privacy", "erase-case", with_person, "--only-personal-data")
    assert run("case", "show", with_person, "--json").json["id"] == with_person
    said = run("privacy", "erase-case", with_person)
    assert said.lines[0].split("  ")[1:3] == ["Fall gelöscht", with_person]
    assert run("case", "list", "--json").json == []
    assert "Beratungsfall" in fail("privacy", "erase-case", with_person).err
    erased = run("privacy", "list", "--json").json["erased"]
    assert [item["what"] for item in erased] == ["case", "personal-data"]
    assert any("Gelöscht" in line for line in run("privacy", "list").lines)


def test_names_in_texts_and_old_backups_go(run: Run, answered: str) -> None:
    assert run("privacy", "redact", answered, "Niemandsen").lines == ["Der Name steht in keinem Text dieses Falls."]
    assert run("privacy", "erase-backups").lines == ["Keine Sicherung enthält noch etwas, das gelöscht wurde."]


def test_an_erased_person_stays_away_from_an_older_case_file_unless_wanted_back(
    run: Run, with_person: str, tmp_path: Path
) -> None:
    file, words = tmp_path / "fall.bkcase", tmp_path / "words.txt"
    words.write_text("vier Elstern am Bach\n", encoding="utf-8")
    run("case", "export", with_person, "--out", file, "--case-passphrase-file", words)
    run("privacy", "erase-person", with_person, NAME)
    take_in = ("case", "import", file, "--case-passphrase-file", words)
    assert "1 gelöschte Person wird nicht wieder übernommen" in run(*take_in, "--preview").out
    told = run(*take_in, "--json").json
    assert (told["erased_people"], told["imported"]["people"]) == (1, 0)
    assert "1 gelöschte Person wird nicht wieder übernommen" in run(*take_in).out
    assert run("privacy", "list", "--json").json["people"] == []
    assert "Personen: 1" in run(*take_in, "--with-erased").out
    assert [row["name"] for row in run("privacy", "list", "--json").json["people"]] == [NAME]
