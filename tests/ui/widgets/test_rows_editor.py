"""Rows of small records: the empty row, removal, order, and complaints of single cells."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from advisor_app.domain.use_case import Milestone
from advisor_app.texts import load_texts
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.form import Form
from advisor_app.ui.widgets.month_field import EndField
from advisor_app.ui.widgets.rows_editor import RowColumn, RowsEditor
from advisor_app.ui.widgets.value_field import TextLine, ValueField

FEBRUARY = Milestone(title="Beschluss", on=date(2027, 2, 28))
JULY = Milestone(title="Pilot", on=date(2027, 7, 31))


class Record:
    """Stands for the page: takes over every edit and shows it again."""

    def __init__(self, rows: RowsEditor) -> None:
        self.rows = rows
        self.window = QWidget()
        self.value: tuple[Any, ...] = ()
        self.batches: list[str] = []
        self.complaints: list[str] = []
        rows.edited.connect(self._on_rows_edited)
        rows.complained.connect(self.complaints.append)

    def show(self, *value: Any) -> None:
        self.value = value
        self.rows.show_value(value)

    def _on_rows_edited(self, value: tuple[Any, ...], batch: str) -> None:
        self.batches.append(batch)
        self.show(*value)


@pytest.fixture
def record(qtbot: QtBot, theming: Theming) -> Record:
    texts = load_texts("de")
    rows = RowsEditor(
        theming,
        (
            RowColumn(attribute="title", title="Meilenstein", stretch=1, new_field=TextLine),
            RowColumn(attribute="on", title="Bis", new_field=partial(EndField, theming, texts)),
        ),
        Milestone(title=""),
    )
    record = Record(rows)
    QVBoxLayout(record.window).addWidget(rows)
    qtbot.addWidget(record.window)
    with qtbot.waitExposed(record.window):
        record.window.show()
    record.window.activateWindow()
    return record


def type_into(field: ValueField, text: str) -> None:
    field.setFocus()
    QTest.keyClicks(field.target, text)
    field.flush()


def test_the_empty_row_takes_the_next_record_and_another_one_follows(record: Record) -> None:
    type_into(record.rows.field(0, "title"), "Beschluss")
    assert list(record.value) == [Milestone(title="Beschluss")]
    assert QApplication.focusWidget() is record.rows.field(0, "title").target
    type_into(record.rows.field(0, "on"), "2/2027")
    type_into(record.rows.field(1, "on"), "7/2027")
    assert list(record.value) == [FEBRUARY, Milestone(title="", on=date(2027, 7, 31))]
    assert record.rows.row_count == 2
    assert not record.rows.remove_button(2).isVisible()


def test_a_row_is_removed_and_its_words_with_it(qtbot: QtBot, record: Record) -> None:
    record.show(FEBRUARY, JULY)
    qtbot.mouseClick(record.rows.remove_button(0), Qt.MouseButton.LeftButton)
    assert list(record.value) == [JULY]
    qtbot.mouseClick(record.rows.remove_button(0), Qt.MouseButton.LeftButton)
    assert not record.value
    field = record.rows.field(0, "title")
    assert isinstance(field, TextLine)
    assert field.line.text() == ""
    type_into(field, "Neu")
    assert list(record.value) == [Milestone(title="Neu")]


def test_rows_change_places_by_keyboard_and_the_focus_goes_along(record: Record) -> None:
    record.show(FEBRUARY, JULY)
    record.rows.field(0, "on").setFocus()
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert record.value == (JULY, FEBRUARY)
    assert QApplication.focusWidget() is record.rows.field(1, "on").target
    QTest.keyClick(record.rows.field(1, "on").target, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert record.value == (JULY, FEBRUARY)


def test_typing_in_a_row_is_one_step(qtbot: QtBot, record: Record) -> None:
    field = record.rows.field(0, "title")
    field.setFocus()
    QTest.keyClicks(field.target, "Be")
    qtbot.waitUntil(lambda: bool(record.batches))
    QTest.keyClicks(field.target, "schluss")
    field.flush()
    assert record.value == (Milestone(title="Beschluss"),)
    assert len(set(record.batches)) == 1


def test_a_wrong_cell_is_named_until_it_is_mended_or_gone(qtbot: QtBot, record: Record) -> None:
    record.show(FEBRUARY)
    on = record.rows.field(0, "on")
    on.setFocus()
    QTest.keyClicks(on.target, "x")
    record.rows.field(0, "title").setFocus()
    assert "ist kein Datum" in record.complaints[-1]
    assert record.value == (FEBRUARY,)
    qtbot.mouseClick(record.rows.remove_button(0), Qt.MouseButton.LeftButton)
    assert record.complaints[-1] == ""


def test_tab_goes_through_the_rows(qtbot: QtBot, record: Record) -> None:
    record.show(FEBRUARY)
    qtbot.waitUntil(lambda: record.rows.field(1, "on").isVisible())
    stops = [
        record.rows.field(0, "title").target,
        record.rows.field(0, "on").target,
        record.rows.remove_button(0),
        record.rows.field(1, "title").target,
        record.rows.field(1, "on").target,
    ]
    stops[0].setFocus()
    for stop in stops[1:]:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is stop


@dataclass(frozen=True)
class Task:
    title: str
    due: date | None = None


def test_a_form_binds_fields_and_puts_complaints_below_them(qtbot: QtBot, theming: Theming) -> None:
    form = Form(theming, columns=2)
    qtbot.addWidget(form)
    title = form.add("title", "Titel", TextLine())
    due = form.add("due", "Bis", EndField(theming, load_texts("de")), note="Monat oder Tag")
    edits: list[tuple[str, Any]] = []
    form.edited.connect(lambda attribute, value, _batch: edits.append((attribute, value)))
    with qtbot.waitExposed(form):
        form.show()
    form.activateWindow()
    form.show_record(Task("Alt"))
    form.take_focus()
    QTest.keyClicks(title.field.target, "er")
    due.field.setFocus()
    QTest.keyClicks(due.field.target, "morgen")
    title.field.setFocus()
    assert edits == [("title", "Alter")]
    assert "„morgen“ ist kein Datum" in due.below.text()
    assert due.field.target.accessibleDescription() == due.below.text()
    due.field.setFocus()
    QTest.keyClick(due.field.target, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(due.field.target, "3/2027")
    form.flush()
    assert edits[-1] == ("due", date(2027, 3, 31))
    assert due.below.text() == "Monat oder Tag"
    assert due.field.target.accessibleName() == "Bis"
    assert form.attributes == ("title", "due")
