"""Lists of cases as other houses keep them: a row per booking or per commune, with states and dates in any words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP

from advisor_app.domain.booking import Booking, BookingState, Financing
from advisor_app.domain.case import Case
from advisor_app.domain.case_list_payment import RowPayment
from advisor_app.domain.column_mapping import ImportPurpose, MappedRow
from advisor_app.domain.commune import Commune
from advisor_app.domain.folding import fold
from advisor_app.domain.foreign_cells import ColumnKind, TargetField
from advisor_app.domain.prices import HIGHEST_PRICE

_STATE_WORDS: Mapping[BookingState, tuple[str, ...]] = {
    BookingState.REQUESTED: ("angefragt", "Anfrage", "neu", "offen"),
    BookingState.APPLIED: ("beantragt", "Antrag gestellt"),
    BookingState.APPROVED: ("bewilligt", "genehmigt", "zugesagt"),
    BookingState.REJECTED: ("abgelehnt", "Absage"),
    BookingState.SCHEDULED: ("terminiert", "geplant", "Termin vereinbart"),
    BookingState.RUNNING: ("in Durchführung", "läuft", "laufend", "in Arbeit", "begonnen"),
    BookingState.FOLLOW_UP: ("Nachbereitung", "in Nachbereitung"),
    BookingState.COMPLETED: ("abgeschlossen", "erledigt", "durchgeführt", "beendet", "fertig"),
    BookingState.WITHDRAWN: ("zurückgezogen", "storniert", "abgesagt"),
    BookingState.PAUSED: ("ruht", "ruhend", "pausiert", "zurückgestellt"),
}


def _day(name: str, *aliases: str) -> TargetField:
    return TargetField(name=name, kind=ColumnKind.DATE, aliases=aliases)


def _text(name: str, *aliases: str, longest: int = 200, required: bool = False) -> TargetField:
    return TargetField(name=name, aliases=aliases, longest=longest, required=required)


CASE_LIST = ImportPurpose(
    id="case-list",
    fields=(
        _text("commune", "Kommune", "Gemeinde", "Stadt", "Ort", "Name der Kommune", "Kunde", required=True),
        _text("key", "AGS", "Gemeindeschlüssel", "Amtlicher Gemeindeschlüssel", "Schlüssel", longest=20),
        _text("modules", "Module", "Modul", "Beratungsmodul", "Leistung", required=True),
        TargetField(
            name="state",
            kind=ColumnKind.CHOICE,
            aliases=("Stand", "Status", "Bearbeitungsstand"),
            choices=tuple((state.value, words) for state, words in _STATE_WORDS.items()),
        ),
        _text("financing", "Finanzierung", "Förderung", "Kostenträger", "Zahlung"),
        _text("programme", "Programm", "Förderprogramm", "Landesprogramm", "Fördertopf", "Topf"),
        TargetField(
            name="price",
            kind=ColumnKind.NUMBER,
            aliases=("Preis", "Kosten", "Betrag", "Entgelt", "Honorar", "Auftragswert"),
            highest=HIGHEST_PRICE // 100,
        ),
        _day("requested_on", "Anfrage am", "Angefragt am", "Anfragedatum", "Eingang", "Anfrage"),
        _day("applied_on", "Beantragt am", "Antrag am", "Antragsdatum", "Antrag vom"),
        _day("approved_on", "Bewilligt am", "Bewilligung", "Bescheid vom"),
        _day("completed_on", "Abgeschlossen am", "Abschluss", "Durchgeführt am", "Workshop am", "Ende"),
        _text("reference", "Aktenzeichen", "Az", "Vorgangsnummer", "Projektnummer", "Referenz"),
        _text("commune_reference", "Aktenzeichen der Kommune", "Az Kommune"),
        _text("adviser", "Beratung durch", "Berater", "Beraterin", "Zuständig", "Bearbeitung"),
        _text("contact", "Ansprechperson", "Ansprechpartner", "Ansprechpartnerin", "Kontakt", "Kontaktperson"),
        _text("phone", "Telefon", "Tel", "Rufnummer", longest=60),
        _text("email", "E-Mail", "Mail", "E-Mail-Adresse"),
        _text("wish", "Anliegen", "Wunsch", "Bemerkung", "Notiz", longest=2_000),
    ),
)

_WORD = r"(?:m(?:odule?)?\s*)?"
_MODULE = re.compile(rf"(?<!\w){_WORD}([0-9])(?!\w)", re.IGNORECASE)
_RANGE = re.compile(rf"(?<!\w){_WORD}([0-9])\s*(?:-|–|bis)\s*{_WORD}([0-9])(?!\w)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedContact:
    """Who is named as the person to speak to."""

    name: str = ""
    phone: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedBooking:
    """One module of one row; ``programme`` by its id, ``price`` in cents, ``note`` what has no field of its own."""

    module: str
    state: BookingState
    financing: Financing
    programme: str | None = None
    price: int | None = None
    requested_on: date | None = None
    applied_on: date | None = None
    approved_on: date | None = None
    completed_on: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedCase:
    """A case that a list tells of: rows of one commune with the same reference, or the same day where there is none."""

    commune: Commune
    bookings: tuple[ListedBooking, ...]
    reference: str = ""
    commune_reference: str = ""
    adviser: str = ""
    wish: str = ""
    contact: ListedContact | None = None


def read_modules(text: str, titles: Mapping[str, str]) -> tuple[str, ...]:
    """The modules (by id) that a cell names: ``M1, M4``, ``Modul 1 und 4``, ``1-3`` or a title; none where none is.

    ``titles`` are those of all modules by id. A number that is no module makes the whole cell unreadable.
    """
    said = fold(text)
    if found := tuple(module for module, title in titles.items() if fold(title) == said):
        return found
    spread = _RANGE.sub(lambda match: _between(int(match[1]), int(match[2])), text)
    numbers = [match[1] for match in _MODULE.finditer(spread)]
    rest = _MODULE.sub(" ", spread)
    if not numbers or any(f"M{number}" not in titles for number in numbers) or re.search(r"\d", rest):
        return ()
    return tuple(dict.fromkeys(sorted(f"M{number}" for number in numbers)))


def listed_bookings(row: MappedRow, modules: Sequence[str], payment: RowPayment) -> tuple[ListedBooking, ...]:
    """The bookings of a row; one with a day of completion and no state is completed.

    A programme lands where one alone is named for the module, a price where the row has one module alone.
    """
    state = row.text("state")
    completed_on = row.day("completed_on")
    fallback = BookingState.REQUESTED if completed_on is None else BookingState.COMPLETED
    return tuple(
        ListedBooking(
            module=module,
            state=BookingState(state) if state else fallback,
            financing=payment.financing,
            programme=found[0].id if len(found := payment.of(module)) == 1 else None,
            price=listed_price(row) if len(modules) == 1 else None,
            requested_on=row.day("requested_on"),
            applied_on=row.day("applied_on"),
            approved_on=row.day("approved_on"),
            completed_on=completed_on,
        )
        for module in modules
    )


def listed_price(row: MappedRow) -> int | None:
    """The price of a row in cents, rounded half up; None where it names none."""
    euros = row.number("price")
    return None if euros is None else int((euros * 100).to_integral_value(ROUND_HALF_UP))


def contact_of(row: MappedRow) -> ListedContact | None:
    """The person whom a row names, None where it names nobody."""
    contact = ListedContact(name=row.text("contact"), phone=row.text("phone"), email=row.text("email"))
    return None if contact == ListedContact() else contact


class KnownBookings:
    """Which bookings are there already, by commune and module."""

    def __init__(self, cases: Iterable[Case]) -> None:
        self._found: dict[tuple[str, str], list[tuple[str, Booking]]] = {}
        for case in cases:
            for booking in case.bookings.values():
                place = (booking.commune, booking.module)
                self._found.setdefault(place, []).append((case.head.provider_reference, booking))

    def holds(self, commune: str, booking: ListedBooking, reference: str) -> bool:
        """Whether this is one of them: no other reference and no other day speak against it."""
        return any(
            _may_be_same(reference, known_reference) and _may_be(booking, known)
            for known_reference, known in self._found.get((commune, booking.module), ())
        )


def _may_be(listed: ListedBooking, known: Booking) -> bool:
    days = ("requested_on", "applied_on", "approved_on", "completed_on")
    fits = all(_may_be_same(getattr(listed, day), getattr(known, day)) for day in days)
    return fits and not _is_over_before(listed, known) and not _is_over_before(known, listed)


def _is_over_before(one: ListedBooking | Booking, other: ListedBooking | Booking) -> bool:
    """Whether one was completed before the other was asked for: the commune booked the module twice."""
    return one.completed_on is not None and other.requested_on is not None and one.completed_on < other.requested_on


def _may_be_same(one: object, other: object) -> bool:
    return not one or not other or one == other


def _between(first: int, last: int) -> str:
    return " ".join(map(str, range(first, last + 1))) if first <= last else f"{first} {last}"
