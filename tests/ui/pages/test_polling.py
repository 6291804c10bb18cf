"""A poll of the group by keys alone: counted, taken back, revealed, settled, each step on disk at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from advisor_app.domain.agenda import AgendaDay
from advisor_app.domain.assessment import AnswerState
from advisor_app.domain.case import Case
from advisor_app.domain.changes import AgendaDaySet
from advisor_app.domain.poll import CountedBy, Poll, PollAbout, Settled, Votes
from advisor_app.domain.projection import ProjectablePoll, ProjectableQuestion
from advisor_app.domain.words import Audience
from advisor_app.ui.pages.assessment import AssessmentPage
from advisor_app.ui.pages.assessment.poll_count import PollCount
from advisor_app.ui.pages.assessment.poll_outcome import OfficeRow
from advisor_app.ui.pages.assessment.poll_panel import PollPanel
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.icon_button import IconButton
from advisor_app.ui.widgets.labels import TextLabel

Stored = Callable[[str], Case]
OpenCase = Callable[..., CaseBridge]
Key = Qt.Key


@pytest.fixture
def bridge(open_case: OpenCase) -> CaseBridge:
    return open_case("M4")


@pytest.fixture
def page(qtbot: QtBot, context: PageContext, bridge: CaseBridge) -> AssessmentPage:
    return shown(qtbot, context, bridge)


def shown(qtbot: QtBot, context: PageContext, bridge: CaseBridge) -> AssessmentPage:
    page = AssessmentPage(context, bridge)
    qtbot.addWidget(page)
    page.resize(1182, 640)
    with qtbot.waitExposed(page):
        page.show()
    page.setFocus()
    return page


def press(qtbot: QtBot, page: AssessmentPage, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(page, key)


def vote(qtbot: QtBot, page: AssessmentPage, levels: str) -> None:
    """Count a vote for each letter: a level, or u."""
    press(qtbot, page, *(Key.Key_U if level == "u" else Key(Key.Key_0.value + int(level)) for level in levels))


def panel(page: AssessmentPage) -> PollPanel:
    found = page.findChild(PollPanel)
    assert found is not None
    return found


def only_poll(bridge: CaseBridge) -> Poll:
    (poll,) = bridge.case.polls.values()
    return poll


def test_a_poll_is_begun_counted_and_settled_by_keys_and_stands_on_disk_after_each(
    qtbot: QtBot, page: AssessmentPage, bridge: CaseBridge, stored: Stored
) -> None:
    press(qtbot, page, Key.Key_P)
    vote(qtbot, page, "0111222u")
    assert stored(bridge.case.id).polls == bridge.case.polls  # a kill now loses nothing
    press(qtbot, page, Key.Key_Backspace)
    assert only_poll(bridge).current.votes == Votes(counts=(1, 3, 3, 0, 0))
    assert not panel(page).chart.isVisibleTo(page), "levels stay covered until they are revealed"
    press(qtbot, page, Key.Key_Return)
    assert panel(page).chart.isVisibleTo(page)
    assert only_poll(bridge).shown[0].votes == Votes(counts=(1, 3, 3, 0, 0))
    press(qtbot, page, Key.Key_2)
    answer = bridge.case.answer(only_poll(bridge).assessment, "4.1.1")
    assert (answer.state, answer.level) == (AnswerState.ANSWERED, 2)
    outcome = only_poll(bridge).outcome
    assert outcome is not None
    assert (outcome.settled, outcome.level) == (Settled.AGREED, 2)
    assert stored(bridge.case.id).polls == bridge.case.polls
    bridge.undo()
    assert only_poll(bridge).outcome is None
    assert bridge.case.answer(only_poll(bridge).assessment, "4.1.1").state is AnswerState.UNANSWERED


def test_before_the_first_poll_the_line_offers_it_and_says_nothing(page: AssessmentPage) -> None:
    line = page.sheet.question.poll_line
    assert line.question.isVisible()
    assert [label.text() for label in line.findChildren(QLabel) if label.isVisible()] == ["", "P", "T"]


def test_the_word_and_the_reason_of_the_corrected_rule_are_shown(
    qtbot: QtBot, page: AssessmentPage, bridge: CaseBridge
) -> None:
    press(qtbot, page, Key.Key_P)
    vote(qtbot, page, "001133344")
    press(qtbot, page, Key.Key_Return)
    assert panel(page).verdict.startswith(
        "Klärungsbedarf Nur 5 von 9 Stimmen liegen auf zwei benachbarten Stufen (55 %"
    )
    press(qtbot, page, Key.Key_Escape)
    assert page.polling.line.words == "9 Stimmen, Median 3, Spannweite 4 Stufen Klärungsbedarf"
    assert only_poll(bridge).outcome is None


def test_a_second_round_stands_beside_the_first_and_its_figures_can_be_typed(
    qtbot: QtBot, page: AssessmentPage, bridge: CaseBridge
) -> None:
    press(qtbot, page, Key.Key_P)
    vote(qtbot, page, "0044")
    press(qtbot, page, Key.Key_Return, Key.Key_R, Key.Key_Z)
    field = QApplication.focusWidget()
    qtbot.keyClick(field, Key.Key_Tab)
    field = QApplication.focusWidget()
    qtbot.keyClicks(field, "1")
    qtbot.keyClick(field, Key.Key_Tab)
    field = QApplication.focusWidget()
    qtbot.keyClicks(field, "12")
    qtbot.keyClick(field, Key.Key_Tab)
    page.setFocus()
    second = only_poll(bridge).current
    assert second.votes == Votes(counts=(0, 1, 12, 0, 0))
    assert second.counted_by == (CountedBy.NUMBERS,)
    press(qtbot, page, Key.Key_Return)
    scene = panel(page).chart.scene
    assert scene is not None
    assert scene.table.header == ("Stufe", "Runde 1, verdeckt", "Runde 2, offen")
    press(qtbot, page, Key.Key_R)
    assert len(only_poll(bridge).rounds) == 2


def test_numbers_present_are_compared_with_votes(qtbot: QtBot, page: AssessmentPage, bridge: CaseBridge) -> None:
    press(qtbot, page, Key.Key_P)
    present = panel(page).present
    present.setFocus()
    qtbot.keyClicks(present, "14")
    qtbot.keyClick(present, Key.Key_Tab)
    page.setFocus()
    vote(qtbot, page, "12")
    assert only_poll(bridge).current.present == 14
    press(qtbot, page, Key.Key_Down)  # the next question
    press(qtbot, page, Key.Key_P)
    latest = max(bridge.case.polls.values(), key=lambda poll: poll.started_at)
    assert (latest.item, latest.current.present) == ("4.1.2", 14), "whoever is there is asked for once"


def test_a_poll_without_a_vote_leaves_nothing_behind(qtbot: QtBot, page: AssessmentPage, bridge: CaseBridge) -> None:
    press(qtbot, page, Key.Key_P)
    assert len(bridge.case.polls) == 1
    press(qtbot, page, Key.Key_Escape)
    assert bridge.case.polls == {}
    press(qtbot, page, Key.Key_3)
    assert bridge.case.polls == {}
    press(qtbot, page, Key.Key_P)
    with qtbot.waitSignal(page.warned):
        press(qtbot, page, Key.Key_Return)
    assert not only_poll(bridge).current.is_revealed


def test_undo_takes_a_vote_back_and_a_poll_that_is_undone_is_put_away(
    qtbot: QtBot, page: AssessmentPage, bridge: CaseBridge
) -> None:
    press(qtbot, page, Key.Key_P)
    vote(qtbot, page, "34")
    bridge.undo()
    assert only_poll(bridge).current.votes == Votes(counts=(0, 0, 0, 1, 0))
    bridge.undo()
    bridge.undo()
    assert bridge.case.polls == {}
    assert not page.polling.is_open
    press(qtbot, page, Key.Key_3)
    assert bridge.case.polls == {}


def test_what_is_postponed_is_a_task_with_role_and_day(qtbot: QtBot, page: AssessmentPage, bridge: CaseBridge) -> None:
    for day in tuple(bridge.case.agenda.values()):
        bridge.edit(AgendaDaySet(day.id, day, None))
    day = AgendaDay(id="d1", module="M4", title="Tag 1", number=1, on=date(2026, 9, 14))
    bridge.edit(AgendaDaySet(day.id, None, day))
    press(qtbot, page, Key.Key_P)
    vote(qtbot, page, "04")
    press(qtbot, page, Key.Key_Return, Key.Key_V)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    qtbot.keyClicks(field, "IT")
    qtbot.keyClick(field, Key.Key_Tab)
    panel(page).outcome.due.line.setFocus()
    qtbot.keyClicks(panel(page).outcome.due.line, "1.10.2026")
    qtbot.keyClick(panel(page).outcome.due.line, Key.Key_Return)
    page.setFocus()
    (task,) = bridge.case.minutes.values()
    assert (task.until, task.day) == (date(2026, 10, 1), "d1")
    qtbot.waitUntil(lambda: [entry.who for entry in bridge.case.minutes.values()] == ["IT"])  # saved after a pause
    assert bridge.case.answer(only_poll(bridge).assessment, "4.1.1").state is AnswerState.UNKNOWN


def test_offices_keep_their_levels_and_a_dissent_its_words(
    qtbot: QtBot, page: AssessmentPage, bridge: CaseBridge
) -> None:
    press(qtbot, page, Key.Key_P)
    vote(qtbot, page, "1333")
    press(qtbot, page, Key.Key_Return, Key.Key_A)
    row = panel(page).findChild(OfficeRow)
    assert row is not None
    qtbot.keyClicks(row.name.line, "Bauamt")
    qtbot.keyClick(row.name.line, Key.Key_Return)
    outcome = only_poll(bridge).outcome
    assert outcome is not None
    assert [(item.office, item.level) for item in outcome.offices] == [("Bauamt", 3)]
    page.setFocus()
    press(qtbot, page, Key.Key_D)
    field = panel(page).outcome.dissent.field
    assert field.hasFocus()
    qtbot.keyClicks(field, "Das Bauamt sieht es anders")
    qtbot.keyClick(field, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    outcome = only_poll(bridge).outcome
    assert outcome is not None
    assert (outcome.settled, outcome.dissent.text) == (Settled.DISSENT, "Das Bauamt sieht es anders")
    assert outcome.dissent.audience is Audience.INTERNAL
    assert only_poll(bridge).rounds[0].votes == Votes(counts=(0, 1, 0, 3, 0)), "every vote is kept as it was given"


def test_the_lower_level_is_that_of_the_median(qtbot: QtBot, page: AssessmentPage, bridge: CaseBridge) -> None:
    press(qtbot, page, Key.Key_P)
    vote(qtbot, page, "1122")
    press(qtbot, page, Key.Key_Return, Key.Key_G)
    outcome = only_poll(bridge).outcome
    assert outcome is not None
    assert (outcome.settled, outcome.level) == (Settled.LOWER, 1)
    field = panel(page).outcome.reason.field
    qtbot.keyClicks(field, "Noch nicht im ganzen Haus")
    qtbot.keyClick(field, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    answer = bridge.case.answer(only_poll(bridge).assessment, "4.1.1")
    assert (answer.level, answer.note.text) == (1, "Noch nicht im ganzen Haus")


def test_target_levels_are_set_the_same_way(qtbot: QtBot, page: AssessmentPage, bridge: CaseBridge) -> None:
    press(qtbot, page, Key.Key_T)
    vote(qtbot, page, "3334")
    press(qtbot, page, Key.Key_Return, Key.Key_3)
    poll = only_poll(bridge)
    assert (poll.about, poll.item) == (PollAbout.TARGET, "4.1")
    assert bridge.case.targets[poll.assessment] == {"4.1": 3}
    assert bridge.case.answer(poll.assessment, "4.1.1").state is AnswerState.UNANSWERED


def test_an_open_poll_is_found_again_after_a_restart(
    qtbot: QtBot, context: PageContext, page: AssessmentPage, bridge: CaseBridge
) -> None:
    press(qtbot, page, Key.Key_P)
    vote(qtbot, page, "22")
    again = shown(qtbot, context, bridge)
    again.open_item("4.1.1")
    again.setFocus()
    assert again.polling.line.words == "2 Stimmen noch verdeckt"
    press(qtbot, again, Key.Key_P)
    with qtbot.waitSignal(again.warned):  # whose vote that was, nobody remembers
        press(qtbot, again, Key.Key_Backspace)
    vote(qtbot, again, "2")
    assert only_poll(bridge).current.votes == Votes(counts=(0, 0, 3, 0, 0))


def test_the_wall_follows_to_the_poll_and_back(qtbot: QtBot, page: AssessmentPage, bridge: CaseBridge) -> None:
    with qtbot.waitSignal(page.projectable_changed):
        press(qtbot, page, Key.Key_P)
    vote(qtbot, page, "1")
    assert page.projectable() == ProjectablePoll(poll=only_poll(bridge).id)
    with qtbot.waitSignal(page.projectable_changed):
        press(qtbot, page, Key.Key_Escape)
    assert isinstance(page.projectable(), ProjectableQuestion)


def are_seen(buttons: Sequence[IconButton], *, seen: bool) -> bool:
    return {button.isVisible() for button in buttons} == {seen}


def test_in_a_narrow_window_nothing_of_a_poll_is_cut(qtbot: QtBot, page: AssessmentPage) -> None:
    press(qtbot, page, Key.Key_P)
    question, foot = page.sheet.question, page.sheet.foot
    panel = question.findChild(PollPanel)
    assert panel is not None
    for width, with_more in ((1182, True), (968, False)):
        page.resize(width, 560)
        viewport, count = question.viewport(), panel.findChild(PollCount)
        assert count is not None
        plus = count.findChildren(IconButton)
        qtbot.waitUntil(partial(are_seen, plus, seen=with_more))
        assert count.columns == len(plus)
        place = panel.mapTo(viewport, QPoint(0, 0)).x()
        assert 0 <= place <= place + panel.width() <= viewport.width(), width
        for label in foot.findChildren(QLabel):
            if label.isVisible() and type(label) is TextLabel:
                assert label.width() >= label.sizeHint().width(), (width, label.text())


def test_confidential_questions_are_not_polled(qtbot: QtBot, context: PageContext, open_case: OpenCase) -> None:
    bridge = open_case("M3")
    page = shown(qtbot, context, bridge)
    page.open_item("3.2.2")
    page.setFocus()
    with qtbot.waitSignal(page.warned) as warned:
        press(qtbot, page, Key.Key_P)
    assert "vertraulich" in warned.args[0]
    page.sheet.question.revealed.emit()
    assert page.sheet.question.poll_line.words == "Vertraulich: nur in der Vorab-Abfrage"
    assert not page.sheet.question.poll_line.question.isEnabled()
    assert bridge.case.polls == {}


@pytest.mark.parametrize(("zoom", "width"), [(150, 884), (200, 1254), (200, 912)])
def test_nothing_of_a_poll_stands_beyond_the_edge(  # rooms of windows 968, 1366 and 1024 wide
    qtbot: QtBot, context: PageContext, bridge: CaseBridge, zoom: int, width: int
) -> None:
    context.theming.set_zoom(zoom)
    try:
        page = shown(qtbot, context, bridge)
        page.resize(width, 560)
        assert_held(page)
        press(qtbot, page, Key.Key_P)
        assert_held(page)
        vote(qtbot, page, "0044")
        press(qtbot, page, Key.Key_Return)
        assert_held(page)
        for way in (Key.Key_A, Key.Key_V, Key.Key_D):
            press(qtbot, page, way)
            assert_held(page)
            qtbot.waitUntil(lambda: focused_is_in_sight(page))
        press(qtbot, page, Key.Key_P)
        assert_held(page)
    finally:
        context.theming.set_zoom(100)


def focused_is_in_sight(page: AssessmentPage) -> bool:
    """Whether the field that asks for words can be seen whole."""
    focused, viewport = page.focusWidget(), page.sheet.question.viewport()
    assert focused is not None
    assert panel(page).outcome.isAncestorOf(focused)
    top = focused.mapTo(viewport, QPoint(0, 0)).y()
    return top >= 0 and top + focused.height() <= viewport.height()


def assert_held(page: AssessmentPage) -> None:
    """What is shown of the question is as wide as its place, and so is the line above it."""
    QApplication.processEvents()
    area, mode = page.sheet.question, page.sheet.mode
    content = area.widget()
    assert content is not None
    assert content.width() <= area.viewport().width()
    assert mode.width() >= mode.minimumSizeHint().width()
    assert mode.geometry().right() < page.sheet.width()


def test_offices_are_those_of_the_poll_that_is_shown(qtbot: QtBot, page: AssessmentPage, bridge: CaseBridge) -> None:
    for office in ("Bauamt", "Kasse"):
        press(qtbot, page, Key.Key_P)
        vote(qtbot, page, "0044")
        press(qtbot, page, Key.Key_Return, Key.Key_A)
        row = panel(page).outcome.findChildren(OfficeRow)[-1]
        row.name.line.setText(office)
        row.name.flush()
        page.setFocus()
        press(qtbot, page, Key.Key_Down)
    press(qtbot, page, Key.Key_Up, Key.Key_Up, Key.Key_P)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    (row,) = panel(page).outcome.findChildren(OfficeRow)
    assert row.name.line.text() == "Bauamt"
    row.name.line.setText("Bauhof")
    row.name.flush()
    offices = [poll.outcome.offices[0].office for poll in bridge.case.polls.values() if poll.outcome is not None]
    assert sorted(offices) == ["Bauhof", "Kasse"]
