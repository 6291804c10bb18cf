"""The shape of ``e_file.toml``."""

from __future__ import annotations

from advisor_app.content.shapes.fields import Field, FileShape, Id, Integer, Names, Paragraphs, Prose, Rows, Shape
from advisor_app.content.shapes.shared import ID, SOURCES
from advisor_app.domain.e_file_guide import MOST_WEIGHT

_TITLE = Field("title", Prose(), "Titel", translated=True)
_ABOUT = Field("about", Prose(), "Worum es geht", translated=True)

_REQUIREMENT = Shape(
    (
        Field("id", Id(), "Nummer", "Wird gedruckt und nie wieder vergeben, etwa 1.3."),
        Field("text", Prose(), "Anforderung", "Ein Satz ohne Produkt und ohne Hersteller.", translated=True),
    ),
    sheet="E-Akte-Anforderungen",
    about="Was ein Funktionsbereich leisten muss.",
    mark="id",
)

_AREA = Shape(
    (
        ID,
        _TITLE,
        _ABOUT,
        Field("group", Prose(), "Gruppe", "Überschrift, unter der er steht.", translated=True),
        Field(
            "questions",
            Names(may_be_empty=True),
            "Fragen",
            "Kennungen von Fragen, die den Bereich betreffen.",
            required=False,
        ),
        Rows("requirement", _REQUIREMENT),
    ),
    sheet="E-Akte-Bereiche",
    about="Funktionsbereiche der E-Akte.",
    mark="id",
    marked="Bereich",
)

_CRITERION = Shape(
    (
        ID,
        _TITLE,
        _ABOUT,
        Field("weight", Integer(0, MOST_WEIGHT), "Gewicht", "Womit die Gruppe beginnt; 0 lässt das Kriterium weg."),
    ),
    sheet="Scankriterien",
    about="Wonach Varianten des Scannens verglichen werden.",
    mark="id",
)

_VARIANT = Shape(
    (ID, _TITLE, _ABOUT, Field("watch", Paragraphs(), "Zu beachten", "Einer je Zeile.", translated=True)),
    sheet="Scanvarianten",
    about="Wege, auf denen Papierpost in die E-Akte kommt.",
    mark="id",
)

_ENTRY = Shape(
    (
        Field("number", Id(), "Nummer", "Ihr Anfang sagt, wozu der Eintrag gehört: 02.10 zu 02."),
        _TITLE,
        Field("office", Prose(), "Amt", translated=True),
    ),
    sheet="Aktenplan-Auszug",
    about="Ein Auszug zum Üben, ohne Fristen: Sie legt das Haus fest.",
    mark="number",
)

_SAMPLE = Shape(
    (
        ID,
        _TITLE,
        Field("text", Prose(), "Schriftstück", "Was vor der Gruppe liegt, ohne Namen.", translated=True),
        Field("entry", Id(), "Gehört zu", "Nummer im Auszug; leer: gehört nicht zur Akte.", required=False),
        Field("discussion", Prose(), "Zur Besprechung", translated=True),
    ),
    sheet="Schriftstücke",
    about="Schriftstücke, die eine Gruppe in den Auszug einordnet.",
    mark="id",
)

E_FILE = FileShape(
    "e_file.toml",
    Shape(
        (
            Field("module", Id(), "Modul"),
            _TITLE,
            Field("note", Prose(), "Anmerkung", "Woher die Angaben kommen und wofür sie taugen.", translated=True),
            SOURCES,
            Rows("area", _AREA, required=True),
            Rows("criterion", _CRITERION),
            Rows("variant", _VARIANT),
            Rows("entry", _ENTRY),
            Rows("sample", _SAMPLE),
        ),
        sheet="E-Akte",
        about="Womit ein Modul zur E-Akte arbeitet, eine Zeile.",
    ),
    "Bereiche, Varianten und Übung zur E-Akte",
)
