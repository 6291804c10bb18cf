"""The questionnaire of a pack: questions by dimension with all their anchors, and the phases."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from advisor_app.domain.questionnaire import Phase, Question, Questionnaire, Variant
from advisor_app.ui.pages.contents.blocks import Block, Entry, Heading, Levels, Points, Section, Text, said
from advisor_app.ui.pages.contents.reading import Reading

QUESTIONNAIRE = "questionnaire"
_PHASES = "phases"


def questionnaire_section(reading: Reading) -> Section | None:
    """All questions; None where the pack has none."""
    questionnaire = reading.contents.questionnaire
    if questionnaire is None:
        return None
    translate = QCoreApplication.translate
    entries = [_question(reading, question) for question in questionnaire.questions if not question.retired]
    groups = [(item.id, f"{item.id} {item.title}") for item in questionnaire.dimensions]
    if questionnaire.phases:
        entries += [_phase(reading, questionnaire, phase) for phase in questionnaire.phases]
        groups.append((_PHASES, translate("contents", "Phasen")))
    return Section(QUESTIONNAIRE, translate("contents", "Fragebogen"), entries, groups)


def _question(reading: Reading, question: Question) -> Entry:
    translate = QCoreApplication.translate
    blocks = said(
        Heading(f"{question.id}  {question.text}"),
        Text(" · ".join(_facts(reading, question)), "caption", "ink3"),
        Levels(question.anchors, question.anchors_short),
        Points(question.shown_choices, translate("contents", "Zur Auswahl")),
        Text(question.hint, label=translate("contents", "So fragen")),
        Text(question.evidence, label=translate("contents", "Nachweis")),
        Text(question.not_applicable or "", label=translate("contents", "Trifft nicht zu")),
    )
    variants = (block for variant in question.variants for block in _variant(reading, variant))
    sources = said(reading.sources(question.sources))
    return Entry(question.id, (*blocks, *variants, *sources), question.dimension)


def _facts(reading: Reading, question: Question) -> Iterator[str]:
    translate = QCoreApplication.translate
    if question.scores:
        yield translate("contents", "Gewicht {weight}").format(weight=question.weight)
    else:
        yield _answered_by(reading, question)
    if question.blocking:
        yield translate("contents", "sperrend")
    if question.confidential:
        yield translate("contents", "vertraulich")
    if question.roles:
        yield translate("contents", "beantwortet: {roles}").format(roles=reading.roles(question.roles))
    if question.when is not None:
        yield translate("contents", "nur wenn {condition}").format(condition=reading.condition(question.when))


def _answered_by(reading: Reading, question: Question) -> str:
    translate = QCoreApplication.translate
    if question.minimum is not None and question.maximum is not None:
        words = translate("contents", "Zahl von {low} bis {high} {unit}")
        low, high = reading.figure(question.minimum), reading.figure(question.maximum)
        return words.format(low=low, high=high, unit=question.unit).strip()
    if question.is_calculated:
        return translate("contents", "Summe aus {questions}").format(questions=", ".join(question.summands))
    return reading.texts(f"questions.types.{question.type.value}")


def _variant(reading: Reading, variant: Variant) -> Iterator[Block]:
    translate = QCoreApplication.translate
    heading = translate("contents", "Wortlaut für: {kind}").format(kind=reading.kinds([variant.kind]))
    yield Text(variant.text or "", label=heading)
    yield from said(
        Levels(variant.anchors or (), variant.anchors_short or ()),
        Text(variant.hint or "", label=translate("contents", "So fragen")),
    )


def _phase(reading: Reading, questionnaire: Questionnaire, phase: Phase) -> Entry:
    translate = QCoreApplication.translate
    title = translate("contents", "Phase {number}: {title}").format(number=phase.number, title=phase.title)
    threshold = translate("contents", "ab {figure}").format(figure=reading.figure(phase.threshold))
    criteria = []
    for criterion in phase.criteria:
        if criterion.question is not None:
            subject = translate("contents", "Frage {name}").format(name=criterion.question)
        elif criterion.dimension is not None:
            subject = reading.dimension(criterion.dimension)
        else:
            subject = translate("contents", "jede Dimension")
        words = translate("contents", "{subject}: mindestens {figure}")
        criteria.append(words.format(subject=subject, figure=reading.figure(criterion.at_least)))
    blocks: list[Block] = [Heading(title), Text(threshold, "caption", "ink3"), Text(phase.text)]
    if criteria:
        blocks.append(Points(criteria, translate("contents", "Dafür gebraucht")))
    return Entry(f"{questionnaire.id}-{phase.number}", blocks, _PHASES, is_extra=True)
