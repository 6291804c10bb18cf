"""The funding rules of a pack: programmes with their periods, rules, hints, and who else helps to pay."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from advisor_app.domain.funding_rules import Counts, Hint, Programme, RuleText, Support
from advisor_app.ui.pages.contents.blocks import Block, Entry, Heading, Points, Section, Text, said
from advisor_app.ui.pages.contents.knowledge_sections import told
from advisor_app.ui.pages.contents.reading import Reading


def funding_section(reading: Reading) -> Section | None:
    """All of it; None where the pack has none."""
    funding = reading.contents.funding
    if funding is None:
        return None
    entries = [
        *(Entry(programme.id, tuple(_programme(reading, programme))) for programme in funding.programmes),
        *(_rule(reading, rule) for rule in funding.rules.values()),
        *(_hint(reading, hint) for hint in funding.hints),
        *(_support(reading, support) for support in funding.supports.values()),
    ]
    return Section("funding", QCoreApplication.translate("contents", "Förderung"), entries)


def _programme(reading: Reading, programme: Programme) -> Iterator[Block]:
    translate = QCoreApplication.translate
    yield Heading(programme.title)
    counts = {
        Counts.APPLICATION: translate("contents", "es zählt der Tag des Antrags"),
        Counts.DELIVERY: translate("contents", "es zählt der Tag der Leistung"),
    }
    most = translate("contents", "höchstens {count} je Kommune: {modules}")
    facts = (counts[programme.counts], most.format(count=programme.at_most, modules=", ".join(programme.modules)))
    yield Text(" · ".join(facts), "caption", "ink2")
    windows = []
    for window in programme.windows:
        period = f"{window.module}: {reading.period(window.valid_from, window.valid_to)}"
        windows.append(f"{period} ({window.reading})" if window.reading else period)
    yield from said(Points(windows, translate("contents", "Zeiträume")))
    yield reading.stand(programme.as_of, programme.sources)


def _rule(reading: Reading, rule: RuleText) -> Entry:
    title = QCoreApplication.translate("contents", "Regel {name}").format(name=rule.id)
    return Entry(rule.id, tuple(said(Heading(title), Text(rule.text), reading.sources(rule.sources))))


def _hint(reading: Reading, hint: Hint) -> Entry:
    title = QCoreApplication.translate("contents", "Hinweis {name}").format(name=hint.id)
    blocks = said(Heading(title), Text(hint.text), reading.sources(hint.sources))
    return Entry(hint.id, (*blocks, *reading.doubts(certainty=hint.certainty)))


def _support(reading: Reading, support: Support) -> Entry:
    blocks = (Heading(support.title), Text(support.note), reading.stand(support.as_of, support.sources))
    return Entry(
        support.id, (*said(*blocks), *reading.doubts(valid_to=support.valid_to), *told(reading, support.facts))
    )
