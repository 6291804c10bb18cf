"""Forms that come back: shown beside what is there, taken over as one step, never twice by accident."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from advisor_app.domain.assessment import Answer, AnswerState, AssessmentKind
from advisor_app.domain.changes import AnswerSet, SentFormSet
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.form import field_name, note_name
from advisor_app.domain.sent_form import FormStage
from advisor_app.domain.words import Audience, Words
from advisor_app.services.form_preview import Fate, FormPreview, Novelty
from advisor_app.services.forms import MadeForms
from advisor_app.services.session import CaseSession
from advisor_app.services.workspace import Workspace
from tests.exchange.returned_form import filling
from tests.services.conftest import OpenCase, refused
from tests.services.forming import DUE, file_of, filled, form_of, make, preview, take
from tests.services.two_profiles import file_of as file_of_case
from tests.services.two_profiles import hand_over, opened_case, take_in, two_profiles

Q = "4.1.1"  # asked of HA and BM
FIELD, NOTE = field_name(Q), note_name(Q)


@pytest.fixture
def session(open_case: OpenCase) -> CaseSession:
    return open_case("M4")


@pytest.fixture
def made(workspace: Workspace, session: CaseSession, tmp_path: Path) -> MadeForms:
    return make(workspace, session, tmp_path / "raus", "M4", "HA", "BM")


def survey_of(session: CaseSession) -> str:
    (found,) = [item.id for item in session.case.in_order() if item.kind is AssessmentKind.PRE_SURVEY]
    return found


def agreed(session: CaseSession, question: str = Q) -> Answer:
    return session.case.answer(survey_of(session), question)


def problem_of(item: FormPreview) -> Problem | None:
    return None if item.error is None else item.error.problem


def test_the_questions_are_asked_of_both_roles(made: MadeForms) -> None:
    assert all(Q in form.questions for form in made.forms)


def test_nothing_is_written_before_it_is_taken_over(
    workspace: Workspace, session: CaseSession, made: MadeForms, tmp_path: Path
) -> None:
    before = session.case
    file = filled(made, "HA", {FIELD: "s2", NOTE: "Seit 2024"}, tmp_path / "a.pdf")
    (item,) = preview(workspace, session, file)
    assert session.case is before
    assert item.is_proposed
    assert (item.role_title, item.form) == ("Hauptamt", form_of(made, "HA"))
    (answer,) = item.answers
    assert (answer.question, answer.novelty, answer.before, answer.note) == (Q, Novelty.NEW, "", "Seit 2024")
    assert answer.words.startswith("Stufe 2")


def test_taking_over_is_one_step(workspace: Workspace, session: CaseSession, made: MadeForms, tmp_path: Path) -> None:
    before = session.case
    take(workspace, session, filled(made, "HA", {FIELD: "s2", NOTE: "Seit 2024"}, tmp_path / "a.pdf"))
    said = session.case.statements[survey_of(session)][Q, "HA"]
    assert (said.state, said.level, said.note) == (AnswerState.ANSWERED, 2, Words("Seit 2024", Audience.INTERNAL))
    assert (agreed(session).level, agreed(session).role) == (2, "HA")
    form = session.case.sent_forms[form_of(made, "HA").number]
    assert form.stage is FormStage.IMPORTED
    assert (form.returns[0].answers, form.returns[0].typed) == (1, False)
    assert workspace.cases.open(session.case.id).case == session.case
    session.undo()
    assert session.case == before


def test_roles_that_agree_give_the_answer_and_roles_that_differ_leave_it_open(
    workspace: Workspace, session: CaseSession, made: MadeForms, tmp_path: Path
) -> None:
    other = next(q for q in form_of(made, "HA").questions if q != Q and q in form_of(made, "BM").questions)
    first = filled(made, "HA", {FIELD: "s2", field_name(other): "s1"}, tmp_path / "a.pdf")
    second = filled(made, "BM", {FIELD: "s2", field_name(other): "s3"}, tmp_path / "b.pdf")
    previews = preview(workspace, session, first, second)
    changes = workspace.form_returns.agreed(session.case, previews)
    assert [(change.question, change.fate) for change in changes] == [(Q, Fate.SETTLED), (other, Fate.OPEN)]
    assert [role for role, _words in changes[1].voices] == ["Verwaltungsleitung", "Hauptamt"]
    session.apply(*workspace.form_returns.changes(session.case, previews))
    assert (agreed(session).level, agreed(session).role) == (2, None)
    assert agreed(session, other) == Answer()
    assert {key[1] for key in session.case.statements[survey_of(session)]} == {"HA", "BM"}


def test_an_answer_is_opened_again_where_a_later_form_differs(
    workspace: Workspace, session: CaseSession, made: MadeForms, tmp_path: Path
) -> None:
    take(workspace, session, filled(made, "HA", {FIELD: "s2"}, tmp_path / "a.pdf"))
    take(workspace, session, filled(made, "BM", {FIELD: "s3"}, tmp_path / "b.pdf"))
    assert agreed(session) == Answer()


def test_what_was_agreed_by_hand_is_never_overwritten(
    workspace: Workspace, session: CaseSession, made: MadeForms, tmp_path: Path
) -> None:
    by_hand = Answer(state=AnswerState.ANSWERED, level=4, note=Words("am Telefon"))
    session.apply(AnswerSet(survey_of(session), Q, None, by_hand))
    previews = preview(workspace, session, filled(made, "HA", {FIELD: "s2"}, tmp_path / "a.pdf"))
    (change,) = workspace.form_returns.agreed(session.case, previews)
    assert (change.fate, change.before, change.after) == (Fate.KEPT, change.after, change.before)
    session.apply(*workspace.form_returns.changes(session.case, previews))
    assert agreed(session) == by_hand
    assert session.case.statements[survey_of(session)][Q, "HA"].level == 2


def test_the_workshop_is_not_touched(
    workspace: Workspace, session: CaseSession, made: MadeForms, tmp_path: Path
) -> None:
    take(workspace, session, filled(made, "HA", {FIELD: "s2"}, tmp_path / "a.pdf"))
    workshops = [item.id for item in session.case.in_order() if item.kind is AssessmentKind.WORKSHOP]
    assert not any(session.case.answers.get(name) for name in workshops)


def test_the_same_form_is_never_taken_over_twice(
    workspace: Workspace, session: CaseSession, made: MadeForms, tmp_path: Path
) -> None:
    file = filled(made, "HA", {FIELD: "s2"}, tmp_path / "a.pdf")
    take(workspace, session, file)
    copy = filled(made, "HA", {FIELD: "s2"}, tmp_path / "b.pdf")
    copy.write_bytes(filling.like_acrobat(copy.read_bytes(), {FIELD: "s2"}))
    assert copy.read_bytes() != file.read_bytes()
    again = take(workspace, session, file, copy)
    assert [problem_of(item) for item in again] == [Problem.FORM_IMPORTED] * 2
    assert len(session.case.sent_forms[form_of(made, "HA").number].returns) == 1


def test_copies_among_the_files_are_named(
    workspace: Workspace, session: CaseSession, made: MadeForms, tmp_path: Path
) -> None:
    file = filled(made, "HA", {FIELD: "s2"}, tmp_path / "a.pdf")
    (tmp_path / "b.pdf").write_bytes(file.read_bytes())
    first, second = preview(workspace, session, file, tmp_path / "b.pdf")
    assert (problem_of(first), problem_of(second)) == (None, Problem.FORM_TWICE)


def test_another_return_replaces_what_the_role_said_only_when_that_is_wanted(
    workspace: Workspace, session: CaseSession, made: MadeForms, tmp_path: Path
) -> None:
    other = next(q for q in form_of(made, "HA").questions if q != Q)
    take(workspace, session, filled(made, "HA", {FIELD: "s2", field_name(other): "s1"}, tmp_path / "a.pdf"))
    taken = session.case
    (item,) = take(workspace, session, filled(made, "HA", {FIELD: "s3"}, tmp_path / "b.pdf"))
    assert session.case == taken  # not by itself
    assert (item.replaces, item.is_proposed, item.error) == (True, False, None)
    assert {(answer.question, answer.novelty) for answer in item.answers} == {
        (Q, Novelty.CHANGED),
        (other, Novelty.CHANGED),
    }
    session.apply(*workspace.form_returns.changes(session.case, [item]))
    assert set(session.case.statements[survey_of(session)]) == {(Q, "HA")}
    assert (agreed(session).level, agreed(session, other)) == (3, Answer())
    assert len(session.case.sent_forms[form_of(made, "HA").number].returns) == 2


def test_of_two_returns_of_one_role_one_is_taken(
    workspace: Workspace, session: CaseSession, made: MadeForms, tmp_path: Path
) -> None:
    files = [filled(made, "HA", {FIELD: f"s{level}"}, tmp_path / f"{level}.pdf") for level in (1, 3)]
    first, second = preview(workspace, session, *files)
    assert (first.is_proposed, second.is_proposed, second.rival) == (True, False, "1.pdf")
    session.apply(*workspace.form_returns.changes(session.case, [first, second]))
    assert agreed(session).level == 3
    assert len(session.case.sent_forms[form_of(made, "HA").number].returns) == 1


def test_a_folder_is_looked_through(workspace: Workspace, made: MadeForms, tmp_path: Path) -> None:
    folder = tmp_path / "zurück"
    (folder / "Montag").mkdir(parents=True)
    (folder / ".alt").mkdir()
    filled(made, "HA", {FIELD: "s2"}, folder / "a.pdf")
    filled(made, "BM", {FIELD: "s2"}, folder / "Montag" / "b.PDF")
    filled(made, "BM", {FIELD: "s4"}, folder / ".alt" / "c.pdf")
    (folder / "notes.txt").write_text("x", encoding="utf-8")
    told: list[str] = []
    read = workspace.form_returns.read([folder, folder / "a.pdf"], lambda _share, name: told.append(name))
    assert [item.name for item in read] == ["a.pdf", "b.PDF"]
    assert told == ["zurück", "Montag", "a.pdf", "b.PDF"]


def test_reading_can_be_stopped(workspace: Workspace, made: MadeForms) -> None:
    def stop(share: float, _name: str) -> None:
        if share:
            raise AdvisorError(Problem.CANCELLED)

    refused(lambda: workspace.form_returns.read(made.files, stop), Problem.CANCELLED)


def test_every_bad_file_is_named_and_holds_nothing_up(
    workspace: Workspace, session: CaseSession, made: MadeForms, tmp_path: Path
) -> None:
    form = file_of(made, "HA").read_bytes()
    bad = {
        "kein.pdf": (b"nichts", Problem.FORM_NO_PDF),
        "flach.pdf": (filling.flattened(form), Problem.FORM_FLATTENED),
        "zu.pdf": (filling.encrypted(form, "geheim"), Problem.FORM_ENCRYPTED),
    }
    for name, (content, _problem) in bad.items():
        (tmp_path / name).write_bytes(content)
    good = filled(made, "HA", {FIELD: "s2"}, tmp_path / "z.pdf")
    previews = take(workspace, session, *(tmp_path / name for name in bad), tmp_path / "fehlt.pdf", good)
    expected = [problem for _content, problem in bad.values()]
    assert [problem_of(item) for item in previews] == [*expected, Problem.FILE_UNREADABLE, None]
    assert agreed(session).level == 2


def test_a_form_of_another_case_is_named(
    workspace: Workspace, session: CaseSession, open_case: OpenCase, tmp_path: Path
) -> None:
    foreign = make(workspace, open_case("M4"), tmp_path, "M4", "HA")
    (item,) = preview(workspace, session, foreign.files[0])
    assert problem_of(item) is Problem.FORM_OF_OTHER_CASE


def test_a_form_of_another_house_is_named(workspace: Workspace, session: CaseSession, made: MadeForms) -> None:
    number = form_of(made, "HA").number
    known = session.case.sent_forms[number]
    session.apply(SentFormSet(number, known, None))
    (item,) = preview(workspace, session, file_of(made, "HA"))
    assert item.error is None  # by our own key
    with two_profiles() as (_kim, robin):
        (item,) = robin.form_returns.preview(session.case, robin.form_returns.read([file_of(made, "HA")]))
        assert problem_of(item) is Problem.FORM_NOT_ISSUED
        session.apply(SentFormSet(number, None, known))
        (item,) = robin.form_returns.preview(session.case, robin.form_returns.read([file_of(made, "BM")]))
        assert problem_of(item) is not Problem.FORM_NOT_ISSUED  # the case tells a colleague that it is ours


def test_a_colleague_who_was_given_the_case_takes_its_forms_in(tmp_path: Path) -> None:
    with two_profiles() as (kim, robin):
        session = opened_case(kim)
        made = make(kim, session, tmp_path / "raus", "M4", "HA")
        file = filled(made, "HA", {FIELD: "s2", NOTE: "Seit 2024"}, tmp_path / "a.pdf")
        hand_over(kim, session, "Robin Falk")
        take_in(robin, file_of_case(kim))
        theirs = robin.cases.open(session.case.id)
        assert theirs.case.sent_forms == session.case.sent_forms
        take(robin, theirs, file)
        assert agreed(theirs).level == 2
        assert robin.cases.open(session.case.id).case == theirs.case


def test_a_form_whose_making_was_undone_is_taken_all_the_same(
    workspace: Workspace, session: CaseSession, tmp_path: Path
) -> None:
    made = make(workspace, session, tmp_path / "raus", "M4", "HA")
    file = filled(made, "HA", {FIELD: "s2"}, tmp_path / "a.pdf")
    session.undo()
    assert not session.case.sent_forms
    take(workspace, session, file)
    form = session.case.sent_forms[made.forms[0].number]
    assert (form.role, form.document.item, form.stage) == ("HA", "M4-HA", FormStage.IMPORTED)
    assert agreed(session).level == 2


def test_a_form_of_an_older_version_is_named(
    workspace: Workspace, session: CaseSession, made: MadeForms, tmp_path: Path
) -> None:
    file = filled(made, "HA", {FIELD: "s2"}, tmp_path / "a.pdf")
    (read,) = workspace.form_returns.read([file])
    survey = session.case.assessments[survey_of(session)]
    newer = {**session.case.assessments, survey.id: replace(survey, version="9.0.0")}
    (item,) = workspace.form_returns.preview(replace(session.case, assessments=newer), [read])
    assert problem_of(item) is Problem.FORM_OF_OTHER_VERSION


def test_an_option_that_was_ticked_and_not_stored_is_told(
    workspace: Workspace, session: CaseSession, made: MadeForms, tmp_path: Path
) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(filling.by_ticking_alone(file_of(made, "HA").read_bytes(), {FIELD: "s4"}))
    (item,) = preview(workspace, session, file)
    (difference,) = item.differences
    assert (difference.question, difference.stored, difference.ticked[:7]) == (Q, "", "Stufe 4")
    assert item.answers[0].words.startswith("Stufe 4")


def test_figures_texts_and_choices_come_back(workspace: Workspace, open_case: OpenCase, tmp_path: Path) -> None:
    session = open_case("M1")
    order = workspace.forms.prepare(session.case, "M1", DUE)
    survey = order.created
    assert survey is not None
    questions = {item.id: item for item in workspace.questionnaires.of(survey).questions}
    roles: dict[str, str] = {}
    for form in order.forms:
        for name in form.questions:
            roles.setdefault(questions[name].type.value, form.role)
    wanted = {"number": "12", "text": "Zwei Standorte"}
    for kind, value in wanted.items():
        if kind not in roles:
            continue
        made = make(workspace, session, tmp_path / kind, "M1", roles[kind])
        name = next(name for name in made.forms[0].questions if questions[name].type.value == kind)
        file = filled(made, roles[kind], {field_name(name): value}, tmp_path / f"{kind}.pdf")
        take(workspace, session, file)
        reopened = workspace.cases.open(session.case.id).case
        assert reopened == session.case
        answer = reopened.answer(survey_of(session), name)
        assert value in {answer.text, str(answer.number)}
    assert set(roles) & set(wanted)


def test_a_value_that_is_no_answer_is_told(workspace: Workspace, open_case: OpenCase, tmp_path: Path) -> None:
    session = open_case("M1")
    first = workspace.forms.prepare(session.case, "M1", DUE).created
    assert first is not None
    numbers = {item.id for item in workspace.questionnaires.of(first).questions if item.type.value == "number"}
    for role in workspace.catalog.roles:
        order = workspace.forms.prepare(session.case, "M1", DUE)
        asked = [form for form in order.forms if form.role == role and numbers.intersection(form.questions)]
        if asked:
            break
    made = make(workspace, session, tmp_path / "raus", "M1", role)
    name = next(name for name in made.forms[0].questions if name in numbers)
    (item,) = preview(workspace, session, filled(made, role, {field_name(name): "viele"}, tmp_path / "a.pdf"))
    assert [(unread.question, unread.value) for unread in item.unread] == [(name, "viele")]


def test_what_was_typed_is_taken_over_like_a_file(
    workspace: Workspace, session: CaseSession, made: MadeForms, tmp_path: Path
) -> None:
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(filling.flattened(file_of(made, "HA").read_bytes()))
    returns, form = workspace.form_returns, form_of(made, "HA")
    answers = {Q: Answer(state=AnswerState.ANSWERED, level=1, note=Words("mit Stift"))}
    typed = returns.typed(session.case, form, answers, scan)
    (item,) = returns.preview(session.case, [typed])
    session.apply(*returns.changes(session.case, [item]))
    assert session.case.sent_forms[form.number].returns[0].typed
    assert agreed(session).level == 1
    assert session.case.statements[survey_of(session)][Q, "HA"].note.text == "mit Stift"
    (again,) = returns.preview(session.case, [typed])
    assert problem_of(again) is Problem.FORM_IMPORTED
    (same,) = preview(workspace, session, filled(made, "HA", {FIELD: "s1", NOTE: "mit Stift"}, tmp_path / "a.pdf"))
    assert problem_of(same) is Problem.FORM_IMPORTED  # the file itself, found later


def test_feedback_is_counted_form_by_form(workspace: Workspace, session: CaseSession, tmp_path: Path) -> None:
    made = workspace.forms.make(workspace.forms.prepare_feedback(session.case), tmp_path / "raus")
    session.apply(*made.changes)
    values = {"f_organisation": "r5", "t_good": "Die Pausen"}
    for name, by in (("a", filling.by_pypdf), ("b", filling.like_acrobat), ("c", filling.by_pypdf)):
        (tmp_path / f"{name}.pdf").write_bytes(by(made.files[0].read_bytes(), values))
    files = [tmp_path / f"{name}.pdf" for name in "abc"]
    alike = {file.read_bytes() for file in files}
    previews = take(workspace, session, *files)
    assert sum(item.error is None for item in previews) == len(alike)
    (form,) = workspace.forms.feedback(session.case)
    assert len(form.returns) == len(alike)
    said = {item.item: item.rating or item.words.text for item in form.returns[0].feedback}
    assert said == {"organisation": 5, "good": "Die Pausen"}
    again = take(workspace, session, files[0])
    assert [problem_of(item) for item in again] == [Problem.FORM_IMPORTED]
