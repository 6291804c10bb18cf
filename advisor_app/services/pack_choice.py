"""What a print pack holds: which documents belong to a module's workshop, and how many of each are proposed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from advisor_app.domain.agenda import AgendaDay, is_over
from advisor_app.domain.case import Case
from advisor_app.domain.case_document import DocumentKey, PackShare
from advisor_app.services.document_offer import Offer
from advisor_app.services.print_packs import Copies

EVERY_MODULE = ""
"""In place of a module: the documents of all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PackChoice:
    """Whether a document is in a pack, and how often: so many ``copies``, or one for ``each`` participant."""

    chosen: bool = False
    each: bool = False
    copies: int = 1

    def count(self, participants: int) -> int:
        """Copies that are printed for so many participants."""
        if not self.chosen:
            return 0
        return participants if self.each else self.copies


def participants_of(case: Case) -> int:
    """How many people take part as far as the case knows: its contacts, at least one."""
    return max(len(case.contacts), 1)


def next_module(case: Case, today: date) -> str:
    """The module whose workshop comes next: by its days, else by its booking, else the last one of the case."""
    ahead = [day for day in case.agenda.values() if _is_ahead(day, today)]
    if ahead:
        return min(ahead, key=lambda day: (day.on is None, str(day.on), day.module)).module
    booked = sorted(booking.module for booking in case.bookings.values() if booking.state.is_ahead)
    return next(iter((*booked, *reversed(case.modules))), EVERY_MODULE)


def offers_for(offers: Iterable[Offer], module: str) -> tuple[Offer, ...]:
    """The documents that can be made now and belong to a module or to no one in particular."""
    return tuple(
        offer
        for offer in offers
        if offer.missing is None and (module == EVERY_MODULE or not offer.modules or module in offer.modules)
    )


def proposed(case: Case, offers: Iterable[Offer], today: date) -> Mapping[DocumentKey, PackChoice]:
    """What is proposed for the documents of a pack.

    Papers about a day are left out once it is over, unless all days of its module are.
    """
    return {offer.key: _choice(case, offer, today) for offer in offers}


def wanted(choices: Mapping[DocumentKey, PackChoice], participants: int) -> tuple[Copies, ...]:
    """The chosen documents with their copies, in the order of the choices."""
    counted = ((key, choice.count(participants)) for key, choice in choices.items())
    return tuple(Copies(key.kind, key.item, count) for key, count in counted if count)


def _choice(case: Case, offer: Offer, today: date) -> PackChoice:
    day = case.agenda.get(offer.item)
    comes = day is None or _is_to_be_printed(case, day, today)
    each = offer.in_pack is PackShare.EACH
    return PackChoice(chosen=offer.in_pack is not PackShare.NONE and comes, each=each)


def _is_to_be_printed(case: Case, day: AgendaDay, today: date) -> bool:
    days = [other for other in case.agenda.values() if other.module == day.module]
    return _is_ahead(day, today) or not any(_is_ahead(other, today) for other in days)


def _is_ahead(day: AgendaDay, today: date) -> bool:
    return not is_over(day) and (day.on is None or day.on >= today)
