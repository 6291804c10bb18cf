"""A record as the columns of its row, and back."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import Row

from advisor_app.domain.assessment import Answer, AnswerState, Assessment, AssessmentKind, Statement
from advisor_app.domain.booking import Booking, BookingState, Financing
from advisor_app.domain.case import (
    CaseCommune,
    CaseHead,
)
from advisor_app.domain.changes import (
    AnswerSet,
    AssessmentSet,
    BookingSet,
    Change,
    HeadSet,
    StatementSet,
    TargetSet,
)
from advisor_app.domain.foundations import MAXIMUM_LEVEL
from advisor_app.domain.words import Audience, Words
from advisor_app.storage.json_records import from_json, to_json

_LEVELS = range(MAXIMUM_LEVEL + 1)


def columns_of(case_id: str, change: Change) -> dict[str, Any]:
    """The columns of the record after a change, without its primary key."""
    match change:
        case HeadSet(after=CaseHead() as head):
            return _head_columns(head)
        case BookingSet(after=Booking() as booking):
            return {"case_id": case_id, **_booking_columns(booking)}
        case AssessmentSet(after=Assessment() as assessment):
            return {"case_id": case_id, **_assessment_columns(assessment)}
        case AnswerSet(after=Answer() as answer):
            return {"case_id": case_id, **_answer_columns(answer)}
        case StatementSet(after=Statement() as statement):
            return {
                "case_id": case_id,
                "state": statement.state.value,
                "level": statement.level,
                "number": None if statement.number is None else str(statement.number),
                "text": statement.text,
                **_words("note", statement.note),
            }
        case TargetSet(after=int() as level):
            return {"case_id": case_id, "level": level}
        case _:
            return {"value": to_json(change.after)}


def _words(name: str, words: Words) -> dict[str, str]:
    return {name: words.text, f"{name}_audience": words.audience.value}


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _head_columns(head: CaseHead) -> dict[str, Any]:
    return {
        "commune": head.communes[0].id,
        "communes": "[" + ",".join(to_json(commune) for commune in head.communes) + "]",
        "opened_on": head.opened_on.isoformat(),
        "adviser": head.adviser,
        "provider": head.provider,
        "provider_reference": head.provider_reference,
        "commune_reference": head.commune_reference,
        "wish": head.wish,
        "room": head.room,
        "draft": head.draft,
        "archived": head.archived,
    }


def _booking_columns(booking: Booking) -> dict[str, Any]:
    return {
        "module": booking.module,
        "commune": booking.commune,
        "state": booking.state.value,
        "financing": booking.financing.value,
        "programme": booking.programme,
        "price": booking.price,
        "requested_on": _day(booking.requested_on),
        "applied_on": _day(booking.applied_on),
        "approved_on": _day(booking.approved_on),
        "completed_on": _day(booking.completed_on),
        **_words("clarified", booking.clarified),
        **_words("note", booking.note),
    }


def _assessment_columns(assessment: Assessment) -> dict[str, Any]:
    return {
        "kind": assessment.kind.value,
        "questionnaire": assessment.questionnaire,
        "version": assessment.version,
        "digest": assessment.digest,
        "number": assessment.number,
        "held_on": _day(assessment.held_on),
        "areas": ",".join(assessment.areas),
        "commune": assessment.commune or None,
    }


def _answer_columns(answer: Answer) -> dict[str, Any]:
    return {
        "state": answer.state.value,
        "level": answer.level,
        "number": None if answer.number is None else str(answer.number),
        "text": answer.text,
        "role": answer.role,
        **_words("reason", answer.reason),
        **_words("note", answer.note),
    }


def _to_words(text: str, audience: str) -> Words:
    return Words(text, Audience(audience))


def _to_day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def level_of(stored: int | None) -> int | None:
    """A level from its row; one that there is not counts as none, so that a case that holds it can be opened."""
    return stored if stored in _LEVELS else None


def head_of(row: Row[Any]) -> CaseHead:
    """A case's head from its row."""
    return CaseHead(
        communes=from_json(tuple[CaseCommune, ...], row.communes),
        opened_on=date.fromisoformat(row.opened_on),
        adviser=row.adviser,
        provider=row.provider,
        provider_reference=row.provider_reference,
        commune_reference=row.commune_reference,
        wish=row.wish,
        room=row.room,
        draft=row.draft,
        archived=row.archived,
    )


def booking_of(row: Row[Any]) -> Booking:
    """A booking from its row."""
    return Booking(
        id=row.id,
        module=row.module,
        commune=row.commune or "",
        state=BookingState(row.state),
        financing=Financing(row.financing),
        programme=row.programme,
        price=row.price,
        requested_on=_to_day(row.requested_on),
        applied_on=_to_day(row.applied_on),
        approved_on=_to_day(row.approved_on),
        completed_on=_to_day(row.completed_on),
        clarified=_to_words(row.clarified, row.clarified_audience),
        note=_to_words(row.note, row.note_audience),
    )


def assessment_of(row: Row[Any]) -> Assessment:
    """An assessment from its row."""
    return Assessment(
        id=row.id,
        kind=AssessmentKind(row.kind),
        questionnaire=row.questionnaire,
        version=row.version,
        digest=row.digest,
        number=row.number,
        held_on=_to_day(row.held_on),
        areas=tuple(row.areas.split(",")) if row.areas else (),
        commune=row.commune or "",
    )


def answer_of(row: Row[Any]) -> Answer:
    """An agreed answer from its row."""
    return Answer(
        state=AnswerState(row.state),
        level=level_of(row.level),
        number=None if row.number is None else Decimal(row.number),
        text=row.text,
        reason=_to_words(row.reason, row.reason_audience),
        note=_to_words(row.note, row.note_audience),
        role=row.role,
    )


def statement_of(row: Row[Any]) -> Statement:
    """A role's statement from its row."""
    return Statement(
        role=row.role,
        state=AnswerState(row.state),
        level=level_of(row.level),
        number=None if row.number is None else Decimal(row.number),
        text=row.text or "",
        note=_to_words(row.note, row.note_audience),
    )
