"""Every finding of the plan's check has its sentence in both languages."""

from __future__ import annotations

import pytest

from advisor_app.domain.plan import Finding, PlanFinding
from advisor_app.texts import load_texts
from advisor_app.texts.findings import finding_sentence


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("finding", list(Finding))
def test_names_what_is_concerned(finding: Finding, language: str) -> None:
    sentence = finding_sentence(PlanFinding(finding=finding, measure="U2", others=("U7", "U8")), load_texts(language))
    assert ("U7" if finding is Finding.CYCLE else "U2") in sentence
    assert sentence.endswith(".")


def test_several_predecessors_are_listed_in_the_language() -> None:
    found = PlanFinding(finding=Finding.UNKNOWN_PREDECESSOR, measure="U5", others=("U3", "U4"))
    assert "U3 und U4" in finding_sentence(found, load_texts("de"))


def test_of_a_long_circle_beginning_and_end_are_told() -> None:
    names = tuple(f"U{number}" for number in range(1, 301))
    circle = PlanFinding(finding=Finding.CYCLE, measure="U1", others=(*names, "U1"))
    sentence = finding_sentence(circle, load_texts("de"))
    assert sentence == ("300 Maßnahmen im Kreis voneinander abhängig: U1 → U2 → U3 → U4 → … → U298 → U299 → U300 → U1.")
