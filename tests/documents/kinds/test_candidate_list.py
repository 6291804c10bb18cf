"""The list of candidates: ranks with their ties, and what is not released left out."""

from dataclasses import replace

import pytest

from advisor_app.documents.blocks import FactTable, Heading, Table
from advisor_app.documents.kinds import candidate_list, find_kind, result_report
from advisor_app.domain.candidate import Placing
from advisor_app.domain.case import Case
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.words import Audience, Words
from tests.documents.samples import full_case, given
from tests.example_selection import area_poll, way_decision


def words_of(case: Case, kind: str = candidate_list.KIND) -> str:
    return repr(find_kind(kind).make(given(case)).blocks)


def test_ties_are_named_and_nobody_is_put_first() -> None:
    case = full_case()
    placed = {name: replace(item, placing=Placing(benefit=4, feasibility=4)) for name, item in case.candidates.items()}
    tied = replace(case, candidates=placed)
    assert "Gleichauf auf dem ersten Platz liegen K-01, K-02, K-03, K-04 und K-05" in words_of(tied)
    first = next(block for block in candidate_list.build(given(tied)).blocks if isinstance(block, Table))
    assert first.rows[0].cells[0] == "1, gleichauf mit K-02, K-03, K-04 und K-05"


def test_what_is_not_released_is_not_there() -> None:
    case = full_case()
    hidden = replace(
        case,
        area_polls={"dots-1": replace(area_poll(), audience=Audience.INTERNAL)},
        way_decisions={"a1": replace(way_decision(), reason=Words("Streng geheim"))},
    )
    assert "Wie die Wirkungsbereiche gewählt wurden" in words_of(case)
    assert "Wie die Wirkungsbereiche gewählt wurden" not in words_of(hidden)
    assert "Streng geheim" not in words_of(hidden)
    assert "Gemeindevorstand" in words_of(hidden)


def test_the_report_tells_of_dots_candidates_and_the_decision() -> None:
    document = result_report.build(given(full_case()))
    headings = [block.text for block in document.blocks if isinstance(block, Heading)]
    assert "Anwendungsfall oder Umsetzungsplan" in headings
    assert "Kandidatenliste" in headings
    facts = [fact.label for block in document.blocks if isinstance(block, FactTable) for fact in block.facts]
    assert "Vorschlag zur Phase" in facts


def test_without_candidates_there_is_no_list() -> None:
    empty = replace(full_case(), candidates={})
    with pytest.raises(AdvisorError) as refused:
        candidate_list.sections(given(empty))
    assert refused.value.problem is Problem.NO_CANDIDATE
