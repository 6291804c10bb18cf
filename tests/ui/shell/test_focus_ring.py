"""The ring follows the keyboard, never the mouse; around text fields it always shows."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from advisor_app.ui.shell.focus_ring import FocusRing
from advisor_app.ui.shell.theming import Theming


class Form(QWidget):
    def __init__(self, theming: Theming) -> None:
        super().__init__()
        self.first = QPushButton("Eins")
        self.second = QPushButton("Zwei")
        self.field = QLineEdit()
        self.painted = QPushButton("Malt selbst")
        self.painted.setProperty("own-focus", True)
        inner = QWidget()
        column = QVBoxLayout(inner)
        for widget in (self.first, self.second, self.field, self.painted):
            column.addWidget(widget)
        column.addSpacing(2000)
        self.area = QScrollArea()
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(inner)
        self.area.setWidgetResizable(True)
        QVBoxLayout(self).addWidget(self.area)
        self.ring = FocusRing(theming, self)
        self.resize(400, 300)


@pytest.fixture
def form(qtbot: QtBot, theming: Theming) -> Form:
    form = Form(theming)
    qtbot.addWidget(form)
    with qtbot.waitActive(form):
        form.show()
        form.activateWindow()
    return form


def around(form: Form, widget: QWidget) -> QRect:
    return QRect(widget.mapTo(form, QPoint(0, 0)), widget.size()).adjusted(-4, -4, 4, 4)


def test_tab_shows_it_four_pixels_around(form: Form) -> None:
    form.field.setFocus()
    form.first.setFocus(Qt.FocusReason.TabFocusReason)
    assert form.ring.target is form.first
    assert form.ring.geometry() == around(form, form.first)
    QTest.keyClick(form.first, Qt.Key.Key_Tab)
    assert form.ring.target is form.second
    assert form.ring.geometry() == around(form, form.second)


def test_a_click_shows_none_and_takes_it_away(qtbot: QtBot, form: Form) -> None:
    qtbot.mouseClick(form.second, Qt.MouseButton.LeftButton)
    form.second.setFocus(Qt.FocusReason.MouseFocusReason)
    assert not form.ring.isVisible()
    form.first.setFocus(Qt.FocusReason.TabFocusReason)
    assert form.ring.isVisible()
    qtbot.mouseClick(form.first, Qt.MouseButton.LeftButton)
    assert not form.ring.isVisible()


def test_text_fields_always_have_it(qtbot: QtBot, form: Form) -> None:
    qtbot.mouseClick(form.field, Qt.MouseButton.LeftButton)
    assert form.ring.target is form.field
    assert form.ring.isVisible()


def test_what_paints_its_own_focus_is_left_alone(form: Form) -> None:
    form.painted.setFocus(Qt.FocusReason.TabFocusReason)
    assert not form.ring.isVisible()


def test_it_moves_with_its_target_and_never_leaves_the_scroll_area(form: Form) -> None:
    form.field.setFocus()
    form.first.setFocus(Qt.FocusReason.TabFocusReason)
    form.area.verticalScrollBar().setValue(form.first.y() + 10)
    viewport = form.area.viewport()
    room = QRect(viewport.mapTo(form, QPoint(0, 0)), viewport.size())
    assert form.ring.geometry() == around(form, form.first).intersected(room)
    form.area.verticalScrollBar().setValue(1000)
    assert not form.ring.isVisible()


def test_it_goes_with_its_target(qtbot: QtBot, form: Form) -> None:
    form.first.setFocus(Qt.FocusReason.TabFocusReason)
    form.first.hide()
    assert form.ring.target is not form.first
    form.second.setFocus(Qt.FocusReason.TabFocusReason)
    form.second.deleteLater()
    qtbot.waitUntil(lambda: not form.ring.isVisible() or form.ring.target is form.field)
