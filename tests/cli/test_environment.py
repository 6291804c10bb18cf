"""Data folder, author and language: where they come from and where they may stand."""

import sys
from pathlib import Path

import pytest

from advisor_app.cli.environment import Environment
from advisor_app.cli.options import split_options
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.services.workspace import open_workspace
from tests.cli.conftest import LICH, Run


@pytest.mark.parametrize(
    ("arguments", "options", "rest"),
    [
        ([], [], []),
        (["case", "list"], [], ["case", "list"]),
        (["--data", "x", "case", "list"], [["--data", "x"]], ["case", "list"]),
        (["case", "--data=x=y", "list", "--lang", "en"], [["--data", "x=y"], ["--lang", "en"]], ["case", "list"]),
        (["case", "list", "--author"], [["--author"]], ["case", "list"]),
        (["case", "--", "--data", "x"], [], ["case", "--", "--data", "x"]),
        (["--database", "x"], [], ["--database", "x"]),
    ],
)
def test_options_may_stand_anywhere(arguments: list[str], options: list[list[str]], rest: list[str]) -> None:
    assert split_options(arguments) == (options, rest)


def test_the_option_wins_over_the_variable_and_the_variable_over_the_system(tmp_path: Path) -> None:
    variables = {"ADVISOR_APP_DATA": str(tmp_path / "variable")}
    assert Environment.of([["--data", str(tmp_path)]], variables).folder == tmp_path
    assert Environment.of([], variables).folder == tmp_path / "variable"
    assert Environment.of([["--data", "~/daten"]], {}).folder == Path.home() / "daten"
    own = Environment.of([], {}).folder
    assert own.name == "Beraterkoffer"
    assert own.is_relative_to(Path.home())
    if sys.platform == "win32":
        assert "Roaming" not in own.parts


def test_the_example_never_enters_a_real_portfolio(tmp_path: Path) -> None:
    unnamed = Environment.of([], {})
    assert unnamed.for_example().folder != unnamed.folder
    named = Environment.of([["--data", str(tmp_path)]], {})
    assert named.for_example().folder == tmp_path


def test_the_last_option_of_a_name_counts() -> None:
    assert Environment.of([["--lang", "de"], ["--lang", "en"]], {}).language == "en"


def test_an_unknown_language_is_refused(tmp_path: Path) -> None:
    with pytest.raises(AdvisorError) as caught:
        Environment(data=str(tmp_path), language="fr").preferences()
    assert caught.value.problem is Problem.BAD_VALUE
    assert Environment(language="fr").texts.language == "de"


@pytest.mark.parametrize(
    "arguments",
    [
        ("--data", "{}", "--author", "Sam", "case", "create", "--commune", LICH),
        ("case", "create", "--commune", LICH, "--data", "{}", "--author", "Sam"),
        ("case", "--data={}", "create", "--author=Sam", "--commune", LICH),
    ],
)
def test_data_and_author_work_before_and_after_the_command(
    run: Run, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    folder = tmp_path / "woanders"
    run(*(argument.replace("{}", str(folder)) for argument in arguments))
    workspace = open_workspace(folder, Environment(data=str(folder)).preferences())
    (row,) = workspace.portfolio.load()
    assert workspace.cases.load(row.case_id).head.adviser == "Sam"
    with workspace.database.read() as connection:
        assert connection.exec_driver_sql("SELECT DISTINCT author FROM log").scalars().all() == ["Sam"]
    workspace.close()


def test_the_language_of_the_output_can_be_chosen(run: Run, fail: Run, case_id: str) -> None:
    assert "Buchung M1" in run("case", "show", case_id).out
    assert "Booking M1" in run("--lang", "en", "case", "show", case_id).out
    assert run("case", "show", case_id, "--lang", "en").out == run("--lang=en", "case", "show", case_id).out
    assert fail("case", "show", "zzzz", "--lang", "en").err.startswith("There is no case “zzzz”.")


def test_the_preferences_of_the_folder_hold(run: Run, own_data_folder: Path, case_id: str) -> None:
    (own_data_folder / "settings.toml").write_text('language = "en"\nadviser = "Kim Berger"\n', encoding="utf-8")
    assert "Booking M1" in run("case", "show", case_id).out
    made = run("case", "create", "--commune", LICH, "--json").json["id"]
    assert run("case", "show", made, "--json").json["adviser"] == "Kim Berger"


def test_broken_preferences_are_told(fail: Run, own_data_folder: Path) -> None:
    own_data_folder.mkdir()
    (own_data_folder / "settings.toml").write_text('language = "de"\nzoom = "groß"\n', encoding="utf-8")
    said = fail("case", "list")
    assert "settings.toml" in said.err
    assert "Zeile 2" in said.err
