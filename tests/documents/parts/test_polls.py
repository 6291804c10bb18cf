"""Polls on paper: the distribution and the outcome as far as they are released, and nothing of who said what."""

from __future__ import annotations

from dataclasses import replace

import pytest

from advisor_app.documents.blocks import Figure, KeepTogether, Table
from advisor_app.documents.document_input import DocumentInput
from advisor_app.documents.kinds import find_kind
from advisor_app.documents.parts.polls import poll_blocks, poll_section, polls_of_assessment
from advisor_app.domain.case import Case
from advisor_app.domain.poll import RoleVote
from advisor_app.domain.release import released_to
from advisor_app.domain.words import Audience, Words
from tests.documents.reading import squeezed, story
from tests.documents.samples import full_case, given, small_case


def told(kind: str, case: Case) -> str:
    return "".join(story(find_kind(kind).make(given(case)), aloud=True))


def for_report(case: Case) -> DocumentInput:
    return given(released_to(case, Audience.REPORT))


def test_polls_stand_in_the_order_of_the_questionnaire_with_targets_behind_their_questions() -> None:
    found = polls_of_assessment(given(full_case()), "a1")
    assert [poll.item for poll in found] == ["4.2.3", "4.3.2", "4.3"]
    assert polls_of_assessment(given(full_case()), "a0") == ()


def test_a_report_shows_only_what_is_released_for_it() -> None:
    report = told("result-report", full_case())
    assert squeezed("Punktabfragen der Gruppe") in report
    assert squeezed("Festgehalten mit abweichender Meinung: Stufe 1, punktuell. Nur das Bauamt") in report
    assert squeezed("Abweichende Meinung: Das Bauamt sieht das Haus auf Stufe 2.") in report
    assert squeezed("Zielstufe 4.3") in report
    assert squeezed("Vorerst nicht mehr.") not in report, "a reason that was not released"
    assert [poll.id for poll in polls_of_assessment(for_report(full_case()), "a1")] == ["q1", "q2"]


def test_minutes_show_the_polls_of_their_day_and_who_clarifies_what_was_postponed() -> None:
    minutes = told("minutes", full_case())
    assert squeezed("Vertagt, die Frage bleibt offen.") in minutes
    assert squeezed("Es klärt:") in minutes
    assert squeezed("30.10.2026") in minutes


def test_a_dissent_that_is_not_released_is_not_there() -> None:
    case = full_case()
    poll = case.polls["q1"]
    assert poll.outcome is not None
    quiet = replace(poll, outcome=replace(poll.outcome, dissent=Words("Das Bauamt sieht es anders.")))
    assert squeezed("sieht es anders") not in told("result-report", replace(case, polls={"q1": quiet}))


def test_covered_rounds_and_notes_of_roles_never_reach_paper() -> None:
    case = full_case()
    poll = case.polls["q2"]
    covered = replace(poll, rounds=tuple(replace(item, revealed_at=None) for item in poll.rounds))
    assert polls_of_assessment(given(replace(case, polls={"q2": covered})), "a1") == ()
    said = tuple(replace(item, roles=(RoleVote(role="BM", level=4),)) for item in poll.rounds)
    with_roles = poll_blocks(given(case), replace(poll, rounds=said))
    assert with_roles == poll_blocks(given(case), poll)


def test_every_poll_is_a_figure_and_one_table_has_all_figures() -> None:
    blocks = tuple(poll_section(given(full_case()), polls_of_assessment(given(full_case()), "a1"), 3))
    figures = [inner for block in blocks if isinstance(block, KeepTogether) for inner in block.blocks]
    charts = [block for block in figures if isinstance(block, Figure)]
    assert len(charts) == 3
    table = blocks[-1]
    assert isinstance(table, Table)
    assert [row.cells[:2] for row in table.rows] == [
        ("4.2.3", "Runde 1, verdeckt"),
        ("4.3.2", "Runde 1, verdeckt"),
        ("4.3.2", "Runde 2, offen"),
        ("4.3", "Runde 1, verdeckt"),
    ]
    assert table.rows[0].cells[2:] == ("3", "2", "1", "2", "0", "6")


@pytest.mark.parametrize("kind", ["result-report", "questionnaire-answered", "minutes"])
def test_without_polls_nothing_is_said_of_them(kind: str) -> None:
    assert squeezed("Punktabfragen der Gruppe") not in told(kind, small_case())
