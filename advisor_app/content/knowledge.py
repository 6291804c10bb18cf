"""Reads ``glossary.toml`` and ``facts.toml``."""

from __future__ import annotations

from advisor_app.content.table import Table
from advisor_app.domain.foundations import Certainty
from advisor_app.domain.knowledge import Fact, Term


def read_term(table: Table) -> Term:
    """A glossary entry."""
    return Term(
        id=table.id(),
        term=table.text("term"),
        text=table.text("text"),
        full=table.text_or("full"),
        sources=table.some_texts("sources"),
        certainty=table.member("certainty", Certainty),
        check=table.day_or_none("check"),
        modules=table.texts_or("modules"),
        facts=table.texts_or("facts"),
    )


def read_fact(table: Table) -> Fact:
    """A sentence with its date and sources."""
    fact = Fact(
        id=table.id(),
        text=table.text("text"),
        as_of=table.day("as_of"),
        sources=table.some_texts("sources"),
        certainty=table.member("certainty", Certainty),
        valid_from=table.day_or_none("valid_from"),
        valid_to=table.day_or_none("valid_to"),
        check=table.day_or_none("check"),
        funding=table.flag("funding"),
    )
    if fact.valid_from and fact.valid_to and fact.valid_to < fact.valid_from:
        table.flaw("ends-before-start", "valid_to")
    return fact
