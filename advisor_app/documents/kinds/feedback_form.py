"""Feedback form: what participants think of a workshop; it knows the case and nothing of who filled it in."""

from __future__ import annotations

from collections.abc import Iterator

from advisor_app.documents.blocks import (
    Block,
    Callout,
    Document,
    Fact,
    Heading,
    KeepTogether,
    Paragraph,
    ParagraphKind,
    TitleBlock,
)
from advisor_app.documents.document_input import DocumentInput
from advisor_app.documents.form import issued
from advisor_app.documents.form_blocks import ChoiceField, TextField
from advisor_app.documents.paper_blocks import Tick
from advisor_app.domain.feedback import RATINGS, WORDS, rating_field, words_field
from advisor_app.texts import Texts

KIND = "feedback-form"

_LINES = 5


def build(given: DocumentInput) -> Document:
    """The form; one number stands for all copies of it, so that nobody is told by it."""
    texts = given.texts.of_document(KIND)
    return issued(given, given.document(KIND, texts("title"), texts("subtitle"), _blocks(given, texts)))


def _blocks(given: DocumentInput, texts: Texts) -> Iterator[Block]:
    modules = texts.joined([given.module_title(module) for module in given.case.modules])
    facts = [Fact(texts("documents.commune"), given.house)]
    if modules:
        facts.append(Fact(texts("modules"), modules))
    if given.adviser:
        facts.append(Fact(texts("send-to"), given.adviser))
    yield TitleBlock(title=texts("title"), subtitle=texts("subtitle"), facts=tuple(facts))
    yield Paragraph(text=texts("instruction"))
    yield Callout((texts("privacy"),))
    first, *others = (_rating(texts, name) for name in RATINGS)
    yield KeepTogether((Heading(2, texts("ratings-head")), *first.blocks))
    yield from others
    yield Heading(2, texts("words-head"))
    for name in WORDS:
        question = texts(f"questions.{name}")
        yield TextField(field=words_field(name), words=question, label=question, lines=_LINES)
    yield Paragraph(text=texts("assumption"), kind=ParagraphKind.NOTE)


def _rating(texts: Texts, name: str) -> KeepTogether:
    statement = texts(f"statements.{name}")
    field = rating_field(name)
    ends = {0: texts("lowest"), len(field.options) - 1: texts("highest")}
    options = tuple(Tick(mark=str(index + 1), text=ends.get(index, "")) for index in range(len(field.options)))
    choice = ChoiceField(field=field, words=texts("spoken", statement=statement), options=options, row=True)
    return KeepTogether((Paragraph(text=statement, introduces=True), choice))
