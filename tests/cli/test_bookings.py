"""Bookings and requests by commands."""

import pytest

from advisor_app.cli import main
from tests.cli.conftest import LICH, Run


@pytest.fixture
def case(run: Run) -> str:
    created: str = run("case", "create", "--commune", LICH, "--modules", "M1,M4", "--json").json["id"]
    return created


def test_several_bookings_are_changed_at_once(run: Run, case: str, capsys: pytest.CaptureFixture[str]) -> None:
    both = run("booking", "set", case, "--state", "beantragt", "--applied", "01.09.2026", "--json").json
    assert [(item["module"], item["state"], item["applied_on"]) for item in both] == [
        ("M1", "beantragt", "2026-09-01"),
        ("M4", "beantragt", "2026-09-01"),
    ]
    one = run("booking", "set", case, "--modules", "M4", "--programme", "SHH", "--price", "4.800", "--json").json
    assert [(item["financing"], item["programme"], item["price_cents"]) for item in one] == [
        ("Landesförderung", "SHH", 480_000)
    ]
    own = run("booking", "set", case, "--modules", "M4", "--financing", "own", "--json").json
    assert (own[0]["programme"], own[0]["price_cents"]) == (None, 480_000)
    # an unusual step is taken, and told
    step = ["--state", "abgeschlossen", "--completed", "02.09.2026"]
    assert main(["booking", "set", case, "--modules", "M1", *step]) == 0
    said = capsys.readouterr()
    assert "Nach „beantragt“ folgt sonst „bewilligt“, „abgelehnt“" in said.err
    assert said.out.startswith("M1  abgeschlossen  offen  Preis offen  ")
    listed = run("booking", "list", case).lines
    assert any("abgeschlossen 02.09.2026" in line for line in listed)
    assert "  Terminiert, aber noch kein Workshoptag mit Datum." not in listed


def test_what_the_commune_booked_before_is_named(run: Run, case: str) -> None:
    later = run("case", "create", "--commune", LICH, "--modules", "M2", "--json").json["id"]
    run("booking", "set", case, "--modules", "M4", "--programme", "SHH", "--price", "4800", "--requested", "01.03.2026")
    run("booking", "set", case, "--modules", "M4", "--state", "beantragt", "--applied", "02.04.2026")
    lines = run("booking", "list", later).lines
    assert [line.split("  ")[0] for line in lines] == ["M2", "früher: M1", "früher: M4"]
    facts = "Stadt Lich · 02.04.2026 · Landesförderung (SHH) · 4.800\N{NO-BREAK SPACE}€"
    assert lines[2] == f"früher: M4  beantragt  {facts}  Fall {case}"
    told = run("booking", "list", later, "--json").json
    assert [(item["module"], item["earlier"], item["case"]) for item in told] == [
        ("M2", False, later),
        ("M1", True, case),
        ("M4", True, case),
    ]


def test_modules_are_added_to_a_case(run: Run, fail: Run, case: str) -> None:
    added = run("booking", "add", case, "--modules", "M3,M2", "--json").json
    assert [(item["module"], item["state"]) for item in added] == [("M2", "angefragt"), ("M3", "angefragt")]
    shown = run("case", "show", case, "--json").json
    assert shown["modules"] == ["M1", "M2", "M3", "M4"]
    assert {item["questionnaire"] for item in shown["assessments"]} == {"m1", "m2", "m3", "m4"}
    assert {day["module"] for day in run("agenda", "list", case, "--json").json} == {"M1", "M2", "M3", "M4"}
    assert "„M2“ ist in diesem Fall schon gebucht" in fail("booking", "add", case, "--modules", "M2").err
    assert "„M9“" in fail("booking", "add", case, "--modules", "M9").err


def test_workshop_days_of_a_booking_are_set(run: Run, fail: Run, case: str) -> None:
    def days() -> list[tuple[str, str | None]]:
        listed = run("agenda", "list", case, "--json").json
        return [(day["title"], day["on"]) for day in listed if day["module"] == "M4"]

    ((proposed, _),) = days()
    both = ["booking", "set", case, "--modules", "M4", "--workshop", "15.09.2026,14.09.2026"]
    one = run(*both, "--state", "terminiert", "--json").json[0]
    assert (one["workshop"], one["findings"]) == (["2026-09-14", "2026-09-15"], [])
    assert days() == [(proposed, "2026-09-14"), ("Workshop Tag 2", "2026-09-15")]
    run("booking", "set", case, "--modules", "M4", "--workshop", "30.09.2026")
    assert days() == [(proposed, "2026-09-30"), ("Workshop Tag 2", None)]
    run("booking", "set", case, "--modules", "M4", "--workshop", "none")
    assert [on for _, on in days()] == [None, None]
    said = fail("booking", "set", case, "--workshop", "30.09.2026")
    assert "Bitte nennen Sie mit „--modules“ genau eines" in said.err
    assert "„gestern“" in fail("booking", "set", case, "--modules", "M4", "--workshop", "gestern").err


def test_what_does_not_fit_is_refused(fail: Run, case: str) -> None:
    assert "„M3“" in fail("booking", "set", case, "--modules", "M3", "--state", "beantragt").err
    assert "„SHH“" in fail("booking", "set", case, "--modules", "M1", "--programme", "SHH").err
    assert "„viel“" in fail("booking", "set", case, "--price", "viel").err
    assert "„fertig“" in fail("booking", "set", case, "--state", "fertig").err


def test_a_request_is_noted_in_one_line_and_its_call_is_listed(run: Run) -> None:
    add = ("request", "add", "--commune", LICH, "--name", "Frau Roth", "--number", "06404 1", "--wish", "Pegel messen")
    run("case", "create", "--commune", LICH, "--json")  # so that there is a recovery sheet
    noted = run(*add, "--call-back", "01.03.2026", "--json").json
    case = run("case", "show", noted["id"], "--json").json
    assert (noted["commune"], case["modules"]) == ("Stadt Lich", [])
    run("request", "note", noted["id"], "Unterlagen versprochen", "--call-back", "01.03.2099")
    calls = run("request", "list", "--json").json
    assert [(call["on"], call["overdue"], call["text"]) for call in calls] == [
        ("2026-03-01", True, "Pegel messen"),
        ("2099-03-01", False, "Unterlagen versprochen"),
    ]
    assert calls[0]["people"] == [{"name": "Frau Roth", "phone": "06404 1", "email": ""}]
    (line,) = run("request", "list", "--overdue").lines
    assert line == f"01.03.2026  Stadt Lich  Pegel messen  Frau Roth 06404 1  {noted['id']}"


def test_calls_that_were_made_are_ticked_off_by_their_day_or_all_at_once(run: Run, case: str) -> None:
    notes = [
        run("request", "note", case, text, "--call-back", day, "--json").json["note"]
        for text, day in (("Angebot", "01.03.2099"), ("Termin", "02.03.2099"), ("Raum", "03.03.2099"))
    ]
    run("request", "note", case, "nur ein Gespräch")
    assert run("request", "done", case, "--on", "02.03.2099", "--json").json["notes"] == notes[1:2]
    assert len(run("request", "list", "--json").json) == 2
    assert len(run("request", "done", case).lines) == 2
    assert run("request", "done", case).out.strip() == run("request", "list").out.strip() == "Kein offener Rückruf."
