"""The page of the minutes: entries by steps, release by keys, measures, attendance of many, closing a day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from advisor_app.domain.agenda import AgendaDay
from advisor_app.domain.attendance import HalfDay, is_present
from advisor_app.domain.changes import AgendaDaySet, MinutesEntrySet
from advisor_app.domain.minutes import EntryKind, MinutesEntry
from advisor_app.domain.words import Audience, Words
from advisor_app.services.minutes import Place
from advisor_app.texts.states import state_word
from advisor_app.ui.pages.minutes.page import ATTENDANCE, CLOSING, ENTRIES, MinutesPage
from advisor_app.ui.shell.background import Job
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.labels import TextLabel
from tests.ui.conftest import OpenCase, Stored
from tests.ui.held_lane import held

_LINES = (
    (0, EntryKind.NOTE, "Unter uns"),
    (0, EntryKind.TASK, "@Bauamt bis 30.09.2030 Leitfaden schreiben"),
    (1, EntryKind.TASK, "Raum buchen"),
    (1, EntryKind.QUOTE, "Endlich klar"),
)


@pytest.fixture
def bridge(open_case: OpenCase) -> CaseBridge:
    """A case with one day and four entries at two steps."""
    bridge = open_case("M4")
    first, *others = bridge.case.agenda.values()
    day = replace(first, on=date(2026, 9, 14))
    bridge.edit(AgendaDaySet(day.id, first, day), *(AgendaDaySet(item.id, item, None) for item in others))
    minutes = bridge.workspace.minutes
    for step, kind, line in _LINES:
        entry = minutes.typed(bridge.case, minutes.new_entry(Place(day, day.steps[step]), kind, line), line)
        bridge.edit(MinutesEntrySet(entry.id, None, entry))
    return bridge


@pytest.fixture
def page(qtbot: QtBot, context: PageContext, bridge: CaseBridge) -> MinutesPage:
    return shown(qtbot, MinutesPage(context, bridge))


def shown(qtbot: QtBot, page: MinutesPage) -> MinutesPage:
    qtbot.addWidget(page)
    page.resize(1182, 690)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    page.take_focus()
    return page


def day_of(page: MinutesPage) -> AgendaDay:
    assert page.day is not None
    return page.day


def entries(page: MinutesPage) -> Sequence[MinutesEntry]:
    return [row.entry for row in page.entries.rows.values()]


def press(page: MinutesPage, place: int, key: Qt.Key) -> None:
    QTest.keyClick(list(page.entries.rows.values())[place], key)


def test_entries_stand_by_their_steps_with_what_is_missing(page: MinutesPage) -> None:
    assert [entry.words.text for entry in entries(page)] == [
        "Unter uns",
        "Leitfaden schreiben",
        "Raum buchen",
        "Endlich klar",
    ]
    names = [row.accessibleName() for row in page.entries.rows.values()]
    assert "wer fehlt, bis wann fehlt" in names[2]
    assert "Bauamt · bis 30.09.2030" in names[1]
    assert "intern" in names[0]


def test_one_key_releases_and_undo_takes_it_back(page: MinutesPage, bridge: CaseBridge) -> None:
    for audience in (Audience.MINUTES, Audience.REPORT, Audience.INTERNAL, Audience.MINUTES):
        press(page, 0, Qt.Key.Key_F)
        assert entries(page)[0].words.audience is audience
    bridge.undo()
    assert entries(page)[0].words.audience is Audience.INTERNAL


def test_all_of_a_kind_are_released_at_once(page: MinutesPage, bridge: CaseBridge) -> None:
    page.entries.kind.edited.emit(EntryKind.QUOTE, "")
    assert [entry.words.text for entry in entries(page)] == ["Endlich klar"]
    page.entries.release_button.click()
    audiences = {entry.kind: entry.words.audience for entry in bridge.case.minutes.values()}
    assert audiences[EntryKind.QUOTE] is Audience.MINUTES
    assert audiences[EntryKind.NOTE] is Audience.INTERNAL
    page.entries.kind.edited.emit(None, "")
    page.entries.only_open.click()
    assert [entry.kind for entry in entries(page)] == [EntryKind.TASK, EntryKind.TASK]
    page.entries.only_open.click()
    page.entries.audience.edited.emit(Audience.INTERNAL, "")
    assert [entry.words.text for entry in entries(page)] == ["Unter uns"]


def test_an_entry_is_edited_in_its_place(page: MinutesPage, qtbot: QtBot, bridge: CaseBridge, stored: Stored) -> None:
    press(page, 2, Qt.Key.Key_F2)
    row = list(page.entries.rows.values())[2]
    assert row.editor is not None
    QTest.keyClicks(row.editor.text, " und Beamer")
    row.editor.who.line.setFocus()
    QTest.keyClicks(row.editor.who.line, "Hauptamt")
    row.editor.until.line.setFocus()
    QTest.keyClicks(row.editor.until.line, "1.10.2030")
    QTest.keyClick(row.editor.until.line, Qt.Key.Key_Return)
    row.editor.text.setFocus()
    QTest.keyClick(row.editor.text, Qt.Key.Key_Escape)
    assert row.editor is None
    entry = row.entry
    assert (entry.words.text, entry.who, entry.until) == ("Raum buchen und Beamer", "Hauptamt", date(2030, 10, 1))
    assert stored(bridge.case.id).minutes[entry.id] == entry
    qtbot.waitUntil(row.hasFocus)


def test_keys_settle_remove_and_walk(page: MinutesPage, bridge: CaseBridge, qtbot: QtBot) -> None:
    press(page, 1, Qt.Key.Key_Space)
    assert entries(page)[1].done
    QTest.keyClick(list(page.entries.rows.values())[1], Qt.Key.Key_Down)
    assert list(page.entries.rows.values())[2].hasFocus()
    with qtbot.waitSignal(page.removed):
        press(page, 2, Qt.Key.Key_Delete)
    assert len(bridge.case.minutes) == 3
    bridge.undo()
    assert len(entries(page)) == 4


def test_another_kind_is_chosen_in_the_editor(page: MinutesPage) -> None:
    press(page, 0, Qt.Key.Key_Return)
    row = next(iter(page.entries.rows.values()))
    assert row.editor is not None
    row.editor.kind.edited.emit(EntryKind.DECISION, "")
    assert (row.entry.kind, row.entry.words.audience) == (EntryKind.DECISION, Audience.MINUTES)


def test_a_task_becomes_a_measure_once(page: MinutesPage, bridge: CaseBridge, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.noticed):
        press(page, 1, Qt.Key.Key_M)
    (measure,) = bridge.case.measures.values()
    assert (measure.title, measure.responsible) == ("Leitfaden schreiben", "Bauamt")
    press(page, 1, Qt.Key.Key_M)
    assert len(bridge.case.measures) == 1
    page.entries.plan_button.click()
    assert [item.title for item in bridge.case.measures.values()] == ["Leitfaden schreiben", "Raum buchen"]
    assert not page.entries.plan_button.isVisible()
    bridge.undo()
    bridge.undo()
    assert not bridge.case.measures


def test_twenty_five_people_are_typed_and_ticked_by_keys(page: MinutesPage, bridge: CaseBridge, stored: Stored) -> None:
    page.open_item(ATTENDANCE)
    for number in range(23):
        QTest.keyClicks(page.attendance.new, f"Person {number}; Leitung; Amt {number}")
        QTest.keyClick(page.attendance.new, Qt.Key.Key_Return)
    QGuiApplication.clipboard().setText("Aylin Öztürk; Klimaschutz\n\nBernd Ühlein\t\tBauhof\n")
    QTest.keyClick(page.attendance.new, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert len(bridge.case.participants) == 25
    people = sorted(bridge.case.participants.values(), key=lambda item: item.position)
    assert [bridge.case.people[item.person].name for item in people[-2:]] == ["Aylin Öztürk", "Bernd Ühlein"]
    assert (people[-1].function, people[-1].office) == ("", "Bauhof")
    morning = next(button for button in page.attendance.findChildren(QPushButton) if button.text() == "Vormittag")
    morning.click()
    box = page.attendance.boxes[people[3].id, HalfDay.MORNING]
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Space)
    day = day_of(page).id
    there = [item for item in bridge.case.participants.values() if is_present(item, day, HalfDay.MORNING)]
    assert len(there) == 24
    assert "Vormittag: 24 von 25" in page.attendance.hours.text()
    assert not is_present(stored(bridge.case.id).participants[people[3].id], day, HalfDay.MORNING)


def paste_people(page: MinutesPage, *lines: str) -> None:
    QGuiApplication.clipboard().setText("\n".join(lines))
    QTest.keyClick(page.attendance.new, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def test_whoever_is_pasted_twice_is_pointed_out_and_kept(page: MinutesPage, bridge: CaseBridge, qtbot: QtBot) -> None:
    page.open_item(ATTENDANCE)
    panel = page.attendance
    with qtbot.waitSignal(page.noticed) as told:
        paste_people(page, "Aylin Öztürk;;Bauamt", "Bernd Ruhl", "Cem Aydin")
    assert told.args == ["3 Personen stehen jetzt auf der Liste."]
    assert not panel.doubled.isVisible()
    with qtbot.waitSignal(page.noticed) as told:
        paste_people(page, "Öztürk, Aylin", "Dora Kern", "Cem Aydin;;Hauptamt")
    assert told.args is not None
    assert told.args[0] == (
        "3 Personen stehen jetzt auf der Liste. Aylin Öztürk und Cem Aydin stehen mehrfach auf der Teilnahmeliste. "
        "Für dieselbe Person genügt eine Zeile; bei verschiedenen tragen Sie bitte das Amt ein."
    )
    assert len(bridge.case.participants) == 6
    assert panel.doubled.isVisible()
    assert panel.doubled.text().startswith("Aylin Öztürk und Cem Aydin stehen mehrfach auf der Teilnahmeliste.")
    people = [item.id for item in sorted(bridge.case.participants.values(), key=lambda item: item.position)]
    marked = [place for place, who in enumerate(people) if panel.marks[who].isVisible()]
    assert marked == [0, 2, 3, 5]
    _name, _function, office = panel.lines[people[2]]
    QTest.keyClicks(office.line, "Sozialamt")
    office.flush()
    assert panel.doubled.text().startswith("Aylin Öztürk steht mehrfach auf der Teilnahmeliste.")
    bridge.undo()  # of the office
    bridge.undo()  # of the second paste, all of it
    assert len(bridge.case.participants) == 3
    assert not panel.doubled.isVisible()
    assert not any(mark.isVisible() for mark in panel.marks.values())


def test_whoever_is_typed_a_second_time_is_pointed_out(page: MinutesPage, qtbot: QtBot) -> None:
    page.open_item(ATTENDANCE)
    for line in ("Anna Schmitt", "Bernd Ruhl"):
        with qtbot.assertNotEmitted(page.noticed):
            QTest.keyClicks(page.attendance.new, line)
            QTest.keyClick(page.attendance.new, Qt.Key.Key_Return)
    QTest.keyClicks(page.attendance.new, "anna schmitt; Leitung")
    with qtbot.waitSignal(page.noticed) as told:
        QTest.keyClick(page.attendance.new, Qt.Key.Key_Return)
    assert told.args is not None
    assert told.args[0].startswith("Anna Schmitt steht mehrfach auf der Teilnahmeliste.")


def test_a_person_is_renamed_and_taken_off_the_list(page: MinutesPage, bridge: CaseBridge, qtbot: QtBot) -> None:
    page.open_item(ATTENDANCE)
    QTest.keyClicks(page.attendance.new, "Anna Schmitt")
    QTest.keyClick(page.attendance.new, Qt.Key.Key_Return)
    (participant,) = bridge.case.participants.values()
    term = page.attendance.terms[participant.id]
    assert term.text() == "14.09.2027"  # a year after the last change, as the case itself
    with qtbot.waitSignal(page.navigated) as told:
        term.click()
    assert told.args == ["privacy", participant.person]
    name, function, _office = page.attendance.lines[participant.id]
    function.line.setFocus()
    QTest.keyClicks(function.line, "Leitung")
    name.line.setFocus()
    QTest.keyClicks(name.line, "z")
    QTest.keyClick(name.line, Qt.Key.Key_Return)
    assert bridge.case.participants[participant.id].function == "Leitung"
    assert bridge.case.people[participant.person].name == "Anna Schmittz"
    bridge.undo()  # of the function: names stand in no history
    assert bridge.case.participants[participant.id].function == ""


def test_a_name_that_is_emptied_stays(page: MinutesPage, bridge: CaseBridge) -> None:
    page.open_item(ATTENDANCE)
    QTest.keyClicks(page.attendance.new, "Anna Schmitt")
    QTest.keyClick(page.attendance.new, Qt.Key.Key_Return)
    (participant,) = bridge.case.participants.values()
    name, function, _office = page.attendance.lines[participant.id]
    name.line.setFocus()
    name.line.selectAll()
    QTest.keyClick(name.line, Qt.Key.Key_Delete)
    name.flush()  # as a pause does
    assert not name.line.text()
    function.line.setFocus()
    assert name.line.text() == "Anna Schmitt"
    assert bridge.case.people[participant.person].name == "Anna Schmitt"


def test_the_day_is_closed_and_a_later_change_is_told(
    page: MinutesPage, bridge: CaseBridge, qtbot: QtBot, tmp_path: Path
) -> None:
    page.open_item(CLOSING)
    assert "Aufgaben ohne Person oder Termin: 1" in page.closing.lines
    assert "noch nicht abgeschlossen" in page.closing.state.text()
    parts = page.closing.package
    assert parts.startswith(
        "Protokoll im Entwurf als PDF und zum Bearbeiten, Aufgabenliste, Kurzbericht für die Leitung, "
    )
    assert "Fotoprotokoll" not in parts
    assert page.closing.digest.isHidden()
    feedback = next(item for item in page.closing.findChildren(QPushButton) if "Feedbackbogen" in item.accessibleName())
    with qtbot.waitSignal(page.navigated) as left:
        feedback.click()
    assert left.args == ["preparation", "feedback"]
    with qtbot.waitSignal(page.noticed):
        page.write_package(tmp_path / "paket")
    qtbot.waitUntil(lambda: not page.context.lane.findChildren(Job))
    assert {file.suffix for file in (tmp_path / "paket").iterdir()} == {".pdf", ".docx", ".ics", ".eml"}
    assert "Arbeitsstand 1 vom 14.09.2026" in page.closing.state.text()
    (state,) = bridge.case.working_states.values()
    assert page.closing.digest.text() == f"SHA-256 {state.digest[:12]} …"
    assert page.closing.digest.isVisible()
    assert bridge.case.archived_documents
    entry = next(item for item in bridge.case.minutes.values() if item.kind is EntryKind.TASK)
    bridge.edit(MinutesEntrySet(entry.id, entry, replace(entry, who="Kämmerei")))
    assert "Geändert seit Arbeitsstand 1" in page.closing.state.text()


def test_the_package_is_written_by_one_key_into_a_place_that_is_shown_and_kept(
    page: MinutesPage, qtbot: QtBot, tmp_path: Path
) -> None:
    asked: list[str] = []

    def choose(_parent: QWidget, title: str) -> Path | None:
        asked.append(title)
        return tmp_path if len(asked) == 1 else None

    page.choose_folder = choose
    page.open_item(CLOSING)
    qtbot.mouseClick(page.closing.change_place, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(page.closing.change_place, Qt.MouseButton.LeftButton)  # left again: nothing changes
    assert page.context.workspace.preferences.package_place == str(tmp_path)
    assert str(tmp_path) in page.closing.place.text()
    page.open_item(ENTRIES)
    with qtbot.waitSignal(page.noticed):
        QTest.keyClick(page, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: not page.context.lane.findChildren(Job))
    (written,) = tmp_path.glob("*_Arbeitsstand-1")
    assert list(written.glob("*.eml"))
    assert len(asked) == 2


@pytest.mark.parametrize("when", ["at once", "midway"])
def test_a_package_that_is_cancelled_leaves_nothing(
    page: MinutesPage, bridge: CaseBridge, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, when: str
) -> None:
    page.open_item(CLOSING)
    page.closing.package_button.setFocus()
    with held(page.context.lane):
        page.write_package(tmp_path / "paket")
        *_, job = page.context.lane.findChildren(Job)
        if when == "midway":
            monkeypatch.setattr(job, "report", lambda *_: job.cancel())
        else:
            page.closing.work.stop()
    qtbot.waitUntil(lambda: not page.context.lane.findChildren(Job))
    assert not bridge.case.working_states
    assert not list((tmp_path / "paket").glob("*"))
    qtbot.waitUntil(page.closing.package_button.hasFocus)


def test_without_a_day_it_says_what_belongs_here(qtbot: QtBot, context: PageContext, open_case: OpenCase) -> None:
    bridge = open_case("M4")
    bridge.edit(*(AgendaDaySet(day.id, day, None) for day in bridge.case.agenda.values()))
    page = shown(qtbot, MinutesPage(context, bridge))
    with qtbot.waitSignal(page.navigated) as led:
        page._empty.button.click()  # the only button
    assert led.args == ["agenda", ""]


def test_an_empty_day_says_how_to_begin(qtbot: QtBot, context: PageContext, open_case: OpenCase) -> None:
    page = shown(qtbot, MinutesPage(context, open_case("M4")))
    assert not page.entries.rows
    assert not page.entries.note_button.isVisible()
    assert any("Strg+M" in label.text() for label in page.entries.empty.findChildren(TextLabel) if label.isVisible())
    with qtbot.waitSignal(page.entry_wanted):
        QTest.keyClick(page.entries.empty.button, Qt.Key.Key_Space)


def test_a_selection_that_nothing_fits_is_no_empty_day(page: MinutesPage) -> None:
    page.entries.kind.edited.emit(EntryKind.PARKED, "")
    assert not page.entries.rows
    assert page.entries.note_button.isVisible()
    assert not page.entries.empty.isVisible()
    assert any("Auswahl" in label.text() for label in page.entries.findChildren(TextLabel) if label.isVisible())


def test_the_note_of_a_step_is_listed_and_changed_in_the_agenda(
    page: MinutesPage, bridge: CaseBridge, qtbot: QtBot
) -> None:
    day = day_of(page)
    step = replace(day.steps[2], note=Words("Es gilt die neue Satzung", Audience.MINUTES))
    bridge.edit(AgendaDaySet(day.id, day, replace(day, steps=(*day.steps[:2], step, *day.steps[3:]))))
    (row,) = page.entries.notes
    assert row.words.text() == "Es gilt die neue Satzung"
    assert row.audience_word.text() == state_word(Audience.MINUTES, page.context.workspace.texts)
    with qtbot.waitSignal(page.navigated) as led:
        row.button.click()
    assert led.args == ["agenda", step.id]
    page.entries.kind.edited.emit(EntryKind.TASK, "")
    assert not page.entries.notes
    page.entries.kind.edited.emit(EntryKind.NOTE, "")
    page.entries.audience.edited.emit(Audience.INTERNAL, "")
    assert not page.entries.notes


def test_it_begins_with_the_day_that_was_written_about(qtbot: QtBot, context: PageContext, open_case: OpenCase) -> None:
    bridge = open_case("M4")
    *_others, last = bridge.case.agenda.values()
    minutes = bridge.workspace.minutes
    entry = minutes.new_entry(Place(last, None), EntryKind.NOTE, "Zum ganzen Tag")
    bridge.edit(MinutesEntrySet(entry.id, None, entry))
    assert day_of(shown(qtbot, MinutesPage(context, bridge))).id == last.id


def test_an_entry_is_opened_by_its_id(page: MinutesPage) -> None:
    page.open_item(CLOSING)
    wanted = list(page.entries.rows)[3]
    page.open_item(wanted)
    assert page.entries.rows[wanted].hasFocus()


@pytest.mark.parametrize("zoom", [100, 200])
def test_everything_stays_reachable(page: MinutesPage, theming: Theming, zoom: int) -> None:
    theming.set_zoom(zoom)
    page.resize(1182, 690)
    for part in (CLOSING, ATTENDANCE, "entries"):
        page.open_item(part)
        assert page.minimumSizeHint().width() <= 1182 * zoom / 100
    theming.set_zoom(100)


def test_a_long_day_builds_the_entries_that_somebody_comes_to(
    page: MinutesPage, bridge: CaseBridge, qtbot: QtBot
) -> None:
    before = len(entries(page))
    given = entries(page)[0]
    many = [replace(given, id=f"entry-{number:03}", words=Words(f"Notiz {number}")) for number in range(300)]
    bridge.edit(*(MinutesEntrySet(entry.id, None, entry) for entry in many))
    panel = page.entries
    assert len(panel.rows) < 60
    assert panel.counted.text() == f"{before + 300} Einträge"
    page.open_item("entry-250")
    assert panel.rows["entry-250"].hasFocus()
    built = len(panel.rows)
    assert built < before + 300
    qtbot.keyClick(panel.rows["entry-250"], Qt.Key.Key_Down)
    assert panel.rows["entry-251"].hasFocus()
    bridge.undo()
    assert len(entries(page)) == before
