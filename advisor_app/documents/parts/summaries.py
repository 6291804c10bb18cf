"""Assessment and plan in a few sentences, from the figures alone."""

from __future__ import annotations

from collections.abc import Iterator

from advisor_app.documents.assessed import Assessed
from advisor_app.documents.document_input import DocumentInput
from advisor_app.documents.parts.measures import priority
from advisor_app.documents.parts.standing import near_threshold, next_phase, phase_title
from advisor_app.domain.plan import Measure, MeasureState, Priority, plan_totals


def reached(current: Assessed) -> str:
    """Phase and score in a sentence; that both are open where they are."""
    texts, wording, score = current.given.texts, current.given.wording, current.result.module.score
    if score is None:
        return texts("documents.phase.no-score")
    if current.result.phase is None:
        return texts("documents.summaries.reached-score", score=wording.score(score))
    near = near_threshold(current)
    return texts(
        f"documents.summaries.reached{'-near' if near is not None else ''}",
        phase=phase_title(current),
        score=wording.score(score),
    )


def lacking(current: Assessed) -> Iterator[str]:
    """How many conditions of the next phase are not met; nothing where there is none."""
    result, following = current.result.phase, next_phase(current)
    if result is not None and result.limited_by and following is not None:
        yield current.given.texts(
            "documents.summaries.missing",
            count=len(result.limited_by),
            number=following.number,
            title=following.title,
        )


def plan_summary(given: DocumentInput, measures: tuple[Measure, ...]) -> str:
    """How many measures in which time at what cost, and which are urgent."""
    texts, wording = given.texts, given.wording
    kept = [measure for measure in measures if measure.state is not MeasureState.DROPPED]
    if not kept:
        return texts("documents.plan.summary-empty")
    starts = [measure.start for measure in kept if measure.start is not None]
    ends = [measure.end for measure in kept if measure.end is not None]
    period = wording.period(min(starts, default=None), max(ends, default=None))
    sentences = [texts("documents.plan.summary", count=len(kept), period=period)]
    urgent = [measure.id for measure in kept if priority(given, measure) == Priority.A.value]
    if urgent:
        sentences.append(texts("documents.plan.summary-urgent", count=len(urgent), measures=texts.joined(urgent)))
    totals = plan_totals(measures)
    if len(totals.cost_open) < len(kept):
        sentences.append(texts("documents.plan.summary-cost", once=wording.money(totals.once)))
    if totals.cost_open:
        sentences.append(texts("documents.plan.cost-open", measures=texts.joined(totals.cost_open)))
    return " ".join(sentences)
