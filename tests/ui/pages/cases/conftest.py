"""The page „Fälle“ in a window, with five cases."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt

from advisor_app.domain.agenda import AgendaDay
from advisor_app.domain.booking import BookingState
from advisor_app.domain.changes import AgendaDaySet, BookingSet, Change
from advisor_app.domain.commune import Commune, CommuneKind
from advisor_app.services.ids import new_id
from advisor_app.services.session import CaseSession
from advisor_app.services.workspace import Workspace
from advisor_app.ui.pages.cases import CasesPage
from advisor_app.ui.pages.cases.case_list import CaseList
from advisor_app.ui.shell.main_window import MainWindow

TODAY = date(2026, 9, 14)
CONTROL = Qt.KeyboardModifier.ControlModifier


def page_of(window: MainWindow) -> CasesPage:
    page = window.page
    assert isinstance(page, CasesPage)
    return page


def town(name: str, **values: object) -> Commune:
    entry = Commune(
        id=new_id(), key=None, name=name, kind=CommuneKind.MUNICIPALITY, designation="Stadt", population=21300, own=True
    )
    return replace(entry, **values)  # type: ignore[arg-type]  # values of a commune


def booked(
    workspace: Workspace,
    commune: Commune,
    modules: Sequence[str] = ("M4",),
    state: BookingState = BookingState.SCHEDULED,
    on: date | None = None,
    place: str = "Rathaus",
    *,
    is_prepared: bool = True,
) -> CaseSession:
    session = workspace.cases.create(commune, modules)
    changes: list[Change] = [
        BookingSet(booking.id, booking, replace(booking, state=state)) for booking in session.case.bookings.values()
    ]
    if on is not None:
        day = AgendaDay(id=new_id(), module=modules[0], title="Workshop Tag 1", number=9, on=on, place=place)
        changes.append(AgendaDaySet(day.id, None, day))
    session.apply(*changes)
    if is_prepared:
        preparation = workspace.preparation
        session.apply(*(preparation.ticked(task, done=True) for task in preparation.tasks(session.case)))
    workspace.portfolio.update(session.case)
    return session


@pytest.fixture
def cases(main_window: MainWindow) -> CaseList:
    """Five cases on screen: two this week, one later, one without a date, one closed."""
    workspace = main_window.workspace
    booked(workspace, town("Lahnrode"), ("M1", "M3"), on=TODAY + timedelta(days=3))
    booked(workspace, town("Eschentalbach", population=9400), on=TODAY)
    booked(workspace, town("Kirchdornau"), on=TODAY + timedelta(days=9), place="")
    booked(workspace, town("Auerhain"), ("M3",), BookingState.APPLIED)
    booked(workspace, town("Hohenlinsen"), ("M1",), BookingState.COMPLETED)
    page = page_of(main_window)
    main_window.show_page("settings")
    main_window.show_page("cases")
    return page.list
