"""No name gets into a log: not in the whole job, not in a fault, and people stay apart from the log of changes."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from advisor_app.cli import main
from advisor_app.domain.case import CaseNote, Contact, Person
from advisor_app.domain.changes import ContactSet, HeadSet, NoteSet
from advisor_app.domain.words import Words
from advisor_app.services.data_lock import Access
from advisor_app.services.preferences import Preferences
from advisor_app.services.requests import Request, note_request
from advisor_app.services.workspace import Workspace, open_workspace
from advisor_app.storage.json_records import from_json
from tests.profiles import connect_to, make_recoverable
from tests.services.conftest import LICH

ANNA = Person(id="p-anna", name="Annegret Wolkenhauer", phone="06404 778899", email="a.wolkenhauer@example.org")
TRACES = ("Wolkenhauer", "778899", "a.wolkenhauer")


def log_of(folder: Path) -> str:
    connection = connect_to(folder)
    try:
        return json.dumps([list(row) for row in connection.execute("SELECT * FROM log")], ensure_ascii=False)
    finally:
        connection.close()


def test_people_of_a_request_are_in_no_row_of_the_log(workspace: Workspace) -> None:
    request = Request(commune=workspace.register.get(LICH), name=ANNA.name, number=ANNA.email)
    session = note_request(workspace.cases, workspace.clock, request)
    session.save_person(replace(next(iter(session.case.people.values())), phone=ANNA.phone))
    written = log_of(workspace.folder)
    assert not any(trace in written for trace in TRACES)


def test_a_damaged_record_is_told_without_its_words() -> None:
    with pytest.raises(ValueError, match="words") as caught:
        from_json(CaseNote, json.dumps({"id": "n", "at": "2026-09-14T07:00:00Z", "words": ANNA.name}))
    assert ANNA.name not in f"{caught.value!r} {caught.value.__cause__!r}"


@pytest.fixture
def filled(own_data_folder: Path) -> str:
    """Return a case that names somebody in its people, its wish and a note."""
    make_recoverable(own_data_folder)
    workspace = open_workspace(own_data_folder, Preferences(adviser="Kim Berger"), access=Access.WRITE)
    session = workspace.cases.create(workspace.register.get(LICH), ("M4",))
    session.save_person(ANNA)
    session.apply(ContactSet("k", None, Contact(id="k", person=ANNA.id, function="Leitung")))
    session.apply(HeadSet(session.case.head, replace(session.case.head, wish=f"{ANNA.name} anrufen")))
    note = CaseNote(id="n", at=datetime(2026, 9, 14, 7, tzinfo=UTC), words=Words(f"{ANNA.name}, {ANNA.phone}"))
    session.apply(NoteSet("n", None, note))
    workspace.close()
    return session.case.id


def test_no_command_leaves_a_name_in_a_file(
    filled: str, own_data_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for command in (
        ["case", "show", filled],
        ["case", "history", filled],
        ["privacy", "list"],
        ["privacy", "export", filled, ANNA.name],
        ["privacy", "redact", filled, "Wolkenhauer"],
        ["privacy", "erase-person", filled, ANNA.name],
        ["privacy", "erase-case", filled],
        ["privacy", "erase-case", ANNA.name],  # refused
    ):
        main(command)
    capsys.readouterr()
    assert _files_with_names(own_data_folder) == []
    assert _files_with_names(tmp_path) == []


def test_a_bug_is_told_in_a_file_without_what_was_typed(
    filled: str, own_data_folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object) -> Callable[[], None]:
        raise RuntimeError(f"what somebody typed: {ANNA.name}")

    monkeypatch.setattr("advisor_app.services.history.History.page", fail)
    assert main(["case", "history", filled]) == 1
    assert "Programmfehler" in capsys.readouterr().err
    assert list((own_data_folder / "logs").iterdir())
    assert _files_with_names(own_data_folder) == []


def _files_with_names(folder: Path) -> list[Path]:
    """Everything in a folder in which somebody is named; what is encrypted tells nothing."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert files
    return [path for path in files if any(trace.encode() in path.read_bytes() for trace in TRACES)]
