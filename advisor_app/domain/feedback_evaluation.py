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

    Words stand in the order of the alphabet, so that nobody's answers can be told to belong together.
    """

    forms: int
    items: tuple[RatedItem, ...] = ()
    words: Mapping[str, tuple[str, ...]] | None = None

    @property
    def is_enough(self) -> bool:
        """Whether there are enough forms."""
        return self.forms >= FEWEST


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


def by_module(cases: Iterable[CaseFeedback]) -> dict[str, FeedbackResult]:
    """Results by module; the forms of a case about several modules count for each of them."""
    return _evaluated((module, case) for case in cases for module in case.modules)


def by_adviser(cases: Iterable[CaseFeedback]) -> dict[str, FeedbackResult]:
    """Results by adviser, for houses that have agreed to it."""
    return _evaluated((case.adviser, case) for case in cases)


def _evaluated(named: Iterable[tuple[str, CaseFeedback]]) -> dict[str, FeedbackResult]:
    forms: dict[str, list[Form]] = {}
    for name, case in named:
        forms.setdefault(name, []).extend(case.forms)
    return {name: evaluate_feedback(forms[name]) for name in sorted(forms) if forms[name]}
