"""What figures are counted from, read with one statement; it only reads, so the background lane may ask."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

from advisor_app.domain.booking import BookingState, Financing
from advisor_app.domain.feedback_evaluation import CaseFeedback, forms_of
from advisor_app.domain.figures import BookingFact, fitting_district
from advisor_app.domain.sent_form import SentForm
from advisor_app.storage.database import Database
from advisor_app.storage.json_records import from_json

BOOKINGS = """
    SELECT booking.id, module, state, financing, programme, substr(coalesce(requested_on, applied_on), 1, 7),
           substr(completed_on, 1, 7),
           (SELECT CASE WHEN value ->> '$.kind' = 'kS' AND value ->> '$.key' LIKE '%000'
                        THEN value ->> '$.name' || ', Stadt'
                        WHEN value ->> '$.kind' = 'LK' THEN value ->> '$.name'
                        ELSE value ->> '$.district' END
              FROM json_each(case_head.communes) WHERE value ->> '$.id' = booking.commune)
      FROM booking JOIN case_head ON case_head.id = booking.case_id
     WHERE NOT EXISTS (SELECT 1 FROM record WHERE record.case_id = booking.case_id AND record.kind = 'handover')
"""
"""A case that was handed over is counted by whoever has it now; what is left here is a copy to read.
A town without a district is one of its own, told from the district that may have the same name (Kassel)."""


class FiguresStore:
    """Reads bookings and feedback of all cases."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def facts(self) -> tuple[BookingFact, ...]:
        """What is counted of every booking of this data folder, by id."""
        with self._database.read() as connection:
            rows = connection.exec_driver_sql(BOOKINGS).fetchall()
        districts = {name: fitting_district(name or "") for name in {row[-1] for row in rows}}
        return tuple(_fact(row, districts) for row in rows)

    def feedback(self, kind: str) -> Iterator[CaseFeedback]:
        """What came back of the forms of a kind of document, case by case; copies of others' cases left out."""
        with self._database.read() as connection:
            rows = connection.exec_driver_sql(_RETURNED, (kind,)).fetchall()
        for (_, adviser, modules), group in groupby(rows, key=itemgetter(0, 1, 2)):
            forms = forms_of(from_json(SentForm, row[3]) for row in group)
            yield CaseFeedback(
                modules=tuple(sorted(set((modules or "").split(",")) - {""})), adviser=adviser, forms=forms
            )


_RETURNED = """
    SELECT case_head.id, adviser,
           (SELECT group_concat(module) FROM booking WHERE booking.case_id = case_head.id), record.value
      FROM record JOIN case_head ON case_head.id = record.case_id
     WHERE record.kind = 'sent-form' AND record.value ->> '$.document.kind' = ?
       AND NOT EXISTS (SELECT 1 FROM record AS other WHERE other.case_id = case_head.id AND other.kind = 'handover')
     ORDER BY case_head.id
"""

_STATES = {state.value: state for state in BookingState}
_FINANCINGS = {financing.value: financing for financing in Financing}


def _fact(row: Sequence[Any], districts: Mapping[str | None, str]) -> BookingFact:
    booking, module, state, financing, programme, requested, completed, district = row
    found = _STATES[state]
    return BookingFact(
        booking=booking,
        module=module,
        district=districts[district],
        financing=_FINANCINGS[financing],
        programme=programme or "",
        state=found,
        requested=requested or "",
        completed=(completed or "") if found is BookingState.COMPLETED else "",
    )
