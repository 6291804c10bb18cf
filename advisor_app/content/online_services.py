"""Reads ``services.toml`` and ``maturity_models.toml``: frequent services, and models by which they are rated."""

from __future__ import annotations

from advisor_app.content.entry import read_entries
from advisor_app.content.table import Table
from advisor_app.domain.commune import CommuneKind
from advisor_app.domain.foundations import Certainty
from advisor_app.domain.knowledge import FrequentService, MaturityBand, MaturityLevel, MaturityModel

_HIGHEST = 9
_MOST_CRITERIA = 99


def read_service(table: Table) -> FrequentService:
    """A frequent service of some kinds of commune."""
    return FrequentService(
        id=table.id(),
        name=table.text("name"),
        area=table.text("area"),
        kinds=table.members("kinds", CommuneKind),
        key=table.text_or("leika"),
        outside=table.flag("outside"),
        as_of=table.day("as_of"),
        sources=table.some_texts("sources"),
        certainty=table.member("certainty", Certainty),
    )


def read_maturity_model(table: Table) -> MaturityModel:
    """One version of a maturity model."""
    model = MaturityModel(
        id=table.id(),
        title=table.text("title"),
        version=table.text("version"),
        valid_from=table.day("valid_from"),
        valid_to=table.day_or_none("valid_to"),
        criteria=table.integer("criteria", 1, _MOST_CRITERIA),
        levels=tuple(entry.value for entry in read_entries(table, "level", _read_level)),
        bands=tuple(entry.value for entry in read_entries(table, "band", _read_band)),
        highest=table.integers("highest"),
        conformant_from=table.integer_or("conformant_from", None, 0, _HIGHEST),
        note=table.text("note"),
        as_of=table.day("as_of"),
        sources=table.some_texts("sources"),
        certainty=table.member("certainty", Certainty),
        check=table.day_or_none("check"),
    )
    if model.valid_to is not None and model.valid_to < model.valid_from:
        table.flaw("ends-before-start", "valid_to")
    if "highest" in table and not model.highest:
        table.flaw("empty-list", "highest")
    if model.levels and [level.number for level in model.levels] != list(range(max(model.highest, default=0) + 1)):
        table.flaw("maturity-levels", "level", highest=max(model.highest, default=0))
    return model


def _read_level(table: Table) -> MaturityLevel:
    return MaturityLevel(number=table.integer("number", 0, _HIGHEST), word=table.text("word"))


def _read_band(table: Table) -> MaturityBand:
    first = table.integer("first", 0, _HIGHEST)
    return MaturityBand(first=first, last=table.integer_or("last", None, first, _HIGHEST), about=table.text("about"))
