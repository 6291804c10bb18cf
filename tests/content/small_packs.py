"""Two small packs without a flaw, ``base`` and ``m4``, for tests that break one thing in them."""

from collections.abc import Mapping
from pathlib import Path

BASE_FILES: Mapping[str, str] = {
    "pack.toml": """\
id = "base"
version = "1.2.0"
title = "Grundlagen"

[requires]
""",
    "modules.toml": """\
[[module]]
id = "M4"
number = 4
title = "Smart Region"
summary = "Digitale Lösungen vor Ort"
days = "1 bis 2 Tage"
sources = ["S2"]
""",
    "dimensions.toml": """\
[[dimension]]
id = "4.1"
module = "M4"
kind = "cross-cutting"
title = "Strategie und Politik"
short = "Strategie"
description = "Ziele und Beschlüsse."

[[dimension]]
id = "WB1"
module = "M4"
kind = "impact-area"
title = "Mobilität"
short = "Mobilität"
description = "Wege und Verkehr."
""",
    "roles.toml": """\
[[role]]
id = "BM"
title = "Leitung der Verwaltung"
description = "Entscheidet."
fallback = "HA"

[[role]]
id = "HA"
title = "Hauptamt"
description = "Steuert."
""",
    "kinds.toml": """\
[[kind]]
id = "kG"
title = "kreisangehörig"
description = "Gehört zu einem Landkreis."

[[kind]]
id = "kS"
title = "kreisfrei"
description = "Gehört zu keinem Landkreis."

[[kind]]
id = "LK"
title = "Landkreis"
description = "Umfasst Gemeinden."
""",
    "scale.toml": """\
version = "1.0"
notice = "Orientierungswert."

[rules]
minimum_answers = 3
minimum_coverage = 0.7
blocking_cap = 1.59
near = 0.1
default_target_step = 1
priority_a = 2
priority_c = -2

[[level]]
number = 0
word = "nicht vorhanden"
meaning = "Es gibt nichts."
below = 0.8

[[level]]
number = 1
word = "punktuell"
meaning = "An Personen gebunden."
below = 1.6

[[level]]
number = 2
word = "teilweise"
meaning = "Teilweise geregelt."
below = 2.4

[[level]]
number = 3
word = "verbindlich"
meaning = "Verbindlich eingeführt."
below = 3.2

[[level]]
number = 4
word = "gemessen"
meaning = "Laufend verbessert."
""",
    "funding.toml": """\
version = "1.0.0"

[[programme]]
id = "SHH"
short = "Starke Heimat"
title = "Starke Heimat Hessen"
counts = "application"
modules = ["M4"]
at_most = 1
rule = "R2"
as_of = 2026-11-21
sources = ["S2"]

[[programme.window]]
module = "M4"
valid_from = 2020-10-01
valid_to = 2024-12-31

[[exception]]
rule = "R2"
programme = "SHH"
module = "M4"
with = "M4"
excludes = []

[[rule]]
id = "R2"
text = "Höchstens eines der Module 3 und 4."
sources = ["S2"]

[[hint]]
id = "A4-1"
text = "Die Frist lesen wir so."
sources = ["S2"]
certainty = "medium"

[[support]]
id = "E"
kind = "own"
title = "Eigenmittel"
note = "Aus dem Haushalt."
as_of = 2026-11-21
sources = ["EV"]
minimum_grant = 1000
facts = ["kommunen"]
""",
    "sources.toml": """\
[[source]]
id = "S2"
title = "Digitalisierungsberatung"
publisher = "ekom21"
date = "2021"

[[source]]
id = "EV"
title = "Eigener Vorschlag"
publisher = "Beraterkoffer"
date = "11/2026"
address = "https://www.example.org/"
""",
    "vocabulary.toml": """\
[[word]]
id = "executive"
title = "Gremium der Verwaltungsspitze"
choices = ["Gemeindevorstand", "Magistrat", "Kreisausschuss"]
by_kind = { kS = "Magistrat", LK = "Kreisausschuss" }
""",
    "glossary.toml": """\
[[term]]
id = "ozg"
term = "OZG"
full = "Onlinezugangsgesetz"
text = "Verpflichtet, Leistungen online anzubieten."
sources = ["S2"]
certainty = "high"
check = 2027-06-30
modules = ["M4"]
facts = ["kommunen"]
""",
    "facts.toml": """\
[[fact]]
id = "kommunen"
text = "Hessen hat 442 Kommunen."
as_of = 2026-11-21
sources = ["S2"]
certainty = "high"
valid_from = 2023-01-01
valid_to = 2030-12-31
""",
    "services.toml": """\
[[service]]
id = "hundesteuer"
name = "Hund anmelden"
area = "Steuern"
kinds = ["kG", "kS"]
leika = "99102012000000"
as_of = 2026-11-21
sources = ["S2"]
certainty = "medium"

[[service]]
id = "zulassung"
name = "Fahrzeug zulassen"
area = "Zulassung"
kinds = ["LK"]
as_of = 2026-11-21
sources = ["S2"]
certainty = "high"
""",
    "maturity_models.toml": """\
[[model]]
id = "alt"
title = "Reifegradmodell"
version = "1.1"
valid_from = 2020-06-01
valid_to = 2025-07-31
criteria = 10
highest = [1]
conformant_from = 1
note = "Das schwächste Kriterium zählt."
as_of = 2026-11-21
sources = ["S2"]
certainty = "high"

[[model.level]]
number = 0
word = "Offline"

[[model.level]]
number = 1
word = "Online"

[[model]]
id = "neu"
title = "Reifegradmodell"
version = "2.0"
valid_from = 2025-07-01
criteria = 13
highest = [6, 7]
note = "Die oberste Stufe ist offen."
as_of = 2026-11-21
sources = ["S2"]
certainty = "low"
check = 2027-06-30

[[model.band]]
first = 0
last = 3
about = "Frontend"

[[model.band]]
first = 4
about = "Daten"
""",
    "product_names.toml": """\
[[name]]
name = "civento"
allowed = ["facts"]

[[name]]
name = "Aktenmeister"
""",
}


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


def write_packs(root: Path) -> Path:
    """Write both packs into a folder and return it."""
    for name, files in (("base", BASE_FILES), ("m4", M4_FILES)):
        (root / name).mkdir(parents=True)
        for file, text in files.items():
            (root / name / file).write_text(text, encoding="utf-8")
    return root


def write_pack(root: Path, name: str, files: Mapping[str, str]) -> Path:
    """Write a further pack that needs base."""
    (root / name).mkdir(parents=True)
    head = f'id = "{name}"\nversion = "1.0.0"\ntitle = "Eigenes"\n[requires]\nbase = "1.0.0"\n'
    for file, text in {"pack.toml": head, **files}.items():
        (root / name / file).write_text(text, encoding="utf-8")
    return root / name


def replace_in(file: Path, old: str, new: str) -> None:
    """Replace the first occurrence, which must be there."""
    text = file.read_text(encoding="utf-8")
    assert old in text, old
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def line_of(file: Path, marker: str) -> int:
    """The first line (from 1) that holds the marker."""
    lines = file.read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, start=1) if marker in line)
