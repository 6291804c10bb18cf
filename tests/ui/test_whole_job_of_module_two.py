"""The main job with another module than the fourth: no phases, no impact areas, confidential questions."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from advisor_app.domain.agenda import Section
from advisor_app.ui.pages.agenda import AgendaPage
from advisor_app.ui.pages.assessment import AssessmentPage
from advisor_app.ui.pages.assessment.cover import Cover
from advisor_app.ui.pages.documents import DocumentsPage
from advisor_app.ui.pages.overview import OverviewPage
from advisor_app.ui.pages.results import ResultsPage
from advisor_app.ui.shell.main_window import MainWindow
from tests.ui.test_whole_job import (
    Stored,
    _answer,
    _says,
    _shows,
    case_of,
    click,
    go_to,
    open_a_case,
    page_of,
    run_the_first_step,
    take_measures,
)

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


def answer_in_the_round(qtbot: QtBot, window: MainWindow) -> list[str]:
    """Press 2 at every question, one after the other; returns those that stayed covered."""
    page = go_to(qtbot, window, "Erhebung", AssessmentPage)
    cover = page.findChild(Cover)
    assert cover is not None
    assert page.assessment is not None
    page.open_item("2.1.1")
    page.setFocus()
    covered: list[str] = []
    seen: list[str] = []
    while not seen or page.current_question != seen[-1]:
        seen.append(page.current_question)
        if cover.isVisible():
            covered.append(seen[-1])
        qtbot.keyClick(page, Qt.Key.Key_2)
        page.setFocus()
        qtbot.keyClick(page, Qt.Key.Key_Down)
    answers = case_of(window).answers[page.assessment.id]
    assert not set(covered) & set(answers)
    return covered


def answer_alone(qtbot: QtBot, window: MainWindow, covered: list[str]) -> None:
    """Uncover each of the others, and answer it."""
    page = page_of(qtbot, window, AssessmentPage)
    cover = page.findChild(Cover)
    assert cover is not None
    for name in covered:
        page.open_item(name)
        qtbot.mouseClick(cover.button, LEFT)
        qtbot.keyClick(page, Qt.Key.Key_1)


def open_the_targets(qtbot: QtBot, window: MainWindow) -> ResultsPage:
    """From the agenda's step to its page, by its key."""
    agenda = go_to(qtbot, window, "Agenda", AgendaPage)
    steps = [step for day in case_of(window).agenda.values() for step in day.steps]
    agenda.open_item(next(step.id for step in steps if step.section is Section.TARGETS))
    agenda.take_focus()
    qtbot.keyClick(agenda.days.timeline, Qt.Key.Key_E)
    return page_of(qtbot, window, ResultsPage)


def save(qtbot: QtBot, window: MainWindow, kind: str, words: str, file: Path) -> str:
    """Preview a document, save it, and read it."""
    page = page_of(qtbot, window, DocumentsPage)
    page.open_item(kind)
    qtbot.waitUntil(partial(_shows, page, words))
    page.output.choose_file = partial(_answer, file)
    click(qtbot, page, "PDF speichern")
    qtbot.waitUntil(partial(_says, page, str(file)))
    return "\n".join(sheet.extract_text() for sheet in PdfReader(file).pages)


def test_module_two_from_a_name_to_paper(qtbot: QtBot, window: MainWindow, stored: Stored, tmp_path: Path) -> None:
    open_a_case(qtbot, window, tmp_path, "Umsetzungsberatung", ("M2",))
    assert [day.template for day in case_of(window).agenda.values()] == ["m2-tag1", "m2-tag2"]
    run_the_first_step(qtbot, window)

    covered = answer_in_the_round(qtbot, window)
    assert covered == ["2.5.2", "2.5.3", "2.5.4", "2.5.5"]
    answer_alone(qtbot, window, covered)
    (assessment,) = case_of(window).assessments.values()
    questions = window.workspace.questionnaires.of(assessment).questions
    answers = case_of(window).answers[assessment.id]
    assert set(covered) <= set(answers)

    results = open_the_targets(qtbot, window)
    standing = results.standing
    assert standing is not None
    assert standing.title == "Stufe 2, teilweise"
    assert (standing.steps, standing.unmet, standing.areas) == (None, (), ())
    shown = [label.text() for label in window.findChildren(QLabel) if label.isVisible()]
    assert not any("Phase" in words for words in shown)
    measures = take_measures(qtbot, window)
    assert all(item.dimension.startswith("2.") for item in case_of(window).measures.values())
    overview = go_to(qtbot, window, "Überblick", OverviewPage)
    click(qtbot, overview, "Wert ")
    click(qtbot, page_of(qtbot, window, ResultsPage), "Bericht erstellen")

    report = save(qtbot, window, "result-report", "Ergebnisbericht Modul 2", tmp_path / "bericht.pdf")
    plan = save(qtbot, window, "implementation-plan", "Umsetzungsplan", tmp_path / "plan.pdf")
    assert "Phase" not in report + plan
    assert "2 Umsetzungsberatung" in plan
    confidential = [item for item in questions if item.confidential]
    for question in confidential:
        anchor = question.anchors[answers[question.id].level or 0]
        assert anchor.split(";")[0][:40] not in report.replace("\n", " ")

    before = case_of(window)
    window.close()
    QApplication.processEvents()
    after = stored(before.id)
    assert after == before
    assert len(after.measures) == measures
