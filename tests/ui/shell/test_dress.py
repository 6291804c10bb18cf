"""All that is seen wears the sheet, and nothing else costs anything when theme or size change."""

from collections import Counter

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QComboBox, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from advisor_app.override import override
from advisor_app.services.preferences import ThemeChoice
from advisor_app.ui.shell.main_window import MainWindow
from tests.ui.all_widgets import all_widgets
from tests.ui.conftest import COMMUNE

_DRESSED = (QAbstractButton, QAbstractScrollArea, QComboBox, QLabel, QLineEdit)
_PAGES = ("overview", "services", "e-file", "plan", "history")


class Restyled(QObject):
    """Counts by their page how many widgets get another style."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.found: Counter[str] = Counter()
        for name in _PAGES:
            page = window.stack.named(name)
            for widget in page.findChildren(QWidget) if page is not None else []:
                widget.setProperty("page-of-test", name)
                widget.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.StyleChange:
            self.found[watched.property("page-of-test")] += 1
        return False


@pytest.fixture
def window(main_window: MainWindow) -> MainWindow:
    """The window with a case of all modules, of which many pages were shown."""
    session = main_window.workspace.cases.create(COMMUNE, ("M1", "M2", "M3", "M4"))
    main_window.open_case(session.case.id)
    for name in _PAGES:
        main_window.show_page(name)
    return main_window


def undressed() -> list[str]:
    """Return what is seen of the program and wears no sheet."""

    def is_dressed(widget: QWidget | None) -> bool:
        return widget is not None and (bool(widget.styleSheet()) or is_dressed(widget.parentWidget()))

    seen = [widget for widget in all_widgets() if widget.isVisible() and isinstance(widget, _DRESSED)]
    return [f"{type(item).__name__} in {type(item.parentWidget()).__name__}" for item in seen if not is_dressed(item)]


def test_whatever_is_seen_is_dressed(qtbot: QtBot, window: MainWindow) -> None:
    for name in _PAGES:
        window.show_page(name)
        assert not undressed(), name
    window.commands.open_palette()
    qtbot.waitUntil(lambda: window.findChild(QLineEdit) is not None)
    assert not undressed()
    window.quick_entry.open()
    assert not undressed()
    window.handbook.open()
    assert not undressed()
    window.handbook.close()


def test_pages_that_nobody_sees_are_dressed_when_they_are_shown(window: MainWindow) -> None:
    restyled = Restyled(window)
    window.theming.choose(ThemeChoice.DARK)
    assert set(restyled.found) == {"history"}
    restyled.found.clear()
    window.theming.set_zoom(125)
    assert set(restyled.found) == {"history"}
    restyled.found.clear()
    window.show_page("plan")
    assert set(restyled.found) == {"plan"}
    restyled.found.clear()
    window.show_page("history")
    window.show_page("plan")
    assert not restyled.found


def test_a_change_reaches_each_widget_few_times_however_deep_it_stands(window: MainWindow) -> None:
    window.show_page("e-file")
    restyled = Restyled(window)
    page = window.stack.page
    assert page is not None
    window.theming.choose(ThemeChoice.DARK)
    assert restyled.found["e-file"] <= 3 * len(page.findChildren(QWidget))


def test_a_page_behind_a_lock_is_dressed_when_it_comes_back(window: MainWindow) -> None:
    window.show_pages(shown=False)
    page = window.stack.page
    assert page is not None
    worn = page.styleSheet()
    window.theming.choose(ThemeChoice.DARK)
    assert page.styleSheet() == worn
    window.show_pages(shown=True)
    assert page.styleSheet() == window.theming.look.sheet


def test_words_that_are_offered_below_a_field_look_like_the_rest(qtbot: QtBot, window: MainWindow) -> None:
    from advisor_app.ui.widgets.autosave import LineField

    window.show_page("overview")
    page = window.stack.page
    assert page is not None
    field = LineField(parent=page)
    popup = field.suggest(["Hauptamt", "Bauamt"]).popup()
    assert popup is not None
    field.show()
    field.setFocus(Qt.FocusReason.OtherFocusReason)
    qtbot.keyClicks(field, "amt")
    qtbot.waitUntil(popup.isVisible)
    assert not undressed()
    popup.hide()
