"""The shapes of ``pack.toml``, ``glossary.toml``, ``facts.toml``, ``sources.toml`` and ``funding.toml``."""

from __future__ import annotations

from advisor_app.content.funding import MOST_EUROS
from advisor_app.content.shapes.fields import (
    Day,
    Field,
    FileShape,
    Flag,
    Id,
    Integer,
    Names,
    Prose,
    Rows,
    Shape,
    Version,
    Versions,
    choice,
)
from advisor_app.content.shapes.shared import AS_OF, CERTAINTY, CHECK, ID, NAMED_FACTS, SOURCES, VALID_FROM, VALID_TO
from advisor_app.domain.funding_rules import Counts, SupportKind
from advisor_app.domain.use_case import MOST_COMMUNES

_TITLE = Field("title", Prose(), "Titel", translated=True)

PACK = FileShape(
    "pack.toml",
    Shape(
        (
            Field("id", Id(), "Kennung", "Zugleich der Name des Ordners."),
            Field("version", Version(), "Version", "Drei Zahlen, etwa 1.0.0; wird mit jeder Änderung erhöht."),
            Field("title", Prose(), "Titel", translated=True),
            Field("note", Prose(), "Anmerkung", required=False, translated=True),
            Field(
                "requires", Versions(), "Braucht", "Pakete, eines je Zeile mit der kleinsten Version, etwa: base 1.1.0"
            ),
        ),
        sheet="Paket",
        about="Name und Version des Pakets, eine Zeile.",
    ),
    "Name und Version eines Pakets",
)

_TERM = Shape(
    (
        ID,
        Field("term", Prose(), "Begriff", translated=True),
        Field("full", Prose(), "Langform", required=False, translated=True),
        Field(
            "text",
            Prose(),
            "Erklärung",
            "Ein oder zwei einfache Sätze; was veralten kann, steht in Fakten.",
            translated=True,
        ),
        SOURCES,
        CERTAINTY,
        CHECK,
        Field("modules", Names(may_be_empty=True), "Module", "Leer heißt alle.", required=False),
        NAMED_FACTS,
    ),
    sheet="Glossar",
    about="Begriffe, einfach erklärt.",
    mark="id",
)

GLOSSARY = FileShape("glossary.toml", Shape((Rows("term", _TERM),)), "Begriffe")

_FACT = Shape(
    (
        ID,
        Field("text", Prose(), "Satz", "So, wie er in der Runde gesagt werden kann.", translated=True),
        AS_OF,
        SOURCES,
        CERTAINTY,
        VALID_FROM,
        VALID_TO,
        CHECK,
        Field("funding", Flag(), "Zur Förderung", "ja: steht im Fenster auch bei den Förderregeln.", required=False),
    ),
    sheet="Fakten",
    about="Alles, was veralten kann: Gesetze, Fristen, Beträge. Eine Aussage, eine Zeile.",
    mark="id",
)

FACTS = FileShape("facts.toml", Shape((Rows("fact", _FACT),)), "Fakten")

_SOURCE = Shape(
    (
        ID,
        Field("title", Prose(), "Titel"),
        Field("publisher", Prose(), "Herausgeber"),
        Field("date", Prose(), "Datum", "Als Text, wie die Quelle es angibt."),
        Field("address", Prose(), "Adresse", required=False),
    ),
    sheet="Quellen",
    about="Woher Angaben stammen.",
    mark="id",
)

SOURCES_FILE = FileShape("sources.toml", Shape((Rows("source", _SOURCE),)), "Quellen")

_WINDOW = Shape(
    (
        Field("module", Id(), "Modul"),
        Field("valid_from", Day(), "Gültig ab"),
        VALID_TO,
        Field("reading", Prose(), "Lesart", "Wie eine unklare Quelle gelesen wird.", required=False),
    ),
    sheet="Förderzeiträume",
    about="Von wann bis wann ein Programm ein Modul fördert.",
)

_PROGRAMME = Shape(
    (
        ID,
        Field("short", Prose(), "Kurztitel", translated=True),
        _TITLE,
        Field("counts", choice(Counts, "Antrag", "Durchführung"), "Es zählt", "Welcher Tag entscheidet."),
        Field("modules", Names(), "Module"),
        Field("at_most", Integer(1, 99), "Höchstens", "So viele Module."),
        Field("rule", Id(), "Regel", "Kennung aus dem Blatt „Förderregeln“."),
        AS_OF,
        SOURCES,
        Rows("window", _WINDOW),
    ),
    sheet="Förderprogramme",
    about="Programme, die Module fördern.",
    mark="id",
    marked="Programm",
)

_EXCEPTION = Shape(
    (
        Field("rule", Id(), "Regel", "Kennung."),
        Field("programme", Id(), "Programm", "Wer bezahlt."),
        Field("module", Id(), "Modul", "Was es zusätzlich bezahlt."),
        Field("with", Id(), "Zusammen mit", "Modul, das gewählt sein muss."),
        Field("excludes", Names(may_be_empty=True), "Schließt aus", "Module, die dann entfallen."),
    ),
    sheet="Förderausnahmen",
    about="Was ein Programm ausnahmsweise zusätzlich bezahlt.",
)

_RULE = Shape(
    (ID, Field("text", Prose(), "Text", translated=True), SOURCES),
    sheet="Förderregeln",
    about="Wortlaut der Regeln.",
    mark="id",
)

_HINT = Shape(
    (ID, Field("text", Prose(), "Text", translated=True), SOURCES, CERTAINTY),
    sheet="Förderhinweise",
    about="Hinweise zur Förderung.",
    mark="id",
)

_SUPPORT = Shape(
    (
        ID,
        Field("kind", choice(SupportKind, "eigene Mittel", "Unterstützung", "Förderung"), "Art"),
        _TITLE,
        Field("note", Prose(), "Anmerkung", translated=True),
        AS_OF,
        SOURCES,
        VALID_TO,
        Field("minimum_grant", Integer(0, MOST_EUROS), "Mindestbetrag", "Euro.", required=False),
        Field("maximum_grant", Integer(0, MOST_EUROS), "Höchstbetrag", "Euro.", required=False),
        Field("quota_percent", Integer(0, 100), "Quote", "Prozent, für eine Kommune allein.", required=False),
        Field("alliance_quota_percent", Integer(0, 100), "Quote im Verbund", "Prozent.", required=False),
        Field("commune_ceiling", Integer(0, MOST_EUROS), "Obergrenze je Kommune", "Euro je Projekt.", required=False),
        Field("minimum_communes", Integer(2, MOST_COMMUNES), "Kommunen mindestens", required=False),
        Field("applications_to", Day(), "Anträge bis", "Letzter bekannter Tag für Anträge.", required=False),
        NAMED_FACTS,
    ),
    sheet="Unterstützung",
    about="Womit Maßnahmen bezahlt oder unterstützt werden.",
    mark="id",
)

FUNDING = FileShape(
    "funding.toml",
    Shape(
        (
            Field("version", Version(), "Version"),
            Rows("programme", _PROGRAMME),
            Rows("exception", _EXCEPTION),
            Rows("rule", _RULE),
            Rows("hint", _HINT),
            Rows("support", _SUPPORT),
        ),
        sheet="Förderung",
        about="Fassung der Förderregeln, eine Zeile.",
    ),
    "Programme, Regeln und Unterstützung",
)
