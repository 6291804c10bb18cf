"""A document as a form: which fields it has, and the identity by which it is known when it comes back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from advisor_app.documents.blocks import Block, Columns, Document, KeepTogether
from advisor_app.documents.document_input import DocumentInput
from advisor_app.documents.form_blocks import ChoiceField, TextField
from advisor_app.domain.form import FormField, FormIdentity, digest_of_fields


def fields_of(blocks: Iterable[Block]) -> Iterator[FormField]:
    """Every field, in the order in which it is read."""
    for block in blocks:
        match block:
            case ChoiceField() | TextField():
                yield block.field
            case KeepTogether():
                yield from fields_of(block.blocks)
            case Columns():
                yield from fields_of((*block.left, *block.right))
            case _:
                pass


def issued(given: DocumentInput, document: Document, **asked: str) -> Document:
    """The document as a form that is handed out; ``asked`` says of a pre-survey what is asked of whom.

    Raises ValueError where it is given no number to be issued under, or where a field stands in it twice.
    """
    if given.issue is None:
        raise ValueError(f"{document.kind} is a form and needs a number")
    fields = tuple(fields_of(document.blocks))
    names = [field.name for field in fields]
    if len(set(names)) != len(names):
        raise ValueError("a field stands in the form twice")
    identity = FormIdentity(
        kind=document.kind,
        case=given.case.id,
        number=given.issue.number,
        fields=digest_of_fields(fields),
        **asked,
    )
    return replace(document, form=identity.issued(given.issue.key))
