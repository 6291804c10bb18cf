"""The page for data protection: real clicks and keys, then snapshot, file and screen."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from advisor_app.domain.attendance import Participant
from advisor_app.domain.case import CaseNote, Contact, Person, Retention
from advisor_app.domain.changes import ContactSet, HeadSet, NoteSet, ParticipantSet
from advisor_app.domain.free_text import REDACTED
from advisor_app.domain.words import Words
from advisor_app.services.session import CaseSession
from advisor_app.storage.backups import create_backup
from advisor_app.ui.pages.cases.page import CasesPage
from advisor_app.ui.pages.privacy.page import PrivacyPage
from advisor_app.ui.shell.background import Job
from advisor_app.ui.shell.main_window import MainWindow
from tests.ui.conftest import COMMUNE, Stored, TestClock

ANNA = Person(id="p-anna", name="Annegret Wolkenhauer", phone="06404 12345", email="a@example.org")
AT = datetime(2026, 9, 14, 7, tzinfo=UTC)


@pytest.fixture
def session(main_window: MainWindow) -> CaseSession:
    """A case that names somebody as a contact, in its wish and in a note."""
    session = main_window.workspace.cases.create(COMMUNE, ("M4",))
    session.save_person(ANNA)
    session.apply(ContactSet("k", None, Contact(id="k", person=ANNA.id, function="Leitung")))
    head = session.case.head
    session.apply(HeadSet(head, replace(head, wish="Bitte Frau Wolkenhauer anrufen")))
    note = CaseNote(id="n", at=AT, words=Words("Frau Wolkenhauer und Herr Zinnober fragen nach dem Termin"))
    session.apply(NoteSet("n", None, note))
    return session


@pytest.fixture
def page(main_window: MainWindow, session: CaseSession, qtbot: QtBot) -> PrivacyPage:
    main_window.open_case(session.case.id, "privacy")
    return shown(main_window, qtbot)


def shown(window: MainWindow, qtbot: QtBot) -> PrivacyPage:
    calm(window, qtbot)
    page = window.page
    assert isinstance(page, PrivacyPage)
    return page


def calm(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not window.lane.findChildren(Job))


def click(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def test_everybody_is_listed_with_what_is_stored(page: PrivacyPage) -> None:
    assert list(page.people.rows) == [ANNA.id]
    assert page.people.rows[ANNA.id].erase.accessibleName() == "Annegret Wolkenhauer löschen"


def test_a_person_is_erased_by_mouse_with_the_chosen_texts(
    main_window: MainWindow, page: PrivacyPage, session: CaseSession, stored: Stored, qtbot: QtBot
) -> None:
    click(qtbot, page.people.rows[ANNA.id].erase)
    calm(main_window, qtbot)
    asked, found = page.people.confirmation, page.people.found
    assert asked is not None
    assert found is not None
    assert set(found.boxes) == {"head", "note\x1fn"}
    assert not asked.erase_button.isEnabled()
    qtbot.keyClick(found.boxes["head"], Qt.Key.Key_Space)
    qtbot.keyClicks(asked.typed, "annegret WOLKENHAUER")
    assert asked.erase_button.isEnabled()
    click(qtbot, asked.erase_button)
    calm(main_window, qtbot)
    assert main_window.bridge is not None
    case = main_window.bridge.case
    assert case == stored(session.case.id)
    assert (case.people, case.contacts) == ({}, {})
    assert case.notes["n"].words.text.startswith(f"Frau {REDACTED} und Herr")
    assert case.head.wish == "Bitte Frau Wolkenhauer anrufen"
    again = shown(main_window, qtbot)
    assert again is not page
    assert again.people.rows == {}
    assert "Endgültig gelöscht" in main_window.notice.text
    assert "Wolkenhauer" not in main_window.workspace.portfolio.rows[0].search


def test_escape_leaves_the_question_and_nothing_is_erased(
    page: PrivacyPage, session: CaseSession, stored: Stored, qtbot: QtBot
) -> None:
    click(qtbot, page.erasing.case_button)
    asked = page.erasing.confirmation
    assert asked is not None
    qtbot.keyClicks(asked.typed, "Eschen")
    qtbot.keyClick(asked.typed, Qt.Key.Key_Return)  # not the whole name yet
    qtbot.keyClick(asked.typed, Qt.Key.Key_Escape)
    assert page.erasing.confirmation is None
    assert stored(session.case.id).people == {ANNA.id: ANNA}


def test_a_case_is_erased_by_keyboard_alone(main_window: MainWindow, page: PrivacyPage, qtbot: QtBot) -> None:
    page.erasing.case_button.setFocus()
    qtbot.keyClick(page.erasing.case_button, Qt.Key.Key_Space)
    asked = page.erasing.confirmation
    assert asked is not None
    assert main_window.focusWidget() is asked.typed
    qtbot.keyClicks(asked.typed, "eschentalbach")
    qtbot.keyClick(asked.typed, Qt.Key.Key_Tab)
    assert main_window.focusWidget() is asked.reason
    qtbot.keyClicks(asked.reason, "Wunsch der Kommune")
    qtbot.keyClick(asked.reason, Qt.Key.Key_Return)
    calm(main_window, qtbot)
    qtbot.waitUntil(lambda: isinstance(main_window.page, CasesPage))
    assert main_window.bridge is None
    assert main_window.workspace.portfolio.rows == ()
    assert "endgültig gelöscht" in main_window.notice.text
    (record,) = main_window.workspace.erasure.records()
    assert (record.what, record.reason) == ("case", "Wunsch der Kommune")


def test_personal_data_go_and_the_window_shows_the_case_anew(
    main_window: MainWindow, page: PrivacyPage, qtbot: QtBot
) -> None:
    click(qtbot, page.erasing.personal_button)
    asked = page.erasing.confirmation
    assert asked is not None
    qtbot.keyClicks(asked.typed, "Eschentalbach")
    click(qtbot, asked.erase_button)
    calm(main_window, qtbot)
    assert main_window.bridge is not None
    assert main_window.bridge.case.people == {}
    assert main_window.bridge.case.head.wish == f"Bitte Frau {REDACTED} anrufen"
    while main_window.bridge.can_undo:
        main_window.bridge.undo()
        assert "Wolkenhauer" not in repr(main_window.bridge.case)


def test_a_name_of_somebody_who_is_not_listed_is_taken_out(
    main_window: MainWindow, page: PrivacyPage, qtbot: QtBot
) -> None:
    qtbot.keyClicks(page.texts.search, "Niemand")
    qtbot.keyClick(page.texts.search, Qt.Key.Key_Return)
    calm(main_window, qtbot)
    assert page.texts.confirmation is None
    assert page.texts.found is not None
    page.texts.search.clear()
    qtbot.keyClicks(page.texts.search, "Zinnober")
    click(qtbot, page.texts.search_button)
    calm(main_window, qtbot)
    asked = page.texts.confirmation
    assert asked is not None
    qtbot.keyClicks(asked.typed, "Zinnober")
    click(qtbot, asked.erase_button)
    calm(main_window, qtbot)
    assert main_window.bridge is not None
    assert f"Herr {REDACTED} fragen" in main_window.bridge.case.notes["n"].words.text


@pytest.mark.parametrize("what", ["person", "personal-data", "case"])
def test_what_confirms_an_erasing_is_in_sight(
    main_window: MainWindow, page: PrivacyPage, qtbot: QtBot, what: str
) -> None:
    for number in range(12):
        person = replace(ANNA, id=f"p-{number}", name=f"Person {number:02}")
        page.bridge.save_person(person)
        page.bridge.edit(ContactSet(f"k{number}", None, Contact(id=f"k{number}", person=person.id)))
    row = page.people.row_of("p-11")
    assert row is not None
    asking = {"person": row.erase, "personal-data": page.erasing.personal_button, "case": page.erasing.case_button}
    asking[what].setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(asking[what], Qt.Key.Key_Space)
    calm(main_window, qtbot)
    asked = page.people.confirmation if what == "person" else page.erasing.confirmation
    assert asked is not None
    asked_for = (asked.typed, asked.leave_button)
    qtbot.waitUntil(lambda: not any(widget.visibleRegion().isEmpty() for widget in asked_for))


def test_information_is_written_for_a_person(
    main_window: MainWindow, page: PrivacyPage, tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "auskunft.txt"
    asked: list[str] = []

    def choose(_parent: QWidget, _title: str, proposed: str, _kinds: str) -> Path:
        asked.append(proposed)
        return file

    page._choose_file = choose
    click(qtbot, page.people.rows[ANNA.id].export)
    calm(main_window, qtbot)
    assert asked == ["Auskunft Annegret Wolkenhauer.txt"]
    text = file.read_text(encoding="utf-8")
    assert "06404 12345" in text
    assert "Stammdaten" in text
    assert str(file) in main_window.notice.text


def test_a_case_is_kept_longer_and_that_can_be_undone(
    main_window: MainWindow, page: PrivacyPage, session: CaseSession, stored: Stored, qtbot: QtBot
) -> None:
    assert "12 Monate" in page.retention.state.text()
    assert not page.retention.reason.isEnabled()
    qtbot.keyClicks(page.retention.until.target, "31.12.2031")
    qtbot.keyClick(page.retention.until.target, Qt.Key.Key_Return)
    qtbot.keyClicks(page.retention.reason.target, "Folgeerhebung")
    assert page.flush()
    kept = Retention(until=date(2031, 12, 31), reason="Folgeerhebung")
    assert stored(session.case.id).retention == kept
    assert "31.12.2031" in page.retention.state.text()
    assert main_window.bridge is not None
    main_window.bridge.undo()
    main_window.bridge.undo()
    assert main_window.bridge.case.retention is None


def test_older_backups_are_named_and_erased(
    main_window: MainWindow, page: PrivacyPage, clock: TestClock, qtbot: QtBot
) -> None:
    assert page.erasing.backups_button.isHidden()
    profile = main_window.workspace.profile
    old = create_backup(profile, at=datetime(2026, 9, 1, tzinfo=UTC))
    main_window.workspace.erasure.erase_personal_data(main_window.workspace.cases.load(page.bridge.case.id))
    clock.move(minutes=1)
    main_window.open_case(page.bridge.case.id, "privacy")
    page = shown(main_window, qtbot)
    assert page.erasing.backups_button.isVisible()
    click(qtbot, page.erasing.backups_button)
    asked = page.erasing.confirmation
    assert asked is not None
    qtbot.keyClicks(asked.typed, "Sicherungen")
    click(qtbot, asked.erase_button)
    calm(main_window, qtbot)
    assert not old.folder.exists()
    assert page.erasing.backups_button.isHidden()


def test_people_are_kept_until_a_day_and_erased_together_when_it_is_over(
    main_window: MainWindow, page: PrivacyPage, session: CaseSession, stored: Stored, qtbot: QtBot
) -> None:
    bridge = main_window.bridge
    assert bridge is not None
    bert = Person(id="p-bert", name="Bert Zinnober")
    assert bridge.save_person(bert)
    assert bridge.edit(ParticipantSet("t", None, Participant(id="t", person=bert.id)))
    line = page.people.rows[ANNA.id].term.line
    assert line.placeholderText() == "14.09.2027"
    assert "14.09.2027" in line.accessibleDescription()
    assert not page.people.due_button.isVisible()
    page.open_item(ANNA.id)
    assert line.hasFocus()
    for name in (ANNA.id, bert.id):
        qtbot.keyClicks(page.people.rows[name].term.line, "1.9.2026")
        qtbot.keyClick(page.people.rows[name].term.line, Qt.Key.Key_Return)
    assert stored(session.case.id).person_retentions[bert.id].until == date(2026, 9, 1)
    assert page.people.due_button.isVisible()
    bridge.undo()
    assert not page.people.due_button.isVisible()
    bridge.redo()
    click(qtbot, page.people.due_button)
    calm(main_window, qtbot)
    asked, found = page.people.confirmation, page.people.found
    assert asked is not None
    assert found is not None
    assert set(found.boxes) == {"head", "note\x1fn"}
    qtbot.keyClicks(asked.typed, session.case.commune.name)
    click(qtbot, asked.erase_button)
    calm(main_window, qtbot)
    case = stored(session.case.id)
    assert (case.people, case.contacts, case.participants, case.person_retentions) == ({}, {}, {}, {})
    assert REDACTED in case.head.wish


def test_of_many_people_those_in_sight_are_built_and_one_who_is_asked_for(
    main_window: MainWindow, page: PrivacyPage, qtbot: QtBot
) -> None:
    bridge = main_window.bridge
    assert bridge is not None
    people = [Person(id=f"p{number}", name=f"Person {number:02}") for number in range(60)]
    assert all(bridge.save_person(person) for person in people)
    assert bridge.edit(*(ParticipantSet(it.id, None, Participant(id=it.id, person=it.id)) for it in people))
    assert 0 < len(page.people.rows) < 40
    page.open_item("p50")
    term = page.people.rows["p50"].term
    assert term.line.hasFocus()
    qtbot.waitUntil(lambda: not term.visibleRegion().isEmpty())


def test_the_day_until_which_somebody_is_kept_grows_with_the_type(main_window: MainWindow, page: PrivacyPage) -> None:
    field = page.people.rows[ANNA.id].term
    field.line.setText("14.09.2026")
    before = field.line.width()
    main_window.theming.set_zoom(200)
    QApplication.processEvents()
    assert field.line.width() > 1.5 * before
