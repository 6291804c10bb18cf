"""Cases passed on by commands: exported, previewed, imported, decided, handed over."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from advisor_app.services.attendance import typed
from advisor_app.services.data_lock import Access
from advisor_app.services.preferences import Preferences
from advisor_app.services.workspace import open_workspace
from tests.cli.conftest import Run
from tests.profiles import make_recoverable

HERE, THERE = ("--data", "kim", "--author", "Kim Berger"), ("--data", "robin", "--author", "Robin Falk")


@pytest.fixture(autouse=True)
def two_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.chdir(tmp_path)
    Path("words.txt").write_text("vier Elstern am Bach\n", encoding="utf-8")
    for folder in ("kim", "robin"):
        make_recoverable(tmp_path / folder)
    return iter(())


def new_case(run: Run) -> str:
    return str(run(*HERE, "case", "create", "--commune", "06531011", "--modules", "M4", "--json").json["id"])


def list_person(folder: str, case: str, line: str) -> None:
    """Put somebody on the list of participants, which only the window does."""
    workspace = open_workspace(Path(folder), Preferences(), access=Access.WRITE)
    session = workspace.cases.open(case)
    for person, change in typed(session.case, [line]):
        session.save_person(person)
        session.apply(change)
    workspace.close()


def answer(run: Run, who: tuple[str, ...], case: str, level: int) -> None:
    Path("answer.csv").write_text(f"question,level\n4.1.1,{level}\n", encoding="utf-8")
    run(*who, "assessment", "import", case, "answer.csv")


def level_of(run: Run, who: tuple[str, ...], case: str) -> str:
    run(*who, "assessment", "export", case, "out.csv")
    rows = Path("out.csv").read_text(encoding="utf-8-sig").splitlines()
    return next(row for row in rows if "4.1.1" in row)


def export(run: Run, who: tuple[str, ...], case: str, *more: str) -> dict[str, object]:
    said = run(*who, "case", "export", case, "--out", "fall.bkcase", "--case-passphrase-file", "words.txt", *more)
    return {} if "--json" not in more else said.json


def test_a_case_goes_there_and_back(run: Run) -> None:
    case = new_case(run)
    answer(run, HERE, case, 1)
    told = export(run, HERE, case, "--json")
    assert (told["case"], told["handed_over_to"], told["missing_evidence"]) == (case, None, [])
    arrived = run(*THERE, "case", "import", "fall.bkcase", "--passphrase-file", "words.txt", "--json").json
    assert (arrived["new"], arrived["case"]) == (True, case)
    again = run(*THERE, "case", "import", "fall.bkcase", "--case-passphrase-file", "words.txt", "--json").json
    assert again["imported"] == {"records": 0, "log": 0, "people": 0, "evidence": 0, "doubled": []}
    answer(run, THERE, case, 3)
    export(run, THERE, case)
    preview = run(*HERE, "case", "import", "fall.bkcase", "--passphrase-file", "words.txt", "--preview", "--json").json
    assert preview["imported"] is None
    assert preview["counts"]["newer_there"] == 1
    assert ";1;" in level_of(run, HERE, case)
    run(*HERE, "case", "import", "fall.bkcase", "--passphrase-file", "words.txt")
    assert ";3;" in level_of(run, HERE, case)


def test_whoever_was_listed_on_both_laptops_is_named(run: Run) -> None:
    case = new_case(run)
    list_person("kim", case, "Anna Schmitt; Leitung; Bauamt")
    export(run, HERE, case)
    said = run(*THERE, "case", "import", "fall.bkcase", "--case-passphrase-file", "words.txt").out
    assert "mehrfach" not in said
    list_person("robin", case, "Schmitt, Anna")
    export(run, THERE, case)
    arguments = (*HERE, "case", "import", "fall.bkcase", "--case-passphrase-file", "words.txt")
    assert run(*arguments).lines[-1].startswith("Anna Schmitt steht mehrfach auf der Teilnahmeliste.")
    assert run(*arguments, "--json").json["imported"]["doubled"] == ["Anna Schmitt"]


def test_what_both_changed_is_listed_and_needs_a_decision(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    from advisor_app.cli import main

    case = new_case(run)
    export(run, HERE, case)
    run(*THERE, "case", "import", "fall.bkcase", "--case-passphrase-file", "words.txt")
    answer(run, THERE, case, 3)
    answer(run, HERE, case, 2)
    export(run, THERE, case)
    assert main([*HERE, "case", "import", "fall.bkcase", "--case-passphrase-file", "words.txt"]) == 1
    said = capsys.readouterr()
    assert said.err.count("\n") == 1
    assert "--keep mine" in said.err
    assert "Kim Berger" in said.out
    assert "Robin Falk" in said.out
    assert ";2;" in level_of(run, HERE, case)
    run(*HERE, "case", "import", "fall.bkcase", "--case-passphrase-file", "words.txt", "--keep", "theirs")
    assert ";3;" in level_of(run, HERE, case)


def test_a_recipient_key_needs_no_passphrase(run: Run, fail: Run) -> None:
    case = new_case(run)
    key = run(*THERE, "case", "recipient").lines[0]
    run(*HERE, "case", "export", case, "--out", "fall.bkcase", "--recipient", key)
    run(*THERE, "case", "import", "fall.bkcase")
    assert [row["id"] for row in run(*THERE, "case", "list", "--json").json] == [case]
    assert "Empfangsschlüssel" in fail(*HERE, "case", "import", "fall.bkcase").err


def test_a_case_is_handed_over_and_taken_back(run: Run, fail: Run) -> None:
    case = new_case(run)
    told = export(run, HERE, case, "--hand-over", "Robin Falk", "--json")
    assert told["handed_over_to"] == "Robin Falk"
    assert "übergeben an „Robin Falk“" in run(*HERE, "case", "list").out
    assert "übergeben an „Robin Falk“" in run(*HERE, "case", "show", case).out
    assert run(*HERE, "case", "list", "--json").json[0]["handed_over_to"] == "Robin Falk"
    Path("answer.csv").write_text("question,level\n4.1.1,1\n", encoding="utf-8")
    assert "übergeben" in fail(*HERE, "assessment", "import", case, "answer.csv").err
    assert "Robin Falk" in run(*HERE, "case", "take-back", case).out
    run(*HERE, "assessment", "import", case, "answer.csv")
    assert run(*HERE, "case", "take-back", case, "--json").json["taken_back_from"] is None


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (("case", "import", "fall.bkcase"), "Passphrase"),
        (("case", "import", "answer.csv"), "keine Falldatei"),
        (("case", "import", "nirgends.bkcase"), "nirgends.bkcase"),
        (("case", "import", "fall.bkcase", "--keep", "beide"), "--keep"),
        (("case", "export", "CASE", "--out", "x.bkcase"), "Passphrase"),
        (("case", "export", "CASE", "--out", "x.bkcase", "--recipient", "abc"), "Empfangsschlüssel"),
        (("case", "export", "CASE", "--out", "nirgends/x.bkcase", "--passphrase-file", "words.txt"), "nirgends"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(run: Run, fail: Run, arguments: tuple[str, ...], word: str) -> None:
    case = new_case(run)
    export(run, HERE, case)
    Path("answer.csv").write_text("question,level\n4.1.1,1\n", encoding="utf-8")
    assert word in fail(*HERE, *(case if part == "CASE" else part for part in arguments)).err
    assert not Path("x.bkcase").exists()
