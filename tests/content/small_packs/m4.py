"""A small pack „m4“: a questionnaire, a day, measures, a handout."""

from __future__ import annotations

from collections.abc import Mapping


def _question(name: str, dimension: str, more: str = "") -> str:
    return f"""
[[question]]
id = "{name}"
dimension = "{dimension}"
type = "level"
weight = 2
text = "Wie ist {name} geregelt?"
short = "Regelung {name}"
roles = ["BM", "HA"]
anchors = ["{name} gar nicht.", "{name} mündlich.", "{name} einzeln.", "{name} hausweit.", "{name} wie 3, geprüft."]
anchors_short = ["gar nicht", "mündlich", "einzeln", "hausweit", "geprüft"]
sources = ["EV"]
{more}"""


_QUESTIONNAIRE = (
    """\
id = "m4"
version = "1.0.0"
module = "M4"
title = "Smart Region"

[[dimension]]
id = "4.1"
weight = 2

[[dimension]]
id = "WB1"
weight = 1

[[phase]]
number = 1
title = "Orientieren"
text = "Es beginnt."
from = 0
criteria = []

[[phase]]
number = 2
title = "Erproben"
text = "Es läuft."
from = 1.6
criteria = [{ question = "4.1.1", at_least = 2 }, { dimension = "4.1", at_least = 0.8 }]

[[phase]]
number = 3
title = "Verankern"
text = "Es trägt."
from = 2.4
criteria = [{ every_dimension = true, at_least = 1.6 }]
"""
    + _question("4.1.1", "4.1", '[question.variant.LK]\ntext = "Wie regelt der Kreis das?"\n')
    + _question("4.1.2", "4.1", "blocking = true\n")
    + _question("4.1.3", "4.1", 'not_applicable = "Nur ohne eigene Schule."\n')
    + _question("4.1.4", "4.1", 'when = { question = "4.1.1", at_least = 1 }\n')
    + """
[[question]]
id = "4.1.5"
dimension = "4.1"
type = "number"
text = "Wie viele Sensoren gibt es?"
short = "Sensoren"
unit = "Sensoren"
minimum = 0
maximum = 500.5
sources = ["EV"]

[[question]]
id = "4.1.6"
dimension = "4.1"
type = "calculation"
text = "Wie viele zusammen?"
short = "Summe"
unit = "Stück"
sum = ["4.1.5", "4.1.1"]
sources = ["EV"]

[[question]]
id = "4.1.7"
dimension = "4.1"
type = "choice"
text = "Welcher Weg?"
short = "Weg"
choices = ["Portal", "Brief"]
sources = ["EV"]
[question.when]
all = [
    { commune_kind = "kG" },
    { any = [{ area_chosen = "WB1" }, { not = { question = "4.1.5", at_most = 3 } }] },
]

[[question]]
id = "4.1.8"
dimension = "4.1"
type = "text"
text = "Was noch?"
short = "Sonstiges"
sources = ["EV"]
retired = true
"""
    + _question("WB1.1", "WB1")
    + _question("WB1.2", "WB1")
    + _question("WB1.3", "WB1")
)


def _measure(name: str, dimension: str, at_most: int, more: str = "") -> str:
    return f"""
[[measure]]
id = "{name}"
dimension = "{dimension}"
at_most = {at_most}
title = "Maßnahme {name}"
description = "Was zu tun ist."
first_steps = ["Erstens", "Zweitens", "Drittens"]
roles = ["HA"]
prerequisites = "Keine."
effort = "S"
person_days = [2, 5]
cost_class = 1
months = 3
support = ["E"]
alliance_only = false
indicator = "Beschluss liegt vor."
risks = "Zeit."
builds_on = []
sources = ["EV"]
as_of = 2026-11-21
{more}"""


M4_FILES: Mapping[str, str] = {
    "handout.toml": """\
module = "M4"
title = "Zum Mitnehmen"

[[section]]
id = "recht"
title = "Das Recht"
text = ["Ein Gesetz verlangt das.", "Was gilt, steht unten."]
points = ["Erst fragen.", "Dann handeln."]
facts = ["kommunen"]
terms = ["ozg"]

[[section]]
id = "ab-morgen"
title = "Ab morgen"
text = ["Fangen Sie klein an."]
""",
    "pack.toml": """\
id = "m4"
version = "1.0.0"
title = "Modul 4"
note = "Ein Vorschlag."

[requires]
base = "1.0.0"
""",
    "questionnaire.toml": _QUESTIONNAIRE,
    "agenda.toml": '''\
[[template]]
id = "m4-tag1"
title = "Modul 4, Tag 1"
module = "M4"
day = 1
variant = "full-day"
optional = false
start = 09:00:00

[[template.step]]
id = "auftakt"
title = "Auftakt"
minutes = 20
minimum_minutes = 10
kind = "work"
goal = "Alle kennen das Ziel."
method = "Runde"
outcome = "Liste der Erwartungen"
moderation = """
Begrüßen Sie alle. Nennen Sie das Ziel.
[[kein.kopf]]
Fragen Sie nach Erwartungen. Halten Sie sie fest."""
talking_points = ["Ziel des Tages"]
materials = ["Karten"]
section = "areas"
facts = ["kommunen"]
drop_order = 1
drop_cost = "Erwartungen bleiben unausgesprochen."

[[template.step]]
id = "pause"
title = "Pause"
minutes = 15
minimum_minutes = 15
kind = "break"
''',
    "measures.toml": "".join(
        _measure(f"{dimension}-{name}", dimension, at_most, more)
        for dimension in ("4.1", "WB1")
        for name, at_most, more in (
            ("a", 1, ""),
            ("b", 2, 'questions = [{ question = "4.1.1", at_most = 1 }]\n'),
            ("c", 3, "at_least = 3\n"),
        )
    ),
}
