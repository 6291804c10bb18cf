"""Foreign tables taken in: read, matched with the fields of a purpose, remembered, and told in words.

A purpose is declared once, beside what it makes (``domain/usage_table.py``)::

    SERVICES = ImportPurpose(
        id="services",
        fields=(
            TargetField(name="title", required=True, aliases=("Leistung", "Bezeichnung")),
            TargetField(name="cases", kind=ColumnKind.NUMBER, whole=True, aliases=("Fallzahl", "Fälle pro Jahr")),
        ),
    )

with a title for each field under ``[imports.services]`` in both languages. A service compares rows with what is there::

    def compare(case, rows: Sequence[MappedRow], …) -> TablePreview[ServiceSet]

and applies ``preview.taken`` as one step (``session.apply(*preview.taken)``). In the window ``ui/widgets/table_import``
does everything between choosing the file and that step; a command does it with ``read``, ``table_of``, ``mapping_of``
and ``rows_of`` (``cli/usage.py``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from advisor_app.domain.column_mapping import (
    CellFault,
    ColumnMapping,
    ImportPurpose,
    MappedRow,
    find_table,
    guess,
    read_mapped,
)
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.foreign_cells import ColumnKind, TargetField, Value
from advisor_app.domain.foreign_table import ForeignSheet, ForeignTable
from advisor_app.domain.table_preview import PreviewRow, RowFate
from advisor_app.services.preferences import PreferencesFile
from advisor_app.texts import Texts
from advisor_app.texts.numbers import format_date, format_decimal, format_month

Report = Callable[[float], None]

_LONGEST_HEADING = 120
"""Characters of a heading that is kept in the preferences."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchedTable:
    """A table with the columns that fill the fields, and whether they were remembered from last time."""

    table: ForeignTable
    mapping: ColumnMapping
    is_remembered: bool = False


class TableImports:
    """Reads foreign tables and keeps in the preferences which columns filled what."""

    def __init__(self, texts: Texts, settings: PreferencesFile) -> None:
        self._texts = texts
        self._settings = settings

    def read(self, path: Path, report: Report = lambda _share: None) -> tuple[ForeignSheet, ...]:
        """The sheets of a CSV or XLSX file that have rows.

        Raises AdvisorError: FILE_UNREADABLE, FILE_TOO_LARGE, FILE_FORMAT, TABLE_FILE.
        """
        from advisor_app.exchange.foreign_file import read_foreign_file

        return read_foreign_file(path, self._texts, report)

    def matched(self, sheet: ForeignSheet, purpose: ImportPurpose, head_line: int = 0) -> MatchedTable:
        """The sheet as a table with its mapping: that of last time where it fits, else by the headings.

        ``head_line`` is where the headings stand; 0 finds them.
        """
        fields = self._named_fields(purpose)
        table = find_table(sheet, fields, head_line)
        last = ColumnMapping(self._settings.current.column_mappings.get(purpose.id, {}))
        known = ColumnMapping({name: column for name, column in last.columns.items() if purpose.field(name)})
        if known.columns and known.fits(table, purpose.fields):
            return MatchedTable(table=table, mapping=known, is_remembered=True)
        return MatchedTable(table=table, mapping=guess(fields, table.columns))

    def best_sheet(self, sheets: Sequence[ForeignSheet], purpose: ImportPurpose) -> ForeignSheet:
        """The sheet of which most fields can be filled, the first one of several."""
        return max(sheets, key=lambda sheet: len(self.matched(sheet, purpose).mapping.columns))

    def mapping_of(self, matched: MatchedTable, purpose: ImportPurpose, options: Iterable[str]) -> ColumnMapping:
        """The mapping with what options say (``field=Column``; an empty column leaves the field empty).

        Raises AdvisorError: TABLE_MAP, TABLE_FIELD, TABLE_COLUMN, TABLE_FIELDS_MISSING.
        """
        mapping, columns = matched.mapping, matched.table.columns
        for option in options:
            name, mark, column = option.partition("=")
            if not mark:
                raise AdvisorError(Problem.TABLE_MAP, value=option)
            if purpose.field(name.strip()) is None:
                known = ", ".join(item.name for item in purpose.fields)
                raise AdvisorError(Problem.TABLE_FIELD, name=name.strip(), fields=known)
            if column and column not in columns:
                raise AdvisorError(Problem.TABLE_COLUMN, name=column, columns=", ".join(columns))
            mapping = mapping.with_column(name.strip(), column)
        missing = mapping.missing(purpose.fields)
        if missing:
            fields = ", ".join(f"{self.title(purpose, item.name)} ({item.name})" for item in missing)
            raise AdvisorError(Problem.TABLE_FIELDS_MISSING, fields=fields, columns=", ".join(columns))
        return mapping

    def rows_of(
        self, path: Path, purpose: ImportPurpose, options: Iterable[str] = (), *, remember: bool = True
    ) -> tuple[MappedRow, ...]:
        """The rows of a file's best sheet, as a command reads them.

        Raises AdvisorError as ``read`` and ``mapping_of`` do.
        """
        matched = self.matched(self.best_sheet(self.read(path), purpose), purpose)
        mapping = self.mapping_of(matched, purpose, options)
        rows = read_mapped(matched.table, purpose, mapping)
        if remember:
            self.remember(purpose, mapping)
        return rows

    def remember(self, purpose: ImportPurpose, mapping: ColumnMapping) -> None:
        """Keep the mapping for the next table of this purpose, unless a heading is a whole text.

        Raises AdvisorError(FILE_NOT_WRITABLE).
        """
        if any(len(column) > _LONGEST_HEADING for column in mapping.columns.values()):
            return
        current = self._settings.current
        kept = {**current.column_mappings, purpose.id: dict(mapping.columns)}
        if kept != current.column_mappings:
            self._settings.save(replace(current, column_mappings=kept))

    def _named_fields(self, purpose: ImportPurpose) -> tuple[TargetField, ...]:
        """The fields with their own titles as aliases: so are columns called that this program has written."""
        return tuple(replace(item, aliases=(self.title(purpose, item.name), *item.aliases)) for item in purpose.fields)

    def title(self, purpose: ImportPurpose, name: str) -> str:
        """What a field is called."""
        return self._texts(f"imports.{purpose.id}.{name}")

    def fault(self, fault: CellFault) -> str:
        """Why a cell cannot be taken, with its line and column."""
        reason = self._texts(f"imports.fault.{fault.key}", **fault.details)
        return self._texts("imports.fault.at", line=fault.line, column=fault.column, reason=reason)

    def why(self, row: PreviewRow) -> str:
        """Everything that is to be said of a row, in one line."""
        return " ".join((*map(self.fault, row.faults), row.remark)).strip()

    def preview_row(self, purpose: ImportPurpose, row: MappedRow, fate: RowFate, remark: str = "") -> PreviewRow:
        """A row as the preview shows it; one with a fault is faulty whatever else it would be."""
        return PreviewRow(
            line=row.line,
            fate=RowFate.FAULTY if row.faults else fate,
            words={name: self._value(purpose, name, value) for name, value in row.values.items()},
            faults=row.faults,
            remark=remark,
        )

    def _value(self, purpose: ImportPurpose, name: str, value: Value) -> str:
        target = purpose.field(name)
        if isinstance(value, Decimal):
            return _number(value, self._texts.language)
        if isinstance(value, date):
            is_month = target is not None and target.kind is ColumnKind.MONTH
            return (format_month if is_month else format_date)(value, self._texts.language)
        key = f"imports.{purpose.id}.choices.{name}.{value}"
        return self._texts(key) if target is not None and target.choices and key in self._texts else value


def _number(value: Decimal, language: str) -> str:
    exponent = value.normalize().as_tuple().exponent
    return format_decimal(value, max(0, -exponent) if isinstance(exponent, int) else 0, language)
