"""The shapes of the files that stand in the pack ``base`` alone."""

from __future__ import annotations

from advisor_app.content.rules.wording import SHORT_DIMENSION_LETTERS
from advisor_app.content.shapes.fields import (
    Day,
    Exact,
    Field,
    FileShape,
    Flag,
    Group,
    Id,
    Integer,
    Integers,
    Names,
    Paragraphs,
    Prose,
    Rows,
    Shape,
    choice,
)
from advisor_app.content.shapes.shared import AS_OF, CERTAINTY, CHECK, ID, KIND, KINDS, SOURCES, VALID_TO
from advisor_app.domain.foundations import MAXIMUM_LEVEL, DimensionKind

_TITLE = Field("title", Prose(), "Titel", translated=True)
_DESCRIPTION = Field("description", Prose(), "Beschreibung", translated=True)


def _list(name: str, key: str, shape: Shape, about: str) -> FileShape:
    return FileShape(name, Shape((Rows(key, shape),)), about, base_only=True)


MODULES = _list(
    "modules.toml",
    "module",
    Shape(
        (
            ID,
            Field("number", Integer(1, 99), "Nummer"),
            _TITLE,
            Field("summary", Prose(), "Kurz gesagt", "Eine Zeile.", translated=True),
            Field("days", Prose(), "Dauer", "Als Text, etwa: 1 bis 2 Tage", translated=True),
            SOURCES,
        ),
        sheet="Module",
        about="Die Module der Beratung.",
        mark="id",
    ),
    "Module",
)

DIMENSIONS = _list(
    "dimensions.toml",
    "dimension",
    Shape(
        (
            ID,
            Field("module", Id(), "Modul"),
            Field("kind", choice(DimensionKind, "Querschnitt", "Wirkungsbereich"), "Art"),
            _TITLE,
            Field(
                "short", Prose(SHORT_DIMENSION_LETTERS), "Kurztitel", "Für die Achsen von Diagrammen.", translated=True
            ),
            _DESCRIPTION,
        ),
        sheet="Dimensionen",
        about="Dimensionen aller Module.",
        mark="id",
    ),
    "Dimensionen aller Module",
)

ROLES = _list(
    "roles.toml",
    "role",
    Shape(
        (
            ID,
            Field("title", Prose(), "Titel", "Eine Aufgabe, keine Person.", translated=True),
            _DESCRIPTION,
            Field("fallback", Id(), "Ersatz", "Rolle, die sonst antwortet; leer bei der letzten.", required=False),
        ),
        sheet="Rollen",
        about="Wer antwortet.",
        mark="id",
    ),
    "Rollen",
)

KINDS_FILE = _list(
    "kinds.toml",
    "kind",
    Shape(
        (Field("id", KIND, "Kennung"), _TITLE, _DESCRIPTION),
        sheet="Kommunenarten",
        about="Arten von Kommunen.",
        mark="id",
    ),
    "Arten von Kommunen",
)

_LEVEL = Shape(
    (
        Field("number", Integer(0, MAXIMUM_LEVEL), "Nummer"),
        Field("word", Prose(), "Wort", "Ein oder zwei Wörter.", translated=True),
        Field("meaning", Prose(), "Bedeutung", translated=True),
        Field("below", Exact(), "Unter", "Obere Grenze; leer bei der letzten Stufe.", required=False),
    ),
    sheet="Stufen",
    about="Die Stufen 0 bis 4 der Skala.",
    mark="number",
)

SCALE = FileShape(
    "scale.toml",
    Shape(
        (
            Field("version", Prose(), "Version"),
            Field("notice", Prose(), "Hinweis", "Steht neben jedem Ergebnis.", translated=True),
            Group(
                "rules",
                (
                    Field("minimum_answers", Integer(1, 99), "Antworten mindestens"),
                    Field("minimum_coverage", Exact(), "Abdeckung mindestens"),
                    Field("blocking_cap", Exact(), "Deckel bei Sperrfrage"),
                    Field("near", Exact(), "Nahe heißt"),
                    Field(
                        "default_target_step", Integer(0, MAXIMUM_LEVEL), "Zielstufe üblich", "Schritte über dem Ist."
                    ),
                    Field("priority_a", Integer(-4, 4), "Priorität A ab"),
                    Field("priority_c", Integer(-4, 4), "Priorität C bis"),
                ),
            ),
            Rows("level", _LEVEL),
        ),
        sheet="Skala",
        about="Regeln der Bewertung, eine Zeile.",
    ),
    "Stufen und Regeln der Bewertung",
    base_only=True,
)

VOCABULARY = _list(
    "vocabulary.toml",
    "word",
    Shape(
        (
            ID,
            Field("title", Prose(), "Titel", "Was das Wort benennt.", translated=True),
            Field("choices", Paragraphs(), "Auswahl", "Ein Wort je Zeile; das erste gilt, wenn nichts gewählt ist."),
            Field(
                "in_towns", Prose(), "Üblich in Städten", "In Städten, die zu einem Landkreis gehören.", required=False
            ),
            Group(
                "by_kind",
                tuple(Field(kind, Prose(), f"Üblich bei {kind}", required=False) for kind in KINDS),
                required=False,
            ),
        ),
        sheet="Wörter",
        about="Wörter, die jedes Haus anders wählt.",
        mark="id",
    ),
    "Wörter, die jedes Haus anders wählt",
)

SERVICES = _list(
    "services.toml",
    "service",
    Shape(
        (
            ID,
            Field("name", Prose(), "Leistung", translated=True),
            Field("area", Prose(), "Amt", "In neutralen Worten.", translated=True),
            Field("outside", Flag(), "Außenstelle", "ja: nicht im Rathaus, wie Kita und Bauhof.", required=False),
            Field("kinds", Names(words=KINDS), "Kommunenarten", "Etwa: kG, kS"),
            Field("leika", Prose(), "LeiKa-Schlüssel", "Nur, wenn er geprüft ist.", required=False),
            AS_OF,
            SOURCES,
            CERTAINTY,
        ),
        sheet="Leistungen",
        about="Leistungen, die viele beantragen.",
        mark="id",
    ),
    "Häufige Leistungen",
)

_MATURITY_LEVEL = Shape(
    (Field("number", Integer(0, 9), "Nummer"), Field("word", Prose(), "Wort", translated=True)),
    sheet="Reifegradstufen",
    about="Stufen der Modelle: keine, oder alle von 0 bis zur höchsten.",
    mark="number",
)

_BAND = Shape(
    (
        Field("first", Integer(0, 9), "Von Stufe"),
        Field("last", Integer(0, 9), "Bis Stufe", "Leer heißt bis zur höchsten.", required=False),
        Field("about", Prose(), "Bedeutung", translated=True),
    ),
    sheet="Reifegradbänder",
    about="Was mehrere Stufen zusammen bedeuten.",
    mark="first",
)

MATURITY_MODELS = _list(
    "maturity_models.toml",
    "model",
    Shape(
        (
            ID,
            Field("title", Prose(), "Titel", translated=True),
            Field("version", Prose(), "Version", "Wie die Quelle sie nennt."),
            Field("valid_from", Day(), "Gültig ab"),
            VALID_TO,
            Field("criteria", Integer(1, 99), "Kriterien", "Wie viele."),
            Field("highest", Integers(), "Höchste Stufe", "Mehrere, wo die Quellen uneins sind, etwa: 6; 7"),
            Field(
                "conformant_from",
                Integer(0, 9),
                "Online ab",
                "Stufe, ab der eine Leistung als online gilt.",
                required=False,
            ),
            Field("note", Prose(), "Anmerkung", translated=True),
            AS_OF,
            SOURCES,
            CERTAINTY,
            CHECK,
            Rows("level", _MATURITY_LEVEL),
            Rows("band", _BAND),
        ),
        sheet="Reifegradmodelle",
        about="Modelle, nach denen Leistungen bewertet werden; jede Version ist ein Eintrag.",
        mark="id",
        marked="Modell",
    ),
    "Reifegradmodelle",
)

PRODUCT_NAMES = _list(
    "product_names.toml",
    "name",
    Shape(
        (
            Field("name", Prose(), "Name"),
            Field(
                "allowed",
                Names(),
                "Erlaubt in",
                "Dateien ohne Endung, in denen der Name als Fakt stehen darf.",
                required=False,
            ),
        ),
        sheet="Produktnamen",
        about="Namen, die Inhalte nicht empfehlen dürfen.",
        mark="name",
    ),
    "Namen, die Inhalte nicht empfehlen dürfen",
)
