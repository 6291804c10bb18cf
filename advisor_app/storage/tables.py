"""The tables of the database, in the metadata of SQLModel; private to ``storage``.

They are tables and no classes of rows: rows are read and written by Core statements, nothing would ever make such an
object, and each class costs every start three milliseconds.

Records that figures are computed from have columns of their own; records that are only ever read whole are JSON in
``RECORD``. Instants and days are ISO 8601 text, so that a row reads the same in every tool.
"""

from sqlmodel import Boolean, Column, Index, Integer, SQLModel, String, Table

_METADATA = SQLModel.metadata

CASE = Table(
    "case_head",
    _METADATA,
    Column("id", String, primary_key=True),
    Column("commune", String, index=True, nullable=False),
    Column("communes", String, nullable=False),
    Column("opened_on", String, nullable=False),
    Column("adviser", String, nullable=False),
    Column("provider", String, nullable=False),
    Column("provider_reference", String, nullable=False),
    Column("commune_reference", String, nullable=False),
    Column("wish", String, nullable=False),
    Column("room", String, nullable=False),
    Column("draft", Boolean, nullable=False),
    Column("archived", Boolean, nullable=False),
)
"""A case's head; ``communes`` is JSON, ``commune`` the id of the one that leads."""

BOOKING = Table(
    "booking",
    _METADATA,
    Column("id", String, primary_key=True),
    Column("case_id", String, index=True, nullable=False),
    Column("module", String, nullable=False),
    Column("commune", String, index=True, nullable=False),
    Column("state", String, nullable=False),
    Column("financing", String, nullable=False),
    Column("programme", String),
    Column("price", Integer),
    Column("requested_on", String),
    Column("applied_on", String),
    Column("approved_on", String),
    Column("completed_on", String),
    Column("clarified", String, nullable=False),
    Column("clarified_audience", String, nullable=False),
    Column("note", String, nullable=False),
    Column("note_audience", String, nullable=False),
)
"""One module booked for one commune; ``price`` in cents."""

ASSESSMENT = Table(
    "assessment",
    _METADATA,
    Column("id", String, primary_key=True),
    Column("case_id", String, index=True, nullable=False),
    Column("kind", String, nullable=False),
    Column("questionnaire", String, nullable=False),
    Column("version", String, nullable=False),
    Column("digest", String, nullable=False),
    Column("number", Integer, nullable=False),
    Column("held_on", String),
    Column("areas", String, nullable=False),
    Column("commune", String),
)
"""One pass through a questionnaire; ``areas`` are ids separated by commas."""

ANSWER = Table(
    "answer",
    _METADATA,
    Column("case_id", String, index=True, nullable=False),
    Column("assessment", String, primary_key=True),
    Column("question", String, primary_key=True),
    Column("state", String, nullable=False),
    Column("level", Integer),
    Column("number", String),
    Column("text", String, nullable=False),
    Column("reason", String, nullable=False),
    Column("reason_audience", String, nullable=False),
    Column("note", String, nullable=False),
    Column("note_audience", String, nullable=False),
    Column("role", String),
)
"""The agreed answer to one question."""

STATEMENT = Table(
    "statement",
    _METADATA,
    Column("case_id", String, index=True, nullable=False),
    Column("assessment", String, primary_key=True),
    Column("question", String, primary_key=True),
    Column("role", String, primary_key=True),
    Column("state", String, nullable=False),
    Column("level", Integer),
    Column("note", String, nullable=False),
    Column("note_audience", String, nullable=False),
    Column("number", String),
    Column("text", String),
)
"""What one role said to one question."""

TARGET = Table(
    "target",
    _METADATA,
    Column("case_id", String, index=True, nullable=False),
    Column("assessment", String, primary_key=True),
    Column("dimension", String, primary_key=True),
    Column("level", Integer, nullable=False),
)
"""The target level of one dimension."""

RECORD = Table(
    "record",
    _METADATA,
    Column("case_id", String, primary_key=True),
    Column("kind", String, primary_key=True),
    Column("key", String, primary_key=True),
    Column("value", String, nullable=False),
)
"""A record that is read whole: notes, contacts, words, roles, agenda days, use cases, plan, measures, sections."""

PERSON = Table(
    "person",
    _METADATA,
    Column("id", String, primary_key=True),
    Column("case_id", String, index=True, nullable=False),
    Column("name", String, nullable=False),
    Column("phone", String, nullable=False),
    Column("email", String, nullable=False),
)
"""Data of a person; never in the log."""

DEFINITION = Table(
    "definition",
    _METADATA,
    Column("digest", String, primary_key=True),
    Column("questionnaire", String, nullable=False),
    Column("version", String, nullable=False),
    Column("body", String, nullable=False),
)
"""A questionnaire as it was asked: canonical JSON under its SHA-256. Never changed."""

COMMUNE = Table(
    "commune",
    _METADATA,
    Column("id", String, primary_key=True),
    Column("key", String, unique=True),
    Column("value", String, nullable=False),
)
"""An entry of the register that differs from the shipped one: own, edited or imported."""

LOG = Table(
    "log",
    _METADATA,
    Column("seq", Integer, primary_key=True),
    Column("id", String, unique=True, nullable=False),
    Column("batch", String, index=True, nullable=False),
    Column("stream", String, nullable=False),
    Column("key", String, nullable=False),
    Column("parent", String),
    Column("undoes", String),
    Column("author", String, nullable=False),
    Column("device", String, nullable=False),
    Column("at", String, nullable=False),
    Column("why", String, nullable=False),
    Column("before", String),
    Column("after", String),
    Column("adopted", String),
    Column("merges", String),
    Index("ix_log_stream_key", "stream", "key", "seq"),
)
"""One change: history, undo and later the outbox at once. Append-only.

``adopted``: the batch of the import that brought this row from another device; such a row is history, no step.
``merges``: the row of another device whose value this row takes over or overrules.
"""

ERASURE = Table(
    "erasure",
    _METADATA,
    Column("id", String, primary_key=True),
    Column("at", String, nullable=False),
    Column("author", String, nullable=False),
    Column("device", String, nullable=False),
    Column("what", String, nullable=False),
    Column("subject", String, nullable=False),
    Column("reason", String, nullable=False),
    Column("counts", String, nullable=False),
)
"""That something was erased: what kind of thing, its id or number, why, and how many rows of each table (JSON)."""
