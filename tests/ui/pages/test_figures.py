"""Auswertung: the figures of the portfolio in the window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from advisor_app.domain.booking import BookingState
from advisor_app.domain.changes import BookingSet
from advisor_app.domain.figures_report import report_of
from advisor_app.exchange.figures_report import write_report
from advisor_app.services.workspace import Workspace
from advisor_app.ui.pages.figures import FiguresPage
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.chart_table import ChartTable
from tests.domain.booking_facts import official_figures

OpenCase = Callable[..., CaseBridge]
ShowPage = Callable[..., FiguresPage]


@pytest.fixture
def show_page(qtbot: QtBot, context: PageContext, tmp_path: Path) -> ShowPage:
    """Show the page, counted; files that are chosen are those given, places lie in a folder of the test."""

    def show(*files: Path, name: str = "") -> FiguresPage:
        def place(_parent: QWidget, _title: str, proposed: str, _kinds: str) -> Path:
            return tmp_path / (name or proposed)

        page = FiguresPage(context, choose_files=lambda *_: list(files), choose_place=place)
        qtbot.addWidget(page)
        page.resize(1182, 690)
        with qtbot.waitExposed(page):
            page.show()
        qtbot.waitUntil(lambda: not context.lane.is_busy)
        return page

    return show


@pytest.fixture
def cases(workspace: Workspace, open_case: OpenCase) -> Workspace:
    """Two cases with three bookings: one was completed in 2025, two came in 2026."""
    bridge = open_case("M1", "M2")
    for booking in bridge.case.bookings.values():
        done = {"state": BookingState.COMPLETED, "requested_on": date(2025, 3, 1), "completed_on": date(2025, 9, 30)}
        now = {"requested_on": date(2026, 2, 1)}
        after = replace(booking, **(done if booking.module == "M2" else now))
        bridge.edit(BookingSet(booking.id, booking, after))
    other = open_case("M1")
    (booking,) = other.case.bookings.values()
    other.edit(BookingSet(booking.id, booking, replace(booking, requested_on=date(2026, 5, 1))))
    return workspace


def cells(table: ChartTable) -> list[list[str]]:
    rows = [[table.item(row, column) for column in range(3)] for row in range(table.rowCount())]
    return [[item.text() if item else "" for item in row] for row in rows]


def press(qtbot: QtBot, page: FiguresPage, words: str) -> None:
    """Click a button of the page and wait until what it began is done."""
    button = next(item for item in page.findChildren(QPushButton) if item.text() == words and item.isVisible())
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not page.context.lane.is_busy)


def totals(page: FiguresPage) -> tuple[str, str]:
    return page.bookings.requests.value.text(), page.bookings.completed.value.text()


def test_without_a_case_the_page_says_what_belongs_here(qtbot: QtBot, show_page: ShowPage) -> None:
    page = show_page()
    assert page.empty.isVisible()
    with qtbot.waitSignal(page.navigated) as went:
        qtbot.mouseClick(page.empty.button, Qt.MouseButton.LeftButton)
    assert went.args == ["cases", "request"]


@pytest.mark.usefixtures("cases")
def test_figures_are_cut_as_one_likes_and_by_year(qtbot: QtBot, show_page: ShowPage) -> None:
    page = show_page()
    assert totals(page) == ("3", "1")
    assert "Modul 1: Anträge 2, Abgeschlossen 0" in page.bookings.chart.accessibleDescription()
    press(qtbot, page, "Tabelle")
    assert page.bookings.table.isVisible()
    assert cells(page.bookings.table) == [["Modul 1", "2", "0"], ["Modul 2", "1", "1"]]
    press(qtbot, page, "Monat")
    assert cells(page.bookings.table)[1] == ["09/2025", "0", "1"]
    page.bookings.year_field.box.setFocus()
    qtbot.keyClick(page.bookings.year_field.box, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: totals(page) == ("2", "0"))
    assert cells(page.bookings.table) == [["02/2026", "1", "0"], ["05/2026", "1", "0"]]
    press(qtbot, page, "Landkreis")
    assert cells(page.bookings.table) == [["Landkreis Musterland", "2", "0"]]


@pytest.mark.usefixtures("cases")
@pytest.mark.parametrize("name", ["a.xlsx", "a.csv"])
def test_figures_are_handed_out_as_tables(qtbot: QtBot, show_page: ShowPage, tmp_path: Path, name: str) -> None:
    page = show_page(name=name)
    with qtbot.waitSignal(page.noticed) as said:
        press(qtbot, page, "Ausgeben …")
    assert name in str(said.args)
    assert (tmp_path / name).stat().st_size > 100


@pytest.mark.usefixtures("cases")
def test_a_report_is_written_and_the_sum_of_several_shown(qtbot: QtBot, show_page: ShowPage, tmp_path: Path) -> None:
    facts, others = official_figures(), [tmp_path / "a.bkmeldung", tmp_path / "b.bkmeldung"]
    for place, file in enumerate(others):
        moment = datetime(2021, 8, 4, place, tzinfo=UTC)
        file.write_bytes(write_report(report_of(str(place), moment, facts[185 * place : 285 + 100 * place])))
    page = show_page(*others)
    with qtbot.waitSignal(page.noticed):
        press(qtbot, page, "Meldedatei schreiben …")
    assert (tmp_path / "Meldung 2026-09-14.bkmeldung").is_file()
    press(qtbot, page, "Zusammenführen …")
    qtbot.waitUntil(lambda: totals(page) == ("385", "108"))
    press(qtbot, page, "Tabelle")
    assert ["Modul 2", "194", "77"] in cells(page.bookings.table)
    press(qtbot, page, "Eigene Zahlen zeigen")
    qtbot.waitUntil(lambda: totals(page) == ("3", "1"))


@pytest.mark.usefixtures("cases")
def test_a_file_that_is_no_report_leaves_what_is_shown(qtbot: QtBot, show_page: ShowPage, tmp_path: Path) -> None:
    file = tmp_path / "a.bkmeldung"
    file.write_bytes(b"{}")
    page = show_page(file)
    with qtbot.waitSignal(page.warned) as said:
        press(qtbot, page, "Zusammenführen …")
    assert "keine Meldedatei" in str(said.args)
    assert totals(page) == ("3", "1")
