"""Lines of a painted text: between words where that goes, else with a hyphen where German breaks a word."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFontMetrics

from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.broken_lines import lines_of

TITLE = "Wirkungsbereiche wählen"


@pytest.mark.usefixtures("qtbot")
def test_words_stay_whole_where_they_fit(theming: Theming) -> None:
    font = theming.font()
    metrics = QFontMetrics(font)
    assert lines_of(TITLE, font, metrics.horizontalAdvance(TITLE), "de") == [TITLE]
    assert lines_of(TITLE, font, metrics.horizontalAdvance(TITLE) - 1, "de") == ["Wirkungsbereiche", "wählen"]


@pytest.mark.usefixtures("qtbot")
def test_a_word_wider_than_a_line_gets_a_hyphen(theming: Theming) -> None:
    font = theming.font()
    room = QFontMetrics(font).horizontalAdvance("Wirkungsbe")
    lines = lines_of(TITLE, font, room, "de")
    assert lines == ["Wirkungs-", "bereiche", "wählen"]
    assert all(QFontMetrics(font).horizontalAdvance(line) <= room for line in lines)


@pytest.mark.usefixtures("qtbot")
def test_a_width_too_small_for_a_syllable_still_shows_every_letter(theming: Theming) -> None:
    lines = lines_of(TITLE, theming.font(), 1, "de")
    assert "".join(lines).replace("-", "") == TITLE.replace(" ", "")
