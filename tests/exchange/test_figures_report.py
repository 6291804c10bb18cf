"""Report files: what is written is read again, and nothing else is."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.figures import BookingFact
from advisor_app.domain.figures_report import report_of
from advisor_app.exchange.figures_report import read_report, write_report
from advisor_app.texts import load_texts
from tests.domain.booking_facts import FACTS, official_figures

TEXTS = load_texts("de")
AUGUST = datetime(2021, 8, 4, 12, tzinfo=UTC)
SOUND = write_report(report_of("laptop", AUGUST, official_figures()))


def refused(data: bytes) -> str:
    with pytest.raises(AdvisorError) as caught:
        read_report(data, "a.bkmeldung", TEXTS)
    assert caught.value.problem is Problem.REPORT_FILE
    return str(caught.value.details["reason"])


def canonical(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode() + b"\n"


@given(FACTS)
def test_what_is_written_is_read_again(facts: list[BookingFact]) -> None:
    report = report_of("laptop", AUGUST, facts)
    assert read_report(write_report(report), "a", TEXTS) == report
    assert write_report(report_of("laptop", AUGUST, reversed(facts))) == write_report(report)


def test_a_file_holds_figures_and_nothing_else() -> None:
    value = json.loads(SOUND)
    assert set(value) == {"format", "version", "profile", "made_at", "rows", "check"}
    fields = {"module", "district", "financing", "programme", "state", "requested", "completed", "bookings"}
    assert {frozenset(row) for row in value["rows"]} == {frozenset(fields)}
    assert sum(len(row["bookings"]) for row in value["rows"]) == 385
    assert b"M2-1" not in SOUND


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("profile", "x"),
        ("profile", 7),
        ("made_at", "gestern"),
        ("made_at", None),
        ("version", 0),
        ("version", True),
        ("version", 1.0),
        ("rows", {}),
        ("rows", [[]]),
        ("rows", [{}]),
        ("more", 1),
    ],
)
def test_another_head_is_refused(key: str, value: object) -> None:
    assert "nicht geben kann" in refused(canonical({**json.loads(SOUND), key: value})) or key == "rows"
    assert refused(canonical({**json.loads(SOUND), key: value}))


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("module", ""),
        ("module", "M 2; DROP"),
        ("module", 2),
        ("district", "=cmd()"),
        ("district", "Gießen\n"),
        ("district", "A" * 81),
        ("financing", "geschenkt"),
        ("programme", "=1+1"),
        ("programme", None),
        ("state", "fertig"),
        ("requested", "2021-13"),
        ("requested", "٢٠٢١-٠١"),
        ("completed", "2021-01"),  # of a booking that is not completed
        ("bookings", []),
        ("bookings", "0" * 32),
        ("bookings", ["0" * 31]),
        ("bookings", ["A" * 32]),
        ("bookings", ["0" * 32, "0" * 32]),
        ("note", "Anruf bei Frau …"),
    ],
)
def test_another_row_is_refused(key: str, value: object) -> None:
    head: dict[str, Any] = json.loads(SOUND)
    row = next(row for row in head["rows"] if row["state"] == "angefragt")
    assert "nicht geben kann" in refused(canonical({**head, "rows": [{**row, key: value}]}))


def test_another_order_blanks_or_a_doubled_key_are_told_as_changed() -> None:
    value = json.loads(SOUND)
    assert "verändert" in refused(json.dumps(value).encode())
    assert "verändert" in refused(SOUND + b"\n")
    assert "verändert" in refused(canonical({**value, "rows": list(reversed(value["rows"]))}))
    assert "verändert" in refused(SOUND.replace(b'"version":1', b'"version":1,"version":1'))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b'"state":"angefragt"', b'"state":"abgeschlossen"'),
        (b'"module":"M1"', b'"module":"M4"'),
        (b"2021-08-04T12", b"2021-08-05T12"),
    ],
)
def test_a_sound_figure_that_somebody_has_changed_is_told(before: bytes, after: bytes) -> None:
    """Each of these would be a report that can be, and would be counted: keys, order and blanks are as they were."""
    assert before in SOUND
    assert "verändert" in refused(SOUND.replace(before, after, 1))


def test_one_of_a_newer_program_says_so() -> None:
    assert "neueren Version" in refused(canonical({**json.loads(SOUND), "version": 2}))


@pytest.mark.parametrize(
    "data", [b"", b"{", b"[]", b'"a"', b"\xff\xfe", b"[" * 100_000, b"null", b"PK\x03\x04", b"[" + b"[]," * 1_600_000]
)
def test_anything_else_is_no_report(data: bytes) -> None:
    assert "keine Meldedatei" in refused(data)


@given(st.binary(max_size=60), st.integers(0, len(SOUND)), st.integers(0, 40))
def test_no_damage_is_read_as_another_report(piece: bytes, place: int, gone: int) -> None:
    damaged = SOUND[:place] + piece + SOUND[place + gone :]
    try:
        read = read_report(damaged, "a", TEXTS)
    except AdvisorError:
        return
    assert write_report(read) == damaged  # the same, or another sound file: what was read is what stands there
