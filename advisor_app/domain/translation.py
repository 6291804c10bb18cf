"""A questionnaire as it was stored, in the words of another language.

What was asked is stored in German for ever. Words are translated only where they are still those that the translation
was written for: a question that has changed since is shown as it was asked.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from advisor_app.domain.foundations import Scale
from advisor_app.domain.questionnaire import Dimension, Phase, Question, Questionnaire

T = TypeVar("T", Questionnaire, Dimension, Question, Phase)

_QUESTION = (
    "text",
    "short",
    "hint",
    "evidence",
    "not_applicable",
    "anchors",
    "anchors_short",
    "choices",
    "unit",
    "variants",
)
_PHASE = ("title", "text")
_DIMENSION = ("title", "short")
_TITLE = ("title",)


@dataclass(frozen=True, slots=True)
class _Pairs:
    """Originals of today's packs with their translations, by what marks them."""

    originals: Mapping[Any, Any]
    translations: Mapping[Any, Any]

    def worded(self, mark: Any, kept: T, words: tuple[str, ...]) -> T:
        """What was kept with translated words, or as it is where one of them is no longer the original's."""
        original, translation = self.originals.get(mark), self.translations.get(mark)
        if original is None or translation is None:
            return kept
        if any(getattr(kept, name) != getattr(original, name) for name in words):
            return kept
        return replace(kept, **{name: getattr(translation, name) for name in words})


def in_words_of(kept: Questionnaire, original: Questionnaire, translation: Questionnaire) -> Questionnaire:
    """A stored questionnaire in the words of a translation of today's ``original``; all else stays as it was stored."""
    questions = _Pairs(
        {item.id: item for item in original.questions}, {item.id: item for item in translation.questions}
    )
    dimensions = _Pairs(
        {item.id: item for item in original.dimensions}, {item.id: item for item in translation.dimensions}
    )
    phases = _Pairs({item.number: item for item in original.phases}, {item.number: item for item in translation.phases})
    shown = _Pairs({"": original}, {"": translation}).worded("", kept, _TITLE)
    return replace(
        shown,
        scale=_scale(kept.scale, original.scale, translation.scale),
        dimensions=tuple(
            replace(
                dimensions.worded(item.id, item, _DIMENSION),
                questions=tuple(_question(questions, question) for question in item.questions),
            )
            for item in kept.dimensions
        ),
        phases=tuple(phases.worded(item.number, item, _PHASE) for item in kept.phases),
    )


def _question(pairs: _Pairs, kept: Question) -> Question:
    """A question with translated words; an answer keeps a choice by its stored text, so that one stays too."""
    shown = pairs.worded(kept.id, kept, _QUESTION)
    if shown.choices == kept.choices:
        return shown
    return replace(shown, choices=kept.choices, choice_words=shown.choices)


def _scale(kept: Scale, original: Scale, translation: Scale) -> Scale:
    """The scale with translated words where it still has all of its own."""
    words = [(level.number, level.word, level.meaning) for level in kept.levels]
    if kept.notice != original.notice or words != [(item.number, item.word, item.meaning) for item in original.levels]:
        return kept
    levels = tuple(
        replace(level, word=item.word, meaning=item.meaning)
        for level, item in zip(kept.levels, translation.levels, strict=True)
    )
    return replace(kept, notice=translation.notice, levels=levels)
