"""A case file of values that nobody can have entered is refused in one sentence, and nothing of it is taken in."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from advisor_app.domain.case import CaseNote, Person
from advisor_app.domain.changes import NoteSet, TargetSet
from advisor_app.domain.errors import Problem
from advisor_app.domain.words import Words
from advisor_app.exchange.case_file import open_case_file, write_case_file
from advisor_app.exchange.case_file_entries import entry_of
from advisor_app.exchange.case_file_keys import Keys, SharedPassphrase
from advisor_app.services.workspace import Workspace
from tests.services.conftest import refused
from tests.services.two_profiles import PASSPHRASE, answer, export, file_of, opened_case, take_in, two_profiles

Tables = dict[str, Any]
Forge = Callable[[Tables], object]


@pytest.fixture(scope="module")
def pair() -> Iterator[tuple[Workspace, Workspace]]:
    with two_profiles() as both:
        kim, _ = both
        session = opened_case(kim)
        (assessment,) = session.case.in_order()
        answer(session, 1)
        answer(session, 2)
        session.save_person(Person(id="p1", name="Jo Beispiel"))
        session.apply(TargetSet(assessment.id, "4.1", None, 3))
        note = CaseNote(id="n1", at=kim.clock.now(), words=Words("Rückruf\n\twegen Förderung"))
        session.apply(NoteSet("n1", None, note))
        export(kim, session.case.id)
        yield both


def forged(workspace: Workspace, forge: Forge) -> None:
    """The file again as it is after somebody with the passphrase has worked on it."""
    file, secret = file_of(workspace), SharedPassphrase(PASSPHRASE)
    with open_case_file(file, Keys(passphrase=secret)) as opened:
        made_at = opened.head.made_at
        entries = {entry.name: entry.content() for entry in opened.entries()}
    tables = {name: json.loads(entries[f"{name}.json"]) for name in ("case", "log", "people")}
    forge(tables)
    entries |= {f"{name}.json": json.dumps(table).encode() for name, table in tables.items()}
    new = [entry_of(name, content) for name, content in entries.items()]
    write_case_file(file.with_name("forged.bkcase"), secret, made_at, new, lambda _opened: None, lambda _share: None)


def in_record(kind: str, **values: object) -> Forge:
    """Other values in the first record of a kind."""

    def forge(tables: Tables) -> None:
        records = tables["case"]["records"]
        key = next(key for key in records if key.startswith(kind))
        records[key] = json.dumps(json.loads(records[key]) | values)

    return forge


def in_history(kind: str, **values: object) -> Forge:
    """Other values in an earlier state of a record."""

    def forge(tables: Tables) -> None:
        line = next(line for line in tables["log"] if line["key"].startswith(kind))
        line["after"] = json.dumps(json.loads(line["after"]) | values)

    return forge


def in_lines(**values: object) -> Forge:
    def forge(tables: Tables) -> None:
        for line in tables["log"]:
            line.update(values)

    return forge


def answers_in(tables: Tables) -> list[Tables]:
    return [line for line in tables["log"] if line["key"].startswith("answer")]


def named_key(tables: Tables) -> None:
    """A record under a key with a path."""
    records = tables["case"]["records"]
    key = next(key for key in records if key.startswith("answer"))
    records[key.replace("4.1.1", "../../x")] = records[key]


def huge_target(tables: Tables) -> None:
    records = tables["case"]["records"]
    records.update({key: "99" for key in records if key.startswith("target")})


IMPOSSIBLE: dict[str, Forge] = {
    "the end of time": in_lines(at="9999-12-31T23:59:59+00:00"),
    "the beginning of time": in_lines(at="0001-01-01T00:00:00+00:00"),
    "a time without a zone": in_lines(at="2026-09-14T06:00:00"),
    "level 99": in_record("answer", level=99),
    "level -1": in_record("answer", level=-1),
    "a level that no database holds": in_record("answer", level=10**30),
    "level 99 in the history": in_history("answer", level=99),
    "target 99": huge_target,
    "an endless number": in_record("answer", number="1e999999"),
    "a null character in a name": lambda tables: tables["people"][0].update(name="a\x00b"),
    "an escape sequence in a name": lambda tables: tables["people"][0].update(name="\x1b[2J"),
    "a text like a library": in_record("note", words={"text": "x" * 600_000, "audience": "intern"}),
    "a note of the year 9999": in_record("note", at="9999-12-31T23:59:59Z"),
    "a day of the year 9999": in_record("head", opened_on="9999-12-31"),
    "a person's id with a path": lambda tables: tables["people"][0].update(id="../x"),
    "a case's id with a path": lambda tables: tables["case"].update(case="../../x"),
    "an empty id": lambda tables: tables["case"].update(case=""),
    "a line's id with a blank": lambda tables: tables["log"][0].update(id="a b"),
    "an author like a book": in_lines(author="x" * 5_000),
    "a record's key with a path": named_key,
}

DAMAGED: dict[str, Forge] = {
    "not a number": in_record("answer", number="NaN"),
    "half a letter": in_record("note", words={"text": "\ud800", "audience": "intern"}),
    "a line that is its own parent": lambda tables: tables["log"][0].update(parent=tables["log"][0]["id"]),
    "a circle of parents": lambda tables: answers_in(tables)[0].update(parent=answers_in(tables)[-1]["id"]),
    "a parent of another record": lambda tables: answers_in(tables)[0].update(parent=tables["log"][0]["id"]),
    "a line that undoes a later one": lambda tables: answers_in(tables)[0].update(undoes=answers_in(tables)[1]["id"]),
    "the same line twice": lambda tables: tables["log"].append(tables["log"][0]),
    "the same person twice": lambda tables: tables["people"].append(tables["people"][0]),
}


@pytest.mark.parametrize(
    ("forge", "problem"),
    [
        *(pytest.param(forge, Problem.CASE_FILE_IMPOSSIBLE, id=name) for name, forge in IMPOSSIBLE.items()),
        *(pytest.param(forge, Problem.CASE_FILE_DAMAGED, id=name) for name, forge in DAMAGED.items()),
    ],
)
def test_what_cannot_be_is_refused(pair: tuple[Workspace, Workspace], forge: Forge, problem: Problem) -> None:
    kim, robin = pair
    forged(kim, forge)
    file = file_of(kim).with_name("forged.bkcase")
    before = robin.cases.load_all()  # the control may have come in
    refused(lambda: robin.case_import.preview(file, PASSPHRASE), problem)
    assert robin.cases.load_all() == before


def test_the_control_as_it_is_the_file_is_taken_in(pair: tuple[Workspace, Workspace]) -> None:
    kim, robin = pair
    forged(kim, lambda _tables: None)
    imported = take_in(robin, file_of(kim).with_name("forged.bkcase"))
    assert robin.cases.load(imported.case_id) == kim.cases.load(imported.case_id)
