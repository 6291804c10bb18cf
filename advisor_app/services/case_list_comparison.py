"""Rows of a list of cases compared with the cases that are there: which are new, known, open or faulty."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, partial
from typing import TYPE_CHECKING

from advisor_app.domain.booking import Financing
from advisor_app.domain.case_list import (
    CASE_LIST,
    KnownBookings,
    ListedBooking,
    ListedCase,
    contact_of,
    listed_bookings,
    read_modules,
)
from advisor_app.domain.case_list_payment import PaymentReader, RowPayment
from advisor_app.domain.column_mapping import MappedRow
from advisor_app.domain.commune import Commune
from advisor_app.domain.errors import AdvisorError
from advisor_app.domain.table_preview import PreviewRow, RowFate, RowQuestion, TablePreview
from advisor_app.services.register import Register
from advisor_app.services.table_imports import TableImports
from advisor_app.texts import Texts
from advisor_app.texts.case_list import booking_note, payment_remarks
from advisor_app.texts.states import state_word

if TYPE_CHECKING:
    from advisor_app.domain.catalog import Catalog
    from advisor_app.services.cases import Cases

Report = Callable[[float], None]

_STEP = 100
"""Rows compared between two reports."""

_OFFERED = 8
"""Communes offered for a name that is not one exactly."""


class CommuneFinder:
    """Finds the communes that a row may mean."""

    def __init__(self, register: Register) -> None:
        self._register = register

    def named(self, name: str, key: str) -> tuple[tuple[Commune, ...], bool]:
        """The commune with this key, else those of exactly this name, else similar ones; and whether that is sure."""
        digits = key or name
        if key or not any(letter.isalpha() for letter in name):
            try:
                return (self._register.get("".join(filter(str.isdigit, digits))),), True
            except AdvisorError:
                return (), False
        index = self._register.index
        found = index.exactly(name) or index.exactly(name.split("(", maxsplit=1)[0].split(",", maxsplit=1)[0])
        return (found, len(found) == 1) if found else (index.find(name, _OFFERED), False)


class CaseListComparison:
    """Compares lists with the cases of a data folder; reads only."""

    def __init__(self, cases: Cases, register: Register, catalog: Catalog, imports: TableImports, texts: Texts) -> None:
        self._cases = cases
        self._finder = CommuneFinder(register)
        self._catalog = catalog
        self._imports = imports
        self._texts = texts

    def compare(
        self,
        rows: Sequence[MappedRow],
        answers: Mapping[str, str] | None = None,
        report: Report = lambda _share: None,
    ) -> TablePreview[ListedCase]:
        """What each row of a list means. ``answers`` say which commune (by id) a name means."""
        report(0)
        known = KnownBookings(self._cases.load_all())
        titles = {module.id: module.title for module in self._catalog.modules.values()}
        payments = PaymentReader(self._catalog.funding.programmes)
        comparison = _Comparison(self._finder, known, titles, payments, answers or {}, self._imports, self._texts)
        return comparison.preview(rows, report)


@dataclass(frozen=True, slots=True)
class _Place:
    """Which rows are one case: those of a commune with one reference, else with one day of request."""

    commune: str
    reference: str
    requested_on: date | None


class _Comparison:
    """One list being compared."""

    def __init__(
        self,
        finder: CommuneFinder,
        known: KnownBookings,
        titles: Mapping[str, str],
        payments: PaymentReader,
        answers: Mapping[str, str],
        imports: TableImports,
        texts: Texts,
    ) -> None:
        self._known = known
        self._titles = titles
        self._payments = payments
        self._answers = answers
        self._imports = imports
        self._texts = texts
        self._named = cache(finder.named)
        self._cases: dict[_Place, ListedCase] = {}
        self._lines: dict[tuple[_Place, str], int] = {}
        self._asked: dict[str, tuple[tuple[Commune, ...], int]] = {}

    def preview(self, rows: Sequence[MappedRow], report: Report) -> TablePreview[ListedCase]:
        """Every row with its fate."""
        found = []
        for number, row in enumerate(rows):
            if number % _STEP == 0:
                report(number / len(rows))
            found.append(self._row(row))
        questions = tuple(
            RowQuestion(word=name, options=tuple((item.id, _title(item)) for item in communes), lines=lines)
            for name, (communes, lines) in self._asked.items()
        )
        return TablePreview(rows=tuple(found), taken=tuple(self._cases.values()), questions=questions)

    def _row(self, row: MappedRow) -> PreviewRow:
        said, because = partial(self._said, row), self._because
        if row.faults:
            return said(RowFate.FAULTY)
        modules = read_modules(row.text("modules"), self._titles)
        if not modules:
            words = {"name": row.text("modules"), "modules": ", ".join(self._titles)}
            return said(RowFate.FAULTY, because("no-module", **words))
        payment = self._payments.read(row.text("financing"), row.text("programme"))
        if payment.unread:
            financing = ", ".join(state_word(item, self._texts) for item in Financing)
            return said(RowFate.FAULTY, because("no-financing", name=payment.unread, financing=financing))
        name, key = row.text("commune"), row.text("key")
        communes, is_sure = self._named(name, key)
        if not communes:
            return said(RowFate.FAULTY, because("no-commune", name=key or name))
        answer = self._answers.get(name)
        commune = communes[0] if is_sure else next((item for item in communes if item.id == answer), None)
        if commune is None:
            _, lines = self._asked.get(name, ((), 0))
            self._asked[name] = (communes, lines + 1)
            return said(RowFate.ASKED, because("asked", name=name, options="; ".join(map(_title, communes))))
        return self._booked(row, commune, modules, payment)

    def _booked(self, row: MappedRow, commune: Commune, modules: tuple[str, ...], payment: RowPayment) -> PreviewRow:
        reference = row.text("reference")
        bookings = [
            replace(booking, note=booking_note(row, payment, booking, modules, self._texts))
            for booking in listed_bookings(row, modules, payment)
        ]
        place = _Place(commune.id, reference, None if reference else row.day("requested_on"))
        fresh = []
        for booking in bookings:
            if (line := self._lines.get((place, booking.module))) is not None:
                return self._said(row, RowFate.FAULTY, self._because("twice", line=line, module=booking.module))
            if not self._known.holds(commune.id, booking, reference):
                fresh.append(booking)
        if not fresh:
            return self._said(row, RowFate.KNOWN)
        self._lines.update({(place, booking.module): row.line for booking in fresh})
        self._add(place, row, commune, tuple(fresh))
        left = [booking.module for booking in bookings if booking not in fresh]
        partly = [self._because("partly", modules=", ".join(left))] if left else []
        return self._said(row, RowFate.NEW, *partly, *payment_remarks(row, payment, modules, self._texts))

    def _said(self, row: MappedRow, fate: RowFate, *remarks: str) -> PreviewRow:
        """A row as it is shown."""
        return self._imports.preview_row(CASE_LIST, row, fate, " ".join(remarks))

    def _because(self, remark: str, **details: str | int) -> str:
        return self._texts(f"imports.case-list.remark.{remark}", **details)

    def _add(self, place: _Place, row: MappedRow, commune: Commune, bookings: tuple[ListedBooking, ...]) -> None:
        there = self._cases.get(place)
        if there is not None:
            self._cases[place] = replace(
                there, bookings=(*there.bookings, *bookings), contact=there.contact or contact_of(row)
            )
            return
        self._cases[place] = ListedCase(
            commune=commune,
            bookings=bookings,
            reference=place.reference,
            commune_reference=row.text("commune_reference"),
            adviser=row.text("adviser"),
            wish=row.text("wish"),
            contact=contact_of(row),
        )


def _title(commune: Commune) -> str:
    return ", ".join(filter(None, (commune.title, commune.district, commune.key or "")))
