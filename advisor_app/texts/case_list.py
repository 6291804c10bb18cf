"""Words for what a foreign list says of who pays and how much, and what of it has no field of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from advisor_app.domain.booking import Financing
from advisor_app.domain.case_list import ListedBooking, listed_price
from advisor_app.domain.case_list_payment import RowPayment
from advisor_app.domain.column_mapping import MappedRow
from advisor_app.texts import Texts
from advisor_app.texts.numbers import format_cents
from advisor_app.texts.states import state_word


def payment_remarks(row: MappedRow, payment: RowPayment, modules: Sequence[str], texts: Texts) -> Iterator[str]:
    """What of a row's payment is not taken as it stands, in sentences."""
    if payment.unknown:
        yield texts("imports.case-list.remark.programme-unknown", name=", ".join(payment.unknown))
    if payment.programmes and payment.financing is not Financing.PROGRAMME:
        financing = state_word(payment.financing, texts)
        yield texts("imports.case-list.remark.programme-unused", financing=financing, name=_named(payment, texts))
    elif payment.programmes:
        if lacking := [module for module in modules if not payment.of(module)]:
            yield texts("imports.case-list.remark.programme-other", name=_named(payment, texts), modules=_all(lacking))
        if torn := [module for module in modules if len(payment.of(module)) > 1]:
            yield texts("imports.case-list.remark.programme-several", name=_named(payment, texts), modules=_all(torn))
    if len(modules) > 1 and listed_price(row) is not None:
        yield texts("imports.case-list.remark.price-together", modules=_all(modules))


def booking_note(
    row: MappedRow, payment: RowPayment, booking: ListedBooking, modules: Sequence[str], texts: Texts
) -> str:
    """The words of a row about payment that found no field in its booking; empty where all did."""
    parts = []
    if booking.programme is None and (payment.programmes or payment.unknown):
        name = row.text("programme") or row.text("financing")
        parts.append(texts("imports.case-list.note.programme", name=name))
    cents = listed_price(row)
    if booking.price is None and cents is not None:
        amount = format_cents(cents, texts.language)
        parts.append(texts("imports.case-list.note.price", modules=_all(modules), amount=amount))
    return "; ".join(parts)


def _named(payment: RowPayment, texts: Texts) -> str:
    return texts.joined([programme.short for programme in payment.programmes])


def _all(modules: Sequence[str]) -> str:
    return ", ".join(modules)
