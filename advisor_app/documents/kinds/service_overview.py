"""The overview of a commune's services: those used most, how mature they are, what that means for each office."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from advisor_app.charts.stacked_bars.services import office_rows
from advisor_app.documents.blocks import (
    Block,
    Contents,
    Document,
    Fact,
    Figure,
    Heading,
    KeepTogether,
    Paragraph,
    ParagraphKind,
    TitleBlock,
)
from advisor_app.documents.document_input import DocumentInput
from advisor_app.documents.kind import EditableSection, section_of, written
from advisor_app.documents.paper_blocks import Orientation
from advisor_app.documents.parts.prose import prose
from advisor_app.documents.parts.services import (
    concern_list,
    level_part,
    most_used_part,
    service_figures,
    service_table,
    services_of,
)
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.service_overview import OfficeServices, ServiceOverview, most_used
from advisor_app.texts import Texts
from advisor_app.texts.services import cases_words

KIND = "service-overview"

_RECOMMENDATION = "recommendation"


def build(given: DocumentInput) -> Document:
    """The overview on a sheet across; raises AdvisorError(NO_SERVICE) where none is recorded."""
    texts = given.texts.of_document(KIND)
    document = given.document(KIND, texts("title"), texts("heading"), _blocks(given, texts))
    return replace(document, orientation=Orientation.LANDSCAPE)


def sections(given: DocumentInput) -> tuple[EditableSection, ...]:
    """What the adviser recommends; raises AdvisorError(NO_SERVICE) as ``build`` does."""
    if not given.case.services:
        raise AdvisorError(Problem.NO_SERVICE)
    texts, found = given.texts.of_document(KIND), services_of(given)
    used = most_used(found.services)
    offline = [service for service in used if not service.is_applied_for_online]
    key = "recommend-cases" if not used else "recommend-offline" if offline else "recommend-online"
    names = [service.title.strip() or given.texts("services.untitled") for service in offline[:3]]
    proposal = texts(key, names=given.texts.joined([given.texts("documents.quoted", words=name) for name in names]))
    return (EditableSection(_RECOMMENDATION, given.texts("documents.recommendation"), proposal),)


def _blocks(given: DocumentInput, texts: Texts) -> Iterator[Block]:
    found = services_of(given)
    yield TitleBlock(
        title=texts("heading"),
        subtitle=texts("subtitle"),
        facts=(
            Fact(texts("documents.commune"), given.house),
            Fact(texts("documents.adviser"), given.wording.or_open(given.adviser)),
            Fact(texts("documents.state"), given.wording.day(given.today)),
        ),
    )
    yield service_figures(given, found)
    yield from written(given, KIND, section_of(sections(given), _RECOMMENDATION))
    yield Contents()
    yield from most_used_part(given, found, level=2)
    yield from level_part(given, found, level=2)
    yield Heading(2, texts("offices"))
    yield Figure(chart=office_rows(found.offices, given.texts), caption=texts("offices-caption"), with_table=False)
    for office in found.offices:
        yield from _office(given, texts, found, office)
    yield Heading(2, texts("open"))
    yield Paragraph(text=texts("open-intro"), introduces=True)
    yield from concern_list(given, found)


def _office(given: DocumentInput, texts: Texts, found: ServiceOverview, office: OfficeServices) -> Iterator[Block]:
    title = office.title or given.texts("services.no-office")
    outside = office.record is not None and office.record.outside
    heading = Heading(3, texts("outside", office=title) if outside else title)
    if not office.services:
        yield KeepTogether((heading, Paragraph(text=texts("no-services"), kind=ParagraphKind.NOTE)))
    else:
        online = sum(service.is_applied_for_online for service in office.services)
        yield heading
        yield Paragraph(
            text=texts(
                "office-figures",
                count=len(office.services),
                cases=cases_words(office.cases, given.texts),
                online=online,
            ),
            introduces=True,
        )
    effects = office.record.effects.text if office.record is not None else ""
    yield from prose(effects)
    if office.services:
        yield service_table(given, found, office.services, texts("office-summary", office=title))
