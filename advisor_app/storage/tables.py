"""The rows of the database that work begins with; private to ``storage``.

Records that figures are computed from have columns of their own; records that are only ever read whole are JSON in
``RecordRow``. Instants and days are ISO 8601 text, so that a row reads the same in every tool.
"""

from sqlmodel import Field, SQLModel  # without postponed annotations: evaluating them costs each start 3 ms


class CaseRow(SQLModel, table=True):
    """A case's head; ``communes`` is JSON, ``commune`` the id of the one that leads."""

    __tablename__ = "case_head"

    id: str = Field(primary_key=True)
    commune: str = Field(index=True)
    communes: str
    opened_on: str
    adviser: str
    provider: str
    provider_reference: str
    commune_reference: str
    wish: str
    room: str
    draft: bool
    archived: bool


class BookingRow(SQLModel, table=True):
    """One module booked for one commune; ``price`` in cents."""

    __tablename__ = "booking"

    id: str = Field(primary_key=True)
    case_id: str = Field(index=True)
    module: str
    commune: str = Field(index=True)
    state: str
    financing: str
    programme: str | None
    price: int | None
    requested_on: str | None
    applied_on: str | None
    approved_on: str | None
    completed_on: str | None
    clarified: str
    clarified_audience: str
    note: str
    note_audience: str


class AssessmentRow(SQLModel, table=True):
    """One pass through a questionnaire; ``areas`` are ids separated by commas."""

    __tablename__ = "assessment"

    id: str = Field(primary_key=True)
    case_id: str = Field(index=True)
    kind: str
    questionnaire: str
    version: str
    digest: str
    number: int
    held_on: str | None
    areas: str


class AnswerRow(SQLModel, table=True):
    """The agreed answer to one question."""

    __tablename__ = "answer"

    case_id: str = Field(index=True)
    assessment: str = Field(primary_key=True)
    question: str = Field(primary_key=True)
    state: str
    level: int | None
    number: str | None
    text: str
    reason: str
    reason_audience: str
    note: str
    note_audience: str
    role: str | None


class StatementRow(SQLModel, table=True):
    """What one role said to one question."""

    __tablename__ = "statement"

    case_id: str = Field(index=True)
    assessment: str = Field(primary_key=True)
    question: str = Field(primary_key=True)
    role: str = Field(primary_key=True)
    state: str
    level: int | None
    note: str
    note_audience: str
    number: str | None = None
    text: str | None = None  # of rows from before there was one


class TargetRow(SQLModel, table=True):
    """The target level of one dimension."""

    __tablename__ = "target"

    case_id: str = Field(index=True)
    assessment: str = Field(primary_key=True)
    dimension: str = Field(primary_key=True)
    level: int


class RecordRow(SQLModel, table=True):
    """A record that is read whole: notes, contacts, words, roles, agenda days, use cases, plan, measures, sections."""

    __tablename__ = "record"

    case_id: str = Field(primary_key=True)
    kind: str = Field(primary_key=True)
    key: str = Field(primary_key=True)
    value: str


class PersonRow(SQLModel, table=True):
    """Data of a person; never in the log."""

    __tablename__ = "person"

    id: str = Field(primary_key=True)
    case_id: str = Field(index=True)
    name: str
    phone: str
    email: str


class DefinitionRow(SQLModel, table=True):
    """A questionnaire as it was asked: canonical JSON under its SHA-256. Never changed."""

    __tablename__ = "definition"

    digest: str = Field(primary_key=True)
    questionnaire: str
    version: str
    body: str


class CommuneRow(SQLModel, table=True):
    """An entry of the register that differs from the shipped one: own, edited or imported."""

    __tablename__ = "commune"

    id: str = Field(primary_key=True)
    key: str | None = Field(unique=True)
    value: str


class LogRow(SQLModel, table=True):
    """One change: history, undo and later the outbox at once. Append-only.

    ``adopted``: the batch of the import that brought this row from another device; such a row is history, no step.
    ``merges``: the row of another device whose value this row takes over or overrules.
    """

    __tablename__ = "log"

    seq: int | None = Field(default=None, primary_key=True)
    id: str = Field(unique=True)
    batch: str = Field(index=True)
    stream: str
    key: str
    parent: str | None
    undoes: str | None
    author: str
    device: str
    at: str
    why: str
    before: str | None
    after: str | None
    adopted: str | None = None
    merges: str | None = None
