"""Überblick, Farbe und Logo der Kommune: kept in the case, checked like the house's own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from advisor_app.domain.case import Case, CaseBranding
from advisor_app.domain.evidence import WHOLE_CASE, Subject
from advisor_app.services.demo import ensure_example
from advisor_app.services.workspace import Workspace
from advisor_app.ui.pages.overview import OverviewPage
from advisor_app.ui.pages.overview.branding_card import BrandingCard
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.page import PageContext

Stored = Callable[[str], Case]


@pytest.fixture
def bridge(workspace: Workspace) -> CaseBridge:
    return CaseBridge(workspace, workspace.cases.open(ensure_example(workspace)))


@pytest.fixture
def card(qtbot: QtBot, context: PageContext, bridge: CaseBridge) -> BrandingCard:
    page = OverviewPage(context, bridge)
    qtbot.addWidget(page)
    page.resize(1182, 690)
    with qtbot.waitExposed(page):
        page.show()
    bridge.changed.connect(page.refresh)
    return page.branding


def type_colour(qtbot: QtBot, card: BrandingCard, colour: str) -> None:
    card.colour.line.setFocus()
    card.colour.line.selectAll()
    qtbot.keyClicks(card.colour.line, colour)
    qtbot.keyClick(card.colour.line, Qt.Key.Key_Return)


def test_a_colour_is_kept_in_the_case(qtbot: QtBot, card: BrandingCard, bridge: CaseBridge, stored: Stored) -> None:
    type_colour(qtbot, card, "1f3d7a")
    assert stored(bridge.case.id).branding == CaseBranding(colour="#1F3D7A")
    swatch = card.colour.swatch
    assert swatch.palette().color(swatch.backgroundRole()).name() == "#1f3d7a"


def test_a_colour_that_is_too_light_is_not_kept(qtbot: QtBot, card: BrandingCard, bridge: CaseBridge) -> None:
    type_colour(qtbot, card, "#FFEE00")
    card.logo.box.setFocus()
    assert bridge.case.branding is None
    assert not card.colour.darker_button.isHidden()
    card.colour.darker_button.click()
    assert bridge.case.branding is not None
    assert bridge.case.branding.colour.startswith("#")


def test_a_photo_of_the_case_becomes_its_logo(
    qtbot: QtBot, card: BrandingCard, bridge: CaseBridge, workspace: Workspace, stored: Stored, tmp_path: Path
) -> None:
    for name, subject in (("Wappen", WHOLE_CASE), ("Tafel", Subject.question("a1", "4.1.1"))):
        Image.new("RGB", (300, 300), "teal").save(tmp_path / f"{name}.png")
        photo = workspace.evidence.take_in([tmp_path / f"{name}.png"]).stored
        bridge.edit(*workspace.evidence.added(bridge.case, photo, subject))
    choices = [card.logo.box.itemText(index) for index in range(card.logo.box.count())]
    assert choices == ["kein Logo", "Wappen"]
    card.logo.box.setFocus()
    qtbot.keyClick(card.logo.box, Qt.Key.Key_Down)
    branding = stored(bridge.case.id).branding
    assert branding is not None
    assert bridge.case.evidence[branding.logo].title == "Wappen"
    qtbot.keyClick(card.logo.box, Qt.Key.Key_Up)
    assert stored(bridge.case.id).branding is None
