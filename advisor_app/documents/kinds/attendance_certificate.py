"""That somebody took part in the workshop of a module, and for how many hours; blank for others; no assessment."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from advisor_app.documents.blocks import (
    Block,
    Bullets,
    Columns,
    Document,
    Fact,
    FactTable,
    Lines,
    Paragraph,
    ParagraphKind,
    Run,
    TitleBlock,
)
from advisor_app.documents.document_input import DocumentInput
from advisor_app.documents.kind import Item
from advisor_app.documents.paper_blocks import Framed, SignatureLines, WritingLines
from advisor_app.documents.parts.booked_modules import module_line
from advisor_app.documents.parts.people import Attendee, attendees
from advisor_app.documents.parts.workshop_days import clock_words, contents_of, days_of, duration_words, held
from advisor_app.domain.agenda import AgendaDay
from advisor_app.domain.attendance import HalfDay, is_present
from advisor_app.domain.attendance_hours import half_of_steps, minutes_by_half, minutes_of
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.texts import Texts

KIND = "attendance-certificate"

_ALL, _BLANK = "all", "blank"
_MOST_CONTENTS = 16
"""Contents that fit on the page; a workshop of two days has more steps than anybody reads on a certificate."""


def items(given: DocumentInput) -> tuple[Item, ...]:
    """For each module with a day: everybody in one file, a blank one, and each person alone."""
    found: list[Item] = []
    texts = given.texts.of_document(KIND)
    for module in _modules(given):
        people = _took_part(given, module)
        name, count = given.module_name(module), len(people)
        found.append(
            Item(f"{module}-{_ALL}", texts("all", module=name, count=count), module, texts("all-code", module=module))
        )
        found.append(
            Item(f"{module}-{_BLANK}", texts("blank", module=name), module, texts("blank-code", module=module))
        )
        found += [
            Item(f"{module}-{person.id}", f"{name}, {person.name}", module, f"{module}-{number:02}")
            for number, person in enumerate(people, start=1)
        ]
    return tuple(found)


def build(given: DocumentInput) -> Document:
    """A page for whom the item names; the first item where none is named.

    Raises AdvisorError: NO_DAY where the case has no day, UNKNOWN_DOCUMENT_ITEM.
    """
    known = [item.id for item in items(given)]
    if not known:
        raise AdvisorError(Problem.NO_DAY)
    chosen = given.item or known[0]
    if chosen not in known:
        title = given.texts(f"document-kinds.{KIND}")
        raise AdvisorError(Problem.UNKNOWN_DOCUMENT_ITEM, name=chosen, document=title)
    module, _, name = chosen.partition("-")
    texts = given.texts.of_document(KIND)
    pages = tuple(_page(given, texts, module, person) for person in _for_whom(given, module, name))
    return given.document(KIND, texts("title"), module_line(given, module), pages)


def _modules(given: DocumentInput) -> Sequence[str]:
    return sorted({day.module for day in given.case.agenda.values()})


def _took_part(given: DocumentInput, module: str) -> Sequence[Attendee]:
    """Who was there in the module's workshop; everybody who is expected until somebody was registered as there."""
    expected = attendees(given)
    days = {day.id for day in days_of(given.case, module)}
    there = [
        person
        for person in expected
        if person.participant is not None and any(spot.day in days for spot in person.participant.present)
    ]
    return there or expected


def _for_whom(given: DocumentInput, module: str, name: str) -> Sequence[Attendee | None]:
    """The people; None stands for a blank one, which the file of all ends with."""
    people = _took_part(given, module)
    if name == _BLANK:
        return (None,)
    if name == _ALL:
        return (*people, None)
    return [person for person in people if person.id == name]


def _page(given: DocumentInput, texts: Texts, module: str, person: Attendee | None) -> Framed:
    signatures = SignatureLines((texts("place-and-day"), texts("signature", adviser=given.adviser).strip(", ")))
    return Framed(tuple(_blocks(given, texts, module, person)), foot=(signatures,))


def _blocks(given: DocumentInput, texts: Texts, module: str, person: Attendee | None) -> Iterator[Block]:
    days: Sequence[AgendaDay] = days_of(given.case, module)
    yield TitleBlock(title=texts("heading"), subtitle=texts("subtitle"))
    if person is None:
        yield WritingLines(label=texts("name"), count=2)
    else:
        yield Paragraph(text=person.name, kind=ParagraphKind.DISPLAY)
        if person.function:
            yield Paragraph(text=person.function, kind=ParagraphKind.LEAD)
        if _is_registered(person, days):
            days = [day for day in days if _halves_of(person, day)]
    words = texts("took-part", module=module_line(given, module))
    yield Paragraph(text=words, kind=ParagraphKind.LEAD)
    yield FactTable(_facts(given, texts, days, person))
    yield from _contents(texts, days, person)


def _facts(given: DocumentInput, texts: Texts, days: Sequence[AgendaDay], person: Attendee | None) -> tuple[Fact, ...]:
    dates = tuple(", ".join(filter(None, (given.wording.day(day.on), _when(given, day, person)))) for day in days)
    places = dict.fromkeys(day.place for day in days if day.place)
    facts = [Fact(texts("documents.commune"), given.house), Fact(texts("days", count=len(dates)), Lines(dates))]
    if places:
        facts.append(Fact(texts("place"), ", ".join(places)))
    minutes = _minutes(days, person)
    if minutes:
        facts.append(Fact(texts("duration"), texts("duration-words", duration=duration_words(given, minutes))))
    return tuple(facts)


def _minutes(days: Sequence[AgendaDay], person: Attendee | None) -> int:
    """Minutes of work: those for which somebody was there, else all of them."""
    if person is not None and person.participant is not None and _is_registered(person, days):
        return minutes_of(person.participant, days)
    return sum(sum(minutes_by_half(day).values()) for day in days)


def _when(given: DocumentInput, day: AgendaDay, person: Attendee | None) -> str:
    """From when to when a day went; the half of it for which somebody was there."""
    halves = _halves_of(person, day) if person is not None else []
    if halves and len(halves) < len(minutes_by_half(day)):
        return ", ".join(given.texts(f"minutes.half.{half.value}") for half in halves)
    times = held(day)
    return clock_words(given, times.begins, times.ends)


def _worked_on(day: AgendaDay, person: Attendee | None) -> Sequence[str]:
    """What was worked on, as far as somebody was there."""
    there = _halves_of(person, day) if person is not None else []
    if not there:
        return contents_of(day)
    halves = half_of_steps(day)
    return contents_of(replace(day, steps=tuple(step for step in day.steps if halves.get(step.id) in there)))


def _is_registered(person: Attendee, days: Sequence[AgendaDay]) -> bool:
    """Whether somebody was registered as there on one of the days."""
    return any(_halves_of(person, day) for day in days)


def _halves_of(person: Attendee, day: AgendaDay) -> list[HalfDay]:
    found = person.participant
    return [] if found is None else [half for half in HalfDay if is_present(found, day.id, half)]


def _contents(texts: Texts, days: Sequence[AgendaDay], person: Attendee | None) -> Iterator[Block]:
    titles = list(dict.fromkeys(title for day in days for title in _worked_on(day, person)))[:_MOST_CONTENTS]
    if not titles:
        return
    half = (len(titles) + 1) // 2
    yield Paragraph(text=(Run(texts("contents"), strong=True),), introduces=True)
    if len(titles) == 1:
        yield Bullets(tuple(titles))
    else:
        yield Columns((Bullets(tuple(titles[:half])),), (Bullets(tuple(titles[half:])),))
