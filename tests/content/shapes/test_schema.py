"""The JSON schemas: current, taken by every shipped file, and broken files fail."""

import json
from datetime import date, time
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import tomli

from advisor_app.content.shapes.schema import schema_files
from advisor_app.resources_folder import resources_folder
from tests.content.small_packs.base import BASE_FILES
from tests.content.small_packs.m4 import M4_FILES

SHIPPED = resources_folder() / "content"
FILES = sorted(SHIPPED.rglob("*.toml"))


def as_json(value: Any) -> Any:
    """Data of TOML as an editor gives them to a schema: dates and times are what they are written as."""
    if isinstance(value, dict):
        return {key: as_json(part) for key, part in value.items()}
    if isinstance(value, list):
        return [as_json(part) for part in value]
    return value.isoformat() if isinstance(value, (date, time)) else value


def problems(name: str, text: str) -> list[str]:
    """What the schema of a file says of a text."""
    stem, _, language = name.removesuffix(".toml").partition(".")
    schema = json.loads(schema_files()[f"{stem}.overlay.schema.json" if language else f"{stem}.schema.json"])
    validator = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(as_json(tomli.loads(text)))]


def test_the_shipped_schemas_are_current() -> None:
    shipped = {file.name: file.read_text(encoding="utf-8") for file in (resources_folder() / "schema").iterdir()}
    assert shipped == dict(schema_files()), "advisor-app content schema --out resources/schema"


@pytest.mark.parametrize("name", schema_files())
def test_each_is_a_schema(name: str) -> None:
    jsonschema.Draft202012Validator.check_schema(json.loads(schema_files()[name]))


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(SHIPPED)))
def test_shipped_files_fit_their_schema(file: Path) -> None:
    assert problems(file.name, file.read_text(encoding="utf-8")) == []


SMALL = {**BASE_FILES, **M4_FILES}

BROKEN = {
    "unknown key": ("facts.toml", 'id = "', 'note = "?"\nid = "', "note"),
    "missing key": ("measures.toml", "months = ", "retired = true # ", "'months' is a required property"),
    "wrong type": ("modules.toml", "number = 4", 'number = "4"', "$.module[0].number"),
    "out of range": ("agenda.toml", "minutes = 20", "minutes = 481", "$.template[0].step[0].minutes"),
    "not in the list": ("agenda.toml", '"full-day"', '"whole-day"', "$.template[0].variant"),
    "no date": ("facts.toml", "as_of = 2026-", 'as_of = "2026-13-01" # ', "'2026-13-01' is not a 'date'"),
    "no version": ("pack.toml", 'version = "1.0.0"', 'version = "1.0"', "$.version"),
    "blank text": ("handout.toml", '"Das Recht"', '" "', "$.section[0].title"),
    "work in a break": (
        "agenda.toml",
        'kind = "break"',
        'kind = "break"\ngoal = "Ruhe"',
        "step[1]: False schema does not allow 'Ruhe'",
    ),
    "cost without order": ("agenda.toml", "drop_order = 1\n", "", "step[0]: False schema does not allow 'Erw"),
    "order without cost": ("agenda.toml", "drop_cost = ", "optional = ", "'drop_cost' is a required property"),
    "criterion of two": (
        "questionnaire.toml",
        'criteria = [{ question = "4.1.1"',
        'criteria = [{ every_dimension = true, question = "4.1.1"',
        "is valid under each of",
    ),
    "anchor missing": ("questionnaire.toml", "anchors = [", 'anchors = ["nur einer"]\nx = [', "$.question[0].anchors"),
    "level without weight": (
        "questionnaire.toml",
        'type = "level"\nweight = 2',
        'type = "level"',
        "'weight' is a required property",
    ),
}


@pytest.mark.parametrize(("name", "old", "new", "said"), BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_file_fails(name: str, old: str, new: str, said: str) -> None:
    text = SMALL[name]
    assert problems(name, text) == []
    assert old in text
    assert any(said in problem for problem in problems(name, text.replace(old, new, 1)))


def test_conditions_are_described() -> None:
    schema = json.loads(schema_files()["questionnaire.schema.json"])
    condition = {"$defs": schema["$defs"], "$ref": "#/$defs/condition"}
    validator = jsonschema.Draft202012Validator(condition)
    good = {"all": [{"question": "4.1.1", "at_least": 1}, {"not": {"commune_kind": "LK"}}, {"area_chosen": "WB1"}]}
    assert validator.is_valid(good)
    bad: list[dict[str, Any]] = [
        {"question": "4.1.1"},
        {"all": []},
        {"commune_kind": "Dorf"},
        {},
        {"not": {}, "area_chosen": "WB1"},
    ]
    for condition_of_nothing in bad:
        assert not validator.is_valid(condition_of_nothing), condition_of_nothing
