"""The main job by real clicks and keys in one window: from a commune's name to paper, and all of it after a restart."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from advisor_app.domain.assessment import AnswerState
from advisor_app.domain.case import Case
from advisor_app.domain.questionnaire import QuestionType
from advisor_app.ui.pages.agenda import AgendaPage
from advisor_app.ui.pages.assessment import AssessmentPage
from advisor_app.ui.pages.cases import CasesPage
from advisor_app.ui.pages.documents import DocumentsPage
from advisor_app.ui.pages.plan import PlanPage
from advisor_app.ui.pages.plan.proposals_panel import ProposalRow
from advisor_app.ui.pages.results import ResultsPage
from advisor_app.ui.pages.set_up import NewCasePage, SetUpPage
from advisor_app.ui.pages.use_case import UseCasePage
from advisor_app.ui.shell.main_window import MainWindow

Stored = Callable[[str], Case]
P = TypeVar("P", bound=QWidget)

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def data_folder(tmp_path: Path) -> Path:
    """A data folder in which nobody has worked yet."""
    return tmp_path / "data"


@pytest.fixture
def window(qtbot: QtBot, main_window: MainWindow) -> MainWindow:
    main_window.activateWindow()
    qtbot.waitUntil(main_window.isVisible)
    return main_window


def page_of(qtbot: QtBot, window: MainWindow, kind: type[P]) -> P:
    """The page on screen, once it is of this kind."""
    qtbot.waitUntil(lambda: isinstance(window.page, kind))
    page = window.page
    assert isinstance(page, kind)
    return page


def click(qtbot: QtBot, within: QWidget, words: str) -> None:
    """Click the button with these words, as soon as it is there."""

    def found() -> list[QAbstractButton]:
        buttons = within.findChildren(QAbstractButton)
        return [item for item in buttons if item.isVisible() and item.isEnabled() and words in item.text()]

    qtbot.waitUntil(lambda: bool(found()))
    qtbot.mouseClick(found()[0], LEFT)


def go_to(qtbot: QtBot, window: MainWindow, words: str, kind: type[P]) -> P:
    """Choose a page in the rail."""
    click(qtbot, window.rail, words)
    return page_of(qtbot, window, kind)


def case_of(window: MainWindow) -> Case:
    assert window.bridge is not None
    return window.bridge.case


def file_the_recovery_sheet(qtbot: QtBot, page: NewCasePage, file: Path) -> None:
    """The step before the first real case: the sheet saved, its last group typed."""
    panel = page.first_sheet.panel
    panel.choose_file = partial(_answer, file)
    panel.show_file = lambda _: None
    click(qtbot, panel, "Als PDF speichern")
    qtbot.waitUntil(lambda: str(file) in panel.words)
    words = "".join(PdfReader(file).pages[0].extract_text().split())
    code = words.partition("Wiederherstellungscode")[2][:30]
    qtbot.mouseClick(panel.filed, LEFT, pos=QPoint(8, panel.filed.height() // 2))
    qtbot.keyClicks(panel.group, code.rpartition("-")[2])
    click(qtbot, panel, "Bestätigen und weiter")


def open_a_case(
    qtbot: QtBot, window: MainWindow, folder: Path, title: str = "Smart Region", booked: tuple[str, ...] = ("M4",)
) -> None:
    """Fall anlegen: a real commune by three letters, the recovery sheet, a module by its title, and on to the end."""
    cases = page_of(qtbot, window, CasesPage)
    click(qtbot, cases, "Fall anlegen")
    new = page_of(qtbot, window, NewCasePage)
    qtbot.keyClicks(new.choice.picker.search, "elt")
    assert new.choice.picker.results.titles[0] == "Stadt Eltville am Rhein"
    qtbot.keyClick(new.choice.picker.search, Qt.Key.Key_Return)
    file_the_recovery_sheet(qtbot, new, folder / "wiederherstellung.pdf")
    set_up = page_of(qtbot, window, SetUpPage)
    module = next(box for box in set_up.findChildren(QCheckBox) if box.isVisible() and title in box.accessibleName())
    module.setFocus()
    qtbot.keyClick(module, Qt.Key.Key_Space)
    assert case_of(window).modules == booked
    for words in ("Weiter zu Ansprechpersonen", "Weiter zu Termine", "Weiter zu Prüfen", "Fall anlegen"):
        click(qtbot, set_up, words)
    qtbot.waitUntil(lambda: not case_of(window).head.draft)


def answer_everything(qtbot: QtBot, window: MainWindow) -> None:
    """Every cross-cutting question and two impact areas, by keyboard."""
    page = go_to(qtbot, window, "Erhebung", AssessmentPage)
    click(qtbot, page, "Wirkungsbereiche")
    click(qtbot, page, "WB2")
    click(qtbot, page, "WB8")
    assessment = case_of(window).default_assessment()
    assert assessment is not None
    assert assessment.areas == ("WB2", "WB8")
    page.open_item("4.1.1")
    page.setFocus()
    questionnaire = window.workspace.questionnaires.of(assessment)
    types = {question.id: question.type for question in questionnaire.questions}
    seen: list[str] = []
    while not seen or page.current_question != seen[-1]:
        seen.append(page.current_question)
        if types[seen[-1]] is QuestionType.LEVEL:
            qtbot.keyClick(page, Qt.Key.Key_3 if seen[-1] == "4.4.4" else Qt.Key.Key_2)
        page.setFocus()
        qtbot.keyClick(page, Qt.Key.Key_Down)
    answers = case_of(window).answers[assessment.id]
    cross_or_chosen = ("4.", "WB2.", "WB8.")
    asked = [name for name, kind in types.items() if kind is QuestionType.LEVEL and name.startswith(cross_or_chosen)]
    assert len(asked) == 21 + 8
    assert all(answers[name].state is AnswerState.ANSWERED for name in asked)


def describe_a_use_case(qtbot: QtBot, window: MainWindow) -> None:
    page = go_to(qtbot, window, "Anwendungsfall", UseCasePage)
    click(qtbot, page, "nlegen")
    qtbot.waitUntil(lambda: len(case_of(window).use_cases) == 1)
    title = next(item for item in page.findChildren(QLineEdit) if item.accessibleName() == "Titel")
    title.setFocus()
    title.selectAll()
    qtbot.keyClicks(title, "Pegelwarnung am Rhein")
    assert page.flush()
    assert [item.title for item in case_of(window).use_cases.values()] == ["Pegelwarnung am Rhein"]


def take_measures(qtbot: QtBot, window: MainWindow) -> int:
    page = go_to(qtbot, window, "Umsetzungsplan", PlanPage)
    click(qtbot, page, "Vorschläge")
    qtbot.waitUntil(lambda: any(row.isVisible() for row in page.findChildren(ProposalRow)))
    for row in page.findChildren(ProposalRow)[:3]:
        row.box.setFocus()
        qtbot.keyClick(row.box, Qt.Key.Key_Space)
    click(qtbot, page, "Übernehmen")
    qtbot.waitUntil(lambda: bool(case_of(window).measures))
    return len(case_of(window).measures)


def run_the_first_step(qtbot: QtBot, window: MainWindow) -> None:
    page = go_to(qtbot, window, "Agenda", AgendaPage)
    click(qtbot, page, "Schritt beginnen")
    qtbot.waitUntil(lambda: any(step.started for day in case_of(window).agenda.values() for step in day.steps))


def _answer(file: Path, *_question: object) -> Path:
    """Stands for the file dialog."""
    return file


def _shows(page: DocumentsPage, words: str) -> bool:
    return page.preview.page_count > 0 and words in page.preview.text_of(0)


def _says(page: DocumentsPage, words: str) -> bool:
    return words in page.made.words


def save_three_documents(qtbot: QtBot, window: MainWindow, folder: Path) -> dict[str, str]:
    """Preview each document and save it; returns the text of each file."""
    page = go_to(qtbot, window, "Dokumente", DocumentsPage)
    texts = {}
    for kind, words in (
        ("result-report", "Ergebnisbericht"),
        ("use-case", "Pegelwarnung am Rhein"),
        ("implementation-plan", "Umsetzungsplan"),
    ):
        page.open_item(kind)
        qtbot.waitUntil(partial(_shows, page, words))
        file = folder / f"{kind}.pdf"
        page.output.choose_file = partial(_answer, file)
        click(qtbot, page, "PDF speichern")
        qtbot.waitUntil(partial(_says, page, str(file)))
        reader = PdfReader(file)
        assert len(reader.pages) == page.preview.page_count
        texts[kind] = "\n".join(sheet.extract_text() for sheet in reader.pages)
    return texts


def test_from_a_name_to_paper_and_back_after_a_restart(
    qtbot: QtBot, window: MainWindow, stored: Stored, tmp_path: Path
) -> None:
    open_a_case(qtbot, window, tmp_path)
    answer_everything(qtbot, window)
    results = go_to(qtbot, window, "Ergebnisse", ResultsPage)
    standing = results.standing
    assert standing is not None
    assert standing.title == "Phase 3 „Erproben“"
    describe_a_use_case(qtbot, window)
    measures = take_measures(qtbot, window)
    run_the_first_step(qtbot, window)

    texts = save_three_documents(qtbot, window, tmp_path)
    assert "Phase 3" in texts["result-report"]
    assert "Stadt Eltville am Rhein" in texts["result-report"]
    for measure in case_of(window).measures.values():
        assert measure.id in texts["implementation-plan"]
        assert measure.title.split()[0] in texts["implementation-plan"]

    before = case_of(window)
    window.close()
    QApplication.processEvents()
    after = stored(before.id)
    assert after == before
    assert len(after.measures) == measures
