"""The use cases of a case in one table, with their stage and what they cost."""

from __future__ import annotations

from collections.abc import Iterator

from advisor_app.documents.blocks import Align, Block, Column, Heading, Row, Table
from advisor_app.documents.document_input import DocumentInput
from advisor_app.documents.wording import DASH
from advisor_app.domain.use_case import UseCase, calculate_costs
from advisor_app.texts.states import state_word


def use_case_table(given: DocumentInput) -> Iterator[Block]:
    """A heading and a row for each use case; nothing where the case has none."""
    texts = given.texts
    use_cases = sorted(given.case.use_cases.values(), key=lambda item: (item.number, item.id))
    if not use_cases:
        return
    yield Heading(2, texts("documents.use-cases.title"))
    yield Table(
        columns=(
            Column(title=texts("documents.use-cases.use-case"), weight=2.4),
            Column(title=texts("documents.areas"), weight=1),
            Column(title=texts("documents.use-cases.roadmap"), weight=1.2),
            Column(title=texts("documents.use-cases.once"), align=Align.END),
            Column(title=texts("documents.use-cases.yearly"), align=Align.END),
        ),
        rows=tuple(Row(_cells(given, item)) for item in use_cases),
        summary=texts("documents.use-cases.title"),
    )


def _cells(given: DocumentInput, item: UseCase) -> tuple[str, ...]:
    costs, wording = item.costs, given.wording
    priced = bool(costs.lines or costs.internal_hours)
    return (
        f"{item.code} {item.title.strip() or wording.open}",
        ", ".join(sorted(item.areas)) or DASH,
        state_word(item.roadmap, given.texts),
        wording.money(calculate_costs(costs).total) if priced else DASH,
        wording.money(costs.yearly) if priced or costs.yearly else DASH,
    )
