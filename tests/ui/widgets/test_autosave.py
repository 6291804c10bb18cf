"""Text fields commit while one types, and at the latest when one leaves."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QTextOption
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from advisor_app.domain.plausibility import LONGEST_TEXT
from advisor_app.ui.widgets.autosave import LineField, TextField
from advisor_app.ui.widgets.line import MOST_LETTERS

pytestmark = pytest.mark.usefixtures("theming")


class Form(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.line = LineField("Saal 1")
        self.text = TextField("Saal 1")
        self.other = QPushButton("Weiter")
        column = QVBoxLayout(self)
        for widget in (self.line, self.text, self.other):
            column.addWidget(widget)


@pytest.fixture
def form(qtbot: QtBot) -> Form:
    form = Form()
    qtbot.addWidget(form)
    with qtbot.waitActive(form):
        form.show()
        form.activateWindow()
    return form


@pytest.fixture(params=["line", "text"])
def field(request: pytest.FixtureRequest, form: Form) -> LineField | TextField:
    chosen: LineField | TextField = getattr(form, request.param)
    chosen.setFocus()
    return chosen


def shown(field: LineField | TextField) -> str:
    return field.text() if isinstance(field, LineField) else field.toPlainText()


def test_it_commits_after_a_pause(qtbot: QtBot, field: LineField | TextField) -> None:
    QTest.keyClick(field, Qt.Key.Key_End)
    typing = QSignalSpy(field.typing)
    with qtbot.waitSignal(field.edited) as blocker:
        qtbot.keyClicks(field, "a")
    assert blocker.args is not None
    assert blocker.args[0] == "Saal 1a"
    assert typing.count() == 1


@pytest.mark.parametrize("held", ["", "Saal 1"])
def test_a_text_that_is_too_long_is_pasted_whole_or_not_at_all(field: LineField | TextField, held: str) -> None:
    field.show_text(held)
    edited = QSignalSpy(field.edited)
    QTest.keyClick(field, Qt.Key.Key_End)
    most = MOST_LETTERS if isinstance(field, LineField) else LONGEST_TEXT
    room = "Wort " * (most // 5 - 2)
    for words, kept in (("x" * (most + 1), held), (room, held + room), ("noch ein Satz", held + room)):
        QApplication.clipboard().setText(words)
        QTest.keySequence(field, QKeySequence.StandardKey.Paste)
        assert shown(field) == kept
    field.flush()
    assert [edited.at(index)[0] for index in range(edited.count())] == [held + room]


def test_a_selection_gives_its_room_to_what_is_pasted(field: LineField | TextField) -> None:
    most = MOST_LETTERS // 2 if isinstance(field, LineField) else LONGEST_TEXT
    field.show_text("x" * most)
    QApplication.clipboard().setText("y" * most)
    QTest.keySequence(field, QKeySequence.StandardKey.SelectAll)
    QTest.keySequence(field, QKeySequence.StandardKey.Paste)
    assert shown(field) == "y" * most


def test_a_line_shows_a_text_of_a_file_whole_and_loses_nothing_of_it(form: Form) -> None:
    """A title of a file can be longer than what Qt would show of it."""
    edited = QSignalSpy(form.line.edited)
    form.line.show_text("😀" * 50_000)
    form.line.setFocus()
    QTest.keyClick(form.line, Qt.Key.Key_End)
    QTest.keyClicks(form.line, "a")
    form.line.flush()
    assert [edited.at(index)[0] for index in range(edited.count())] == ["😀" * 50_000 + "a"]


def test_a_word_without_end_is_broken_anywhere(form: Form) -> None:
    """A copied picture is a word of a million letters; to look for its end took a minute and a half."""
    form.text.setFocus()
    QApplication.clipboard().setText("x" * 400_000)
    QTest.keySequence(form.text, QKeySequence.StandardKey.Paste)
    assert form.text.wordWrapMode() is QTextOption.WrapMode.WrapAnywhere
    assert TextField("x" * 400_000).wordWrapMode() is QTextOption.WrapMode.WrapAnywhere
    assert TextField("Wort " * 400).wordWrapMode() is QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere


def test_what_pasting_brings_along_unseen_is_left_out(field: LineField | TextField) -> None:
    """Word gives marks of notes, cells and hyphens along, which no case file takes."""
    edited = QSignalSpy(field.edited)
    QTest.keyClick(field, Qt.Key.Key_End)
    QApplication.clipboard().setText(" im\x02 Alt\x1fbau\x07\x00")
    QTest.keySequence(field, QKeySequence.StandardKey.Paste)
    QTest.keyClick(field, Qt.Key.Key_Left)
    field.flush()
    QTest.keyClicks(field, "t")
    field.flush()
    assert [edited.at(index)[0] for index in range(edited.count())] == ["Saal 1 im Altbau", "Saal 1 im Altbaut"]
    assert shown(field) == "Saal 1 im Altbaut"


def test_who_never_pauses_is_committed_all_the_same(qtbot: QtBot, field: LineField | TextField) -> None:
    edited = QSignalSpy(field.edited)

    def type_on() -> bool:
        qtbot.keyClicks(field, "a")
        return edited.count() > 0

    qtbot.waitUntil(type_on)
    field.flush()


def test_leaving_commits_at_once(qtbot: QtBot, form: Form, field: LineField | TextField) -> None:
    QTest.keyClick(field, Qt.Key.Key_End)
    edited = QSignalSpy(field.edited)
    qtbot.keyClicks(field, "0")
    form.other.setFocus()
    assert edited.count() == 1
    assert edited.at(0)[0] == "Saal 10"
    field.flush()
    assert edited.count() == 1


def test_one_visit_is_one_batch_and_the_next_one_another(
    qtbot: QtBot, form: Form, field: LineField | TextField
) -> None:
    edited = QSignalSpy(field.edited)
    qtbot.keyClicks(field, "a")
    field.flush()
    qtbot.keyClicks(field, "b")
    field.flush()
    form.other.setFocus()
    field.setFocus()
    qtbot.keyClicks(field, "c")
    field.flush()
    batches = [edited.at(number)[1] for number in range(3)]
    assert batches[0] == batches[1] != batches[2]


def test_typing_and_taking_it_back_commits_nothing(qtbot: QtBot, field: LineField | TextField) -> None:
    edited = QSignalSpy(field.edited)
    QTest.keyClick(field, Qt.Key.Key_End)
    qtbot.keyClicks(field, "0")
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    field.flush()
    assert edited.count() == 0


def test_what_others_changed_is_shown_unless_one_is_typing(qtbot: QtBot, field: LineField | TextField) -> None:
    field.show_text("Saal 2")
    assert shown(field) == "Saal 2"
    QTest.keyClick(field, Qt.Key.Key_End)
    qtbot.keyClicks(field, "b")
    field.show_text("Saal 3")
    assert shown(field) == "Saal 2b"
    with qtbot.waitSignal(field.edited) as blocker:
        field.flush()
    assert blocker.args is not None
    assert blocker.args[0] == "Saal 2b"


def test_ctrl_enter_and_escape_leave_a_text(qtbot: QtBot, form: Form) -> None:
    for key, modifier in (
        (Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
    ):
        form.text.setFocus()
        qtbot.keyClicks(form.text, "a")
        with qtbot.waitSignals([form.text.edited, form.text.left]):
            qtbot.keyClick(form.text, key, modifier)
        assert not form.text.hasFocus()


def test_a_text_grows_with_its_lines_up_to_a_limit(qtbot: QtBot) -> None:
    text = TextField(lines=2, most=4)
    qtbot.addWidget(text)
    text.show()
    least = text.height()
    text.setPlainText("1\n2\n3")
    assert text.height() > least
    grown = text.height()
    text.setPlainText("1\n" * 30)
    most = text.height()
    assert most > grown
    text.setPlainText("1\n" * 60)
    assert text.height() == most


def test_a_line_that_is_too_long_shows_how_it_begins(qtbot: QtBot, form: Form) -> None:
    """Whoever is led into it by the program goes on writing all the same."""
    form.other.setFocus()
    form.line.show_text("Beigeordneter und Dezernent für Digitalisierung, Ordnung und Soziales")
    assert form.line.cursorPosition() == 0
    form.line.setFocus()
    qtbot.keyClicks(form.line, "!")
    assert form.line.text().endswith("Soziales!")
    qtbot.keyClick(form.line, Qt.Key.Key_Tab)
    assert form.line.cursorPosition() == 0
