"""What a cohort is made from: who agreed, and the latest assessment of each. It only reads; made for a worker thread.

A case that was handed over is left out, as whoever has it now compares it; and so is what several communes answered
together, as nobody can tell whose answers those are. What one of a joint case was asked by itself counts as its own.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from sqlalchemy import Connection

from advisor_app.domain.assessment import Answer, AnswerState, Assessment, AssessmentKind
from advisor_app.domain.cohort import CohortConsent
from advisor_app.domain.commune import CommuneKind
from advisor_app.storage.database import Database
from advisor_app.storage.json_records import from_json

_CONSENTS = """
    SELECT record.key, record.value,
           (SELECT one.value ->> '$.key' FROM case_head, json_each(communes) AS one
             WHERE case_head.id = record.case_id AND one.value ->> '$.id' = record.key)
      FROM record WHERE kind = 'cohort-consent'
"""

_ASSESSMENTS = """
    WITH assessed AS MATERIALIZED (  -- first who is meant: what follows is asked of few
        SELECT one.value ->> '$.id' AS commune, one.value ->> '$.name' AS name,
               one.value ->> '$.population' AS population, case_head.id AS case_id, opened_on,
               assessment.id, assessment.kind, assessment.version, digest, number, areas
          FROM assessment JOIN case_head ON case_head.id = assessment.case_id, json_each(communes) AS one
         WHERE questionnaire = ? AND assessment.kind <> 'pre-survey'
           AND one.value ->> '$.kind' = ?
           AND one.value ->> '$.id' = coalesce(nullif(assessment.commune, ''),
                   CASE json_array_length(communes) WHEN 1 THEN communes ->> '$[0].id' END)
           AND one.value ->> '$.id' IN (SELECT value FROM json_each(?))
    )
    SELECT commune, name, population, id, kind, version, digest, number, areas FROM assessed
     WHERE EXISTS (SELECT 1 FROM answer WHERE answer.assessment = assessed.id AND state = 'answered')
       AND NOT EXISTS (SELECT 1 FROM record WHERE record.case_id = assessed.case_id AND kind = 'handover')
       AND NOT EXISTS (SELECT 1 FROM record WHERE record.case_id = assessed.case_id AND kind = 'assessment-migration'
                       AND key = assessed.id AND value ->> '$.successor' IS NOT NULL)
     ORDER BY opened_on, case_id, number
"""

_PARTNERS = """
    SELECT DISTINCT other.value ->> '$.id', other.value ->> '$.key'
      FROM case_head, json_each(communes) AS one, json_each(communes) AS other
     WHERE json_array_length(communes) > 1 AND one.value ->> '$.id' IN (SELECT value FROM json_each(?))
"""

_ANSWERS = """
    SELECT assessment, question, state, level FROM answer
     WHERE assessment IN (SELECT value FROM json_each(?)) ORDER BY assessment
"""
_STATES = {state.value: state for state in AnswerState}


@dataclass(frozen=True, slots=True)
class KeptCommune:
    """A commune as a case keeps it: the id and the key that it had when the case was opened."""

    id: str
    key: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredAssessment:
    """The latest assessment of a commune by itself, with its name, and levels and states of its answers."""

    commune: str
    name: str
    assessment: Assessment
    answers: Mapping[str, Answer]


class CohortStore:
    """Reads over all cases of a data folder."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def consents(self) -> tuple[tuple[KeptCommune, CohortConsent], ...]:
        """Every consent that any case holds, with its commune."""
        with self._database.read() as connection:
            rows = connection.exec_driver_sql(_CONSENTS).fetchall()
        return tuple((KeptCommune(name, key), from_json(CohortConsent, value)) for name, value, key in rows)

    def partners(self, communes: Collection[str]) -> frozenset[KeptCommune]:
        """The communes that share a case with one of these ids, and these themselves where there are any."""
        wanted = (json.dumps(sorted(communes)),)
        with self._database.read() as connection:
            return frozenset(KeptCommune(*row) for row in connection.exec_driver_sql(_PARTNERS, wanted))

    def assessments(
        self,
        questionnaire: str,
        kind: CommuneKind,
        communes: Mapping[str, str],
        fits: Callable[[int | None], bool],
    ) -> Iterator[StoredAssessment]:
        """The latest answered assessment by a questionnaire of each of these communes, if they are of the kind.

        ``communes`` tells of the ids that cases keep which commune each is today, where several are one after a merger.
        ``fits`` says of how many people a commune may have.
        """
        latest: dict[str, tuple[str, Assessment]] = {}
        with self._database.read() as connection:
            wanted = (questionnaire, kind.value, json.dumps(sorted(communes)))
            for commune, name, population, *columns in connection.exec_driver_sql(_ASSESSMENTS, wanted):
                if fits(population):
                    latest[communes[commune]] = (name, _assessment(questionnaire, *columns))
            answers = dict(_answers(connection, [item.id for _, item in latest.values()]))
        for commune, (name, found) in latest.items():
            yield StoredAssessment(commune=commune, name=name, assessment=found, answers=answers.get(found.id, {}))


def _answers(connection: Connection, assessments: list[str]) -> Iterator[tuple[str, Mapping[str, Answer]]]:
    rows = connection.exec_driver_sql(_ANSWERS, (json.dumps(assessments),))
    for name, found in groupby(rows, key=itemgetter(0)):
        yield name, {question: Answer(state=_STATES[state], level=level) for _, question, state, level in found}


def _assessment(  # a row's columns in their order
    questionnaire: str, name: str, kind: str, version: str, digest: str, number: int, areas: str
) -> Assessment:
    return Assessment(
        id=name,
        kind=AssessmentKind(kind),
        questionnaire=questionnaire,
        version=version,
        digest=digest,
        number=number,
        areas=tuple(filter(None, areas.split(","))),
    )
