"""Vorbereitung: what comes back is dropped on the page, looked at, taken over."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from advisor_app.domain.assessment import Answer, AnswerState
from advisor_app.domain.changes import AnswerSet
from advisor_app.domain.form import field_name
from advisor_app.domain.sent_form import SentForm
from advisor_app.services.workspace import Workspace
from advisor_app.ui.pages.preparation import PreparationPage
from advisor_app.ui.shell.bridge import CaseBridge
from tests.ui.held_lane import held
from tests.ui.pages.preparation.conftest import (
    LEFT,
    Desk,
    Q,
    Stored,
    drop,
    returned,
    row_of,
    survey,
    wait_for_previews,
)


def test_dropped_files_are_shown_before_anything_is_taken_over(
    qtbot: QtBot,
    page: PreparationPage,
    bridge: CaseBridge,
    desk: Desk,
    made: dict[str, SentForm],
    tmp_path: Path,
    stored: Stored,
) -> None:
    field = field_name(Q)
    back = tmp_path / "zurück"
    returned(desk, made["HA"], back / "a.pdf", **{field: "s2", "q_4_1_3": "s1"})
    returned(desk, made["BM"], back / "b.pdf", **{field: "s2", "q_4_1_3": "s3"})
    (back / "c.pdf").write_bytes(b"nothing")
    before = bridge.case
    assert drop(page, back)
    wait_for_previews(qtbot, page, 3)
    assert bridge.case is before
    assert page.returns.confirm_button.hasFocus()
    first, _second, third = page.returns.cards
    assert "Hauptamt, Bogen" in first.words
    assert "neu 2" in first.words
    qtbot.mouseClick(first.more_button, LEFT)
    assert "4.1.1 Strategie" in first.words
    assert "ist kein lesbares PDF" in third.words
    assert "1 Antwort wird vereinbart." in page.returns.agreed_words
    assert "4.1.3 Bericht an die Politik: bleibt offen, die Rollen unterscheiden sich" in page.returns.agreed_words
    assert page.returns.confirm_button.text() == "2 Bögen übernehmen"
    with qtbot.waitSignal(page.noticed) as notice:
        qtbot.keyClick(page.returns.confirm_button, Qt.Key.Key_Space)
    assert notice.args == ["2 Bögen übernommen. Strg+Z nimmt das zurück."]
    assert page.list.isVisible()
    assert bridge.case.answer(survey(bridge), Q).level == 2
    assert stored(bridge.case.id) == bridge.case
    assert "eingelesen am 14.09.2026" in row_of(page, "HA").words
    bridge.undo()
    assert bridge.case == before
    assert "erstellt am" in row_of(page, "HA").words


def test_what_is_left_is_not_taken_over(
    qtbot: QtBot,
    page: PreparationPage,
    bridge: CaseBridge,
    desk: Desk,
    made: dict[str, SentForm],
    tmp_path: Path,
) -> None:
    desk.files = [
        returned(desk, made["HA"], tmp_path / "a.pdf", q_4_1_1="s2"),
        returned(desk, made["BM"], tmp_path / "b.pdf", q_4_1_1="s3"),
    ]
    qtbot.mouseClick(page.list.import_button, LEFT)
    wait_for_previews(qtbot, page, 2)
    assert "bleibt offen" in page.returns.agreed_words
    page.returns.cards[0].take.click()
    assert "1 Antwort wird vereinbart." in page.returns.agreed_words
    assert page.returns.confirm_button.text() == "1 Bogen übernehmen"
    qtbot.mouseClick(page.returns.confirm_button, LEFT)
    assert {role for _q, role in bridge.case.statements[survey(bridge)]} == {"BM"}
    qtbot.mouseClick(page.list.import_button, LEFT)
    wait_for_previews(qtbot, page, 2)
    assert "ist mit denselben Antworten schon übernommen" in page.returns.cards[1].words
    qtbot.mouseClick(page.returns.leave_button, LEFT)
    assert page.list.isVisible()


def test_another_return_is_taken_only_where_it_is_ticked(
    qtbot: QtBot,
    page: PreparationPage,
    bridge: CaseBridge,
    desk: Desk,
    made: dict[str, SentForm],
    tmp_path: Path,
    workspace: Workspace,
) -> None:
    returns = workspace.form_returns
    first = returns.preview(bridge.case, returns.read([returned(desk, made["HA"], tmp_path / "a.pdf", q_4_1_1="s2")]))
    bridge.edit(*returns.changes(bridge.case, first))
    bridge.edit(AnswerSet(survey(bridge), "4.1.3", None, Answer(state=AnswerState.ANSWERED, level=4)))
    others = [
        returned(desk, made["HA"], tmp_path / "b.pdf", q_4_1_1="s3", q_4_1_3="s0"),
        returned(desk, made["HA"], tmp_path / "c.pdf", q_4_1_1="s0"),
    ]
    assert drop(page, *others)
    wait_for_previews(qtbot, page, 2)
    one, two = page.returns.cards
    assert not page.returns.confirm_button.isEnabled()
    assert "Diese Rolle hat schon geantwortet." in one.words
    assert "bisher: Stufe 2" in one.words
    assert "Dieselbe Rolle steht auch in „b.pdf“." in two.words
    two.take.click()
    one.take.click()
    assert not two.take.isChecked()
    assert "4.1.3 Bericht an die Politik: bleibt, wie von Hand vereinbart" in page.returns.agreed_words
    qtbot.mouseClick(page.returns.confirm_button, LEFT)
    assert bridge.case.answer(survey(bridge), Q).level == 3
    assert bridge.case.answer(survey(bridge), "4.1.3").level == 4


def test_the_preview_follows_the_case(
    qtbot: QtBot,
    page: PreparationPage,
    bridge: CaseBridge,
    desk: Desk,
    made: dict[str, SentForm],
    tmp_path: Path,
) -> None:
    assert drop(page, returned(desk, made["HA"], tmp_path / "a.pdf", q_4_1_1="s2"))
    wait_for_previews(qtbot, page, 1)
    assert "1 Antwort wird vereinbart." in page.returns.agreed_words
    bridge.edit(AnswerSet(survey(bridge), Q, None, Answer(state=AnswerState.ANSWERED, level=4)))
    assert "bleibt, wie von Hand vereinbart" in page.returns.agreed_words


def test_reading_can_be_stopped(
    qtbot: QtBot, page: PreparationPage, desk: Desk, made: dict[str, SentForm], tmp_path: Path
) -> None:
    folder = tmp_path / "viele"
    for number in range(8):
        returned(desk, made["HA"], folder / f"{number}.pdf", q_4_1_1="s2")
    with qtbot.waitSignal(page.warned) as warned, held(page.context.lane):
        assert drop(page, folder)
        assert page.work.is_busy
        qtbot.mouseClick(page.work._work.stop_button, LEFT)
    assert "abgebrochen" in warned.args[0].lower()
    assert page.list.isVisible()


def test_an_empty_folder_is_told(qtbot: QtBot, page: PreparationPage, tmp_path: Path) -> None:
    (tmp_path / "leer").mkdir()
    with qtbot.waitSignal(page.warned) as warned:
        assert drop(page, tmp_path / "leer")
    assert warned.args == ["In diesem Ordner liegen keine PDF-Dateien. Es wurde nichts übernommen."]


def test_other_files_are_not_taken(page: PreparationPage, tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"")
    assert not drop(page, tmp_path / "a.docx")
    assert not drop(page, tmp_path / "a.docx", tmp_path)
