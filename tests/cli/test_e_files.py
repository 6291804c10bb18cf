"""Electronic files by commands."""

from pathlib import Path

from tests.cli.conftest import Run


def test_areas_are_judged_and_make_requirements(run: Run, case_id: str) -> None:
    said = run(
        "e-file",
        "area",
        case_id,
        "5",
        "--state",
        "no",
        "--need",
        "must",
        "--demand",
        "Auch in Anlagen suchen",
        "--json",
    ).json
    assert (said["id"], said["state"], said["need"], said["gap"]) == ("search", "no", "must", "whole")
    assert said["questions"] == ["3.3.1"]
    listed = run("e-file", "show", case_id, "--json").json
    assert len(listed) == 16
    assert "5  Suche  nein  Muss  fehlt" in run("e-file", "show", case_id).lines
    required = run("e-file", "requirements", case_id, "--json").json
    assert [line["number"] for line in required] == ["5.1", "5.2", "5.3", "5.4", "5.E1"]
    assert not any(line["products"] for line in required)
    run("e-file", "area", case_id, "5", "--demand", "Wie in Enaio", "--demand", "Auch in Anlagen suchen")
    required = run("e-file", "requirements", case_id, "--json").json
    assert [line["products"] for line in required if line["own"]] == [["enaio"], []]
    assert run("e-file", "requirements", case_id).lines[-1].startswith("Nicht produktneutral: enaio.")


def test_a_filing_plan_comes_from_a_table_and_goes_into_one(run: Run, case_id: str, tmp_path: Path) -> None:
    file = tmp_path / "Plan.csv"
    file.write_text("Nr.;Betreff\n0;Verwaltung\n02;Personal\n", "utf-8")
    run("e-file", "import-plan", case_id, file, "--json")
    assert run("e-file", "plan", case_id).lines == ["0  Verwaltung", "  02  Personal"]
    written = tmp_path / "aus.csv"
    assert run("e-file", "export-plan", case_id, "--out", written, "--json").json["rows"] == 2
    assert written.read_text("utf-8-sig").splitlines()[0] == "Nummer;Titel;Aufbewahrung;Amt"


def test_variants_are_compared(run: Run, case_id: str, fail: Run) -> None:
    criteria = ("speed", "effort", "cost", "quality", "confidentiality", "resilience", "uniformity", "start")
    points = [
        word
        for variant, figure in (("shared", 3), ("in-office", 1))
        for name in criteria
        for word in ("--points", f"{variant}:{name}={figure}")
    ]
    found = run("e-file", "compare", case_id, "--weight", "cost=5", *points, "--choose", "shared", "--json").json
    first = found["variants"][0]
    assert (first["id"], first["total"], first["place"], first["chosen"]) == ("shared", 3.0, 1, True)
    assert found["variants"][1]["dominated_by"] == "shared"
    assert found["weights"]["cost"] == 5
    zero = [word for name in criteria for word in ("--weight", f"{name}=0")]
    assert "Alle Gewichte stehen auf 0." in run("e-file", "compare", case_id, *zero).out
    assert "cost=6" in fail("e-file", "compare", case_id, "--weight", "cost=6").err
    assert "nothing" in fail("e-file", "compare", case_id, "--points", "shared:nothing=1").err


def test_offices_go_into_the_plan_once(run: Run, case_id: str, fail: Run, tmp_path: Path) -> None:
    plan = tmp_path / "plan.csv"

    def measures() -> int:
        count: int = run("plan", "export", case_id, plan, "--json").json["rows"]
        return count

    run("e-file", "office", case_id, "Steueramt", "--start", "10/2027", "--end", "03/2028")
    (office,) = run("e-file", "into-plan", case_id, "--json").json
    assert run("e-file", "into-plan", case_id, "--json").json == [office]
    assert (office["start"], office["end"]) == ("2027-10-01", "2028-03-31")
    assert measures() == 1
    run("e-file", "office", case_id, "Steueramt", "--start", "11/2027")
    assert office["measure"] in run("e-file", "rollout", case_id).out
    run("e-file", "office", case_id, "Steueramt", "--remove")
    assert measures() == 0
    assert "„Steueramt“" in fail("e-file", "office", case_id, "Steueramt", "--remove").err
