"""A form that came back beside what is known: whether it is ours, what is new in it, and what speaks against it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from advisor_app.domain.assessment import Answer, Assessment, AssessmentKind, Statement
from advisor_app.domain.case_document import DocumentKey
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.feedback import read_feedback
from advisor_app.domain.form import FormIdentity, ReturnedForm, field_name
from advisor_app.domain.pre_survey import survey_key, surveyed_assessments
from advisor_app.domain.sent_form import FeedbackItem, SentForm
from advisor_app.domain.words import Words
from advisor_app.questions import kind_of
from advisor_app.services.form_preview import (
    FormPreview,
    Novelty,
    PreviewedAnswer,
    QuestionDifference,
    ReadForm,
)
from advisor_app.services.forms import FEEDBACK, PRE_SURVEY

if TYPE_CHECKING:
    from collections.abc import Mapping

    from advisor_app.domain.case import Case
    from advisor_app.domain.questionnaire import Question, Questionnaire
    from advisor_app.services.clock import Clock
    from advisor_app.services.forms import Forms
    from advisor_app.services.questionnaires import Questionnaires
    from advisor_app.texts import Texts


class FormComparison:
    """``key`` is what forms are issued with in this profile."""

    def __init__(self, forms: Forms, questionnaires: Questionnaires, texts: Texts, clock: Clock, key: bytes) -> None:
        self._forms = forms
        self._questionnaires = questionnaires
        self._texts = texts
        self._clock = clock
        self._key = key

    def preview(self, case: Case, read: ReadForm, before: Sequence[FormPreview]) -> FormPreview:
        """One file beside the case and the files that were read before it."""
        if read.form is None:
            return FormPreview(read=read, error=read.error)
        known = case.sent_forms.get(read.form.identity.number)
        try:
            return self._compared(case, read, read.form, before)
        except AdvisorError as error:
            role = "" if known is None else self._forms.role_title(case, known.role)
            return FormPreview(read=read, error=error, form=known, role_title=role)

    def words(self, question: Question, answer: Answer) -> str:
        """An answer in words; nothing for a question that nobody answered."""
        return kind_of(question).wording(question, answer, self._texts) if answer != Answer(note=answer.note) else ""

    def _compared(self, case: Case, read: ReadForm, form: ReturnedForm, before: Sequence[FormPreview]) -> FormPreview:
        from advisor_app.exchange.returned_form.belonging import Expected, check_belonging

        identity = form.identity
        known = case.sent_forms.get(identity.number)
        kind = FEEDBACK if identity.kind == FEEDBACK else PRE_SURVEY
        expected = Expected(
            case=case.id,
            kind=kind,
            communes=frozenset(commune.id for commune in case.head.communes),
            key=self._key,
            issued="" if known is None else known.identity,
        )
        if kind == FEEDBACK:
            check_belonging(form, expected, read.name)
            _refuse_twice(known, read, form, before)
            return self._feedback(read, form, known or self._unknown(form))
        target = self._target(case, identity)
        if target is not None:
            expected = replace(
                expected, questionnaire=target.questionnaire, version=target.version, digest=target.digest
            )
        check_belonging(form, expected, read.name)
        if target is None:
            raise AdvisorError(Problem.FORM_OF_OTHER_QUESTIONNAIRE, file=read.name, name=identity.questionnaire)
        _refuse_twice(known, read, form, before)
        module = self._questionnaires.of(target).module
        key = DocumentKey(PRE_SURVEY, survey_key(f"{module}-{identity.role}", target.commune))
        sent = known or replace(self._unknown(form), document=key, role=identity.role)
        return self._survey(case, read, form, replace(sent, assessment=target.id), target, before)

    def _survey(
        self,
        case: Case,
        read: ReadForm,
        form: ReturnedForm,
        sent: SentForm,
        target: Assessment,
        before: Sequence[FormPreview],
    ) -> FormPreview:
        from advisor_app.exchange.returned_form.belonging import answers_of

        shown = self._questionnaires.of(target)
        returned = answers_of(form, self._questionnaires.kept(target.digest))
        statements = {name: _statement(sent.role, answer) for name, answer in returned.answers.items()}
        there = {name: said for (name, role), said in case.statements.get(target.id, {}).items() if role == sent.role}
        same_role = [item for item in before if item.assessment == target and item.form and item.form.role == sent.role]
        return FormPreview(
            read=read,
            form=sent,
            role_title=self._forms.role_title(case, sent.role),
            assessment=target,
            statements=statements,
            answers=tuple(self._answers(shown, sent, statements, there)),
            unread=returned.unread,
            differences=tuple(self._differences(shown, form)),
            replaces=bool(there),
            rival=same_role[0].read.name if same_role else "",
        )

    def _feedback(self, read: ReadForm, form: ReturnedForm, sent: SentForm) -> FormPreview:
        given = read_feedback(form.values)
        ratings = (FeedbackItem(item=name, rating=rating) for name, rating in given.ratings.items())
        words = (FeedbackItem(item=name, words=Words(text)) for name, text in given.words.items())
        return FormPreview(read=read, form=sent, feedback=(*ratings, *words))

    def _answers(
        self,
        shown: Questionnaire,
        sent: SentForm,
        statements: Mapping[str, Statement],
        there: Mapping[str, Statement],
    ) -> Iterator[PreviewedAnswer]:
        """What the form says, and what the role no longer says, in the order of the questionnaire."""
        for question in shown.questions:
            now, was = statements.get(question.id), there.get(question.id)
            if now is None and (was is None or question.id not in sent.questions):
                continue
            novelty = Novelty.NEW if was is None else Novelty.SAME if was == now else Novelty.CHANGED
            yield PreviewedAnswer(
                question=question.id,
                text=question.short,
                words="" if now is None else self.words(question, now.answer),
                before="" if was is None else self.words(question, was.answer),
                note="" if now is None else now.note.text,
                novelty=novelty,
            )

    def _differences(self, shown: Questionnaire, form: ReturnedForm) -> Iterator[QuestionDifference]:
        questions = {field_name(question.id): question for question in shown.questions}
        for item in form.differences:
            question = questions.get(item.field)
            if question is not None:
                yield QuestionDifference(
                    question=question.id,
                    stored=self._value_words(question, item.stored),
                    ticked=self._value_words(question, item.ticked),
                )

    def _value_words(self, question: Question, value: str) -> str:
        try:
            return self.words(question, kind_of(question).read(question, value)) if value else ""
        except AdvisorError:
            return value

    def _target(self, case: Case, identity: FormIdentity) -> Assessment | None:
        """The pre-survey that a form brings answers to: the one that it was made for as long as that holds.

        Where a form went out without one (as any other document), one is made with it.
        """
        known = case.sent_forms.get(identity.number)
        made = None if known is None else case.assessments.get(known.assessment)
        if made is not None and case.superseding(made.id) is None:
            return made
        surveyed = [item for item in surveyed_assessments(case) if item.questionnaire == identity.questionnaire]
        if not surveyed:
            return None
        is_alone = len(case.head.communes) == 1
        for item in surveyed:
            if item.kind is AssessmentKind.PRE_SURVEY and (is_alone or item.commune == identity.commune):
                return item
        module = self._questionnaires.of(surveyed[0]).module
        return self._forms.new_survey(case, survey_key(module, "" if is_alone else identity.commune))

    def _unknown(self, form: ReturnedForm) -> SentForm:
        """A record for a form that went out and is not in the list: its making was undone, or it was never there."""
        identity = form.identity
        kind = FEEDBACK if identity.kind == FEEDBACK else PRE_SURVEY
        return SentForm(
            number=identity.number,
            document=DocumentKey(kind),
            title=self._texts(f"document-kinds.{kind}"),
            made_at=self._clock.now(),
            identity=identity.text,
        )


def _statement(role: str, answer: Answer) -> Statement:
    return Statement(
        role=role, state=answer.state, level=answer.level, number=answer.number, text=answer.text, note=answer.note
    )


def _refuse_twice(known: SentForm | None, read: ReadForm, form: ReturnedForm, before: Sequence[FormPreview]) -> None:
    """Raise AdvisorError: FORM_IMPORTED for what is there already, FORM_TWICE for what is among the files before.

    People may fill in feedback alike: of that only the very same file is known again.
    """
    by_content = form.identity.kind == PRE_SURVEY
    if known is not None and (known.return_of(form.file) or (by_content and known.return_with(form.content))):
        raise AdvisorError(Problem.FORM_IMPORTED, file=read.name)
    for item in before:
        other = item.read.form
        if other is None or item.error is not None:
            continue
        if (form.file and other.file == form.file) or (by_content and other.content == form.content):
            raise AdvisorError(Problem.FORM_TWICE, file=read.name, other=item.read.name)
