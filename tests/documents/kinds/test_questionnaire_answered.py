"""What the questionnaire says once it was answered."""

from __future__ import annotations

from dataclasses import replace

import pytest

from advisor_app.documents.blocks import Block, Document, Heading, KeepTogether, Paragraph, Text
from advisor_app.documents.kinds import find_kind
from advisor_app.documents.paper_blocks import TickList
from advisor_app.domain.assessment import Answer, AnswerState
from advisor_app.domain.case import Case
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.words import Audience, Words
from tests.documents.reading import squeezed, story
from tests.documents.samples import given, small_case
from tests.example_case import example_case

ANSWERED = find_kind("questionnaire-answered")


def build(case: Case, assessment: str = "") -> Document:
    return ANSWERED.make(given(case, assessment=assessment))


def answered(**answers: Answer) -> Case:
    """The worked example with other answers, named q4_1_1 and so on."""
    case = example_case()
    changed = {name[1:].replace("_", "."): answer for name, answer in answers.items()}
    return replace(case, answers={"a1": {**case.answers["a1"], **changed}})


def question(document: Document, name: str) -> list[Block]:
    """The blocks below the heading of a question."""
    return next(
        list(block.blocks[1:])
        for block in document.blocks
        if isinstance(block, KeepTogether)
        and isinstance(block.blocks[0], Heading)
        and block.blocks[0].text.startswith(name)
    )


def ticked(blocks: list[Block]) -> list[str]:
    return [tick.text for block in blocks if isinstance(block, TickList) for tick in block.ticks if tick.ticked]


def words(blocks: list[Block]) -> list[Text]:
    return [block.text for block in blocks if isinstance(block, Paragraph)]


def test_the_agreed_level_is_ticked_among_all_of_them() -> None:
    blocks = question(build(example_case()), "4.1.1")
    (ticks,) = [block for block in blocks if isinstance(block, TickList)]
    assert len(ticks.ticks) == 5
    level = example_case().answers["a1"]["4.1.1"].level
    assert ticked(blocks) == [f"4.1.1 steht auf Stufe {level}."]


def test_unknown_and_not_applicable_are_ticked_as_such() -> None:
    reason = Words("Gibt es hier nicht.", Audience.REPORT)
    document = build(
        answered(
            q4_1_1=Answer(state=AnswerState.UNKNOWN),
            q4_1_4=Answer(state=AnswerState.NOT_APPLICABLE, reason=reason),
        )
    )
    assert ticked(question(document, "4.1.1")) == ["Das weiß ich nicht."]
    assert ticked(question(document, "4.1.4")) == ["Trifft nicht zu: Nur wenn es die Aufgabe hier nicht gibt."]
    assert squeezed("Gibt es hier nicht.") in "".join(story(document, aloud=True))


def test_what_is_open_says_so() -> None:
    document = build(answered(q4_1_1=Answer()))
    blocks = question(document, "4.1.1")
    assert ticked(blocks) == []
    assert "nochoffen" in "".join(story(document, aloud=True))
    assert words(blocks)


def test_a_choice_is_ticked_by_its_text() -> None:
    document = build(answered(q4_4_5=Answer(state=AnswerState.ANSWERED, text="Treffen")))
    assert ticked(question(document, "4.4.5")) == ["Treffen"]


def test_questions_that_others_made_unnecessary_are_left_out() -> None:
    document = build(answered(q4_4_1=Answer(state=AnswerState.ANSWERED, level=0)))
    with pytest.raises(StopIteration):
        question(document, "4.4.5")


def test_only_released_words_are_printed() -> None:
    said = "".join(story(build(example_case()), aloud=True))
    assert squeezed("Beschluss ist für Februar vorgesehen.") in said
    assert squeezed("Ein Entwurf liegt vor.") not in said


def test_without_an_assessment_there_is_nothing_to_print() -> None:
    with pytest.raises(AdvisorError) as caught:
        build(replace(small_case(), assessments={}))
    assert caught.value.problem is Problem.NO_ASSESSMENT
