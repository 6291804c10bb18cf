"""What the room sees while the adviser works: it follows, or is pinned, still, black, or in a break; and never more."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from advisor_app.domain.agenda import AgendaDay, StepKind, is_paused
from advisor_app.domain.agenda_course import advanced, begun
from advisor_app.domain.answering import with_level
from advisor_app.domain.assessment import Answer
from advisor_app.domain.case import CaseNote
from advisor_app.domain.changes import AgendaDaySet, AnswerSet, MeasureSet, NoteSet, ProcessSet
from advisor_app.domain.local_time import LOCAL
from advisor_app.domain.plan import Measure
from advisor_app.domain.process import ProcessSheet, ProcessStep
from advisor_app.domain.words import Words
from advisor_app.services.projected import (
    ProjectedBreak,
    ProjectedCharts,
    ProjectedQuestion,
    ProjectedStep,
    ProjectedTitle,
)
from advisor_app.ui.pages.agenda import AgendaPage
from advisor_app.ui.pages.assessment import AssessmentPage
from advisor_app.ui.pages.e_file import EFilePage
from advisor_app.ui.projector.mirror import MirrorPanel
from advisor_app.ui.projector.rest import resumes_at
from advisor_app.ui.projector.show import Show
from advisor_app.ui.projector.wall import Wall
from advisor_app.ui.projector.wishes import Wish
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.main_window import MainWindow
from advisor_app.ui.widgets.icon_button import IconButton
from tests.example_e_file import letters_way
from tests.ui.conftest import MONDAY, TestClock
from tests.ui.projector.virtual_screens import BEAMER, LAPTOP, set_screens

MARK = "geheim"


@pytest.fixture
def projected(window: MainWindow) -> MainWindow:
    """The window while a room looks on."""
    set_screens(LAPTOP, BEAMER)
    press(window, Qt.Key.Key_F5)
    assert window.projector.is_running
    return window


def press(window: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(window, key, modifier)


def show_of(window: MainWindow) -> Show:
    show = window.projector.show
    assert show is not None
    return show


def wall_of(window: MainWindow) -> Wall:
    projecting = window.projector.projecting
    assert projecting is not None
    assert projecting.window is not None
    return projecting.window.wall


def bridge_of(window: MainWindow) -> CaseBridge:
    assert window.bridge is not None
    return window.bridge


def first_day(window: MainWindow) -> AgendaDay:
    days = bridge_of(window).case.agenda.values()
    return min((day for day in days if day.steps), key=lambda day: day.number)


def begin_day(window: MainWindow) -> AgendaDay:
    """The first day runs."""
    before = first_day(window)
    after = begun(before, before.steps[0].id, window.workspace.clock.now())
    assert bridge_of(window).edit(AgendaDaySet(before.id, before, after))
    return bridge_of(window).case.agenda[before.id]


def test_it_follows_from_page_to_page(projected: MainWindow) -> None:
    assessment = next(iter(bridge_of(projected).case.assessments))
    for question in ("4.1.1", "4.1.2", "4.1.3", "4.2.1", "4.2.2", "4.2.3", "4.3.1", "4.3.2", "4.3.3"):
        bridge_of(projected).edit(AnswerSet(assessment, question, None, with_level(Answer(), 2)))
    bridge_of(projected).edit(MeasureSet("U1", None, Measure(id="U1", title="Sensoren", start=date(2027, 1, 1))))
    projected.show_page("agenda")
    assert isinstance(show_of(projected).picture.projection, ProjectedStep)
    projected.show_page("results")
    assert isinstance(show_of(projected).picture.projection, ProjectedCharts)
    projected.show_page("plan")
    assert isinstance(show_of(projected).picture.projection, ProjectedCharts)
    projected.show_page("assessment", "4.1.1")
    assert question_shown(projected).id == "4.1.1"
    projected.show_page("documents")
    assert question_shown(projected).id == "4.1.1"


def test_a_level_is_marked_only_when_it_is_entered_before_the_room(projected: MainWindow) -> None:
    assert question_shown(projected).recorded is None
    press(projected.page or projected, Qt.Key.Key_2)
    assert question_shown(projected).recorded == 2
    press(projected.page or projected, Qt.Key.Key_Down)
    press(projected.page or projected, Qt.Key.Key_Up)
    assert question_shown(projected).recorded is None


def test_pinned_it_stays_and_is_kept_up_to_date(projected: MainWindow) -> None:
    press(projected, Qt.Key.Key_F6)
    projected.show_page("assessment", "4.1.1")
    assert question_shown(projected).id == "4.3.3"
    assessment = next(iter(bridge_of(projected).case.assessments))
    bridge_of(projected).edit(AnswerSet(assessment, "4.3.3", None, with_level(Answer(), 1)))
    assert question_shown(projected).recorded == 1
    press(projected, Qt.Key.Key_F6)
    assert question_shown(projected).id == "4.1.1"


def test_a_still_changes_in_nothing(projected: MainWindow) -> None:
    press(projected, Qt.Key.Key_F7)
    before = show_of(projected).picture
    projected.show_page("assessment", "4.1.1")
    press(projected.page or projected, Qt.Key.Key_3)
    assert show_of(projected).picture == before
    assert projected.status.projector_button.text() == "Beamer: Standbild"
    press(projected, Qt.Key.Key_F7)
    assert question_shown(projected).id == "4.1.1"


def test_black_is_black_and_the_picture_comes_back(projected: MainWindow) -> None:
    press(projected, Qt.Key.Key_F8)
    wall = wall_of(projected)
    assert wall.scene is None
    assert wall.accessibleName() == "Schwarzes Bild"
    colours = {wall.grab().toImage().pixelColor(x, y).name() for x in (1, 400, 900) for y in (1, 300, 700)}
    assert colours == {"#000000"} or wall.is_fading
    press(projected, Qt.Key.Key_F8)
    assert wall.scene is not None


@pytest.mark.parametrize("key", [Qt.Key.Key_Period, Qt.Key.Key_B])
def test_a_clicker_makes_the_wall_black_from_either_window(projected: MainWindow, key: Qt.Key) -> None:
    press(projected, key)
    assert show_of(projected).is_black
    press(wall_of(projected).window(), key)
    assert not show_of(projected).is_black


def test_a_clicker_works_wherever_the_focus_is_but_in_a_text(projected: MainWindow, qtbot: QtBot) -> None:
    day = begin_day(projected)
    projected.show_page("agenda", day.id)
    page = projected.page
    assert isinstance(page, AgendaPage)
    timeline, note = page.days.timeline, page.side.field.field
    timeline.setFocus()
    for key in (Qt.Key.Key_Period, Qt.Key.Key_B):
        press(timeline, key)
        assert show_of(projected).is_black
        press(timeline, key)
        assert not show_of(projected).is_black
    press(timeline, Qt.Key.Key_PageDown)
    assert page.step is not None
    assert page.step.title == day.steps[1].title, "the list would have taken the key"
    press(timeline, Qt.Key.Key_PageUp)
    assert page.step.title == day.steps[0].title
    qtbot.mouseClick(note.viewport(), Qt.MouseButton.LeftButton)
    qtbot.keyClicks(note, "bis 12.10. B")
    assert note.toPlainText() == "bis 12.10. B"
    assert not show_of(projected).is_black
    projected.show_page("documents")
    listed = projected.focusWidget()
    assert listed is not None
    press(listed, Qt.Key.Key_Period)
    assert show_of(projected).is_black
    press(projected, Qt.Key.Key_F5)
    assert not projected.projector.is_running


def test_a_letter_of_the_page_stays_the_page_s_and_the_dot_works_there(projected: MainWindow) -> None:
    projected.show_page("assessment", "clarify")
    page = projected.page
    assert isinstance(page, AssessmentPage)
    page.sheet.clarification.focus_row()
    row = page.sheet.clarification.rows[0]
    press(row, Qt.Key.Key_B)
    (hand,) = bridge_of(projected).case.clarifications.values()
    assert hand.pinned_questions == (row.question,)
    assert not show_of(projected).is_black
    press(page.sheet.clarification.rows[0], Qt.Key.Key_Period)
    assert show_of(projected).is_black


def test_a_clicker_goes_on_and_back(projected: MainWindow) -> None:
    room = wall_of(projected).window()
    press(room, Qt.Key.Key_PageDown)
    assert question_shown(projected).id == "4.3.4"
    press(room, Qt.Key.Key_PageUp)
    assert question_shown(projected).id == "4.3.3"
    press(room, Qt.Key.Key_F5, Qt.KeyboardModifier.ShiftModifier)
    assert not projected.projector.is_running


def test_a_clicker_leads_through_the_day(projected: MainWindow) -> None:
    day = begin_day(projected)
    projected.show_page("agenda", day.id)
    press(wall_of(projected).window(), Qt.Key.Key_PageDown)
    shown = show_of(projected).picture.projection
    assert isinstance(shown, ProjectedStep)
    assert shown.title == day.steps[1].title


def test_a_clicker_leads_through_the_ways_of_a_document(projected: MainWindow) -> None:
    bridge, way = bridge_of(projected), letters_way()
    bridge.edit(*projected.workspace.cases.booking_changes(bridge.case, "M3"), ProcessSet(way.id, None, way))
    projected.show_page("e-file", "way")
    page = projected.page
    assert isinstance(page, EFilePage)

    def shown() -> str:
        projection = show_of(projected).picture.projection
        assert isinstance(projection, ProjectedCharts)
        return projection.kicker

    assert "heute" in shown().casefold()
    press(page.way.cards[way.id].open_button, Qt.Key.Key_PageDown)
    assert "heute" not in shown().casefold()
    press(wall_of(projected).window(), Qt.Key.Key_PageUp)
    assert "heute" in shown().casefold()


def test_one_key_stops_the_clock_and_shows_the_break(projected: MainWindow) -> None:
    day = begin_day(projected)
    press(projected, Qt.Key.Key_F9)
    assert is_paused(bridge_of(projected).case.agenda[day.id])
    shown = show_of(projected).picture.projection
    assert isinstance(shown, ProjectedBreak)
    assert shown.resumes == "09:00"  # 08:41 and a quarter of an hour, on the next mark of five minutes
    press(projected, Qt.Key.Key_F9)
    assert not is_paused(bridge_of(projected).case.agenda[day.id])
    assert question_shown(projected).id == "4.3.3"


@pytest.mark.parametrize(("minutes", "resumes"), [(0, "09:45"), (70, "")])
def test_in_a_break_of_the_agenda_the_room_is_told_its_end_and_its_clock_goes_on(
    projected: MainWindow, clock: TestClock, minutes: int, resumes: str
) -> None:
    bridge, before = bridge_of(projected), first_day(projected)
    lunch = replace(before.steps[0], kind=StepKind.LUNCH, minutes=60)
    bridge.edit(AgendaDaySet(before.id, before, replace(before, steps=(lunch, *before.steps[1:]))))
    day = begin_day(projected)
    clock.move(minutes=minutes)
    press(projected, Qt.Key.Key_F9)
    assert bridge.case.agenda[day.id] == day, "a break that stood would be counted twice"
    shown = show_of(projected).picture.projection
    assert isinstance(shown, ProjectedBreak)
    assert shown.resumes == resumes, "the end of lunch that began at 08:41, on a mark of five minutes, until it is over"
    press(projected, Qt.Key.Key_F9)
    assert question_shown(projected).id == "4.3.3"
    press(projected, Qt.Key.Key_F9)
    bridge.edit(AgendaDaySet(day.id, day, advanced(day, projected.workspace.clock.now())))
    assert question_shown(projected).id == "4.3.3", "the next step ends the break"
    press(projected, Qt.Key.Key_F9)
    assert is_paused(bridge.case.agenda[day.id])


def test_without_a_projector_a_break_of_the_agenda_says_what_shows_it(window: MainWindow) -> None:
    before = first_day(window)
    pause = replace(before.steps[0], kind=StepKind.BREAK)
    bridge_of(window).edit(AgendaDaySet(before.id, before, replace(before, steps=(pause, *before.steps[1:]))))
    day = begin_day(window)
    press(window, Qt.Key.Key_F9)
    assert bridge_of(window).case.agenda[day.id] == day
    assert "F5" in window.notice.text


def test_without_a_day_that_runs_there_is_a_break_without_a_clock(projected: MainWindow) -> None:
    before = bridge_of(projected).case
    press(projected, Qt.Key.Key_F9)
    assert isinstance(show_of(projected).picture.projection, ProjectedBreak)
    assert bridge_of(projected).case == before
    press(projected, Qt.Key.Key_F9)
    assert question_shown(projected).id == "4.3.3"


@pytest.mark.parametrize(("minutes", "resumes"), [(0, "08:40"), (1, "08:45"), (24, "09:05")])
def test_a_break_is_over_on_a_mark_of_five_minutes(minutes: int, resumes: str) -> None:
    clock = TestClock(MONDAY.replace(minute=25, second=0))
    clock.move(minutes=minutes)
    found = resumes_at(clock.now())
    assert f"{found.astimezone(LOCAL):%H:%M}" == resumes


def test_another_case_begins_with_its_title_and_all_cases_with_none(projected: MainWindow) -> None:
    press(projected, Qt.Key.Key_F6)
    projected.close_case()
    assert show_of(projected).picture.projection == ProjectedTitle(title="")
    assert not show_of(projected).is_pinned
    other = projected.workspace.cases.create(projected.workspace.register.get("06531011"), ("M4",)).case
    projected.open_case(other.id, "overview")
    shown = show_of(projected).picture.projection
    assert isinstance(shown, ProjectedTitle)
    assert shown.title == "Stadt Lich"


def test_a_locked_window_leaves_the_wall_as_it_is_and_goes_on_after(projected: MainWindow) -> None:
    """The case is let go of, what stands on the wall is not."""
    press(projected, Qt.Key.Key_F6)
    before = show_of(projected).picture
    projected.drop_case()
    assert not show_of(projected).has_case
    assert show_of(projected).picture == before
    case = next(iter(projected.workspace.portfolio.rows)).case_id
    projected.open_case(case, "results")
    assert show_of(projected).is_pinned
    assert question_shown(projected).id == "4.3.3"


def test_the_mirror_shows_the_same_picture_in_the_shape_of_the_wall(projected: MainWindow) -> None:
    panel = projected.findChild(MirrorPanel)
    assert panel is not None
    assert panel.isVisible()
    assert panel.mirror.scene == wall_of(projected).scene
    assert panel.mirror.height() == pytest.approx(panel.mirror.width() * 800 / 1280, abs=1)
    projected.projector.stop()
    assert not panel.isVisible()


def test_every_button_of_the_mirror_names_its_key_and_acts(projected: MainWindow) -> None:
    panel = projected.findChild(MirrorPanel)
    assert panel is not None
    for wish, keys in ((Wish.PIN, "F6"), (Wish.STILL, "F7"), (Wish.BLACK, "F8"), (Wish.BREAK, "F9"), (Wish.STOP, "F5")):
        button: IconButton = panel.buttons[wish]
        assert f"({keys})" in button.toolTip()
        assert f"({keys})" in button.accessibleName()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert button.isChecked() is (wish is not Wish.STOP)
        if wish is not Wish.STOP:
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not projected.projector.is_running


def test_one_picture_gives_way_to_the_next_in_less_than_150_ms(projected: MainWindow, qtbot: QtBot) -> None:
    wall = wall_of(projected)
    wall.grab()
    projected.show_page("assessment", "4.1.1")
    assert wall.is_fading
    assert wall._fading.duration() <= 150
    qtbot.waitUntil(lambda: not wall.is_fading)


def test_no_internal_word_is_drawn_told_or_named_anywhere_in_the_room(projected: MainWindow) -> None:
    """Marks in notes, answers and steps: none of them is in any text, name or title of the room's window."""
    bridge, day = bridge_of(projected), first_day(projected)
    assessment = next(iter(bridge.case.assessments))
    answer = replace(with_level(Answer(), 2), note=Words(MARK), reason=Words(MARK))
    steps = tuple(replace(step, note=Words(MARK)) for step in day.steps)
    bridge.edit(
        AnswerSet(assessment, "4.3.3", None, answer),
        AgendaDaySet(day.id, day, replace(day, steps=steps, place=MARK)),
        NoteSet("n", None, CaseNote(id="n", at=MONDAY, words=Words(MARK))),
        MeasureSet("U1", None, Measure(id="U1", title="Sensoren", responsible=MARK, risk=MARK, description=MARK)),
    )
    said: list[str] = []
    for page, item in (("overview", ""), ("agenda", day.id), ("assessment", "4.3.3"), ("results", ""), ("plan", "U1")):
        projected.show_page(page, item)
        for key in (Qt.Key.Key_F9, Qt.Key.Key_F9, Qt.Key.Key_F8, Qt.Key.Key_F8, Qt.Key.Key_F7, Qt.Key.Key_F7):
            press(projected, key)
            said.extend(all_said(wall_of(projected)))
    assert len(said) > 100
    assert not [words for words in said if MARK in words]


def all_said(wall: Wall) -> list[str]:
    """Every text that the room's window draws, tells to screen readers or has as a title."""
    scene, window = wall.scene, wall.window()
    said = [window.windowTitle(), wall.accessibleName(), wall.accessibleDescription()]
    if scene is not None:
        said += [scene.title, scene.alternative, repr(scene.shapes), repr(scene.table), repr(scene.areas)]
    objects: list[QObject] = [window, *window.findChildren(QWidget)]
    for item in objects:
        interface = QAccessible.queryAccessibleInterface(item)
        said += [interface.text(kind) for kind in (QAccessible.Text.Name, QAccessible.Text.Description)]
    return said


def question_shown(window: MainWindow) -> ProjectedQuestion:
    shown = show_of(window).picture.projection
    assert isinstance(shown, ProjectedQuestion)
    return shown


def test_in_a_narrow_window_the_status_bar_shows_the_icon_and_says_the_words(projected: MainWindow) -> None:
    button = projected.status.projector_button
    projected.theming.set_zoom(200)
    assert (button.text(), button.accessibleName()) == ("", "Beamer zeigt 4.3.3")
    projected.theming.set_zoom(100)
    assert button.text() == "Beamer zeigt 4.3.3"


def test_of_a_process_the_room_sees_the_flow_one_looks_at_and_nothing_else(projected: MainWindow) -> None:
    step = ProcessStep(id="s1", title="Antrag prüfen", actor="Steueramt", problem=MARK)
    sheet = ProcessSheet(id="p1", number=1, title="Hundesteuer", as_is=(step,), note=Words(MARK))
    bridge_of(projected).edit(ProcessSet("p1", None, sheet))
    projected.show_page("processes", "p1/profile")
    assert isinstance(show_of(projected).picture.projection, ProjectedQuestion)
    projected.show_page("processes", "p1/as-is")
    shown = show_of(projected).picture.projection
    assert isinstance(shown, ProjectedCharts)
    assert (shown.title, shown.kicker) == ("Hundesteuer", "P-01 · heute")
    said = " ".join(all_said(wall_of(projected)))
    assert "Antrag prüfen" in said
    assert MARK not in said
