"""The shape of ``candidates.toml``."""

from __future__ import annotations

from advisor_app.content.candidates import HIGHEST_PHASE, HIGHEST_WEIGHT
from advisor_app.content.shapes.fields import Field, FileShape, Integer, Prose, Rows, Shape, choice
from advisor_app.content.shapes.shared import ID, SOURCES
from advisor_app.domain.candidate_rules import Axis, Way

_RATING_CRITERION = Shape(
    (
        ID,
        Field("axis", choice(Axis, "Nutzen", "Machbarkeit"), "Seite", "Welche Seite der Matrix."),
        Field("title", Prose(), "Titel", translated=True),
        Field("question", Prose(), "Frage", "Was die Runde bewertet.", translated=True),
        Field("low", Prose(), "1 heißt", translated=True),
        Field("high", Prose(), "5 heißt", translated=True),
        Field("weight", Integer(1, HIGHEST_WEIGHT), "Gewicht"),
        SOURCES,
    ),
    sheet="Kriterien",
    about="Wonach die Runde Kandidaten für Anwendungsfälle bewertet.",
    mark="id",
)

_WAY = Shape(
    (
        ID,
        Field("way", choice(Way, "Anwendungsfall", "Umsetzungsplan"), "Weg"),
        Field("first_phase", Integer(1, HIGHEST_PHASE), "Ab Phase"),
        Field("last_phase", Integer(1, HIGHEST_PHASE), "Bis Phase"),
        Field("text", Prose(), "Vorschlag", "Ein Satz; entscheiden muss die Kommune.", translated=True),
        SOURCES,
    ),
    sheet="Wege",
    about="Welcher Weg zu welcher Phase passt.",
    mark="id",
)

CANDIDATES = FileShape(
    "candidates.toml",
    Shape((Rows("criterion", _RATING_CRITERION), Rows("way", _WAY))),
    "Bewertung von Kandidaten und Wege nach Phase",
)
