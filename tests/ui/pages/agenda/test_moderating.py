"""Agenda: the step large, with what there is to say, to tick off, to write down and to open."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from pytestqt.qtbot import QtBot

from advisor_app.domain.agenda import Section, StepState, day_from_template
from advisor_app.domain.agenda_template import AgendaVariant
from advisor_app.domain.assessment import Answer, AnswerState, AssessmentKind
from advisor_app.domain.changes import AgendaDaySet, AnswerSet, EvidenceSet, MinutesEntrySet, ProcessSet
from advisor_app.domain.evidence import Evidence, EvidenceKind, Subject
from advisor_app.domain.minutes import EntryKind, MinutesEntry
from advisor_app.domain.process import ProcessSheet
from advisor_app.domain.words import Audience, Words
from advisor_app.services.ids import new_id
from advisor_app.services.preferences import ThemeChoice
from advisor_app.ui.pages.agenda import AgendaPage
from advisor_app.ui.pages.agenda.linked_page import linked_pages
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.page import PageContext
from tests.ui.pages.agenda.day_on_screen import (
    CTRL,
    LEFT,
    OpenCase,
    Stored,
    at,
    choose,
    first_day,
    shown,
    states,
)


def test_a_note_belongs_to_its_step_and_stays_internal(
    qtbot: QtBot, page: AgendaPage, bridge: CaseBridge, stored: Stored
) -> None:
    field = page.side.field.field
    qtbot.mouseClick(field.viewport(), LEFT)
    qtbot.keyClicks(field, "Zwei fehlen")
    page.days.timeline.setFocus()
    choose(page, "Beispiele aus Kommunen")
    assert page.step_panel.title.text() == "Beispiele aus Kommunen"
    assert field.toPlainText() == ""
    day = first_day(bridge)
    assert [step.note for step in day.steps][:2] == [Words("Zwei fehlen", Audience.INTERNAL), Words()]
    assert stored(bridge.case.id).agenda[day.id] == day


def test_ctrl_enter_in_the_note_leaves_the_text_and_ends_nothing(
    qtbot: QtBot, page: AgendaPage, bridge: CaseBridge
) -> None:
    field = page.side.field.field
    qtbot.mouseClick(field.viewport(), LEFT)
    qtbot.keyClicks(field, "erst einmal")
    qtbot.keyClick(field, Qt.Key.Key_Return, CTRL)
    assert first_day(bridge).steps[0].note.text == "erst einmal"
    assert states(first_day(bridge))[0] is StepState.OPEN


def test_e_opens_the_page_of_the_step_outside_text_only(qtbot: QtBot, page: AgendaPage) -> None:
    choose(page, "Klärungsliste")
    assert page.step_panel.links.isVisible()
    with qtbot.waitSignal(page.navigated) as navigated:
        qtbot.keyClick(page.days.timeline, Qt.Key.Key_E)
    assert navigated.args == ["assessment", *page.bridge.case.assessments]
    field = page.side.field.field
    qtbot.mouseClick(field.viewport(), LEFT)
    with qtbot.assertNotEmitted(page.navigated):
        qtbot.keyClicks(field, "e")
    assert field.toPlainText() == "e"


def test_talking_points_are_ticked_by_a_click_on_their_words_and_keep_it(qtbot: QtBot, page: AgendaPage) -> None:
    point = page.step_panel.talking_points[1]
    qtbot.mouseClick(point, LEFT, pos=QPoint(point.width() // 2, point.height() // 2))
    assert point.box.isChecked()
    choose(page, "Beispiele aus Kommunen")
    choose(page, "Auftakt")
    assert [other.box.isChecked() for other in page.step_panel.talking_points] == [False, True, False]


def test_a_day_of_a_pre_survey_says_where_there_is_none(bridge: CaseBridge, context: PageContext) -> None:
    workspace = context.workspace
    templates = workspace.catalog.agendas.values()
    survey = next(item for item in templates if (item.module, item.variant) == ("M4", AgendaVariant.PRE_SURVEY))
    day = day_from_template(survey, 1, new_id)
    step = next(step for step in day.steps if step.section is Section.ASSESSMENT)
    linked = linked_pages(bridge.case, day, step, workspace)[0]
    assert linked.state.startswith("Es gibt noch keine Vorab-Abfrage.")
    made = bridge.perform(lambda session: workspace.assessments.create(session, AssessmentKind.PRE_SURVEY, "m4"))
    assert made is not None
    linked = linked_pages(bridge.case, day, step, workspace)[0]
    assert (linked.item, linked.state) == (made.id, "0 von 21 Fragen beantwortet")


def test_a_step_opens_the_assessment_of_its_module(qtbot: QtBot, context: PageContext, open_case: OpenCase) -> None:
    bridge = open_case("M1", "M3", "M4")
    page = shown(qtbot, context, bridge)
    by_module = {item.questionnaire: item.id for item in bridge.case.in_order()}
    first = by_module["m1"]
    bridge.edit(AnswerSet(first, "1.1.1", None, Answer(state=AnswerState.ANSWERED, level=2)))
    for day in bridge.case.agenda.values():
        wanted = by_module[day.module.lower()]
        for step in day.steps:
            page.open_item(step.id)
            if step.section in {Section.ASSESSMENT, Section.RESULTS, Section.TARGETS}:
                with qtbot.waitSignal(page.navigated) as navigated:
                    page.step_panel.links.buttons[0].click()
                assert navigated.args[1].partition(":")[0] == wanted
            elif step.section is Section.AREAS:
                with qtbot.waitSignal(page.navigated) as navigated:
                    page.step_panel.links.buttons[0].click()
                assert navigated.args == ["selection", "areas"]


def test_commands_name_what_can_be_done(page: AgendaPage) -> None:
    titles = [command.title for command in page.commands()]
    assert "Schritt beginnen oder beenden" in titles
    assert "Tag hinzufügen: Modul 4, Tag 2: Ausarbeitung (4 h)" in titles
    assert all(not QKeySequence(command.keys).isEmpty() for command in page.commands() if command.keys)


@pytest.mark.parametrize("zoom", [100, 200])
@pytest.mark.parametrize("theme", [ThemeChoice.LIGHT, ThemeChoice.DARK])
def test_everything_stays_reachable_in_both_themes_and_sizes(
    qtbot: QtBot, page: AgendaPage, theme: ThemeChoice, zoom: int
) -> None:
    page.context.theming.choose(theme)
    page.context.theming.set_zoom(zoom)
    page.resize(1182 if zoom == 100 else 1254, 684 if zoom == 100 else 600)
    qtbot.waitUntil(lambda: page.side.clock.isVisible() and page.side.field.isVisible())
    assert page.side.clock.rect().width() > page.context.theming.scaled(250)
    assert page.side.isVisible() == (zoom == 100)
    for button in (page.foot.back, page.foot.skip, page.foot.act):
        if button.isVisible():
            assert button.width() >= button.minimumSizeHint().width(), button.text()
            assert page.rect().contains(button.mapTo(page, button.rect().bottomRight()))
    page.context.theming.set_zoom(100)
    page.context.theming.choose(ThemeChoice.LIGHT)


def test_ticks_are_on_disk_and_taken_back_by_undo(
    qtbot: QtBot, page: AgendaPage, bridge: CaseBridge, stored: Stored
) -> None:
    box = page.step_panel.talking_points[2].box
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Space)
    day = first_day(bridge)
    assert day.steps[0].ticked == (3,)
    assert stored(bridge.case.id).agenda[day.id].steps[0].ticked == (3,)
    assert bridge.undo()
    assert not page.step_panel.talking_points[2].box.isChecked()


def test_what_was_captured_at_a_step_stands_beside_it(page: AgendaPage, bridge: CaseBridge) -> None:
    day = first_day(bridge)
    words = Words("Der Bauhof misst mit", Audience.MINUTES)
    entry = MinutesEntry(
        id="e-1", day=day.id, step=day.steps[1].id, kind=EntryKind.DECISION, at=at(9, 30), words=words, who="Bauhof"
    )
    photo = Evidence(
        id="p-1", subject=Subject.step(day.id, day.steps[1].id), kind=EvidenceKind.PHOTO, added_at=at(9, 31)
    )
    assert bridge.edit(MinutesEntrySet("e-1", None, entry), EvidenceSet("p-1", None, photo))
    assert page.side.entries.words == []
    assert page.board.evidence.tiles == []
    choose(page, "Beispiele aus Kommunen")
    assert page.side.entries.words == ["Der Bauhof misst mit (Bauhof)"]
    assert page.side.entries.isVisible()
    assert len(page.board.evidence.tiles) == 1
    assert bridge.undo()
    assert page.side.entries.words == []


def test_f_keeps_a_place_for_a_photo_of_the_step(qtbot: QtBot, page: AgendaPage, bridge: CaseBridge) -> None:
    qtbot.mouseClick(page.board.evidence.await_button, LEFT)
    (awaited,) = bridge.case.evidence.values()
    assert awaited.subject == Subject.step(first_day(bridge).id, first_day(bridge).steps[0].id)
    assert awaited.digest is None
    qtbot.keyClick(page.days.timeline, Qt.Key.Key_F)
    assert len(bridge.case.evidence) == 2


def test_a_step_about_processes_opens_its_part_of_their_sheets_and_names_them(
    qtbot: QtBot, context: PageContext, open_case: OpenCase
) -> None:
    bridge = open_case("M2")
    page = shown(qtbot, context, bridge)
    steps = [step for day in bridge.case.agenda.values() for step in day.steps]
    page.open_item(next(step.id for step in steps if step.template_step == "m2-tag1-ist"))
    links = page.step_panel.links
    assert (links.buttons[0].text(), links.state) == ("Prozessaufnahmen ausfüllen: Ist", "noch keiner angelegt")
    assert bridge.edit(ProcessSet("p1", None, ProcessSheet(id="p1", number=1, title="Hundesteuer")))
    assert links.state == "P-01 Hundesteuer"
    with qtbot.waitSignal(page.navigated) as navigated:
        qtbot.keyClick(page.days.timeline, Qt.Key.Key_E)
    assert navigated.args == ["processes", "/as-is"]


def test_a_case_without_process_sheets_is_not_led_to_them(page: AgendaPage, bridge: CaseBridge) -> None:
    day = first_day(bridge)
    with_sheets = replace(day, steps=(replace(day.steps[0], section=Section.PROCESSES), *day.steps[1:]))
    assert bridge.edit(AgendaDaySet(day.id, day, with_sheets))
    page.open_item(day.steps[0].id)
    assert "processes" not in [one.linked.page for one in page.step_panel.links.buttons]
    page.open_item(day.steps[2].id)
    assert page.step_panel.links.buttons[0].linked.page == "assessment"
