"""Einstellungen, Handy-Abfrage: off until it is switched on, at a port of its own, where the policy lets it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from advisor_app.services.policy import Policy
from advisor_app.services.preferences import PreferencesFile
from advisor_app.ui.pages.settings.page import SettingsPage
from advisor_app.ui.shell.page import PageContext


def shown(qtbot: QtBot, context: PageContext) -> SettingsPage:
    page = SettingsPage(context)
    qtbot.addWidget(page)
    page.resize(1182, 690)
    with qtbot.waitExposed(page):
        page.show()
    return page


def test_it_is_switched_on_by_hand_and_kept(qtbot: QtBot, context: PageContext, data_folder: Path) -> None:
    section = shown(qtbot, context).phone_poll
    box = section.choice.box
    assert box.currentText() == "ausgeschaltet"
    assert not context.workspace.phone_polls.is_on
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Down)
    box.activated.emit(box.currentIndex())
    assert context.workspace.phone_polls.is_on
    assert PreferencesFile(data_folder).load().phone_poll


@pytest.mark.parametrize(("typed", "kept"), [("9000", 9000), ("80", 8642), ("70000", 8642), ("x", 8642)])
def test_the_port_is_one_that_a_program_may_use(
    qtbot: QtBot, context: PageContext, data_folder: Path, typed: str, kept: int
) -> None:
    page = shown(qtbot, context)
    section = page.phone_poll
    line = section.port.line
    assert line.text() == "8642"
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, typed)
    qtbot.keyClick(line, Qt.Key.Key_Tab)
    assert page.flush()
    assert PreferencesFile(data_folder).load().phone_poll_port == kept
    assert (typed in section.form.field("phone_poll_port").target.accessibleDescription()) == (kept == 8642)


def test_where_the_policy_forbids_it_nothing_can_be_switched_on(qtbot: QtBot, context: PageContext) -> None:
    context.workspace.set_preferences(replace(context.workspace.preferences, phone_poll=True))
    ruled = replace(context.workspace, policy=Policy(phone_poll=False))
    section = shown(qtbot, replace(context, workspace=ruled)).phone_poll
    assert section.choice.box.currentText() == "ausgeschaltet"
    assert not section.choice.isEnabled()
    assert not section.port.isEnabled()
    assert section.choice.target.accessibleDescription() == "Von Ihrer IT ausgeschaltet."
