"""How a commune's online services are used: month by month, service by service, what is abandoned, how it is paid."""

from __future__ import annotations

from collections.abc import Iterator

from advisor_app.documents.blocks import (
    Block,
    Column,
    Contents,
    Document,
    Fact,
    Heading,
    Paragraph,
    ParagraphKind,
    Row,
    Table,
    TitleBlock,
)
from advisor_app.documents.document_input import DocumentInput
from advisor_app.documents.kind import EditableSection, section_of, written
from advisor_app.documents.parts.usage import month_table, service_table, usage_figure, usage_figures, usage_of
from advisor_app.domain.questionnaire import Question
from advisor_app.domain.usage import Period, ServiceUsage, UsageCut, months_in, sums_of, year_before
from advisor_app.domain.usage_questions import QUESTIONNAIRE, SUPPORTED
from advisor_app.texts import Texts
from advisor_app.texts.numbers import format_decimal
from advisor_app.texts.usage import beside_question, count_words, period_words, rated_services

KIND = "usage-report"

_RECOMMENDATION = "recommendation"
_MOST_NAMED = 3


def build(given: DocumentInput) -> Document:
    """The report on the last twelve months; raises AdvisorError(NO_USAGE) where no statistics were taken in."""
    texts = given.texts.of_document(KIND)
    return given.document(KIND, texts("title"), texts("heading"), _blocks(given, texts))


def sections(given: DocumentInput) -> tuple[EditableSection, ...]:
    """What the adviser recommends; raises AdvisorError(NO_USAGE) as ``build`` does."""
    services, period = usage_of(given)
    texts = given.texts.of_document(KIND)
    proposal = _proposed(services, period, given.texts, texts)
    return (EditableSection(_RECOMMENDATION, given.texts("documents.recommendation"), proposal),)


def _proposed(services: tuple[ServiceUsage, ...], period: Period, texts: Texts, own: Texts) -> str:
    """Where most applications get lost: not where the rate is highest, as ten of twenty are fewer than 100 of 900."""
    rated = rated_services(services, period)
    if not rated:
        return own("recommend-uncounted")
    lost = sorted((pair for pair in rated if pair[1].abandoned), key=lambda pair: -pair[1].abandoned)
    if not lost:
        return own("recommend-steady")
    names = [
        own("lost", name=texts("documents.quoted", words=service.title), count=count_words(sums.abandoned, texts))
        for service, sums in lost[:_MOST_NAMED]
    ]
    return own("recommend-abandoned", names=texts.joined(names))


def _blocks(given: DocumentInput, texts: Texts) -> Iterator[Block]:
    services, period = usage_of(given)
    yield TitleBlock(
        title=texts("heading"),
        subtitle=texts("subtitle"),
        facts=(
            Fact(texts("documents.commune"), given.house),
            Fact(texts("period"), period_words(period, given.texts)),
            Fact(texts("documents.adviser"), given.wording.or_open(given.adviser)),
            Fact(texts("documents.state"), given.wording.day(given.today)),
        ),
    )
    yield usage_figures(given, services, period)
    yield from _change(given, texts, services, period)
    yield from written(given, KIND, section_of(sections(given), _RECOMMENDATION))
    yield Contents()
    yield Heading(2, texts("months"))
    yield from usage_figure(given, services, period, UsageCut.MONTH)
    yield month_table(given, services, period)
    yield Heading(2, texts("services"))
    yield from usage_figure(given, services, period, UsageCut.SERVICE)
    yield service_table(given, services, period)
    for cut in (UsageCut.ABANDONMENT, UsageCut.PAYMENT):
        found = tuple(usage_figure(given, services, period, cut))
        yield Heading(2, texts(cut.value))
        yield from found or (Paragraph(text=texts(f"no-{cut.value}"), kind=ParagraphKind.NOTE),)
    yield from _questions(given, texts)
    yield Paragraph(text=given.texts("usage.source"), kind=ParagraphKind.NOTE)


def _change(
    given: DocumentInput, texts: Texts, services: tuple[ServiceUsage, ...], period: Period
) -> Iterator[Paragraph]:
    """The twelve months before, where all of them are known."""
    before = year_before(services)
    if before is None:
        return
    then, now = (sums_of(months_in(services, part)).uses for part in (before, period))
    if not then:
        return
    share = format_decimal(abs(now - then) * 100 / then, 1, given.texts.language)
    key = "same" if now == then else "more" if now > then else "fewer"
    words = texts(f"change.{key}", share=share, period=period_words(before, given.texts), uses=count_words(then, texts))
    yield Paragraph(text=words)


def _questions(given: DocumentInput, texts: Texts) -> Iterator[Block]:
    """What the figures say to questions of the assessment, which may ask for them in other words."""
    services = given.case.usage.values()
    rows = [
        Row((question.id, _asked(given, question), beside_question(question.id, services, given.texts)))
        for assessment in given.case.current_assessments()
        if assessment.questionnaire == QUESTIONNAIRE
        for question in given.questionnaires[assessment.id].questions
        if question.id in SUPPORTED and not question.confidential
    ]
    told = tuple(row for row in rows if row.cells[-1])
    if not told:
        return
    yield Heading(2, texts("questions"))
    yield Paragraph(text=texts("questions-intro"), introduces=True)
    yield Table(
        columns=(Column(title=texts("number")), Column(title=texts("question")), Column(title=texts("told"))),
        rows=told,
        summary=texts("questions-summary"),
        header=1,
    )


def _asked(given: DocumentInput, question: Question) -> str:
    return question.wording(given.case.commune.kind).text or question.text
