"""What the comparison of two assessments says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from advisor_app.documents.blocks import Callout, Document, Row, Table
from advisor_app.documents.compared import comparable
from advisor_app.documents.kinds import find_kind
from advisor_app.domain.assessment import Answer, AnswerState, AssessmentKind
from advisor_app.domain.assessment_migration import AssessmentMigration
from advisor_app.domain.case import Case, SectionKey
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.questionnaire import Questionnaire
from advisor_app.domain.words import Audience, Words
from tests.documents.reading import squeezed, story
from tests.documents.samples import given, small_case
from tests.example_case import example_answers, example_assessment, example_case

COMPARISON = find_kind("assessment-comparison")


def with_earlier(**levels: int | None) -> Case:
    """The worked example after an earlier workshop with other levels (``q_4_1_1=0``); None: not answered then."""
    case = example_case()
    earlier = replace(example_assessment(), id="a0", number=0, held_on=date(2025, 3, 3))
    answers = example_answers()
    for name, level in levels.items():
        question = name.removeprefix("q_").replace("_", ".")
        answers[question] = Answer() if level is None else replace(answers[question], level=level)
    return replace(case, assessments={"a0": earlier, **case.assessments}, answers={**case.answers, "a0": answers})


def build(case: Case, **parts: Any) -> Document:
    return COMPARISON.make(given(case, **parts))


def lines(document: Document) -> list[str]:
    return list(story(document, aloud=True))


def rows(document: Document, summary: str) -> list[tuple[str, ...]]:
    """The rows of the table with a summary, every cell as it is told."""
    tables: list[Any] = [block for block in document.blocks if isinstance(block, Table)]
    tables += [inner for block in document.blocks for inner in getattr(block, "right", ()) if isinstance(inner, Table)]
    table = next(item for item in tables if item.summary.startswith(summary))
    return [tuple(_told(cell) for cell in row.cells) for row in table.rows if isinstance(row, Row)]


def _told(cell: object) -> str:
    if isinstance(cell, tuple):
        return " ".join(getattr(item, "text", "") or getattr(item, "words", "") for item in cell).strip()
    return str(cell)


def other_version(questionnaire: Questionnaire) -> Questionnaire:
    """The same questionnaire with another weight of 4.1.1, another text of 4.2.1 and without 4.4.3."""
    dimensions = []
    for dimension in questionnaire.dimensions:
        questions = [
            replace(item, weight=item.weight + 1) if item.id == "4.1.1"
            else replace(item, text="Ganz andere Frage?") if item.id == "4.2.1"
            else item
            for item in dimension.questions
            if item.id != "4.4.3"
        ]  # fmt: skip
        dimensions.append(replace(dimension, questions=tuple(questions)))
    return replace(questionnaire, version="0.9.0", dimensions=tuple(dimensions))


def of_two_versions(case: Case) -> Document:
    new = given(case).questionnaires["a1"]
    return build(case, questionnaires={"a0": other_version(new), "a1": new})


def test_scores_before_and_after_with_their_difference() -> None:
    document = build(with_earlier(q_4_1_1=0, q_4_1_2=0))
    table = rows(document, "Stufe und Wert je Dimension")
    assert [squeezed(cell) for cell in table[0]] == [
        "4.1StrategieundPolitik", "Stufe0,nichtvorhanden0,8", "Stufe2,teilweise2,0", "+1,2", "3",
    ]  # fmt: skip
    assert table[-1][0] == "Modulwert"
    assert table[-1][2] == "1,6"


def test_every_question_that_moved_and_only_those() -> None:
    document = build(with_earlier(q_4_1_1=0, q_4_2_3=3, q_4_5_3=None))
    table = rows(document, "Fragen mit anderer Stufe")
    assert [row[0] for row in table] == [
        "Höher eingestuft: eine Frage", "4.1.1",
        "Niedriger eingestuft: eine Frage", "4.2.3",
        "Jetzt beantwortet: eine Frage", "4.5.3",
    ]  # fmt: skip
    assert "Stufe 0" in table[1][2]
    assert "Stufe 2" in table[1][3]


def test_an_answer_that_is_unknown_now_says_so() -> None:
    case = with_earlier()
    answers = {**case.answers["a1"], "4.3.1": Answer(state=AnswerState.UNKNOWN)}
    table = rows(build(replace(case, answers={**case.answers, "a1": answers})), "Fragen mit anderer Stufe")
    assert table[0][0] == "Nicht mehr beantwortet: eine Frage"
    assert table[1][3:] == ("–", "unbekannt")


def test_nothing_moved() -> None:
    said = lines(build(with_earlier()))
    assert squeezed("Bei keiner Frage hat sich die Stufe geändert.") in said
    assert squeezed("Der Modulwert ist mit 1,6 gleich geblieben.") in "".join(said)
    assert not any(text.startswith("Amweitesten") for text in said)


def test_the_proposal_names_the_dimensions_that_moved_most() -> None:
    (section,) = COMPARISON.sections(given(with_earlier(q_4_1_1=0, q_4_4_1=4, q_4_4_2=4)))
    assert "Am weitesten voran kam „Strategie und Politik“ (+0,7)." in section.proposal
    assert "Am weitesten zurück fiel „Beteiligung und Partner“ (−" in section.proposal
    assert "dieselben Fragen" not in section.proposal
    (section,) = COMPARISON.sections(given(with_earlier(q_4_1_1=None)))
    assert "Nicht bei beiden Erhebungen sind dieselben Fragen beantwortet" in section.proposal


def test_figures_of_other_versions_are_marked() -> None:
    document = of_two_versions(with_earlier())
    assert any(isinstance(block, Callout) for block in document.blocks)
    table = rows(document, "Stufe und Wert je Dimension")
    marked = {squeezed(row[0])[:3] for row in table if row[0].endswith("*")}
    assert marked == {"4.1", "4.2", "4.4", "Mod"}
    different = {row[0]: row[2] for row in rows(document, "Fragen, die in den Fassungen")}
    assert different == {"4.1.1": "Gewicht", "4.2.1": "Wortlaut", "4.4.3": "nur in der späteren Fassung"}


def test_a_question_with_another_text_is_not_compared() -> None:
    document = of_two_versions(with_earlier(q_4_1_1=0, q_4_2_1=0))
    assert [row[0] for row in rows(document, "Fragen mit anderer Stufe")] == ["Höher eingestuft: eine Frage", "4.1.1"]


def test_one_version_has_no_marks() -> None:
    document = build(with_earlier(q_4_1_1=0))
    assert not any(isinstance(block, Callout) for block in document.blocks)
    assert not any("*" in text for text in lines(document))
    assert squeezed("Was sich nicht vergleichen lässt") not in lines(document)


def test_confidential_questions_are_only_counted() -> None:
    case = with_earlier(q_4_1_1=0)
    questionnaire = given(case).questionnaires["a1"]
    dimensions = tuple(
        replace(
            dimension,
            questions=tuple(replace(item, confidential=item.id == "4.1.1") for item in dimension.questions),
        )
        for dimension in questionnaire.dimensions
    )
    secret = replace(questionnaire, dimensions=dimensions)
    said = lines(build(case, questionnaires={"a0": secret, "a1": secret}))
    assert "4.1.1" not in said
    assert any(squeezed("Eine vertrauliche Frage ist nicht aufgeführt.") in text for text in said)


def test_pairs_are_offered_the_latest_first() -> None:
    case = with_earlier()
    later = replace(example_assessment(), id="a2", kind=AssessmentKind.FOLLOW_UP, number=2, held_on=date(2027, 9, 14))
    case = replace(case, assessments={**case.assessments, "a2": later})
    assert COMPARISON.items is not None
    assert [item.title for item in COMPARISON.items(given(case))] == [
        "M4-Folgeerhebung-Workshop-2 (14.09.2027 und 14.09.2026)",
        "M4-Folgeerhebung-Workshop-1 (14.09.2027 und 03.03.2025)",
        "M4-Workshop-2-Workshop-1 (14.09.2026 und 03.03.2025)",
    ]
    assert squeezed("Folgeerhebung am 14.09.2027") in lines(build(case, item="a0:a2"))


def test_what_was_superseded_is_not_compared() -> None:
    case = with_earlier()
    gone = AssessmentMigration(digest="x", version="2", successor="a1", finished_on=date(2026, 9, 15))
    assert comparable(replace(case, migrations={"a0": gone})) == ()


def test_only_what_is_released_for_the_report_is_printed() -> None:
    key = SectionKey("assessment-comparison", "a0:a1", "summary")
    inside = replace(with_earlier(), sections={key: Words("Nur für mich.")})
    assert not any("Nurfürmich" in text for text in lines(build(inside, item="a0:a1")))
    released = replace(with_earlier(), sections={key: Words("Ein gutes Jahr.", Audience.REPORT)})
    assert squeezed("Ein gutes Jahr.") in lines(build(released, item="a0:a1"))


def test_one_assessment_cannot_be_compared() -> None:
    case = small_case()
    with pytest.raises(AdvisorError) as caught:
        build(replace(case, assessments={"a1": case.assessments["a1"]}))
    assert caught.value.problem is Problem.NO_COMPARISON
