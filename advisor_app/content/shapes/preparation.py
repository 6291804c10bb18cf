"""The shape of ``preparation.toml``."""

from __future__ import annotations

from advisor_app.content.shapes.fields import Field, FileShape, Flag, Id, Integer, Prose, Rows, Shape, choice
from advisor_app.content.shapes.shared import ID
from advisor_app.domain.preparation import MOST_DAYS_BEFORE, Doer

_TASK = Shape(
    (
        ID,
        Field("module", Id(), "Modul", "Leer heißt: vor jedem Modul.", required=False),
        Field("title", Prose(), "Aufgabe", "Was zu tun ist, in einem Satz.", translated=True),
        Field("days_before", Integer(0, MOST_DAYS_BEFORE), "Tage vorher", "Kalendertage vor dem Workshop."),
        Field("who", choice(Doer, "Beratung", "Innendienst", "Kommune"), "Wer"),
        Field("each_day", Flag(), "Vor jedem Tag", "ja: vor jedem Workshoptag, sonst einmal.", required=False),
        Field("hint", Prose(), "Hinweis", "Woran zu denken ist.", required=False, translated=True),
    ),
    sheet="Vorbereitung",
    about="Was vor dem Workshop zu tun ist, zurückgezählt vom ersten Tag.",
    mark="id",
)

PREPARATION = FileShape("preparation.toml", Shape((Rows("task", _TASK),)), "Aufgaben vor dem Workshop")
