"""What commands say of areas and of variants of scanning."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from advisor_app.cli.output import number
from advisor_app.domain.e_file import JudgedArea
from advisor_app.domain.scan_comparison import ScanComparison
from advisor_app.texts.e_file import (
    dominated_sentences,
    e_file_word,
    result_sentence,
    stability_sentences,
    total_words,
)

if TYPE_CHECKING:
    from advisor_app.texts import Texts


def area_line(item: JudgedArea, texts: Texts) -> str:
    """An area in one line."""
    standing = item.standing
    words = (
        f"{item.number}",
        item.area.title,
        "" if standing.state is None else e_file_word(standing.state, texts),
        "" if standing.need is None else e_file_word(standing.need, texts),
        e_file_word(item.gap, texts),
        standing.responsible,
    )
    return "  ".join(filter(None, words))


def area_value(item: JudgedArea) -> dict[str, Any]:
    """An area as JSON."""
    standing = item.standing
    return {
        "number": item.number,
        "id": item.area.id,
        "title": item.area.title,
        "state": None if standing.state is None else standing.state.value,
        "need": None if standing.need is None else standing.need.value,
        "gap": item.gap.value,
        "responsible": standing.responsible,
        "demands": list(standing.own_demands),
        "questions": list(item.area.questions),
    }


def comparison_value(comparison: ScanComparison) -> dict[str, Any]:
    """How the variants stand, as JSON."""
    return {
        "weights": dict(comparison.weights),
        "variants": [
            {
                "id": item.variant.id,
                "title": item.variant.title,
                "points": {given.criterion: given.points for given in item.rating.points},
                "total": None if item.total is None else number(item.total),
                "place": item.place,
                "open": [criterion.id for criterion in item.open_criteria],
                "dominated_by": None if item.dominated_by is None else item.dominated_by.id,
                "chosen": item.rating.is_chosen,
            }
            for item in comparison.variants
        ],
        "stability": [
            {
                "criterion": item.criterion.id,
                "weight": item.weight,
                "below": None if item.below is None else number(item.below.weight),
                "above": None if item.above is None else number(item.above.weight),
            }
            for item in comparison.stability
        ],
    }


def comparison_lines(comparison: ScanComparison, texts: Texts) -> list[str]:
    """How the variants stand, a line each, and how firm the first one is."""
    lines = [
        "  ".join(
            (
                "–" if item.place is None else str(item.place),
                item.variant.title,
                "–" if item.total is None else total_words(item.total, texts),
            )
        )
        for item in comparison.variants
    ]
    told = (*stability_sentences(comparison, texts), *dominated_sentences(comparison, texts))
    return [*lines, result_sentence(comparison, texts), *told]
