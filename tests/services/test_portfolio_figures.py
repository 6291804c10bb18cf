"""Figures of a data folder: counted from real cases, handed out as tables, reported and merged."""

from __future__ import annotations

import csv
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from io import StringIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from advisor_app.domain.booking import Booking, BookingState, Financing
from advisor_app.domain.changes import BookingSet
from advisor_app.domain.errors import Problem
from advisor_app.domain.feedback import RATINGS
from advisor_app.domain.feedback_evaluation import forms_of
from advisor_app.domain.figures import Count, Cut, figures_of
from advisor_app.domain.figures_report import report_of
from advisor_app.exchange.figures_report import write_report
from advisor_app.services.figures_document import HandedOutFigures
from advisor_app.services.session import CaseSession
from advisor_app.services.workspace import Workspace
from advisor_app.texts.figures import merged_words
from tests.domain.booking_facts import official_figures
from tests.services.conftest import refused

OpenCase = Callable[..., CaseSession]
LICH, KASSEL, KASSEL_DISTRICT = "06531011", "06611000", "06633000"


def book(session: CaseSession, module: str, **fields: object) -> Booking:
    """Change the booking of a module."""
    booking = next(item for item in session.case.bookings.values() if item.module == module)
    changed: Booking = replace(booking, **fields)  # type: ignore[arg-type]  # fields of a booking, by name
    session.apply(BookingSet(booking.id, booking, changed))
    return changed


@pytest.fixture
def portfolio(workspace: Workspace) -> Workspace:
    """Three cases with four bookings, one of them completed; a fourth one was handed over."""
    lich = workspace.cases.create(workspace.register.get(LICH), ("M1", "M2"))
    done = {"state": BookingState.COMPLETED, "completed_on": date(2026, 8, 31), "requested_on": date(2025, 12, 30)}
    book(lich, "M2", financing=Financing.PROGRAMME, programme="shh", **done)
    book(lich, "M1", requested_on=None, applied_on=date(2026, 1, 2), completed_on=date(2026, 2, 1))
    for key in (KASSEL, KASSEL_DISTRICT):
        session = workspace.cases.create(workspace.register.get(key), ("M4",))
        book(session, "M4", requested_on=date(2026, 5, 1), financing=Financing.OWN)
    given = workspace.cases.create(workspace.register.get(LICH), ("M3",))
    with workspace.database.write() as connection:
        insert = "INSERT INTO record (case_id, kind, key, value) VALUES (?, 'handover', '', '{}')"
        connection.exec_driver_sql(insert, (given.case.id,))
    return workspace


def test_every_booking_counts_but_those_of_a_case_that_was_handed_over(portfolio: Workspace) -> None:
    facts = portfolio.portfolio_figures.facts()
    figures = figures_of(facts)
    assert figures.total == Count(4, 1)
    assert figures.cuts[Cut.MODULE] == {"M1": Count(1, 0), "M2": Count(1, 1), "M4": Count(2, 0)}
    assert figures.cuts[Cut.MONTH] == {
        "2025-12": Count(1, 0),
        "2026-01": Count(1, 0),
        "2026-05": Count(2, 0),
        "2026-08": Count(0, 1),
    }
    assert figures.cuts[Cut.PROGRAMME]["shh"] == Count(1, 1)
    assert figures_of(facts, "2026").total == Count(3, 1)


def test_a_town_of_its_own_is_not_counted_with_the_district_of_its_name(portfolio: Workspace) -> None:
    districts = figures_of(portfolio.portfolio_figures.facts()).cuts[Cut.DISTRICT]
    assert districts == {"Gießen": Count(2, 1), "Kassel": Count(1, 0), "Kassel, Stadt": Count(1, 0)}


def test_the_tables_say_what_the_figures_say(portfolio: Workspace, tmp_path: Path) -> None:
    service = portfolio.portfolio_figures
    figures = figures_of(service.facts(), "2026")
    service.export(HandedOutFigures(figures=figures), tmp_path / "a.csv")
    text = (tmp_path / "a.csv").read_text("utf-8-sig")
    rows = list(csv.reader(StringIO(text), delimiter=";"))
    assert rows[0] == ["Jahr", "Aufteilung", "Wert", "Anträge", "Abgeschlossen"]
    assert rows[1] == ["2026", "Insgesamt", "", "3", "1"]
    assert ["2026", "Modul", "Modul 2", "0", "1"] in rows
    service.export(HandedOutFigures(figures=figures), tmp_path / "a.xlsx")
    book_of_tables = load_workbook(tmp_path / "a.xlsx")
    cuts = [f"{cut}, 2026" for cut in ("Modul", "Landkreis", "Monat", "Förderprogramm", "Stand")]
    assert book_of_tables.sheetnames == ["Angaben", *cuts]
    about = {row[0]: row[1] for row in book_of_tables["Angaben"].iter_rows(min_row=2, values_only=True)}
    assert (about["Zeitraum"], about["Stand"]) == (2026, "14.09.2026")
    assert about["Grundlage"] == "Alle Fälle auf diesem Laptop"
    for sheet in book_of_tables.worksheets[1:]:
        *body, total = list(sheet.iter_rows(min_row=2, values_only=True))
        assert total == ("Insgesamt", 3, 1)
        assert [sum(int(str(row[place])) for row in body) for place in (1, 2)] == [3, 1]
    months = [row[0] for row in book_of_tables["Monat, 2026"].iter_rows(min_row=2, values_only=True)]
    assert months == ["01/2026", "05/2026", "08/2026", "Insgesamt"]


def test_a_report_names_nobody_and_merges_to_the_same_figures(portfolio: Workspace, tmp_path: Path) -> None:
    service, file = portfolio.portfolio_figures, tmp_path / "Meldung.bkmeldung"
    report = service.report(file)
    assert len(report.facts) == 4
    words = file.read_text("utf-8")
    assert "Lich" not in words
    assert portfolio.profile.keyslots.profile not in words
    merged = service.merge([file, file])
    assert figures_of(merged.facts) == figures_of(service.facts())
    assert (merged.replaced, merged.doubles) == (1, 0)


def test_the_official_figures_come_out_of_the_reports_of_two_laptops(workspace: Workspace, tmp_path: Path) -> None:
    facts, files = official_figures(), [tmp_path / "a", tmp_path / "b"]
    for place, file in enumerate(files):  # a hundred bookings are in both
        moment = datetime(2021, 8, 4, place, tzinfo=UTC)
        file.write_bytes(write_report(report_of(f"laptop {place}", moment, facts[285 * place - 100 * place :][:285])))
    merged = workspace.portfolio_figures.merge(files)
    figures = figures_of(merged.facts)
    assert (figures.total, figures.cuts[Cut.MODULE]["M2"], merged.doubles) == (Count(385, 108), Count(194, 77), 100)
    workspace.portfolio_figures.export(HandedOutFigures(figures=figures, merged=merged), tmp_path / "a.xlsx")
    sheet = load_workbook(tmp_path / "a.xlsx")["Angaben"]
    about = {row[0]: row[1] for row in sheet.iter_rows(min_row=2, values_only=True)}
    assert about["Grundlage"] == (
        "Zahlen aus 2 Meldungen vom 04.08.2021. Von mehreren gemeldet und nur einmal gezählt: 100 Buchungen."
    )


def test_an_old_report_among_newer_ones_is_told(workspace: Workspace, tmp_path: Path) -> None:
    for name, month in (("a", 1), ("a", 9), ("b", 3)):
        report = report_of(name, datetime(2026, month, 1, 23, tzinfo=UTC), ())
        (tmp_path / f"{name}{month}").write_bytes(write_report(report))
    merged = workspace.portfolio_figures.merge(sorted(tmp_path.glob("[ab][139]")))
    assert merged_words(merged, workspace.texts) == (
        "Zahlen aus 2 Meldungen, die älteste vom 02.03.2026, die neueste vom 02.09.2026. "
        "Durch eine neuere Meldung ersetzt: 1."
    )


def test_feedback_is_handed_out_as_far_as_it_is_told(workspace: Workspace, tmp_path: Path) -> None:
    session = workspace.cases.create(workspace.register.get(LICH), ("M1",))
    for count, mean in ((4, "zu wenige Rückmeldungen"), (5, 3.8)):
        while (there := len(forms_of(session.case.sent_forms.values()))) < count:
            rated = dict.fromkeys(RATINGS, 3 + there % 3)
            session.apply(workspace.feedback.entered(session.case, rated, {"good": "Beispiele"}))
        figures, feedback = figures_of(workspace.portfolio_figures.facts()), workspace.feedback.figures()
        handed = HandedOutFigures(figures=figures, feedback=feedback)
        workspace.portfolio_figures.export(handed, tmp_path / "a.xlsx")
        rows = list(load_workbook(tmp_path / "a.xlsx")["Feedback"].iter_rows(values_only=True))
        assert rows[0][1:] == ("Insgesamt", "Modul 1")
        assert rows[1] == ("Organisation", mean, mean)
        assert rows[-1] == ("Bögen", count, count)
        assert not any("Beispiele" in str(cell) for row in rows for cell in row)


def test_one_unsound_file_refuses_all_and_one_of_tomorrow_too(portfolio: Workspace, tmp_path: Path) -> None:
    service, sound, other = portfolio.portfolio_figures, tmp_path / "sound", tmp_path / "other"
    service.report(sound)
    other.write_bytes(b"{}")
    assert "other" in str(refused(lambda: service.merge([sound, other]), Problem.REPORT_FILE).details["file"])
    other.write_bytes(write_report(report_of("a", datetime(2099, 1, 1, tzinfo=UTC), ())))
    assert "Zukunft" in str(refused(lambda: service.merge([sound, other]), Problem.REPORT_FILE).details["reason"])
    refused(lambda: service.merge([tmp_path / "nowhere"]), Problem.FILE_UNREADABLE)
    other.write_bytes(bytes(9 * 1024 * 1024))
    refused(lambda: service.merge([other]), Problem.FILE_TOO_LARGE)
