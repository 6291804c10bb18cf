"""An extract of a filing plan as a table."""

from __future__ import annotations

from collections.abc import Iterable

from advisor_app.documents.blocks import Column, Row, Run, Table
from advisor_app.documents.document_input import DocumentInput
from advisor_app.documents.wording import DASH
from advisor_app.domain.e_file_guide import EFileGuide
from advisor_app.domain.file_plan import FilePlanEntry, placed

_INDENT = "\N{NO-BREAK SPACE}" * 4
_DEEPEST = 8


def practised_plan(given: DocumentInput, guide: EFileGuide) -> tuple[FilePlanEntry, ...]:
    """The extract that a group practises with: the case's own, else that of the pack."""
    own = tuple(given.case.file_plan.values())
    return own or tuple(
        FilePlanEntry(id=entry.number, number=entry.number, title=entry.title, office=entry.office)
        for entry in guide.entries
    )


def file_plan_table(given: DocumentInput, entries: Iterable[FilePlanEntry], *, is_blank: bool = False) -> Table:
    """The entries as a tree; a blank one leaves room for the periods, which the house has to lay down."""
    texts = given.texts
    rows = []
    for item in placed(entries):
        entry = item.entry
        words = f"{_INDENT * min(item.depth, _DEEPEST)}{entry.title or DASH}"
        retention = entry.retention or ("" if is_blank else DASH)
        rows.append(Row((entry.number or DASH, (Run(words, strong=item.depth == 0),), retention, entry.office or DASH)))
    return Table(
        columns=(
            Column(title=texts("imports.file-plan.number")),
            Column(title=texts("imports.file-plan.title"), weight=2.4),
            Column(title=texts("imports.file-plan.retention"), weight=1.2),
            Column(title=texts("imports.file-plan.office"), weight=1.2),
        ),
        rows=tuple(rows),
        summary=texts("documents.e-file.file-plan-summary"),
        header=1,
    )
