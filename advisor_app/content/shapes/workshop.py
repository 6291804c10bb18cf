"""The shapes of ``agenda.toml``, ``measures.toml`` and ``handout.toml``."""

from __future__ import annotations

from advisor_app.content.shapes.fields import (
    Choice,
    Clock,
    Field,
    FileShape,
    Flag,
    Id,
    Integer,
    Integers,
    Names,
    Only,
    Paragraphs,
    Prose,
    Rows,
    Shape,
    choice,
)
from advisor_app.content.shapes.shared import AS_OF, FACTS_ABOUT, ID, NAMED_FACTS, RETIRED_ABOUT, SOURCES
from advisor_app.domain.agenda import Section, StepKind
from advisor_app.domain.agenda_template import AgendaVariant
from advisor_app.domain.foundations import MAXIMUM_LEVEL
from advisor_app.domain.measure_template import Effort
from advisor_app.domain.sheet_part import SheetPart

_WORK = Only("kind", ("work",))
_VARIANTS: Choice = choice(
    AgendaVariant, "ganzer Tag", "halber Tag", "zwei halbe Tage", "90 Minuten", "online", "Vorab-Abfrage"
)
_SECTIONS: Choice = choice(
    Section,
    "Erhebung",
    "Ergebnis",
    "Wirkungsbereiche",
    "Zielstufen",
    "Anwendungsfall",
    "Prozesse",
    "Umsetzungsplan",
    "Kandidaten",
    "Rangfolge",
    "Entscheidung",
    "Leistungen",
    "Folgen je Amt",
    "Funktionsbereiche der E-Akte",
    "Weg eines Schriftstücks",
    "Aktenplan",
    "Testakte",
    "Posteingang und Scannen",
    "Einführung der E-Akte",
    "Kosten und Förderung",
)

_STEP = Shape(
    (
        ID,
        Field("title", Prose(), "Titel", translated=True),
        Field("minutes", Integer(5, 480), "Minuten", "Ein Vielfaches von 5."),
        Field("minimum_minutes", Integer(0, 480), "Mindestens", "Kürzeste Dauer in Minuten."),
        Field("kind", choice(StepKind, "Arbeit", "Pause", "Mittag"), "Art", "Alles Weitere steht nur bei Arbeit."),
        Field("goal", Prose(), "Ziel", only=_WORK, translated=True),
        Field("method", Prose(), "Methode", only=_WORK, translated=True),
        Field(
            "moderation",
            Prose(),
            "Moderation",
            "4 bis 8 Sätze, denen jemand beim ersten Mal folgen kann.",
            only=_WORK,
            translated=True,
        ),
        Field(
            "talking_points",
            Paragraphs(may_be_empty=True),
            "Gesprächspunkte",
            "Einer je Zeile.",
            only=_WORK,
            translated=True,
        ),
        Field("materials", Paragraphs(may_be_empty=True), "Material", "Eines je Zeile.", only=_WORK, translated=True),
        Field("outcome", Prose(), "Ergebnis", "Was festgehalten wird.", only=_WORK, translated=True),
        Field("section", _SECTIONS, "Bereich", "Bereich des Programms, der dazugehört.", required=False, only=_WORK),
        Field(
            "dimensions",
            Names(may_be_empty=True),
            "Dimensionen",
            "Kennungen; leer heißt alle, um die es im Schritt geht.",
            required=False,
            only=Only("section", ("assessment",)),
        ),
        Field(
            "part",
            choice(SheetPart, "Steckbrief", "Ist", "Soll", "Nutzen"),
            "Teil",
            "Welcher Teil der Prozessaufnahmen.",
            required=False,
            only=Only("section", ("processes",)),
        ),
        Field(
            "documents",
            Names(may_be_empty=True),
            "Dokumente",
            "Kennungen der Arten von Dokumenten, die der Schritt braucht, in ihrer Reihenfolge.",
            required=False,
            only=_WORK,
        ),
        Field("facts", Names(may_be_empty=True), "Fakten", FACTS_ABOUT, required=False, only=_WORK),
        Field(
            "drop_order",
            Integer(1, 99),
            "Entfällt als",
            "1 entfällt zuerst, wenn die Zeit nicht reicht.",
            required=False,
            only=_WORK,
        ),
        Field(
            "drop_cost",
            Prose(),
            "Preis dafür",
            "Was verloren geht, wenn der Schritt entfällt.",
            only=Only("drop_order"),
            translated=True,
        ),
    ),
    sheet="Schritte",
    about="Schritte der Agenden in ihrer Reihenfolge.",
    mark="id",
)

_TEMPLATE = Shape(
    (
        ID,
        Field("title", Prose(), "Titel", translated=True),
        Field("module", Id(), "Modul"),
        Field("day", Integer(0, 9), "Tag", "0 ist vor dem Workshop."),
        Field("variant", _VARIANTS, "Form"),
        Field("optional", Flag(), "Zusätzlich", "ja: kommt nur auf Wunsch dazu.", required=False),
        Field("start", Clock(), "Beginn", "Uhrzeit, etwa 09:00."),
        Rows("step", _STEP),
    ),
    sheet="Agenden",
    about="Eine Zeile je Tag und Form; die Schritte stehen im Blatt „Schritte“.",
    mark="id",
    marked="Agenda",
)

AGENDA = FileShape("agenda.toml", Shape((Rows("template", _TEMPLATE),)), "Agenden eines Moduls")

_TRIGGER = Shape(
    (
        Field("question", Id(), "Frage", "Kennung."),
        Field("at_most", Integer(0, MAXIMUM_LEVEL), "Höchstens Stufe"),
    ),
    sheet="Auslöser",
    about="Fragen, deren Antwort eine Maßnahme zusätzlich vorschlägt.",
)

_MEASURE = Shape(
    (
        ID,
        Field("dimension", Id(), "Dimension", "Kennung."),
        Field("at_least", Integer(0, MAXIMUM_LEVEL - 1), "Ab Stufe", "Leer heißt 0.", required=False),
        Field(
            "at_most",
            Integer(1, MAXIMUM_LEVEL - 1),
            "Bis Stufe",
            "Stufe der Dimension, bis zu der sie vorgeschlagen wird.",
        ),
        Field("title", Prose(), "Titel", translated=True),
        Field("description", Prose(), "Beschreibung", translated=True),
        Field("first_steps", Paragraphs(3), "Erste Schritte", "Drei, einer je Zeile.", translated=True),
        Field("roles", Names(), "Rollen", "Wer beteiligt ist."),
        Field("prerequisites", Prose(), "Voraussetzungen", translated=True),
        Field("effort", choice(Effort, "S", "M", "L"), "Aufwand", "S bis 10, M bis 40, L über 40 Personentage."),
        Field("person_days", Integers(2), "Personentage", "Von und bis, etwa: 15; 25"),
        Field("cost_class", Integer(1, 3), "Kostenklasse", "1 unter 5.000, 2 bis 50.000, 3 über 50.000 Euro."),
        Field("months", Integer(1, 120), "Monate", "Dauer."),
        Field("support", Names(), "Unterstützung", "Kennungen aus dem Blatt „Unterstützung“ des Pakets base."),
        Field("alliance_only", Flag(), "Nur im Verbund", required=False),
        Field("indicator", Prose(), "Kennzahl", "Woran man den Erfolg erkennt.", translated=True),
        Field("risks", Prose(), "Risiken", translated=True),
        Field("builds_on", Names(may_be_empty=True), "Baut auf", "Kennungen von Maßnahmen.", required=False),
        Rows("questions", _TRIGGER, inline=True),
        SOURCES,
        AS_OF,
        Field("retired", Flag(), "Stillgelegt", RETIRED_ABOUT, required=False),
    ),
    sheet="Maßnahmen",
    about="Der Katalog der Maßnahmen.",
    mark="id",
    marked="Maßnahme",
)

MEASURES = FileShape("measures.toml", Shape((Rows("measure", _MEASURE),)), "Maßnahmen eines Moduls")

_SECTION = Shape(
    (
        ID,
        Field("title", Prose(), "Titel", translated=True),
        Field("text", Paragraphs(), "Absätze", "Einer je Zeile.", translated=True),
        Field("points", Paragraphs(may_be_empty=True), "Punkte", "Einer je Zeile.", required=False, translated=True),
        NAMED_FACTS,
        Field(
            "terms",
            Names(may_be_empty=True),
            "Begriffe",
            "Kennungen von Begriffen hier oder im Paket base.",
            required=False,
        ),
    ),
    sheet="Handout-Abschnitte",
    about="Abschnitte des Handouts; was veralten kann, steht in Fakten.",
    mark="id",
)

HANDOUT = FileShape(
    "handout.toml",
    Shape(
        (
            Field("module", Id(), "Modul"),
            Field("title", Prose(), "Titel", translated=True),
            Rows("section", _SECTION, required=True),
        ),
        sheet="Handout",
        about="Was Teilnehmende mitnehmen, eine Zeile.",
    ),
    "Handout eines Moduls",
)
