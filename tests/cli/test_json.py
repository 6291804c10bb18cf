"""The JSON of every command, key by key, as the decisions have it."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import EXAMPLE, LICH, Run
from tests.example_catalog import FUNDING_TRUTH


def test_case_create(run: Run) -> None:
    made = run("case", "create", "--commune", LICH, "--modules", "M1,M4", "--json").json
    assert list(made) == ["id", "commune", "modules", "assessments"]
    assert made["commune"]["key"] == LICH
    assert made["commune"]["title"] == "Stadt Lich"
    assert made["modules"] == ["M1", "M4"]
    first, second = made["assessments"]
    assert first == {"id": first["id"], "kind": "workshop", "questionnaire": "m1"}
    assert second == {"id": second["id"], "kind": "workshop", "questionnaire": "m4"}


@pytest.mark.parametrize("commune", ["06531", "06531000"])
def test_a_district_may_be_named_by_five_digits(run: Run, commune: str) -> None:
    made = run("case", "create", "--commune", commune, "--modules", "none", "--json").json
    assert (made["commune"]["title"], made["modules"]) == ("Landkreis Gießen", [])
    again = run("case", "create", "--commune", made["commune"]["id"], "--json").json
    assert again["commune"] == made["commune"]


def test_case_list_and_show(run: Run, answered: str) -> None:
    (row,) = run("case", "list", "--json").json
    assert row["id"] == answered
    assert (row["modules"], row["state"], row["answered"], row["asked"]) == (["M1", "M4"], "angefragt", 21, 21)
    shown = run("case", "show", answered, "--json").json
    for name in (answered[:12], answered[-8:]):
        assert run("case", "show", name, "--json").json == shown
    assert [booking["module"] for booking in shown["bookings"]] == ["M1", "M4"]
    assert [item["answers"] for item in shown["assessments"]] == [0, 29]
    assert (shown["use_cases"], shown["measures"]) == ([], [])


def test_nothing_found_is_an_empty_list(run: Run) -> None:
    assert run("case", "list", "--json").json == []
    assert run("case", "list").out == ""
    assert run("communes", "find", "xyzxyz", "--json").json == []


def test_assessment_score(run: Run, answered: str) -> None:
    run("assessment", "areas", answered, "WB2,WB8")
    scored = run("assessment", "score", answered, "--json").json
    assert list(scored) == ["case", "assessments"]
    assessment, other = scored["assessments"]
    assert (other["questionnaire"], other["module"]["status"], other["phase"]) == ("m1", "not-assessable", None)
    assert list(assessment) == [
        "id",
        "kind",
        "questionnaire",
        "questionnaire_version",
        "scoring_version",
        "dimensions",
        "module",
        "phase",
    ]
    assert (assessment["kind"], assessment["questionnaire"]) == ("workshop", "m4")
    dimensions = {item["id"]: item for item in assessment["dimensions"]}
    assert {name: item["score"] for name, item in dimensions.items()} == {
        "4.1": 2.0,
        "4.2": 1.5,
        "4.3": 1.0,
        "4.4": 2.0,
        "4.5": 1.8,
        "WB2": 1.25,
        "WB8": 1.5,
    }
    assert dimensions["4.5"] == {
        "id": "4.5",
        "kind": "cross-cutting",
        "weight": 2,
        "score": 1.8,
        "uncapped_score": 1.8,
        "best": 1.8,
        "worst": 1.8,
        "percent": 45.0,
        "level": 2,
        "coverage": 1.0,
        "status": "ok",
        "capped": False,
        "capped_by": [],
    }
    assert dimensions["WB2"]["kind"] == "impact-area"
    module = assessment["module"]
    assert list(module) == ["id", "score", "best", "worst", "coverage", "status"]
    assert (module["id"], module["status"]) == ("M4", "ok")
    assert module["score"] == pytest.approx(14.6 / 9)
    assert assessment["phase"] == {
        "number": 3,
        "best": 3,
        "worst": 3,
        "limited_by": [
            {"id": "Q", "required": 2.4, "actual": pytest.approx(14.6 / 9)},
            {"id": "4.5.1", "required": 3.0, "actual": 2.0},
            {"id": "4.2", "required": 1.6, "actual": 1.5},
            {"id": "4.3", "required": 1.6, "actual": 1.0},
        ],
    }


def test_what_cannot_be_scored_is_null(run: Run, case_id: str) -> None:
    assessment, _ = run("assessment", "score", case_id, "--json").json["assessments"]
    first = assessment["dimensions"][0]
    assert (first["score"], first["level"], first["status"]) == (None, None, "not-assessable")
    assert (first["best"], first["worst"]) == (4.0, 0.0)
    assert (assessment["module"]["score"], assessment["module"]["status"]) == (None, "not-assessable")
    assert (assessment["phase"]["number"], assessment["phase"]["best"], assessment["phase"]["worst"]) == (None, 5, 1)


def test_a_blocking_question_at_0_caps(run: Run, case_id: str, tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text("question,level\n4.2.1,0\n4.2.2,4\n4.2.3,4\n4.2.4,4\n", encoding="utf-8")
    run("assessment", "import", case_id, file)
    assessment, _ = run("assessment", "score", case_id, "--json").json["assessments"]
    found = next(item for item in assessment["dimensions"] if item["id"] == "4.2")
    assert (found["score"], found["uncapped_score"], found["capped"], found["capped_by"]) == (
        1.59,
        3.0,
        True,
        ["4.2.1"],
    )


def test_further_assessments_come_after_the_default_one(run: Run, answered: str) -> None:
    made = run("assessment", "create", answered, "--kind", "follow-up", "--questionnaire", "m4", "--json").json
    assert made == {"case": answered, "id": made["id"], "kind": "follow-up", "questionnaire": "m4"}
    scored = run("assessment", "score", answered, "--json").json["assessments"]
    kinds = [(item["kind"], item["questionnaire"]) for item in scored]
    assert kinds == [("workshop", "m4"), ("workshop", "m1"), ("follow-up", "m4")]
    (only,) = run("assessment", "score", answered, "--assessment", made["id"], "--json").json["assessments"]
    assert only["id"] == made["id"]
    imported = run("assessment", "import", answered, EXAMPLE / "answers.csv", "--assessment", made["id"], "--json").json
    assert imported["assessment"] == made["id"]
    assert (imported["rows"], len(imported["changed"]), imported["unscored"][0]) == (29, 29, "WB2.1")


def test_assessment_areas(run: Run, answered: str) -> None:
    chosen = run("assessment", "areas", answered, "wb8, WB2", "--json").json
    assert (chosen["areas"], chosen["unscored"]) == (["WB2", "WB8"], [])
    assert run("assessment", "areas", answered, "none", "--json").json["areas"] == []
    assert "Hinweis" in run("assessment", "areas", answered, "WB1,WB2,WB3,WB4").out
    assert "Hinweis" not in run("assessment", "areas", answered, "WB1,WB2,WB3").out


@pytest.mark.parametrize("chosen", FUNDING_TRUTH)
def test_funding_check_follows_the_truth_table(run: Run, chosen: str) -> None:
    modules = [f"M{number}" for number in chosen]
    verdict = run("funding", "check", "--modules", ",".join(modules) or "none", "--on", "2021-06-01", "--json").json
    assert list(verdict) == ["funded", "on", "combination_allowed", "rules", "modules", "alternatives"]
    assert (verdict["on"], list(verdict["modules"])) == ("2021-06-01", modules)
    expected = FUNDING_TRUTH[chosen]
    if isinstance(expected, set):
        assert (verdict["funded"], verdict["combination_allowed"]) == (False, False)
        assert set(verdict["rules"]) == expected
        assert verdict["alternatives"]
    else:
        assert (verdict["funded"], verdict["combination_allowed"], verdict["alternatives"]) == (True, True, [])
        assert [item["payer"] for item in verdict["modules"].values()] == list(expected)
        assert verdict["rules"] == (["R3"] if chosen == "12" else [])


def test_funding_check_of_a_closed_window(run: Run) -> None:
    verdict = run("funding", "check", "--modules", "M1,M4", "--on", "01.01.2025", "--commune", LICH, "--json").json
    assert (verdict["funded"], verdict["combination_allowed"]) == (False, True)
    assert verdict["modules"]["M1"] == {
        "payer": "HMdIS",
        "reason": None,
        "open": False,
        "valid_from": "2020-10-01",
        "valid_to": "2022-12-31",
    }
    assert verdict["modules"]["M4"]["valid_to"] == "2024-12-31"


@pytest.mark.usefixtures("case_id")
def test_funding_check_counts_what_the_commune_has_booked(run: Run) -> None:
    arguments = ("funding", "check", "--modules", "M3", "--on", "2021-06-01")
    assert run(*arguments, "--json").json["funded"] is True
    verdict = run(*arguments, "--commune", LICH, "--json").json
    assert (verdict["funded"], verdict["rules"]) == (False, ["R2"])


def test_assessments_are_listed(run: Run, answered: str) -> None:
    first, second = run("assessment", "list", answered, "--json").json
    assert first == {
        "id": first["id"],
        "title": "Modul 1 · Workshop",
        "module": "M1",
        "kind": "workshop",
        "questionnaire": "m1",
        "version": first["version"],
        "held_on": None,
        "answered": 0,
        "asked": first["asked"],
        "default": False,
    }
    assert (second["title"], second["answered"], second["default"]) == ("Modul 4 · Workshop", 21, True)
    lines = run("assessment", "list", answered).lines
    assert lines[0].endswith(f"{first['id']}  Modul 1 · Workshop, 0 von {first['asked']} Fragen")
    assert lines[1].startswith("* ")


def test_each_assessment_is_filled_reported_and_proposes(run: Run, case_id: str, tmp_path: Path) -> None:
    first, second = (item["id"] for item in run("assessment", "list", case_id, "--json").json)
    run("assessment", "import", case_id, EXAMPLE / "answers_m1.csv", "--assessment", first)
    run("assessment", "import", case_id, EXAMPLE / "answers.csv", "--assessment", second)
    every = run("plan", "propose", case_id, "--json").json
    assert every["assessments"] == [first, second]
    assert {item["module"] for item in every["proposals"]} == {"M1", "M4"}
    only = run("plan", "propose", case_id, "--assessment", first, "--json").json
    assert {item["module"] for item in only["proposals"]} == {"M1"}
    assert any("M1, 1." in line for line in run("plan", "propose", case_id).lines)
    made = run("documents", "create", case_id, "result-report", "--assessment", first, "--out", tmp_path, "--json").json
    assert (made["item"], Path(made["file"]).name) == (first, "Ergebnisbericht_Modul-1-Workshop_Lich.pdf")


def test_plan_propose_import_and_export(run: Run, answered: str, tmp_path: Path) -> None:
    proposed = run("plan", "propose", answered, "--json").json
    first = proposed["proposals"][0]
    assert set(first) == {
        "measure",
        "title",
        "module",
        "dimension",
        "score",
        "target",
        "target_assumed",
        "gap",
        "urgency",
        "effort",
        "cost_class",
        "months",
    }
    assert (first["target_assumed"], proposed["taken"]) == (True, [])
    taken = run("plan", "propose", answered, "--take", first["measure"].lower(), "--json").json["taken"]
    assert taken == [{"id": "U1", "measure": first["measure"]}]
    after = run("plan", "propose", answered, "--json").json["proposals"]
    assert first["measure"] not in [item["measure"] for item in after]
    imported = run("plan", "import", answered, EXAMPLE / "plan.csv", "--json").json
    assert (imported["rows"], imported["added"], imported["changed"]) == (5, ["U2", "U3", "U4", "U5"], ["U1"])
    file = tmp_path / "plan.csv"
    assert run("plan", "export", answered, file, "--json").json == {"case": answered, "rows": 5, "file": str(file)}
    assert run("plan", "import", answered, file, "--json").json["changed"] == []


def test_use_case_import_and_export(run: Run, case_id: str, tmp_path: Path) -> None:
    imported = run("use-case", "import", case_id, EXAMPLE / "use_case.toml", "--json").json
    assert imported == {"case": case_id, "added": ["UC-01"], "changed": []}
    file = tmp_path / "uc.toml"
    exported = run("use-case", "export", case_id, file, "--item", "UC-01", "--json").json
    assert exported == {"case": case_id, "use_cases": ["UC-01"], "file": str(file)}
    assert run("use-case", "import", case_id, file, "--json").json["changed"] == []


def test_documents_list_and_create(run: Run, answered: str, tmp_path: Path) -> None:
    offers = {offer["kind"]: offer for offer in run("documents", "list", answered, "--json").json}
    assert {"result-report", "use-case", "implementation-plan"} <= set(offers)
    assert set(offers["use-case"]) == {
        "kind",
        "title",
        "item",
        "item_title",
        "item_code",
        "occasion",
        "state",
        "comments_until",
        "handed_over_at",
        "available",
        "missing",
    }
    assert (offers["use-case"]["occasion"], offers["use-case"]["state"]) == ("results", "draft")
    assert (offers["use-case"]["available"], offers["result-report"]["available"]) == (False, True)
    assert "Anwendungsfall" in offers["use-case"]["missing"]
    run("use-case", "import", answered, EXAMPLE / "use_case.toml")
    file = tmp_path / "profil.pdf"
    made = run("documents", "create", answered, "use-case", "--item", "UC-01", "--out", file, "--json").json
    assert set(made) == {"case", "kind", "item", "file", "pages", "core_pages"}
    assert (made["kind"], made["file"]) == ("use-case", str(file))
    assert file.read_bytes().startswith(b"%PDF-")
    made = run("documents", "create", answered, "result-report", "--out", tmp_path, "--json").json
    assert made["file"] == str(tmp_path / "Ergebnisbericht_Modul-4-Workshop_Lich.pdf")


@pytest.mark.parametrize("ending", ["docx", "xlsx"])
def test_documents_copy(run: Run, answered: str, tmp_path: Path, ending: str) -> None:
    file = tmp_path / f"bericht.{ending}"
    made = run("documents", "copy", answered, "result-report", "--out", file, "--json").json
    assert (set(made), made["file"]) == ({"case", "kind", "item", "file"}, str(file))
    assert file.read_bytes().startswith(b"PK")


def test_communes_find(run: Run) -> None:
    found = run("communes", "find", "Giess", "--json").json
    assert {item["key"] for item in found[:2]} == {"06531000", "06531005"}
    assert set(found[0]) == {
        "id",
        "key",
        "name",
        "title",
        "kind",
        "designation",
        "district",
        "population",
        "status_date",
        "former_names",
        "former_keys",
        "own",
    }
    assert len(run("communes", "find", "a", "--limit", "3").lines) == 3
    assert run("communes", "find", "06531011").lines[0].startswith("06531011  Stadt Lich, Gießen")
    assert "Destatis" in run("communes", "source", "--json").json["attribution"]
    assert len(run("communes", "source").lines) == 1


def test_content_check(run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from advisor_app.cli import main

    checked = run("content", "check", "--json").json
    assert [item for item in checked if item["severity"] == "error"] == []
    pack = tmp_path / "m9"
    pack.mkdir()
    (pack / "pack.toml").write_text('id = "m9"\nversion = "1"\n', encoding="utf-8")
    assert main(["content", "check", str(pack), "--json"]) == 1
    found: list[dict[str, Any]] = json.loads(capsys.readouterr().out)
    assert {"file", "line", "sentence", "severity"} == set(found[0])
    assert (str(pack / "pack.toml"), 2) in [(item["file"], item["line"]) for item in found]
    assert main(["content", "check", str(pack)]) == 1
    assert f"{pack / 'pack.toml'}:2: " in capsys.readouterr().out
    assert main(["content", "check", str(tmp_path / "fehlt")]) == 1
    assert capsys.readouterr().err == ""


def test_every_line_of_the_score_is_for_people(run: Run, answered: str) -> None:
    lines = run("assessment", "score", answered).lines
    assert "4.2 Organisation und Finanzierung: 1,5, Stufe 1, gültig" in lines
    assert "Modulwert: 1,6, gültig" in lines
    assert "Phase: 3 Erproben (knapp)" in lines


def test_levels_are_exported_and_shown(run: Run, answered: str, tmp_path: Path) -> None:
    file = tmp_path / "stufen.csv"
    exported = run("assessment", "export", answered, file, "--json").json
    assert (exported["rows"], exported["file"]) == (29, str(file))
    assert run("assessment", "import", answered, file, "--json").json["changed"] == []
    run("use-case", "import", answered, EXAMPLE / "use_case.toml")
    run("plan", "import", answered, EXAMPLE / "plan.csv")
    lines = run("case", "show", answered).lines
    assert "Anwendungsfall UC-01: Pegel- und Regenwarnung Eschenbach" in lines
    assert "Maßnahme U1: Leistungsverzeichnis (geplant)" in lines


def test_funding_is_told_in_words(run: Run) -> None:
    arguments = ("funding", "check", "--modules", "M1,M2,M3", "--on")
    lines = run(*arguments, "2021-06-01").lines
    assert lines[:2] == ["Gefördert am 01.06.2021: nein", "Die Kombination ist nicht zulässig."]
    assert lines[-1] == "Zulässig wäre: M2 und M3"
    assert "Frist noch nicht begonnen" in run(*arguments, "2019-01-01").out
    assert "Frist abgelaufen" in run(*arguments, "2030-01-01").out


def test_no_gap_means_no_proposal(run: Run, case_id: str) -> None:
    assert run("plan", "propose", case_id).out.startswith("Keine Vorschläge")


def test_signs_that_the_font_lacks_are_told(run: Run, case_id: str, tmp_path: Path) -> None:
    file = tmp_path / "uc.toml"
    file.write_text('[[use_case]]\nnumber = 1\ntitle = "Pegel 🌊"\n', encoding="utf-8")
    run("use-case", "import", case_id, file)
    lines = run("documents", "create", case_id, "use-case", "--out", tmp_path / "uc.pdf").lines
    assert "🌊" in lines[1]
