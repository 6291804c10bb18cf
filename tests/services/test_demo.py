"""The worked example "Gemeinde Eschentalbach"."""

from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from pypdf import PdfReader

from advisor_app.domain.agenda import current_step
from advisor_app.domain.assessment import AnswerState
from advisor_app.domain.booking import BookingState
from advisor_app.domain.case import Case
from advisor_app.domain.case_document import Stage
from advisor_app.domain.changes import HeadSet
from advisor_app.domain.plan import check_plan, computed_priority
from advisor_app.domain.use_case import calculate_costs
from advisor_app.domain.words import Audience
from advisor_app.services.demo import ensure_example, find_example
from advisor_app.services.workspace import Workspace, open_workspace
from tests.builders import EXAMPLE_LEVELS
from tests.services.conftest import PREFERENCES


@pytest.fixture
def example(workspace: Workspace) -> Case:
    return workspace.cases.load(ensure_example(workspace))


def test_it_is_made_once(workspace: Workspace, tmp_path: Path) -> None:
    assert find_example(workspace) is None
    steps: list[str] = []
    made = ensure_example(workspace, steps.append)
    assert len(steps) == 8
    assert ensure_example(workspace, steps.append) == made == find_example(workspace)
    assert len(steps) == 8
    again = open_workspace(tmp_path / "data", PREFERENCES)
    assert find_example(again) == made
    assert [row.case_id for row in again.portfolio.load()] == [made]
    again.close()


def test_an_interrupted_example_is_completed(workspace: Workspace, example: Case) -> None:
    whole = workspace.cases.load(example.id)
    session = workspace.cases.open(example.id)
    while session.can_undo:
        session.undo()
    session.apply(HeadSet(session.case.head, replace(session.case.head, draft=True)))
    assert find_example(workspace) is None
    assert ensure_example(workspace) == example.id
    again = workspace.cases.load(example.id)
    assert again.head == whole.head
    assert len(again.notes) == len(whole.notes) == 3
    assert (again.measures, again.plan) == (whole.measures, whole.plan)
    assert again.answers == whole.answers


def test_the_commune_is_an_own_entry_without_a_key(workspace: Workspace, example: Case) -> None:
    commune = workspace.register.get(example.commune.id)
    assert (commune.own, commune.key, commune.population) == (True, None, 9400)
    assert example.commune.title == "Gemeinde Eschentalbach"
    assert workspace.register.index.find("eschental")[0] == commune
    assert {booking.module: booking.state for booking in example.bookings.values()} == {
        "M1": BookingState.COMPLETED,
        "M4": BookingState.FOLLOW_UP,
    }


def test_answers_and_scores_are_those_of_the_decisions(workspace: Workspace, example: Case) -> None:
    assessment = workspace.assessments.find(example)
    levels = {name: answer.level for name, answer in example.answers[assessment.id].items()}
    assert {name: levels[name] for name in EXAMPLE_LEVELS} == EXAMPLE_LEVELS
    assert (assessment.areas, assessment.held_on) == (("WB2", "WB8"), date(2026, 9, 14))
    result = workspace.assessments.result(example, assessment)
    assert [score.score for score in result.dimensions][:5] == [2, Fraction(3, 2), 1, 2, Fraction(9, 5)]
    assert result.module.score == Fraction(146, 90)
    assert result.phase is not None
    assert (result.phase.number, [limit.id for limit in result.phase.limited_by]) == (3, ["Q", "4.5.1", "4.2", "4.3"])


@pytest.mark.parametrize("module", ["M1", "M4"])
def test_every_visible_question_is_answered(workspace: Workspace, example: Case, module: str) -> None:
    assessment = workspace.assessments.of_module(example, module)
    assert assessment is not None
    evaluation = workspace.questionnaires.evaluate(example, assessment)
    asked = [item for dimension in evaluation.dimensions() for item in evaluation.visible_questions(dimension)]
    missing = [
        item.id for item in asked if not item.summands and evaluation.answer(item.id).state is not AnswerState.ANSWERED
    ]
    assert missing == []
    assert workspace.assessments.unscored(example, assessment) == ()


def test_module_one_was_assessed_before(workspace: Workspace, example: Case) -> None:
    earlier = workspace.assessments.of_module(example, "M1")
    assert earlier is not None
    assert (earlier.held_on, workspace.assessments.title(example, earlier)) == (date(2026, 5, 5), "Modul 1 · Workshop")
    result = workspace.assessments.result(example, earlier)
    assert result.phase is None
    assert result.module.score is not None
    assert all(score.level is not None for score in result.dimensions)


def test_use_case_and_plan_are_those_of_the_fact_base(workspace: Workspace, example: Case) -> None:
    (use_case,) = example.use_cases.values()
    assert (use_case.code, calculate_costs(use_case.costs).total, use_case.costs.yearly) == (
        "UC-01",
        2_428_500,
        430_000,
    )
    measures = example.measures
    assert {name: (item.start, item.end, item.cost_once, item.predecessors) for name, item in measures.items()} == {
        "U1": (date(2027, 1, 1), date(2027, 2, 28), 0, ()),
        "U2": (date(2027, 3, 1), date(2027, 6, 30), 400_000, ("U1",)),
        "U3": (date(2027, 3, 1), date(2027, 8, 31), 600_000, ("U1",)),
        "U4": (date(2027, 4, 1), date(2027, 9, 30), 0, ("U1",)),
        "U5": (date(2027, 10, 1), date(2028, 3, 31), 2_800_000, ("U3", "U4")),
    }
    priorities = [computed_priority(item, workspace.catalog.scale) for item in measures.values()]
    assert [priority.value for priority in priorities if priority] == ["A", "B", "B", "A", "B"]
    assert [(item.title, item.on) for measure in measures.values() for item in measure.milestones] == [
        ("Erster digitaler Bescheid", date(2027, 6, 30)),
        ("Entscheidung Rollout", date(2028, 3, 31)),
    ]
    assert check_plan(measures.values()) == ()
    assert all(item.dimension in workspace.catalog.dimensions for item in measures.values())


def test_the_day_of_module_one_and_the_first_of_module_four_were_held_and_the_second_is_ahead(example: Case) -> None:
    earlier, first, second = sorted(example.agenda.values(), key=lambda day: (day.module, day.number))
    assert (earlier.on, first.on, second.on) == (date(2026, 5, 5), date(2026, 9, 14), date(2026, 12, 16))
    assert all(step.started and step.ended for day in (earlier, first) for step in day.steps)
    assert not any(step.started for step in second.steps)
    assert current_step(earlier) is current_step(first) is None


def test_every_audience_occurs_and_people_stay_out_of_the_log(workspace: Workspace, example: Case) -> None:
    assert {note.words.audience for note in example.notes.values()} == {Audience.INTERNAL, Audience.MINUTES}
    answers = example.answers[workspace.assessments.find(example).id]
    assert {answer.note.audience for answer in answers.values()} == set(Audience)
    (person,) = example.people.values()
    with workspace.database.read() as connection:
        rows = connection.exec_driver_sql("SELECT before, after FROM log").all()
    assert not any(person.name in str(row) or person.phone in str(row) for row in rows)


def test_documents_say_what_is_released_and_nothing_internal(
    workspace: Workspace, example: Case, tmp_path: Path
) -> None:
    # Letters name whom they are written to; what the commune gets as a result names nobody.
    results = {offer.kind for offer in workspace.documents.offers(example) if offer.occasion == "results"}
    shown = {kind for kind in results if workspace.documents.audience(kind) is Audience.REPORT}
    made = [item for item in workspace.documents.create_all(example, tmp_path) if item.kind in shown]
    pages = [page.extract_text() for document in made for page in PdfReader(document.file).pages]
    text = " ".join(" ".join(pages).replace("\u00ad", "").split())
    default = workspace.assessments.find(example).id
    answers = example.answers[default]
    every = [answer for given in example.answers.values() for answer in given.values()]
    hidden = [note.words.text for note in example.notes.values()]
    hidden += [answer.note.text for answer in every if answer.note.audience is not Audience.REPORT]
    for words in filter(None, hidden):
        assert words not in text
    assert "24.285" in text
    assert answers["4.4.4"].note.text in text
    assert example.word("result-report", "judgement.4.1", default).text in text
    assert all(person.name not in text for person in example.people.values())


def test_documents_are_as_far_as_the_example_says(workspace: Workspace, example: Case) -> None:
    states = {
        (offer.kind, offer.item_title): offer.state.stage
        for offer in workspace.documents.offers(example)
        if offer.kind in {"result-report", "use-case"}
    }
    assert states == {
        ("result-report", "Modul 4 · Workshop"): Stage.DRAFT,
        ("result-report", "Modul 1 · Workshop"): Stage.RELEASED,
        ("use-case", "UC-01 Pegel- und Regenwarnung Eschenbach"): Stage.COMMENTS,
    }
