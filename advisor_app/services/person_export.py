"""What is stored about a person, for the person: as one value for programs and as text for people."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

from advisor_app.domain.attendance import Participant
from advisor_app.domain.case import Case, Contact, Person
from advisor_app.services.clock import Clock, today
from advisor_app.services.erasure import Erasure
from advisor_app.services.retention import RetentionTerms
from advisor_app.texts import Texts
from advisor_app.texts.numbers import format_date
from advisor_app.texts.record_words import RecordWords
from advisor_app.whole_file import hand_out

if TYPE_CHECKING:
    from advisor_app.domain.agenda import AgendaDay


@dataclass(frozen=True, slots=True)
class Mention:
    """A record in which the person is named: its title, the texts of today, how many earlier ones there are."""

    title: str
    texts: tuple[str, ...]
    earlier: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredAboutPerson:
    """Everything that a case holds about one person; ``days`` are its workshop days, by their ids."""

    case_id: str
    commune: str
    person: Person
    contacts: tuple[Contact, ...]
    participations: tuple[Participant, ...]
    days: Mapping[str, AgendaDay]
    kept_until: date
    mentions: tuple[Mention, ...]
    on: date


class PersonExport:
    """Tells what is stored about people."""

    def __init__(self, erasure: Erasure, terms: RetentionTerms, words: RecordWords, clock: Clock, texts: Texts) -> None:
        self._erasure = erasure
        self._terms = terms
        self._words = words
        self._clock = clock
        self._texts = texts

    def stored(self, case: Case, person: Person) -> StoredAboutPerson:
        """Everything about a person; it reads the whole history, so call it in the background."""
        return StoredAboutPerson(
            case_id=case.id,
            commune=case.commune.title,
            person=person,
            contacts=tuple(contact for contact in case.contacts.values() if contact.person == person.id),
            participations=tuple(item for item in case.participants.values() if item.person == person.id),
            days=case.agenda,
            kept_until=self._terms.people(case)[person.id].until,
            mentions=tuple(
                Mention(self._words.title(record.key.split("\x1f")[0], record.change), record.texts, record.earlier)
                for record in self._erasure.naming(case, [person]).records
            ),
            on=today(self._clock),
        )

    def write(self, stored: StoredAboutPerson, file: Path) -> None:
        """Write it as JSON where the file's name ends so, else as text; raises AdvisorError(FILE_NOT_WRITABLE)."""
        if file.suffix.casefold() == ".json":
            content = json.dumps(as_value(stored), ensure_ascii=False, indent=2)
        else:
            content = "\n".join(self.lines(stored))
        hand_out(file, f"{content}\n".encode())

    def lines(self, stored: StoredAboutPerson) -> Iterator[str]:
        """The same for people."""
        texts, person = self._texts, stored.person
        day = format_date(stored.on, texts.language)
        yield texts("privacy.export.title", name=person.name)
        yield texts("privacy.export.case", commune=stored.commune, id=stored.case_id, day=day)
        yield ""
        for label, value in (("name", person.name), ("phone", person.phone), ("email", person.email)):
            yield f"{texts(f'privacy.export.{label}')}: {value or '–'}"
        for contact in stored.contacts:
            function = contact.function or "–"
            roles = ", ".join(self._words.role(role) for role in contact.roles) or "–"
            yield texts("privacy.export.contact", function=function, roles=roles)
        for item in stored.participations:
            details = "; ".join(self._participation(item, stored.days))
            yield texts("privacy.export.participation", details=details or "–")
        yield texts("privacy.export.kept-until", day=format_date(stored.kept_until, texts.language))
        yield ""
        yield texts("privacy.export.mentions", count=len(stored.mentions))
        for mention in stored.mentions:
            yield f"- {mention.title}"
            yield from (f"    „{' '.join(text.split())}“" for text in mention.texts)
            if mention.earlier:
                yield f"    {texts('privacy.export.earlier', count=mention.earlier)}"
        yield ""
        yield texts("privacy.export.note")

    def _participation(self, item: Participant, days: Mapping[str, AgendaDay]) -> Iterator[str]:
        texts = self._texts
        if item.function:
            yield texts("privacy.export.function", function=item.function)
        if item.office:
            yield texts("privacy.export.office", office=item.office)
        for name, present in groupby(item.present, key=lambda presence: presence.day):
            day = days.get(name)
            on = None if day is None else day.on
            yield texts(
                "privacy.export.present",
                day=texts("privacy.export.no-day") if on is None else format_date(on, texts.language),
                halves=texts.joined([texts(f"minutes.half.{presence.half.value}") for presence in present]),
                title="" if day is None else day.title,
            )


def as_value(stored: StoredAboutPerson) -> dict[str, Any]:
    """Everything about a person as JSON can hold it."""
    person = stored.person
    return {
        "case": stored.case_id,
        "commune": stored.commune,
        "on": stored.on.isoformat(),
        "person": {"id": person.id, "name": person.name, "phone": person.phone, "email": person.email},
        "contacts": [{"function": contact.function, "roles": list(contact.roles)} for contact in stored.contacts],
        "participations": [
            {
                "function": item.function,
                "office": item.office,
                "present": [
                    {"day": presence.day, **_when(stored.days.get(presence.day)), "half": presence.half.value}
                    for presence in item.present
                ],
            }
            for item in stored.participations
        ],
        "kept_until": stored.kept_until.isoformat(),
        "mentions": [
            {"title": mention.title, "texts": list(mention.texts), "earlier": mention.earlier}
            for mention in stored.mentions
        ],
    }


def _when(day: AgendaDay | None) -> dict[str, str | None]:
    on = None if day is None else day.on
    return {"on": None if on is None else on.isoformat(), "title": None if day is None else day.title}
