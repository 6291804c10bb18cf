"""Forms made for a module's roles, followed, and given to the user's own mail program."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.assessment import AssessmentKind
from advisor_app.domain.case import Contact, Person, RoleMapping
from advisor_app.domain.changes import AgendaDaySet, ArchivedDocumentSet, ContactSet, RoleSet
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.form import read_identity
from advisor_app.domain.sent_form import FormStage
from advisor_app.exchange.mail_draft import Attachment, MailDraft, Recipient, is_address, write_draft
from advisor_app.services.forms import Forms, RoleForms
from advisor_app.services.session import CaseSession
from advisor_app.services.workspace import Workspace
from tests.services.conftest import OpenCase, refused
from tests.services.forming import DUE, file_of, form_of, make

TODAY = date(2026, 9, 14)


def roles_of(forms: Forms, session: CaseSession) -> dict[str, RoleForms]:
    (module,) = forms.of_modules(session.case)
    return {item.role: item for item in module.roles}


def test_every_role_that_is_asked_something_gets_a_form(
    workspace: Workspace, open_case: OpenCase, tmp_path: Path
) -> None:
    session = open_case("M4")
    asked = [role for role, item in roles_of(workspace.forms, session).items() if item.questions]
    made = make(workspace, session, tmp_path / "Bögen")
    assert [form.role for form in made.forms] == asked
    assert sorted(file.name for file in (tmp_path / "Bögen").iterdir()) == sorted(file.name for file in made.files)
    for form, file in zip(made.forms, made.files, strict=True):
        assert form.number in file.name
        assert read_identity(form.identity).number == form.number
        assert file.read_bytes() == workspace.document_archive.content(
            session.case.archived_documents[form.archived_document]
        )
    (survey,) = [item for item in session.case.in_order() if item.kind is AssessmentKind.PRE_SURVEY]
    assert {form.assessment for form in made.forms} == {survey.id}
    assert all(roles_of(workspace.forms, session)[form.role].forms == (form,) for form in made.forms)
    assert all(len(form.questions) == roles_of(workspace.forms, session)[form.role].questions for form in made.forms)


def test_making_is_one_step_that_can_be_undone(workspace: Workspace, open_case: OpenCase, tmp_path: Path) -> None:
    session = open_case("M4")
    before = session.case
    make(workspace, session, tmp_path)
    session.undo()
    assert session.case == before
    session.redo()
    assert workspace.cases.open(session.case.id).case == session.case
    assert session.case.sent_forms


def test_only_roles_without_a_form_get_one_unless_they_are_named(
    workspace: Workspace, open_case: OpenCase, tmp_path: Path
) -> None:
    session = open_case("M4")
    first = make(workspace, session, tmp_path, "M4", "BM")
    rest = make(workspace, session, tmp_path)
    assert "BM" not in {form.role for form in rest.forms}
    assert workspace.forms.prepare(session.case, "M4", DUE).forms == ()
    again = make(workspace, session, tmp_path, "M4", "BM")
    assert roles_of(workspace.forms, session)["BM"].forms == (*again.forms, *first.forms)
    assert file_of(first, "BM").exists()  # nothing that lies there is overwritten
    assert len({item.questionnaire for item in session.case.assessments.values()}) == 1
    assert [item.kind for item in session.case.in_order()].count(AssessmentKind.PRE_SURVEY) == 1


def test_a_role_that_is_asked_nothing_is_refused(workspace: Workspace, open_case: OpenCase) -> None:
    session = open_case("M4")
    refused(lambda: workspace.forms.prepare(session.case, "M4", DUE, ["XX"]), Problem.UNKNOWN_ROLE)


def test_a_module_without_a_questionnaire_is_refused(workspace: Workspace, open_case: OpenCase) -> None:
    refused(lambda: workspace.forms.prepare(open_case().case, "M9", DUE), Problem.UNKNOWN_QUESTIONNAIRE)


def test_merged_roles_share_a_form(workspace: Workspace, open_case: OpenCase, tmp_path: Path) -> None:
    session = open_case("M4")
    session.apply(RoleSet("IT", None, RoleMapping(merged_into="HA")))
    made = make(workspace, session, tmp_path)
    assert "IT" not in {form.role for form in made.forms}
    assert roles_of(workspace.forms, session)["HA"].merged == ("IT",)


def test_a_form_of_a_role_that_is_merged_since_stays_in_the_list(
    workspace: Workspace, open_case: OpenCase, tmp_path: Path
) -> None:
    session = open_case("M4")
    made = make(workspace, session, tmp_path)
    session.apply(RoleSet("IT", None, RoleMapping(merged_into="HA")))
    row = roles_of(workspace.forms, session)["IT"]
    assert (row.questions, row.forms) == (0, (form_of(made, "IT"),))


@pytest.mark.parametrize(
    ("workshop", "due"),
    [
        (None, TODAY + timedelta(14)),
        (TODAY + timedelta(60), TODAY + timedelta(46)),
        (TODAY + timedelta(10), TODAY + timedelta(9)),
        (TODAY + timedelta(1), TODAY),
        (TODAY - timedelta(5), TODAY + timedelta(14)),
    ],
)
def test_forms_are_due_two_weeks_before_the_first_workshop_day(
    workspace: Workspace, open_case: OpenCase, workshop: date | None, due: date
) -> None:
    session = open_case("M4")
    day = next(iter(session.case.agenda.values()))
    session.apply(AgendaDaySet(day.id, day, replace(day, on=workshop)))
    (module,) = workspace.forms.of_modules(session.case)
    assert module.due_on == due


def test_a_form_is_followed_until_it_is_back(workspace: Workspace, open_case: OpenCase, tmp_path: Path) -> None:
    session, forms = open_case("M4"), workspace.forms
    make(workspace, session, tmp_path, "M4", "BM", "IT")
    (number, other) = session.case.sent_forms
    session.apply(forms.sent(session.case.sent_forms[number]))
    form = forms.find(session.case, number[:5].lower())
    assert (form.stage, form.sent_on) == (FormStage.SENT, TODAY)
    assert not form.is_overdue(DUE)
    assert form.is_overdue(DUE + timedelta(1))
    session.apply(*forms.due(session.case, "M4", DUE + timedelta(7)))
    assert {form.due_on for form in session.case.sent_forms.values()} == {DUE + timedelta(7)}
    assert forms.of_modules(session.case)[0].due_on == DUE + timedelta(7)
    session.apply(forms.returned(session.case.sent_forms[number]))
    assert session.case.sent_forms[number].stage is FormStage.RETURNED
    session.apply(*forms.due(session.case, "M4", DUE))
    assert session.case.sent_forms[number].due_on == DUE + timedelta(7)  # it is back: no other day matters
    session.apply(forms.removed(session.case.sent_forms[other]))
    assert list(session.case.sent_forms) == [number]
    refused(lambda: forms.find(session.case, other), Problem.UNKNOWN_FORM)


def test_where_one_form_cannot_be_written_none_stays(workspace: Workspace, open_case: OpenCase, tmp_path: Path) -> None:
    session, forms = open_case("M4"), workspace.forms

    def stop_at_the_third(share: float, _name: str) -> None:
        if share > 0.3:
            raise AdvisorError(Problem.CANCELLED)

    order = forms.prepare(session.case, "M4", DUE)
    refused(lambda: forms.make(order, tmp_path / "Bögen", stop_at_the_third), Problem.CANCELLED)
    assert list((tmp_path / "Bögen").iterdir()) == []
    kept = workspace.folder / "files"
    assert not kept.exists() or [file for file in kept.rglob("*") if file.is_file()] == []


def test_a_folder_that_cannot_be_made_is_told(workspace: Workspace, open_case: OpenCase, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    order = workspace.forms.prepare(open_case("M4").case, "M4", DUE)
    refused(lambda: workspace.forms.make(order, tmp_path / "file" / "below"), Problem.FILE_NOT_WRITABLE)


def test_a_feedback_form_has_one_number_and_no_role(workspace: Workspace, open_case: OpenCase, tmp_path: Path) -> None:
    session = open_case("M4")
    made = workspace.forms.make(workspace.forms.prepare_feedback(session.case), tmp_path)
    session.apply(*made.changes)
    (form,) = workspace.forms.feedback(session.case)
    assert (form.role, form.assessment, form.questions) == ("", "", ())
    assert read_identity(form.identity).role == ""


def message_of(file: Path) -> EmailMessage:
    message = message_from_bytes(file.read_bytes(), policy=policy.default)
    assert isinstance(message, EmailMessage)
    return message


def test_a_message_is_ready_to_be_sent(workspace: Workspace, open_case: OpenCase, tmp_path: Path) -> None:
    session = open_case("M4")
    session.apply(
        ContactSet("c1", None, Contact(id="c1", person="p1", roles=("BM",))),
        ContactSet("c2", None, Contact(id="c2", person="p2", roles=("IT",))),
    )
    session.save_person(Person(id="p1", name="Jürgen Müller, Dr.", email="buergermeister@stadt-köln.example"))
    session.save_person(Person(id="p2", name="Alex Ohm", email="it@lich.example"))
    made = make(workspace, session, tmp_path, "M4", "BM")
    prepared = workspace.form_mail.prepare(session.case, form_of(made, "BM"), tmp_path)
    message = message_of(prepared.message)
    assert message["X-Unsent"] == "1"
    (to,) = message["To"].addresses
    assert to.display_name == "Jürgen Müller, Dr."
    assert to.addr_spec == "buergermeister@xn--stadt-kln-67a.example"
    assert form_of(made, "BM").number in message["Subject"]
    text = message.get_body().get_content()  # type: ignore[union-attr]  # it has one
    assert "bis 28.09.2026 an mich zurück" in text
    assert "Verwaltungsleitung" in text
    assert text.rstrip().endswith("Kim Berger, Beratungshaus Mitte")
    (attachment,) = message.iter_attachments()
    assert attachment.get_content() == file_of(made, "BM").read_bytes() == prepared.document.read_bytes()
    assert attachment.get_filename() == prepared.document.name
    assert b"\r\n" in prepared.message.read_bytes()


def test_a_form_that_is_not_kept_is_told(workspace: Workspace, open_case: OpenCase, tmp_path: Path) -> None:
    session = open_case("M4")
    made = make(workspace, session, tmp_path, "M4", "BM")
    form = form_of(made, "BM")
    entry = session.case.archived_documents[form.archived_document]
    session.apply(ArchivedDocumentSet(entry.id, entry, None))
    refused(lambda: workspace.form_mail.prepare(session.case, form, tmp_path), Problem.ARCHIVED_DOCUMENT_MISSING)


def test_feedback_is_sent_to_nobody_in_particular(workspace: Workspace, open_case: OpenCase, tmp_path: Path) -> None:
    session = open_case("M4")
    made = workspace.forms.make(workspace.forms.prepare_feedback(session.case), tmp_path)
    session.apply(*made.changes)
    prepared = workspace.form_mail.prepare(session.case, made.forms[0], tmp_path)
    assert prepared.to == ()
    assert message_of(prepared.message)["To"] is None


@given(name=st.text(max_size=30), address=st.text(max_size=30), subject=st.text(max_size=60))
def test_whatever_somebody_typed_adds_no_header(name: str, address: str, subject: str) -> None:
    draft = MailDraft(
        to=[Recipient(name, address), Recipient(name, "amt@lich.example")],
        subject=f"{subject}\r\nBcc: all@lich.example",
        text="Guten Tag",
        attachments=(Attachment("a.pdf", b"%PDF-1.7"),),
    )
    message = message_from_bytes(write_draft(draft), policy=policy.default)
    assert set(message.keys()) == {"X-Unsent", "To", "Subject", "MIME-Version", "Content-Type"}


@pytest.mark.parametrize("address", ["", "amt", "a@b", "a b@lich.example", "<a@lich.example>", "ä@lich.example"])
def test_what_is_no_address_is_left_out(address: str) -> None:
    assert not is_address(address)
