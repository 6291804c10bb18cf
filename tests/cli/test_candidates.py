"""Choosing use cases by commands: dots, candidates, ratings, the one taken over, the decision, and joint costs."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run

COSTS = """\
[[use_case]]
number = 1
title = "Pegelwarnung"

[use_case.costs]
contingency_percent = 10
internal_hours = 120
hourly_rate = 58
yearly = 4300
communes = 5
quota_percent = 90

[[use_case.costs.lines]]
label = "Pegel, Regen, Gateways"
amount = 9750

[[use_case.costs.lines]]
label = "Plattform"
amount = 6000
shared = true
"""


MANY = ("WB2=9", "WB3=8", "WB5=1")


@pytest.fixture
def candidate(run: Run, case_id: str) -> str:
    code: str = run("candidate", "add", case_id, "Pegelwarnung", "--areas", "WB8,WB2", "--json").json["code"]
    run("candidate", "add", case_id, "Leerstand", "--areas", "WB7")
    return code


def test_candidates_are_rated_ranked_and_taken_over(run: Run, case_id: str, candidate: str) -> None:
    run("candidate", "rate", case_id, "bedarf=5", "reichweite=2", "betrieb=4", "--item", candidate)
    placed = run("candidate", "place", case_id, "4", "4", "--item", "K-02", "--json").json
    assert (placed["placed"], placed["benefit"]) == (True, 4.0)
    first, second = run("candidate", "list", case_id, "--json").json
    assert (first["code"], first["rank"], first["tied_with"]) == ("K-01", 1, ["K-02"])
    assert (first["areas"], first["benefit"], first["feasibility"]) == (["WB2", "WB8"], 4.0, 4.0)
    assert second["rank"] == 1
    assert "1, gleichauf mit K-02" in run("candidate", "list", case_id).out
    run("candidate", "rate", case_id, "reichweite=-", "--item", candidate)
    assert run("candidate", "list", case_id, "--json").json[0]["benefit"] == 5.0
    taken = run("candidate", "take", case_id, "--item", candidate, "--json").json
    assert taken["use_case"] == "UC-01"
    again = run("candidate", "take", case_id, "--item", candidate, "--json").json
    assert again["use_case"] == "UC-01"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (("rate", "preis=3"), "Das Kriterium „preis“"),
        (("rate", "bedarf=6"), "ist keine Bewertung"),
        (("rate", "bedarf"), "passt nicht zu"),
        (("rate", "bedarf=viel"), "passt nicht zu"),
        (("place", "0", "3"), "ist keine Bewertung"),
        (("take", "--item", "K-09"), "Den Kandidaten „K-09“"),
    ],
)
def test_what_does_not_fit_is_one_sentence(
    run: Run, fail: Run, case_id: str, candidate: str, line: tuple[str, ...], said: str
) -> None:
    command, *rest = line
    assert said in fail("candidate", command, case_id, *rest).err
    assert run("candidate", "list", case_id, "--json").json[0]["ratings"] == {}
    assert candidate == "K-01"


def test_dots_choose_areas_but_not_through_a_tie(run: Run, fail: Run, case_id: str) -> None:
    counted = run(
        "candidate", "dots", case_id, "WB8=7", "WB2=5", "wb1=1", "WB4=1", "--people", "5", "--take", "--json"
    ).json
    assert counted["taken"] == ["WB2", "WB8"]
    assert counted["undecided"] == ["WB1", "WB4"]
    assert (
        "Gleich viele Punkte haben WB1, WB4 und WB5" in run("candidate", "dots", case_id, "WB1=1", "WB4=1", *MANY).out
    )
    assert "WB9" in fail("candidate", "dots", case_id, "WB9=1").err
    assert "noch keinen Punkt" in fail("candidate", "dots", case_id, "WB1=0").err


def test_the_decision_is_put_down_beside_the_suggestion(run: Run, case_id: str) -> None:
    before = run("candidate", "decide", case_id, "--json").json
    assert before["decided"] is None
    after = run("candidate", "decide", case_id, "--way", "plan", "--by", "Magistrat", "--json").json
    assert (after["decided"], after["decided_by"]) == ("plan", "Magistrat")
    assert "Entschieden: Umsetzungsplan · Magistrat" in run("candidate", "decide", case_id).out


def test_both_sums_of_a_cooperation_to_the_cent(run: Run, fail: Run, case_id: str, tmp_path: Path) -> None:
    file = tmp_path / "kosten.toml"
    file.write_text(COSTS, "utf-8")
    run("use-case", "import", case_id, file)
    said = run("use-case", "cost", case_id, "--json").json
    assert (said["total_cents"], said["alliance_external_cents"], said["alliance_multiplied_cents"]) == (
        24_285_00,
        60_225_00,
        121_425_00,
    )
    assert said["alliance_multiplied_remainder_cents"] == 12_142_50
    assert said["alliance_multiplied_per_commune_cents"] == 2_428_50
    programmes = {item["id"]: item for item in said["programmes"]}
    assert programmes["I"]["ceiling_cents"] == 125_000_00
    assert programmes["I"]["quota_assumed"] is True
    assert programmes["H"]["obstacles"] == ["applications-closed", "under-minimum"]
    eight = run("use-case", "cost", case_id, "--communes", "8", "--quota", "0", "--json").json
    assert eight["assumptions"]["communes"] == 8
    lines = run("use-case", "cost", case_id).out
    assert "60.225" in lines
    assert "121.425" in lines
    assert "passt nicht zu" in fail("use-case", "cost", case_id, "--quota", "101").err
