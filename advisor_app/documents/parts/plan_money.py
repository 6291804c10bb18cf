"""Costs and funding of a plan: per measure, and in sums that name what is open."""

from __future__ import annotations

from collections.abc import Iterator

from advisor_app.documents.blocks import (
    Align,
    Block,
    Column,
    KeepTogether,
    Paragraph,
    ParagraphKind,
    Row,
    RowKind,
    Table,
)
from advisor_app.documents.document_input import DocumentInput
from advisor_app.documents.parts.measures import programme
from advisor_app.documents.wording import DASH
from advisor_app.domain.plan import GrantState, Measure, MeasureState, plan_totals
from advisor_app.texts.states import state_word


def funding_table(given: DocumentInput, measures: tuple[Measure, ...]) -> Iterator[Block]:
    """Cost and every grant of every measure."""
    texts = given.texts
    yield Table(
        columns=(
            Column(title=texts("documents.plan.number")),
            Column(title=texts("documents.plan.cost-once"), align=Align.END),
            Column(title=texts("documents.plan.cost-yearly"), align=Align.END),
            Column(title=texts("documents.plan.funding"), weight=1),
            Column(title=texts("documents.plan.quota-head"), align=Align.END),
            Column(title=texts("documents.plan.amount"), align=Align.END),
            Column(title=texts("documents.plan.state")),
        ),
        rows=tuple(row for measure in measures for row in _rows(given, measure)),
        summary=texts("documents.plan.money"),
    )


def _rows(given: DocumentInput, measure: Measure) -> Iterator[Row]:
    wording = given.wording
    costs = (wording.money(measure.cost_once), wording.money(measure.cost_yearly))
    if not measure.grants:
        yield Row((measure.id, *costs, DASH, DASH, DASH, DASH))
    for index, grant in enumerate(measure.grants):
        head = (measure.id, *costs) if not index else (measure.id, "", "")
        quota = DASH if grant.quota_percent is None else f"{grant.quota_percent}\N{NO-BREAK SPACE}%"
        yield Row(
            (*head, programme(given, grant), quota, wording.money(grant.amount), state_word(grant.state, given.texts))
        )


def totals_table(given: DocumentInput, measures: tuple[Measure, ...]) -> Iterator[Block]:
    """Sums over what is kept, with what they leave out."""
    texts, wording = given.texts, given.wording
    totals = plan_totals(measures)
    kept = [measure for measure in measures if measure.state is not MeasureState.DROPPED]
    yearly_open = [measure.id for measure in kept if measure.cost_yearly is None]
    once = sum_words(given, totals.once, open_ones=len(totals.cost_open), all_of=len(kept))
    yearly = sum_words(given, totals.yearly, open_ones=len(yearly_open), all_of=len(kept))
    rows = [Row((texts("documents.plan.total-once"), once)), Row((texts("documents.plan.total-yearly"), yearly))]
    for state in GrantState:
        grants = [grant for measure in kept for grant in measure.grants if grant.state is state]
        unknown = sum(grant.amount is None for grant in grants)
        amount = sum_words(given, totals.grants[state], open_ones=unknown, all_of=len(grants))
        rows.append(Row((texts("documents.plan.total-grants", state=state_word(state, texts)), amount)))
    rows.append(Row((texts("documents.plan.own-share"), wording.money(totals.own_share)), RowKind.TOTAL))
    table = Table(
        columns=(
            Column(title=texts("documents.plan.sums"), weight=1),
            Column(title=texts("documents.plan.amount"), align=Align.END),
        ),
        rows=tuple(rows),
        summary=texts("documents.plan.sums"),
    )
    notes = [texts("documents.plan.own-share-note")]
    if totals.cost_open:
        notes.append(texts("documents.plan.cost-open", measures=texts.joined(totals.cost_open)))
    if yearly_open:
        notes.append(texts("documents.plan.yearly-open", measures=texts.joined(yearly_open)))
    if totals.grant_open:
        notes.append(texts("documents.plan.grant-open", measures=texts.joined(totals.grant_open)))
    yield KeepTogether((table, Paragraph(text=" ".join(notes), kind=ParagraphKind.NOTE)))


def sum_words(given: DocumentInput, cents: int, *, open_ones: int, all_of: int) -> str:
    """A sum that never passes off what is open as nothing."""
    if not open_ones:
        return given.wording.money(cents)
    if open_ones == all_of:
        return given.wording.open
    return given.texts("documents.plan.sum-open", sum=given.wording.money(cents), count=open_ones)
