"""What a pack says about electronic files: areas with requirements, variants with criteria, the exercise."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from advisor_app.domain.e_file_guide import EFileArea, EFileGuide
from advisor_app.ui.pages.contents.blocks import Block, Entry, Heading, Points, Section, Text, said
from advisor_app.ui.pages.contents.reading import Reading


def e_file_section(reading: Reading) -> Section | None:
    """Everything about electronic files; None where the pack has nothing."""
    guide = reading.contents.e_file_guide
    if guide is None:
        return None
    head = Entry(
        guide.module, tuple(said(Heading(guide.title, "section"), Text(guide.note), reading.sources(guide.sources)))
    )
    areas = [_area(number, area) for number, area in guide.numbered()]
    return Section("e-file", QCoreApplication.translate("contents", "E-Akte"), [head, *areas, *_others(guide)])


def _area(number: int, area: EFileArea) -> Entry:
    translate = QCoreApplication.translate
    questions = translate("contents", "Fragen: {names}").format(names=", ".join(area.questions))
    facts = " · ".join(filter(None, (area.group, questions if area.questions else "")))
    blocks = said(
        Heading(f"{number}.  {area.title}"),
        Text(facts, "caption", "ink3"),
        Text(area.about),
        Points([f"{line.id}  {line.text}" for line in area.requirements], translate("contents", "Anforderungen")),
    )
    return Entry(area.id, tuple(blocks))


def _others(guide: EFileGuide) -> Iterator[Entry]:
    translate = QCoreApplication.translate
    for variant in guide.variants:
        watch = Points(variant.watch, translate("contents", "Zu beachten"))
        yield Entry(variant.id, tuple(said(Heading(variant.title), Text(variant.about), watch)))
    weight = translate("contents", "Gewicht {weight}")
    lists: tuple[tuple[str, str, list[str]], ...] = (
        (
            "criteria",
            translate("contents", "Kriterien"),
            [f"{item.title} ({weight.format(weight=item.weight)}): {item.about}" for item in guide.criteria],
        ),
        (
            "entries",
            translate("contents", "Beispiel Aktenplan"),
            [f"{entry.number}  {entry.title} ({entry.office})" for entry in guide.entries],
        ),
        (
            "samples",
            translate("contents", "Schriftstücke zum Üben"),
            [f"{item.title}: {item.text} {item.discussion}" for item in guide.samples],
        ),
    )
    for key, title, items in lists:
        blocks: tuple[Block, ...] = tuple(said(Heading(title), Points(items)))
        yield Entry(key, blocks)
