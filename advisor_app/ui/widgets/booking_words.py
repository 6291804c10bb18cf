"""How the states of bookings and the ways to pay for them are called and drawn on screen."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from advisor_app.domain.booking import BookingState, Financing

translate = QCoreApplication.translate

_ICONS = {
    BookingState.REQUESTED: "inbox",
    BookingState.APPLIED: "send",
    BookingState.APPROVED: "badge-check",
    BookingState.REJECTED: "circle-x",
    BookingState.SCHEDULED: "calendar-check",
    BookingState.RUNNING: "presentation",
    BookingState.FOLLOW_UP: "square-pen",
    BookingState.COMPLETED: "circle-check",
    BookingState.WITHDRAWN: "undo-2",
    BookingState.PAUSED: "pause",
}


def state_words(state: BookingState | None) -> str:
    """The state with a capital; a case without bookings is a request."""
    match state or BookingState.REQUESTED:
        case BookingState.REQUESTED:
            return translate("bookings", "Angefragt")
        case BookingState.APPLIED:
            return translate("bookings", "Beantragt")
        case BookingState.APPROVED:
            return translate("bookings", "Bewilligt")
        case BookingState.REJECTED:
            return translate("bookings", "Abgelehnt")
        case BookingState.SCHEDULED:
            return translate("bookings", "Terminiert")
        case BookingState.RUNNING:
            return translate("bookings", "In Durchführung")
        case BookingState.FOLLOW_UP:
            return translate("bookings", "Nachbereitung")
        case BookingState.COMPLETED:
            return translate("bookings", "Abgeschlossen")
        case BookingState.WITHDRAWN:
            return translate("bookings", "Zurückgezogen")
        case BookingState.PAUSED:
            return translate("bookings", "Ruht")


def state_icon(state: BookingState | None) -> str:
    """The name of the icon of a state."""
    return _ICONS[state or BookingState.REQUESTED]


def financing_words(financing: Financing) -> str:
    """Who pays, as one chooses it."""
    match financing:
        case Financing.PROGRAMME:
            return translate("bookings", "Landesförderung")
        case Financing.FRAMEWORK:
            return translate("bookings", "Rahmenvertrag")
        case Financing.OWN:
            return translate("bookings", "Eigenmittel")
        case Financing.ALLIANCE:
            return translate("bookings", "Interkommunale Zusammenarbeit")
        case Financing.OPEN:
            return translate("bookings", "offen")
