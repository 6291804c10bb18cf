"""A small catalogue for tests; its questionnaire is that of ``tests/builders.py``, its case ``tests/example_case.py``.

``example_catalog()`` has four modules, one questionnaire, the funding rules of the fact base, one agenda and a few
measures. It is built anew on every call.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time
from functools import cache
from typing import Any

from advisor_app.content.packs import read_library
from advisor_app.domain.agenda import Section, StepKind
from advisor_app.domain.agenda_template import AgendaTemplate, AgendaVariant, StepTemplate
from advisor_app.domain.candidate_rules import Axis, CandidateRules, RatingCriterion, Way, WayRule
from advisor_app.domain.catalog import Catalog
from advisor_app.domain.commune import CommuneKind
from advisor_app.domain.e_file_guide import EFileGuide
from advisor_app.domain.foundations import (
    Certainty,
    DimensionTitle,
    KindTitle,
    Module,
    Role,
    Source,
    Word,
)
from advisor_app.domain.funding_rules import (
    Counts,
    FundingException,
    FundingRules,
    Hint,
    Programme,
    RuleText,
    Support,
    SupportKind,
    Window,
)
from advisor_app.domain.knowledge import Fact, Handout, HandoutSection, Term
from advisor_app.domain.measure_template import Effort, MeasureTemplate
from advisor_app.domain.questionnaire import Dimension
from advisor_app.resources_folder import resources_folder
from tests.builders import SCALE, example_questionnaire
from tests.example_services import maturity_models

FUNDING_TRUTH: Mapping[str, tuple[str, ...] | set[str]] = {
    "": (),
    "1": ("HMdIS",),
    "2": ("HMdIS",),
    "3": ("SHH",),
    "4": ("SHH",),
    "12": ("HMdIS", "SHH"),
    "13": ("HMdIS", "SHH"),
    "14": ("HMdIS", "SHH"),
    "23": ("HMdIS", "SHH"),
    "24": ("HMdIS", "SHH"),
    "34": {"R2"},
    "123": {"R3"},
    "124": {"R3"},
    "134": {"R2"},
    "234": {"R2"},
    "1234": {"R2", "R3"},
}
"""Truth table A3 of the fact base: chosen modules → payers in order, or the broken rules."""

_AS_OF = date(2026, 11, 21)
_EV = ("EV",)


def example_funding() -> FundingRules:
    """Rules R1 to R3 with the windows of the fact base."""
    start = date(2020, 10, 1)
    return FundingRules(
        version="1.0.0",
        programmes=(
            Programme(
                id="HMdIS",
                short="Innenministerium",
                title="OZG-Beratung des Innenministeriums",
                counts=Counts.APPLICATION,
                modules=("M1", "M2"),
                at_most=1,
                rule="R1",
                windows=tuple(
                    Window(module=module, valid_from=start, valid_to=date(2022, 12, 31)) for module in ("M1", "M2")
                ),
                as_of=_AS_OF,
                sources=("S2",),
            ),
            Programme(
                id="SHH",
                short="Starke Heimat Hessen",
                title="Programm Starke Heimat Hessen",
                counts=Counts.APPLICATION,
                modules=("M3", "M4"),
                at_most=1,
                rule="R2",
                windows=(
                    Window(module="M2", valid_from=start, valid_to=date(2022, 12, 31), reading="Frist wie für M2."),
                    Window(module="M3", valid_from=start, valid_to=date(2024, 12, 31)),
                    Window(module="M4", valid_from=start, valid_to=date(2024, 12, 31)),
                ),
                as_of=_AS_OF,
                sources=("S2",),
            ),
        ),
        exceptions=(
            FundingException(rule="R3", programme="SHH", module="M2", with_module="M1", excludes=("M3", "M4")),
        ),
        rules={name: RuleText(id=name, text=f"Regel {name}.", sources=("S2",)) for name in ("R1", "R2", "R3", "R4")},
        hints=(Hint(id="A4-3", text="Zuerst M2, danach M1: klären.", sources=("S2",), certainty=Certainty.LOW),),
        supports={
            "E": Support(id="E", kind=SupportKind.OWN, title="Eigenmittel", note="–", as_of=_AS_OF, sources=_EV),
            "K": Support(id="K", kind=SupportKind.SUPPORT, title="Beratung", note="–", as_of=_AS_OF, sources=("S3",)),
            "H": Support(
                id="H",
                kind=SupportKind.FUNDING,
                title="Starke Heimat Hessen",
                note="–",
                as_of=_AS_OF,
                sources=("S2",),
                minimum_grant=100_000,
            ),
        },
    )


def measure_template(name: str, dimension: str, at_most: int = 1, **parts: Any) -> MeasureTemplate:
    """A measure of the catalogue, small and cheap unless said otherwise."""
    given: dict[str, Any] = {
        "at_least": 3 if at_most == 3 else 0,
        "title": f"Maßnahme {name}",
        "description": "Was zu tun ist.",
        "first_steps": ("Erstens", "Zweitens", "Drittens"),
        "roles": ("HA",),
        "prerequisites": "Keine.",
        "effort": Effort.S,
        "person_days": (2, 5),
        "cost_class": 1,
        "months": 3,
        "support": ("E",),
        "alliance_only": False,
        "indicator": "Beschluss liegt vor",
        "risks": "Zeit",
        "builds_on": (),
        "questions": (),
        "sources": _EV,
        "as_of": _AS_OF,
    }
    return MeasureTemplate(id=name, dimension=dimension, at_most=at_most, **{**given, **parts})


def _words() -> tuple[Word, ...]:
    """The words that houses name differently, as the shipped pack has them."""
    names = {
        "executive": ("Verwaltungsorgan", "Gemeindevorstand", "Magistrat", "Kreisausschuss"),
        "council": ("Gewähltes Gremium", "Gemeindevertretung", "Stadtverordnetenversammlung", "Kreistag"),
        "head": ("Leitung des Hauses", "Bürgermeisteramt", "Oberbürgermeisteramt", "Leitung der Kreisverwaltung"),
        "administration": ("Verwaltung der Kommune", "Gemeindeverwaltung", "Stadtverwaltung", "Kreisverwaltung"),
    }
    own = tuple(
        Word(id=name, title=words[0], choices=words[1:], by_kind=dict(zip(CommuneKind, words[1:], strict=True)))
        for name, words in names.items()
    )
    return (*own, Word(id="office", title="Organisationseinheit", choices=("Amt", "Fachbereich", "Fachdienst")))


@cache
def shipped_guide() -> EFileGuide:
    """What the shipped packs say about electronic files."""
    library = read_library([resources_folder() / "content"], {"e_file.toml"})
    return next(entry.value for pack in library.packs for entry in pack.e_file_guides)


def example_catalog() -> Catalog:
    """A catalogue with a little of everything."""
    questionnaire = example_questionnaire()
    measures = [
        measure_template(f"{dimension.id}-{at_most}", dimension.id, at_most)
        for dimension in questionnaire.dimensions
        for at_most in (1, 2, 3)
    ]
    return Catalog(
        packs={"base": "1.0.0", "m4": "1.0.0"},
        modules={
            f"M{number}": Module(
                id=f"M{number}", number=number, title=title, summary=title, days="1 bis 2 Tage", sources=("S2",)
            )
            for number, title in enumerate(
                ("OZG-Grundlagen", "Umsetzungsberatung", "E-Aktenführung", "Smart Region"), start=1
            )
        },
        dimensions={item.id: _dimension_title(item) for item in questionnaire.dimensions},
        roles={
            "BM": Role(id="BM", title="Leitung der Verwaltung", description="Entscheidet.", fallback="HA"),
            "HA": Role(id="HA", title="Hauptamt", description="Steuert."),
        },
        kinds={kind: KindTitle(id=kind, title=kind.value, description=kind.value) for kind in CommuneKind},
        scale=SCALE,
        load_funding=example_funding,
        sources={
            name: Source(id=name, title=f"Quelle {name}", publisher="Herausgeber", date="2021")
            for name in ("EV", "S2", "S3")
        },
        vocabulary={word.id: word for word in _words()},
        questionnaires={questionnaire.id: questionnaire},
        agendas={"m4-tag1": example_agenda()},
        measures={item.id: item for item in measures},
        terms={"ozg": Term(id="ozg", term="OZG", full="Onlinezugangsgesetz", text="Verpflichtet.", sources=("S2",))},
        facts={
            "kommunen": Fact(
                id="kommunen",
                text="Hessen hat 442 Kommunen.",
                as_of=_AS_OF,
                sources=("S2",),
                certainty=Certainty.HIGH,
            )
        },
        handouts={"M4": example_handout()},
        preparation={},
        e_file_guides={"M3": shipped_guide()},
        services={},
        maturity_models=maturity_models(),
        load_candidate_rules=example_candidate_rules,
    )


def example_candidate_rules() -> CandidateRules:
    """Two criteria on each side, one of them with double weight, and a way for every phase."""
    names = {Axis.BENEFIT: (("bedarf", 2), ("reichweite", 1)), Axis.FEASIBILITY: (("betrieb", 1), ("technik", 1))}
    criteria = [
        RatingCriterion(
            id=name,
            axis=axis,
            title=name.capitalize(),
            question=f"Wie steht es um {name}?",
            low="schlecht",
            high="gut",
            weight=weight,
            sources=("EV",),
        )
        for axis, of_axis in names.items()
        for name, weight in of_axis
    ]
    ways = (
        WayRule(id="1-2", way=Way.USE_CASE, first_phase=1, last_phase=2, text="Eher eines.", sources=("EV",)),
        WayRule(id="3-5", way=Way.PLAN, first_phase=3, last_phase=5, text="Eher mehrere.", sources=("EV",)),
    )
    return CandidateRules(criteria={item.id: item for item in criteria}, ways=ways)


def example_handout() -> Handout:
    """A handout of two sections, one with points, a fact and a term."""
    return Handout(
        module="M4",
        title="Smart Region zum Mitnehmen",
        sections=(
            HandoutSection(id="worum", title="Worum es geht", paragraphs=("Es geht um Nutzen.", "Nicht um Geräte.")),
            HandoutSection(
                id="morgen",
                title="Ab morgen",
                paragraphs=("Drei Schritte:",),
                points=("Fragen", "Zählen", "Zeigen"),
                facts=("kommunen",),
                terms=("ozg",),
            ),
        ),
    )


def _dimension_title(dimension: Dimension) -> DimensionTitle:
    return DimensionTitle(
        id=dimension.id,
        module="M4",
        kind=dimension.kind,
        title=dimension.title,
        short=dimension.short,
        description=f"Worum es bei {dimension.title} geht.",
    )


def example_agenda() -> AgendaTemplate:
    """A day of five steps from 9 to 12."""
    return AgendaTemplate(
        id="m4-tag1",
        title="Modul 4, Tag 1",
        module="M4",
        day=1,
        variant=AgendaVariant.HALF_DAY,
        optional=False,
        start=time(9, 0),
        steps=(
            _step("auftakt", "Auftakt", 20, drop_order=1, drop_cost="Die Ziele bleiben unausgesprochen."),
            _step("ergebnis", "Vorab-Ergebnis", 45, section=Section.RESULTS),
            StepTemplate(id="pause", title="Pause", minutes=15, minimum_minutes=10, kind=StepKind.BREAK),
            _step("bereiche", "Wirkungsbereiche", 60, section=Section.AREAS, facts=("kommunen",)),
            _step("abschluss", "Abschluss", 40),
        ),
    )


def _step(name: str, title: str, minutes: int, **parts: Any) -> StepTemplate:
    given: dict[str, Any] = {
        "goal": "Ein Ziel.",
        "method": "Runde",
        "outcome": "Ein Ergebnis.",
        "moderation": "Begrüßen Sie. Fragen Sie. Hören Sie zu. Fassen Sie zusammen.",
        "talking_points": ("Ein Punkt",),
        "materials": ("Karten",),
    }
    return StepTemplate(
        id=name,
        title=title,
        minutes=minutes,
        minimum_minutes=minutes // 10 * 5,
        kind=StepKind.WORK,
        **{**given, **parts},
    )
