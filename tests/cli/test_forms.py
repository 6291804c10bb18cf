"""Forms by commands: made, listed, sent, taken in."""

from __future__ import annotations

from email import message_from_bytes
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run
from tests.exchange.returned_form import filling


@pytest.fixture
def made(run: Run, case_id: str, tmp_path: Path) -> dict[str, dict[str, Any]]:
    said = run("forms", "make", case_id, "--module", "m4", "--role", "BM,HA", "--due", "2026-11-20",
               "--out", tmp_path / "raus", "--json")  # fmt: skip
    return {form["role"]: form for form in said.json["made"]}


def returned(form: dict[str, Any], file: Path, **values: str) -> Path:
    file.write_bytes(filling.by_pypdf(Path(form["file"]).read_bytes(), values))
    return file


def test_a_form_goes_out_and_comes_back(
    run: Run, case_id: str, made: dict[str, dict[str, Any]], tmp_path: Path
) -> None:
    listed = {row["role"]: row for row in run("forms", "list", case_id, "--json").json if row["module"] == "M4"}
    assert {role: row["stage"] for role, row in listed.items() if row["stage"]} == {"BM": "made", "HA": "made"}
    assert listed["IT"]["number"] is None
    assert (listed["BM"]["due_on"], listed["BM"]["role_title"]) == ("2026-11-20", "Verwaltungsleitung")
    sent = run("forms", "sent", case_id, made["HA"]["number"], "--out", tmp_path, "--json").json
    assert sent["stage"] == "sent"
    assert message_from_bytes(Path(sent["message"]).read_bytes())["X-Unsent"] == "1"
    assert run("forms", "returned", case_id, made["HA"]["number"], "--json").json["stage"] == "returned"
    back = tmp_path / "zurück"
    back.mkdir()
    returned(made["HA"], back / "a.pdf", q_4_1_1="s2", q_4_1_3="s1")
    returned(made["BM"], back / "b.pdf", q_4_1_1="s2", q_4_1_3="s4")
    shown = run("forms", "import", case_id, back, "--preview", "--json").json
    assert [item["imported"] for item in shown["files"]] == [False, False]
    assert {row["stage"] for row in run("forms", "list", case_id, "--json").json} == {None, "made", "returned"}
    taken = run("forms", "import", case_id, back, "--json").json
    assert [item["imported"] for item in taken["files"]] == [True, True]
    assert taken["agreed"] == shown["agreed"]
    assert [(change["question"], change["fate"]) for change in taken["agreed"]] == [
        ("4.1.1", "settled"),
        ("4.1.3", "open"),
    ]
    listed = {row["role"]: row for row in run("forms", "list", case_id, "--json").json if row["module"] == "M4"}
    assert [part["answers"] for part in listed["HA"]["returns"]] == [2]
    assert listed["HA"]["stage"] == "imported"


def test_people_read_lines(run: Run, case_id: str, made: dict[str, dict[str, Any]], tmp_path: Path) -> None:
    lines = run("forms", "list", case_id).lines
    assert any(made["HA"]["number"] in line and "erstellt" in line and "20.11.2026" in line for line in lines)
    assert any(line.startswith("M4-IT") and "noch kein Bogen" in line for line in lines)
    assert (
        "Nachricht für Ihr Mailprogramm" in run("forms", "sent", case_id, made["HA"]["number"], "--out", tmp_path).out
    )
    file = returned(made["HA"], tmp_path / "a.pdf", q_4_1_1="s2")
    lines = run("forms", "import", case_id, file).lines
    assert lines[0].startswith("a.pdf: ")
    assert lines[0].endswith("neu 1, geändert 0, gleich 0")
    assert "4.1.1  wird vereinbart" in lines[1]
    other = returned(made["HA"], tmp_path / "b.pdf", q_4_1_1="s3")
    third = returned(made["HA"], tmp_path / "c.pdf", q_4_1_1="s0")
    assert "--replace" in run("forms", "import", case_id, other).lines[1]
    said = run("forms", "import", case_id, other, third, "--replace").lines
    assert any("Dieselbe Rolle steht schon in „b.pdf“" in line for line in said)


def test_every_bad_file_is_named_and_none_steers_the_terminal(
    run: Run, case_id: str, made: dict[str, dict[str, Any]], tmp_path: Path
) -> None:
    back = tmp_path / "zurück"
    back.mkdir()
    for name in ("a\x1b[2J.pdf", "b.pdf", "c.pdf"):
        (back / name).write_bytes(b"nichts")
    returned(made["HA"], back / "d\u202efdp\nx.pdf", q_4_1_1="s2")
    lines = run("forms", "import", case_id, back, "--preview").lines
    assert [line[:8] for line in lines[1:3]] == ["b.pdf: „", "c.pdf: „"]
    assert lines[0].startswith("a�[2J.pdf: ")
    assert lines[3].startswith("d�fdp x.pdf: ")
    assert "\x1b" not in "".join(lines)


def test_every_role_has_a_form_once(run: Run, case_id: str, tmp_path: Path) -> None:
    first = run("forms", "make", case_id, "--module", "M4", "--out", tmp_path, "--json").json["made"]
    assert len(first) > 3
    assert run("forms", "make", case_id, "--module", "M4", "--out", tmp_path).lines[0].startswith("Alle Rollen haben")


def test_feedback_forms(run: Run, case_id: str, tmp_path: Path) -> None:
    (form,) = run("forms", "make", case_id, "--feedback", "--out", tmp_path, "--json").json["made"]
    file = returned(form, tmp_path / "a.pdf", f_pace="r4", t_better="Mehr Zeit")
    (item,) = run("forms", "import", case_id, file, "--json").json["files"]
    assert item["feedback"] == [
        {"item": "pace", "rating": 4, "words": None},
        {"item": "better", "rating": None, "words": "Mehr Zeit"},
    ]


def test_what_cannot_be_is_refused(
    run: Run, fail: Run, case_id: str, made: dict[str, dict[str, Any]], tmp_path: Path
) -> None:
    (tmp_path / "x.pdf").write_bytes(b"nothing")
    assert "„x.pdf“ ist kein lesbares PDF" in fail("forms", "import", case_id, tmp_path / "x.pdf").err
    file = returned(made["HA"], tmp_path / "a.pdf", q_4_1_1="s2")
    said = run("forms", "import", case_id, tmp_path / "x.pdf", file, "--json").json["files"]
    assert [item["problem"] for item in said] == ["form-no-pdf", None]
    assert "schon übernommen" in fail("forms", "import", case_id, file).err
    assert "XXXX" in fail("forms", "sent", case_id, "XXXX").err
    assert "M9" in fail("forms", "make", case_id, "--module", "M9", "--out", tmp_path).err
    assert "„XX“" in fail("forms", "make", case_id, "--module", "M4", "--role", "XX", "--out", tmp_path).err
