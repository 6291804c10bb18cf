"""The services of a commune on paper: the ones used most, how mature they are, and in what version that is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from advisor_app.charts.stacked_bars.services import level_rows
from advisor_app.documents.blocks import (
    Align,
    Block,
    Bullets,
    Column,
    Figure,
    Heading,
    KeyFigure,
    KeyFigures,
    Lines,
    Paragraph,
    ParagraphKind,
    Row,
    Table,
)
from advisor_app.documents.document_input import DocumentInput
from advisor_app.documents.parts.facts import source_words
from advisor_app.documents.wording import DASH
from advisor_app.domain.freshness import is_uncertain, model_in_force
from advisor_app.domain.service import Service, standing_rating
from advisor_app.domain.service_overview import Concern, ServiceFinding, ServiceOverview, most_used, overview_of
from advisor_app.texts.services import (
    account_words,
    cases_words,
    finding_words,
    rating_words,
    service_name,
    service_word,
    yes_no,
)

_MOST_NAMED = 8
"""Services by name behind a concern; the rest is a number."""


def services_of(given: DocumentInput) -> ServiceOverview:
    """What the services of the case tell together on the day of the document."""
    models = given.catalog.maturity_models
    current = model_in_force(models.values(), given.today)
    case = given.case
    return overview_of(case.services.values(), case.offices.values(), models, "" if current is None else current.id)


def service_section(given: DocumentInput) -> Iterator[Block]:
    """The services in a report on module 1: figures, the ten used most, and levels; nothing where none is recorded."""
    if not given.case.services:
        return
    found, texts = services_of(given), given.texts
    yield Heading(2, texts("services.section.title"))
    yield service_figures(given, found)
    yield from most_used_part(given, found, level=3)
    yield from level_part(given, found, level=3)


def service_figures(given: DocumentInput, found: ServiceOverview) -> KeyFigures:
    """How many services there are, how many of them online, how many from end to end, how many without a level."""
    texts, total = given.texts, len(found.services)
    whole = sum(bool(service.end_to_end) for service in found.services)
    figures = [(total, "services"), (found.online, "online"), (whole, "whole"), (found.unrated, "unrated")]
    return KeyFigures(tuple(KeyFigure(str(count), texts(f"services.figures.{name}")) for count, name in figures))


def most_used_part(given: DocumentInput, found: ServiceOverview, level: int) -> Iterator[Block]:
    """The ten services with the most cases, and how many of them are online."""
    texts, services = given.texts, most_used(found.services)
    yield Heading(level, texts("services.section.most-used"))
    if not services:
        yield Paragraph(text=texts("services.section.no-cases"), kind=ParagraphKind.NOTE)
        return
    online = sum(service.is_applied_for_online for service in services)
    yield Paragraph(text=texts("services.section.most-used-online", count=online, total=len(services)), introduces=True)
    names = ("title", "office", "cases", "online", "level")
    weights = (2.6, 1.6, 1.0, 1.4, 0.8)
    rows = tuple(Row((str(place), *_cells(given, found, service, names))) for place, service in enumerate(services, 1))
    yield Table(
        columns=(Column(title=texts("services.columns.number"), align=Align.END), *_columns(given, names, weights)),
        rows=rows,
        summary=texts("services.section.most-used-summary"),
        header=1,
    )
    unknown = sum(service.cases_per_year is None for service in found.services)
    if unknown:
        text = texts("services.section.cases-unknown", count=unknown)
        yield Paragraph(text=text, kind=ParagraphKind.NOTE)


def level_part(given: DocumentInput, found: ServiceOverview, level: int) -> Iterator[Block]:
    """How many services stand at which level, and what the versions of the model are."""
    texts, models = given.texts, given.catalog.maturity_models
    yield Heading(level, texts("services.section.levels"))
    if not found.levels:
        yield Paragraph(text=texts("services.section.no-levels"), kind=ParagraphKind.NOTE)
        return
    yield Figure(
        chart=level_rows(found, models, texts), caption=texts("services.section.levels-caption"), with_table=False
    )
    for name in dict.fromkeys(item.rating.model for item in found.levels):
        model = models.get(name)
        if model is None:
            continue
        parts = [f"{model.title} {model.version}:", model.note]
        if is_uncertain(model.certainty):
            parts.append(texts("documents.facts.uncertain"))
        day, sources = given.wording.day(model.as_of), source_words(given, model.sources)
        parts.append(texts("documents.facts.origin", day=day, sources=sources))
        yield Paragraph(text=" ".join(parts), kind=ParagraphKind.NOTE)


def service_table(given: DocumentInput, found: ServiceOverview, services: Iterable[Service], summary: str) -> Table:
    """Services with everything that is known of each; tables of one document match each other."""
    names = ("title", "key", "cases", "online", "platform", "access", "whole", "level")
    weights = (2.8, 1.3, 0.9, 1.4, 1.3, 1.6, 0.8, 0.8)
    return Table(
        columns=_columns(given, names, weights),
        rows=tuple(Row(_cells(given, found, service, names)) for service in services),
        summary=summary,
        matches=True,
    )


def concern_list(given: DocumentInput, found: ServiceOverview) -> Iterator[Block]:
    """Everything that is open or does not fit, each concern with the services it is about."""
    texts = given.texts
    groups = {concern: [item for item in found.findings if item.concern is concern] for concern in Concern}
    bullets = [
        texts("services.section.concern", words=_concern_words(given, items), names=_named(given, items))
        for items in groups.values()
        if items
    ]
    yield Bullets(tuple(bullets)) if bullets else Paragraph(text=texts("services.section.nothing-open"))


def _concern_words(given: DocumentInput, items: list[ServiceFinding]) -> str:
    """What is open, once for all services it is about."""
    concern = items[0].concern
    if concern in {Concern.OLDER_MODEL, Concern.IMPOSSIBLE_LEVEL, Concern.DOUBLE_KEY, Concern.DOUBLE_TITLE}:
        return given.texts(f"services.section.concerns.{concern.value}")
    return finding_words(items[0], given.catalog.maturity_models, given.texts).rstrip(".")


def _named(given: DocumentInput, items: list[ServiceFinding]) -> str:
    names = [service_name(item.service, given.texts) for item in items]
    more = len(names) - _MOST_NAMED
    if more <= 0:
        return given.texts.joined(names)
    return given.texts("services.section.more", names=", ".join(names[:_MOST_NAMED]), count=more)


def _columns(given: DocumentInput, names: Iterable[str], weights: Iterable[float]) -> tuple[Column, ...]:
    return tuple(
        Column(
            title=given.texts(f"services.columns.{name}"),
            weight=weight,
            align=Align.END if name == "cases" else Align.START,
        )
        for name, weight in zip(names, weights, strict=True)
    )


def _cells(
    given: DocumentInput, found: ServiceOverview, service: Service, names: Iterable[str]
) -> tuple[str | Lines, ...]:
    texts, models = given.texts, given.catalog.maturity_models
    title = service.title.strip() or texts("services.untitled")
    note = service.note.text.strip()
    platform = tuple(filter(None, (service.platform and service_word(service.platform, texts), service.procedure)))
    payment = "" if service.payment is None else service_word(service.payment, texts)
    access = tuple(filter(None, (account_words(service.accounts, texts), payment)))
    cells: dict[str, str | Lines] = {
        "title": Lines((title, *note.splitlines())) if note else title,
        "key": service.service_key or DASH,
        "office": service.office or DASH,
        "cases": cases_words(service.cases_per_year, texts) or DASH,
        "online": DASH if service.online is None else service_word(service.online, texts),
        "platform": Lines(platform) if platform else DASH,
        "access": Lines(access) if access else DASH,
        "whole": yes_no(service.end_to_end, texts) or DASH,
        "level": rating_words(standing_rating(service, models, found.current), models) or DASH,
    }
    return tuple(cells[name] for name in names)
