"""Documents released and handed over in the window, looked at again, compared with today."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from advisor_app.domain.case import Case
from advisor_app.domain.case_document import ArchivedDocument, DocumentState, Stage
from advisor_app.domain.changes import AnswerSet, SectionSet
from advisor_app.domain.words import Audience, Words
from advisor_app.services.document_archive import DocumentChange
from advisor_app.storage.evidence_files import EvidenceFiles
from advisor_app.texts import load_texts
from advisor_app.texts.record_words import FieldChange
from advisor_app.ui.pages.documents import DocumentsPage
from advisor_app.ui.pages.documents.handover_view import MOST_CHANGES, HandoverView
from advisor_app.ui.pages.documents.head import HANDOVER
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.shell.theming import Theming
from tests.documents.reading import squeezed
from tests.ui.pages.documents_page import FileChoice, click, example_bridge, shown_page

Stored = Callable[[str], Case]


@pytest.fixture
def bridge(context: PageContext) -> CaseBridge:
    return example_bridge(context)


@pytest.fixture
def choice(tmp_path: Path) -> FileChoice:
    choice = FileChoice()
    choice.path = tmp_path / "Bericht.pdf"
    return choice


@pytest.fixture
def page(qtbot: QtBot, context: PageContext, bridge: CaseBridge, choice: FileChoice) -> DocumentsPage:
    return shown_page(qtbot, context, bridge, choice)


def hand_over(qtbot: QtBot, page: DocumentsPage, to: str = "Hauptamt") -> ArchivedDocument:
    """Hand the document over as one does by mouse and keys."""
    before = set(page.bridge.case.archived_documents)
    click(qtbot, page, "Übergeben …")
    assert page.handover.to.line.hasFocus()
    QTest.keyClicks(page.handover.to.line, to)
    click(qtbot, page, "Als PDF speichern und ablegen")
    qtbot.waitUntil(lambda: set(page.bridge.case.archived_documents) != before)
    (name,) = set(page.bridge.case.archived_documents) - before
    return page.bridge.case.archived_documents[name]


def words_of(page: DocumentsPage) -> list[str]:
    """Everything that the view of handing over says."""
    return [label.text() for label in page.handover.findChildren(QLabel) if label.isVisibleTo(page.handover)]


def change_answer(bridge: CaseBridge, question: str = "4.1.1", level: int = 4) -> None:
    assessment = bridge.case.default_assessment()
    assert assessment is not None
    before = bridge.case.answer(assessment.id, question)
    assert bridge.edit(AnswerSet(assessment.id, question, before, replace(before, level=level)))


# How far a document is


def test_a_state_is_chosen_and_stands_on_the_pages(
    qtbot: QtBot, page: DocumentsPage, bridge: CaseBridge, stored: Stored
) -> None:
    assert page.offer is not None
    box = page.head.release.stage.box
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Down)
    box.activated.emit(box.currentIndex())
    qtbot.waitUntil(lambda: "Teamleitung" in page.preview.text_of(0))
    assert stored(bridge.case.id).document_states[page.offer.key].stage is Stage.TEAM_LEAD
    entry = next(entry for entry in page.column.entries if entry.below == "Modul 4 · Workshop")
    assert entry.tag == "bei der Teamleitung"
    assert bridge.undo()
    assert page.head.release.stage.box.currentText() == "Entwurf"
    qtbot.waitUntil(lambda: "Teamleitung" not in page.preview.text_of(0))


def test_comments_get_two_weeks_and_another_day_on_demand(
    qtbot: QtBot, page: DocumentsPage, bridge: CaseBridge
) -> None:
    assert page.offer is not None
    release = page.head.release
    assert not release.day.isVisible()
    index = release.stage.box.findText("zur Stellungnahme")
    release.stage.box.setCurrentIndex(index)
    release.stage.box.activated.emit(index)
    state = bridge.case.document_states[page.offer.key]
    assert state.comments_until is not None
    assert (state.comments_until - page.context.workspace.clock.now().date()).days in {14, 15}
    release.day.line.setFocus()
    release.day.line.selectAll()
    QTest.keyClicks(release.day.line, "20.11.2027")
    QTest.keyClick(release.day.line, Qt.Key.Key_Return)
    expected = DocumentState(stage=Stage.COMMENTS, comments_until=date(2027, 11, 20))
    assert bridge.case.document_states[page.offer.key] == expected
    qtbot.waitUntil(lambda: squeezed("zur Stellungnahme bis 20.11.2027") in squeezed(page.preview.text_of(0)))
    release.day.line.selectAll()
    QTest.keyClick(release.day.line, Qt.Key.Key_Delete)
    QTest.keyClick(release.day.line, Qt.Key.Key_Return)
    assert bridge.case.document_states[page.offer.key] == expected


def test_a_paper_of_the_advisers_own_goes_to_nobody(qtbot: QtBot, page: DocumentsPage) -> None:
    own = next(offer for offer in page._offers.values() if not offer.leaves_the_house and offer.missing is None)
    click(qtbot, page, "Übergabe")
    page.open_item(own.kind)
    qtbot.waitUntil(lambda: squeezed("intern – nicht weitergeben") in squeezed(page.preview.text_of(0)))
    assert page.head.internal.isVisible()
    assert not page.head.release.isVisible()
    assert not page.head.hand_over.isVisible()
    assert page.head.mode.current() != HANDOVER
    assert "Übergeben" not in {command.title for command in page.commands()}


# Handing over


def test_handing_over_writes_keeps_and_lists(
    qtbot: QtBot, page: DocumentsPage, bridge: CaseBridge, choice: FileChoice, stored: Stored
) -> None:
    entry = hand_over(qtbot, page)
    assert choice.path is not None
    content = choice.path.read_bytes()
    workspace = page.context.workspace
    assert EvidenceFiles(workspace.folder, workspace.profile.files_key).read(entry.digest or "") == content
    assert stored(bridge.case.id).archived_documents == {entry.id: entry}
    assert entry.to == "Hauptamt"
    assert page.made.words.startswith("Übergeben und abgelegt")
    qtbot.waitUntil(lambda: any(words.endswith("an Hauptamt") for words in words_of(page)))
    assert any("SHA-256" in words for words in words_of(page))
    qtbot.waitUntil(lambda: "Am Dokument hat sich nichts geändert." in words_of(page))
    assert choice.proposed == "Ergebnisbericht_Modul-4-Workshop_Eschentalbach.pdf"


def test_leaving_the_dialog_hands_nothing_over(
    qtbot: QtBot, page: DocumentsPage, choice: FileChoice, bridge: CaseBridge
) -> None:
    choice.path = None
    click(qtbot, page, "Übergeben …")
    click(qtbot, page, "Als PDF speichern und ablegen")
    assert bridge.case.archived_documents == {}
    assert page.handover.button.isEnabled()


def test_a_place_that_takes_nothing_is_said_and_nothing_is_kept(
    qtbot: QtBot, page: DocumentsPage, choice: FileChoice, bridge: CaseBridge, data_folder: Path
) -> None:
    choice.path = data_folder.parent / "gibt" / "es" / "nicht.pdf"
    click(qtbot, page, "Übergeben …")
    with qtbot.waitSignal(page.warned) as warned:
        click(qtbot, page, "Als PDF speichern und ablegen")
    assert warned.args is not None
    assert "nicht.pdf" in warned.args[0]
    assert bridge.case.archived_documents == {}
    assert not list((data_folder / "files").glob("??/*"))


def test_what_was_changed_since_is_listed_and_follows_the_case(
    qtbot: QtBot, page: DocumentsPage, bridge: CaseBridge
) -> None:
    hand_over(qtbot, page)
    qtbot.waitUntil(lambda: "Am Dokument hat sich nichts geändert." in words_of(page))
    change_answer(bridge)
    qtbot.waitUntil(lambda: "Antwort 4.1.1" in words_of(page))
    assert any("→ 4" in words for words in words_of(page))
    assert bridge.undo()
    qtbot.waitUntil(lambda: "Am Dokument hat sich nichts geändert." in words_of(page))


def test_more_changes_than_one_reads_are_counted(qtbot: QtBot, theming: Theming) -> None:
    view = HandoverView(theming, load_texts("de"))
    qtbot.addWidget(view)
    with qtbot.waitExposed(view):
        view.show()
    at = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
    field = FieldChange("Stufe", "1", "2")
    changes = [
        DocumentChange(title=f"Antwort {number}", fields=(field,), author="Kim", at=at)
        for number in range(MOST_CHANGES + 7)
    ]
    view.show_changes(changes)
    told = [label.text() for label in view.findChildren(QLabel) if label.text().startswith("Antwort")]
    assert told == [f"Antwort {number}" for number in range(MOST_CHANGES)]
    more = next(button for button in view.findChildren(QPushButton) if "Weitere Änderungen: 7" in button.text())
    qtbot.waitUntil(more.isVisible)
    with qtbot.waitSignal(view.history_wanted):
        more.click()


def test_what_was_handed_over_is_looked_at_and_saved_again(
    qtbot: QtBot, page: DocumentsPage, bridge: CaseBridge, choice: FileChoice, tmp_path: Path
) -> None:
    entry = hand_over(qtbot, page)
    assert choice.path is not None
    before = choice.path.read_bytes()
    key = next(iter(page.sections.fields))
    bridge.edit(SectionSet(key, bridge.case.sections.get(key), Words("Ganz anders.", Audience.REPORT)))
    click(qtbot, page, "Ansehen")
    qtbot.waitUntil(page.archived.isVisible)
    assert page.preview.content == before
    assert "Hauptamt" in page.archived.words
    bridge.edit(SectionSet(key, bridge.case.sections.get(key), Words("Noch anders.", Audience.REPORT)))
    assert page.preview.content == before
    choice.path = tmp_path / "noch einmal.pdf"
    qtbot.mouseClick(page.archived.save, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(page.made.isVisible)
    assert choice.path.read_bytes() == before
    click(qtbot, page, "Aus heutigen Daten erstellen")
    qtbot.waitUntil(lambda: "Noch anders." in page.preview.text_of(0))
    assert not page.archived.isVisible()
    assert entry.digest is not None


def test_another_document_is_shown_as_it_is_today(qtbot: QtBot, page: DocumentsPage) -> None:
    hand_over(qtbot, page)
    click(qtbot, page, "Ansehen")
    qtbot.waitUntil(page.archived.isVisible)
    page.open_item("implementation-plan")
    qtbot.waitUntil(lambda: "Umsetzungsplan" in page.preview.text_of(0))
    assert not page.archived.isVisible()
    click(qtbot, page, "Übergeben …")
    assert page.handover.to.line.text() == ""
    qtbot.waitUntil(lambda: "Dieses Dokument wurde noch nicht übergeben." in words_of(page))


def test_a_file_that_is_gone_is_said_in_one_sentence(qtbot: QtBot, page: DocumentsPage) -> None:
    entry = hand_over(qtbot, page)
    workspace = page.context.workspace
    EvidenceFiles(workspace.folder, workspace.profile.files_key).remove(entry.digest or "")
    with qtbot.waitSignal(page.warned) as warned:
        click(qtbot, page, "Ansehen")
    assert warned.args is not None
    assert "fehlt" in warned.args[0]
    assert not page.archived.isVisible()


# Text blocks


def test_a_text_block_goes_in_where_the_cursor_is_and_nothing_written_goes(
    qtbot: QtBot, page: DocumentsPage, bridge: CaseBridge
) -> None:
    click(qtbot, page, "Texte")
    key, field = next(iter(page.sections.fields.items()))
    bridge.edit(SectionSet(key, bridge.case.sections.get(key), Words("Erstens.\n\nZweitens.", Audience.MINUTES)))
    cursor = field.words.field.textCursor()
    cursor.setPosition(len("Erstens."))
    field.words.field.setTextCursor(cursor)
    titles = [action.text() for action in field.blocks.actions()]
    assert titles == ["Vorschlag des Programms", "Worauf die Einstufung beruht", "Dank an die Beteiligten"]
    field.blocks.actions()[2].trigger()
    written = bridge.case.sections[key]
    assert written.audience is Audience.MINUTES
    first, block, last = written.text.split("\n\n")
    assert (first, last) == ("Erstens.", "Zweitens.")
    assert block.startswith("Allen Beteiligten")
    assert field.words.field.toPlainText() == written.text
    assert bridge.undo()
    assert bridge.case.sections[key].text == "Erstens.\n\nZweitens."


def test_the_proposal_can_be_put_in_again_under_half_typed_words(
    qtbot: QtBot, page: DocumentsPage, bridge: CaseBridge
) -> None:
    click(qtbot, page, "Texte")
    key, field = next(iter(page.sections.fields.items()))
    field.words.field.setFocus()
    field.words.field.selectAll()
    QTest.keyClicks(field.words.field, "Mein Satz.")
    field.blocks.actions()[0].trigger()
    mine, _, proposal = bridge.case.sections[key].text.partition("\n\n")
    assert mine == "Mein Satz."
    assert proposal.startswith("Die Kommune steht in")
