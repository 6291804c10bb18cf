"""Words for who pays which modules, and what a commune pays itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from advisor_app.domain.prices import PaidChoice
from advisor_app.texts import Texts
from advisor_app.texts.numbers import format_cents


def paid_words(choice: PaidChoice, module: Callable[[str], str], texts: Texts) -> str:
    """What one choice means in sentences: what is funded, what is paid, how much of that is known."""

    def named(modules: Sequence[str]) -> str:
        return texts.joined([module(name) for name in modules])

    parts = []
    if choice.funded:
        parts.append(texts("paid.funded", modules=named(choice.funded)))
    if choice.self_paid:
        known = [name for name in choice.self_paid if name not in choice.without_price]
        parts.append(texts("paid.own", modules=named(choice.self_paid)))
        if known:
            parts.append(texts("paid.sum", amount=format_cents(choice.cents, texts.language)))
        if choice.without_price:
            parts.append(texts("paid.without-price", modules=named(choice.without_price)))
    return " ".join(parts)
