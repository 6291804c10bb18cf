"""Cards and fields call roles what the house calls them, also after that was changed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from advisor_app.domain.case import Contact, RoleMapping
from advisor_app.domain.changes import ContactSet, RoleSet
from advisor_app.domain.house_roles import role_titles
from advisor_app.domain.poll import Outcome, Settled
from advisor_app.ui.pages.assessment import AssessmentPage
from advisor_app.ui.pages.assessment.poll_outcome import PollOutcome
from advisor_app.ui.pages.set_up.contacts_step import ContactsStep
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.page import PageContext


def test_roles_follow_the_words_of_the_house(
    qtbot: QtBot, context: PageContext, open_case: Callable[..., CaseBridge]
) -> None:
    bridge = open_case("M4")
    page = AssessmentPage(context, bridge)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    box = next(item for item in page.findChildren(QComboBox) if item.accessibleName() == "Auskunft durch")
    place = box.findData("BM")
    assert box.itemText(place) == context.workspace.catalog.roles["BM"].title
    bridge.edit(RoleSet("BM", None, RoleMapping(title="Erster Kreisbeigeordneter")))
    qtbot.waitUntil(lambda: box.itemText(place) == "Erster Kreisbeigeordneter")
    bridge.undo()
    qtbot.waitUntil(lambda: box.itemText(place) == context.workspace.catalog.roles["BM"].title)


def test_chips_of_contacts_follow_the_words_of_the_house(
    qtbot: QtBot, context: PageContext, open_case: Callable[..., CaseBridge]
) -> None:
    bridge = open_case("M4")
    bridge.edit(
        ContactSet("k", None, Contact(id="k", person="p", roles=("BM",))),
        RoleSet("BM", None, RoleMapping(title="Erster Kreisbeigeordneter")),
    )
    step = ContactsStep(context, bridge)
    qtbot.addWidget(step)
    chip = step.contacts["k"].roles.chips["BM"]
    assert (chip.text(), chip.accessibleName()) == ("Erster Kreisbeigeordneter", "Rollen: Erster Kreisbeigeordneter")
    bridge.undo()
    step.refresh(())
    assert "k" not in step.contacts
    bridge.redo()
    renamed = RoleMapping(title="Magistrat")
    change = RoleSet("BM", bridge.case.roles["BM"], renamed)
    bridge.edit(change)
    step.refresh((change,))
    chip = step.contacts["k"].roles.chips["BM"]
    assert chip.text() == "Magistrat"
    assert chip.isChecked()


def test_whoever_clarifies_is_called_by_the_words_of_the_house(qtbot: QtBot, context: PageContext) -> None:
    outcome = PollOutcome(context)
    qtbot.addWidget(outcome)
    postponed = Outcome(settled=Settled.POSTPONED, responsible="BM", decided_at=context.workspace.clock.now())
    outcome.show_outcome(postponed, ())
    assert outcome.responsible.line.text() == context.workspace.catalog.roles["BM"].title
    outcome.show_roles({**role_titles(context.workspace.catalog.roles, {}), "BM": "Erster Kreisbeigeordneter"})
    assert outcome.responsible.line.text() == "Erster Kreisbeigeordneter"
    told: list[str] = []
    outcome.edited.connect(lambda settled, _batch: told.append(settled.responsible))
    for words in ("Jemand anders", "Erster Kreisbeigeordneter"):
        outcome.responsible.line.setText(words)
        outcome.flush()
    assert told == ["Jemand anders", "BM"]
