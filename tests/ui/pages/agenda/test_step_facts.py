"""Agenda: the facts of a step say of when they are and how sure."""

from __future__ import annotations

from datetime import date

from pytestqt.qtbot import QtBot

from advisor_app.ui.pages.agenda import AgendaPage
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.named_fact import NamedFact
from advisor_app.ui.widgets.paragraph import Paragraph
from tests.ui.conftest import TestClock
from tests.ui.pages.agenda.day_on_screen import (
    TODAY,
    shown,
)


def facts_of(page: AgendaPage, step_title: str) -> dict[str, list[str]]:
    """Show a step: what stands below each of its facts."""
    assert page.day is not None
    page.open_item(next(step.id for step in page.day.steps if step.title == step_title))
    shown = [fact.findChildren(Paragraph) for fact in page.step_panel.findChildren(NamedFact)]
    return {labels[0].text(): [label.text() for label in labels[1:]] for labels in shown}


def named(facts: dict[str, list[str]], beginning: str) -> list[str]:
    return next(below for text, below in facts.items() if text.startswith(beginning))


def test_facts_say_of_when_they_are_and_how_sure(page: AgendaPage) -> None:
    facts = facts_of(page, "Entscheidung und Auftrag")
    assert all(below[0].startswith("Stand ") for below in facts.values())
    (sure,) = named(facts, "Die Förderquote von")
    assert sure.startswith("Stand 21.11.2026, Quelle: Hessisches Ministerium")
    assert named(facts, "Die letzte bekannte Antragsfrist")[1:] == ["Nicht ganz sicher belegt."]
    assert named(facts, "Alle Fristen der Modulförderung")[1:] == ["Unsicher: Bitte nur mit diesem Hinweis nennen."]


def test_expired_facts_warn(qtbot: QtBot, context: PageContext, bridge: CaseBridge, clock: TestClock) -> None:
    clock.move(days=(date(2027, 1, 1) - TODAY).days)
    page = shown(qtbot, context, bridge)
    facts = facts_of(page, "Entscheidung und Auftrag")
    assert named(facts, "Die Förderung der interkommunalen Zusammenarbeit ist bis 2026")[1:] == [
        "Abgelaufen am 31.12.2026: Bitte erst prüfen, was heute gilt.",
        "Bis 31.12.2026 zu prüfen: Bitte klären, ob es noch stimmt.",
    ]
    assert len(named(facts, "Die Förderquote von")) == 1, "what still holds is not warned of"
    warning = next(
        label for label in page.step_panel.findChildren(Paragraph) if label.text().startswith("Abgelaufen am")
    )
    qtbot.waitUntil(lambda: warning.isVisible() and warning.height() >= warning.fontMetrics().height())
