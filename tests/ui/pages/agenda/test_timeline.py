"""Agenda: the timeline as a table, dragged and stretched by the mouse, with groups side by side."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

from PySide6.QtCore import QPoint, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from advisor_app.domain.agenda import AgendaDay
from advisor_app.domain.agenda_course import begun
from advisor_app.domain.agenda_edits import grouped, pinned, stretched
from advisor_app.domain.changes import AgendaDaySet
from advisor_app.ui.pages.agenda import AgendaPage
from advisor_app.ui.pages.agenda.clock_reading import Tone
from advisor_app.ui.shell.bridge import CaseBridge
from tests.ui.pages.agenda.day_on_screen import (
    LEFT,
    at,
    cell,
    drag,
    edge_of,
    first_day,
    middle_of,
    said,
    times,
    titles,
    upper_of,
)


def put(bridge: CaseBridge, after: AgendaDay) -> None:
    assert bridge.edit(AgendaDaySet(after.id, first_day(bridge), after))


def test_a_step_is_dragged_to_another_place_and_back_by_undo(
    qtbot: QtBot, page: AgendaPage, bridge: CaseBridge
) -> None:
    before = titles(bridge)
    drag(qtbot, page, middle_of(page, "Klärungsliste"), upper_of(page, "Auftakt"))
    assert titles(bridge) == ["Klärungsliste", "Auftakt", *before[1:2], *before[3:]]
    assert times(page)[:3] == ["09:00", "09:55", "10:15"]
    assert page.step_panel.title.text() == "Klärungsliste"
    drag(qtbot, page, middle_of(page, "Klärungsliste"), middle_of(page, "Pause") + QPoint(0, 10))
    assert titles(bridge)[2:4] == ["Pause", "Klärungsliste"]
    assert bridge.undo()
    assert bridge.undo()
    assert titles(bridge) == before


def test_a_drop_behind_the_end_or_beside_the_list_puts_a_step_last(
    qtbot: QtBot, page: AgendaPage, bridge: CaseBridge
) -> None:
    page.resize(1182, 1000)
    timeline = page.days.timeline
    end = timeline.visualRect(timeline.rows.index(timeline.rows.rowCount() - 1, 0)).center()
    drag(qtbot, page, middle_of(page, "Auftakt"), end)
    assert titles(bridge)[-1] == "Auftakt"
    assert said(page)[-1] == "Ende", "the end stays the end"


def test_esc_leaves_a_drag_and_what_has_begun_is_not_dragged(
    qtbot: QtBot, page: AgendaPage, bridge: CaseBridge
) -> None:
    before = titles(bridge)
    start, end = middle_of(page, "Klärungsliste"), upper_of(page, "Auftakt")
    drag(qtbot, page, start, end, drops=False)
    qtbot.keyClick(page.days.timeline, Qt.Key.Key_Escape)
    qtbot.mouseRelease(page.days.timeline.viewport(), LEFT, pos=end)
    assert titles(bridge) == before
    put(bridge, begun(first_day(bridge), first_day(bridge).steps[0].id, at(9, 0)))
    drag(qtbot, page, middle_of(page, "Auftakt"), middle_of(page, "Klärungsliste"))
    drag(qtbot, page, middle_of(page, "Klärungsliste"), upper_of(page, "Auftakt"))
    assert titles(bridge)[:3] == ["Auftakt", "Klärungsliste", "Beispiele aus Kommunen"], "behind what has begun"


def test_the_lower_edge_stretches_on_five_minute_marks_and_says_how_long(
    qtbot: QtBot, page: AgendaPage, bridge: CaseBridge
) -> None:
    start = edge_of(page, "Beispiele aus Kommunen")
    mark = page.context.theming.scaled(8)
    drag(qtbot, page, start, start + QPoint(0, 3 * mark), drops=False)
    assert page.days.timeline.itemDelegate().stretched == (first_day(bridge).steps[1].id, 40)  # type: ignore[attr-defined]  # the timeline's own delegate
    assert first_day(bridge).steps[1].minutes == 25, "nothing is saved before the mouse lets go"
    qtbot.mouseRelease(page.days.timeline.viewport(), LEFT, pos=start + QPoint(0, 3 * mark))
    assert first_day(bridge).steps[1].minutes == 40
    assert times(page)[2] == "10:00"
    start = edge_of(page, "Beispiele aus Kommunen")
    drag(qtbot, page, start, start - QPoint(0, 40 * mark))
    assert first_day(bridge).steps[1].minutes == 5, "never less than a mark"
    assert bridge.undo()
    assert first_day(bridge).steps[1].minutes == 40


def test_gaps_overlaps_and_a_late_end_are_said_in_words_and_colour_and_not_repaired(
    page: AgendaPage, bridge: CaseBridge
) -> None:
    day = first_day(bridge)
    day = replace(day, ends=time(15, 30))
    day = pinned(day, day.steps[2].id, time(9, 35))
    day = pinned(day, day.steps[5].id, time(11, 30))
    put(bridge, stretched(day, day.steps[9].id, 6))
    overlap, gap = cell(page, "10 min Überschneidung"), cell(page, "25 min frei")
    assert (overlap.tone, overlap.icon) == (Tone.ERROR, "triangle-alert")
    assert (gap.tone, gap.icon) == (Tone.AMBER, "clock")
    assert said(page).index("10 min Überschneidung") == said(page).index("Klärungsliste") - 1
    assert said(page).index("25 min frei") == said(page).index("Zielstufen festlegen") - 1
    assert cell(page, "Klärungsliste").is_pinned
    assert times(page)[said(page).index("Klärungsliste")] == "09:35"
    assert (cell(page, "Ende").below, cell(page, "Ende").tone) == ("45 min zu spät, um 16:15", Tone.ERROR)
    assert page.side.meaning.text() == "45 min nach dem vereinbarten Ende (15:30)"


def test_groups_stand_side_by_side_and_are_reached_by_arrow_keys(
    qtbot: QtBot, page: AgendaPage, bridge: CaseBridge
) -> None:
    day = first_day(bridge)
    a, b, c = (day.steps[place].id for place in (4, 5, 6))
    put(bridge, grouped(day, {a: "A", b: "B", c: "B"}))
    timeline = page.days.timeline
    places = [timeline.visualRect(timeline.rows.index_of(step)) for step in (a, b, c)]
    assert places[0].top() == places[1].top()
    assert places[0].right() < places[1].left(), "beside each other"
    assert places[0].bottom() == places[2].bottom(), "the one of the shorter group is as high as both of the other"
    assert cell(page, "Ergebnis zeigen").minutes == "A · 20 min"
    assert cell(page, "Wirkungsbereiche wählen").minutes == "B · ab 11:20 · 25 min"
    page.open_item(a)
    timeline.setFocus()
    seen = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Left):
        qtbot.keyClick(timeline, key)
        seen.append(page.step_panel.title.text())
    assert seen == [
        "Zielstufen festlegen",
        "Wirkungsbereiche wählen",
        "Mittag",
        "Wirkungsbereiche wählen",
        "Ergebnis zeigen",
    ]


def test_a_step_too_short_says_what_it_needs(page: AgendaPage, bridge: CaseBridge) -> None:
    day = first_day(bridge)
    put(bridge, stretched(day, day.steps[2].id, -6))
    assert (cell(page, "Klärungsliste").below, cell(page, "Klärungsliste").tone) == (
        "zu kurz, mindestens 35 min",
        Tone.AMBER,
    )


def test_every_cell_is_read_aloud_with_time_length_and_state(page: AgendaPage, bridge: CaseBridge) -> None:
    day = first_day(bridge)
    put(bridge, pinned(day, day.steps[2].id, time(9, 55)))
    model = page.days.timeline.rows
    spoken = [model.data(model.index(row, 0), Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())]
    assert spoken[0] == "09:00, Auftakt, 20 min, offen"
    assert spoken[2] == "10 min frei"
    assert spoken[3] == "09:55, Klärungsliste, 55 min, fest um 09:55, offen"
    assert spoken[-1] == "Ende 15:40"


def test_the_model_of_the_timeline_is_sound(page: AgendaPage, bridge: CaseBridge, qtmodeltester: ModelTester) -> None:
    day = first_day(bridge)
    put(bridge, grouped(day, {day.steps[4].id: "A", day.steps[5].id: "B", day.steps[6].id: "C"}))
    qtmodeltester.check(page.days.timeline.rows)
