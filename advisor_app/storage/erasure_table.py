"""The row that tells of an erasing; apart from the other rows, as a class of SQLModel takes milliseconds to make."""

from sqlmodel import Field, SQLModel


class ErasureRow(SQLModel, table=True):
    """That something was erased: what kind of thing, its id or number, why, and how many rows of each table (JSON)."""

    __tablename__ = "erasure"

    id: str = Field(primary_key=True)
    at: str
    author: str
    device: str
    what: str
    subject: str
    reason: str
    counts: str
