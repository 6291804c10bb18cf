"""The worked example of module 3: needs of Eschentalbach (fact base, E4), a filing plan, variants, and a rollout.

State and need of the areas are those of the fact base; everything else is made up.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

from advisor_app.domain.case import Case
from advisor_app.domain.changes import (
    AreaStandingSet,
    Change,
    FilePlanEntrySet,
    ProcessSet,
    RolloutStepSet,
    SampleFilingSet,
    VariantRatingSet,
)
from advisor_app.domain.e_file import AreaStanding, AreaState, Need, RolloutStep
from advisor_app.domain.e_file_guide import EFileGuide
from advisor_app.domain.file_plan import FilePlanEntry, SampleFiling
from advisor_app.domain.process import MediaBreak, ProcessSheet, ProcessStep
from advisor_app.domain.reduction import reduce
from advisor_app.domain.scan_comparison import CriterionPoints, VariantRating
from advisor_app.domain.words import Audience, Words

_NO, _PARTLY = AreaState.NO, AreaState.PARTLY
_MUST, _SHOULD, _COULD = Need.MUST, Need.SHOULD, Need.COULD
_E4 = (
    (_NO, _MUST, "Hauptamt"),
    (_NO, _MUST, "IT"),
    (_PARTLY, _MUST, "Registratur"),
    (_NO, _MUST, "Registratur"),
    (_NO, _MUST, "IT"),
    (_PARTLY, _MUST, "Hauptamt"),
    (_NO, _SHOULD, "Hauptamt"),
    (_NO, _SHOULD, "IT"),
    (_NO, _MUST, "IT"),
    (_PARTLY, _MUST, "IT"),
    (_NO, _MUST, "Datenschutz"),
    (_NO, _SHOULD, "Registratur"),
    (_NO, _MUST, "Registratur"),
    (_NO, _COULD, ""),
    (_PARTLY, _COULD, "Hauptamt"),
    (_NO, _SHOULD, "IT"),
)
"""State, need and who takes care, in the order of the pack."""

_REMARKS = {
    "mail-room": "Die Poststelle ist mit einer Person besetzt; Vertretung regeln.",
    "filing-plan": "Die Kämmerei hat einen eigenen Plan von 2009.",
    "search": "Suchen dauert heute länger als Bearbeiten.",
}
_POINTS = {
    "in-office": (3, 1, 2, 2, 4, 1, 1, 4),
    "central-after": (1, 2, 3, 3, 3, 2, 1, 3),
    "central-before": (4, 3, 2, 4, 3, 2, 4, 2),
    "shared": (2, 3, 3, 4, 2, 3, 3, 1),
    "contractor": (2, 4, 1, 3, 1, 3, 3, 1),
}
"""Points by variant in the order of the criteria."""

_OFFICES = (
    ("Steueramt", date(2027, 10, 1), date(2028, 3, 31), "Amtsleitung"),
    ("Ordnungsamt", date(2028, 4, 1), date(2028, 9, 30), "Amtsleitung"),
    ("Hauptamt", date(2028, 7, 1), date(2028, 12, 31), "Registratur"),
    ("Bauamt", date(2029, 1, 1), date(2029, 9, 30), ""),
)
_WAY = (
    ("Brief öffnen, stempeln", "Poststelle", 3, None, None),
    ("Ins Fach legen", "Poststelle", 1, Decimal(1), MediaBreak.PAPER),
    ("Kopie für die Leitung", "Steueramt", 2, None, MediaBreak.PRINT),
    ("Antwort schreiben", "Steueramt", 12, None, None),
    ("Mitzeichnen lassen", "Amtsleitung", 2, Decimal(2), MediaBreak.SIGNATURE),
    ("Ablegen, E-Mail ausdrucken", "Steueramt", 4, None, MediaBreak.PRINT),
)


def e_file_changes(guide: EFileGuide) -> Iterator[Change]:
    """Every record of the example as the change that adds it."""
    for (state, need, who), area in zip(_E4, guide.areas, strict=True):
        words = Words(_REMARKS.get(area.id, ""), Audience.REPORT)
        own = "Notizen aus Ortsterminen gelangen am selben Tag zum Vorgang." if area.id == "mobile" else ""
        standing = AreaStanding(
            id=area.id, state=state, need=need, responsible=who, remark=words or Words(), demands=own
        )
        yield AreaStandingSet(area.id, None, standing)
    entries = {
        entry.number: FilePlanEntry(id=f"n{entry.number}", number=entry.number, title=entry.title, office=entry.office)
        for entry in guide.entries
    }
    yield from (FilePlanEntrySet(entry.id, None, entry) for entry in entries.values())
    for sample in guide.samples[:6]:
        entry = entries.get(sample.entry)
        filing = SampleFiling(id=sample.id, entry="" if entry is None else entry.id, is_left_out=entry is None)
        yield SampleFilingSet(sample.id, None, filing)
    for variant, points in _POINTS.items():
        given = (
            CriterionPoints(criterion=criterion.id, points=figure)
            for criterion, figure in zip(guide.criteria, points, strict=True)
        )
        is_chosen = variant == "central-before"
        reason = Words("Entschieden im Workshop; Vertretung der Poststelle wird geregelt.", Audience.REPORT)
        rating = VariantRating(
            id=variant,
            points=tuple(sorted(given, key=lambda item: item.criterion)),
            is_chosen=is_chosen,
            remark=reason if is_chosen else Words(),
        )
        yield VariantRatingSet(variant, None, rating)
    for place, (office, start, end, who) in enumerate(_OFFICES, 1):
        step = RolloutStep(id=f"r{place}", office=office, start=start, end=end, responsible=who)
        yield RolloutStepSet(step.id, None, step)


def letters_way(number: int = 1) -> ProcessSheet:
    """How a letter goes through the house today and is to go."""
    as_is = tuple(
        ProcessStep(
            id=f"w{place}", title=title, actor=actor, minutes=Decimal(minutes), waiting_days=days, media_break=kind
        )
        for place, (title, actor, minutes, days, kind) in enumerate(_WAY, 1)
    )
    to_be = (
        replace(as_is[0], id="v1", origin="w1", title="Brief öffnen, scannen, zuordnen"),
        replace(as_is[3], id="v2", origin="w4"),
        replace(as_is[4], id="v3", origin="w5", waiting_days=None, media_break=None),
    )
    return ProcessSheet(
        id="p-letter",
        number=number,
        title="Weg eines Antragsschreibens",
        office="Steueramt",
        is_document_way=True,
        as_is=as_is,
        to_be=to_be,
    )


def with_e_file(case: Case, guide: EFileGuide) -> Case:
    """The case with the whole example."""
    number = max((sheet.number for sheet in case.processes.values()), default=0) + 1
    way = letters_way(number)
    for change in (*e_file_changes(guide), ProcessSet(way.id, None, way)):
        case = reduce(case, change)
    return case
