"""Words with an audience, and the sections of documents made of them, fit into narrow places."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from advisor_app.documents.kind import TextBlock
from advisor_app.domain.case import SectionKey
from advisor_app.domain.words import Words
from advisor_app.services.document_offer import WritableSection
from advisor_app.ui.pages.documents.section_editor import SectionField
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.audience_field import WordsField

TITLE = "Einschätzung zu 4.2 Organisation, Zuständigkeiten und Geld in der Verwaltung"


def test_a_long_label_breaks_instead_of_widening_its_place(qtbot: QtBot, theming: Theming) -> None:
    field = WordsField(theming, TITLE)
    qtbot.addWidget(field)
    assert field.minimumSizeHint().width() < field.fontMetrics().horizontalAdvance(TITLE)


def test_the_picture_of_the_audience_grows_with_the_type(qtbot: QtBot, theming: Theming) -> None:
    field = WordsField(theming, TITLE)
    qtbot.addWidget(field)
    box = field.findChild(QComboBox)
    assert box is not None
    small = box.iconSize()
    theming.set_zoom(200)
    assert box.iconSize() == small * 2


def test_the_ways_of_a_section_break_into_lines(qtbot: QtBot, context: PageContext) -> None:
    section = WritableSection(
        key=SectionKey("result-report", "a1", "summary"),
        title=TITLE,
        proposal="Vorschlag.",
        words=Words(),
        blocks=(TextBlock("Baustein", "Text."),),
    )
    field = SectionField(context, section)
    qtbot.addWidget(field)
    assert not field.take.isHidden()
    assert not field.insert.isHidden()
    both = field.take.minimumSizeHint().width() + field.insert.minimumSizeHint().width()
    assert field.minimumSizeHint().width() < both
