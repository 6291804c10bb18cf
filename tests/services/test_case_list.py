"""Existing lists of cases: in one step in, in one step out, nothing twice, ambiguous communes asked."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from advisor_app.domain.booking import BookingState, Financing
from advisor_app.domain.case_list import CASE_LIST, ListedCase
from advisor_app.domain.column_mapping import MappedRow
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.table_preview import RowFate, TablePreview
from advisor_app.services.preferences import Preferences
from advisor_app.services.workspace import Workspace, open_workspace
from tests.services.conftest import refused

HEAD = "Kommune;AGS;Modul;Status;Förderung;Eingang;Abschluss;Aktenzeichen;Ansprechpartner;Telefon\n"
ROWS = (
    "Lich;;M1, M4;erledigt;Landesförderung;03.02.2025;14.05.2025;Az 7;Kim Lang;06404 1\n"
    "Stadt Gießen;;Modul 2;geplant;Eigenmittel;2025-06-01;;;;\n"
    ";06531014;3;;;;;;;\n"
)
PROGRAMME_OF_THE_HOUSE = {
    "pack.toml": 'id = "kreis"\nversion = "1.0.0"\ntitle = "Kreis"\nrequires = { base = "1.0.0" }\n',
    "sources.toml": '[[source]]\nid = "KREIS"\ntitle = "Beschluss"\npublisher = "Kreis"\ndate = "2026"\n',
    "funding.toml": (
        'version = "1.0.0"\n\n[[programme]]\nid = "KREIS"\nshort = "DigiFonds"\ntitle = "Fonds des Kreises"\n'
        'counts = "delivery"\nmodules = ["M1"]\nat_most = 1\nrule = "K1"\nas_of = 2026-11-21\nsources = ["KREIS"]\n\n'
        '[[rule]]\nid = "K1"\ntext = "Höchstens ein Modul."\nsources = ["KREIS"]\n'
    ),
}


def rows_of(workspace: Workspace, folder: Path, text: str = ROWS) -> tuple[MappedRow, ...]:
    file = folder / "Liste.csv"
    file.write_text(HEAD + text, "utf-8")
    return workspace.table_imports.rows_of(file, CASE_LIST)


def compare(workspace: Workspace, folder: Path, text: str = ROWS, **answers: str) -> TablePreview[ListedCase]:
    return workspace.case_lists.comparison.compare(rows_of(workspace, folder, text), answers)


def fates(preview: TablePreview[ListedCase]) -> list[RowFate]:
    return [row.fate for row in preview.rows]


def test_a_list_becomes_cases_with_bookings(workspace: Workspace, tmp_path: Path) -> None:
    text = ROWS.replace(";06531014", "Reiskirchen;06531014")
    preview = compare(workspace, tmp_path, text)
    assert fates(preview) == [RowFate.NEW] * 3
    opened = workspace.case_lists.open_cases(preview.taken)
    first, second, third = (workspace.cases.load(case_id) for case_id in opened.case_ids)
    assert (first.commune.name, first.modules, first.head.provider_reference) == ("Lich", ("M1", "M4"), "Az 7")
    assert {booking.state for booking in first.bookings.values()} == {BookingState.COMPLETED}
    assert {booking.financing for booking in first.bookings.values()} == {Financing.PROGRAMME}
    assert first.head.opened_on == date(2025, 2, 3)
    assert (first.assessments, first.agenda) == ({}, {})  # what is completed needs neither
    assert [person.name for person in first.people.values()] == ["Kim Lang"]
    assert (second.commune.name, second.modules, len(second.assessments)) == ("Gießen", ("M2",), 1)
    assert second.agenda
    assert third.commune.key == "06531014"


def test_a_list_may_name_the_programme_that_pays(workspace: Workspace, tmp_path: Path) -> None:
    preview = compare(workspace, tmp_path, "Lich;;M1;;HMdIS;;;Az 1;;\nLich;;M4;;Starke Heimat Hessen;;;Az 1;;\n")
    assert fates(preview) == [RowFate.NEW] * 2
    (case,) = preview.taken
    assert {booking.financing for booking in case.bookings} == {Financing.PROGRAMME}


def test_programme_and_price_land_in_the_booking(workspace: Workspace, tmp_path: Path) -> None:
    text = (
        "Kommune;Modul;Finanzierung;Förderprogramm;Preis\n"
        "Lich;M1;Landesförderung;HMdIS;4.800,00 €\n"
        "Lich;M4;;Starke Heimat;\n"
        "Reiskirchen;M4;Land;Kreisfonds;\n"
        "Gießen;M1, M4;Land;SHH;9600\n"
        "Buseck;M3;Eigenmittel;SHH;1250,5\n"
        "Linden;M2;Kreisfonds;;\n"
        "Hungen;M2;;HMdIS, SHH;\n"
    )
    file = tmp_path / "Liste.csv"
    file.write_text(text, "utf-8")
    chosen = workspace.register.index.exactly("Gießen")
    rows = workspace.table_imports.rows_of(file, CASE_LIST)
    preview = workspace.case_lists.comparison.compare(rows, {"Gießen": chosen[0].id})
    remarks = [row.remark for row in preview.rows]
    assert remarks[:2] == ["", ""]
    assert remarks[2].startswith("Kein bekanntes Programm: „Kreisfonds“.")
    assert remarks[3].startswith("Nicht für M1: Starke Heimat Hessen.")
    assert "Der Preis steht für M1, M4 zusammen" in remarks[3]
    assert "„Eigenmittel“ gehört kein Programm" in remarks[4]
    assert remarks[5].startswith("„Kreisfonds“ ist weder eine Art der Finanzierung (Landesförderung, ")
    assert remarks[6].startswith("Für M2 kommen mehrere Programme in Frage (HMdIS und Starke Heimat Hessen)")
    assert fates(preview) == [*[RowFate.NEW] * 5, RowFate.FAULTY, RowFate.NEW]
    opened = workspace.case_lists.open_cases(preview.taken)
    cases = [workspace.cases.load(case_id) for case_id in opened.case_ids]
    booked = {
        (case.commune.name, item.module): (item.financing, item.programme, item.price, item.note.text)
        for case in cases
        for item in case.bookings.values()
    }
    land = Financing.PROGRAMME
    together = "Preis laut Liste für M1, M4 zusammen: 9.600\N{NO-BREAK SPACE}€"
    assert booked == {
        ("Lich", "M1"): (land, "HMdIS", 480_000, ""),
        ("Lich", "M4"): (land, "SHH", None, ""),
        ("Reiskirchen", "M4"): (land, None, None, "Programm laut Liste: Kreisfonds"),
        ("Gießen", "M1"): (land, None, None, f"Programm laut Liste: SHH; {together}"),
        ("Gießen", "M4"): (land, "SHH", None, together),
        ("Buseck", "M3"): (Financing.OWN, None, 125_050, "Programm laut Liste: SHH"),
        ("Hungen", "M2"): (land, None, None, "Programm laut Liste: HMdIS, SHH"),
    }


def test_a_programme_of_the_house_is_known(tmp_path: Path) -> None:
    data = tmp_path / "data"
    pack = data / "packs" / "kreis"
    pack.mkdir(parents=True)
    for name, text in PROGRAMME_OF_THE_HOUSE.items():
        (pack / name).write_text(text, "utf-8")
    opened = open_workspace(data, Preferences())
    try:
        preview = compare(opened, tmp_path, "Lich;;M1;;DigiFonds;;;;;\n")
        ((booking,),) = (case.bookings for case in preview.taken)
        assert (booking.financing, booking.programme) == (Financing.PROGRAMME, "KREIS")
    finally:
        opened.close()


def test_nothing_comes_twice(workspace: Workspace, tmp_path: Path) -> None:
    text = ROWS.replace(";06531014", "x;06531014")
    workspace.case_lists.open_cases(compare(workspace, tmp_path, text).taken)
    again = compare(workspace, tmp_path, text)
    assert fates(again) == [RowFate.KNOWN] * 3
    assert again.is_nothing_new
    more = compare(workspace, tmp_path, "Lich;;M1, M2;;;03.02.2025;;Az 7;;\nLich;;M1;;;03.02.2026;;Az 8;;\n")
    assert fates(more) == [RowFate.NEW, RowFate.NEW]
    assert "Schon da: M1" in more.rows[0].remark
    assert [[booking.module for booking in case.bookings] for case in more.taken] == [["M2"], ["M1"]]


def test_rows_of_one_case_are_put_together(workspace: Workspace, tmp_path: Path) -> None:
    text = "Lich;;M1;;;03.02.2025;;Az 7;;\nLich;;M4;;;05.02.2025;;Az 7;Kim Lang;\nLich;;M4;;;;;Az 7;;\n"
    preview = compare(workspace, tmp_path, text)
    assert fates(preview) == [RowFate.NEW, RowFate.NEW, RowFate.FAULTY]
    assert "schon in Zeile 3" in preview.rows[2].remark
    (case,) = preview.taken
    assert [booking.module for booking in case.bookings] == ["M1", "M4"]
    assert case.contact is not None


def test_names_that_mean_several_communes_are_asked(workspace: Workspace, tmp_path: Path) -> None:
    text = "Kassel;;M1;;;;;;;\nKassel;;M2;;;;;;;\nKasel;;M1;;;;;;;\nNirgendwo;;M1;;;;;;;\nLich;06999999;M1;;;;;;;\n"
    preview = compare(workspace, tmp_path, text)
    kassel = next(question for question in preview.questions if question.word == "Kassel")
    assert kassel.lines == 2
    assert {title.split(",")[0] for _, title in kassel.options} == {"Stadt Kassel", "Landkreis Kassel"}
    assert fates(preview)[:2] == [RowFate.ASKED] * 2
    assert fates(preview)[3:] == [RowFate.FAULTY] * 2
    assert preview.is_nothing_new
    chosen = next(value for value, title in kassel.options if title.startswith("Landkreis"))
    answered = compare(workspace, tmp_path, text, Kassel=chosen)
    assert fates(answered)[:2] == [RowFate.NEW] * 2
    assert {case.commune.designation for case in answered.taken} == {"Landkreis"}


def test_faulty_rows_stay_out(workspace: Workspace, tmp_path: Path) -> None:
    preview = compare(workspace, tmp_path, "Lich;;M9;;;;;;;\nLich;;M1;vielleicht;;gestern;;;;\n;;M1;;;;;;;\n")
    assert fates(preview) == [RowFate.FAULTY] * 3
    assert "nennt kein Modul" in preview.rows[0].remark
    assert [fault.field for fault in preview.rows[1].faults] == ["state", "requested_on"]


def test_all_of_a_list_is_taken_back_while_nobody_has_gone_on(workspace: Workspace, tmp_path: Path) -> None:
    lists = workspace.case_lists
    text = ROWS.replace(";06531014", "x;06531014")
    opened = lists.open_cases(compare(workspace, tmp_path, text).taken)
    lists.take_back(opened)
    assert workspace.cases.load_all() == []
    opened = lists.open_cases(compare(workspace, tmp_path, text).taken)
    session = workspace.cases.open(opened.case_ids[1])
    session.apply(*workspace.cases.booking_changes(session.case, "M3"))
    refused(lambda: lists.take_back(opened), Problem.CASES_WORKED_ON)
    assert len(workspace.cases.load_all()) == 3


def test_what_is_stopped_leaves_nothing(workspace: Workspace, tmp_path: Path) -> None:
    def stop(share: float) -> None:
        if share:
            raise AdvisorError(Problem.CANCELLED)

    text = "".join(f"Lich;;M1;erledigt;;{day:02}.03.2025;;;;\n" for day in range(1, 29))
    preview = compare(workspace, tmp_path, text)
    refused(lambda: workspace.case_lists.open_cases(preview.taken, stop), Problem.CANCELLED)
    assert workspace.cases.load_all() == []


def test_real_cases_need_recoverable_data(tmp_path: Path) -> None:
    opened = open_workspace(tmp_path / "data", Preferences())
    try:
        preview = compare(opened, tmp_path, "Lich;;M1;;;;;;;\n")
        with pytest.raises(AdvisorError) as caught:
            opened.case_lists.open_cases(preview.taken)
        assert caught.value.problem is Problem.RECOVERY_MISSING
    finally:
        opened.close()
