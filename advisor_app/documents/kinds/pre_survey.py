"""Pre-survey: what one role of a house answers before the workshop, as a form that comes back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from advisor_app.documents.assessed import assessed
from advisor_app.documents.blocks import (
    Block,
    Callout,
    Document,
    Fact,
    Heading,
    KeepTogether,
    Paragraph,
    ParagraphKind,
    TitleBlock,
)
from advisor_app.documents.document_input import DocumentInput
from advisor_app.documents.form import issued
from advisor_app.documents.form_blocks import ChoiceField, TextField
from advisor_app.documents.kind import EditableSection, Item, section_of, written
from advisor_app.documents.paper_blocks import Tick
from advisor_app.documents.parts.conditions import only_if
from advisor_app.domain.assessment import Assessment
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.form import FieldType, FormField, note_name
from advisor_app.domain.pre_survey import RoleSurvey, split_by_role, survey_key, surveyed_assessments
from advisor_app.domain.questionnaire import Dimension, Question, Questionnaire
from advisor_app.questions import kind_of
from advisor_app.questions.form import form_field
from advisor_app.texts import Texts

KIND = "pre-survey"

_INSTRUCTION = "instruction"
_NOTE_LINES = 2
_DIGEST_DIGITS = 12  # of the questionnaire's, enough to tell definitions of one version apart


@dataclass(frozen=True, slots=True)
class _Survey:
    """A form to be made: the assessment it is for, its questionnaire and the role."""

    given: DocumentInput
    assessment: Assessment
    questionnaire: Questionnaire
    asked: RoleSurvey

    @property
    def id(self) -> str:
        return survey_key(f"{self.questionnaire.module}-{self.asked.role}", self.assessment.commune)

    @property
    def commune(self) -> str:
        """The commune that alone is asked; empty where all of the case are."""
        return self.given.case.commune.title if self.assessment.commune else ""

    @property
    def texts(self) -> Texts:
        return self.given.texts.of_document(KIND)


def items(given: DocumentInput) -> tuple[Item, ...]:
    """One form for each role that a questionnaire of the case asks something (M4-BM), also of one commune alone."""
    texts = given.texts.of_document(KIND)
    return tuple(
        Item(
            survey.id,
            texts(
                "item",
                module=given.module_name(survey.questionnaire.module),
                role=" · ".join(filter(None, (given.role(survey.asked.role), survey.commune))),
            ),
            survey.questionnaire.module,
            survey.id,
        )
        for survey in _surveys(given)
    )


def build(given: DocumentInput) -> Document:
    """The form of the chosen role.

    Raises AdvisorError: NO_ASSESSMENT where nothing is asked in the case, UNKNOWN_DOCUMENT_ITEM where none or several
    forms fit the choice.
    """
    survey = _chosen(given)
    texts, questionnaire = survey.texts, survey.questionnaire
    title = texts("title", module=given.module_name(questionnaire.module))
    subject = texts("for-role", role=given.role(survey.asked.role))
    return issued(
        survey.given,
        survey.given.document(KIND, title, subject, _blocks(survey)),
        questionnaire=questionnaire.id,
        version=questionnaire.version,
        definition=survey.assessment.digest[:_DIGEST_DIGITS],
        role=survey.asked.role,
        commune=survey.assessment.commune,
    )


def sections(given: DocumentInput) -> tuple[EditableSection, ...]:
    """How the form is to be filled in; the same words for all roles."""
    if not surveyed_assessments(given.case):
        raise AdvisorError(Problem.NO_ASSESSMENT)
    texts = given.texts.of_document(KIND)
    return (EditableSection(_INSTRUCTION, texts("instruction-head"), texts("instruction")),)


def _surveys(given: DocumentInput) -> Iterator[_Survey]:
    case = given.case
    for assessment in surveyed_assessments(case):
        current = assessed(given, assessment)
        kind = current.given.case.commune.kind
        for asked in split_by_role(
            current.questionnaire, kind, assessment.areas, tuple(given.catalog.roles), case.roles
        ):
            yield _Survey(current.given, assessment, current.questionnaire, asked)


def _chosen(given: DocumentInput) -> _Survey:
    surveys = list(_surveys(given))
    if not surveys:
        raise AdvisorError(Problem.NO_ASSESSMENT)
    found = [survey for survey in surveys if survey.id == given.item] if given.item else surveys
    if len(found) != 1:
        raise AdvisorError(
            Problem.UNKNOWN_DOCUMENT_ITEM, name=given.item, document=given.texts(f"document-kinds.{KIND}")
        )
    return found[0]


def _blocks(survey: _Survey) -> Iterator[Block]:
    given, texts = survey.given, survey.texts
    yield _title(survey)
    yield from written(given, KIND, section_of(sections(given), _INSTRUCTION))
    yield Callout((texts("privacy"),))
    for dimension, questions in survey.asked.questions:
        first, *others = (_question(survey, question) for question in questions)
        yield KeepTogether((_heading(dimension), *first.blocks))
        yield from others
    end = texts("end", adviser=given.adviser) if given.adviser else texts("end-nobody")
    yield Callout((end,))


def _title(survey: _Survey) -> TitleBlock:
    given, texts = survey.given, survey.texts
    role = given.role(survey.asked.role)
    if survey.asked.merged:
        others = texts.joined([given.role(name) for name in survey.asked.merged])
        role = texts("merged", role=role, others=others)
    facts = [
        Fact(texts("documents.commune"), given.house),
        Fact(texts("about-role"), role),
        Fact(texts("count"), str(survey.asked.count)),
        Fact(
            texts("of-questionnaire"),
            texts("version", title=survey.questionnaire.title, version=survey.questionnaire.version),
        ),
    ]
    if given.adviser:
        facts.append(Fact(texts("send-to"), given.adviser))
    return TitleBlock(
        title=texts("title", module=given.module_name(survey.questionnaire.module)),
        subtitle=texts("for-role", role=given.role(survey.asked.role)),
        facts=tuple(facts),
    )


def _heading(dimension: Dimension) -> Heading:
    return Heading(2, f"{dimension.id} {dimension.title}")


def _question(survey: _Survey, question: Question) -> KeepTogether:
    """A question with everything that is needed to answer it, on one page."""
    given, texts = survey.given, survey.texts
    wording = question.wording(given.case.commune.kind)
    worded = replace(question, text=wording.text or question.text, anchors=wording.anchors or question.anchors)
    blocks: list[Block] = [Heading(3, f"{worded.id} {worded.text}")]
    hints = [only_if(given, survey.questionnaire, question)]
    if question.confidential:
        hints.append(texts("confidential"))
    blocks += [Paragraph(text=hint, kind=ParagraphKind.NOTE, introduces=True) for hint in hints if hint]
    blocks.append(_answer(texts, worded))
    blocks.append(
        TextField(
            field=FormField(note_name(question.id), FieldType.TEXT),
            words=texts("note-spoken", question=question.id),
            label=texts("note"),
            lines=_NOTE_LINES,
        )
    )
    return KeepTogether(tuple(blocks))


def _answer(texts: Texts, question: Question) -> Block:
    kind = kind_of(question)
    printed = kind.printed(question, texts)
    field = form_field(question, printed)
    if field.type is FieldType.TEXT:
        return TextField(
            field=field,
            words=texts("answer-spoken", question=question.id, text=question.text),
            label=texts("figure" if kind.is_figure else "answer"),
            lines=max(1, printed.lines),
            short=kind.is_figure,
            unit=printed.unit,
        )
    return ChoiceField(
        field=field,
        words=texts("spoken", question=question.id, text=question.text),
        options=tuple(Tick(mark=option.label, text=option.text) for option in printed.options),
    )
