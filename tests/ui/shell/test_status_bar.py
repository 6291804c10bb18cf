"""The status bar: in a narrow window icons alone, with their names."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from advisor_app.ui.shell.status_bar import StatusBar
from advisor_app.ui.shell.theming import Theming

NARROWEST = 900  # px: the smallest window that has to do


@pytest.mark.parametrize("zoom", [100, 150, 200])
def test_everything_finds_room_in_a_narrow_window(qtbot: QtBot, theming: Theming, zoom: int) -> None:
    theming.set_zoom(zoom)
    bar = StatusBar(theming)
    qtbot.addWidget(bar)
    bar.show_opened()
    bar.show_protection(locks=False)
    bar.show_projector("Beamer an: Fragen klären", running=True)
    bar.show_phones("12 Handys nehmen teil")
    bar.resize(NARROWEST, bar.minimumHeight())
    bar.show()
    assert bar.minimumSizeHint().width() <= NARROWEST
    named = {button.accessibleName() for button in (bar.lock_button, bar.projector_button, bar.phones_button)}
    assert named == {"ohne Passphrase", "Beamer an: Fragen klären", "12 Handys nehmen teil"}


def test_words_come_back_with_the_room(qtbot: QtBot, theming: Theming) -> None:
    bar = StatusBar(theming)
    qtbot.addWidget(bar)
    bar.show_protection(locks=True)
    bar.resize(600, bar.minimumHeight())
    bar.show()
    assert bar.lock_button.text() == ""
    bar.resize(1366, bar.minimumHeight())
    assert bar.lock_button.text() == "Verschließen"
