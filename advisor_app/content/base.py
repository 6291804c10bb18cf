"""Reads what the pack ``base`` alone defines: modules, dimensions, roles, kinds, scale, sources and vocabulary."""

from __future__ import annotations

from types import MappingProxyType

from advisor_app.content.entry import read_entries
from advisor_app.content.table import Table
from advisor_app.domain.commune import CommuneKind
from advisor_app.domain.foundations import (
    MAXIMUM_LEVEL,
    DimensionKind,
    DimensionTitle,
    KindTitle,
    Level,
    Module,
    Role,
    Scale,
    Source,
    Word,
)


def read_module(table: Table) -> Module:
    """A table of ``modules.toml``."""
    return Module(
        id=table.id(),
        number=table.integer("number", 1, 99),
        title=table.text("title"),
        summary=table.text("summary"),
        days=table.text("days"),
        sources=table.some_texts("sources"),
    )


def read_dimension(table: Table) -> DimensionTitle:
    """A table of ``dimensions.toml``."""
    return DimensionTitle(
        id=table.id(),
        module=table.id("module"),
        kind=table.member("kind", DimensionKind),
        title=table.text("title"),
        short=table.text("short"),
        description=table.text("description"),
    )


def read_role(table: Table) -> Role:
    """A table of ``roles.toml``."""
    return Role(
        id=table.id(),
        title=table.text("title"),
        description=table.text("description"),
        fallback=table.id("fallback") if "fallback" in table else None,
    )


def read_kind(table: Table) -> KindTitle:
    """A table of ``kinds.toml``."""
    return KindTitle(
        id=table.member("id", CommuneKind), title=table.text("title"), description=table.text("description")
    )


def read_source(table: Table) -> Source:
    """A table of ``sources.toml``."""
    return Source(
        id=table.id(),
        title=table.text("title"),
        publisher=table.text("publisher"),
        date=table.text("date"),
        address=table.text_or("address"),
    )


def read_word(table: Table) -> Word:
    """A table of ``vocabulary.toml``; the default of a kind, and of towns, must be one of the choices."""
    choices = table.some_texts("choices")
    in_towns = table.text_or("in_towns")
    if in_towns and in_towns not in choices:
        table.flaw("unknown-word", "in_towns", word=in_towns, words=", ".join(choices))
    by_kind = {}
    defaults = table.table("by_kind")
    if defaults is not None:
        for kind in CommuneKind:
            if kind.value in defaults:
                by_kind[kind] = defaults.text(kind.value)
        defaults.finish()
        for word in by_kind.values():
            if word and word not in choices:
                table.flaw("unknown-word", "by_kind", word=word, words=", ".join(choices))
    return Word(
        id=table.id(),
        title=table.text("title"),
        choices=choices,
        by_kind=MappingProxyType(by_kind),
        in_towns=in_towns,
    )


def read_scale(table: Table) -> Scale:
    """``scale.toml``: levels 0 to 4 in order, with bounds that rise."""
    rules = table.table("rules")
    if rules is None:
        table.flaw("missing-key", "rules")
        rules = Table(table.document, {}, (*table.place, "rules"), table)
    levels = tuple(entry.value for entry in read_entries(table, "level", _read_level))
    bounds = [level.below for level in levels]
    rising = [bound for bound in bounds[:-1] if bound is not None]
    if [level.number for level in levels] != list(range(MAXIMUM_LEVEL + 1)):
        table.flaw("scale-levels", "level")
    elif len(rising) != MAXIMUM_LEVEL or bounds[-1] is not None or rising != sorted(set(rising)):
        table.flaw("scale-bounds", "level")
    scale = Scale(
        version=table.text("version"),
        notice=table.text("notice"),
        levels=levels,
        minimum_answers=rules.integer("minimum_answers", 1, 99),
        minimum_coverage=rules.decimal("minimum_coverage"),
        blocking_cap=rules.decimal("blocking_cap"),
        near=rules.decimal("near"),
        default_target_step=rules.integer("default_target_step", 0, MAXIMUM_LEVEL),
        priority_a=rules.integer("priority_a", -4, 4),
        priority_c=rules.integer("priority_c", -4, 4),
    )
    rules.finish()
    table.finish()
    return scale


def _read_level(table: Table) -> Level:
    return Level(
        number=table.integer("number", 0, MAXIMUM_LEVEL),
        word=table.text("word"),
        meaning=table.text("meaning"),
        below=table.decimal_or_none("below"),
    )
