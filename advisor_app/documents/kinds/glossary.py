"""The terms of the trade in plain words: those of the booked modules, or all of them before any is booked."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from advisor_app.documents.blocks import Block, Contents, Document, Fact, Heading, Paragraph, TitleBlock
from advisor_app.documents.document_input import DocumentInput
from advisor_app.documents.parts.facts import fact_list, facts_named, term_table
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.folding import fold
from advisor_app.domain.knowledge import Term
from advisor_app.texts import Texts

KIND = "glossary"

_NO_LETTER = "#"
_RANGES = ("#", "AC", "DF", "GI", "JL", "MO", "PR", "SU", "VZ")
"""First and last letter of each part, as no letter alone has enough terms for a heading."""


def build(given: DocumentInput) -> Document:
    """The glossary; raises AdvisorError(NOTHING_FOR_DOCUMENT) where the packs know no term."""
    texts = given.texts.of_document(KIND)
    return given.document(KIND, texts("title"), texts("heading"), _blocks(given, texts))


def _blocks(given: DocumentInput, texts: Texts) -> Iterator[Block]:
    terms = _terms(given)
    if not terms:
        raise AdvisorError(Problem.NOTHING_FOR_DOCUMENT)
    modules = [given.module_title(module) for module in given.case.modules]
    yield TitleBlock(
        title=texts("heading"),
        subtitle=texts("subtitle"),
        facts=(
            Fact(texts("documents.commune"), given.house),
            Fact(texts("modules"), ", ".join(modules) if modules else texts("all-modules")),
        ),
    )
    yield Paragraph(text=texts("how-to-read"))
    yield Contents()
    for letters, group in groupby(terms, _range):
        first, last = letters[0], letters[-1]
        yield Heading(2, texts("from-to", first=first, last=last) if first != last else texts("without-letter"))
        yield term_table(given, group)
    facts = facts_named(given, (name for term in terms for name in term.facts))
    if facts:
        yield Heading(2, texts("facts"))
        yield from fact_list(given, facts)


def _terms(given: DocumentInput) -> list[Term]:
    """Terms that belong to no module in particular, and those of the booked ones, by the alphabet."""
    booked = set(given.case.modules)
    found = (
        term for term in given.catalog.terms.values() if not booked or not term.modules or booked & set(term.modules)
    )
    return sorted(found, key=lambda term: (_letter(term), fold(term.term), term.id))


def _range(term: Term) -> str:
    letter = _letter(term)
    return next((letters for letters in _RANGES if letters[0] <= letter <= letters[-1]), _RANGES[-1])


def _letter(term: Term) -> str:
    first = fold(term.term)[:1].upper()
    return first if first.isalpha() else _NO_LETTER
