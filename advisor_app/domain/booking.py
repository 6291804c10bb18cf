"""A booking: one module for one commune, with who pays and how far it has come."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from advisor_app.domain.words import Words

_DONE = ("abgelehnt", "abgeschlossen", "zurückgezogen")


class BookingState(Enum):
    """How far a booking has come."""

    REQUESTED = "angefragt"
    APPLIED = "beantragt"
    APPROVED = "bewilligt"
    REJECTED = "abgelehnt"
    SCHEDULED = "terminiert"
    RUNNING = "in Durchführung"
    FOLLOW_UP = "Nachbereitung"
    COMPLETED = "abgeschlossen"
    WITHDRAWN = "zurückgezogen"
    PAUSED = "ruht"

    @property
    def is_open(self) -> bool:
        """Whether work on the booking is still to be done."""
        return self.value not in _DONE

    @property
    def is_ahead(self) -> bool:
        """Whether the workshop is still to come or under way."""
        return self.is_open and self is not BookingState.FOLLOW_UP

    @property
    def uses_funding(self) -> bool:
        """Whether the booking counts when the commune's funding is checked."""
        return self not in {BookingState.REJECTED, BookingState.WITHDRAWN}


class Financing(Enum):
    """Who pays for a booking."""

    PROGRAMME = "Landesförderung"
    FRAMEWORK = "Rahmenvertrag"
    OWN = "Eigenmittel"
    ALLIANCE = "IKZ"
    OPEN = "offen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Booking:
    """One module booked for one commune; ``programme`` is set where the Land pays, ``price`` in cents if known."""

    id: str
    module: str
    commune: str
    state: BookingState = BookingState.REQUESTED
    financing: Financing = Financing.OPEN
    programme: str | None = None
    price: int | None = None
    requested_on: date | None = None
    applied_on: date | None = None
    approved_on: date | None = None
    completed_on: date | None = None
    clarified: Words = Words()
    note: Words = Words()
