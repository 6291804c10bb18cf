"""Filing plans as tables of other programs hold them: a row per entry, placed by its number."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from advisor_app.domain.changes import FilePlanEntrySet
from advisor_app.domain.column_mapping import ImportPurpose, MappedRow
from advisor_app.domain.file_plan import MOST_ENTRIES, FilePlanEntry
from advisor_app.domain.foreign_cells import TargetField
from advisor_app.domain.table_preview import RowFate

FILE_PLAN = ImportPurpose(
    id="file-plan",
    fields=(
        TargetField(
            name="number",
            required=True,
            aliases=("Nummer", "Nr.", "Nr", "Aktenzeichen", "Kennzeichen", "Gliederung", "Aktenplannummer", "number"),
        ),
        TargetField(
            name="title",
            required=True,
            aliases=("Titel", "Bezeichnung", "Betreff", "Aufgabe", "Inhalt", "Benennung", "title"),
        ),
        TargetField(
            name="retention",
            aliases=("Aufbewahrung", "Aufbewahrungsfrist", "Frist", "Aufbewahrungsdauer", "retention"),
        ),
        TargetField(
            name="office",
            aliases=("Amt", "Fachbereich", "Fachdienst", "Zuständig", "Zuständigkeit", "Stelle", "office"),
        ),
    ),
)

_FIELDS = tuple(field.name for field in FILE_PLAN.fields)

RowOutcome = tuple[MappedRow, RowFate, str, FilePlanEntrySet | None]
"""A row, what becomes of it, the key of a remark (or empty), and the change that it makes."""


def outcomes(
    rows: Sequence[MappedRow], entries: Mapping[str, FilePlanEntry], new_id: Callable[[], str]
) -> tuple[RowOutcome, ...]:
    """What every row does: a number that is known changes its entry, another one makes a new one.

    Of rows with the same number the first one holds; what the table leaves empty stays as it is.
    """
    known = {entry.number.strip(): entry for entry in entries.values()}
    taken: set[str] = set()
    count = len(entries)
    found: list[RowOutcome] = []
    for row in rows:
        number = row.text("number").strip()
        if row.faults or not number:
            found.append((row, RowFate.FAULTY, "" if row.faults else "no-number", None))
            continue
        before = known.get(number)
        if number in taken:
            found.append((row, RowFate.FAULTY, "twice", None))
        elif before is None and count >= MOST_ENTRIES:
            found.append((row, RowFate.FAULTY, "too-many", None))
        else:
            taken.add(number)
            count += before is None
            found.append(_outcome(row, before, new_id))
    return tuple(found)


def _outcome(row: MappedRow, before: FilePlanEntry | None, new_id: Callable[[], str]) -> RowOutcome:
    values = {name: row.text(name).strip() for name in _FIELDS if row.text(name).strip()}
    after = replace(before or FilePlanEntry(id=new_id()), **values)
    if before is None:
        return row, RowFate.NEW, "", FilePlanEntrySet(after.id, None, after)
    if after == before:
        return row, RowFate.KNOWN, "", None
    return row, RowFate.CHANGED, "", FilePlanEntrySet(after.id, before, after)
