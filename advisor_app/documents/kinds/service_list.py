"""The list of services before module 1: the frequent ones of such a house are filled in, the house adds its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from advisor_app.documents.blocks import (
    Align,
    Block,
    Bullets,
    Callout,
    Column,
    Document,
    Fact,
    Heading,
    KeepTogether,
    Paragraph,
    ParagraphKind,
    Row,
    RowKind,
    Table,
    TitleBlock,
)
from advisor_app.documents.document_input import DocumentInput
from advisor_app.documents.paper_blocks import Orientation, WritingLines
from advisor_app.documents.parts.facts import source_words
from advisor_app.documents.parts.sheet_code import sheet_code
from advisor_app.domain.freshness import is_uncertain, model_in_force
from advisor_app.domain.knowledge import FrequentService, MaturityModel
from advisor_app.texts import Texts

KIND = "service-list"

_BLANK = 5
"""Rows for the house: with what is filled in, both sides of one sheet."""

_HINTS = ("ten", "cases", "online", "level")


def build(given: DocumentInput) -> Document:
    """A sheet across with the frequent services of this kind of house and blank rows, and the model to rate them by."""
    texts = given.texts.of_document(KIND)
    code = sheet_code("M1", given.case.id, KIND)
    document = given.document(KIND, texts("title"), texts("heading"), _blocks(given, texts), code=code)
    return replace(document, orientation=Orientation.LANDSCAPE)


def _blocks(given: DocumentInput, texts: Texts) -> Iterator[Block]:
    kind = given.catalog.kinds[given.case.commune.kind]
    yield TitleBlock(
        title=texts("heading"),
        subtitle=texts("subtitle"),
        facts=(
            Fact(texts("documents.commune"), given.house),
            Fact(texts("kind"), kind.title),
            Fact(texts("documents.adviser"), given.wording.or_open(given.adviser)),
            Fact(texts("documents.state"), given.wording.day(given.today)),
        ),
    )
    model = model_in_force(given.catalog.maturity_models.values(), given.today)
    yield Bullets(tuple(texts(f"hints.{name}") for name in _HINTS))
    yield WritingLines(label=texts("back"), count=1)
    frequent = (item for item in given.catalog.services.values() if not item.is_assumed)
    services = [item for item in frequent if given.case.commune.kind in item.kinds]
    yield _table(texts, services, model)
    if services:
        first = services[0]
        origin = texts("origin", day=given.wording.day(first.as_of), sources=source_words(given, first.sources))
        yield Paragraph(text=origin, kind=ParagraphKind.NOTE)
    if model is not None:
        yield KeepTogether(tuple(_model(given, texts, model)))


def _table(texts: Texts, services: Sequence[FrequentService], model: MaturityModel | None) -> Table:
    level = texts("level") if model is None else texts("level-of", version=model.version)
    rows: list[Row] = []
    number = 0
    for area, group in groupby(services, lambda service: service.area):
        rows.append(Row((area,), RowKind.GROUP))
        for service in group:
            number += 1
            rows.append(Row((str(number), service.name, service.key, "", "", "", "", ""), lines=1))
    rows.append(Row((texts("own"),), RowKind.GROUP))
    for _ in range(_BLANK):
        number += 1
        rows.append(Row((str(number), "", "", "", "", "", "", ""), lines=1))
    return Table(
        columns=(
            Column(title=texts("number"), align=Align.END),
            Column(title=texts("service"), weight=3),
            Column(title=texts("key"), weight=1.3),
            Column(title=texts("cases"), weight=0.9),
            Column(title=texts("office"), weight=1.3),
            Column(title=texts("online"), weight=1),
            Column(title=level, weight=1),
            Column(title=texts("remark"), weight=1.8),
        ),
        rows=tuple(rows),
        summary=texts("summary"),
        header=0,
        to_write_on=True,
    )


def _model(given: DocumentInput, texts: Texts, model: MaturityModel) -> Iterator[Block]:
    """What a level means is worth nothing without the version of the model it is taken from."""
    yield Heading(2, texts("model", title=model.title, version=model.version))
    levels = [texts("level-word", number=level.number, word=level.word) for level in model.levels]
    bands = [
        texts("band", first=band.first, last=band.last, about=band.about)
        if band.last is not None
        else texts("band-open", first=band.first, about=band.about)
        for band in model.bands
    ]
    if levels or bands:
        yield Bullets((*levels, *bands))
    words = [model.note]
    if is_uncertain(model.certainty):
        words.append(texts("documents.facts.uncertain"))
    words.append(
        texts(
            "documents.facts.origin",
            day=given.wording.day(model.as_of),
            sources=source_words(given, model.sources),
        )
    )
    yield Callout((" ".join(words),))
