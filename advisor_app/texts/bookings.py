"""Words for the way of a booking, and for what bookings add up to."""

from __future__ import annotations

from advisor_app.domain.booking import Booking, BookingState
from advisor_app.domain.booking_course import BookingFinding, PaymentSum, usual_next
from advisor_app.texts import Texts
from advisor_app.texts.numbers import format_cents, format_date
from advisor_app.texts.states import state_word


def unusual_words(booking: Booking, state: BookingState, texts: Texts) -> str:
    """That a booking does not usually go into a state from where it is, and what usually follows."""
    usual = [f"„{state_word(item, texts)}“" for item in usual_next(booking.state)]
    words = {
        "module": booking.module,
        "before": state_word(booking.state, texts),
        "after": state_word(state, texts),
        "usual": texts.joined(usual),
    }
    return texts("booking.unusual" if usual else "booking.closed", **words)


def finding_words(finding: BookingFinding, texts: Texts) -> str:
    """What does not fit together, as a sentence."""
    return texts(f"booking.finding.{finding.value}")


def price_words(booking: Booking, texts: Texts) -> str:
    """The price, or that it is open."""
    return texts("booking.price-open") if booking.price is None else format_cents(booking.price, texts.language)


def financing_words(booking: Booking, texts: Texts) -> str:
    """Who pays, with the programme where one does: ``Landesförderung (SHH)``."""
    financing = state_word(booking.financing, texts)
    return f"{financing} ({booking.programme})" if booking.programme else financing


def earlier_words(commune: str, booking: Booking, texts: Texts) -> str:
    """What is to be known of a booking in another case: commune, the latest day known, who pays and how much."""
    days = (booking.completed_on, booking.approved_on, booking.applied_on, booking.requested_on)
    latest = next((format_date(day, texts.language) for day in days if day is not None), "")
    price = price_words(booking, texts) if booking.price is not None else ""
    return " · ".join(filter(None, (commune, latest, financing_words(booking, texts), price)))


def sum_words(payment: PaymentSum, texts: Texts) -> str:
    """``Eigenmittel: 2 Buchungen, 9.600,00 €, davon ohne Preis: 1``."""
    count = texts("booking.count", count=payment.count)
    known = payment.count - payment.without_price
    key = "booking.sum" if known else "booking.sum-open"
    amount = format_cents(payment.cents, texts.language)
    words = texts(key, financing=state_word(payment.financing, texts), count=count, amount=amount)
    lacking = texts("booking.no-price", count=payment.without_price) if payment.without_price and known else ""
    return ", ".join(filter(None, (words, lacking)))
