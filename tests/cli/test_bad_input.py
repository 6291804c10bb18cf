"""Broken, foreign, empty, huge and cut files at every import: one sentence, and nothing half imported."""

import re
from pathlib import Path

import pytest

from advisor_app.cli import main
from advisor_app.exchange import answers_csv, source_file
from tests.cli.conftest import EXAMPLE, Run
from tests.exchange.test_gv100ad import encoded, hesse

IMPORTS = {
    "answers.csv": ("assessment", "import"),
    "plan.csv": ("plan", "import"),
    "use_case.toml": ("use-case", "import"),
}
BROKEN = {
    "empty": b"",
    "blank": b"\n\n\n",
    "binary": bytes(range(256)) * 20,
    "workbook": b"PK\x03\x04" + b"\0" * 100,
    "foreign": b"Sehr geehrte Damen und Herren,\nanbei der Plan.\n",
    "utf-16": "question;level\n4.1.1;2\n".encode("utf-16"),
    "html": b"<!DOCTYPE html>\n<html></html>\n",
    "other": (EXAMPLE / "case.toml").read_bytes(),
}
WRONG = {
    "answers.csv": ("4.2.1,2,,,", "4.2.1,7,,,", 6, "„7“"),
    "plan.csv": ("U2,Hundesteuer", "U1,Hundesteuer", 3, "Zeile 2"),
    "use_case.toml": ("contingency_percent = 10", 'contingency_percent = "zehn"', 50, "ganze Zahl"),
}


def state(run: Run, case_id: str) -> str:
    return run("case", "show", case_id, "--json").out


@pytest.mark.parametrize("name", IMPORTS)
@pytest.mark.parametrize("kind", BROKEN)
def test_a_file_that_is_none_is_refused(
    run: Run, fail: Run, case_id: str, tmp_path: Path, name: str, kind: str
) -> None:
    file = tmp_path / name
    file.write_bytes(BROKEN[kind])
    before = state(run, case_id)
    said = fail(*IMPORTS[name], case_id, file)
    assert said.code == 1
    assert f"„{name}“" in said.err
    assert "in Zeile " in said.err
    assert state(run, case_id) == before


@pytest.mark.parametrize("name", IMPORTS)
def test_one_wrong_value_refuses_the_whole_file(run: Run, fail: Run, case_id: str, tmp_path: Path, name: str) -> None:
    good, bad, line, word = WRONG[name]
    content = (EXAMPLE / name).read_text("utf-8")
    assert good in content
    file = tmp_path / name
    file.write_text(content.replace(good, bad), encoding="utf-8")
    before = state(run, case_id)
    said = fail(*IMPORTS[name], case_id, file)
    assert word in said.err
    assert (f"in Zeile {line} " in said.err) or name == "use_case.toml"
    assert "Es wurde nichts übernommen." in said.err
    assert state(run, case_id) == before


@pytest.mark.parametrize("name", IMPORTS)
def test_a_cut_file_is_refused(run: Run, fail: Run, case_id: str, tmp_path: Path, name: str) -> None:
    content = (EXAMPLE / name).read_bytes()
    file = tmp_path / name
    file.write_bytes(content[: len(content) * 2 // 3])
    before = state(run, case_id)
    fail(*IMPORTS[name], case_id, file)
    assert state(run, case_id) == before


@pytest.mark.parametrize("name", IMPORTS)
def test_a_huge_file_a_folder_and_a_missing_one_are_refused(fail: Run, case_id: str, tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    limit = (answers_csv if name == "answers.csv" else source_file).MAXIMUM_BYTES
    file.write_bytes(b"question,level\n" * (limit // 15 + 1))
    assert "zu groß" in fail(*IMPORTS[name], case_id, file).err
    assert "keine Datei" in fail(*IMPORTS[name], case_id, tmp_path).err
    assert "keine Datei" in fail(*IMPORTS[name], case_id, tmp_path / "fehlt").err


@pytest.mark.parametrize("kind", BROKEN)
def test_a_file_that_is_no_official_one_is_refused(run: Run, fail: Run, tmp_path: Path, kind: str) -> None:
    file = tmp_path / "GV100AD.txt"
    file.write_bytes(BROKEN[kind])
    before = run("communes", "find", "a", "--limit", "500", "--json").out
    assert "„GV100AD.txt“" in fail("communes", "import", file).err
    assert run("communes", "find", "a", "--limit", "500", "--json").out == before


def test_an_official_file_that_is_cut_in_a_line_is_refused(fail: Run, tmp_path: Path) -> None:
    whole = encoded(hesse())
    file = tmp_path / "GV100AD.txt"
    file.write_bytes(whole[: len(whole) - 150])
    said = fail("communes", "import", file)
    assert f"in Zeile {len(hesse())} " in said.err


def test_an_official_file_with_a_few_communes_is_refused(fail: Run, tmp_path: Path) -> None:
    file = tmp_path / "GV100AD.txt"
    file.write_bytes(encoded(hesse()))
    assert "nur ein Teil" in fail("communes", "import", file).err


def test_a_broken_pack_is_told_with_file_and_line(fail: Run, own_data_folder: Path) -> None:
    pack = own_data_folder / "packs" / "eigenes"
    pack.mkdir(parents=True)
    (pack / "pack.toml").write_text('id = "eigenes"\nversion = 1.0.0\n', encoding="utf-8")
    said = fail("case", "list")
    assert "pack.toml, Zeile 2: " in said.err
    assert "Es wird nicht benutzt" in said.err


def test_a_link_that_leads_in_a_circle_holds_no_packs(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    assert main(["content", "check", str(loop)]) == 1
    assert "kein Inhaltspaket" in capsys.readouterr().out


def test_a_pack_with_endless_mistakes_is_told_at_once(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    pack = tmp_path / "eigenes"
    pack.mkdir()
    (pack / "pack.toml").write_text("".join(f"[a{number}]\n" for number in range(20_000)), encoding="utf-8")
    assert main(["content", "check", str(pack)]) == 1
    assert len(capsys.readouterr().out.splitlines()) <= 1001


def test_copies_of_documents_have_two_forms(fail: Run, answered: str, tmp_path: Path) -> None:
    said = fail("documents", "copy", answered, "result-report", "--out", tmp_path / "x.odt")
    assert ".docx" in said.err
    fail("documents", "copy", answered, "result-report", "--out", tmp_path / "fehlt" / "x.docx")
    assert not list(tmp_path.glob("*.*"))


def test_documents_go_nowhere_they_cannot(fail: Run, answered: str, tmp_path: Path) -> None:
    said = fail("documents", "create", answered, "result-report", "--out", tmp_path / "fehlt" / "x.pdf")
    assert "x.pdf" in said.err
    fail("documents", "create", answered, "brief", "--out", tmp_path / "x.pdf")
    fail("documents", "create", answered, "use-case", "--out", tmp_path / "x.pdf")
    fail("documents", "create", answered, "result-report", "--assessment", "zzzz", "--out", tmp_path / "x.pdf")
    assert list(tmp_path.glob("x.pdf*")) == []
    fail("demo", "--out", EXAMPLE / "plan.csv")


def test_a_proposal_that_is_none_is_refused(run: Run, fail: Run, answered: str) -> None:
    assert "F999" in fail("plan", "propose", answered, "--take", "F999").err
    assert run("case", "show", answered, "--json").json["measures"] == []


HALF_LETTER = "Rathaus\udcff"  # as the shell hands on bytes that are no UTF-8


@pytest.mark.parametrize(
    "command",
    [
        ("candidate", "add", HALF_LETTER),
        ("candidate", "decide", "--way", "plan", "--by", HALF_LETTER),
        ("case", "history", "--question", HALF_LETTER),
        ("e-file", "office", HALF_LETTER),
        ("process", "create", HALF_LETTER),
        ("request", "note", HALF_LETTER),
    ],
)
def test_bytes_that_are_no_letters_are_refused(run: Run, fail: Run, case_id: str, command: tuple[str, ...]) -> None:
    before = state(run, case_id)
    group, name, *rest = command
    assert "Zeichen, die niemand tippt" in fail(group, name, case_id, *rest).err
    assert state(run, case_id) == before


@pytest.mark.parametrize("command", ["candidate add", "process create", "service add", "e-file office", "minutes add"])
def test_nothing_is_begun_without_a_word(run: Run, fail: Run, case_id: str, command: str) -> None:
    day = ("--day", "M4-1") if command == "minutes add" else ()
    before = state(run, case_id)
    assert re.search("passt nicht zu „(TITEL|AMT|TEXT)“", fail(*command.split(), case_id, "  \t ", *day).err)
    assert state(run, case_id) == before
