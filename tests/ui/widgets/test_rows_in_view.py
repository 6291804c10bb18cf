"""A column of hundreds of rows holds those that somebody has come to, and those only."""

from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from advisor_app.ui.widgets.rows_in_view import FIRST, RowsInView
from advisor_app.ui.widgets.value_field import TextLine

ROWS = 400


def column(qtbot: QtBot, count: int = ROWS) -> tuple[RowsInView, QScrollArea]:
    rows = RowsInView([partial(QLabel, f"Zeile {number}") for number in range(count)], 4)
    content, area = QWidget(), QScrollArea()
    QVBoxLayout(content).addWidget(rows)
    area.setWidget(content)
    area.setWidgetResizable(True)
    area.resize(300, 200)
    qtbot.addWidget(area)
    area.show()
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0 or count < FIRST)
    return rows, area


def words(rows: RowsInView) -> list[str]:
    layout = rows.layout()
    assert layout is not None
    items = (layout.itemAt(place) for place in range(layout.count()))
    widgets = (item.widget() for item in items if item is not None)
    return [widget.text() for widget in widgets if isinstance(widget, QLabel)]


def test_only_the_first_rows_are_built_at_first(qtbot: QtBot) -> None:
    rows, area = column(qtbot)
    assert words(rows) == [f"Zeile {number}" for number in range(FIRST)]
    assert area.verticalScrollBar().maximum() > (ROWS - FIRST) * 10  # the others have their room


def test_scrolling_builds_what_comes_in_sight(qtbot: QtBot) -> None:
    rows, area = column(qtbot)
    last = area.findChildren(QLabel)[-1]
    area.verticalScrollBar().setValue(last.y())
    qtbot.waitUntil(lambda: rows.built > FIRST)
    assert rows.built < ROWS / 2
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    qtbot.waitUntil(lambda: rows.built == ROWS, timeout=20_000)
    assert words(rows) == [f"Zeile {number}" for number in range(ROWS)]


def test_rows_up_to_one_can_be_asked_for(qtbot: QtBot) -> None:
    rows, _ = column(qtbot)
    rows.build(100)
    assert rows.built == 100
    rows.build(20)
    assert rows.built == 100
    rows.build(ROWS + 1)
    assert rows.built == ROWS


def test_few_rows_stand_without_room_below(qtbot: QtBot) -> None:
    rows, area = column(qtbot, 3)
    assert rows.built == 3
    assert area.verticalScrollBar().maximum() == 0


def row(number: int) -> QWidget:
    """A row with a button and a field, which hands on the focus to what is in it."""
    made, field = QWidget(), TextLine()
    field.set_name(f"{number}b")
    button = QPushButton()
    button.setAccessibleName(f"{number}a")
    layout = QVBoxLayout(made)
    layout.addWidget(button)
    layout.addWidget(field)
    return made


def focused() -> str:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget.accessibleName()


def test_the_keyboard_goes_through_all_rows_in_their_order(qtbot: QtBot) -> None:
    """Also where rows are made again while something stands below them, and however fast one goes."""
    window, above, below = QWidget(), QPushButton(), QPushButton()
    above.setAccessibleName("darüber")
    below.setAccessibleName("darunter")
    area, content = QScrollArea(), QWidget()
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidgetResizable(True)
    column, inside = QVBoxLayout(window), QVBoxLayout(content)
    for widget in (above, area, below):
        column.addWidget(widget)
    window.resize(300, 300)
    qtbot.addWidget(window)
    window.show()
    area.setWidget(content)
    column_of_rows = RowsInView([partial(row, number) for number in range(60)], 4, after=above)
    inside.addWidget(column_of_rows)
    qtbot.waitUntil(column_of_rows.isVisible)  # in the next turn of the event loop
    window.activateWindow()
    above.setFocus()
    qtbot.waitUntil(above.hasFocus)
    rows = [f"{number}{letter}" for number in range(60) for letter in "ab"]
    expected = ["darüber", *rows, "darunter", "darüber"]
    for here, then in pairwise(expected):
        assert focused() == here
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert focused() == then
    for here, then in pairwise(["darüber", "darunter", *reversed(rows), "darüber"]):
        assert focused() == here
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backtab)
        assert focused() == then


def test_rows_that_were_replaced_before_their_turn_are_not_built(qtbot: QtBot) -> None:
    """Whoever made them knows rows by name by then, and would take the old ones for the new."""
    rows, area = column(qtbot)
    area.verticalScrollBar().setValue(area.findChildren(QLabel)[-1].y())
    area.grab()  # paints at once
    rows.hide()
    QApplication.processEvents()
    assert rows.built == FIRST
