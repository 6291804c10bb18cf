"""Findings beyond a single table name the file, the line and what is wrong."""

import json
import shutil
from datetime import date
from pathlib import Path

import pytest
import tomli

from advisor_app.content.check import inspect_packs
from advisor_app.content.findings import ContentFinding, Severity
from advisor_app.resources_folder import resources_folder
from advisor_app.texts import load_texts
from tests.content.small_packs.m4 import M4_FILES
from tests.content.small_packs.writing import line_of, replace_in, write_pack, write_packs
from tests.house_pack import OLD, write_house_pack

QUESTIONS = "m4/questionnaire.toml"
AGENDA = "m4/agenda.toml"
MEASURES = "m4/measures.toml"
WHEN = 'when = { question = "4.1.1", at_least = 1 }'
TODAY = date(2026, 11, 22)
FACT = '[[fact]]\nid = "{id}"\ntext = "Ein Satz."\nas_of = 2026-11-21\nsources = ["EV"]\ncertainty = "high"\n'


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_packs(tmp_path / "content")


def check(root: Path) -> tuple[ContentFinding, ...]:
    return inspect_packs([root], TODAY).findings


def errors(root: Path) -> list[ContentFinding]:
    return [finding for finding in check(root) if finding.severity is Severity.ERROR]


def test_small_packs_have_no_finding(root: Path) -> None:
    assert check(root) == ()


@pytest.mark.parametrize(
    ("file", "second", "words"),
    [
        (QUESTIONS, 'id = "4.1.3"', ("4.1.2", "doppelt", "questionnaire.toml")),
        (MEASURES, 'id = "4.1-b"', ("4.1-a", "doppelt", "measures.toml")),
        ("base/sources.toml", 'id = "EV"', ("S2", "doppelt", "sources.toml")),
        (AGENDA, 'id = "pause"', ("auftakt", "doppelt", "agenda.toml")),
        ("base/kinds.toml", 'id = "kS"', ("kG", "doppelt", "kinds.toml")),
        (QUESTIONS, 'id = "WB1"', ("4.1", "doppelt", "questionnaire.toml")),
        ("m4/handout.toml", 'id = "ab-morgen"', ("recht", "doppelt", "handout.toml")),
        ("base/services.toml", 'id = "zulassung"', ("hundesteuer", "doppelt", "services.toml")),
        ("base/maturity_models.toml", 'id = "neu"', ("alt", "doppelt", "maturity_models.toml")),
    ],
)
def test_an_id_that_stands_twice_is_found_at_the_second(
    root: Path, file: str, second: str, words: tuple[str, ...]
) -> None:
    line = line_of(root / file, second)
    replace_in(root / file, second, f'id = "{words[0]}"')
    found = [finding for finding in errors(root) if finding.line == line and finding.file == root / file]
    assert all(word in found[0].sentence for word in words)


def test_an_id_of_another_pack_is_taken(root: Path) -> None:
    measure = M4_FILES["measures.toml"].split("\n[[measure]]")[1]
    pack = write_pack(root, "ortsnah", {"measures.toml": f"[[measure]]{measure}"})
    (found,) = errors(root)
    assert found.file == pack / "measures.toml"
    assert found.line == 2
    assert "4.1-a" in found.sentence
    assert str(root / "m4" / "measures.toml") in found.sentence


def test_a_retired_id_is_not_used_again(root: Path) -> None:
    (root / "retired.toml").write_text('questions = ["4.1.2", "4.1.8"]\nmeasures = ["WB1-c"]\n', encoding="utf-8")
    measure, question = sorted(errors(root), key=lambda finding: finding.file.name)
    assert (question.file.name, question.line) == ("questionnaire.toml", line_of(root / QUESTIONS, 'id = "4.1.2"'))
    assert "4.1.2" in question.sentence
    assert "stillgelegt" in question.sentence
    assert (measure.file.name, measure.line) == ("measures.toml", line_of(root / MEASURES, 'id = "WB1-c"'))


def test_a_faulty_list_of_retired_ids_is_found(root: Path) -> None:
    (root / "retired.toml").write_text('questions = "4.1.2"\n', encoding="utf-8")
    (found,) = errors(root)
    assert (found.file, found.line) == (root / "retired.toml", 1)
    assert "Liste" in found.sentence


@pytest.mark.parametrize("level", [0, 1, 2, 3])
def test_every_level_of_a_dimension_needs_a_measure(root: Path, level: int) -> None:
    text = M4_FILES["measures.toml"]
    # Of the area's measures only those stay that are proposed at other levels.
    others = {0: ("1", "3"), 1: ("2", "3"), 2: ("0", "1"), 3: ("0", "2")}[level]
    head, *measures = text.split("\n[[measure]]")
    kept = [measure for measure in measures if 'dimension = "WB1"' not in measure]
    area = next(measure for measure in measures if 'id = "WB1-a"' in measure)
    for number in range(3):
        low, high = others
        renamed = area.replace("WB1-a", f"WB1-{number}").replace(
            "at_most = 1\n", f"at_most = {high}\nat_least = {low}\n"
        )
        kept.append(renamed)
    (root / MEASURES).write_text(head + "".join(f"\n[[measure]]{measure}" for measure in kept), encoding="utf-8")
    found = [finding for finding in errors(root) if f"auf Stufe {level} " in finding.sentence]
    assert [(finding.file.name, finding.line) for finding in found] == [
        ("questionnaire.toml", line_of(root / QUESTIONS, 'id = "WB1"'))
    ]
    assert "WB1" in found[0].sentence


def test_an_impact_area_needs_three_measures(root: Path) -> None:
    text = (root / MEASURES).read_text(encoding="utf-8")
    head, *measures = text.split("\n[[measure]]")
    kept = [measure for measure in measures if 'id = "WB1-a"' not in measure]
    (root / MEASURES).write_text(head + "".join(f"\n[[measure]]{measure}" for measure in kept), encoding="utf-8")
    (found,) = errors(root)
    assert (found.file.name, found.line) == ("questionnaire.toml", line_of(root / QUESTIONS, 'id = "WB1"'))
    assert "nur 2 Maßnahmen" in found.sentence


def test_a_retired_measure_covers_nothing(root: Path) -> None:
    replace_in(root / MEASURES, "at_most = 3\n", "at_most = 3\nretired = true\n")
    (found,) = errors(root)
    assert "4.1" in found.sentence
    assert "Stufe 3" in found.sentence


def test_phases_rise(root: Path) -> None:
    replace_in(root / QUESTIONS, "from = 2.4", "from = 1.6  # as before")
    (found,) = errors(root)
    assert (found.file.name, found.line) == ("questionnaire.toml", line_of(root / QUESTIONS, "# as before"))
    assert "Phase 3" in found.sentence


def test_a_measure_is_not_proposed_from_above_its_end(root: Path) -> None:
    replace_in(root / MEASURES, "at_most = 3", "at_most = 2")
    (found,) = [finding for finding in errors(root) if "größer" in finding.sentence]
    assert (found.file.name, found.line) == ("measures.toml", line_of(root / MEASURES, "at_least"))


def test_a_dimension_needs_three_scoring_questions(root: Path) -> None:
    replace_in(
        root / QUESTIONS,
        'sources = ["EV"]\n\n[[question]]\nid = "WB1.3"',
        'sources = ["EV"]\nretired = true\n\n[[question]]\nid = "WB1.3"',
    )
    (found,) = errors(root)
    assert found.line == line_of(root / QUESTIONS, 'id = "WB1"')
    assert "nur 2 bewertete Fragen" in found.sentence


def test_questions_may_not_wait_for_each_other(root: Path) -> None:
    replace_in(root / QUESTIONS, "blocking = true", 'when = { question = "4.1.4", at_least = 1 } # other')
    replace_in(root / QUESTIONS, WHEN, WHEN.replace("4.1.1", "4.1.2"))
    (found,) = errors(root)
    assert found.file == root / QUESTIONS
    assert found.line in {line_of(root / QUESTIONS, "# other"), line_of(root / QUESTIONS, '"4.1.2", at_least')}
    assert "im Kreis" in found.sentence


def test_calculations_may_not_sum_each_other(root: Path) -> None:
    replace_in(root / QUESTIONS, 'sum = ["4.1.5", "4.1.1"]', 'sum = ["4.1.5", "4.1.6"]')
    (found,) = errors(root)
    assert (found.file, found.line) == (root / QUESTIONS, line_of(root / QUESTIONS, "sum ="))
    assert "4.1.6 → 4.1.6" in found.sentence


def test_roles_may_not_stand_for_each_other(root: Path) -> None:
    replace_in(root / "base/roles.toml", 'description = "Steuert."', 'description = "Steuert."\nfallback = "BM"')
    (found,) = errors(root)
    assert found.file == root / "base" / "roles.toml"
    assert "BM" in found.sentence
    assert "HA" in found.sentence


def test_a_dimension_of_another_module_is_found(root: Path) -> None:
    replace_in(
        root / "base/modules.toml",
        "[[module]]",
        '[[module]]\nid = "M3"\nnumber = 3\ntitle = "x"\nsummary = "x"\ndays = "2"\nsources = ["S2"]\n\n[[module]]',
    )
    replace_in(root / "base/dimensions.toml", 'id = "WB1"\nmodule = "M4"', 'id = "WB1"\nmodule = "M3"')
    (found,) = errors(root)
    assert (found.file.name, found.line) == ("questionnaire.toml", line_of(root / QUESTIONS, 'id = "WB1"'))
    assert "M3" in found.sentence


@pytest.mark.parametrize("name", ["modules", "dimensions", "roles", "sources", "vocabulary", "funding"])
def test_base_needs_all_its_files(root: Path, name: str) -> None:
    (root / "base" / f"{name}.toml").unlink()
    found = errors(root)
    assert any(finding.file == root / "base" / f"{name}.toml" and "fehlt" in finding.sentence for finding in found)


def test_base_needs_its_scale(root: Path) -> None:
    (root / "base" / "scale.toml").unlink()
    assert any("scale.toml" in finding.sentence for finding in errors(root))


def test_every_kind_of_commune_has_a_name(root: Path) -> None:
    text = (root / "base/kinds.toml").read_text(encoding="utf-8")
    (root / "base/kinds.toml").write_text(text[: text.index('[[kind]]\nid = "LK"')], encoding="utf-8")
    (found,) = errors(root)
    assert found.file == root / "base" / "kinds.toml"
    assert "LK" in found.sentence


def test_an_agenda_needs_steps(root: Path) -> None:
    text = (root / AGENDA).read_text(encoding="utf-8")
    (root / AGENDA).write_text(text[: text.index("[[template.step]]")], encoding="utf-8")
    (found,) = errors(root)
    assert (found.file.name, found.line) == ("agenda.toml", 2)
    assert "step" in found.sentence


def test_a_file_of_an_unknown_name_is_found(root: Path) -> None:
    (root / "m4" / "measure.toml").write_text("", encoding="utf-8")
    (found,) = errors(root)
    assert found.file == root / "m4" / "measure.toml"
    assert "measure.toml" in found.sentence


def test_files_of_base_have_no_place_in_other_packs(root: Path) -> None:
    shutil.copy(root / "base" / "roles.toml", root / "m4" / "roles.toml")
    assert any(finding.file == root / "m4" / "roles.toml" for finding in errors(root))


def test_packs_may_not_need_each_other(root: Path) -> None:
    replace_in(root / "base/pack.toml", "[requires]", '[requires]\nm4 = "1.0.0"')
    (found,) = errors(root)
    assert found.file.name == "pack.toml"
    assert "im Kreis" in found.sentence


def test_expired_facts_are_warnings(root: Path) -> None:
    (found,) = (item for item in inspect_packs([root], date(2031, 1, 1)).findings if item.file.name == "glossary.toml")
    assert found.severity is Severity.WARNING
    assert (found.file.name, found.line) == ("glossary.toml", line_of(root / "base/glossary.toml", "check ="))
    (expired,) = (item for item in inspect_packs([root], date(2031, 1, 1)).findings if item.file.name == "facts.toml")
    assert expired.severity is Severity.WARNING
    assert expired.line == line_of(root / "base/facts.toml", "valid_to")
    assert "31.12.2030" in expired.sentence


def test_a_date_in_the_future_is_a_warning(root: Path) -> None:
    found = inspect_packs([root], date(2026, 11, 20)).findings
    assert {finding.severity for finding in found} == {Severity.WARNING}
    assert all("21.11.2026" in finding.sentence for finding in found)


def test_sources_may_name_products(root: Path) -> None:
    replace_in(root / "base/sources.toml", "Digitalisierungsberatung", "Aktenmeister im Test")
    replace_in(root / "base/facts.toml", "442 Kommunen", "442 Kommunen und civento")
    assert errors(root) == []


def test_a_product_name_within_a_word_is_none(root: Path) -> None:
    replace_in(root / MEASURES, "Was zu tun ist.", "Die Aktenmeisterschaft.")
    assert errors(root) == []


def test_a_faulty_list_of_product_names_is_found(root: Path) -> None:
    replace_in(root / "base/product_names.toml", 'name = "Aktenmeister"', "name = 1")
    (found,) = errors(root)
    assert (found.file.name, found.line) == ("product_names.toml", 6)


def test_a_pack_of_its_own_is_checked_beside_the_shipped_ones(tmp_path: Path) -> None:
    pack = write_pack(tmp_path, "ortsnah", {"facts.toml": '[[fact]]\nid = "x"\ntext = "Satz."\n'})
    found = inspect_packs([pack], TODAY).findings
    assert found
    assert {finding.file for finding in found} == {pack / "facts.toml"}


def test_a_changed_copy_is_checked_in_the_place_of_the_shipped_pack(tmp_path: Path) -> None:
    copy = Path(shutil.copytree(resources_folder() / "content" / "m4", tmp_path / "m4"))
    assert inspect_packs([copy], TODAY).findings == ()
    assert [counts.pack for counts in inspect_packs([copy], TODAY).counts] == ["m4"]
    replace_in(copy / "questionnaire.toml", "weight = 3", "wieght = 3")
    assert {finding.file for finding in inspect_packs([copy], TODAY).findings} == {copy / "questionnaire.toml"}


def test_what_a_pack_takes_from_others_is_told(tmp_path: Path) -> None:
    shipped = resources_folder() / "content"
    first = write_pack(tmp_path / "used", "eins", {"facts.toml": FACT.format(id="satz-eins")})
    term = '[[term]]\nid = "wort"\nterm = "Wort"\ntext = "Ein Wort."\nsources = ["EIGEN"]\ncertainty = "high"\n'
    source = '[[source]]\nid = "EIGEN"\ntitle = "Eigenes Papier"\npublisher = "Haus"\ndate = "2026"\n'
    (first / "sources.toml").write_text(source, encoding="utf-8")
    second = write_pack(tmp_path / "used", "zwei", {"glossary.toml": term})
    assert inspect_packs([first, second], TODAY).findings == ()
    changed = Path(shutil.copytree(first, tmp_path / "new" / "eins"))
    (changed / "sources.toml").unlink()
    (found,) = inspect_packs([changed], TODAY, beside=[shipped, first, second]).findings
    assert found.file == second / "glossary.toml"
    assert "EIGEN" in found.sentence


def test_packs_of_several_folders_are_checked_together(tmp_path: Path) -> None:
    first = write_pack(tmp_path / "a", "eins", {"facts.toml": FACT.format(id="satz-eins")})
    second = write_pack(tmp_path / "b", "zwei", {"facts.toml": FACT.format(id="satz-zwei")})
    replace_in(second / "pack.toml", "[requires]", '[requires]\neins = "1.0.0"')
    (alone,) = inspect_packs([second], TODAY).findings
    assert "eins" in alone.sentence
    inspection = inspect_packs([second, first], TODAY)
    assert inspection.findings == ()
    assert [counts.pack for counts in inspection.counts] == ["eins", "zwei"]
    (empty,) = inspect_packs([second, first, tmp_path / "nichts"], TODAY).findings
    assert empty.file == tmp_path / "nichts"


@pytest.mark.parametrize("key", ["anchors", "anchors_short"])
def test_anchors_that_read_the_same_are_found(root: Path, key: str) -> None:
    file = root / QUESTIONS
    line = line_of(file, f"{key} = ")
    lines = file.read_text(encoding="utf-8").splitlines()
    texts = tomli.loads(lines[line - 1])[key]
    texts[1] = f" {texts[0].upper().rstrip('.')}"
    lines[line - 1] = f"{key} = {json.dumps(texts, ensure_ascii=False)}"
    file.write_text("\n".join(lines), encoding="utf-8")
    (found,) = errors(root)
    assert (found.file, found.line) == (file, line)
    assert found.sentence.startswith(f"Die Anker der Stufen 0 und 1 unter „{key}“ lesen sich gleich")


def test_choices_that_read_the_same_are_found(tmp_path: Path) -> None:
    write_house_pack(tmp_path, OLD)
    file = tmp_path / "packs/haus/questionnaire.toml"
    replace_in(file, '"Portal", "Treffen"', '"Portal", "portal "')
    (found,) = (item for item in errors(tmp_path / "packs/haus") if "zweimal" in item.sentence)
    assert (found.file, found.line) == (file, line_of(file, "portal "))


def test_a_pack_that_holds_nothing_is_refused(tmp_path: Path) -> None:
    (found,) = inspect_packs([write_pack(tmp_path, "m4", {})], TODAY).findings
    assert found.sentence.startswith("Das Paket enthält nichts")


@pytest.mark.parametrize("name", ["con", "NUL", "com1", "aux.eins"])
def test_a_pack_is_not_called_like_a_device_of_windows(tmp_path: Path, name: str) -> None:
    (found,) = inspect_packs([write_pack(tmp_path, name, {"facts.toml": FACT.format(id="satz")})], TODAY).findings
    assert found.sentence.startswith(f"„{name}“ kann unter Windows kein Ordner heißen")


def test_an_empty_folder_is_a_finding(tmp_path: Path) -> None:
    (found,) = inspect_packs([tmp_path / "nichts"], TODAY).findings
    assert found.file == tmp_path / "nichts"
    assert "kein Inhaltspaket" in found.sentence


def test_every_finding_is_worded_in_both_languages(root: Path) -> None:
    replace_in(root / QUESTIONS, "blocking = true", "blokking = true")
    (german,) = inspect_packs([root], TODAY).findings
    (english,) = inspect_packs([root], TODAY, load_texts("en")).findings
    assert german.sentence == "Der Schlüssel „blokking“ ist hier nicht vorgesehen."
    assert english.sentence == "The key “blokking” is not known here."
