"""Questionnaires as they were asked: immutable rows, so that an upgrade never loses what was asked."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert

from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.storage.database import Database
from advisor_app.storage.tables import DEFINITION


class DefinitionStore:
    """Stores definitions under their SHA-256."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def keep(self, digest: str, questionnaire: str, version: str, body: str) -> None:
        """Store a definition once; the same digest again changes nothing."""
        with self._database.write() as connection:
            connection.execute(
                insert(DEFINITION)
                .values(digest=digest, questionnaire=questionnaire, version=version, body=body)
                .on_conflict_do_nothing()
            )

    def body(self, digest: str) -> str:
        """The canonical JSON of a definition; raises AdvisorError(UNKNOWN_QUESTIONNAIRE)."""
        with self._database.read() as connection:
            found = connection.execute(select(DEFINITION.c.body).where(DEFINITION.c.digest == digest)).scalar()
        if found is None:
            raise AdvisorError(Problem.UNKNOWN_QUESTIONNAIRE, name=digest)
        return str(found)

    def versions(self, questionnaire: str) -> tuple[tuple[str, str], ...]:
        """Digest and version of everything that was kept of a questionnaire, by version."""
        columns = (DEFINITION.c.digest, DEFINITION.c.version)
        wanted = select(*columns).where(DEFINITION.c.questionnaire == questionnaire).order_by(*reversed(columns))
        with self._database.read() as connection:
            return tuple((str(digest), str(version)) for digest, version in connection.execute(wanted))
