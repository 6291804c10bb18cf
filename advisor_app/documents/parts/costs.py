"""The cost calculation of a use case, alone and in an alliance, with every assumption shown."""

from __future__ import annotations

from collections.abc import Iterator

from advisor_app.documents.blocks import (
    Align,
    Block,
    Column,
    Heading,
    Lines,
    Paragraph,
    ParagraphKind,
    Row,
    RowKind,
    Table,
)
from advisor_app.documents.document_input import DocumentInput
from advisor_app.documents.wording import DASH
from advisor_app.domain.joint_funding import joint_grants
from advisor_app.domain.use_case import Costs, calculate_costs
from advisor_app.texts.candidates import obstacle_word, terms_words


def cost_calculation(given: DocumentInput, costs: Costs) -> Iterator[Block]:
    """One commune's sum line by line, and the alliance stated twice."""
    texts, wording = given.texts, given.wording
    if not costs.lines and not costs.internal_hours:
        yield Paragraph(text=texts("documents.costs.none"))
        return
    result = calculate_costs(costs)
    rows = [
        Row((line.label, texts(f"documents.costs.{'shared' if line.shared else 'each'}"), wording.money(line.amount)))
        for line in costs.lines
    ]
    rows.append(Row((texts("documents.costs.external"), "", wording.money(result.external))))
    if costs.contingency_percent:
        label = texts("documents.costs.contingency", percent=costs.contingency_percent)
        rows.append(Row((label, "", wording.money(result.contingency))))
    if costs.internal_hours:
        hours, rate = wording.number(costs.internal_hours), wording.money(costs.hourly_rate)
        label = texts("documents.costs.internal", hours=hours, rate=rate)
        rows.append(Row((label, texts("documents.costs.each"), wording.money(result.internal))))
    rows.append(Row((texts("documents.costs.total"), "", wording.money(result.total)), RowKind.TOTAL))
    yield Table(
        columns=(
            Column(title=texts("documents.costs.line"), weight=1),
            Column(title=texts("documents.costs.arises")),
            Column(title=texts("documents.costs.amount"), align=Align.END),
        ),
        rows=tuple(rows),
        summary=texts("documents.costs.summary"),
    )
    if costs.communes > 1:
        yield from _alliance(given, costs)
        yield from _programmes(given, costs)


def _alliance(given: DocumentInput, costs: Costs) -> Iterator[Block]:
    texts, wording = given.texts, given.wording
    result = calculate_costs(costs)
    yield Heading(3, texts("documents.costs.alliance", count=costs.communes))
    intro = texts("documents.costs.alliance-intro", percent=costs.quota_percent)
    yield Paragraph(text=f"{intro} {texts('documents.costs.alliance-note')}", introduces=True)
    yield Table(
        columns=(
            Column(title=texts("documents.costs.reading"), weight=1),
            Column(title=texts("documents.costs.total-head"), align=Align.END),
            Column(title=texts("documents.costs.remainder"), align=Align.END),
            Column(title=texts("documents.costs.per-commune"), align=Align.END),
        ),
        rows=(
            Row(
                (
                    texts("documents.costs.reading-external"),
                    wording.money(result.alliance_external),
                    wording.money(result.alliance_external_remainder),
                    wording.money(result.alliance_external_per_commune),
                )
            ),
            Row(
                (
                    texts("documents.costs.reading-multiplied", count=costs.communes),
                    wording.money(result.alliance_multiplied),
                    wording.money(result.alliance_multiplied_remainder),
                    wording.money(result.alliance_multiplied_per_commune),
                )
            ),
        ),
        summary=texts("documents.costs.alliance", count=costs.communes),
    )


def _programmes(given: DocumentInput, costs: Costs) -> Iterator[Block]:
    """What every programme would pay at most by its own terms, and what speaks against it."""
    texts, wording = given.texts, given.wording
    grants = joint_grants(costs, given.catalog.funding.supports.values(), given.today)
    if not grants:
        return
    yield Heading(3, texts("documents.costs.programmes"))
    yield Paragraph(text=texts("documents.costs.programmes-note"), kind=ParagraphKind.NOTE, introduces=True)
    yield Table(
        columns=(
            Column(title=texts("documents.costs.programme"), weight=2.2),
            Column(title=texts("documents.costs.grant"), align=Align.END),
            Column(title=texts("documents.costs.per-commune"), align=Align.END),
            Column(title=texts("documents.costs.obstacles"), weight=2),
        ),
        rows=tuple(
            Row(
                (
                    Lines((grant.support.title, terms_words(grant, texts))),
                    DASH if grant.grant is None else wording.money(grant.grant),
                    DASH if grant.per_commune is None else wording.money(grant.per_commune),
                    " ".join(obstacle_word(grant, item, texts) for item in grant.obstacles)
                    or texts("documents.costs.no-obstacles"),
                )
            )
            for grant in grants
        ),
        summary=texts("documents.costs.programmes"),
    )
