"""The Klärungsliste of a case: found in a pre-survey, changed by hand, the rest confirmed in one step."""

import pytest

from advisor_app.domain.answering import with_level
from advisor_app.domain.assessment import UNANSWERED, Assessment, AssessmentKind, Statement
from advisor_app.domain.assessment import AnswerState as State
from advisor_app.domain.changes import AnswerSet, StatementSet
from advisor_app.domain.clarification import Clarification
from advisor_app.domain.errors import Problem
from advisor_app.services.session import CaseSession
from advisor_app.services.workspace import Workspace
from advisor_app.texts.clarifications import reason_words
from tests.builders import EXAMPLE_LEVELS
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
