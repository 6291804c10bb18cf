"""The help of every command in both languages, and what is said in English."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from advisor_app import cli
from advisor_app.cli.commands import command_tree
from advisor_app.cli.help import value_word
from advisor_app.languages import LANGUAGES
from advisor_app.texts import load_texts
from tests.cli.conftest import Run

_GERMAN_LETTERS = set("äöüÄÖÜß„")
_NEUTRAL = {"AGS", "BM", "EUR", "EURO", "ID", "IT", "LEIKA", "NAME", "TEXT", "UC", "WB"}
"""Words and examples that are the same in every language."""


def commands(command: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Yield every command and group with the words that lead to it."""
    yield path, command
    for name, inner in getattr(command, "commands", {}).items():
        yield from commands(inner, (*path, name))


ALL = dict(commands(command_tree()))


@pytest.mark.parametrize("path", ALL, ids=" ".join)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_and_all_it_takes_is_explained(run: Run, path: tuple[str, ...], language: str) -> None:
    texts = load_texts(language)
    words = run("--lang", language, *path, "--help").out
    assert words.startswith(" ".join((texts("help.call", command="").split()[0], "advisor-app", *path)))
    said = " ".join(words.split())
    for parameter in ALL[path].params:
        own = ".".join(("help", *(path or ("program",)), parameter.name))
        about = texts(own if own in texts else f"help.parameters.{parameter.name}")
        assert about in said
        name = max(parameter.opts, key=len)
        assert (name if name.startswith("--") else value_word(parameter.metavar, texts)) in words
    assert all(len(line) <= 100 for line in words.splitlines())
    if language == "en":
        assert not _GERMAN_LETTERS & set(words.replace("Förderung", "").replace("and ß may", ""))


def test_every_command_that_is_written_can_be_called() -> None:
    written = {
        (f"advisor_app.cli.{file.stem}", node.name)
        for file in Path(cli.__file__).parent.glob("*.py")
        for node in ast.parse(file.read_text("utf-8")).body
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")
        if any(part.annotation and ast.unparse(part.annotation) == "typer.Context" for part in node.args.args)
    }
    called = {(command.callback.__module__, command.callback.__name__) for command in ALL.values() if command.callback}
    assert written
    assert written - called == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_help_is_left_over(language: str) -> None:
    known = {"help", "call", "call-of-group", "arguments", "options", "commands"}
    shared = {f"parameters.{parameter.name}" for command in ALL.values() for parameter in command.params}
    own = {
        ".".join((*(path or ("program",)), name))
        for path, command in ALL.items()
        for name in ("about", *(parameter.name for parameter in command.params))
    }
    keys = {key.removeprefix("help.") for key in load_texts(language).entries if key.startswith("help.")}
    assert {key for key in keys if not key.startswith("values.")} <= known | shared | own


def test_placeholders_are_in_the_language_of_the_help(run: Run) -> None:
    words = run("booking", "set", "--help").out
    assert "--financing FINANZIERUNG " in words
    assert "--workshop TAG,TAG " in words
    every = {word for command in ALL.values() for item in command.params for word in _words(item.metavar or "")}
    assert every - _NEUTRAL <= {key.removeprefix("help.values.") for key in load_texts("de").entries}


def _words(metavar: str) -> list[str]:
    return re.findall("[A-Z][A-Z_]+", metavar)


def test_the_preferred_language_holds_where_none_is_given(run: Run, fail: Run, own_data_folder: Path) -> None:
    own_data_folder.mkdir(exist_ok=True)
    (own_data_folder / "settings.toml").write_text('language = "en"\n', encoding="utf-8")
    assert run("case", "--help").out.startswith("Usage: ")
    assert run("--lang", "de", "case", "--help").out.startswith("Aufruf: ")
    assert "There is no" in fail("case", "show", "zzzz").err
    (own_data_folder / "settings.toml").write_text("language = \n", encoding="utf-8")
    assert run("case", "--help").out.startswith("Aufruf: ")


def test_errors_are_english_where_english_is_wanted(fail: Run, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    for arguments in (
        ("case", "show", "zzzz"),
        ("case", "create", "--commune", "abc"),
        ("case", "fly"),
        ("case", "show"),
        ("assessment", "import", "x"),
        ("communes", "import", empty),
        ("communes", "merge", "06531011", "06531011"),
        ("funding", "check", "--modules", "M1", "--on", "gestern"),
    ):
        said = fail("--lang", "en", *arguments).err
        assert not _GERMAN_LETTERS & set(said), said
        assert "Die Datei" not in said
    assert "“FILE.csv”" in fail("--lang", "en", "assessment", "import", "x").err
    assert "„DATEI.csv“" in fail("assessment", "import", "x").err
