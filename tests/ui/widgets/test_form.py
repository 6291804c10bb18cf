"""A form stands in as many columns as fit."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.form import Form
from advisor_app.ui.widgets.value_field import TextLine


@pytest.fixture
def area(qtbot: QtBot) -> QScrollArea:
    """What a form stands in on a page: as wide as the window lets it be."""
    made = QScrollArea()
    made.setWidgetResizable(True)
    made.setFrameShape(QScrollArea.Shape.NoFrame)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def form(theming: Theming, area: QScrollArea, qtbot: QtBot) -> Form:
    """Two fields beside each other, one below them over the whole width."""
    made = Form(theming)
    made.add("title", "Titel des Anwendungsfalls", TextLine())
    made.add("status", "Bearbeitungsstand", TextLine())
    made.add("solution", "Lösung", TextLine(), span=2)
    area.setWidget(made)
    area.resize(800, 400)
    area.show()
    qtbot.waitExposed(area)
    return made


def place(form: Form, name: str) -> QPoint:
    return form.labelled(name).pos()


def needed(form: Form) -> int:
    return form.labelled("title").minimumSizeHint().width() + form.labelled("status").minimumSizeHint().width() + 16


def test_fields_stand_side_by_side_where_they_fit(form: Form) -> None:
    assert form.columns == 2
    assert place(form, "title").y() == place(form, "status").y()
    assert form.labelled("solution").width() == form.width()


def test_fields_stand_below_each_other_where_they_do_not_and_back(form: Form, area: QScrollArea, qtbot: QtBot) -> None:
    area.resize(needed(form) - 20, 400)
    qtbot.waitUntil(lambda: place(form, "status").y() > place(form, "title").y())
    assert form.columns == 1
    assert place(form, "solution").y() > place(form, "status").y()
    assert {form.labelled(name).width() for name in ("title", "status", "solution")} == {form.width()}
    area.resize(needed(form) + 20, 400)
    qtbot.waitUntil(lambda: place(form, "status").y() == place(form, "title").y())
    assert form.columns == 2


def test_a_larger_zoom_needs_fewer_columns(form: Form, area: QScrollArea, theming: Theming, qtbot: QtBot) -> None:
    area.resize(needed(form) + 20, 400)
    theming.set_zoom(200)
    qtbot.waitUntil(lambda: form.columns == 1)
    theming.set_zoom(100)
    qtbot.waitUntil(lambda: form.columns == 2)


def test_a_form_is_never_wider_than_its_widest_field_needs(form: Form) -> None:
    widest = max(form.labelled(name).minimumSizeHint().width() for name in form.attributes)
    assert form.minimumSizeHint().width() == widest
