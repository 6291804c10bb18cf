"""What participants of a module take home: the pack's text, its facts with their day and source, and its terms."""

from __future__ import annotations

from collections.abc import Iterator

from advisor_app.documents.blocks import (
    Block,
    Bullets,
    Callout,
    Contents,
    Document,
    Fact,
    Heading,
    Paragraph,
    Run,
    TitleBlock,
)
from advisor_app.documents.document_input import DocumentInput
from advisor_app.documents.kind import Item
from advisor_app.documents.parts.booked_modules import chosen_module, module_items, module_line
from advisor_app.documents.parts.facts import fact_text, facts_named, term_table
from advisor_app.domain.folding import fold
from advisor_app.domain.knowledge import Handout, HandoutSection
from advisor_app.texts import Texts

KIND = "module-handout"


def items(given: DocumentInput) -> tuple[Item, ...]:
    """Modules with a handout: those that are booked, all of them before any is."""
    return module_items(given, given.catalog.handouts)


def build(given: DocumentInput) -> Document:
    """The handout of the chosen module; raises AdvisorError(NOTHING_FOR_DOCUMENT, UNKNOWN_DOCUMENT_ITEM)."""
    module = chosen_module(given, KIND, items(given))
    texts = given.texts.of_document(KIND)
    handout = given.catalog.handouts[module]
    title = texts("title", module=given.module_name(module))
    return given.document(KIND, title, handout.title, _blocks(given, texts, handout))


def _blocks(given: DocumentInput, texts: Texts, handout: Handout) -> Iterator[Block]:
    yield TitleBlock(
        title=handout.title,
        subtitle=module_line(given, handout.module),
        facts=(
            Fact(texts("documents.commune"), given.house),
            Fact(texts("documents.adviser"), given.wording.or_open(given.adviser)),
        ),
    )
    yield Contents()
    for section in handout.sections:
        yield from _section(given, texts, section)
    known = given.catalog.terms
    terms = sorted((known[name] for name in handout.terms if name in known), key=lambda term: fold(term.term))
    if terms:
        yield Heading(2, texts("terms"))
        yield term_table(given, terms)


def _section(given: DocumentInput, texts: Texts, section: HandoutSection) -> Iterator[Block]:
    yield Heading(2, section.title)
    for index, text in enumerate(section.paragraphs):
        last = index == len(section.paragraphs) - 1
        yield Paragraph(text=text, introduces=last and bool(section.points))
    if section.points:
        yield Bullets(section.points)
    facts = facts_named(given, section.facts_with(given.catalog.terms))
    if facts:
        first, *others = (fact_text(given, fact) for fact in facts)
        yield Callout(((Run(f"{texts('facts')} ", strong=True), *first), *others))
