"""What commands say when something goes wrong."""

import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from advisor_app.cli import cases, main, window
from advisor_app.cli.environment import DATA_VARIABLE, Environment
from advisor_app.services.data_lock import Access, hold
from tests.cli.conftest import CHECKOUT, LICH, Run, in_process
from tests.profiles import connect_to


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["fall"], "„fall“"),
        (["case"], "unvollständig"),
        (["case", "lst"], "„lst“"),
        (["case", "show"], "„FALL“"),
        (["case", "create"], "„--commune“"),
        (["case", "create", "--commune"], "„--commune“"),
        (["case", "list", "--farbe"], "„--farbe“"),
        (["case", "list", "mehr"], "„mehr“"),
        (["case", "list", "--data"], "„--data“"),
        (["--lang", "fr", "case", "list"], "„--lang“"),
        (["communes", "find", "x", "--limit", "viele"], "„--limit“"),
        (["assessment", "create", "x", "--kind", "party"], "„--kind“"),
        (["funding", "check"], "„--modules“"),
        (["documents", "create", "x", "result-report"], "„--out“"),
        (["demo"], "„--out“"),
    ],
)
def test_a_command_that_makes_no_sense_ends_with_2_and_says_who_helps(
    fail: Run, arguments: list[str], word: str
) -> None:
    said = fail(*arguments)
    assert said.code == 2
    assert word in said.err
    assert "--help“" in said.err


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["case", "show", "zzzz"], "„zzzz“"),
        (["case", "create", "--commune", "06999999"], "„06999999“"),
        (["case", "create", "--commune", "abc"], "„abc“"),
        (["case", "create", "--commune", LICH, "--modules", "M1,M9"], "„M9“"),
        (["funding", "check", "--modules", "M1", "--on", "gestern"], "„gestern“"),
        (["funding", "check", "--modules", "M1", "--commune", "0"], "„0“"),
        (["communes", "import", "fehlt.txt"], "„fehlt.txt“"),
    ],
)
def test_what_does_not_exist_ends_with_1(fail: Run, arguments: list[str], word: str) -> None:
    said = fail(*arguments)
    assert said.code == 1
    assert word in said.err


def test_writing_waits_for_an_open_window_to_close(run: Run, fail: Run, own_data_folder: Path, case_id: str) -> None:
    with hold(own_data_folder, Access.WINDOW):
        for command in (
            ("case", "create", "--commune", LICH),
            ("assessment", "areas", case_id, "WB2"),
            ("plan", "propose", case_id, "--take", "all"),
        ):
            said = fail(*command)
            assert said.code == 1
            assert str(own_data_folder) in said.err
            assert "Fenster" in said.err
        assert run("case", "list").lines
        run("funding", "check", "--modules", "M1")
    run("case", "create", "--commune", LICH)


def test_a_newer_database_is_refused_and_left_alone(fail: Run, own_data_folder: Path, case_id: str) -> None:
    file = own_data_folder / "beraterkoffer.sqlite"
    with closing(connect_to(own_data_folder)) as connection:
        connection.execute("PRAGMA user_version = 99")
    before = file.read_bytes()
    assert "neueren Programmversion" in fail("case", "show", case_id).err
    assert file.read_bytes() == before


def test_a_fault_of_the_program_is_one_sentence_and_a_file(
    fail: Run, own_data_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_down(*_: object, **__: object) -> None:
        raise ZeroDivisionError("unheard of")

    monkeypatch.setattr(cases, "show", break_down)
    said = fail("case", "list")
    assert said.code == 1
    (log,) = (own_data_folder / "logs").iterdir()
    assert str(log) in said.err
    assert "ZeroDivisionError" in log.read_text("utf-8")
    assert "unheard of" not in log.read_text("utf-8")  # messages may hold what was typed


def test_an_interruption_is_one_sentence(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(cases, "show", interrupt)
    assert main(["case", "list"]) == 130
    captured = capsys.readouterr()
    assert (captured.out, captured.err.count("\n")) == ("", 1)


def test_a_reader_that_goes_away_is_no_fault(own_data_folder: Path) -> None:
    command = [sys.executable, "-m", "advisor_app", "communes", "find", "a", "--limit", "400"]
    environment = {**os.environ, "PYTHONPATH": str(CHECKOUT)}
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode in {0, 1}
    assert not (own_data_folder / "logs").exists()


def test_output_is_utf_8_whatever_the_system_says() -> None:
    result = in_process("communes", "find", "Giessen", PYTHONUTF8="0", PYTHONIOENCODING="ascii", LC_ALL="C")
    assert (result.returncode, result.stderr) == (0, b"")
    assert "Gießen" in result.stdout.decode("utf-8")
    result = in_process("case", "show", "größe", PYTHONUTF8="0", PYTHONIOENCODING="ascii", LC_ALL="C")
    assert "„größe“" in result.stderr.decode("utf-8")


def test_help_and_version_work_without_a_data_folder(run: Run, own_data_folder: Path) -> None:
    assert run("--version").out.startswith("Beraterkoffer ")
    words = run("--help").out
    for command in ("case", "assessment", "communes", "content", "demo", "documents", "funding", "plan", "use-case"):
        assert f"\n  {command}" in words
    for group in ("case", "assessment", "communes", "content", "documents", "funding", "plan", "use-case"):
        said = run(group, "--help").out
        assert said.startswith(f"Aufruf: advisor-app {group}")
    assert "FALL" in run("documents", "create", "--help").out
    assert not own_data_folder.exists()


def test_without_a_command_the_window_is_opened(
    own_data_folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    opened: list[Environment] = []

    def open_window(environment: Environment, file: Path | None = None) -> int:
        assert file is None
        opened.append(environment)
        return 0

    monkeypatch.setattr(window, "open_window", open_window)
    assert main([]) == 0
    assert main(["--data", str(tmp_path), "--author", "Sam"]) == 0
    assert [environment.folder for environment in opened] == [own_data_folder, tmp_path]
    assert opened[1].author == "Sam"


def loaded_by(*arguments: str) -> tuple[str, set[str]]:
    """What a command says in a process of its own, and the modules that are loaded then."""
    script = (
        "import sys; from advisor_app.cli import main; code = main(sys.argv[1:]);"
        "print(code, *sys.modules, file=sys.stderr)"
    )
    result = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        env={**os.environ, "PYTHONPATH": str(CHECKOUT)},
        capture_output=True,
        text=True,
        check=True,
    )
    code, *modules = result.stderr.split()
    assert code == "0"
    return result.stdout, set(modules)


def test_commands_load_neither_qt_nor_what_they_do_not_need() -> None:
    heavy = {"PySide6", "reportlab", "pikepdf", "sqlalchemy"}
    assert loaded_by("content", "check")[1].isdisjoint(heavy)
    assert loaded_by("case", "list")[1] & heavy == {"sqlalchemy"}
    commands = {name for name in loaded_by("communes", "find", "Lich")[1] if name.startswith("advisor_app.cli.")}
    assert "advisor_app.cli.communes" in commands
    assert commands.isdisjoint({"advisor_app.cli.cases", "advisor_app.cli.agendas", "advisor_app.cli.demo"})


def test_the_version_is_told_before_anything_is_loaded() -> None:
    said, modules = loaded_by("--version")
    assert said.startswith("Beraterkoffer ")
    own = {name for name in modules if name.startswith("advisor_app")}
    assert own == {"advisor_app", "advisor_app.cli", "advisor_app.cli.options"}
    assert modules.isdisjoint({"typer", "pydantic", "dataclasses", "typing", "pathlib"})


@pytest.mark.skipif(sys.platform != "linux", reason="the device that is always full is there on Linux only")
@pytest.mark.parametrize("arguments", ["--version", "communes find Lich"])
@pytest.mark.parametrize(
    ("place", "code", "words"),
    [
        (">/dev/full", 1, "Der Datenträger von „stdout“ ist voll"),
        (">&-", 0, ""),
        ("| true", 0, ""),
    ],
)
def test_an_output_that_nobody_takes_is_no_bug(
    own_data_folder: Path, arguments: str, place: str, code: int, words: str
) -> None:
    result = subprocess.run(
        ["sh", "-c", f'"$0" -P -m advisor_app {arguments} {place}', sys.executable],
        env={**os.environ, "PYTHONPATH": str(CHECKOUT), DATA_VARIABLE: str(own_data_folder)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (result.returncode, words in result.stderr, result.stderr.count("\n")) == (code, True, bool(words))
