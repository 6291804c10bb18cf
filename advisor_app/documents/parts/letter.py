"""What all letters share: address, references, salutation, regards. What the case does not know stands in brackets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from advisor_app.documents.blocks import Block, Columns, Fact, KeepTogether, Paragraph, ParagraphKind
from advisor_app.documents.document_input import DocumentInput
from advisor_app.documents.kind import EditableSection, section_of, words_of
from advisor_app.documents.paper_blocks import AddressField, SignatureLines
from advisor_app.documents.parts.shortening import shortened
from advisor_app.domain.case_document import Stage

_RECIPIENT, _SENDER, _CONTACT = "recipient", "sender", "contact"
_REACHED_BY = ("phone", "email")
_MOST_LINES = 6
_LONGEST_LINE, _LONGEST_SENDER, _LONGEST_VALUE = 42, 70, 40


def letter_sections(given: DocumentInput) -> tuple[EditableSection, ...]:
    """Sender, how to reach whoever advises, and address, in lines; all are the house's to complete."""
    texts = given.texts
    provider = given.case.head.provider or given.provider or texts("documents.letter.provider-open")
    sender = texts("documents.letter.sender-proposal", provider=provider)
    contact = "\n".join([texts("documents.letter.to-fill")] * len(_REACHED_BY))
    return (
        EditableSection(_SENDER, texts("documents.letter.sender"), sender),
        EditableSection(_CONTACT, texts("documents.letter.contact"), contact),
        EditableSection(_RECIPIENT, texts("documents.letter.recipient"), "\n".join(_recipient(given))),
    )


def letter_head(given: DocumentInput, kind: str, parts: Iterable[EditableSection]) -> AddressField:
    """The address behind the window, and what the letter refers to."""
    texts, head, parts = given.texts, given.case.head, tuple(parts)
    sender = words_of(given, kind, section_of(parts, _SENDER))
    lines = _lines(given, kind, parts, _RECIPIENT)
    contact = _lines(given, kind, parts, _CONTACT)[: len(_REACHED_BY)]
    reached_by = {_REACHED_BY[place or "@" in line]: line for place, line in enumerate(contact)}
    to_fill = texts("documents.letter.to-fill")
    values = {
        "your-sign": head.commune_reference or to_fill,
        "our-sign": head.provider_reference or to_fill,
        "adviser": head.adviser or to_fill,
        **reached_by,
        "date": given.wording.day(given.today),
    }
    return AddressField(
        sender=shortened(sender, _LONGEST_SENDER),
        recipient=tuple(shortened(line, _LONGEST_LINE) for line in lines[:_MOST_LINES]),
        information=tuple(
            Fact(texts(f"documents.letter.{name}"), shortened(value, _LONGEST_VALUE)) for name, value in values.items()
        ),
    )


def _lines(given: DocumentInput, kind: str, parts: Sequence[EditableSection], name: str) -> list[str]:
    return [line for line in words_of(given, kind, section_of(parts, name)).splitlines() if line.strip()]


def salutation(given: DocumentInput) -> str:
    """To the first contact by name, else to all."""
    name = contact_name(given)
    return given.texts("documents.letter.hello-name", name=name) if name else given.texts("documents.letter.hello")


def contact_name(given: DocumentInput) -> str:
    """The name of the case's first contact; empty where there is none."""
    people = given.case.people
    contacts = sorted(given.case.contacts.values(), key=lambda contact: contact.id)
    found = (people[contact.person].name.strip() for contact in contacts if contact.person in people)
    return next(filter(None, found), "")


def regards(given: DocumentInput) -> Block:
    """The end of a letter, with a place to sign."""
    signed = given.adviser or given.texts("documents.letter.to-fill")
    return KeepTogether(
        (
            Paragraph(text=given.texts("documents.letter.regards"), introduces=True),
            Columns(left=(SignatureLines((shortened(signed, 2 * _LONGEST_VALUE),)),), right=()),
        )
    )


def draft_note(given: DocumentInput) -> Iterator[Block]:
    """What is to be done before the letter goes out; nothing once it is released."""
    if given.state.stage is not Stage.RELEASED:
        yield Paragraph(text=given.texts("documents.letter.gaps"), kind=ParagraphKind.NOTE)


def _recipient(given: DocumentInput) -> Iterator[str]:
    texts = given.texts
    yield given.case.commune.title
    yield given.word("executive")
    name = contact_name(given)
    if name:
        yield name
    yield texts("documents.letter.street")
    yield texts("documents.letter.town")
