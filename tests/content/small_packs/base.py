"""A small pack „base“: roles, dimensions, facts, funding, words."""

from __future__ import annotations

from collections.abc import Mapping

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
    "candidates.toml": """\
[[criterion]]
id = "bedarf"
axis = "benefit"
title = "Bedarf"
question = "Wie dringend ist es?"
low = "wenig"
high = "sehr"
weight = 2
sources = ["S2"]

[[way]]
id = "frueh"
way = "use-case"
first_phase = 1
last_phase = 2
text = "Eher ein Anwendungsfall."
sources = ["S2"]
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
