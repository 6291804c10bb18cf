"""What a pack tells: terms, facts, the handout, frequent services, maturity models."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QCoreApplication

from advisor_app.domain.knowledge import Fact, FrequentService, HandoutSection, MaturityModel, Term
from advisor_app.ui.pages.contents.blocks import Block, Entry, Heading, Points, Section, Text, said
from advisor_app.ui.pages.contents.reading import Reading


def glossary_section(reading: Reading) -> Section | None:
    """All terms by the alphabet; None where the pack has none."""
    terms = sorted(reading.contents.terms, key=lambda term: term.term.casefold())
    title = QCoreApplication.translate("contents", "Glossar")
    return Section("glossary", title, [_term(reading, term) for term in terms]) if terms else None


def facts_section(reading: Reading) -> Section | None:
    """All facts; None where the pack has none."""
    facts = reading.contents.facts
    title = QCoreApplication.translate("contents", "Fakten")
    entries = [Entry(fact.id, tuple(_fact(reading, fact))) for fact in facts]
    return Section("facts", title, entries) if entries else None


def handout_section(reading: Reading) -> Section | None:
    """The handout as it is read; None where the pack has none."""
    handout = reading.contents.handout
    if handout is None:
        return None
    entries = [Entry(part.id, tuple(_part(reading, part))) for part in handout.sections]
    head = Entry(handout.module, (Heading(handout.title, "section"),))
    title = QCoreApplication.translate("contents", "Handout")
    return Section("handout", title, [head, *entries], counted=False)


def services_section(reading: Reading) -> Section | None:
    """Services that many people apply for; None where the pack has none."""
    entries = [Entry(service.id, tuple(_service(reading, service))) for service in reading.contents.services]
    title = QCoreApplication.translate("contents", "Häufige Leistungen")
    return Section("services", title, entries) if entries else None


def maturity_section(reading: Reading) -> Section | None:
    """Maturity models of other makers; None where the pack has none."""
    entries = [Entry(model.id, tuple(_model(reading, model))) for model in reading.contents.maturity_models]
    title = QCoreApplication.translate("contents", "Reifegradmodelle")
    return Section("maturity", title, entries) if entries else None


def _term(reading: Reading, term: Term) -> Entry:
    title = f"{term.term} ({term.full})" if term.full else term.term
    blocks = said(Heading(title), Text(term.text), reading.sources(term.sources))
    doubts = reading.doubts(check=term.check, certainty=term.certainty)
    return Entry(term.id, (*blocks, *doubts, *told(reading, term.facts)))


def told(reading: Reading, facts: Iterable[str]) -> Iterator[Block]:
    """Facts that something names in place of what can age, each with its day and its doubts."""
    known = reading.contents.catalog.facts
    for fact in (known[name] for name in facts if name in known):
        yield Text(fact.text)
        yield reading.stand(fact.as_of, fact.sources)
        yield from reading.doubts(valid_to=fact.valid_to, check=fact.check, certainty=fact.certainty)


def _fact(reading: Reading, fact: Fact) -> Iterator[Block]:
    yield Text(fact.text, "emphasised")
    yield reading.stand(fact.as_of, fact.sources)
    yield from said(Text(reading.period(fact.valid_from, fact.valid_to), "caption", "ink3"))
    yield from reading.doubts(valid_to=fact.valid_to, check=fact.check, certainty=fact.certainty)


def _part(reading: Reading, part: HandoutSection) -> Iterator[Block]:
    known = reading.contents.catalog
    yield Heading(part.title)
    yield from (Text(paragraph) for paragraph in part.paragraphs)
    yield from said(Points(part.points))
    yield from told(reading, part.facts_with(known.terms))
    for term in (known.terms[name] for name in part.terms if name in known.terms):
        yield Text(term.text, label=term.term)


def _service(reading: Reading, service: FrequentService) -> Iterator[Block]:
    translate = QCoreApplication.translate
    yield Heading(service.name)
    facts = [service.area, reading.kinds(service.kinds)]
    if service.key:
        facts.append(translate("contents", "LeiKa-Schlüssel {key}").format(key=service.key))
    yield Text(" · ".join(facts), "caption", "ink2")
    yield reading.stand(service.as_of, service.sources)
    yield from reading.doubts(certainty=service.certainty)


def _model(reading: Reading, model: MaturityModel) -> Iterator[Block]:
    translate = QCoreApplication.translate
    yield Heading(f"{model.title} {model.version}")
    facts = [
        reading.period(model.valid_from, model.valid_to),
        translate("contents", "Kriterien: {count}").format(count=model.criteria),
        translate("contents", "höchste Stufe: {levels}").format(
            levels=translate("contents", " oder ").join(str(level) for level in model.highest)
        ),
    ]
    if model.conformant_from is not None:
        facts.append(translate("contents", "online ab Stufe {level}").format(level=model.conformant_from))
    yield Text(" · ".join(facts), "caption", "ink2")
    yield Text(model.note)
    yield from said(
        Points([f"{level.number} {level.word}" for level in model.levels], translate("contents", "Stufen")),
        Points(
            [_band(band.first, band.last, band.about) for band in model.bands], translate("contents", "Worum es geht")
        ),
        reading.stand(model.as_of, model.sources),
    )
    yield from reading.doubts(check=model.check, certainty=model.certainty)


def _band(first: int, last: int | None, about: str) -> str:
    translate = QCoreApplication.translate
    if last is None:
        return translate("contents", "ab Stufe {first}: {about}").format(first=first, about=about)
    return translate("contents", "Stufe {first} bis {last}: {about}").format(first=first, last=last, about=about)
