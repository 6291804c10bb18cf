"""Keys by commands: what opens the data, passphrases from files and terminals, sheets, another key."""

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from advisor_app.cli import main
from advisor_app.cli.options import split_options
from advisor_app.override import override
from advisor_app.storage import keyslots
from tests.cli.conftest import LICH, Run, Said, in_process

WORDS = "Grüße aus der Wetterau"
OTHER = "Vogelsberg im Nebel"

Tell = Callable[..., Said]


@pytest.fixture(autouse=True)
def cheap_passphrases(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stretch passphrases as little as the format allows: the rules are the same."""
    for name, value in (("_PASSES", 1), ("_LANES", 1), ("_MEMORY_KIB", 8)):
        monkeypatch.setattr(keyslots, name, value)


@pytest.fixture
def tell(capsys: pytest.CaptureFixture[str]) -> Tell:
    """Run a command in a folder as it is, and return whatever it says."""

    def command(*arguments: str | Path) -> Said:
        code = main([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return Said(code, captured.out, captured.err)

    return command


def secret_file(folder: Path, words: str) -> Path:
    file = folder / f"{abs(hash(words))}.txt"
    file.write_text(words + "\nnicht Teil der Passphrase\n", encoding="utf-8")
    return file


def type_in(monkeypatch: pytest.MonkeyPatch, *answers: str) -> list[str]:
    """Sit at the terminal and answer; returns the questions as they come."""
    questions: list[str] = []
    waiting = list(answers)

    def getpass(question: str) -> str:
        questions.append(question.strip())
        return waiting.pop(0)

    class Terminal(io.StringIO):
        @override
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr("getpass.getpass", getpass)
    monkeypatch.setattr(sys, "stdin", Terminal())
    return questions


def test_the_first_real_case_makes_the_sheet_and_says_so_once(tell: Tell, own_data_folder: Path) -> None:
    first = tell("case", "create", "--commune", LICH, "--modules", "M4", "--json")
    (sheet,) = own_data_folder.glob("*.pdf")
    assert first.code == 0
    assert json.loads(first.out)["modules"] == ["M4"]
    assert first.err.count("\n") == 1
    assert str(sheet) in first.err
    assert "drucken" in first.err
    assert sheet.stat().st_mode & 0o777 == 0o600
    assert f"liegt noch bei den Daten: {sheet}" in tell("key", "show").out
    second = tell("case", "create", "--commune", LICH, "--json")
    assert (second.code, second.err) == (0, "")
    assert tell("key", "show", "--json").json["recovery_sheet"] in sheet.name
    sheet.unlink()
    assert "liegt noch" not in tell("key", "show").out


def test_the_sheet_goes_where_it_is_wanted_and_nothing_is_made_for_a_refused_case(
    tell: Tell, tmp_path: Path, own_data_folder: Path
) -> None:
    sheet = tmp_path / "blatt.pdf"
    assert "M9" in tell("case", "create", "--commune", LICH, "--modules", "M9", "--recovery-sheet", sheet).err
    assert not sheet.exists()
    assert str(sheet) in tell("case", "create", "--commune", LICH, "--recovery-sheet", sheet).err
    assert sheet.read_bytes().startswith(b"%PDF-")
    assert list(own_data_folder.glob("*.pdf")) == []


def test_where_no_sheet_can_be_written_no_case_is_opened(tell: Tell, tmp_path: Path) -> None:
    said = tell("case", "create", "--commune", LICH, "--recovery-sheet", tmp_path / "missing" / "blatt.pdf")
    assert (said.code, said.out) == (1, "")
    assert tell("case", "list", "--json").json == []
    assert tell("key", "show", "--json").json["recoverable"] is False


def test_the_ways_in_are_shown(tell: Tell) -> None:
    shown = tell("key", "show").lines
    assert shown[0].startswith("Dieses Gerät öffnet die Daten von selbst")
    assert "verloren" in shown[-1]
    value = tell("key", "show", "--json").json
    assert (value["device"], value["passphrase"], value["recoverable"]) == ("key-file", False, False)
    assert value["policy"] == {"file": None, "passphrase_required": False, "minimum_length": 12, "escrow": None}


def test_a_passphrase_from_files_locks_and_opens(tell: Tell, tmp_path: Path) -> None:
    words, other = secret_file(tmp_path, WORDS), secret_file(tmp_path, OTHER)
    assert tell("key", "passphrase", "--new-passphrase-file", words, "--json").json["device"] is None
    said = tell("case", "list")
    assert (said.code, said.out) == (1, "")
    assert "--passphrase-file" in said.err
    assert tell("key", "show", "--json").json["passphrase"] is True
    assert "passt nicht" in tell("--passphrase-file", other, "case", "list").err
    assert tell("case", "list", "--passphrase-file", words, "--json").json == []
    change = ("key", "passphrase", "--new-passphrase-file", other)
    assert tell(*change, "--passphrase-file", words).code == 0
    assert tell("case", "list", "--passphrase-file", words).code == 1
    removed = tell("key", "passphrase", "--remove", "--passphrase-file", other, "--json").json
    assert (removed["passphrase"], removed["device"]) == (False, "key-file")
    assert tell("case", "list").code == 0


def test_somebody_at_a_terminal_is_asked(tell: Tell, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = type_in(monkeypatch, WORDS, "anderes")
    assert "verschieden" in tell("key", "passphrase").err
    assert asked == ["Neue Passphrase:", "Neue Passphrase noch einmal:"]
    type_in(monkeypatch, WORDS, WORDS)
    assert tell("key", "passphrase").code == 0
    asked = type_in(monkeypatch, WORDS)
    assert tell("case", "list", "--json").json == []
    assert asked == ["Passphrase oder Wiederherstellungscode:"]
    type_in(monkeypatch, OTHER)
    assert "passt nicht" in tell("case", "list").err


def test_the_present_passphrase_is_asked_for_also_where_the_device_opens(
    tell: Tell, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    words, other = secret_file(tmp_path, WORDS), secret_file(tmp_path, OTHER)
    keep = tell("key", "passphrase", "--keep-on-device", "--new-passphrase-file", words, "--json").json
    assert (keep["passphrase"], keep["device"]) == (True, "key-file")
    assert tell("case", "list").code == 0
    assert "--passphrase-file" in tell("key", "passphrase", "--new-passphrase-file", other).err
    type_in(monkeypatch, OTHER)
    assert "passt nicht" in tell("key", "passphrase", "--new-passphrase-file", other).err


def test_the_code_of_the_sheet_opens_when_the_passphrase_is_forgotten(
    tell: Tell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = "7KQ2M-4W8XN-VB31T-0GHJD-9RSZ5Y"
    monkeypatch.setattr("advisor_app.services.protection.new_recovery_code", lambda: code)
    sheet = tmp_path / "blatt.pdf"
    assert tell("key", "recovery", "--recovery-sheet", sheet, "--json").json["file"] == str(sheet)
    tell("key", "passphrase", "--new-passphrase-file", secret_file(tmp_path, WORDS))
    by_sheet = ("--passphrase-file", secret_file(tmp_path, code.lower().replace("-", " ")))
    assert tell("case", "list", *by_sheet).code == 0
    changed = tell("key", "passphrase", "--new-passphrase-file", secret_file(tmp_path, OTHER), *by_sheet)
    assert changed.code == 0
    assert tell("case", "list", "--passphrase-file", secret_file(tmp_path, OTHER)).code == 0


def test_another_key_leaves_all_that_was_there(tell: Tell, tmp_path: Path, own_data_folder: Path) -> None:
    words = secret_file(tmp_path, WORDS)
    case = tell("case", "create", "--commune", LICH, "--recovery-sheet", tmp_path / "alt.pdf", "--json")
    tell("key", "passphrase", "--keep-on-device", "--new-passphrase-file", words)
    before = (own_data_folder / "keyslots.json").read_bytes(), tell("key", "show", "--json").json["recovery_sheet"]
    wrong = tell("key", "rekey", "--recovery-sheet", tmp_path / "neu.pdf", "--passphrase-file", tmp_path / "none")
    assert wrong.code == 1
    assert not (tmp_path / "neu.pdf").exists()
    renewed = tell("key", "rekey", "--recovery-sheet", tmp_path / "neu.pdf", "--passphrase-file", words, "--json").json
    assert renewed["recovery_sheet"] != before[1]
    assert (tmp_path / "neu.pdf").exists()
    assert (own_data_folder / "keyslots.json").read_bytes() != before[0]
    for opened in (tell("case", "list", "--json"), tell("case", "list", "--passphrase-file", words, "--json")):
        assert [row["id"] for row in opened.json] == [json.loads(case.out)["id"]]


def test_a_policy_demands_a_passphrase_of_commands_too(
    tell: Tell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, own_data_folder: Path
) -> None:
    policy = tmp_path / "policy.toml"
    policy.write_text("[passphrase]\nrequired = true\nminimum_length = 14\n", encoding="utf-8")
    monkeypatch.setenv("ADVISOR_APP_POLICY", str(policy))
    assert tell("case", "list").code == 1
    assert "14" in tell("case", "list", "--passphrase-file", secret_file(tmp_path, "zwölf Zeichen")).err
    assert not (own_data_folder / "keyslots.json").exists()
    words = ("--passphrase-file", secret_file(tmp_path, WORDS))
    assert tell("case", "list", *words).code == 0
    assert tell("key", "show").lines[-1] == f"Richtlinie: {policy}"
    assert "verlangt eine Passphrase" in tell("key", "passphrase", "--remove", *words).err


def test_a_broken_policy_stops_every_command(
    tell: Tell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, own_data_folder: Path
) -> None:
    policy = tmp_path / "policy.toml"
    policy.write_text("[passphrase]\nrequired = yes\n", encoding="utf-8")
    monkeypatch.setenv("ADVISOR_APP_POLICY", str(policy))
    for arguments in (("case", "list"), ("key", "show"), ("demo", "--out", tmp_path / "out")):
        said = tell(*arguments)
        assert (said.code, said.out) == (1, "")
        assert f"„{policy}“ hat in Zeile 2" in said.err
    assert not (own_data_folder / "beraterkoffer.sqlite").exists()


@pytest.mark.parametrize("content", [None, b"\xff\xfe\x00"])
def test_a_file_that_holds_no_passphrase_is_named(tell: Tell, tmp_path: Path, content: bytes | None) -> None:
    tell("key", "passphrase", "--new-passphrase-file", secret_file(tmp_path, WORDS))
    file = tmp_path / "leer.txt"
    if content is not None:
        file.write_bytes(content)
    assert "leer.txt" in tell("case", "list", "--passphrase-file", file).err


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"", "beschädigt"), (b'{"format": 9}', "neueren"), (b"x" * 70_000, "beschädigt")],
)
def test_a_keyslot_file_that_is_not_sound_is_told(
    run: Run, fail: Run, own_data_folder: Path, content: bytes, words: str
) -> None:
    run("case", "list")
    (own_data_folder / "keyslots.json").write_bytes(content)
    before = {path: path.read_bytes() for path in own_data_folder.iterdir() if path.suffix == ".sqlite"}
    for arguments in (("case", "list"), ("key", "show")):
        assert words in fail(*arguments).err
    assert before == {path: path.read_bytes() for path in before}


def test_no_secret_is_written_anywhere(tmp_path: Path, own_data_folder: Path) -> None:
    words = secret_file(tmp_path, WORDS)
    assert in_process("key", "passphrase", "--new-passphrase-file", words).returncode == 0
    done = in_process("case", "list", "--passphrase-file", words, "--json")
    assert json.loads(done.stdout) == []
    denied = in_process("case", "list")
    assert denied.returncode == 1
    assert denied.stderr.count(b"\n") == 1
    for file in own_data_folder.rglob("*"):
        if file.is_file():
            assert WORDS.encode() not in file.read_bytes()


def test_the_file_may_stand_before_or_after_the_command() -> None:
    options, rest = split_options(["case", "--passphrase-file", "x", "list", "--passphrase-file=y"])
    assert options == [["--passphrase-file", "x"], ["--passphrase-file", "y"]]
    assert rest == ["case", "list"]
