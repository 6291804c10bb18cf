"""Agenda: what belongs to a step, in order: its page at the right part, then its documents, each by one key."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from advisor_app.domain.agenda import AgendaStep, Section
from advisor_app.domain.assessment import Answer, AnswerState
from advisor_app.domain.candidate_rules import Way
from advisor_app.domain.changes import AgendaDaySet, AnswerSet, AssessmentSet, UseCaseSet
from advisor_app.domain.questionnaire import Dimension
from advisor_app.domain.sheet_part import SheetPart
from advisor_app.domain.use_case import UseCase
from advisor_app.services.agendas import is_asked_in
from advisor_app.ui.pages.agenda import AgendaPage
from advisor_app.ui.pages.agenda.documents_field import DocumentsField
from advisor_app.ui.pages.agenda.linked_page import LinkedPage, page_of, section_title
from advisor_app.ui.pages.registry import CASE_PAGES
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.choice_field import ChoiceField
from tests.ui.pages.agenda.day_on_screen import LEFT, OpenCase, choose, first_day, shown


def links(page: AgendaPage) -> list[LinkedPage]:
    return [one.linked for one in page.step_panel.links.buttons]


def choice(page: AgendaPage, name: str) -> ChoiceField:
    field = page.step_panel.editor.form.field(name)
    assert isinstance(field, ChoiceField)
    return field


def pick(page: AgendaPage, name: str, title: str) -> None:
    """Choose in a list of the editor as a person does."""
    box = choice(page, name).box
    box.setCurrentIndex(box.findText(title))
    box.activated.emit(box.currentIndex())


def offered(page: AgendaPage, name: str) -> list[str]:
    box = choice(page, name).box
    return [box.itemText(index) for index in range(box.count())]


def step_called(bridge: CaseBridge, title: str) -> AgendaStep:
    return next(step for step in first_day(bridge).steps if step.title == title)


def dimension_of(page: AgendaPage, name: str) -> Dimension:
    (made,) = page.bridge.case.assessments.values()
    return next(item for item in page.context.workspace.questionnaires.of(made).dimensions if item.id == name)


def test_every_section_leads_to_a_page_of_a_case_and_has_a_title() -> None:
    assert all(page_of(section) in CASE_PAGES and section_title(section) for section in Section)


def test_documents_follow_the_page_and_have_keys_of_their_own(qtbot: QtBot, page: AgendaPage) -> None:
    day = first_day(page.bridge).id
    (assessment,) = page.bridge.case.assessments
    assert [one.title for one in links(page)] == ["Teilnahmeliste", "Agenda"]
    with qtbot.waitSignal(page.navigated) as navigated:
        qtbot.keyClick(page.days.timeline, Qt.Key.Key_2)
    assert navigated.args == ["documents", f"agenda:{day}:{assessment}:M4"]
    choose(page, "Klärungsliste")
    assert [one.page for one in links(page)] == ["assessment", "documents", "documents"]
    with qtbot.waitSignal(page.navigated) as navigated:
        qtbot.keyClick(page.days.timeline, Qt.Key.Key_3)
    assert navigated.args == ["documents", f"voting-cards:{day}:{assessment}:M4"]
    field = page.side.field.field
    qtbot.mouseClick(field.viewport(), LEFT)
    with qtbot.assertNotEmitted(page.navigated):
        qtbot.keyClicks(field, "2 oder 3")
    assert field.toPlainText() == "2 oder 3"
    titles = [command.title for command in page.commands()]
    assert "Zum Schritt öffnen: Abstimmkarten" in titles


def test_questions_of_the_chosen_areas_open_at_the_first_one_that_is_open(page: AgendaPage) -> None:
    bridge = page.bridge
    (made,) = bridge.case.assessments.values()
    choose(page, "Fragen der gewählten Bereiche")
    assert (links(page)[0].item, links(page)[0].state) == (
        f"{made.id}:areas",
        "Es sind noch keine Wirkungsbereiche gewählt.",
    )
    assert bridge.edit(AssessmentSet(made.id, made, replace(made, areas=("WB2", "WB5"))))
    first = links(page)[0]
    assert first.item == f"{made.id}:WB2.1"
    assert first.state.startswith("WB2 und WB5 · 0 von ")
    assert bridge.edit(AnswerSet(made.id, "WB2.1", None, Answer(state=AnswerState.ANSWERED, level=2)))
    assert links(page)[0].item == f"{made.id}:WB2.2"
    assert links(page)[0].state.startswith("WB2 und WB5 · 1 von ")


def test_costs_are_those_of_the_use_case_unless_the_plan_was_decided(
    page: AgendaPage, bridge: CaseBridge, context: PageContext
) -> None:
    choose(page, "Auftakt")
    page.step_panel.toggle_editor()
    pick(page, "section", "Kosten und Förderung rechnen")
    (link,) = [link for link in links(page) if link.page in ("use-case", "plan")]
    assert (link.page, link.item) == ("use-case", ""), "its empty page says what to do"
    assert bridge.edit(UseCaseSet("uc1", None, UseCase(id="uc1", number=1, title="Pegelwarnung")))
    assert (links(page)[0].page, links(page)[0].item) == ("use-case", "uc1/costs")
    assert "UC-01 Pegelwarnung" in links(page)[0].state
    decided = context.workspace.candidates.decide(bridge.case, Way.PLAN)
    assert bridge.edit(decided)
    assert (links(page)[0].page, links(page)[0].action) == ("plan", "Zum Umsetzungsplan")


def test_the_editor_offers_the_pages_of_the_case_and_what_they_can_be_about(
    page: AgendaPage, bridge: CaseBridge
) -> None:
    choose(page, "Auftakt")
    page.step_panel.toggle_editor()
    assert "Prozessaufnahmen ausfüllen" not in offered(page, "section"), "module 4 has no process sheets"
    assert not choice(page, "dimensions").isVisible()
    pick(page, "section", "Fragen beantworten")
    assert choice(page, "dimensions").isVisible()
    pick(page, "dimensions", "4.3 Daten und Technik")
    assert step_called(bridge, "Auftakt").dimensions == ("4.3",)
    (assessment,) = bridge.case.assessments
    assert links(page)[0].item == f"{assessment}:4.3.1"
    assert links(page)[0].state.startswith("4.3 · 0 von ")
    asked = is_asked_in(first_day(bridge), step_called(bridge, "Auftakt"), dimension_of(page, "4.3"))
    not_asked = is_asked_in(first_day(bridge), step_called(bridge, "Auftakt"), dimension_of(page, "4.1"))
    assert (asked, not_asked) == (True, False)
    pick(page, "section", "Ergebnis zeigen")
    assert step_called(bridge, "Auftakt").dimensions == (), "they were of the other page"


def test_documents_of_a_step_are_added_and_taken_out_in_the_editor(
    qtbot: QtBot, page: AgendaPage, bridge: CaseBridge
) -> None:
    choose(page, "Auftakt")
    assert step_called(bridge, "Auftakt").document_kinds is None, "the packs say it"
    page.step_panel.toggle_editor()
    field = page.step_panel.editor.form.field("document_kinds")
    assert isinstance(field, DocumentsField)
    assert list(field.chips) == ["attendance-list", "agenda"]
    entries = [field.box.itemText(index) for index in range(field.box.count())]
    assert "Protokollbogen" in entries
    assert not {"Prozessaufnahme", "Teilnahmeliste"} & set(entries), "of other modules, or there already"
    field.box.activated.emit(entries.index("Protokollbogen"))
    qtbot.mouseClick(field.chips["agenda"], LEFT)
    assert step_called(bridge, "Auftakt").document_kinds == ("attendance-list", "minutes-form")
    assert [one.title for one in links(page)] == ["Teilnahmeliste", "Protokollbogen"]
    for kind in ("attendance-list", "minutes-form"):
        qtbot.mouseClick(field.chips[kind], LEFT)
    assert step_called(bridge, "Auftakt").document_kinds == (), "none, whatever the packs say"
    assert links(page) == []
    bridge.undo()
    assert [one.title for one in links(page)] == ["Protokollbogen"]


def test_a_kind_of_document_that_is_gone_is_not_offered(page: AgendaPage, bridge: CaseBridge) -> None:
    day = first_day(bridge)
    steps = (replace(day.steps[0], document_kinds=("stone-tablet", "agenda")), *day.steps[1:])
    assert bridge.edit(AgendaDaySet(day.id, day, replace(day, steps=steps)))
    assert [one.title for one in links(page)] == ["Agenda"]


def test_the_part_of_process_sheets_is_chosen_and_opened(
    qtbot: QtBot, context: PageContext, open_case: OpenCase
) -> None:
    bridge = open_case("M2")
    page = shown(qtbot, context, bridge)
    day = next(day for day in bridge.case.agenda.values() if day.template == "m2-tag2")
    page.open_item(next(step.id for step in day.steps if step.part is SheetPart.TO_BE))
    assert links(page)[0].title == "Prozessaufnahmen ausfüllen: Soll"
    page.step_panel.toggle_editor()
    pick(page, "part", "Nutzen")
    assert links(page)[0].item == "/benefit"
    pick(page, "part", "zuletzt gezeigter Teil")
    assert (links(page)[0].title, links(page)[0].item) == ("Prozessaufnahmen ausfüllen", "")
