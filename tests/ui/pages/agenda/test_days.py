"""Agenda: days are offered, added, chosen and removed."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from advisor_app.domain.changes import AgendaDaySet
from advisor_app.ui.pages.agenda import AgendaPage
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.labels import TextLabel
from tests.ui.pages.agenda.day_on_screen import (
    LEFT,
    OpenCase,
    shown,
)


def test_without_days_the_ones_of_the_module_are_offered(
    qtbot: QtBot, context: PageContext, bridge: CaseBridge
) -> None:
    assert bridge.edit(*(AgendaDaySet(day.id, day, None) for day in bridge.case.agenda.values()))
    page = shown(qtbot, context, bridge)
    offer = page._offer
    assert list(offer.buttons) == [
        "m4-tag1",
        "m4-tag2",
        "m4-halbtag",
        "m4-zwei-1",
        "m4-zwei-2",
        "m4-kurz",
        "m4-online",
        "m4-vorab",
        "",
    ]
    qtbot.mouseClick(offer.buttons["m4-halbtag"], LEFT)
    assert [day.template for day in bridge.case.agenda.values()] == ["m4-halbtag"]
    assert page.step_panel.title.text() == "Auftakt"
    assert bridge.undo()
    assert offer.isVisible()


def test_days_are_added_chosen_and_removed_by_the_menu(page: AgendaPage, bridge: CaseBridge) -> None:
    actions = page.days.head.menu.menu_shown.actions()
    next(action for action in actions if action.text().endswith("Halber Tag: Standort und Auftrag (4 h)")).trigger()
    assert page.day is not None
    assert page.day.template == "m4-halbtag"
    assert page.days.head.chooser.currentData() == page.day.id
    actions[-1].trigger()
    assert [day.template for day in bridge.case.agenda.values()] == ["m4-tag1"]
    assert page.day is not None
    assert page.day.template == "m4-tag1"


def test_days_of_several_modules_are_grouped_and_named(qtbot: QtBot, context: PageContext, open_case: OpenCase) -> None:
    bridge = open_case("M1", "M3")
    page = shown(qtbot, context, bridge)
    menu = page.days.head.menu.menu_shown
    groups = {within.title(): within for within in menu.findChildren(QMenu)}
    assert list(groups) == ["Hinzufügen: Modul 1", "Hinzufügen: Modul 3", "Schritte an diesen Tag anhängen"]
    words = [action.text() for action in groups["Hinzufügen: Modul 1"].actions()]
    assert words[0].endswith("(7 h)")
    assert words[-1] == "Vorab-Abfrage (1 h)"
    assert any(word.startswith("90 Minuten") and word.endswith("(1,5 h)") for word in words)
    groups["Hinzufügen: Modul 3"].actions()[-1].trigger()
    chooser = page.days.head.chooser
    days = [chooser.itemText(place)[:5] for place in range(chooser.count())]
    assert days == ["M1 · ", "M3 · ", "M3 · "]
    assert bridge.edit(*(AgendaDaySet(day.id, day, None) for day in bridge.case.agenda.values()))
    headings = [label.text() for label in page._offer.findChildren(TextLabel)]
    assert headings.index("Modul 1") < headings.index("Modul 3")


def test_an_empty_day_takes_own_steps(qtbot: QtBot, page: AgendaPage) -> None:
    page.planning.add_day("")
    assert page.day is not None
    assert (page.day.title, page.day.steps) == ("Tag 2", ())
    assert not page.step_panel.isVisible()
    assert not page.foot.isVisible()
    qtbot.mouseClick(page.days.insert, LEFT)
    assert [step.title for step in page.day.steps] == ["Neuer Schritt"]
    assert page.step_panel.isVisible()
