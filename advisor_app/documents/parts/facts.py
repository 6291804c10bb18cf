"""Facts of the packs as they are handed out: with their day, where they come from, and what is uncertain."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from advisor_app.documents.blocks import Block, Bullets, Column, Row, Run, Table, Text
from advisor_app.documents.document_input import DocumentInput
from advisor_app.domain.foundations import Certainty
from advisor_app.domain.freshness import Doubt, fact_doubts
from advisor_app.domain.knowledge import Fact, Term


def facts_named(given: DocumentInput, names: Iterable[str]) -> tuple[Fact, ...]:
    """The facts with these ids that the packs have, each once."""
    return tuple(given.catalog.facts[name] for name in dict.fromkeys(names) if name in given.catalog.facts)


def fact_list(given: DocumentInput, facts: Iterable[Fact]) -> Iterator[Block]:
    """A list of facts; nothing where there are none."""
    items = tuple(fact_text(given, fact) for fact in facts)
    if items:
        yield Bullets(items)


def fact_text(given: DocumentInput, fact: Fact) -> tuple[Run, ...]:
    """A fact with its day, its sources and every reason to look again."""
    origin = given.texts(
        "documents.facts.origin",
        day=given.wording.day(fact.as_of),
        sources=source_words(given, fact.sources),
    )
    notes = " ".join((origin, *_doubts(given, fact)))
    return (Run(fact.text), Run(f" {notes}", quiet=True))


def source_words(given: DocumentInput, names: Iterable[str]) -> str:
    """Publisher and title of each source; names that nothing stands for are left out."""
    found = (given.catalog.sources[name] for name in names if name in given.catalog.sources)
    return "; ".join(f"{source.publisher}, {source.title}" for source in found)


def term_table(given: DocumentInput, terms: Iterable[Term]) -> Table:
    """Terms with what they mean in plain words."""
    texts = given.texts
    return Table(
        columns=(
            Column(title=texts("documents.facts.term"), weight=0.36),
            Column(title=texts("documents.facts.meaning"), weight=1),
        ),
        rows=tuple(Row(((Run(term.term, strong=True),), _meaning(given, term))) for term in terms),
        summary=texts("documents.facts.terms"),
        matches=True,
    )


def _meaning(given: DocumentInput, term: Term) -> Text:
    full = (Run(f"{term.full}. ", italic=True),) if term.full and term.full != term.term else ()
    uncertain: tuple[Run, ...] = ()
    if term.certainty is not Certainty.HIGH:
        uncertain = (Run(f" {given.texts('documents.facts.uncertain')}", quiet=True),)
    return (*full, Run(term.text), *uncertain)


def _doubts(given: DocumentInput, fact: Fact) -> Iterator[str]:
    texts, wording = given.texts, given.wording
    found = fact_doubts(fact, given.today)
    if Doubt.EXPIRED in found:
        yield texts("documents.facts.expired", day=wording.day(fact.valid_to))
    if Doubt.CHECK_DUE in found:
        yield texts("documents.facts.check-due", day=wording.day(fact.check))
    if Doubt.UNCERTAIN in found:
        yield texts("documents.facts.uncertain")
