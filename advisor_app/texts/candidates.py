"""Words for choosing use cases: values, ranks with their ties, the way that is suggested, what programmes pay."""

from __future__ import annotations

from fractions import Fraction

from advisor_app.domain.candidate import RankedCandidate
from advisor_app.domain.joint_funding import JointGrant, Obstacle
from advisor_app.texts import Texts
from advisor_app.texts.numbers import format_cents, format_date, format_decimal


def value_word(value: Fraction, texts: Texts) -> str:
    """A mean of ratings with one decimal."""
    return format_decimal(float(value), 1, texts.language)


def rank_word(item: RankedCandidate, texts: Texts) -> str:
    """The rank, with whoever shares it; that ratings are missing where there is none."""
    if item.rank is None:
        return texts("candidates.rank.open")
    if not item.tied_with:
        return str(item.rank)
    return texts("candidates.rank.tied", rank=item.rank, codes=texts.joined(item.tied_with))


def obstacle_word(grant: JointGrant, obstacle: Obstacle, texts: Texts) -> str:
    """Why a programme does not pay as things stand, as a sentence."""
    support = grant.support
    day = support.valid_to if obstacle is Obstacle.EXPIRED else support.applications_to
    return texts(
        f"candidates.obstacle.{obstacle.value}",
        day="" if day is None else format_date(day, texts.language),
        communes=support.minimum_communes or 0,
        amount=format_cents((support.minimum_grant or 0) * 100, texts.language),
    )


def terms_words(grant: JointGrant, texts: Texts) -> str:
    """By which quota and ceiling a programme was reckoned, and until when its terms are known to hold."""
    parts = []
    if grant.quota_percent is None:
        parts.append(texts("candidates.terms.no-quota"))
    else:
        key = "assumed" if grant.is_assumed else "quota"
        parts.append(texts(f"candidates.terms.{key}", percent=grant.quota_percent))
    if grant.ceiling is not None:
        key = "ceiling-each" if grant.support.commune_ceiling is not None else "ceiling"
        each = format_cents((grant.support.commune_ceiling or 0) * 100, texts.language)
        parts.append(texts(f"candidates.terms.{key}", amount=format_cents(grant.ceiling, texts.language), each=each))
    if grant.support.valid_to is not None:
        parts.append(texts("candidates.terms.until", day=format_date(grant.support.valid_to, texts.language)))
    parts.append(texts("candidates.terms.as-of", day=format_date(grant.support.as_of, texts.language)))
    return "; ".join(parts)
