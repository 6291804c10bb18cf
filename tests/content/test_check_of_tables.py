"""One thing broken in one table is found in its line, and the sentence says what it is."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from advisor_app.content.check import inspect_packs
from tests.content.small_packs.m4 import M4_FILES
from tests.content.small_packs.writing import line_of, replace_in, write_packs


@dataclass(frozen=True)
class Break:
    """One thing broken in a file: the finding stands on the first line with ``marker`` and has these words."""

    file: str
    old: str
    new: str
    marker: str
    words: tuple[str, ...]


QUESTIONS = "m4/questionnaire.toml"
AGENDA = "m4/agenda.toml"
MEASURES = "m4/measures.toml"
FUNDING = "base/funding.toml"
HANDOUT = "m4/handout.toml"
MODELS = "base/maturity_models.toml"

WHEN = 'when = { question = "4.1.1", at_least = 1 }'
ANCHORS = 'anchors = ["4.1.2 gar nicht.", '
LONG_ANCHOR = " ".join(["Wort"] * 31)

BREAKS = {
    # single tables
    "unknown key": Break(QUESTIONS, "blocking = true", "blokking = true", "blokking", ("blokking", "nicht vorgesehen")),
    "missing key": Break(QUESTIONS, 'short = "Regelung 4.1.2"\n', "", 'id = "4.1.2"', ("short", "fehlt")),
    "missing date": Break(MEASURES, "as_of = 2026-11-21\n", "", 'id = "4.1-a"', ("as_of", "fehlt")),
    "missing sources": Break("base/facts.toml", 'sources = ["S2"]\n', "", 'id = "kommunen"', ("sources", "fehlt")),
    "empty sources": Break("base/facts.toml", '["S2"]', "[]", "sources", ("sources", "leer")),
    "empty text": Break(QUESTIONS, '"Regelung 4.1.2"', '"  "', 'short = "  "', ("short", "leer")),
    "empty text in a list": Break(QUESTIONS, '"4.1.2 mündlich."', '""', 'anchors = ["4.1.2', ("Liste", "leer")),
    "number in place of text": Break(QUESTIONS, '"Regelung 4.1.2"', "12", "short = 12", ("short", "Text")),
    "text in place of number": Break(AGENDA, "minutes = 20", 'minutes = "20"', "minutes =", ("minutes", "ganze Zahl")),
    "flag in place of number": Break(AGENDA, "minutes = 20", "minutes = true", "minutes =", ("ganze Zahl",)),
    "text in place of decimal": Break(QUESTIONS, "from = 1.6", 'from = "1.6"', 'from = "1.6"', ("from", "Zahl")),
    "no finite number": Break(QUESTIONS, "from = 1.6", "from = inf", "from = inf", ("from", "Zahl")),
    "endless decimal": Break(QUESTIONS, "from = 1.6", "from = 1.60000000001", "from = 1.60", ("Nachkommastellen",)),
    "text in place of date": Break(
        "base/facts.toml", "as_of = 2026-11-21", 'as_of = "21.11.2026"', "as_of", ("as_of", "Datum")
    ),
    "moment in place of date": Break(
        "base/facts.toml", "as_of = 2026-11-21", "as_of = 2026-11-21T10:00:00", "as_of", ("as_of", "Datum")
    ),
    "text in place of time": Break(AGENDA, "start = 09:00:00", 'start = "9 Uhr"', "start", ("start", "Uhrzeit")),
    "text in place of flag": Break(MEASURES, "= false", '= "nein"', "alliance_only", ("alliance_only", "true")),
    "text in place of list": Break(MEASURES, '["HA"]', '"HA"', "roles", ("roles", "Liste")),
    "table in place of tables": Break(QUESTIONS, "criteria = []", "criteria = {}", "criteria = {}", ("criteria",)),
    "text in place of table": Break(QUESTIONS, WHEN, 'when = "4.1.1"', 'when = "4.1.1"', ("when", "Tabelle")),
    "bad id": Break(QUESTIONS, 'id = "4.1.2"', 'id = "4_1 2"', 'id = "4_1 2"', ("id", "Kennung")),
    "bad version": Break(QUESTIONS, 'version = "1.0.0"', 'version = "1.0"', "version", ("version", "drei Zahlen")),
    "unknown type": Break(QUESTIONS, '"choice"', '"select"', '"select"', ("select", "level, number")),
    "unknown kind of variant": Break(QUESTIONS, "variant.LK", "variant.XY", "variant.XY", ("XY", "kG, kS, LK")),
    "weight too high": Break(QUESTIONS, "weight = 2\ntext", "weight = 4\ntext", "weight = 4", ("weight", "1 und 3")),
    "number out of range": Break(MEASURES, "months = 3", "months = 0", "months = 0", ("months", "zwischen 1 und 120")),
    "anchor missing": Break(QUESTIONS, ANCHORS, "anchors = [", "4.1.2 mündlich", ("anchors", "5 Einträge", "4")),
    "anchor too many": Break(QUESTIONS, ANCHORS, ANCHORS + '"x", ', '"x", ', ("anchors", "5 Einträge", "6")),
    "anchors missing": Break(QUESTIONS, "anchors_short", "anchors_shrt", 'id = "4.1.1"', ("anchors_short", "fehlt")),
    "first steps": Break(MEASURES, '"Drittens"', '"Drittens", "Viertens"', "first_steps", ("first_steps", "3", "4")),
    "person days crossed": Break(MEASURES, "[2, 5]", "[5, 2]", "person_days", ("person_days", "klein nach groß")),
    "window ends first": Break(FUNDING, "2024-12-31", "2019-12-31", "2019-12-31", ("endet, bevor",)),
    "fact ends first": Break("base/facts.toml", "2030-12-31", "2022-12-31", "2022-12-31", ("endet, bevor",)),
    "word of no choice": Break(
        "base/vocabulary.toml", 'LK = "Kreisausschuss" }', 'LK = "Kreisrat" }', "by_kind", ("Kreisrat", "Magistrat")
    ),
    "word of towns of no choice": Break(
        "base/vocabulary.toml",
        "by_kind = { kS",
        'in_towns = "Rat"\nby_kind = { kS',
        'in_towns = "Rat"',
        ("„Rat“", "Magistrat"),
    ),
    "scale without a level": Break("base/scale.toml", "number = 2", "number = 3", "[[level]]", ("Stufen 0 bis 4",)),
    "scale without rules": Break("base/scale.toml", "[rules]", "[other]", "version", ("rules", "fehlt")),
    "scale that falls": Break("base/scale.toml", "below = 2.4", "below = 1.4", "[[level]]", ("Bandgrenzen",)),
    "drop order without cost": Break(
        AGENDA, 'drop_cost = "Erwartungen bleiben unausgesprochen."\n', "", 'id = "auftakt"', ("drop_cost", "fehlt")
    ),
    "break with a goal": Break(AGENDA, 'kind = "break"', 'kind = "break"\ngoal = "Ruhe"', 'goal = "Ruhe"', ("goal",)),
    # ids
    # references
    "unknown source": Break(QUESTIONS, '["EV"]', '["W99"]', "W99", ("sources", "W99", "nirgends")),
    "unknown role": Break(QUESTIONS, '"BM", "HA"', '"BM", "XX"', '"XX"', ("roles", "XX")),
    "unknown fallback": Break("base/roles.toml", '"HA"\n\n', '"XX"\n\n', '"XX"', ("fallback", "XX")),
    "unknown dimension": Break(QUESTIONS, 'dimension = "4.1"\ntype', 'dimension = "4.9"\ntype', '"4.9"', ("4.9",)),
    "dimension of no module": Break(QUESTIONS, 'id = "WB1"', 'id = "WB9"', '"WB9"', ("WB9", "nirgends")),
    "unknown module": Break(AGENDA, 'module = "M4"', 'module = "M7"', '"M7"', ("module", "M7")),
    "unknown fact": Break(AGENDA, '["kommunen"]', '["dörfer"]', "facts", ("facts", "dörfer")),
    "document that nobody can make": Break(
        AGENDA,
        'facts = ["kommunen"]',
        'documents = ["agenda", "urkunde"]\nfacts = ["kommunen"]',
        "documents",
        ("documents", "urkunde"),
    ),
    "step about a dimension of nobody": Break(
        AGENDA,
        'section = "areas"',
        'section = "assessment"\ndimensions = ["4.1", "4.9"]',
        "dimensions",
        ("dimensions", "4.9", "nirgends"),
    ),
    "dimensions of another section": Break(
        AGENDA,
        'section = "areas"',
        'section = "areas"\ndimensions = ["4.1"]',
        "dimensions",
        ("dimensions", "vorgesehen"),
    ),
    "unknown part of process sheets": Break(
        AGENDA, 'section = "areas"', 'section = "processes"\npart = "was"', "part", ("part", "as-is", "to-be")
    ),
    "fact of a term that nobody knows": Break(
        "base/glossary.toml", '["kommunen"]', '["dörfer"]', "dörfer", ("facts", "dörfer", "nirgends")
    ),
    "fact of a support that nobody knows": Break(FUNDING, '["kommunen"]', '["dörfer"]', "dörfer", ("facts", "dörfer")),
    "unknown support": Break(MEASURES, 'support = ["E"]', 'support = ["Z"]', "support", ("support", "Z")),
    "unknown measure": Break(MEASURES, "builds_on = []", 'builds_on = ["F99"]', "F99", ("builds_on", "F99")),
    "unknown trigger": Break(MEASURES, 'question = "4.1.1"', 'question = "4.9.1"', "4.9.1", ("questions", "4.9.1")),
    "unknown rule": Break(FUNDING, 'rule = "R2"', 'rule = "R9"', "R9", ("rule", "R9")),
    "unknown programme": Break(FUNDING, 'programme = "SHH"', 'programme = "IKZ"', "IKZ", ("programme", "IKZ")),
    "unknown module of a term": Break("base/glossary.toml", '["M4"]', '["M8"]', "M8", ("modules", "M8")),
    "criterion of no question": Break(QUESTIONS, '"4.1.1", at_least = 2', '"4.9.1", at_least = 2', "4.9.1", ("4.9.1",)),
    "criterion of no dimension": Break(QUESTIONS, '{ dimension = "4.1"', '{ dimension = "WB7"', "WB7", ("WB7",)),
    "criterion of a retired question": Break(
        QUESTIONS, '"4.1.1", at_least = 2', '"4.1.8", at_least = 2', "4.1.8", ("4.1.8", "stillgelegt")
    ),
    "criterion without subject": Break(
        QUESTIONS, "every_dimension = true, ", "", "{ at_least = 1.6 }", ("Kriterium", "every_dimension")
    ),
    "sum of no question": Break(QUESTIONS, '"4.1.5", "4.1.1"]', '"4.1.5", "4.1.9"]', "sum =", ("sum", "4.1.9")),
    "sum of a text": Break(QUESTIONS, '"4.1.5", "4.1.1"]', '"4.1.5", "4.1.7"]', "sum =", ("4.1.7", "summieren")),
    "condition on no question": Break(QUESTIONS, WHEN, WHEN.replace("4.1.1", "4.1.9"), "4.1.9", ("when", "4.1.9")),
    "condition on a retired question": Break(
        QUESTIONS, WHEN, WHEN.replace("4.1.1", "4.1.8"), WHEN.replace("4.1.1", "4.1.8"), ("4.1.8", "stillgelegt")
    ),
    "condition on no area": Break(QUESTIONS, 'area_chosen = "WB1"', 'area_chosen = "4.1"', "[question.when]", ("4.1",)),
    # circles
    "condition on itself": Break(
        QUESTIONS, WHEN, WHEN.replace("4.1.1", "4.1.4"), WHEN[:8], ("im Kreis", "4.1.4 → 4.1.4")
    ),
    "measure on itself": Break(MEASURES, "builds_on = []", 'builds_on = ["4.1-a"]', "builds_on", ("im Kreis", "4.1-a")),
    # conditions
    "condition of two forms": Break(
        QUESTIONS,
        WHEN,
        'when = { question = "4.1.1", at_least = 1, commune_kind = "LK" }',
        'commune_kind = "LK"',
        ("genau eine",),
    ),
    "condition of no parts": Break(QUESTIONS, WHEN, "when = { any = [] }", "when = { any", ("any", "leer")),
    "comparison without bound": Break(QUESTIONS, ", at_least = 1 }", " }", "when = {", ("at_least", "at_most")),
    "condition with crossed bounds": Break(
        QUESTIONS, ", at_least = 1 }", ", at_least = 2, at_most = 1 }", "at_most = 1 }", ("at_least", "größer")
    ),
    "condition above the scale": Break(
        QUESTIONS, WHEN, WHEN.replace("= 1 ", "= 5 "), "at_least = 5", ("4.1.1", "nicht haben kann", "0 bis 4")
    ),
    "condition above a number's maximum": Break(
        QUESTIONS, WHEN, 'when = { question = "4.1.5", at_least = 501 }', "501", ("4.1.5", "0 bis 500.5")
    ),
    "condition on a choice": Break(
        QUESTIONS,
        WHEN,
        'when = { question = "4.1.7", at_least = 1 }',
        '"4.1.7", at_least',
        ("4.1.7", "weder Stufe noch"),
    ),
    "condition that contradicts itself": Break(
        QUESTIONS,
        WHEN,
        'when = { all = [{ question = "4.1.1", at_least = 3 }, { question = "4.1.1", at_most = 2 }] }',
        "at_most = 2",
        ("4.1.4", "nie erfüllt"),
    ),
    # wording
    "anchor of 31 words": Break(
        QUESTIONS, "4.1.2 gar nicht.", LONG_ANCHOR, LONG_ANCHOR, ("Stufe 0", "31 Wörter", "30")
    ),
    "short anchor of 11 words": Break(
        QUESTIONS, '"hausweit"', '"a b c d e f g h i j k"', "a b c", ("anchors_short", "11 Wörter", "10")
    ),
    "question of 111 letters": Break(QUESTIONS, "Wie ist 4.1.2 geregelt?", "W" * 111, "WWW", ("text", "111", "110")),
    "short of 33 letters": Break(QUESTIONS, "Regelung 4.1.2", "R" * 33, "RRR", ("short", "33", "32")),
    "short dimension of 25 letters": Break(
        "base/dimensions.toml", 'short = "Strategie"', f'short = "{"S" * 25}"', "SSS", ("24",)
    ),
    "product name": Break(
        MEASURES,
        "Was zu tun ist.",
        "Den Aktenmeister-Dienst nutzen.",
        "Aktenmeister",
        ("Aktenmeister", "produktneutral"),
    ),
    "product name allowed elsewhere": Break(
        AGENDA, "Nennen Sie das Ziel.", "civento zeigen.", "moderation", ("civento",)
    ),
    # coverage
    "phases out of order": Break(QUESTIONS, "number = 3", "number = 4", "number = 4", ("hier steht 4 statt 3",)),
    "criterion above the scale": Break(
        QUESTIONS, "at_least = 1.6 }]", "at_least = 4.1 }]", "4.1 }]", ("at_least", "0 und 4")
    ),
    "effort that does not fit": Break(MEASURES, "[2, 5]", "[2, 11]", 'effort = "S"', ("Aufwand S", "0 bis 10")),
    # agendas
    "minutes off the mark": Break(AGENDA, "minutes = 20", "minutes = 22", "minutes = 22", ("22", "5-Minuten-Marke")),
    "minimum above minutes": Break(AGENDA, "minimum_minutes = 10", "minimum_minutes = 25", "= 25", ("25", "20")),
    # knowledge
    "handout without sections": Break(
        HANDOUT, M4_FILES["handout.toml"].split("title", 1)[1], ' = "Leer"\n', "module", ("section", "leer")
    ),
    "handout for no module": Break(HANDOUT, '"M4"', '"M9"', "M9", ("module", "M9")),
    "fact that nobody knows": Break(HANDOUT, '["kommunen"]', '["nichts"]', "nichts", ("facts", "nichts")),
    "term that nobody knows": Break(HANDOUT, '["ozg"]', '["nichts"]', "nichts", ("terms", "nichts")),
    "section without text": Break(HANDOUT, '["Fangen Sie klein an."]', "[]", "text = []", ("text", "leer")),
    "year in a handout": Break(HANDOUT, "verlangt das.", "verlangt das seit 2024.", "2024", ("2024", "veralten")),
    "sum in a handout": Break(HANDOUT, "Erst fragen.", "Es gibt 25.000 Euro.", "25.000", ("25.000 Euro", "veralten")),
    "paragraph in a handout": Break(HANDOUT, "Ab morgen", "Nach § 7", "§ 7", ("§", "veralten")),
    "year in a term": Break(
        "base/glossary.toml", "Verpflichtet,", "Verpflichtet seit 2017,", "2017", ("2017", "veralten")
    ),
    "version in a term": Break(
        "base/glossary.toml", '"Onlinezugangsgesetz"', '"Fassung 2.0.1"', "2.0.1", ("full", "veralten")
    ),
    "share in a support": Break(FUNDING, "Aus dem Haushalt.", "Zu 80 Prozent.", "80", ("80 Prozent", "veralten")),
    "product in a handout": Break(HANDOUT, "Dann handeln.", "Mit civento.", "points", ("civento",)),
    "service of an unknown kind": Break("base/services.toml", '["LK"]', '["GK"]', "GK", ("GK", "kG, kS, LK")),
    "service of no kind": Break("base/services.toml", '["LK"]', "[]", "kinds = []", ("kinds", "leer")),
    "service of an unknown source": Break(
        "base/services.toml", 'sources = ["S2"]', 'sources = ["S9"]', "S9", ("sources", "S9")
    ),
    "model that ends before it begins": Break(
        MODELS, "valid_to = 2025-07-31", "valid_to = 2019-07-31", "2019", ("endet, bevor",)
    ),
    "model with a gap in its levels": Break(MODELS, "number = 1", "number = 2", "[[model.level]]", ("0 bis 1",)),
    "model without a highest level": Break(MODELS, "[6, 7]", "[]", "highest = []", ("highest", "leer")),
    "band that ends before it begins": Break(MODELS, "last = 3", "last = -1", "last = -1", ("last", "0 und 9")),
    "model with a key of no use": Break(MODELS, "criteria = 13", "criteria = 13\nfarbe = 1", "farbe", ("farbe",)),
    # heads
    "pack called otherwise": Break("m4/pack.toml", 'id = "m4"', 'id = "m5"', "m5", ("m5", "m4", "Ordner")),
    "needed pack missing": Break(
        "m4/pack.toml", 'base = "1.0.0"', 'base = "1.0.0"\nm9 = "1.0.0"', "[requires]", ("m9", "nicht vorhanden")
    ),
    "needed pack too old": Break(
        "m4/pack.toml", 'base = "1.0.0"', 'base = "1.10.0"', "[requires]", ("1.10.0", "1.2.0")
    ),
    "needs not named": Break("m4/pack.toml", "[requires]\nbase", "# base", 'id = "m4"', ("requires", "fehlt")),
}


@pytest.mark.parametrize("broken", BREAKS.values(), ids=BREAKS.keys())
def test_a_break_is_found_in_its_line(tmp_path: Path, broken: Break) -> None:
    root = write_packs(tmp_path / "content")
    file = root / broken.file
    replace_in(file, broken.old, broken.new)
    line = line_of(file, broken.marker)
    found = inspect_packs([root], date(2026, 11, 22)).findings
    sentences = [finding.sentence for finding in found if finding.file == file and finding.line == line]
    assert any(all(word in sentence for word in broken.words) for sentence in sentences), found
