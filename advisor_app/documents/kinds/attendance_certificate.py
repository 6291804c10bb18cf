"""That somebody took part in the workshop of a module: for each named contact, blank for others; no assessment."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

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
from advisor_app.documents.parts.people import NamedContact, named_contacts
from advisor_app.documents.parts.workshop_days import clock_words, contents_of, days_of, duration_words, held
from advisor_app.domain.agenda import AgendaDay
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.texts import Texts

KIND = "attendance-certificate"

_ALL, _BLANK = "all", "blank"
_MOST_CONTENTS = 16
"""Contents that fit on the page; a workshop of two days has more steps than anybody reads on a certificate."""


def items(given: DocumentInput) -> tuple[Item, ...]:
    """For each module with a day: all contacts in one file, a blank one, and each contact alone."""
    found: list[Item] = []
    texts = given.texts.of_document(KIND)
    contacts = named_contacts(given)
    for module in _modules(given):
        name, count = given.module_name(module), len(contacts)
        found.append(
            Item(f"{module}-{_ALL}", texts("all", module=name, count=count), module, texts("all-code", module=module))
        )
        found.append(
            Item(f"{module}-{_BLANK}", texts("blank", module=name), module, texts("blank-code", module=module))
        )
        found += [
            Item(f"{module}-{contact.id}", f"{name}, {contact.name}", module, f"{module}-{number:02}")
            for number, contact in enumerate(contacts, start=1)
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
    pages = tuple(_page(given, texts, module, contact) for contact in _for_whom(given, name))
    return given.document(KIND, texts("title"), module_line(given, module), pages)


def _modules(given: DocumentInput) -> Sequence[str]:
    return sorted({day.module for day in given.case.agenda.values()})


def _for_whom(given: DocumentInput, name: str) -> Sequence[NamedContact | None]:
    """The contacts; None stands for a blank one, which the file of all ends with."""
    contacts = named_contacts(given)
    if name == _BLANK:
        return (None,)
    if name == _ALL:
        return (*contacts, None)
    return [contact for contact in contacts if contact.id == name]


def _page(given: DocumentInput, texts: Texts, module: str, contact: NamedContact | None) -> Framed:
    signatures = SignatureLines((texts("place-and-day"), texts("signature", adviser=given.adviser).strip(", ")))
    return Framed(tuple(_blocks(given, texts, module, contact)), foot=(signatures,))


def _blocks(given: DocumentInput, texts: Texts, module: str, contact: NamedContact | None) -> Iterator[Block]:
    days = days_of(given.case, module)
    yield TitleBlock(title=texts("heading"), subtitle=texts("subtitle"))
    if contact is None:
        yield WritingLines(label=texts("name"), count=2)
    else:
        yield Paragraph(text=contact.name, kind=ParagraphKind.DISPLAY)
        if contact.function:
            yield Paragraph(text=contact.function, kind=ParagraphKind.LEAD)
    words = texts("took-part", module=module_line(given, module))
    yield Paragraph(text=words, kind=ParagraphKind.LEAD)
    yield FactTable(_facts(given, texts, days))
    yield from _contents(texts, days)


def _facts(given: DocumentInput, texts: Texts, days: Sequence[AgendaDay]) -> tuple[Fact, ...]:
    times = [held(day) for day in days]
    dates = tuple(
        ", ".join(filter(None, (given.wording.day(item.day.on), clock_words(given, item.begins, item.ends))))
        for item in times
    )
    places = dict.fromkeys(day.place for day in days if day.place)
    minutes = [item.minutes for item in times if item.minutes is not None]
    facts = [Fact(texts("documents.commune"), given.house), Fact(texts("days", count=len(dates)), Lines(dates))]
    if places:
        facts.append(Fact(texts("place"), ", ".join(places)))
    if minutes:
        facts.append(Fact(texts("duration"), texts("duration-words", duration=duration_words(given, sum(minutes)))))
    return tuple(facts)


def _contents(texts: Texts, days: Sequence[AgendaDay]) -> Iterator[Block]:
    titles = list(dict.fromkeys(title for day in days for title in contents_of(day)))[:_MOST_CONTENTS]
    if not titles:
        return
    half = (len(titles) + 1) // 2
    yield Paragraph(text=(Run(texts("contents"), strong=True),), introduces=True)
    if len(titles) == 1:
        yield Bullets(tuple(titles))
    else:
        yield Columns((Bullets(tuple(titles[:half])),), (Bullets(tuple(titles[half:])),))
