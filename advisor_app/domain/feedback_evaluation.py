"""What feedback forms add up to: means of the six items, from five forms on and never below.

Forms name nobody and are tied to their case only. Fewer than five would let people be guessed (fact base, G), so
nothing but their number is told of them, neither ratings nor words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from advisor_app.domain.feedback import RATINGS, WORDS
from advisor_app.domain.sent_form import FeedbackItem, SentForm

FEWEST = 5
"""Forms from which on they are evaluated."""

Form = tuple[FeedbackItem, ...]
"""What one form says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFeedback:
    """The forms of one case, the modules it was about, and who led it."""

    modules: tuple[str, ...]
    adviser: str
    forms: tuple[Form, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RatedItem:
    """One item: how many rated it, and how many gave each rating; ``counts`` are those of 1 to 5."""

    item: str
    counts: tuple[int, ...]

    @property
    def votes(self) -> int:
        """How many rated it."""
        return sum(self.counts)

    @property
    def mean(self) -> Fraction | None:
        """The mean rating; None where fewer than five rated it."""
        if self.votes < FEWEST:
            return None
        return Fraction(sum(rating * count for rating, count in enumerate(self.counts, start=1)), self.votes)


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackResult:
    """What forms add up to; ``items`` and ``words`` are empty while there are fewer than five.

    So they are where it is ``withheld``: beside other results it would tell what fewer than five forms say. Words stand
    in the order of the alphabet, so that nobody's answers can be told to belong together.
    """

    forms: int
    items: tuple[RatedItem, ...] = ()
    words: Mapping[str, tuple[str, ...]] | None = None
    withheld: bool = False

    @property
    def is_told(self) -> bool:
        """Whether more than the number of forms is told."""
        return self.forms >= FEWEST and not self.withheld


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackFigures:
    """All feedback of a data folder: in all, by module, and by adviser where the house has switched that on."""

    total: FeedbackResult
    modules: Mapping[str, FeedbackResult]
    advisers: Mapping[str, FeedbackResult]


def evaluate_feedback(forms: Sequence[Form], *, with_words: bool = False) -> FeedbackResult:
    """Evaluate forms, those without any answer left out."""
    told = [form for form in forms if form]
    if len(told) < FEWEST:
        return FeedbackResult(forms=len(told))
    counted = Counter((item.item, item.rating) for form in told for item in form if item.rating is not None)
    said: dict[str, list[str]] = {name: [] for name in WORDS}
    for item in (item for form in told for item in form if item.item in said and item.words.text):
        said[item.item].append(item.words.text)
    return FeedbackResult(
        forms=len(told),
        items=tuple(
            RatedItem(item=name, counts=tuple(counted[name, rating] for rating in range(1, 6))) for name in RATINGS
        ),
        words={name: tuple(sorted(texts)) for name, texts in said.items()} if with_words else None,
    )


def forms_of(sent: Iterable[SentForm]) -> tuple[Form, ...]:
    """What came back of feedback forms, in no order that tells of people."""
    return tuple(item.feedback for form in sent for item in form.returns if item.feedback)


def evaluate_cases(cases: Sequence[CaseFeedback], *, per_adviser: bool) -> FeedbackFigures:
    """All results that are shown side by side; the forms of a case about several modules count for each of them.

    A whole and its parts tell of the rest, too: seven forms in all beside the five of a module would tell what the
    other two say. So the smallest result is told first, the total last, and each only where it gives nothing away.
    """
    results = _Results(cases)
    modules = results.of({name: case.modules for name, case in enumerate(cases)})
    advisers = results.of({name: (case.adviser,) for name, case in enumerate(cases)}) if per_adviser else {}
    return FeedbackFigures(total=results.result(frozenset(range(len(cases)))), modules=modules, advisers=advisers)


class _Results:
    """Results of groups of cases, which are numbered, and what was told already."""

    def __init__(self, cases: Sequence[CaseFeedback]) -> None:
        self._forms = [[form for form in case.forms if form] for case in cases]
        self._told: list[frozenset[int]] = []

    def of(self, names: Mapping[int, Iterable[str]]) -> dict[str, FeedbackResult]:
        """The result of each name, by the names of each case; those without any form are left out."""
        groups: dict[str, set[int]] = {}
        for case, found in names.items():
            for name in found:
                groups.setdefault(name, set()).add(case)
        ordered = sorted(groups, key=lambda name: (self._count(groups[name]), name))
        results = {name: self.result(frozenset(groups[name])) for name in ordered if self._count(groups[name])}
        return {name: results[name] for name in sorted(results)}

    def result(self, group: frozenset[int]) -> FeedbackResult:
        """What the forms of a group add up to, as far as it may be told."""
        result = evaluate_feedback([form for case in sorted(group) for form in self._forms[case]])
        if not result.is_told:
            return result
        if self._gives_away(group):
            return FeedbackResult(forms=result.forms, withheld=True)
        self._told.append(group)
        return result

    def _gives_away(self, group: frozenset[int]) -> bool:
        parts = [told for told in self._told if told <= group]
        rests = [group - part for part in (*parts, frozenset[int]().union(*parts))] if parts else []
        rests += [told - group for told in self._told if group <= told]
        return any(0 < self._count(rest) < FEWEST for rest in rests)

    def _count(self, cases: Iterable[int]) -> int:
        return sum(len(self._forms[case]) for case in cases)
