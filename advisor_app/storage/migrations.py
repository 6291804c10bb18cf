"""Numbered steps from an empty file to today's tables.

Each step is frozen SQL: it must do in ten years what it does today, so it never looks at ``tables``.
A test compares the result with ``tables``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from advisor_app.domain.errors import AdvisorError, Problem

if TYPE_CHECKING:
    from sqlalchemy import Connection

_FIRST = (
    """CREATE TABLE case_head (
        id VARCHAR NOT NULL PRIMARY KEY, commune VARCHAR NOT NULL, communes VARCHAR NOT NULL,
        opened_on VARCHAR NOT NULL, adviser VARCHAR NOT NULL, provider VARCHAR NOT NULL,
        provider_reference VARCHAR NOT NULL,
        commune_reference VARCHAR NOT NULL, wish VARCHAR NOT NULL, room VARCHAR NOT NULL, draft BOOLEAN NOT NULL,
        archived BOOLEAN NOT NULL)""",
    "CREATE INDEX ix_case_head_commune ON case_head (commune)",
    """CREATE TABLE booking (
        id VARCHAR NOT NULL PRIMARY KEY, case_id VARCHAR NOT NULL, module VARCHAR NOT NULL,
        commune VARCHAR NOT NULL, state VARCHAR NOT NULL, financing VARCHAR NOT NULL, programme VARCHAR,
        price INTEGER, requested_on VARCHAR,
        applied_on VARCHAR, approved_on VARCHAR, completed_on VARCHAR, clarified VARCHAR NOT NULL,
        clarified_audience VARCHAR NOT NULL, note VARCHAR NOT NULL, note_audience VARCHAR NOT NULL)""",
    "CREATE INDEX ix_booking_case_id ON booking (case_id)",
    "CREATE INDEX ix_booking_commune ON booking (commune)",
    """CREATE TABLE assessment (
        id VARCHAR NOT NULL PRIMARY KEY, case_id VARCHAR NOT NULL, kind VARCHAR NOT NULL,
        questionnaire VARCHAR NOT NULL, version VARCHAR NOT NULL, digest VARCHAR NOT NULL,
        number INTEGER NOT NULL, held_on VARCHAR,
        areas VARCHAR NOT NULL)""",
    "CREATE INDEX ix_assessment_case_id ON assessment (case_id)",
    """CREATE TABLE answer (
        case_id VARCHAR NOT NULL, assessment VARCHAR NOT NULL, question VARCHAR NOT NULL, state VARCHAR NOT NULL,
        level INTEGER, number VARCHAR, text VARCHAR NOT NULL, reason VARCHAR NOT NULL,
        reason_audience VARCHAR NOT NULL,
        note VARCHAR NOT NULL, note_audience VARCHAR NOT NULL, role VARCHAR, PRIMARY KEY (assessment, question))""",
    "CREATE INDEX ix_answer_case_id ON answer (case_id)",
    """CREATE TABLE statement (
        case_id VARCHAR NOT NULL, assessment VARCHAR NOT NULL, question VARCHAR NOT NULL, role VARCHAR NOT NULL,
        state VARCHAR NOT NULL, level INTEGER, note VARCHAR NOT NULL, note_audience VARCHAR NOT NULL,
        PRIMARY KEY (assessment, question, role))""",
    "CREATE INDEX ix_statement_case_id ON statement (case_id)",
    """CREATE TABLE target (
        case_id VARCHAR NOT NULL, assessment VARCHAR NOT NULL, dimension VARCHAR NOT NULL, level INTEGER NOT NULL,
        PRIMARY KEY (assessment, dimension))""",
    "CREATE INDEX ix_target_case_id ON target (case_id)",
    """CREATE TABLE record (
        case_id VARCHAR NOT NULL, kind VARCHAR NOT NULL, key VARCHAR NOT NULL, value VARCHAR NOT NULL,
        PRIMARY KEY (case_id, kind, key))""",
    """CREATE TABLE person (
        id VARCHAR NOT NULL PRIMARY KEY, case_id VARCHAR NOT NULL, name VARCHAR NOT NULL, phone VARCHAR NOT NULL,
        email VARCHAR NOT NULL)""",
    "CREATE INDEX ix_person_case_id ON person (case_id)",
    """CREATE TABLE definition (
        digest VARCHAR NOT NULL PRIMARY KEY, questionnaire VARCHAR NOT NULL, version VARCHAR NOT NULL,
        body VARCHAR NOT NULL)""",
    "CREATE TABLE commune (id VARCHAR NOT NULL PRIMARY KEY, key VARCHAR UNIQUE, value VARCHAR NOT NULL)",
    """CREATE TABLE log (
        seq INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, id VARCHAR NOT NULL UNIQUE, batch VARCHAR NOT NULL,
        stream VARCHAR NOT NULL, key VARCHAR NOT NULL, parent VARCHAR, undoes VARCHAR, author VARCHAR NOT NULL,
        device VARCHAR NOT NULL, at VARCHAR NOT NULL, why VARCHAR NOT NULL, before VARCHAR, after VARCHAR)""",
    "CREATE INDEX ix_log_batch ON log (batch)",
    "CREATE INDEX ix_log_stream_key ON log (stream, key, seq)",
)

# Rows that came with a case file, rows that settle a conflict, and the record of what was erased.
_SECOND = (
    "ALTER TABLE log ADD COLUMN adopted VARCHAR",
    "ALTER TABLE log ADD COLUMN merges VARCHAR",
    """CREATE TABLE erasure (
        id VARCHAR NOT NULL PRIMARY KEY, at VARCHAR NOT NULL, author VARCHAR NOT NULL, device VARCHAR NOT NULL,
        what VARCHAR NOT NULL, subject VARCHAR NOT NULL, reason VARCHAR NOT NULL, counts VARCHAR NOT NULL)""",
)

# States and archive of documents are records of new kinds, which a program of the second step could not read.
_THIRD = ()

# What a role answers to questions for a figure, a text or a choice; a program of the third step would lose it.
_FOURTH = (
    "ALTER TABLE statement ADD COLUMN number VARCHAR",
    "ALTER TABLE statement ADD COLUMN text VARCHAR",
)

# Which commune of a joint case was assessed by itself; a program of the fourth step would take it for all of them.
_FIFTH = ("ALTER TABLE assessment ADD COLUMN commune VARCHAR",)

STEPS: Sequence[Sequence[str]] = (_FIRST, _SECOND, _THIRD, _FOURTH, _FIFTH)
"""Statements of each step; step n leads from version n to n + 1."""

CURRENT_VERSION = len(STEPS)


def migrate(connection: Connection, file: str) -> None:
    """Bring an open transaction's database up to date.

    Raises AdvisorError(DATABASE_NEWER) for a file of a newer program, which is left untouched.
    """
    version = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
    if version > CURRENT_VERSION:
        raise AdvisorError(Problem.DATABASE_NEWER, file=file)
    for step in STEPS[version:]:
        for statement in step:
            connection.exec_driver_sql(statement)
    if version < CURRENT_VERSION:
        connection.exec_driver_sql(f"PRAGMA user_version = {CURRENT_VERSION}")
