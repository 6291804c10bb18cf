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


def test_the_day_of_an_assessment_is_kept_and_can_be_taken_back(run: Run, fail: Run, answered: str) -> None:
    kept = run("assessment", "held", answered, "5.10.2026", "--json").json
    assert (kept["case"], kept["held_on"]) == (answered, "2026-10-05")
    assert "05.10.2026" in run("assessment", "list", answered).out
    assert "„bald“" in fail("assessment", "held", answered, "bald").err
    assert run("assessment", "held", answered, "none", "--json").json["held_on"] is None


def test_what_was_answered_before_is_offered_and_taken_over_by_name(run: Run, fail: Run, answered: str) -> None:
    assert run("assessment", "given", answered).lines == [
        "Zu den Fragen dieser Erhebung ist sonst nirgends etwas beantwortet."
    ]
    made = run("assessment", "create", answered, "--kind", "follow-up", "--json").json["id"]
    on = ("--assessment", made)
    given = {item["question"]: item for item in run("assessment", "given", answered, *on, "--json").json["given"]}
    assert (given["4.1.1"]["origin"], given["4.1.1"]["can_be_taken"]) == ("earlier", True)
    assert {item["state"] for item in given.values()} == {"unanswered"}
    assert "4.9.9" in fail("assessment", "given", answered, *on, "--take", "4.1.1,4.9.9").err
    taken = run("assessment", "given", answered, *on, "--take", "4.1.1", "--json").json["given"]
    assert [item["question"] for item in taken if item["state"] == "answered"] == ["4.1.1"]
    assert "4.1.1: " in (line := run("assessment", "given", answered, *on).lines[0])
    assert line.endswith("hier schon beantwortet)")


def test_what_another_module_answered_is_shown_with_where_it_comes_from(run: Run, fail: Run, tmp_path: Path) -> None:
    case = run("case", "create", "--commune", LICH, "--modules", "M2,M4", "--json").json["id"]
    second, fourth = (item["id"] for item in run("assessment", "list", case, "--json").json)
    file = tmp_path / "answers.csv"
    file.write_text("question,level\n2.1.2,2\n", "utf-8")
    run("assessment", "import", case, file, "--assessment", second)
    (given,) = run("assessment", "given", case, "--assessment", fourth, "--json").json["given"]
    assert (given["question"], given["asked_as"], given["origin"]) == ("4.5.4", "2.1.2", "elsewhere")
    assert given["source"].startswith("Modul 2 · Workshop")
    assert not given["can_be_taken"]  # other anchors: its level would say something else here
    assert "4.5.4" in fail("assessment", "given", case, "--assessment", fourth, "--take", "4.5.4").err


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
