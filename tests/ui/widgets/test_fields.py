"""Fields of forms: what they commit, when, and what they say to an input they cannot read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import Enum
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from advisor_app.domain.errors import AdvisorError
from advisor_app.texts import Texts, load_texts
from advisor_app.texts.numbers import format_cents, format_decimal
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.chips_field import ChipsField
from advisor_app.ui.widgets.choice_field import CheckField, ChoiceField
from advisor_app.ui.widgets.money_field import MoneyField, amount
from advisor_app.ui.widgets.month_field import EndField, StartField
from advisor_app.ui.widgets.parsed_field import NumberField, whole_number
from advisor_app.ui.widgets.rating import Rating
from advisor_app.ui.widgets.value_field import NamedLine, TextArea, TextLine, ValueField

TEXTS = load_texts("de")


class Desk:
    """A window with one field and another place for the focus; keeps what the field asks to commit."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self.window = QWidget()
        self.other = QLineEdit()
        self.column = QVBoxLayout(self.window)
        self.edits: list[tuple[Any, str]] = []
        self.complaints: list[str] = []
        qtbot.addWidget(self.window)

    def put(self, field: ValueField) -> None:
        self.column.addWidget(field)
        self.column.addWidget(self.other)
        field.set_name("Feld")
        field.edited.connect(lambda value, batch: self.edits.append((value, batch)))
        field.complained.connect(self.complaints.append)
        with self._qtbot.waitExposed(self.window):
            self.window.show()
        self.window.activateWindow()
        field.setFocus()
        self._qtbot.waitUntil(lambda: self.focus() is not None)

    def focus(self) -> QWidget | None:
        return QApplication.focusWidget()

    def type(self, text: str) -> None:
        focused = self.focus()
        assert focused is not None
        QTest.keyClicks(focused, text)

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        focused = self.focus()
        assert focused is not None
        QTest.keyClick(focused, key, modifier)

    def leave(self) -> None:
        self.other.setFocus()

    @property
    def values(self) -> list[Any]:
        return [value for value, _ in self.edits]


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    desk = Desk(qtbot)
    yield desk
    desk.window.hide()


@pytest.fixture
def texts() -> Texts:
    return TEXTS


def test_a_text_is_committed_when_it_is_left_in_one_batch(qtbot: QtBot, desk: Desk) -> None:
    field = TextLine("etwa so")
    desk.put(field)
    desk.type("Pegel")
    qtbot.waitUntil(lambda: bool(desk.edits))  # while one still types
    desk.type("messung")
    desk.leave()
    assert desk.values == ["Pegel", "Pegelmessung"]
    assert len({batch for _, batch in desk.edits}) == 1
    field.setFocus()
    desk.type("!")
    desk.leave()
    assert desk.edits[-1][1] != desk.edits[0][1]


def test_several_lines_are_committed_as_they_are(desk: Desk) -> None:
    field = TextArea()
    desk.put(field)
    desk.type("eins")
    desk.key(Qt.Key.Key_Return)
    desk.type("zwei")
    field.flush()
    assert desk.values == ["eins\nzwei"]


def test_a_named_thing_is_shown_by_its_name_and_kept_by_its_id(desk: Desk) -> None:
    field = NamedLine({"H": "Starke Heimat Hessen"})
    desk.put(field)
    field.show_value("H")
    assert field.line.text() == "Starke Heimat Hessen"
    field.line.selectAll()
    desk.type("Stiftung")
    desk.leave()
    field.setFocus()
    field.line.selectAll()
    desk.type("Starke Heimat Hessen")
    popup = field.line.completer().popup()
    assert popup is not None
    popup.hide()
    desk.leave()
    assert desk.values == ["Stiftung", "H"]


def test_a_suggestion_is_committed_at_once(desk: Desk) -> None:
    field = TextLine(suggestions=("Bauhof", "Brandschutz"))
    desk.put(field)
    desk.type("brand")
    completer = field.line.completer()
    assert completer is not None
    completer.activated.emit("Brandschutz")
    assert field.line.text() == "Brandschutz"
    assert desk.values == ["Brandschutz"]


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("4800", 480000),
        ("4.800", 480000),
        ("4.800,5", 480050),
        ("2.428,50 €", 242850),
        ("0", 0),
        ("4.80", 480),
        ("", None),
    ],
)
def test_amounts_are_read_as_people_write_them(text: str, cents: int | None) -> None:
    assert amount("Betrag", "de", None)(text) == cents


@pytest.mark.parametrize("text", ["abc", "1,234", "4.8000", "-5", "1.2.3", "4,", "9" * 20])
def test_what_is_no_amount_is_refused(text: str) -> None:
    with pytest.raises(AdvisorError):
        amount("Betrag", "de", None)(text)


@given(st.integers(0, 10**12), st.sampled_from(["de", "en"]))
def test_an_amount_is_read_as_it_was_written(cents: int, language: str) -> None:
    assert amount("Betrag", language, None)(format_cents(cents, language)) == cents


@given(st.integers(0, 10**9), st.sampled_from(["de", "en"]))
def test_a_number_is_read_as_it_was_written(number: int, language: str) -> None:
    parse = whole_number("Stunden", language, low=0, high=10**9, empty=0)
    assert parse(format_decimal(number, 0, language)) == number


def test_an_amount_is_committed_in_cents_and_written_out_on_leaving(desk: Desk, theming: Theming, texts: Texts) -> None:
    field = MoneyField(theming, texts, "Betrag")
    desk.put(field)
    desk.type("4800,5")
    desk.leave()
    assert desk.values == [480050]
    assert field.line.text() == "4.800,50"
    assert desk.complaints == []


def test_a_wrong_input_is_named_and_stays_to_be_mended(desk: Desk, theming: Theming, texts: Texts) -> None:
    field = MoneyField(theming, texts, "Betrag")
    desk.put(field)
    field.show_value(100)
    field.line.selectAll()
    desk.type("viel")
    desk.leave()
    assert desk.values == []
    assert desk.complaints == [
        "Der Wert „viel“ passt nicht zu „Betrag“. Der bisherige Wert ist erhalten. Bitte berichtigen Sie die Eingabe."
    ]
    field.show_value(100)  # another field of the record was edited
    assert field.line.text() == "viel"
    field.setFocus()
    field.line.selectAll()
    desk.type("250")
    desk.leave()
    assert desk.values == [25000]
    assert desk.complaints[-1] == ""


def test_a_half_typed_date_is_not_complained_about(qtbot: QtBot, desk: Desk, theming: Theming, texts: Texts) -> None:
    field = StartField(theming, texts)
    desk.put(field)
    desk.type("03/20")
    with qtbot.waitSignal(field.line.edited):
        pass
    assert desk.complaints == []
    desk.type("27")
    desk.key(Qt.Key.Key_Return)
    assert desk.values == [date(2027, 3, 1)]


def test_a_month_is_its_first_or_its_last_day(desk: Desk, theming: Theming, texts: Texts) -> None:
    field = EndField(theming, texts)
    desk.put(field)
    desk.type("2/2027")
    desk.leave()
    assert desk.values == [date(2027, 2, 28)]
    assert field.line.text() == "02/2027"
    field.show_value(date(2027, 2, 15))
    assert field.line.text() == "15.02.2027"
    field.setFocus()
    field.line.clear()
    field.flush()
    assert desk.values[-1] is None


def test_arrows_move_a_month(desk: Desk, theming: Theming, texts: Texts) -> None:
    field = EndField(theming, texts)
    desk.put(field)
    field.show_value(date(2027, 2, 28))
    desk.key(Qt.Key.Key_Up)
    desk.key(Qt.Key.Key_Up)
    desk.key(Qt.Key.Key_Down)
    assert desk.values == [date(2027, 3, 31), date(2027, 4, 30), date(2027, 3, 31)]
    field.show_value(date(9999, 12, 31))
    desk.key(Qt.Key.Key_Up)
    assert len(desk.values) == 3


def test_a_number_keeps_its_bounds(desk: Desk, theming: Theming, texts: Texts) -> None:
    field = NumberField(theming, texts, "Förderquote", high=100, unit="%")
    desk.put(field)
    field.show_value(99)
    desk.key(Qt.Key.Key_Up)
    desk.key(Qt.Key.Key_Up)
    assert desk.values == [100]
    field.line.selectAll()
    desk.type("120")
    desk.leave()
    assert desk.values == [100]
    assert "„120“" in desk.complaints[-1]


class Colour(Enum):
    RED = "rot"
    BLUE = "blau"


def test_a_choice_is_committed_at_once_and_never_by_the_wheel(desk: Desk) -> None:
    field = ChoiceField([(colour, colour.value) for colour in Colour])
    desk.put(field)
    field.show_value(Colour.RED)
    desk.key(Qt.Key.Key_Down)
    assert desk.edits == [(Colour.BLUE, "")]
    wheel = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(field.box, wheel)
    assert field.box.currentText() == "blau"
    assert len(desk.edits) == 1


def test_other_choices_keep_what_is_chosen(desk: Desk) -> None:
    field = ChoiceField([(None, "wie berechnet (A)"), ("B", "B")])
    desk.put(field)
    field.show_value("B")
    field.set_choices([(None, "wie berechnet (C)"), ("B", "B")])
    assert field.box.currentText() == "B"
    assert desk.edits == []


def test_a_box_is_ticked(desk: Desk) -> None:
    field = CheckField("gemeinsam")
    desk.put(field)
    desk.key(Qt.Key.Key_Space)
    assert desk.edits == [(True, "")]


def test_a_rating_is_chosen_by_figure_or_click_and_emptied(qtbot: QtBot, desk: Desk, theming: Theming) -> None:
    field = Rating(theming, "gering", "hoch")
    desk.put(field)
    field.edited.connect(lambda value, _batch: field.show_value(value))
    desk.key(Qt.Key.Key_4)
    desk.key(Qt.Key.Key_4)
    desk.key(Qt.Key.Key_Delete)
    qtbot.mouseClick(field.buttons[5], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(field.buttons[5], Qt.MouseButton.LeftButton)
    assert desk.values == [4, None, 5, None]
    assert not any(button.isChecked() for button in field.buttons.values())
    assert field.buttons[5].accessibleName() == "Feld: 5 von 5, hoch"


def test_arrows_only_move_within_a_rating(desk: Desk, theming: Theming) -> None:
    field = Rating(theming, "gering", "hoch")
    desk.put(field)
    field.show_value(2)
    desk.key(Qt.Key.Key_Right)
    assert desk.focus() is field.buttons[3]
    assert desk.values == []
    desk.key(Qt.Key.Key_Space)
    assert desk.values == [3]


def test_a_rating_is_one_stop_of_the_tab_key(desk: Desk, theming: Theming) -> None:
    field = Rating(theming, "gering", "hoch")
    desk.put(field)
    field.show_value(3)
    desk.other.setFocus()
    desk.key(Qt.Key.Key_Backtab)
    assert desk.focus() is field.buttons[3]
    desk.key(Qt.Key.Key_Tab)
    assert desk.focus() is desk.other


def test_chips_keep_their_order_and_what_they_do_not_know(qtbot: QtBot, desk: Desk, theming: Theming) -> None:
    field = ChipsField(theming, [("WB1", "WB1 Verwaltung", ""), ("WB2", "WB2 Umwelt", ""), ("WB8", "WB8 Schutz", "")])
    desk.put(field)
    field.show_value(("WB8", "WB99"))
    qtbot.mouseClick(field.chips["WB2"], Qt.MouseButton.LeftButton)
    assert desk.edits == [(("WB2", "WB8", "WB99"), "")]
