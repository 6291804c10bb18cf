"""What the sides of a comparison are called, and what it says in a few sentences: for the page and the document."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from advisor_app.documents.compared import Compared
from advisor_app.documents.document_input import DocumentInput
from advisor_app.documents.parts.comparison import is_gone, is_new
from advisor_app.documents.parts.standing import phase_title
from advisor_app.domain.assessment import Assessment
from advisor_app.domain.case import Case
from advisor_app.texts import Texts

COMPARISON = "assessment-comparison"
"""The document whose texts these are."""


def day_and_kind(given: DocumentInput, assessment: Assessment) -> str:
    """What one side is called among others (Workshop, 14.09.2026)."""
    texts = given.texts.of_document(COMPARISON)
    return f"{numbered(given.case, assessment, texts)}, {day_of(given, assessment, texts)}"


def proposed_summary(both: Compared, texts: Texts) -> str:
    """What has changed, in a few sentences, from the figures alone."""
    return " ".join(_proposed_summary(both, texts))


def day_of(given: DocumentInput, assessment: Assessment, texts: Texts) -> str:
    """When it was, as far as anybody knows: of one from an earlier case at least when that was opened."""
    if assessment.held_on is not None:
        return given.wording.day(assessment.held_on)
    opened = given.opened.get(assessment.id)
    return texts("day-open") if opened is None else texts("day-of-case", day=given.wording.day(opened))


def numbered(case: Case, assessment: Assessment, texts: Texts) -> str:
    """The kind of an assessment, with its place where the case has several of it."""
    kind = texts(f"documents.assessment.{assessment.kind.value}")
    alike = [
        item.id
        for item in case.in_order()
        if (item.questionnaire, item.kind) == (assessment.questionnaire, assessment.kind)
    ]
    return texts("item-number", kind=kind, number=alike.index(assessment.id) + 1) if len(alike) > 1 else kind


def _proposed_summary(both: Compared, texts: Texts) -> Iterator[str]:
    """Module score, phase, and the dimensions that moved most, from the figures alone."""
    wording = both.after.given.wording
    before, after = both.before.result.module.score, both.after.result.module.score
    if before is None or after is None:
        yield texts("proposal.open")
        return
    name = "level" if wording.score(before) == wording.score(after) else "up" if after > before else "down"
    yield texts(f"proposal.{name}", before=wording.score(before), after=wording.score(after))
    if both.after.phase is not None and both.before.phase is not None:
        same = "-same" if both.after.phase.number == both.before.phase.number else ""
        yield texts(f"proposal.phase{same}", before=phase_title(both.before), after=phase_title(both.after))
    if any(is_new(move) or is_gone(move) for move in both.moves):
        yield texts("proposal.other-answers")
    known = {score.id: score.score for score in both.before.cross_cutting}
    changes = [
        (score.score - earlier, score, wording.change(earlier, score.score))
        for score in both.after.cross_cutting
        if score.score is not None and (earlier := known.get(score.id)) is not None
    ]
    for name, sign in (("most", 1), ("least", -1)):
        furthest = max((sign * change for change, _score, _words in changes), default=Fraction(0))
        if furthest > 0:
            found = [(score, words) for change, score, words in changes if sign * change == furthest]
            names = [texts("documents.quoted", words=both.after.dimensions[score.id].title) for score, _words in found]
            yield texts(f"proposal.{name}", names=texts.joined(names), change=found[0][1])
