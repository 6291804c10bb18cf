"""The hint beside free texts: once per field, a word where somebody could be recognised, never in the way."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from advisor_app.domain.case import Person
from advisor_app.ui.shell.free_text_guard import FREE_TEXT, FreeTextGuard
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.autosave import LineField, TextField

ANNA = Person(id="p", name="Annegret Wolkenhauer", phone="", email="")


class Form(QWidget):
    """Two free texts, a line that is none, and a line that is one."""

    def __init__(self, theming: Theming) -> None:
        super().__init__()
        self.first, self.second = TextField(), TextField()
        self.name, self.note = LineField(), LineField()
        self.note.setProperty(FREE_TEXT, True)
        layout = QVBoxLayout(self)
        for field in (self.first, self.second, self.name, self.note):
            layout.addWidget(field)
        self.guard = FreeTextGuard(theming, self, lambda: [ANNA])


@pytest.fixture
def form(theming: Theming, qtbot: QtBot) -> Form:
    form = Form(theming)
    qtbot.addWidget(form)
    form.resize(600, 500)
    form.name.setFocus()
    with qtbot.waitActive(form):
        form.show()
        form.activateWindow()
    return form


def test_the_hint_comes_once_per_field_and_goes_with_the_first_key(form: Form, qtbot: QtBot) -> None:
    assert form.guard.words == ""
    form.first.setFocus()
    assert "keine Namen" in form.guard.words
    qtbot.keyClick(form.first, Qt.Key.Key_A)
    assert form.guard.words == ""
    form.second.setFocus()
    assert "keine Namen" in form.guard.words
    form.first.setFocus()
    assert form.guard.words == ""
    form.name.setFocus()
    assert form.guard.words == ""


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("bitte an a.b@example.org", "E-Mail-Adresse: a.b@example.org"),
        ("ruft an: 06404 12345", "Telefonnummer: 06404 12345"),
        ("wolkenhauer sagt", "ein Name: wolkenhauer"),
    ],
)
def test_what_somebody_is_recognised_by_is_said_and_nothing_is_blocked(
    form: Form, qtbot: QtBot, typed: str, said: str
) -> None:
    for field in (form.first, form.note):
        edited: list[str] = []
        field.edited.connect(lambda text, _batch, edited=edited: edited.append(text))
        field.setFocus()
        qtbot.keyClicks(field, typed)
        qtbot.waitUntil(lambda: said in form.guard.words)
        field.flush()
        assert edited[-1] == typed
        field.clear()
        qtbot.waitUntil(lambda: form.guard.words == "")


def test_ordinary_words_are_left_alone(form: Form, qtbot: QtBot) -> None:
    form.first.setFocus()
    qtbot.keyClicks(form.first, "Beschluss vom 14.09.2026, 24.285 Euro, Annegret")
    with qtbot.waitSignal(form.guard._pause.timeout):
        pass
    assert form.guard.words == ""


def test_the_words_lie_over_the_page_and_let_clicks_through(form: Form, qtbot: QtBot) -> None:
    places = [form.first.geometry(), form.second.geometry()]
    form.first.setFocus()
    assert form.guard.bubble.isVisible()
    assert [form.first.geometry(), form.second.geometry()] == places
    below = form.guard.bubble.geometry().center()
    assert form.childAt(below) is not form.guard.bubble
    qtbot.mouseClick(form, Qt.MouseButton.LeftButton, pos=below)


class Dialog(QDialog):
    """A window of its own over the form, as one looks at a photo in."""

    def __init__(self, form: Form) -> None:
        super().__init__(form.first)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.caption, self.button = TextField(), QPushButton("zu")
        layout = QVBoxLayout(self)
        layout.addWidget(self.caption)
        layout.addWidget(self.button)
        self.resize(500, 400)


def test_a_field_in_a_dialog_has_its_words_in_the_dialog(form: Form, qtbot: QtBot) -> None:
    for _ in range(2):
        dialog = Dialog(form)
        with qtbot.waitActive(dialog):
            dialog.open()
        qtbot.waitUntil(lambda: "keine Namen" in form.guard.words)
        qtbot.keyClicks(dialog.caption, "ruft an: 06404 12345")
        qtbot.waitUntil(lambda: "Telefonnummer: 06404 12345" in form.guard.words)
        assert form.guard.bubble.window() is dialog
        assert dialog.rect().contains(form.guard.bubble.geometry())
        with qtbot.waitSignal(dialog.destroyed):
            dialog.close()
        assert form.guard.words == ""
    form.activateWindow()
    form.second.setFocus()
    qtbot.waitUntil(lambda: "keine Namen" in form.guard.words)
    assert form.guard.bubble.window() is form


def test_a_field_that_goes_takes_its_words_along(form: Form, qtbot: QtBot) -> None:
    form.first.setFocus()
    form.first.deleteLater()
    qtbot.waitUntil(lambda: form.guard.words == "")
    form.second.setFocus()
    assert "keine Namen" in form.guard.words
