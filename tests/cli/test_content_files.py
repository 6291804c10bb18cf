"""Content packs as workbooks on the command line, and the schemas."""

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from advisor_app.cli import main
from advisor_app.content.shapes.schema import schema_files
from advisor_app.resources_folder import resources_folder
from tests.cli.conftest import Run


def test_a_pack_goes_out_and_comes_in(run: Run, tmp_path: Path) -> None:
    book = tmp_path / "m4.xlsx"
    (line,) = run("content", "export", "m4", "--out", book).lines
    assert line.startswith(f"Geschrieben: {book} (Blätter: ")
    (line,) = run("content", "import", book, "--out", tmp_path / "packs").lines
    files = len(list((resources_folder() / "content" / "m4").iterdir()))
    assert line.startswith(f"Übernommen nach {tmp_path / 'packs' / 'm4'} (Dateien: {files}).")
    again = tmp_path / "again.xlsx"
    written = run("content", "export", tmp_path / "packs" / "m4", "--out", again, "--json").json
    assert set(written) == {"file", "sheets", "rows"}
    assert again.read_bytes() == book.read_bytes()


def test_errors_are_told_by_sheet_and_cell(run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    book = tmp_path / "m4.xlsx"
    run("content", "export", "m4", "--out", book)
    opened = load_workbook(book)
    opened["Fragen"]["F17"] = "=1+1"
    opened.save(book)
    arguments = ["content", "import", str(book), "--out", str(tmp_path / "packs")]
    assert main(arguments) == 1
    captured = capsys.readouterr()
    assert captured.err == ""
    first, *_others, last = captured.out.splitlines()
    assert first == "Blatt „Fragen“, Zelle F17: Hier steht eine Formel; bitte fügen Sie nur ihren Wert ein."
    assert last.startswith("Nicht übernommen: ")
    assert not (tmp_path / "packs").exists()
    assert main(["--lang", "en", *arguments, "--json"]) == 1
    value = json.loads(capsys.readouterr().out)
    assert value["folder"] is None
    assert value["findings"][0] == {
        "sheet": "Fragen",
        "cell": "F17",
        "sentence": "Sheet “Fragen”, cell F17: There is a formula here; please enter its value only.",
        "severity": "error",
    }


def test_what_is_there_is_replaced_when_told(run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    book, packs = tmp_path / "m1.xlsx", tmp_path / "packs"
    run("content", "export", "m1", "--out", book)
    run("content", "import", book, "--out", packs)
    assert main(["content", "import", str(book), "--out", str(packs)]) == 1
    assert "liegt schon ein Paket" in capsys.readouterr().err
    (packs / "m1" / "sources.toml").write_text("", encoding="utf-8")
    _taken, gone = run("content", "import", book, "--out", packs, "--replace").lines
    assert gone == "Nicht mehr dabei: sources.toml."


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("export", "m9", "--out", "x.xlsx"), "gibt es nicht"),
        (("import", "fehlt.xlsx", "--out", "packs"), "lässt sich nicht lesen"),
    ],
)
def test_what_is_not_there_is_told(
    run: Run, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], words: str
) -> None:
    assert run("content", "schema", "--help").code == 0
    assert main(["content", *arguments]) == 1
    assert words in capsys.readouterr().err


def test_schemas_are_written(run: Run, tmp_path: Path) -> None:
    (line,) = run("content", "schema", "--out", tmp_path / "schema").lines
    assert line == f"Geschrieben: {len(schema_files())} Schemata in {tmp_path / 'schema'}."
    assert {file.name for file in (tmp_path / "schema").iterdir()} == set(schema_files())
