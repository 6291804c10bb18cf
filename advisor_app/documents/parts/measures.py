"""The measures of a plan: at a glance, one by one, and what is wrong with them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from advisor_app.documents.blocks import (
    Align,
    Block,
    Bullets,
    Cell,
    Column,
    Fact,
    FactGrid,
    FactTable,
    Heading,
    KeepTogether,
    Lines,
    Paragraph,
    ParagraphKind,
    Row,
    RowKind,
    Run,
    Table,
)
from advisor_app.documents.document_input import DocumentInput
from advisor_app.documents.wording import DASH, WIDE
from advisor_app.domain.plan import Grant, Measure, PlanFinding, computed_priority, effective_priority, plan_totals
from advisor_app.texts.findings import finding_sentence
from advisor_app.texts.states import state_word

_ROLE = re.compile(r"\b[A-ZÄÖÜ]{2,4}\b")


def measure_table(given: DocumentInput, measures: tuple[Measure, ...], beside: Iterable[str] = ()) -> Iterator[Block]:
    """All measures in a table with the sum of what is known, and what short names of roles in it mean.

    ``beside`` are words of the document that use such names as well.
    """
    texts, wording = given.texts, given.wording
    if not measures:
        yield Paragraph(text=texts("documents.plan.no-measures"))
        return
    totals = plan_totals(measures)
    rows = [_overview(given, measure) for measure in measures]
    label = texts("documents.plan.sum")
    if totals.cost_open:
        label = texts("documents.plan.sum-without", measures=texts.joined(totals.cost_open))
    rows.append(Row(("", label, "", "", "", "", wording.money(totals.once), ""), RowKind.TOTAL))
    yield Table(
        columns=(
            Column(title=texts("documents.plan.number")),
            Column(title=texts("documents.plan.measure"), weight=3),
            Column(title=texts("documents.plan.dimension-short")),
            Column(title=texts("documents.plan.priority-short"), align=Align.CENTRE),
            Column(title=texts("documents.plan.responsible"), weight=1.4),
            Column(title=texts("documents.plan.period")),
            Column(title=texts("documents.plan.cost"), align=Align.END),
            Column(title=texts("documents.plan.funding"), weight=1.6),
        ),
        rows=tuple(rows),
        summary=texts("documents.plan.measures"),
    )
    roles = "; ".join(f"{name} {title}" for name, title in _named_roles(given, measures, beside) if name != title)
    if roles:
        yield Paragraph(text=texts("documents.plan.roles", roles=roles), kind=ParagraphKind.NOTE)


def _overview(given: DocumentInput, measure: Measure) -> Row:
    wording = given.wording
    return Row(
        (
            measure.id,
            (Run(measure.title, strong=True),),
            measure.dimension or DASH,
            (Run(priority(given, measure), strong=True),),
            wording.or_open(measure.responsible),
            wording.period(measure.start, measure.end),
            wording.money(measure.cost_once),
            ", ".join(programme(given, grant) for grant in measure.grants) or DASH,
        )
    )


def measure_details(given: DocumentInput, measures: Iterable[Measure]) -> Iterator[Block]:
    """Every field of every measure."""
    for measure in measures:
        heading = Heading(3, f"{measure.id}{WIDE}{measure.title}")
        yield KeepTogether((heading, FactGrid(_short_facts(given, measure)), FactTable(_long_facts(given, measure))))


def _short_facts(given: DocumentInput, measure: Measure) -> tuple[Fact, ...]:
    texts, wording = given.texts, given.wording
    cost = wording.money(measure.cost_once)
    if measure.cost_once is None and measure.cost_class is not None:
        cost = texts("documents.plan.cost-range", cost=cost, range=texts(f"documents.cost-class.{measure.cost_class}"))
    return (
        Fact(texts("documents.plan.priority"), _priority_words(given, measure)),
        Fact(texts("documents.plan.state"), state_word(measure.state, texts)),
        Fact(texts("documents.plan.responsible"), wording.or_open(measure.responsible)),
        Fact(texts("documents.plan.participants"), measure.participants.strip() or DASH),
        Fact(texts("documents.plan.period"), wording.period(measure.start, measure.end)),
        Fact(texts("documents.plan.predecessors"), texts.joined(measure.predecessors) or DASH),
        Fact(texts("documents.plan.cost-once"), cost),
        Fact(texts("documents.plan.cost-yearly"), wording.money(measure.cost_yearly)),
        Fact(texts("documents.dimension"), given.dimension_title(measure.dimension) or DASH),
    )


def _long_facts(given: DocumentInput, measure: Measure) -> tuple[Fact, ...]:
    texts, wording = given.texts, given.wording
    milestones = tuple(f"{wording.day(item.on)}{WIDE}{item.title}" for item in measure.milestones)
    grants = tuple(_grant_words(given, grant) for grant in measure.grants)
    facts = []
    if measure.description.strip():
        facts.append(Fact(texts("documents.plan.description"), measure.description.strip()))
    facts += [
        Fact(texts("documents.plan.goal"), wording.or_open(measure.goal)),
        Fact(texts("documents.plan.first-step"), wording.or_open(measure.first_step)),
        Fact(texts("documents.plan.indicator"), wording.or_open(_pair(measure.indicator, measure.indicator_target))),
        Fact(texts("documents.plan.funding"), Lines(grants) if grants else DASH),
        Fact(texts("documents.plan.risk"), _risk(given, measure)),
    ]
    if milestones:
        facts.append(Fact(texts("documents.milestones"), Lines(milestones)))
    return tuple(facts)


def _risk(given: DocumentInput, measure: Measure) -> Cell:
    """The risk, and below it what is done against it."""
    if not measure.risk.strip() and not measure.countermeasure.strip():
        return given.wording.or_open("")
    against = measure.countermeasure.strip() or given.wording.open
    return Lines((given.wording.or_open(measure.risk), given.texts("documents.plan.against", countermeasure=against)))


def _pair(name: str, value: str) -> str:
    return ": ".join(filter(None, (name.strip(), value.strip())))


def priority(given: DocumentInput, measure: Measure) -> str:
    """A, B or C; a dash while benefit or effort are empty."""
    found = effective_priority(measure, given.catalog.scale)
    return DASH if found is None else found.value


def _priority_words(given: DocumentInput, measure: Measure) -> Cell:
    """The priority with the figures it follows from, or who set it why."""
    texts = given.texts
    benefit = DASH if measure.benefit is None else str(measure.benefit)
    effort = DASH if measure.effort is None else str(measure.effort)
    words = texts("documents.plan.priority-words", priority=priority(given, measure), benefit=benefit, effort=effort)
    if measure.priority is None:
        return words
    computed = computed_priority(measure, given.catalog.scale)
    reason = measure.priority_reason.strip() or texts("documents.plan.no-reason")
    override = texts("documents.plan.override", computed=DASH if computed is None else computed.value, reason=reason)
    return Lines((words, override))


def programme(given: DocumentInput, grant: Grant) -> str:
    """The programme's title, or what somebody wrote in its place."""
    support = given.catalog.funding.supports.get(grant.programme)
    return support.title if support is not None else grant.programme.strip() or given.wording.open


def _grant_words(given: DocumentInput, grant: Grant) -> str:
    """Programme, quota, amount and state in one line; each is named, since each may be open."""
    texts = given.texts
    words = {
        "programme": programme(given, grant),
        "amount": given.wording.money(grant.amount),
        "state": state_word(grant.state, texts),
    }
    if grant.quota_percent is None:
        return texts("documents.plan.grant", **words)
    return texts("documents.plan.grant-with-quota", percent=grant.quota_percent, **words)


def _named_roles(given: DocumentInput, measures: Iterable[Measure], beside: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Short names of roles that are used, with what they mean in this house."""
    words = [*beside, *(measure.responsible for measure in measures)]
    used = set(_ROLE.findall(" ".join(words)))
    for name in given.catalog.roles:
        if name in used:
            yield name, given.role(name)


def finding_list(given: DocumentInput, findings: Iterable[PlanFinding]) -> Iterator[Block]:
    """What is impossible, missing or contradictory, in sentences."""
    sentences = tuple(finding_sentence(finding, given.texts) for finding in findings)
    if sentences:
        yield Bullets(sentences)
    else:
        yield Paragraph(text=given.texts("documents.plan.no-findings"))
