"""What is wrong with a workbook: the sheet, the cell and a sentence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from advisor_app.content.findings import Severity


class CellError(Exception):
    """A cell's value cannot be taken; ``key`` names the reason under ``exchange.workbook`` in the texts."""

    def __init__(self, key: str, **details: str | int) -> None:
        super().__init__(key, details)
        self.key = key
        self.details: Mapping[str, str | int] = details


@dataclass(frozen=True, slots=True, kw_only=True)
class CellFinding:
    """A finding in words; without a cell it concerns the sheet, without a sheet the whole workbook."""

    sheet: str
    cell: str
    reason: str
    severity: Severity = Severity.ERROR
