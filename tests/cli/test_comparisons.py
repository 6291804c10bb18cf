"""Assessments seen from elsewhere, and cases after the pattern of others, by commands."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import EXAMPLE, LICH, Run

ANSWERS = EXAMPLE / "answers.csv"


@pytest.fixture
def answered(run: Run) -> str:
    """A case of Lich with the answers of the worked example."""
    case: str = run("case", "create", "--commune", LICH, "--modules", "M4", "--json").json["id"]
    run("assessment", "import", case, ANSWERS)
    return case


def test_the_way_to_the_next_phase(run: Run, answered: str) -> None:
    way = run("assessment", "what-if", answered, "--json").json["way"]
    assert way["phase"] == 4
    assert way["missing"] == []
    assert any(rise["question"] == "4.5.1" and rise["before"] == 2 for rise in way["rises"])
    assert "Phase 4 „Verankern“ wäre mit" in run("assessment", "what-if", answered).out


def test_a_follow_up_is_compared_with_the_workshop(run: Run, fail: Run, answered: str, tmp_path: Path) -> None:
    assert "zwei Erhebungen" in fail("assessment", "compare", answered).err
    (first,) = run("assessment", "list", answered, "--json").json
    made = run("assessment", "create", answered, "--kind", "follow-up", "--json").json["id"]
    assert "zwei Erhebungen" in fail("assessment", "compare", answered, "--assessment", made, "--with", "nothing").err
    run("assessment", "import", answered, ANSWERS, "--assessment", made)
    file = tmp_path / "one.csv"
    file.write_text("question,level\n4.1.1,4\n", "utf-8")
    run("assessment", "import", answered, file, "--assessment", made)
    both = run("assessment", "compare", answered, "--assessment", made, "--json").json
    assert (both["before"], both["after"], both["comparable"]) == (first["id"], made, True)
    assert both["moved"] == [{"question": "4.1.1", "direction": "up", "before": 2, "after": 4}]
    assert "2 → 4" in run("assessment", "compare", answered, "--assessment", made).out


def test_consent_is_noted_and_withdrawn(run: Run, fail: Run, answered: str) -> None:
    assert "keine Zustimmung" in fail("cohort", "withdraw", answered).err
    given = run("cohort", "consent", answered, "--by", "Hauptamt", "--on", "2026-06-01", "--json").json["consent"]
    assert (given["given_on"], given["given_by"], given["withdrawn_on"]) == ("2026-06-01", "Hauptamt", None)
    shown = run("cohort", "show", answered, "--json").json
    assert (shown["consent"], shown["cohort"]) == (given, None)
    assert "noch nicht fünf" in run("cohort", "show", answered).out
    assert run("cohort", "withdraw", answered, "--on", "2026-07-01", "--json").json["consent"]["withdrawn_on"]
    assert "„31.02.“" in fail("cohort", "consent", answered, "--on", "31.02.").err


def test_a_case_after_the_pattern_of_another(run: Run, fail: Run, answered: str) -> None:
    run("plan", "propose", answered)
    made = run("case", "duplicate", answered, "--commune", "06531005", "--parts", "agenda", "--json").json
    assert (made["template"], made["modules"]) == (answered, ["M4"])
    assert made["parts"]["agenda"] > 0
    assert set(made["parts"]) == {"agenda"}
    assert "nach dem Vorbild" in run("case", "duplicate", answered, "--commune", "06531005").out
    assert "--parts" in fail("case", "duplicate", answered, "--commune", "06531005", "--parts", "answers").err


def test_communes_of_a_joint_case_stand_side_by_side(run: Run, answered: str) -> None:
    assert "keine zwei Erhebungen" in run("assessment", "communes", answered).out
    assert run("assessment", "communes", answered, "--json").json is None
