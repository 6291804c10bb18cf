"""Vorbereitung: forms made, given to the mail program, dropped on the page, looked at, typed, taken over."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from email import message_from_bytes
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from pytestqt.qtbot import QtBot

from advisor_app.domain.assessment import Answer, AnswerState, AssessmentKind
from advisor_app.domain.case import Case, Contact, Person
from advisor_app.domain.changes import AnswerSet, ContactSet
from advisor_app.domain.form import field_name
from advisor_app.domain.sent_form import FormStage, SentForm
from advisor_app.questions.level.editor import LevelCard
from advisor_app.services.workspace import Workspace
from advisor_app.ui.pages.preparation import PreparationPage
from advisor_app.ui.pages.preparation.form_row import FormRow
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.page import PageContext
from tests.exchange.returned_form import filling
from tests.services.forming import DUE
from tests.ui.conftest import TestClock

OpenCase = Callable[..., CaseBridge]
Stored = Callable[[str], Case]
WAIT = 20_000  # ms: a process is started for each file
Q = "4.1.1"  # asked of HA and BM
LEFT = Qt.MouseButton.LeftButton


class Desk:
    """Answers in the place of the system's dialogs and programs."""

    def __init__(self, folder: Path) -> None:
        self.folder: Path | None = folder
        self.files: list[Path] = []
        self.shown: list[Path] = []
        self.has_mail = True

    def choose_files(self, *_: object) -> list[Path]:
        return self.files

    def choose_folder(self, *_: object) -> Path | None:
        return self.folder

    def show_place(self, place: Path) -> bool:
        self.shown.append(place)
        return self.has_mail or place.is_dir()


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "raus")


@pytest.fixture
def bridge(open_case: OpenCase) -> CaseBridge:
    return open_case("M4")


@pytest.fixture
def page(qtbot: QtBot, context: PageContext, bridge: CaseBridge, desk: Desk) -> PreparationPage:
    page = PreparationPage(
        context,
        bridge,
        choose_files=desk.choose_files,
        choose_folder=desk.choose_folder,
        show_place=desk.show_place,
    )
    qtbot.addWidget(page)
    page.resize(1182, 690)
    with qtbot.waitExposed(page):
        page.show()
    return page


@pytest.fixture
def made(workspace: Workspace, bridge: CaseBridge, desk: Desk) -> dict[str, SentForm]:
    """Forms of two roles, in the case and in the folder."""
    assert desk.folder is not None
    made = workspace.forms.make(workspace.forms.prepare(bridge.case, "M4", DUE, ["BM", "HA"]), desk.folder)
    assert bridge.edit(*made.changes)
    return {form.role: form for form in made.forms}


def row_of(page: PreparationPage, role: str) -> FormRow:
    card = page.list.cards["M4"]
    titles = {"BM": "Verwaltungsleitung", "HA": "Hauptamt", "IT": "IT"}
    return next(row for row in card.rows if row.words.startswith(f"{titles[role]} |"))


def returned(desk: Desk, form: SentForm, file: Path, **values: str) -> Path:
    assert desk.folder is not None
    source = next(path for path in desk.folder.iterdir() if form.number in path.name)
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(filling.by_pypdf(source.read_bytes(), values))
    return file


def flat(desk: Desk, form: SentForm, file: Path) -> Path:
    filled = returned(desk, form, file)
    filled.write_bytes(filling.flattened(filled.read_bytes()))
    return file


def drop(page: PreparationPage, *places: Path) -> bool:
    given = QMimeData()
    given.setUrls([QUrl.fromLocalFile(str(place)) for place in places])
    copy, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPointF(page.rect().center()), copy, given, LEFT, none)
    QGuiApplication.sendEvent(page, enter)
    if enter.isAccepted():
        QGuiApplication.sendEvent(page, QDropEvent(QPointF(page.rect().center()), copy, given, LEFT, none))
    return enter.isAccepted()


def survey(bridge: CaseBridge) -> str:
    return next(item.id for item in bridge.case.in_order() if item.kind is AssessmentKind.PRE_SURVEY)


def wait_for_previews(qtbot: QtBot, page: PreparationPage, count: int) -> None:
    qtbot.waitUntil(lambda: page.returns.isVisible() and len(page.returns.cards) == count, timeout=WAIT)


def test_every_role_stands_there_before_anything_is_made(page: PreparationPage) -> None:
    assert page.list.counted == "Noch kein Bogen erstellt."
    assert row_of(page, "BM").words == "Verwaltungsleitung | 8 Fragen | noch nicht erstellt"
    assert page.list.cards["M4"].due.value == DUE  # in two weeks: the workshop has no day yet


def test_all_forms_are_made_by_one_click(
    qtbot: QtBot, page: PreparationPage, bridge: CaseBridge, desk: Desk, stored: Stored
) -> None:
    qtbot.mouseClick(page.list.cards["M4"].make_button, LEFT)
    qtbot.waitUntil(lambda: bool(bridge.case.sent_forms), timeout=WAIT)
    count = len(bridge.case.sent_forms)
    assert desk.folder is not None
    assert len(list(desk.folder.iterdir())) == count
    assert page.list.counted == f"{count} Bögen"
    assert page.list.told.startswith(f"{count} Bögen erstellt: ")
    assert "erstellt am 14.09.2026" in row_of(page, "BM").words
    assert "zurück bis 28.09.2026" in row_of(page, "BM").words
    assert page.list.cards["M4"].make_button.isHidden()
    qtbot.mouseClick(page.list.show_folder_button, LEFT)
    assert desk.shown == [desk.folder]
    assert stored(bridge.case.id).sent_forms == bridge.case.sent_forms
    assert bridge.undo()
    assert "noch nicht erstellt" in row_of(page, "BM").words


def test_a_single_form_by_the_keyboard(qtbot: QtBot, page: PreparationPage, bridge: CaseBridge) -> None:
    button = row_of(page, "HA").next_button
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: len(bridge.case.sent_forms) == 1, timeout=WAIT)
    assert row_of(page, "HA").has_focus  # the row was built anew


def test_leaving_the_folder_dialog_makes_nothing(
    qtbot: QtBot, page: PreparationPage, bridge: CaseBridge, desk: Desk
) -> None:
    desk.folder = None
    qtbot.mouseClick(page.list.cards["M4"].make_button, LEFT)
    assert not page.work.is_busy
    assert not bridge.case.sent_forms


@pytest.mark.usefixtures("made")
def test_another_day_holds_for_all_that_are_out(qtbot: QtBot, page: PreparationPage, bridge: CaseBridge) -> None:
    line = page.list.cards["M4"].due.line
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, "05.10.2026")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert {form.due_on for form in bridge.case.sent_forms.values()} == {date(2026, 10, 5)}
    assert "zurück bis 05.10.2026" in row_of(page, "BM").words


def test_a_day_that_is_chosen_before_holds_for_the_forms_to_come(
    qtbot: QtBot, page: PreparationPage, bridge: CaseBridge
) -> None:
    line = page.list.cards["M4"].due.line
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, "05.10.2026")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.mouseClick(row_of(page, "HA").next_button, LEFT)
    qtbot.waitUntil(lambda: bool(bridge.case.sent_forms), timeout=WAIT)
    assert {form.due_on for form in bridge.case.sent_forms.values()} == {date(2026, 10, 5)}


def test_a_message_is_given_to_the_mail_program(
    qtbot: QtBot, page: PreparationPage, bridge: CaseBridge, desk: Desk, made: dict[str, SentForm]
) -> None:
    bridge.edit(ContactSet("c1", None, Contact(id="c1", person="p1", roles=("HA",))))
    bridge.save_person(Person(id="p1", name="Alex Ohm", email="amt@lich.example"))
    qtbot.mouseClick(row_of(page, "HA").next_button, LEFT)
    number = made["HA"].number
    qtbot.waitUntil(lambda: bridge.case.sent_forms[number].stage is FormStage.SENT, timeout=WAIT)
    (message,) = desk.shown
    assert message.suffix == ".eml"
    assert message_from_bytes(message.read_bytes())["To"] == "Alex Ohm <amt@lich.example>"
    assert page.list.told == "Nachricht an amt@lich.example vorbereitet. Der Bogen gilt als verschickt."
    assert "verschickt am 14.09.2026" in row_of(page, "HA").words
    bridge.undo()
    assert "erstellt am 14.09.2026" in row_of(page, "HA").words


def test_without_a_mail_program_the_folder_is_opened(
    qtbot: QtBot, page: PreparationPage, bridge: CaseBridge, desk: Desk, made: dict[str, SentForm]
) -> None:
    desk.has_mail = False
    qtbot.mouseClick(row_of(page, "HA").next_button, LEFT)
    qtbot.waitUntil(lambda: len(desk.shown) == 2, timeout=WAIT)
    message, folder = desk.shown
    assert folder == message.parent
    assert {file.suffix for file in folder.iterdir()} == {".eml", ".pdf"}
    assert page.list.told.startswith("Es hat sich kein Mailprogramm geöffnet.")
    assert bridge.case.sent_forms[made["HA"].number].stage is FormStage.SENT


def test_a_form_is_followed_and_its_lateness_told(
    qtbot: QtBot,
    context: PageContext,
    page: PreparationPage,
    bridge: CaseBridge,
    made: dict[str, SentForm],
    clock: TestClock,
) -> None:
    bridge.edit(context.workspace.forms.sent(made["HA"]))
    clock.move(days=17)
    late = PreparationPage(context, bridge)
    qtbot.addWidget(late)
    assert "seit 3 Tagen überfällig" in row_of(late, "HA").words
    assert late.list.counted == "2 Bögen · 2 überfällig"
    qtbot.mouseClick(row_of(page, "HA").next_button, LEFT)
    assert bridge.case.sent_forms[made["HA"].number].stage is FormStage.RETURNED
    assert "zurück am 01.10.2026" in row_of(page, "HA").words
    assert "überfällig" not in row_of(page, "HA").words
    assert row_of(page, "HA").next_button.text() == "Einlesen …"


def test_a_form_leaves_the_list_and_comes_back(
    qtbot: QtBot, page: PreparationPage, bridge: CaseBridge, made: dict[str, SentForm]
) -> None:
    actions = {action.text(): action for action in row_of(page, "HA").menu.menu_shown.actions()}
    with qtbot.waitSignal(page.removed):
        actions["Aus der Liste nehmen"].trigger()
    assert made["HA"].number not in bridge.case.sent_forms
    bridge.undo()
    assert made["HA"].number in row_of(page, "HA").words


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
    assert drop(page, folder)
    assert page.work.is_busy
    line = page.work._work
    with qtbot.waitSignal(page.warned, timeout=WAIT) as warned:
        qtbot.mouseClick(line.stop_button, LEFT)
    assert "abgebrochen" in warned.args[0].lower()
    assert page.list.isVisible()


def test_an_empty_folder_is_told(qtbot: QtBot, page: PreparationPage, tmp_path: Path) -> None:
    (tmp_path / "leer").mkdir()
    with qtbot.waitSignal(page.warned, timeout=WAIT) as warned:
        assert drop(page, tmp_path / "leer")
    assert warned.args == ["In diesem Ordner liegen keine PDF-Dateien. Es wurde nichts übernommen."]


def test_other_files_are_not_taken(page: PreparationPage, tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"")
    assert not drop(page, tmp_path / "a.docx")
    assert not drop(page, tmp_path / "a.docx", tmp_path)


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
    qtbot.waitUntil(lambda: panel.pictures.count > 0, timeout=WAIT)
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
    actions = {action.text(): action for action in row_of(page, "HA").menu.menu_shown.actions()}
    actions["Antworten abtippen …"].trigger()
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
    actions = {action.text(): action for action in row_of(page, "HA").menu.menu_shown.actions()}
    actions["Antworten abtippen …"].trigger()
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
    actions["Antworten abtippen …"].trigger()
    assert panel.typed is not None
    assert [answer.level for answer in panel.typed.answers.values()] == [3]
    qtbot.mouseClick(panel.done_button, LEFT)
    qtbot.mouseClick(page.returns.confirm_button, LEFT)
    assert bridge.case.sent_forms[made["HA"].number].stage is FormStage.IMPORTED


@pytest.mark.usefixtures("made")
def test_arrows_lead_on_from_a_card_as_well(qtbot: QtBot, page: PreparationPage) -> None:
    actions = {action.text(): action for action in row_of(page, "HA").menu.menu_shown.actions()}
    actions["Antworten abtippen …"].trigger()
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
    actions = {action.text(): action for action in row_of(page, "HA").menu.menu_shown.actions()}
    actions["Antworten abtippen …"].trigger()
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
    actions = {action.text(): action for action in row_of(page, "HA").menu.menu_shown.actions()}
    actions["Antworten abtippen …"].trigger()
    file = returned(desk, made["HA"], tmp_path / "a.pdf", q_4_1_1="s2")
    with qtbot.waitSignal(page.warned):
        drop(page, file)
    assert page.typing_panel.isVisible()
    qtbot.mouseClick(page.typing_panel.leave_button, LEFT)
    assert page.list.isVisible()


def test_feedback_is_made_and_counted(
    qtbot: QtBot, page: PreparationPage, bridge: CaseBridge, desk: Desk, tmp_path: Path
) -> None:
    qtbot.mouseClick(page.list.cards[""].make_button, LEFT)
    qtbot.waitUntil(lambda: bool(bridge.case.sent_forms), timeout=WAIT)
    (form,) = bridge.case.sent_forms.values()
    files = [returned(desk, form, tmp_path / f"{rating}.pdf", f_pace=f"r{rating}") for rating in (2, 5)]
    assert drop(page, *files)
    wait_for_previews(qtbot, page, 2)
    assert "2 von 5" in page.returns.cards[0].words
    qtbot.mouseClick(page.returns.confirm_button, LEFT)
    (row,) = page.list.cards[""].rows
    assert "2 Rückmeldungen" in row.words


def test_a_case_without_modules_says_what_is_missing(qtbot: QtBot, context: PageContext, workspace: Workspace) -> None:
    session = workspace.cases.create(workspace.register.get("06531011"), ())
    bridge = CaseBridge(workspace, session)
    page = PreparationPage(context, bridge)
    qtbot.addWidget(page)
    page.show()
    with qtbot.waitSignal(page.navigated) as where:
        qtbot.mouseClick(page.list._empty.button, LEFT)
    assert where.args == ["set-up", "modules"]
    bridge.close()
