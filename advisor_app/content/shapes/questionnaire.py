"""The shape of ``questionnaire.toml``."""

from __future__ import annotations

from advisor_app.content.rules.wording import (
    ANCHOR_WORDS,
    QUESTION_LETTERS,
    SHORT_ANCHOR_WORDS,
    SHORT_QUESTION_LETTERS,
)
from advisor_app.content.shapes.fields import (
    Exact,
    Field,
    FileShape,
    Flag,
    Id,
    Integer,
    Ladder,
    Named,
    Names,
    Only,
    Paragraphs,
    Prose,
    Rows,
    Shape,
    Version,
    When,
    choice,
)
from advisor_app.content.shapes.shared import ID, KINDS, RETIRED_ABOUT, SOURCES
from advisor_app.domain.foundations import MAXIMUM_LEVEL
from advisor_app.domain.questionnaire import QuestionType
from advisor_app.questions import KINDS as QUESTION_KINDS

_LEVEL = Only("type", ("level",))
_NUMBER = Only("type", ("number",))
_WITH_UNIT = Only("type", ("number", "calculation"))
_LEVELS = MAXIMUM_LEVEL + 1

_HINT = Field(
    "hint",
    Prose(),
    "Hinweis",
    "Wie man fragt und welchen Beleg man sich zeigen lässt, 1 bis 3 Sätze.",
    required=False,
    translated=True,
)


def _ladder(sheet: str, about: str, *, required: bool, only: Only | None) -> Ladder:
    return Ladder(
        (
            Field(
                "anchors",
                Paragraphs(_LEVELS, most_words=ANCHOR_WORDS),
                "Anker",
                "Woran man die Stufe erkennt, höchstens 30 Wörter.",
                required,
                only,
                translated=True,
            ),
            Field(
                "anchors_short",
                Paragraphs(_LEVELS, most_words=SHORT_ANCHOR_WORDS),
                "Kurzform",
                "Für den Beamer, höchstens 10 Wörter.",
                required,
                only,
                translated=True,
            ),
        ),
        heading="Stufe",
        sheet=sheet,
        about=about,
        length=_LEVELS,
    )


_VARIANT = Shape(
    (
        Field("text", Prose(QUESTION_LETTERS), "Wortlaut", "Nur, wo er anders ist.", required=False, translated=True),
        _HINT,
        _ladder(
            "Anker-Varianten",
            "Anker, die für eine Kommunenart anders lauten, eine Zeile je Stufe von 0 bis 4.",
            required=False,
            only=None,
        ),
    ),
    sheet="Varianten",
    about="Was für eine Kommunenart anders lautet. Eine Zeile steht auch da, wo nur die Anker anders sind.",
    marked="Frage",
)

_QUESTION = Shape(
    (
        ID,
        Field("dimension", Id(), "Dimension", "Kennung der Dimension."),
        Field(
            "type",
            choice(QuestionType, *(QUESTION_KINDS[member].authored for member in QuestionType)),
            "Art",
            "Nur „Stufen“ zählt für das Ergebnis und braucht Gewicht und Anker.",
        ),
        Field("weight", Integer(1, 3), "Gewicht", "1 bis 3, nur bei Stufen.", only=_LEVEL),
        Field(
            "blocking",
            Flag(),
            "Sperrfrage",
            "ja: auf Stufe 0 bleibt die Dimension unter Stufe 2.",
            required=False,
            only=_LEVEL,
        ),
        Field("text", Prose(QUESTION_LETTERS), "Wortlaut", "Die Frage in Sie-Form.", translated=True),
        Field("short", Prose(SHORT_QUESTION_LETTERS), "Kurztitel", "Für Listen.", translated=True),
        _HINT,
        Field("evidence", Prose(), "Beleg", "Was als Nachweis gilt.", required=False, translated=True),
        Field("roles", Names(may_be_empty=True), "Rollen", "Wer antwortet, etwa BM, HA.", required=False),
        Field(
            "confidential",
            Flag(),
            "Vertraulich",
            "ja: nur in der Vorab-Abfrage und im vertraulichen Anhang.",
            required=False,
        ),
        Field(
            "shared",
            Id(),
            "Gleiche Frage",
            "Ein Kennwort, das Fragen mehrerer Module haben, die dasselbe fragen: Antworten werden dort angeboten.",
            required=False,
        ),
        Field(
            "not_applicable",
            Prose(),
            "Trifft nicht zu",
            "Der einzige Fall, in dem „trifft nicht zu“ erlaubt ist.",
            required=False,
            translated=True,
        ),
        Field("when", When(), "Bedingung", "Wann gefragt wird, etwa: Frage 4.5.1 mindestens 1", required=False),
        Field(
            "choices",
            Paragraphs(),
            "Auswahl",
            "Bei Art „Auswahl“, eine Antwort je Zeile.",
            only=Only("type", ("choice",)),
            translated=True,
        ),
        Field("unit", Prose(), "Einheit", "Bei Zahl und Rechnung.", required=False, only=_WITH_UNIT, translated=True),
        Field("minimum", Exact(), "Kleinster Wert", "Bei Zahl.", required=False, only=_NUMBER),
        Field("maximum", Exact(), "Größter Wert", "Bei Zahl.", required=False, only=_NUMBER),
        Field("sum", Names(), "Summe aus", "Bei Rechnung: Kennungen der Fragen.", only=Only("type", ("calculation",))),
        _ladder("Anker", "Die Stufen der Fragen, eine Zeile je Stufe von 0 bis 4.", required=True, only=_LEVEL),
        SOURCES,
        Field("retired", Flag(), "Stillgelegt", RETIRED_ABOUT, required=False),
        Named("variant", KINDS, "Kommunenart", _VARIANT),
    ),
    sheet="Fragen",
    about="Eine Zeile je Frage, in der Reihenfolge, in der gefragt wird.",
    mark="id",
    marked="Frage",
)

_CRITERION = Shape(
    (
        Field("every_dimension", Flag(), "Jede Dimension", "ja: gilt für jede Querschnittsdimension.", required=False),
        Field("question", Id(), "Frage", "Kennung.", required=False),
        Field("dimension", Id(), "Dimension", "Kennung.", required=False),
        Field("at_least", Exact(), "Mindestens", "Stufe oder Wert, der erreicht sein muss."),
    ),
    sheet="Phasenkriterien",
    about="Was eine Phase verlangt; in jeder Zeile genau eines von „Jede Dimension“, „Frage“ und „Dimension“.",
    one_of=("every_dimension", "question", "dimension"),
)

_PHASE = Shape(
    (
        Field("number", Integer(1, 9), "Nummer"),
        Field("title", Prose(), "Titel", translated=True),
        Field("text", Prose(), "Text", "Ein Satz für den Bericht.", translated=True),
        Field("from", Exact(), "Ab Wert", "Wert des Moduls, ab dem die Phase möglich ist."),
        Rows("criteria", _CRITERION, inline=True),
    ),
    sheet="Phasen",
    about="Phasen in aufsteigender Folge.",
    mark="number",
    marked="Phase",
)

_WEIGHT = Shape(
    (
        Field("id", Id(), "Dimension", "Kennung; die Titel stehen im Paket base."),
        Field("weight", Integer(1, 9), "Gewicht"),
    ),
    sheet="Gewichte",
    about="Die Dimensionen des Fragebogens mit ihrem Gewicht, in der Reihenfolge, in der gefragt wird.",
    mark="id",
)

QUESTIONNAIRE = FileShape(
    "questionnaire.toml",
    Shape(
        (
            ID,
            Field("version", Version(), "Version", "Drei Zahlen; wird mit geänderten Fragen erhöht."),
            Field("module", Id(), "Modul"),
            Field("title", Prose(), "Titel", translated=True),
            Rows("dimension", _WEIGHT),
            Rows("phase", _PHASE),
            Rows("question", _QUESTION),
        ),
        sheet="Fragebogen",
        about="Der Fragebogen des Moduls, eine Zeile.",
    ),
    "Fragebogen eines Moduls",
)
