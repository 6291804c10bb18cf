"""Pages of the window in English: what packs say is translated, and German again in a German window."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTranslator
from PySide6.QtWidgets import QApplication, QLabel, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from advisor_app.resources_folder import resources_folder
from advisor_app.services.demo import ensure_example
from advisor_app.services.workspace import Workspace, open_workspace
from advisor_app.ui.pages.agenda import AgendaPage
from advisor_app.ui.pages.assessment import AssessmentPage
from advisor_app.ui.pages.results import ResultsPage
from advisor_app.ui.shell.background import BackgroundLane
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.page import CasePage, PageContext
from advisor_app.ui.shell.theming import Theming
from tests.ui.conftest import PREFERENCES, WAIT_MS, TestClock

Show = Callable[[type[CasePage], str], CasePage]


@pytest.fixture
def show(
    qtbot: QtBot, qapp: QApplication, data_folder: Path, clock: TestClock, lane: BackgroundLane, theming: Theming
) -> Iterator[Show]:
    """Show a page of the worked example in a window of a language, one after the other over one data folder."""
    opened: list[tuple[Workspace, CaseBridge]] = []
    translator = QTranslator()
    assert translator.load("advisor_app_en", str(resources_folder() / "i18n"))

    def close() -> None:
        qapp.removeTranslator(translator)
        for workspace, bridge in opened:
            bridge.close()
            workspace.close()
        opened.clear()

    def show_it(kind: type[CasePage], language: str) -> CasePage:
        close()
        if language == "en":
            qapp.installTranslator(translator)
        preferences = replace(PREFERENCES, language=language)
        workspace = open_workspace(data_folder, preferences, clock=clock, wait_ms=WAIT_MS)
        bridge = CaseBridge(workspace, workspace.cases.open(ensure_example(workspace)))
        opened.append((workspace, bridge))
        page = kind(PageContext(workspace=workspace, lane=lane, theming=theming), bridge)
        qtbot.addWidget(page)
        page.resize(1182, 690)
        with qtbot.waitExposed(page):
            page.show()
        page.setFocus()
        return page

    yield show_it
    close()


def texts_of(page: CasePage) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def words_of(page: CasePage) -> str:
    """Texts of a page with those that are drawn by paragraphs of their own."""
    return "\n".join((texts_of(page), *(item.accessibleName() for item in page.findChildren(QWidget))))


def spoken(page: CasePage) -> list[str]:
    return [card.accessibleName() for card in page.findChildren(QRadioButton) if card.isVisible()]


def test_a_question_with_its_anchors(show: Show) -> None:
    for language, text, anchor, dimension in (
        (
            "en",
            "How far has your digital or smart region strategy come?",
            "Level 2, partial: Draft without a council resolution",
            "Strategy and politics",
        ),
        (
            "de",
            "Wie weit ist Ihre Digital- oder Smart-Region-Strategie?",
            "Stufe 2, teilweise: Entwurf ohne politischen Beschluss",
            "Strategie und Politik",
        ),
    ):
        page = show(AssessmentPage, language)
        assert isinstance(page, AssessmentPage)
        page.open_item("4.1.1")
        assert text in texts_of(page)
        assert dimension in texts_of(page)
        assert anchor in spoken(page)


def test_a_choice_is_chosen_in_english_and_kept_in_german(qtbot: QtBot, show: Show) -> None:
    page = show(AssessmentPage, "en")
    assert isinstance(page, AssessmentPage)
    page.open_item("4.4.5")
    choice = next(card for card in page.findChildren(QRadioButton) if card.text() == "Survey on paper")
    qtbot.mouseClick(choice, Qt.MouseButton.LeftButton)
    assessment = page.bridge.case.default_assessment()
    assert assessment is not None
    assert page.bridge.case.answer(assessment.id, "4.4.5").text == "Befragung auf Papier"
    assert choice.isChecked()
    german = show(AssessmentPage, "de")
    assert isinstance(german, AssessmentPage)
    german.open_item("4.4.5")
    buttons = {card.text(): card for card in german.findChildren(QRadioButton)}
    assert buttons["Befragung auf Papier"].isChecked()
    assert "Survey on paper" not in buttons


def test_the_results(show: Show) -> None:
    for language, phase, dimension, level in (
        ("en", "Phase 3 “Trying out”", "Data and technology", "isolated"),
        ("de", "Phase 3 „Erproben“", "Daten und Technik", "punktuell"),
    ):
        page = show(ResultsPage, language)
        assert isinstance(page, ResultsPage)
        assert phase in texts_of(page)
        assert page.standing is not None
        (standing,) = [item for item in page.standing.dimensions if item.score.id == "4.3"]
        assert standing.title == dimension
        assert level in standing.level_words


def test_the_guidance_of_a_step(show: Show) -> None:
    for language, goal, moderation in (
        (
            "en",
            "Goal: The mandate of day 1 is confirmed, open questions are answered or assigned.",
            "Repeat the goal of the morning in one sentence and name the end.",
        ),
        (
            "de",
            "Ziel: Der Auftrag von Tag 1 ist bestätigt, offene Fragen sind beantwortet oder verteilt.",
            "Wiederholen Sie das Ziel des Vormittags in einem Satz und nennen Sie das Ende.",
        ),
    ):
        page = show(AgendaPage, language)
        assert goal in words_of(page)
        assert moderation in words_of(page)
