"""The agenda page over a case whose first day is today."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from advisor_app.domain.changes import AgendaDaySet
from advisor_app.ui.pages.agenda import AgendaPage
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.page import PageContext
from tests.ui.pages.agenda.day_on_screen import TODAY, OpenCase, first_day, shown


@pytest.fixture
def bridge(open_case: OpenCase) -> CaseBridge:
    """A case whose first day is today."""
    bridge = open_case("M4")
    day = first_day(bridge)
    assert bridge.edit(AgendaDaySet(day.id, day, replace(day, on=TODAY, place="Rathaus")))
    return bridge


@pytest.fixture
def page(qtbot: QtBot, context: PageContext, bridge: CaseBridge) -> AgendaPage:
    """The page on screen."""
    return shown(qtbot, context, bridge)
