"""The Klärungsliste of a case: found in a pre-survey, changed by hand, the rest confirmed in one step."""

from decimal import Decimal

import pytest

from advisor_app.domain.answering import with_level
from advisor_app.domain.assessment import UNANSWERED, Answer, Assessment, AssessmentKind, Statement
from advisor_app.domain.assessment import AnswerState as State
from advisor_app.domain.changes import AnswerSet, ProcessSet, StatementSet
from advisor_app.domain.clarification import Clarification
from advisor_app.domain.clarification_list import MOST_CHOSEN
from advisor_app.domain.errors import Problem
from advisor_app.services.session import CaseSession
from advisor_app.services.workspace import Workspace
from advisor_app.texts.clarifications import reason_words
from tests.builders import EXAMPLE_LEVELS
from tests.example_process import dog_tax
from tests.services.conftest import OpenCase, refused

DISPUTED = {"4.1.4": (0, 4), "4.4.1": (1, 3)}


def surveyed(workspace: Workspace, session: CaseSession) -> Assessment:
    """A pre-survey in which two roles agree on the worked example but for what they dispute; the workshop's."""
    workshop = workspace.assessments.find(session.case)
    survey = workspace.assessments.create(session, AssessmentKind.PRE_SURVEY)
    for name, level in EXAMPLE_LEVELS.items():
        levels = DISPUTED.get(name, (level, level))
        for role, said in zip(("BM", "IT"), levels, strict=True):
            session.apply(
                StatementSet(survey.id, name, role, None, Statement(role=role, state=State.ANSWERED, level=said))
            )
        if name not in DISPUTED:
            session.apply(AnswerSet(survey.id, name, None, with_level(UNANSWERED, level)))
    return workshop


def listed(workspace: Workspace, session: CaseSession, workshop: Assessment) -> list[str]:
    return [item.question.id for item in workspace.clarifications.find(session.case, workshop).items]


def test_ten_are_on_the_list_whoever_put_them_there(workspace: Workspace, open_case: OpenCase) -> None:
    session, clarifications = open_case("M4"), workspace.clarifications
    workshop = surveyed(workspace, session)
    others = [name for name in EXAMPLE_LEVELS if name not in DISPUTED]
    for count, name in enumerate(others[:MOST_CHOSEN], 1):
        session.apply(clarifications.pin(session.case, workshop, name))
        assert len(listed(workspace, session, workshop)) == min(MOST_CHOSEN, count + len(DISPUTED))
    assert set(listed(workspace, session, workshop)) == set(others[:MOST_CHOSEN]), "the others made way"
    before = session.case.clarifications
    refused(lambda: clarifications.pin(session.case, workshop, others[MOST_CHOSEN]), Problem.CLARIFICATION_FULL)
    assert session.case.clarifications == before
    session.apply(clarifications.unpin(session.case, workshop, others[0]))
    session.apply(clarifications.pin(session.case, workshop, others[MOST_CHOSEN]))
    assert len(listed(workspace, session, workshop)) == MOST_CHOSEN


def test_the_rest_is_confirmed_in_one_step_and_undone_in_one(workspace: Workspace, open_case: OpenCase) -> None:
    session = open_case("M4")
    workshop = surveyed(workspace, session)
    found = workspace.clarifications.find(session.case, workshop)
    assert [item.question.id for item in found.items] == ["4.4.1", "4.1.4"]  # the first one decides a level as well
    assert [item.minutes for item in found.items] == [5, 8]
    session.apply(*workspace.clarifications.confirm(session.case, workshop, found.confirmable))
    levels = {name: answer.level for name, answer in session.case.answers[workshop.id].items()}
    assert levels == {name: level for name, level in EXAMPLE_LEVELS.items() if name not in DISPUTED}
    after = workspace.clarifications.find(session.case, workshop)
    assert (after.confirmable, len(after.items)) == ((), 2)
    session.undo()
    assert session.case.answers.get(workshop.id, {}) == {}


def test_reasons_are_sentences_in_which_roles_are_named(workspace: Workspace, open_case: OpenCase) -> None:
    session = open_case("M4")
    workshop = surveyed(workspace, session)
    first = workspace.clarifications.find(session.case, workshop).items[0]
    words = reason_words(first, lambda role: workspace.catalog.roles[role].title, workspace.texts)
    assert words[0] == "Die Antworten liegen 2 Stufen auseinander."
    assert all(sentence.endswith(".") for sentence in words)


def test_the_hand_in_the_list_is_kept_and_undone(workspace: Workspace, open_case: OpenCase) -> None:
    session, clarifications = open_case("M4"), workspace.clarifications
    workshop = surveyed(workspace, session)
    session.apply(clarifications.pin(session.case, workshop, "4.2.2"))
    session.apply(clarifications.move(session.case, workshop, "4.2.2", -9))
    session.apply(clarifications.remove(session.case, workshop, "4.4.1"))
    assert listed(workspace, session, workshop) == ["4.2.2", "4.1.4"]
    stored = workspace.cases.load(session.case.id)
    assert stored.clarifications == session.case.clarifications
    session.undo()
    assert listed(workspace, session, workshop) == ["4.2.2", "4.4.1", "4.1.4"]
    session.apply(clarifications.unpin(session.case, workshop, "4.2.2"))
    assert listed(workspace, session, workshop) == ["4.4.1", "4.1.4"]
    session.apply(clarifications.remove(session.case, workshop, "4.1.4"))
    session.apply(clarifications.bring_back(session.case, workshop))
    assert listed(workspace, session, workshop) == ["4.4.1", "4.1.4"]


def test_a_hand_that_does_nothing_leaves_no_record(workspace: Workspace, open_case: OpenCase) -> None:
    session, clarifications = open_case("M4"), workspace.clarifications
    workshop = workspace.assessments.find(session.case)
    session.apply(clarifications.pin(session.case, workshop, "4.2.2"))
    assert session.case.clarifications == {workshop.id: Clarification(id=workshop.id, pinned_questions=("4.2.2",))}
    session.apply(clarifications.unpin(session.case, workshop, "4.2.2"))
    assert session.case.clarifications == {}
    refused(lambda: clarifications.pin(session.case, workshop, "9.9.9"), Problem.UNKNOWN_QUESTION)


@pytest.mark.parametrize("module", ["M1", "M2", "M3", "M4"])
def test_every_module_has_a_list_without_a_survey(workspace: Workspace, open_case: OpenCase, module: str) -> None:
    session = open_case(module)
    workshop = workspace.assessments.find(session.case)
    found = workspace.clarifications.find(session.case, workshop)
    assert not found.has_survey
    assert 1 <= len(found.items) <= 10
    assert not any(item.question.confidential for item in found.items)
    assert set(found.confidential) <= {item.id for item in workspace.questionnaires.of(workshop).questions}
    planned = workspace.clarifications.minutes_planned(session.case, workshop)
    assert planned is not None
    assert found.minutes <= planned


def test_a_process_sheet_that_tells_another_level_is_a_reason(workspace: Workspace, open_case: OpenCase) -> None:
    session = open_case("M2")
    assessment = workspace.assessments.find(session.case)
    sheet = dog_tax()
    session.apply(
        AnswerSet(assessment.id, "2.3.1", None, Answer(state=State.ANSWERED, number=Decimal(3))),
        ProcessSet(sheet.id, None, sheet),
    )
    (item,) = [item for item in workspace.clarifications.find(session.case, assessment).items if item.said.measured]
    words = reason_words(item, str, workspace.texts)
    assert (item.question.id, words) == ("2.3.1", ("Die Prozessaufnahme zählt 4, die Antwort nennt eine andere Zahl.",))
