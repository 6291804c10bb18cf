"""Whatever is typed, whatever goes wrong: no word is lost, and the status bar tells the truth."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from advisor_app.domain.case import Case, Handover
from advisor_app.domain.changes import HandoverSet
from advisor_app.questions.level.editor import LevelCard
from advisor_app.questions.number.editor import NumberEditor
from advisor_app.services.workspace import open_workspace
from advisor_app.ui.pages.assessment.page import AssessmentPage
from advisor_app.ui.pages.set_up.modules_step import ModulesStep
from advisor_app.ui.pages.set_up.page import SetUpPage
from advisor_app.ui.shell.main_window import MainWindow
from tests.profiles import connect_to
from tests.ui.conftest import COMMUNE, MONDAY, PREFERENCES
from tests.ui.shell.faults.conftest import limit_pages

CONTROL = Qt.KeyboardModifier.ControlModifier


def new_case(window: MainWindow, *modules: str) -> str:
    session = window.workspace.cases.create(COMMUNE, modules or ("M4",))
    window.workspace.portfolio.update(session.case)
    return session.case.id


def on_disk(folder: Path, case_id: str) -> Case:
    """Read the case as a program would that is started anew."""
    workspace = open_workspace(folder, PREFERENCES)
    try:
        return workspace.cases.load(case_id)
    finally:
        workspace.close()


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Let another program hold the database."""
    with closing(connect_to(folder)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


def write(widget: QWidget, words: str) -> None:
    """Type with real keys, as an adviser would."""
    widget.setFocus()
    QTest.keyClicks(widget, words)


def is_saved(window: MainWindow) -> bool:
    return window.status.saved_text.startswith(("gesichert", "alles gesichert"))


def flush(window: MainWindow) -> None:
    assert window.page is not None
    window.page.flush()


def field_named(window: MainWindow, name: str) -> QPlainTextEdit:
    assert window.page is not None
    return next(each for each in window.page.findChildren(QPlainTextEdit) if each.accessibleName() == name)


def asked(window: MainWindow, question: str) -> AssessmentPage:
    """Open a new case at a question."""
    window.open_case(new_case(window), "assessment", question)
    page = window.page
    assert isinstance(page, AssessmentPage)
    assert page.current_question == question
    return page


def note_on_disk(folder: Path, window: MainWindow, question: str) -> str:
    assert window.bridge is not None
    case = on_disk(folder, window.bridge.case.id)
    assessment = case.default_assessment()
    assert assessment is not None
    return case.answer(assessment.id, question).note.text


def test_sentences_typed_one_after_the_other_while_the_database_is_locked(
    qtbot: QtBot, main_window: MainWindow, data_folder: Path
) -> None:
    page = asked(main_window, "4.1.2")
    note = field_named(main_window, "Begründung der Gruppe")
    said = ""
    with locked(data_folder):
        for sentence in ("Im Workshop gesagt. ", "Und noch ein Satz. ", "Dritter."):
            write(note, sentence)
            said += sentence
            with qtbot.waitSignal(page.bridge.refused):
                pass  # the pause after which a text is committed
            assert note.toPlainText() == said
            assert main_window.status.saved_text == "Nicht gesichert – Daten gesperrt"
        QTest.keyClick(page, Qt.Key.Key_3)
    qtbot.waitUntil(lambda: is_saved(main_window))
    assert main_window.notice.text == "Jetzt ist alles gesichert."
    assert note.toPlainText() == said
    assert note_on_disk(data_folder, main_window, "4.1.2") == said


def test_sentences_typed_one_after_the_other_on_a_full_disk(
    qtbot: QtBot, main_window: MainWindow, data_folder: Path
) -> None:
    page = asked(main_window, "4.1.2")
    note = field_named(main_window, "Begründung der Gruppe")
    limit_pages(main_window, 1)
    said = "Viele Worte. " * 1000
    note.setPlainText(said)
    flush(main_window)
    note.moveCursor(QTextCursor.MoveOperation.End)
    write(note, "Und noch ein Satz.")
    flush(main_window)
    assert main_window.status.saved_text == "Nicht gesichert – Datenträger voll"
    page.open_item("4.1.3")
    page.open_item("4.1.2")
    limit_pages(main_window, 1_000_000)
    qtbot.waitUntil(lambda: is_saved(main_window))
    assert note_on_disk(data_folder, main_window, "4.1.2") == said + "Und noch ein Satz."


def test_a_figure_is_saved_while_one_types_and_what_is_none_is_a_draft(
    qtbot: QtBot, main_window: MainWindow, data_folder: Path
) -> None:
    page = asked(main_window, "4.5.1")
    QTest.keyClick(page, Qt.Key.Key_2)  # brings up the number
    page.open_item("4.5.6")
    editor = page.findChild(NumberEditor)
    assert isinstance(editor, NumberEditor)
    line = editor.findChild(QLineEdit)
    assert line is not None
    write(line, "12")
    assert main_window.status.saved_text == "schreibt …"
    qtbot.waitUntil(lambda: is_saved(main_window))
    case = on_disk(data_folder, page.bridge.case.id)
    assessment = case.default_assessment()
    assert assessment is not None
    assert case.answer(assessment.id, "4.5.6").number == 12
    write(line, "etwa")
    qtbot.waitUntil(lambda: main_window.status.saved_text.startswith("Entwurf"))
    main_window.show_page("results")
    assert main_window.stack.shown == "assessment"
    assert line.text() == "12etwa"
    assert "verloren" in main_window.notice.text
    for _ in range(4):
        QTest.keyClick(line, Qt.Key.Key_Backspace)
    qtbot.waitUntil(lambda: is_saved(main_window))
    main_window.show_page("results")
    assert main_window.stack.shown == "results"


def test_several_records_that_wait_are_saved_before_the_bar_says_so(
    qtbot: QtBot, main_window: MainWindow, data_folder: Path
) -> None:
    page = asked(main_window, "4.1.2")
    seen: list[str] = []
    with locked(data_folder):
        write(field_named(main_window, "Begründung der Gruppe"), "Erste Frage")
        flush(main_window)
        page.open_item("4.1.3")
        write(field_named(main_window, "Begründung der Gruppe"), "Zweite Frage")
        flush(main_window)

        def remember() -> None:
            if is_saved(main_window):
                seen.append(note_on_disk(data_folder, main_window, "4.1.3"))

        page.bridge.changed.connect(remember)
        assert not is_saved(main_window)
        page.open_item("4.1.2")
        assert field_named(main_window, "Begründung der Gruppe").toPlainText() == "Erste Frage"
    qtbot.waitUntil(lambda: is_saved(main_window))
    assert set(seen) <= {"Zweite Frage"}
    assert note_on_disk(data_folder, main_window, "4.1.2") == "Erste Frage"
    assert note_on_disk(data_folder, main_window, "4.1.3") == "Zweite Frage"


def test_a_module_that_cannot_be_booked_now_is_told_and_not_marked(main_window: MainWindow, data_folder: Path) -> None:
    main_window.open_case(new_case(main_window), "set-up", "modules")
    page = main_window.page
    assert isinstance(page, SetUpPage)
    step = page.step
    assert isinstance(step, ModulesStep)
    with locked(data_folder):
        QTest.mouseClick(step.cards["M1"], Qt.MouseButton.LeftButton)
        assert not step.cards["M1"].isChecked()
        assert main_window.bridge is not None
        assert set(main_window.bridge.case.modules) == {"M4"}
        assert main_window.notice.text
    QTest.mouseClick(step.cards["M1"], Qt.MouseButton.LeftButton)
    assert set(on_disk(data_folder, page.bridge.case.id).modules) == {"M1", "M4"}
    assert is_saved(main_window)


def hand_over(window: MainWindow) -> None:
    """Hand the open case over, as its export does once the file is there."""
    assert window.bridge is not None
    given = Handover(to="Kreis Muster", at=MONDAY, file="f1")
    window.bridge.perform(lambda session: session.apply(HandoverSet(None, given)))


def test_a_case_that_was_handed_over_takes_no_words_and_says_why(main_window: MainWindow) -> None:
    page = asked(main_window, "4.1.2")
    note = field_named(main_window, "Begründung der Gruppe")
    hand_over(main_window)
    why = "Dieser Fall ist an „Kreis Muster“ übergeben und hier nur noch zu lesen."
    assert why in main_window.notice.text
    assert note.isReadOnly()
    write(note, "Zu spaet")
    assert note.toPlainText() == ""
    assert main_window.status.saved_text == "nur lesen"
    QTest.keyClick(page, Qt.Key.Key_3)
    assert "Es wurde nichts geändert" in main_window.notice.text
    assert not any(card.isChecked() for card in page.findChildren(LevelCard))
    page.open_item("4.1.3")
    assert field_named(main_window, "Begründung der Gruppe").isReadOnly()
    main_window.show_page("overview")
    assert why not in main_window.notice.text  # the overview says it itself, with the way back
    assert main_window.status.saved_text == "nur lesen"
    main_window.show_page("cases")
    assert main_window.stack.shown == "cases"
    assert is_saved(main_window)
    assert main_window.bridge is None


def test_a_handover_taken_back_lets_one_write_again(main_window: MainWindow) -> None:
    asked(main_window, "4.1.2")
    hand_over(main_window)
    main_window.show_page("overview")
    assert field_named(main_window, "Anliegen der Kommune").isReadOnly()
    assert main_window.bridge is not None
    main_window.bridge.perform(main_window.workspace.case_export.take_back)
    wish = field_named(main_window, "Anliegen der Kommune")
    assert not wish.isReadOnly()
    write(wish, "Rat")
    main_window.show_page("assessment")
    assert not field_named(main_window, "Begründung der Gruppe").isReadOnly()
    assert main_window.bridge.case.head.wish == "Rat"
    assert is_saved(main_window)


def test_what_is_given_up_is_not_pending_on_another_page(main_window: MainWindow, data_folder: Path) -> None:
    main_window.open_case(new_case(main_window))
    with locked(data_folder):
        write(field_named(main_window, "Anliegen der Kommune"), "Rat")
        for _ in range(2):
            main_window.show_page("cases")
        assert main_window.stack.shown == "cases"
        assert is_saved(main_window)
