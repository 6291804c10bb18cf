"""The first sheet of a workbook: how it is worked with, and what every column means.

German as the packs are; nothing of it is read again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from advisor_app.content.shapes.fields import Integer, Only, Prose
from advisor_app.exchange.workbook.cells import Cell, list_words
from advisor_app.exchange.workbook.sheets import Column, Sheet

_HEAD: list[Cell] = ["Blatt", "Spalte", "Erläuterung", "Pflicht", "Möglich"]
_RULES = (
    "Jede Zeile ist ein Eintrag; ihre Reihenfolge ist die am Bildschirm und auf Papier. Leere Zeilen zählen nicht.",
    "Blätter und Überschriften behalten ihre Namen; Spalten dürfen anders angeordnet sein. Leere Blätter bleiben.",
    "In Listen steht ein Eintrag je Zeile der Zelle (Alt+Eingabe); ein Zeilenwechsel darin wird als \\n geschrieben.",
    "Kennungen in einer Zelle trennt ein Komma. Kennungen werden nie geändert und nie wieder vergeben.",
    "Formeln, verbundene Zellen und Verknüpfungen werden nicht übernommen. Dieses Blatt wird nicht gelesen.",
    "Nach Änderungen die Version im Blatt „Paket“ erhöhen, bei geänderten Fragen auch die im Blatt „Fragebogen“.",
)


def guide_rows(sheets: Iterable[Sheet]) -> Iterator[list[Cell]]:
    """The rows of the guide."""
    yield _HEAD
    for rule in _RULES:
        yield ["", "", rule, "", ""]
    for sheet in sheets:
        yield [sheet.title, "", sheet.about, "", ""]
        for column in sheet.all_columns:
            yield [sheet.title, column.heading, column.about, _needed(column), _possible(column)]


def _needed(column: Column) -> str:
    if not column.required:
        return ""
    return "ja" if column.only is None else _where(column.only)


def _where(only: Only) -> str:
    return "je nach Art" if only.values else "je nach Angabe"


def _possible(column: Column) -> str:
    match column.kind:
        case Integer() as kind:
            return f"{kind.low} bis {kind.high}"
        case Prose() as kind:
            return f"höchstens {kind.longest} Zeichen" if kind.longest else ""
        case kind:
            return ", ".join(list_words(kind))
