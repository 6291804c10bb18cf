"""Reads ``e_file.toml``."""

from __future__ import annotations

from advisor_app.content.entry import read_entries
from advisor_app.content.table import Table
from advisor_app.domain.e_file_guide import (
    MOST_WEIGHT,
    EFileArea,
    EFileGuide,
    ExampleEntry,
    Requirement,
    SampleDocument,
    ScanCriterion,
    ScanVariant,
)


def read_e_file(table: Table) -> EFileGuide:
    """What a module works with about electronic files; the file is one table."""
    guide = EFileGuide(
        module=table.id("module"),
        title=table.text("title"),
        note=table.text("note"),
        sources=table.some_texts("sources"),
        areas=tuple(entry.value for entry in read_entries(table, "area", _read_area)),
        criteria=tuple(entry.value for entry in read_entries(table, "criterion", _read_criterion)),
        variants=tuple(entry.value for entry in read_entries(table, "variant", _read_variant)),
        entries=tuple(entry.value for entry in read_entries(table, "entry", _read_entry)),
        samples=tuple(entry.value for entry in read_entries(table, "sample", _read_sample)),
    )
    if not guide.areas and table.sound:
        table.flaw("empty-list", "area")
    table.finish()
    return guide


def _read_area(table: Table) -> EFileArea:
    return EFileArea(
        id=table.id(),
        title=table.text("title"),
        about=table.text("about"),
        group=table.text("group"),
        questions=table.texts_or("questions"),
        requirements=tuple(entry.value for entry in read_entries(table, "requirement", _read_requirement)),
    )


def _read_requirement(table: Table) -> Requirement:
    return Requirement(id=table.id(), text=table.text("text"))


def _read_criterion(table: Table) -> ScanCriterion:
    return ScanCriterion(
        id=table.id(),
        title=table.text("title"),
        about=table.text("about"),
        weight=table.integer("weight", 0, MOST_WEIGHT),
    )


def _read_variant(table: Table) -> ScanVariant:
    return ScanVariant(
        id=table.id(), title=table.text("title"), about=table.text("about"), watch=table.some_texts("watch")
    )


def _read_entry(table: Table) -> ExampleEntry:
    return ExampleEntry(number=table.id("number"), title=table.text("title"), office=table.text("office"))


def _read_sample(table: Table) -> SampleDocument:
    return SampleDocument(
        id=table.id(),
        title=table.text("title"),
        text=table.text("text"),
        entry=table.text_or("entry"),
        discussion=table.text("discussion"),
    )
