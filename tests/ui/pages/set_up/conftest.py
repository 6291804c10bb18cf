"""The window on a step of a case that is being set up, and what tests do there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from advisor_app.domain.case import Case
from advisor_app.ui.pages.set_up import SetUpPage
from advisor_app.ui.pages.set_up.contacts_step import ContactsStep
from advisor_app.ui.pages.set_up.modules_step import ModulesStep
from advisor_app.ui.shell.main_window import MainWindow
from tests.ui.conftest import COMMUNE

CONTROL = Qt.KeyboardModifier.ControlModifier


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def page_of(window: MainWindow) -> SetUpPage:
    page = window.page
    assert isinstance(page, SetUpPage)
    QApplication.sendPostedEvents()
    return page


def case_of(window: MainWindow) -> Case:
    assert window.bridge is not None
    return window.bridge.case


def draft(window: MainWindow, step: str = "modules", *modules: str) -> SetUpPage:
    session = window.workspace.cases.create(COMMUNE, modules, draft=True)
    window.open_case(session.case.id, "set-up", step)
    return page_of(window)


@pytest.fixture
def modules(main_window: MainWindow) -> ModulesStep:
    """The step of the modules in a fresh draft."""
    step = draft(main_window).step
    assert isinstance(step, ModulesStep)
    return step


def tick(qtbot: QtBot, step: ModulesStep, *names: str) -> None:
    for name in names:
        step.cards[name].setFocus()
        qtbot.keyClick(step.cards[name], Qt.Key.Key_Space)


@pytest.fixture
def contacts(main_window: MainWindow) -> ContactsStep:
    """The step of the people in a fresh draft."""
    step = draft(main_window, "contacts", "M4").step
    assert isinstance(step, ContactsStep)
    return step
