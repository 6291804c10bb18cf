"""Inhalte in the window: packs read, searched, checked, switched, exchanged and compared; by clicks and keys."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from advisor_app.charts.palette import load_theme
from advisor_app.domain.assessment import AssessmentKind
from advisor_app.services.preferences import ThemeChoice
from advisor_app.services.workspace import open_workspace
from advisor_app.ui.pages.contents import ContentsPage
from advisor_app.ui.shell.background import BackgroundLane, Job
from advisor_app.ui.shell.main_window import MainWindow
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.shell.theming import Theming
from tests.content.small_packs import replace_in, write_pack
from tests.faults import read_only
from tests.house_pack import NEW, OLD, write_house_pack
from tests.ui.conftest import COMMUNE, PREFERENCES

LEFT = Qt.MouseButton.LeftButton
TERM = '[[term]]\nid = "wort"\nterm = "Hauswort"\ntext = "{text}"\nsources = ["EV"]\ncertainty = "high"\n'


class _Choice:
    """Dialogs that answer with what a test puts in."""

    path: Path | None = None

    def open_file(self, _parent: QWidget, _title: str, _kinds: str) -> Path | None:
        return self.path

    def save_file(self, _parent: QWidget, _title: str, _proposed: str, _kinds: str) -> Path | None:
        return self.path

    def folder(self, _parent: QWidget, _title: str) -> Path | None:
        return self.path


@pytest.fixture
def choice() -> _Choice:
    return _Choice()


Open = Callable[[], ContentsPage]


@pytest.fixture
def page_of(qtbot: QtBot, main_window: MainWindow, choice: _Choice) -> Open:
    """Return the page as the window shows it now, with dialogs that a test answers."""

    def show() -> ContentsPage:
        main_window.show_page("contents")
        page = main_window.page
        assert isinstance(page, ContentsPage)
        page.exchange.open_file, page.exchange.save_file = choice.open_file, choice.save_file
        page.exchange.open_folder = choice.folder
        settled(qtbot, main_window)
        return page

    return show


@pytest.fixture
def house(data_folder: Path) -> Path:
    """A pack of one's own with one term, there before the window opens."""
    return write_pack(data_folder / "packs", "haus", {"glossary.toml": TERM.format(text="Ein Wort des Hauses.")})


def settled(qtbot: QtBot, window: MainWindow) -> None:
    """Wait for what was read, and for what that has asked for."""
    for _ in range(3):
        qtbot.waitUntil(lambda: window.is_ready and not window.lane.findChildren(Job), timeout=20_000)


def click(qtbot: QtBot, button: QWidget) -> None:
    assert button.isVisible()
    assert button.isEnabled()
    qtbot.mouseClick(button, LEFT)


def shown(page: ContentsPage) -> str:
    return page.reader.view.toPlainText()


def sections(page: ContentsPage) -> dict[str, str]:
    return {entry.key: entry.trailing for entry in page.side.sections.entries}


def below(page: ContentsPage, title: str) -> list[str]:
    return [entry.below for entry in page.side.packs.entries if entry.title == title]


# Reading


def test_all_packs_stand_at_the_left_with_version_and_state(page_of: Open) -> None:
    page = page_of()
    entries = page.side.packs.entries
    assert [entry.title.split(":")[0] for entry in entries] == [
        "Grundlagen für alle Module",
        "Modul 1",
        "Modul 2",
        "Modul 3",
        "Modul 4",
    ]
    assert all(entry.below[0].isdigit() and " · " in entry.below for entry in entries)
    assert "geladen" not in entries[0].below, "it was checked"
    assert "Fragen: " in page.head.words


def test_a_questionnaire_is_read_by_dimension_with_all_anchors(
    qtbot: QtBot, main_window: MainWindow, page_of: Open
) -> None:
    page = page_of()
    page.open_item("m4/questionnaire/4.3")
    settled(qtbot, main_window)
    questionnaire = main_window.workspace.catalog.questionnaires["m4"]
    dimension = next(item for item in questionnaire.dimensions if item.id == "4.3")
    assert page.reader.group.currentText() == f"4.3 {dimension.title}"
    for question in dimension.questions:
        assert f"{question.id}  {question.text}" in shown(page)
        for anchor in (*question.anchors, *question.anchors_short):
            assert anchor in shown(page)
    assert "4.1.1" not in [entry.key for entry in page.reader.view.entries]
    assert page.present_item() == "m4/questionnaire/4.3"
    page.reader.group.setFocus()
    qtbot.keyClick(page.reader.group, Qt.Key.Key_Down)
    assert page.reader.group.currentData() == "4.4"
    assert "4.4.1  " in shown(page)


def test_the_colours_of_the_levels_are_those_of_the_theme(
    qtbot: QtBot, main_window: MainWindow, page_of: Open, theming: Theming
) -> None:
    page = page_of()
    page.open_item("m4/questionnaire/4.1")
    settled(qtbot, main_window)
    cursor = page.reader.view.document().find("0")
    table = None
    while not cursor.isNull() and table is None:
        table = cursor.currentTable()
        cursor = page.reader.view.document().find("0", cursor)
    assert table is not None
    grounds = [table.cellAt(level, 0).format().background().color() for level in range(5)]
    assert grounds == [theming.colour(f"level.{level}.fill") for level in range(5)]
    assert [table.cellAt(level, 0).firstCursorPosition().block().text() for level in range(5)] == list("01234")


@pytest.mark.parametrize(
    ("item", "words"),
    [
        ("m4/about", "Braucht"),
        ("m4/agenda", "Moderation: "),
        ("m4/measures/4.1", "Erste Schritte"),
        ("m4/handout", "Wo Sie fragen können"),
        ("base/glossary", "OZG (Onlinezugangsgesetz)"),
        ("base/glossary", "Das OZG-Änderungsgesetz gilt seit dem 24. Juli 2024"),
        ("base/funding", "25.000 Euro je Kommune und Projekt"),
        ("base/facts", "Stand 21.11.2026, Quelle: "),
        ("base/services", "Nicht ganz sicher belegt."),
        ("base/maturity", "höchste Stufe: "),
        ("base/funding", "es zählt der Tag"),
    ],
)
def test_everything_in_a_pack_can_be_read(
    qtbot: QtBot, main_window: MainWindow, page_of: Open, item: str, words: str
) -> None:
    page = page_of()
    page.open_item(item)
    settled(qtbot, main_window)
    assert page.reader.place[0] == item.split("/")[1]
    assert words in shown(page)


def test_expired_facts_and_those_to_be_checked_are_marked(
    qtbot: QtBot, main_window: MainWindow, page_of: Open, data_folder: Path
) -> None:
    fact = '[[fact]]\nid = "f{number}"\ntext = "Satz {number}."\nas_of = 2025-01-01\nsources = ["EV"]\n'
    fact += 'certainty = "{sure}"\n'
    text = fact.format(number=1, sure="high") + "valid_to = 2026-09-13\n"
    text += fact.format(number=2, sure="low") + "check = 2026-09-01\n"
    write_pack(data_folder / "packs", "haus", {"facts.toml": text})
    page = page_of()
    page.open_item("haus/facts")
    settled(qtbot, main_window)
    for words in (
        "Stand 01.01.2025",
        "gilt bis 13.09.2026",
        "Abgelaufen am 13.09.2026",
        "Bis 01.09.2026 zu prüfen",
        "Unsicher: Bitte nur mit diesem Hinweis nennen.",
    ):
        assert words in shown(page)


def test_one_field_searches_the_whole_pack(qtbot: QtBot, main_window: MainWindow, page_of: Open) -> None:
    page = page_of()
    page.open_item("base/facts")
    settled(qtbot, main_window)
    qtbot.keyClick(page, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page.reader.search.hasFocus()
    qtbot.keyClicks(page.reader.search, "leika")
    qtbot.waitUntil(lambda: bool(page.reader.view.extraSelections()))
    assert sum(int(count) for count in sections(page).values()) >= len(page.reader.view.entries) > 0
    assert all("leika" in entry.folded for entry in page.reader.view.entries)
    assert not page.reader.group.isVisible()
    qtbot.keyClick(page.reader.search, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not page.reader.view.extraSelections())
    packs = main_window.workspace.packs
    assert sections(page)["facts"] == str(packs.all().packs[0].counts.facts)


def test_many_hits_are_cut_off_with_a_word(qtbot: QtBot, main_window: MainWindow, page_of: Open) -> None:
    page = page_of()
    page.open_item("m4/questionnaire")
    settled(qtbot, main_window)
    qtbot.keyClicks(page.reader.search, "die")
    qtbot.waitUntil(lambda: "Weitere Treffer" in shown(page))
    assert len(page.reader.view.entries) == 21


def test_text_can_be_selected_and_the_keyboard_reaches_everything(
    qtbot: QtBot, main_window: MainWindow, page_of: Open
) -> None:
    page = page_of()
    assert page.side.packs.hasFocus()
    qtbot.keyClick(page.side.packs, Qt.Key.Key_Up)
    settled(qtbot, main_window)
    reached = set()
    for _ in range(12):
        widget = main_window.focusWidget()
        reached.add(widget)
        qtbot.keyClick(widget, Qt.Key.Key_Tab)
    assert {page.side.packs, page.side.sections, page.head.check_button, page.reader.search} <= reached
    page.reader.view.setFocus()
    qtbot.keyClick(page.reader.view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert page.reader.view.textCursor().hasSelection()
    before = shown(page)
    qtbot.keyClicks(page.reader.view, "x")
    assert shown(page) == before


def test_what_is_shown_is_printed_in_the_colours_of_paper(
    qtbot: QtBot, main_window: MainWindow, page_of: Open, theming: Theming, tmp_path: Path
) -> None:
    page = page_of()
    page.open_item("m4/questionnaire/4.1")
    settled(qtbot, main_window)
    theming.choose(ThemeChoice.DARK)
    asked: list[str] = []

    def to_file(_parent: QWidget, title: str) -> QPrinter:
        asked.append(title)
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "out.pdf"))
        return printer

    page.reader.choose_printer = to_file
    qtbot.keyClick(page, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert asked == ["Fragebogen"]
    document = QPdfDocument()
    document.load(str(tmp_path / "out.pdf"))
    assert document.pageCount() > 1
    assert "4.1.1" in document.getAllText(0).text()
    picture = document.render(0, QSize(420, 594))
    document.close()
    assert picture.pixelColor(5, 5).alpha() == 0, "nothing is painted on the paper"
    found = {picture.pixelColor(x, y).name() for x in range(420) for y in range(0, 594, 3)}
    assert load_theme("light").colour("level.4.fill").lower() in found
    page.reader.choose_printer = lambda _parent, _title: None
    click(qtbot, page.reader.print_button)


def test_at_double_size_and_in_the_dark_everything_is_set_anew(
    qtbot: QtBot, main_window: MainWindow, page_of: Open, theming: Theming
) -> None:
    page = page_of()
    page.open_item("m4/questionnaire/4.1")
    settled(qtbot, main_window)
    before = page.reader.view.document().size().height()
    theming.set_zoom(200)
    assert page.reader.view.document().size().height() > before
    assert page.reader.view.document().size().width() <= page.reader.view.viewport().width()
    assert page.width() <= main_window.width()


# Checking


def test_a_broken_pack_is_told_and_can_be_switched_off(
    qtbot: QtBot, house: Path, main_window: MainWindow, page_of: Open
) -> None:
    replace_in(house / "glossary.toml", '"high"', '"sicher"')
    page = page_of()
    assert below(page, "Eigenes") == ["1.0.0 · eigenes Paket · fehlerhaft"]
    page.open_item("haus")
    settled(qtbot, main_window)
    assert "wird nicht benutzt" in page.head.words
    assert "glossary.toml, Zeile 6" in shown(page)
    assert not page.head.export_button.isEnabled()
    click(qtbot, page.head.off_button)
    settled(qtbot, main_window)
    assert below(page, "Eigenes") == ["1.0.0 · eigenes Paket · nicht geladen"]
    assert (house.parent / "haus.off").exists()


def test_checking_again_sees_what_has_changed(
    qtbot: QtBot, house: Path, main_window: MainWindow, page_of: Open
) -> None:
    page = page_of()
    page.open_item("haus/findings")
    settled(qtbot, main_window)
    assert "Die Prüfung hat nichts gefunden" in shown(page)
    replace_in(house / "glossary.toml", '"high"', '"high"\ncheck = 2026-01-01')
    click(qtbot, page.head.check_button)
    settled(qtbot, main_window)
    assert below(page, "Eigenes") == ["1.0.0 · eigenes Paket · Hinweise: 1"]
    assert "Hinweis · glossary.toml, Zeile 7" in shown(page)


def test_a_pack_that_is_not_used_shows_its_errors_too(
    qtbot: QtBot, house: Path, main_window: MainWindow, page_of: Open
) -> None:
    (house.parent / "haus.off").touch()
    replace_in(house / "glossary.toml", '"high"', '"sicher"')
    page = page_of()
    page.open_item("haus")
    settled(qtbot, main_window)
    assert below(page, "Eigenes") == ["1.0.0 · eigenes Paket · nicht geladen"]
    assert page.reader.place[0] == "findings"
    assert "glossary.toml, Zeile 6" in shown(page)
    assert list(sections(page)) == ["findings"]


def test_what_is_wanted_is_shown_also_where_the_packs_are_not_read_yet(qtbot: QtBot, main_window: MainWindow) -> None:
    main_window.show_page("contents", "m4/measures/4.2")
    settled(qtbot, main_window)
    page = main_window.page
    assert isinstance(page, ContentsPage)
    assert page.present_item() == "m4/measures/4.2"
    assert page.side.packs.current_key().endswith("m4")


# Switching


def test_a_pack_is_switched_off_and_the_data_are_opened_anew(
    qtbot: QtBot, house: Path, main_window: MainWindow, page_of: Open
) -> None:
    del house
    page = page_of()
    page.open_item("haus")
    settled(qtbot, main_window)
    assert not page.reopen_card.isVisible()
    case_id = main_window.workspace.cases.create(COMMUNE, ("M4",)).case.id
    click(qtbot, page.head.off_button)
    settled(qtbot, main_window)
    assert "Es ist abgeschaltet." in page.head.words
    click(qtbot, page.head.on_button)
    settled(qtbot, main_window)
    assert not page.reopen_card.isVisible(), "nothing is other than before"
    click(qtbot, page.head.off_button)
    settled(qtbot, main_window)
    assert "wort" in main_window.workspace.catalog.terms
    with qtbot.waitSignal(main_window.ready):
        click(qtbot, page.reopen_card.accept_button)
    settled(qtbot, main_window)
    again = main_window.page
    assert isinstance(again, ContentsPage)
    assert again is not page
    assert main_window.notice.text == "Die Daten sind neu geöffnet."
    assert "wort" not in main_window.workspace.catalog.terms
    assert not again.reopen_card.isVisible()
    assert main_window.workspace.cases.load(case_id).id == case_id


def test_where_the_data_may_only_be_read_packs_are_not_changed(
    qtbot: QtBot, house: Path, data_folder: Path, lane: BackgroundLane, theming: Theming
) -> None:
    del house
    open_workspace(data_folder, PREFERENCES).close()  # makes the database, which nothing can make later
    with read_only(data_folder):
        workspace = open_workspace(data_folder, PREFERENCES)
        _check_that_nothing_can_be_changed(qtbot, PageContext(workspace=workspace, lane=lane, theming=theming))
        workspace.close()


def _check_that_nothing_can_be_changed(qtbot: QtBot, context: PageContext) -> None:
    page = ContentsPage(context)
    qtbot.addWidget(page)
    page.show()
    page.open_item("haus")
    qtbot.waitUntil(lambda: not context.lane.findChildren(Job) and bool(page.reader.view.entries), timeout=20_000)
    for button in (page.side.workbook_button, page.side.folder_button, page.head.off_button):
        assert not button.isEnabled()
    assert page.head.export_button.isEnabled()
    assert [command.title for command in page.commands()] == ["Im Paket suchen", "Drucken", "Pakete prüfen"]


# Exchanging


def test_a_folder_is_taken_in_and_replaced_when_told(
    qtbot: QtBot, main_window: MainWindow, page_of: Open, choice: _Choice, tmp_path: Path, data_folder: Path
) -> None:
    page = page_of()
    for text, files in (("Erstes.", 1), ("Zweites.", 2)):
        choice.path = write_pack(tmp_path / text, "haus", {"glossary.toml": TERM.format(text=text)})
        click(qtbot, page.side.folder_button)
        settled(qtbot, main_window)
        if files == 2:
            assert "„haus“ gibt es schon" in page.exchange.replace_card.words
            assert "Erstes." in (data_folder / "packs" / "haus" / "glossary.toml").read_text(encoding="utf-8")
            qtbot.keyClick(page.exchange.replace_card.accept_button, Qt.Key.Key_Space)
            settled(qtbot, main_window)
        assert main_window.notice.text == "„haus“ ist eingelesen."
        assert len(below(page, "Eigenes")) == files
        assert page.reopen_card.isVisible()
    assert page.exchange.replace_card.words == ""
    kept = page.side.packs.entries[-1]
    assert "Fassung vor dem letzten Einlesen" in kept.below
    page.side.packs.setFocus()
    qtbot.keyClick(page.side.packs, Qt.Key.Key_End)
    settled(qtbot, main_window)
    assert "aufgehoben" in page.head.words
    click(qtbot, page.head.restore_button)
    settled(qtbot, main_window)
    assert "Erstes." in (data_folder / "packs" / "haus" / "glossary.toml").read_text(encoding="utf-8")


def test_the_question_whether_to_replace_can_be_left(
    qtbot: QtBot, house: Path, main_window: MainWindow, page_of: Open, choice: _Choice
) -> None:
    page = page_of()
    choice.path = house
    click(qtbot, page.side.folder_button)
    settled(qtbot, main_window)
    leave = page.exchange.replace_card.leave_button
    assert leave is not None
    click(qtbot, leave)
    assert page.exchange.replace_card.words == ""


def test_a_workbook_goes_out_and_comes_in(
    qtbot: QtBot, house: Path, main_window: MainWindow, page_of: Open, choice: _Choice, tmp_path: Path
) -> None:
    page = page_of()
    page.open_item("haus")
    settled(qtbot, main_window)
    choice.path = tmp_path / "haus.xlsx"
    click(qtbot, page.head.export_button)
    settled(qtbot, main_window)
    assert main_window.notice.text == f"Geschrieben: {choice.path}"
    (house / "glossary.toml").unlink()
    click(qtbot, page.side.workbook_button)
    settled(qtbot, main_window)
    click(qtbot, page.exchange.replace_card.accept_button)
    settled(qtbot, main_window)
    assert "Ein Wort des Hauses." in (house / "glossary.toml").read_text(encoding="utf-8")


def test_what_was_not_taken_in_is_told_line_by_line(
    qtbot: QtBot, main_window: MainWindow, page_of: Open, choice: _Choice, tmp_path: Path, data_folder: Path
) -> None:
    page = page_of()
    choice.path = write_pack(tmp_path, "haus", {"glossary.toml": TERM.format(text="")})
    click(qtbot, page.side.folder_button)
    settled(qtbot, main_window)
    assert "Nicht eingelesen: haus" in shown(page)
    assert "glossary.toml, Zeile 4" in shown(page)
    assert not (data_folder / "packs" / "haus").exists()
    choice.path = tmp_path / "keins.xlsx"
    choice.path.write_bytes(b"x")
    click(qtbot, page.side.workbook_button)
    settled(qtbot, main_window)
    assert "keins.xlsx" in main_window.notice.text
    choice.path = None
    for button in (page.side.workbook_button, page.side.folder_button, page.head.export_button):
        click(qtbot, button)
    assert not main_window.lane.findChildren(Job)


# Comparing


@pytest.fixture
def old_house(data_folder: Path) -> None:
    write_house_pack(data_folder, OLD)


@pytest.mark.usefixtures("old_house")
def test_a_cases_version_is_compared_with_todays(
    qtbot: QtBot, main_window: MainWindow, page_of: Open, data_folder: Path
) -> None:
    workspace = main_window.workspace
    session = workspace.cases.create(COMMUNE, ("M4",))
    workspace.assessments.create(session, AssessmentKind.WORKSHOP, "haus")
    write_house_pack(data_folder, NEW)
    page = page_of()
    page.open_item("haus/comparison")
    settled(qtbot, main_window)
    assert "Wählen Sie oben" in shown(page)
    qtbot.keyClick(page.reader.group, Qt.Key.Key_Down)
    settled(qtbot, main_window)
    assert page.reader.group.currentText() == f"Version {OLD}, wie in Fällen gefragt"
    for words in ("Geändert: 4", "Neu: 1", "Entfallen: ", "Entfallene Dimensionen: WB3", "Wie oft tagt der Rat dazu?"):
        assert words in shown(page)
    keys = [entry.key for entry in page.reader.view.entries]
    assert keys == ["summary", "H1.2", "H1.3", "H2.2", "H2.3", "H1.6", "H1.4", "HW.2"]
    document = page.reader.view.document()
    table = document.find("Wie oft tagt der Rat dazu?").currentTable()
    assert table is not None
    assert table.columns() == 3
    assert "nicht eins zu eins vergleichbar" in shown(page)


def test_without_another_version_that_is_said(qtbot: QtBot, main_window: MainWindow, page_of: Open) -> None:
    page = page_of()
    page.open_item("m1/comparison")
    settled(qtbot, main_window)
    assert "Es gibt keine andere Fassung" in shown(page)
    assert not page.reader.group.isVisible()
