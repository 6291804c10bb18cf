"""A workspace with two cases, one of which names somebody in every corner."""

import json
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from advisor_app.domain.assessment import Answer, AnswerState
from advisor_app.domain.case import CaseNote, Contact, Person
from advisor_app.domain.changes import (
    AnswerSet,
    ContactSet,
    HeadSet,
    MeasureSet,
    NoteSet,
)
from advisor_app.domain.plan import Measure
from advisor_app.domain.words import Words
from advisor_app.services.session import CaseSession
from advisor_app.services.workspace import Workspace
from advisor_app.storage.profile import DATABASE_NAME
from tests.page_probe import traces_in
from tests.profiles import connect_to
from tests.services.conftest import OpenCase

ANNA = Person(id="p-anna", name="Dr. Annegret Wolkenhauer", phone="06404 / 123 45", email="a.wolkenhauer@example.org")
BERT = Person(id="p-bert", name="Bert Zinnober")
MARK = "Zitronenfalter"  # a word that only this case's texts hold


def note(text: str) -> Words:
    return Words(text)


def fill(session: CaseSession) -> None:
    """Name Anna in every corner of the case, today and in its history."""
    session.save_person(ANNA)
    session.save_person(BERT)
    head, contact = session.case.head, Contact(id="k1", person=ANNA.id, function="Amtsleiterin Wolkenhauers Büro")
    session.apply(ContactSet("k1", None, contact))
    session.apply(HeadSet(head, replace(head, wish=f"{MARK}: bitte Frau Wolkenhauer anrufen")))
    answers = session.case.default_assessment()
    assert answers is not None
    before: Answer | None = None
    for text in ("Frau Wolk", "Frau Wolkenhauer sagt", "Frau Wolkenhauer sagt ja", "Das Amt sagt ja"):
        after = Answer(state=AnswerState.ANSWERED, level=2, note=note(text))
        session.apply(AnswerSet(answers.id, "4.1.1", before, after), batch="typed")
        before = after
    at = datetime(2026, 9, 14, 7, tzinfo=UTC)
    call = CaseNote(id="n1", at=at, words=note(f"{MARK}: Wolkenhauer unter 0640412345, Bert Zinnober fragt nach"))
    session.apply(NoteSet("n1", None, call), why="Anruf von Frau Wolkenhauer")
    session.apply(MeasureSet("U1", None, Measure(id="U1", title="Konzept", responsible="A. Wolkenhauer")))
    session.apply(MeasureSet("U1", session.case.measures["U1"], None))


@dataclass
class Full:
    """A workspace with two filled cases; the second one must stay as it is."""

    workspace: Workspace
    session: CaseSession
    other: CaseSession

    @property
    def database(self) -> Path:
        return self.workspace.folder / DATABASE_NAME

    def traces(self, words: str, database: Path | None = None) -> int:
        return traces_in(database or self.database, self.workspace.profile.database_key, words)

    def log(self, case_id: str) -> str:
        connection = connect_to(self.workspace.folder)
        try:
            rows = connection.execute("SELECT * FROM log WHERE stream = ? ORDER BY seq", (f"case:{case_id}",))
            return json.dumps([list(row) for row in rows], ensure_ascii=False)
        finally:
            connection.close()


@pytest.fixture
def full(workspace: Workspace, open_case: OpenCase) -> Full:
    session, other = open_case("M4"), open_case("M4")
    fill(session)
    other.apply(HeadSet(other.case.head, replace(other.case.head, wish="Umzug Mondstein")))
    return Full(workspace, session, other)
