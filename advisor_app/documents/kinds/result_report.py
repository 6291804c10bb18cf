"""Result report: where the commune stands, dimension by dimension, and what follows from it."""

from __future__ import annotations

from collections.abc import Iterator

from advisor_app.documents.assessed import Assessed, chosen
from advisor_app.documents.blocks import (
    Annex,
    Block,
    Callout,
    CalloutKind,
    Columns,
    Contents,
    Document,
    Fact,
    Heading,
    KeyFigure,
    KeyFigures,
    Lines,
    Paragraph,
    ParagraphKind,
    TitleBlock,
)
from advisor_app.documents.document_input import DocumentInput
from advisor_app.documents.kind import EditableSection, section_of, written
from advisor_app.documents.parts.answers import answer_table, confidential_questions
from advisor_app.documents.parts.calculation import calculation
from advisor_app.documents.parts.cohort import cohort_section
from advisor_app.documents.parts.communes import communes_section
from advisor_app.documents.parts.dimensions import dimension_in_detail, level_bars, proposed_judgement
from advisor_app.documents.parts.e_file import E_FILE_MODULE, e_file_section
from advisor_app.documents.parts.key_figures import score_figure, standing_figure
from advisor_app.documents.parts.polls import poll_section, polls_of_assessment
from advisor_app.documents.parts.processes import process_section
from advisor_app.documents.parts.selection import (
    decision_blocks,
    dots_blocks,
    dots_of_assessment,
    has_decided,
    ranked_candidates,
    ranking_table,
    suggested_way,
)
from advisor_app.documents.parts.services import service_section
from advisor_app.documents.parts.standing import (
    dimension_table,
    limits,
    phase_sentences,
    phase_steps,
    radar,
    standing_title,
)
from advisor_app.documents.parts.summaries import lacking, reached
from advisor_app.documents.parts.text_blocks import text_blocks
from advisor_app.documents.parts.usage import usage_section
from advisor_app.documents.wording import DASH
from advisor_app.domain.assessment import AnswerState
from advisor_app.domain.candidate_rules import Way
from advisor_app.domain.case import CaseCommune
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.foundations import DimensionKind
from advisor_app.domain.scoring import DimensionScore
from advisor_app.domain.usage_questions import QUESTIONNAIRE

KIND = "result-report"

_SUMMARY, _RECOMMENDATION, _JUDGEMENT = "summary", "recommendation", "judgement"
_WITH_PROCESSES = ("m2", "m3")
_MOST_NAMED = 3
_MODULE_OF_CANDIDATES = "M4"


def build(given: DocumentInput) -> Document:
    """The report on an assessment; raises AdvisorError(NO_ASSESSMENT) where the case has none."""
    current = _assessed(given)
    title = given.texts.of_document(KIND)("title", module=given.module_name(current.result.module_id))
    return given.document(KIND, title, given.module_title(current.result.module_id), _blocks(given, current, title))


def sections(given: DocumentInput) -> tuple[EditableSection, ...]:
    """Summary, one judgement per dimension and the recommendation."""
    current = _assessed(given)
    texts = given.texts.of_document(KIND)
    judgements = tuple(
        EditableSection(
            _judgement_key(score),
            texts("judgement", dimension=current.title(score.id)),
            proposed_judgement(current, score),
        )
        for score in current.result.dimensions
    )
    return (
        EditableSection(
            _SUMMARY, texts("documents.summary"), _proposed_summary(current), text_blocks(texts, "basis", "thanks")
        ),
        *judgements,
        EditableSection(
            _RECOMMENDATION,
            texts("documents.recommendation"),
            _proposed_recommendation(current),
            text_blocks(texts, "first-steps", "together", "again"),
        ),
    )


def _assessed(given: DocumentInput) -> Assessed:
    current = chosen(given)
    if current is None:
        raise AdvisorError(Problem.NO_ASSESSMENT)
    return current


def _judgement_key(score: DimensionScore) -> str:
    return f"{_JUDGEMENT}.{score.id}"


def _blocks(given: DocumentInput, current: Assessed, title: str) -> Iterator[Block]:
    texts = given.texts
    parts = sections(given)
    yield _title(given, current, title)
    yield Heading(2, texts("documents.summary"))
    yield from written(given, KIND, section_of(parts, _SUMMARY))
    yield _key_figures(current)
    yield Contents()
    yield from _standing(current)
    yield from communes_section(current)
    yield from cohort_section(current)
    yield Heading(2, texts("documents.dimensions"))
    yield from level_bars(current, current.cross_cutting, texts("documents.dimensions"))
    for score in current.cross_cutting:
        judgement = written(given, KIND, section_of(parts, _judgement_key(score)))
        yield from dimension_in_detail(current, score, judgement)
    if current.areas:
        yield Heading(2, texts("documents.areas"))
        yield Paragraph(text=texts("documents.areas-note"), introduces=True)
        poll = dots_of_assessment(given, current.assessment.id)
        if poll is not None:
            yield from dots_blocks(given, poll)
        yield from level_bars(current, current.areas, texts("documents.areas"))
        for score in current.areas:
            judgement = written(given, KIND, section_of(parts, _judgement_key(score)))
            yield from dimension_in_detail(current, score, judgement)
    if current.questionnaire.id == QUESTIONNAIRE:
        yield from service_section(given)
        yield from usage_section(given)
    if current.questionnaire.id in _WITH_PROCESSES:
        yield from process_section(given, current.questionnaire.id)
    if current.result.module_id == E_FILE_MODULE:
        yield from e_file_section(given)
    yield Heading(2, texts("documents.recommendation"))
    yield from written(given, KIND, section_of(parts, _RECOMMENDATION))
    yield from _decision(given, current)
    yield Heading(2, texts("documents.calculation.title"))
    yield from calculation(current)
    yield from _annexes(given, current)


def _title(given: DocumentInput, current: Assessed, title: str) -> TitleBlock:
    texts, wording, communes = given.texts, given.wording, given.case.head.communes
    module = given.module_title(current.result.module_id)
    areas = Lines(tuple(given.short_title(score.id) for score in current.areas))
    districts = dict.fromkeys(commune.district for commune in communes if commune.district)
    facts = [
        Fact(texts("documents.commune"), current.given.house),
        Fact(texts("documents.module"), module),
        *([Fact(texts("documents.district"), ", ".join(districts))] if districts else []),
        Fact(texts("documents.survey"), current.occasion),
        Fact(texts("documents.population"), _population(given)),
        Fact(texts("documents.adviser"), given.adviser or wording.open),
        Fact(texts("documents.state"), wording.day(given.today)),
    ]
    if any(item.kind is DimensionKind.IMPACT_AREA for item in current.questionnaire.dimensions):
        facts.insert(-1, Fact(texts("documents.areas"), areas if areas.texts else texts("documents.areas-none")))
    subtitle = ": ".join(filter(None, (current.questionnaire.title, standing_title(current))))
    return TitleBlock(title=title, subtitle=subtitle, facts=tuple(facts))


def _population(given: DocumentInput) -> str | Lines:
    """The number of people; of several communes each with its own, as a sum would be nobody's."""

    def number(commune: CaseCommune) -> str:
        return DASH if commune.population is None else given.wording.number(commune.population)

    communes = given.case.head.communes
    if len(communes) == 1:
        return number(communes[0])
    return Lines(tuple(f"{commune.name}: {number(commune)}" for commune in communes))


def _key_figures(current: Assessed) -> KeyFigures:
    texts, wording, module = current.given.texts, current.given.wording, current.result.module
    asked = [
        current.evaluation.answer(item.id).state
        for dimension in current.evaluation.dimensions()
        for item in current.evaluation.visible_questions(dimension)
        if item.scores
    ]
    unknown = asked.count(AnswerState.UNKNOWN)
    answered = len(asked) - asked.count(AnswerState.UNANSWERED) - unknown
    figures = [
        score_figure(current),
        KeyFigure(wording.percent(module.coverage), texts("documents.key.coverage")),
        KeyFigure(
            texts("documents.key.of", count=answered, total=len(asked)),
            texts(f"documents.key.answered{'-unknown' if unknown else ''}", unknown=unknown),
        ),
    ]
    standing = standing_figure(current)
    if standing is not None:
        figures.insert(0, standing)
    return KeyFigures(tuple(figures))


def _standing(current: Assessed) -> Iterator[Block]:
    texts = current.given.texts
    yield Heading(2, texts("documents.standing"))
    yield from phase_steps(current)
    yield Paragraph(text=phase_sentences(current))
    yield from limits(current, heading=3)
    yield Heading(2, texts("documents.profile"))
    picture = tuple(radar(current, with_table=False))
    table = tuple(dimension_table(current, current.cross_cutting))
    if picture:
        yield Columns(left=picture, right=table)
    else:
        yield from table


def _decision(given: DocumentInput, current: Assessed) -> Iterator[Block]:
    """The way that was decided on, and the candidates it was chosen from."""
    texts = given.texts
    if has_decided(given.case.way_decisions.get(current.assessment.id)):
        yield Heading(3, texts("documents.selection.way"))
        yield from decision_blocks(current)
    if given.case.candidates and current.result.module_id == _MODULE_OF_CANDIDATES:
        ranked = ranked_candidates(given)
        yield Heading(3, texts("document-kinds.candidate-list"))
        yield ranking_table(given, ranked)


def _annexes(given: DocumentInput, current: Assessed) -> Iterator[Block]:
    texts = given.texts.of_document(KIND)
    yield Annex(texts("annex-answers"))
    yield Paragraph(text=texts("documents.answers.intro", survey=current.occasion), introduces=True)
    yield from answer_table(current, confidential=False)
    yield from poll_section(given, polls_of_assessment(given, current.assessment.id), 3)
    confidential = confidential_questions(current)
    if confidential and not given.confidential:
        text = texts("documents.answers.confidential", count=confidential)
        yield Paragraph(text=text, kind=ParagraphKind.NOTE)
    if confidential and given.confidential:
        yield Annex(texts("annex-confidential"))
        notice = texts("documents.answers.confidential-notice", executive=given.word("executive"))
        yield Callout((notice,), CalloutKind.ATTENTION)
        yield from answer_table(current, confidential=True)


def _proposed_summary(current: Assessed) -> str:
    """Score, phase, the highest and the lowest dimensions, from the figures alone."""
    texts, wording = current.given.texts.of_document(KIND), current.given.wording
    sentences = [reached(current)]
    scored = [score for score in current.cross_cutting if score.score is not None]
    values = sorted({score.score for score in scored if score.score is not None})
    if len(values) > 1:
        for key, value in (("highest", values[-1]), ("lowest", values[0])):
            titles = [current.dimensions[score.id].title for score in scored if score.score == value]
            names = [texts("documents.quoted", words=title) for title in titles]
            sentence = texts(key, names=texts.joined(names), score=wording.score(value))
            sentences.append(sentence)
    sentences += lacking(current)
    return " ".join(sentences)


def _proposed_recommendation(current: Assessed) -> str:
    """Which form of result suits the phase, and where the gaps to the targets are widest."""
    texts, wording = current.given.texts.of_document(KIND), current.given.wording
    sentences = []
    phase = current.result.phase
    rule = suggested_way(current.given, phase)
    if rule is not None:
        key = "early" if rule.way is Way.USE_CASE else "late"
        sentences.append(texts(f"recommend-{key}"))
    gaps = []
    for score in current.cross_cutting:
        target = current.target(score)
        if target is not None and score.score is not None and target.level > score.score:
            gaps.append((target.level - score.score, score))
    gaps.sort(key=lambda gap: (-gap[0] * gap[1].weight, gap[1].id))
    if gaps:
        named = [f"{current.title(score.id)} ({wording.score(gap)})" for gap, score in gaps[:_MOST_NAMED]]
        sentences.append(texts("recommend-gaps", dimensions=texts.joined(named)))
    return " ".join(sentences) or texts("recommend-nothing")
