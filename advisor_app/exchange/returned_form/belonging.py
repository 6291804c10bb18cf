"""Whether a returned form is ours and belongs to a case, and what it answers."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from advisor_app.domain.assessment import Answer
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.form import ReturnedAnswers, ReturnedForm, UnreadAnswer, field_name, note_name
from advisor_app.domain.questionnaire import Questionnaire
from advisor_app.domain.words import Words
from advisor_app.questions import kind_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """What a form has to be: of a case, of a kind of document, and of a pre-survey what is asked.

    ``communes`` (ids) take part in the case. ``key`` is the one that forms are issued with here, ``digest`` the
    questionnaire's. ``issued`` is the identity that the case knows under the form's number: a form that a colleague has
    issued with another key is believed by it.
    """

    case: str
    kind: str
    communes: frozenset[str]
    key: bytes = field(repr=False)
    questionnaire: str = ""
    version: str = ""
    digest: str = ""
    issued: str = ""


def check_belonging(form: ReturnedForm, expected: Expected, file: str) -> None:
    """Raise AdvisorError where a form is not what is expected.

    FORM_NOT_ISSUED, FORM_OF_OTHER_CASE, FORM_UNKNOWN for another kind, FORM_OF_OTHER_COMMUNE,
    FORM_OF_OTHER_QUESTIONNAIRE, FORM_OF_OTHER_VERSION, in this order: what a forged identity says of the rest is not
    worth a word.
    """
    identity = form.identity
    if not identity.is_issued_with(expected.key) and identity.text != expected.issued:
        raise AdvisorError(Problem.FORM_NOT_ISSUED, file=file)
    if identity.case != expected.case:
        raise AdvisorError(Problem.FORM_OF_OTHER_CASE, file=file)
    if identity.kind != expected.kind:
        raise AdvisorError(Problem.FORM_UNKNOWN, file=file)
    if identity.commune and identity.commune not in expected.communes:
        raise AdvisorError(Problem.FORM_OF_OTHER_COMMUNE, file=file)
    if identity.questionnaire != expected.questionnaire:
        raise AdvisorError(Problem.FORM_OF_OTHER_QUESTIONNAIRE, file=file, name=identity.questionnaire)
    if identity.version != expected.version or not expected.digest.startswith(identity.definition):
        raise AdvisorError(
            Problem.FORM_OF_OTHER_VERSION, file=file, version=identity.version, expected=expected.version
        )


def answers_of(form: ReturnedForm, questionnaire: Questionnaire) -> ReturnedAnswers:
    """The answers of a pre-survey with their notes, for the adviser alone; what is no answer is told beside them."""
    answers: dict[str, Answer] = {}
    unread: list[UnreadAnswer] = []
    for question in questionnaire.questions:
        value = form.values.get(field_name(question.id), "")
        answer = Answer()
        if value:
            try:
                answer = kind_of(question).read(question, value)
            except AdvisorError:
                unread.append(UnreadAnswer(question=question.id, value=value))
        note = Words(form.values.get(note_name(question.id), "").strip())
        if note:
            answer = replace(answer, note=note)
        if answer != Answer():
            answers[question.id] = replace(answer, role=form.identity.role or None)
    return ReturnedAnswers(answers=answers, unread=tuple(unread))
