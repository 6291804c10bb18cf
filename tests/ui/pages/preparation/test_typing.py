"""Vorbereitung: answers typed beside the pages of a copy that programs cannot read, or from paper."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from advisor_app.domain.assessment import AnswerState
from advisor_app.domain.sent_form import FormStage, SentForm
from advisor_app.questions.level.editor import LevelCard
from advisor_app.ui.pages.preparation import PreparationPage
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.page import PageContext
from tests.ui.pages.preparation.conftest import (
    LEFT,
    Desk,
    choose,
    drop,
    flat,
    returned,
    row_of,
    survey,
    wait_for_previews,
)


def test_a_flat_copy_is_typed_beside_its_pages(
    qtbot: QtBot,
    page: PreparationPage,
    bridge: CaseBridge,
    desk: Desk,
    made: dict[str, SentForm],
    tmp_path: Path,
) -> None:
    assert drop(page, flat(desk, made["HA"], tmp_path / "scan.pdf"))
    wait_for_previews(qtbot, page, 1)
    (card,) = page.returns.cards
    assert page.returns.confirm_button.isHidden()
    card.which.setCurrentIndex(card.which.findData(made["HA"].number))
    qtbot.mouseClick(card.type_button, LEFT)
    panel = page.typing_panel
    qtbot.waitUntil(lambda: panel.pictures.count > 0)
    asked = [question.id for question in panel.typed.questions]  # type: ignore[union-attr]  # it is begun
    assert asked == list(made["HA"].questions)
    qtbot.keyClick(panel, Qt.Key.Key_2)  # leads on
    qtbot.keyClick(panel, Qt.Key.Key_U)
    qtbot.keyClick(panel, Qt.Key.Key_Up)
    panel.note.setFocus()
    qtbot.keyClicks(panel.note, "mit Stift")
    qtbot.keyClick(panel.note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert "answers" in panel.drafts.texts
    qtbot.mouseClick(panel.done_button, LEFT)
    wait_for_previews(qtbot, page, 1)
    assert "abgetippt · neu 2" in page.returns.cards[0].words
    qtbot.mouseClick(page.returns.confirm_button, LEFT)
    form = bridge.case.sent_forms[made["HA"].number]
    assert form.returns[0].typed
    said = bridge.case.statements[survey(bridge)]
    assert (said[asked[0], "HA"].level, said[asked[0], "HA"].note.text) == (2, "mit Stift")
    assert said[asked[1], "HA"].state is AnswerState.UNKNOWN
    assert panel.drafts.texts == {}


def test_answers_are_typed_from_paper(
    qtbot: QtBot, page: PreparationPage, bridge: CaseBridge, made: dict[str, SentForm]
) -> None:
    choose(qtbot, row_of(page, "HA"), "Antworten abtippen …")
    panel = page.typing_panel
    assert panel.isVisible()
    for key in (Qt.Key.Key_1, Qt.Key.Key_Down, Qt.Key.Key_3):
        qtbot.keyClick(panel, key)
    qtbot.keyClick(panel, Qt.Key.Key_Left)
    qtbot.keyClick(panel, Qt.Key.Key_Delete)
    qtbot.mouseClick(panel.done_button, LEFT)
    assert page.returns.isVisible()
    qtbot.mouseClick(page.returns.confirm_button, LEFT)
    (returned_form,) = bridge.case.sent_forms[made["HA"].number].returns
    assert (returned_form.typed, returned_form.file_digest, returned_form.answers) == (True, "", 1)


def test_what_was_typed_is_not_lost_by_going_back_or_by_discarding(
    qtbot: QtBot, page: PreparationPage, bridge: CaseBridge, made: dict[str, SentForm]
) -> None:
    choose(qtbot, row_of(page, "HA"), "Antworten abtippen …")
    panel = page.typing_panel
    qtbot.keyClick(panel, Qt.Key.Key_3)
    qtbot.mouseClick(panel.done_button, LEFT)
    assert page.returns.leave_button.text() == "Zurück zum Abtippen"
    qtbot.mouseClick(page.returns.leave_button, LEFT)
    assert panel.isVisible()
    with qtbot.waitSignal(page.noticed):
        qtbot.mouseClick(panel.leave_button, LEFT)
    assert page.list.isVisible()
    assert panel.drafts.texts == {}
    choose(qtbot, row_of(page, "HA"), "Antworten abtippen …")
    assert panel.typed is not None
    assert [answer.level for answer in panel.typed.answers.values()] == [3]
    qtbot.mouseClick(panel.done_button, LEFT)
    qtbot.mouseClick(page.returns.confirm_button, LEFT)
    assert bridge.case.sent_forms[made["HA"].number].stage is FormStage.IMPORTED


@pytest.mark.usefixtures("made")
def test_arrows_lead_on_from_a_card_as_well(qtbot: QtBot, page: PreparationPage) -> None:
    choose(qtbot, row_of(page, "HA"), "Antworten abtippen …")
    panel = page.typing_panel
    first = panel.question
    card = panel.findChildren(LevelCard)[2]
    qtbot.mouseClick(card, LEFT, pos=card.rect().center())
    assert panel.typed is not None
    assert [answer.level for answer in panel.typed.answers.values()] == [2]
    assert panel.question is first  # a click leads nowhere: perhaps there is a note
    qtbot.keyClick(card, Qt.Key.Key_Down)
    assert panel.question is panel.typed.questions[1]


def test_what_was_typed_is_put_back_after_a_lock(
    qtbot: QtBot,
    page: PreparationPage,
    context: PageContext,
    bridge: CaseBridge,
    made: dict[str, SentForm],
) -> None:
    choose(qtbot, row_of(page, "HA"), "Antworten abtippen …")
    qtbot.keyClick(page.typing_panel, Qt.Key.Key_3)
    drafts = {page.typing_panel.drafts.name: page.typing_panel.drafts.texts}
    again = PreparationPage(context, bridge)
    qtbot.addWidget(again)
    again.put_back(drafts)
    typed = again.typing_panel.typed
    assert typed is not None
    assert [answer.level for answer in typed.answers.values()] == [3]
    assert typed.form.number == made["HA"].number


def test_nothing_is_read_while_answers_are_typed(
    qtbot: QtBot, page: PreparationPage, desk: Desk, made: dict[str, SentForm], tmp_path: Path
) -> None:
    choose(qtbot, row_of(page, "HA"), "Antworten abtippen …")
    file = returned(desk, made["HA"], tmp_path / "a.pdf", q_4_1_1="s2")
    with qtbot.waitSignal(page.warned):
        drop(page, file)
    assert page.typing_panel.isVisible()
    qtbot.mouseClick(page.typing_panel.leave_button, LEFT)
    assert page.list.isVisible()
