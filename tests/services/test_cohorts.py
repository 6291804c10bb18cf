"""A commune among others: who counts, and what nobody can find out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from advisor_app.domain.assessment import Assessment, AssessmentKind
from advisor_app.domain.changes import AnswerSet, AssessmentSet, Change, HeadSet
from advisor_app.domain.commune import Commune, CommuneKind
from advisor_app.domain.errors import Problem
from advisor_app.domain.questionnaire import Dimension
from advisor_app.services.session import CaseSession
from advisor_app.services.workspace import Workspace
from tests.builders import EXAMPLE_LEVELS, answered
from tests.services.conftest import refused
from tests.services.test_comparisons import answer

LEVELS = dict.fromkeys(EXAMPLE_LEVELS, 2)


def commune(number: int, population: int = 8_000, kind: CommuneKind = CommuneKind.MUNICIPALITY) -> Commune:
    return Commune(
        id=f"commune-{number}",
        key=None,
        name=f"Ort {number}",
        designation="Gemeinde",
        kind=kind,
        population=population,
        district="Landkreis Musterland",
        own=True,
    )


def opened(workspace: Workspace, place: Commune, level: int | None = 2, *, agrees: bool = True) -> CaseSession:
    """A case with every question on one level, of a commune that agreed or did not."""
    session = workspace.cases.create(place, ("M4",))
    changes: list[Change] = []
    if level is not None:
        answer(session, workspace.assessments.find(session.case).id, **dict.fromkeys(LEVELS, level))
    if agrees:
        changes.append(workspace.cohorts.give(session.case, "Hauptamt"))
    session.apply(*changes)
    return session


def others(workspace: Workspace, *levels: int) -> list[CaseSession]:
    return [opened(workspace, commune(number), level) for number, level in enumerate(levels, 1)]


@pytest.fixture
def own(workspace: Workspace) -> CaseSession:
    return opened(workspace, commune(0), 1)


def median(workspace: Workspace, session: CaseSession, code: str = "4.1") -> Decimal | None:
    figures = workspace.cohorts.figures(session.case, workspace.assessments.find(session.case))
    found = None if figures is None else figures.figure(code)
    return None if found is None else found.median


def test_five_others_are_a_cohort_and_the_own_commune_does_not_count(workspace: Workspace, own: CaseSession) -> None:
    others(workspace, 2, 2, 3, 3)
    assert median(workspace, own) is None
    opened(workspace, commune(5), 3)
    figures = workspace.cohorts.figures(own.case, workspace.assessments.find(own.case))
    assert figures is not None
    assert (figures.communes, figures.size_class, figures.as_of) == (5, 1, date(2026, 9, 14))
    told = {item.code: (item.lower, item.median, item.upper) for item in figures.figures}
    assert told["Q"] == told["4.1"] == told["4.1.1"] == (Decimal(2), Decimal(3), Decimal(3))


def test_only_who_agreed_counts_and_can_withdraw(workspace: Workspace, own: CaseSession) -> None:
    found = others(workspace, 2, 2, 2, 2)
    opened(workspace, commune(5), 2, agrees=False)
    assert median(workspace, own) is None
    last = opened(workspace, commune(6), 2)
    assert median(workspace, own) == 2
    last.apply(workspace.cohorts.withdraw(last.case))
    assert median(workspace, own) is None
    consent = workspace.cohorts.consent(last.case)
    assert consent is not None
    assert (consent.given_by, consent.noted_by) == ("Hauptamt", "Kim Berger")
    assert consent.withdrawn_on == date(2026, 9, 14)
    refused(lambda: workspace.cohorts.withdraw(last.case), Problem.NO_CONSENT)
    last.undo()
    assert median(workspace, own) == 2
    assert found


def test_another_kind_another_size_and_a_joint_case_stay_out(workspace: Workspace, own: CaseSession) -> None:
    others(workspace, 2, 2, 2, 2)
    opened(workspace, commune(5, population=12_000), 2)
    opened(workspace, commune(6, kind=CommuneKind.CITY), 2)
    joint = workspace.cases.create(commune(7), ("M4",), others=[commune(8)])
    answer(joint, workspace.assessments.find(joint.case).id)
    joint.apply(workspace.cohorts.give(joint.case, ""))
    assert median(workspace, own) is None


def assessed_by_itself(workspace: Workspace, session: CaseSession, place: Commune, level: int) -> Assessment:
    """An assessment of one commune of a joint case, which agreed."""
    made = workspace.assessments.create(session, AssessmentKind.WORKSHOP, "m4", place.id)
    answer(session, made.id, **dict.fromkeys(LEVELS, level))
    session.apply(workspace.cohorts.give(session.case.seen_from(made), "Hauptamt"))
    return made


def test_what_one_of_a_joint_case_was_asked_by_itself_counts_as_its_own(workspace: Workspace, own: CaseSession) -> None:
    others(workspace, 2, 2, 3, 3)
    joint = workspace.cases.create(commune(7), ("M4",), others=[commune(8)])
    assessed_by_itself(workspace, joint, commune(8), 4)
    assert median(workspace, own) == 3
    assert set(joint.case.cohort_consents) == {"commune-8"}


def test_communes_of_a_joint_case_are_never_among_each_others_others(workspace: Workspace) -> None:
    """Whoever reads the figures has seen the partners' side by side: four of five known would give the fifth away."""
    places = [commune(number) for number in range(10, 15)]
    joint = workspace.cases.create(places[0], ("M4",), others=places[1:])
    made = [assessed_by_itself(workspace, joint, place, 2) for place in places]
    opened(workspace, commune(1), 4)
    assert workspace.cohorts.figures(joint.case, made[0]) is None
    alone = opened(workspace, places[0], 1)  # nor in another case of one of them
    assert workspace.cohorts.figures(alone.case, workspace.assessments.find(alone.case)) is None
    for number in range(2, 6):
        opened(workspace, commune(number), 4)
    found = workspace.cohorts.figures(joint.case, made[0])
    assert found is not None
    figure = found.figure("4.1")
    assert figure is not None
    assert (found.communes, figure.median) == (5, Decimal(4))
    together = workspace.assessments.create(joint, AssessmentKind.WORKSHOP, "m4")
    refused(lambda: workspace.cohorts.figures(joint.case, together), Problem.JOINT_CASE)


def test_a_commune_that_was_entered_five_times_is_one(workspace: Workspace, own: CaseSession) -> None:
    for number in range(1, 6):
        opened(workspace, replace(commune(number), name="Sankt Ümmingen" if number % 2 else "SANKT UEMMINGEN"), 4)
    assert median(workspace, own) is None


def united(workspace: Workspace, gone: Commune, successor: Commune) -> Commune:
    """The second commune after the first one was merged into it; both have been official entries."""
    register = workspace.register
    for place in (gone, successor):
        register.save(place)
    return register.merge(gone, successor)


def official(number: int) -> Commune:
    """One with a key of its own, which no commune of Hesse has."""
    return replace(commune(number), key=f"069999{number:02}")


def test_communes_that_became_one_count_once(workspace: Workspace, own: CaseSession) -> None:
    opened(workspace, official(1), 4)
    opened(workspace, official(2), 4)
    for number in range(3, 6):
        opened(workspace, commune(number), 2)
    assert median(workspace, own) == 2
    successor = united(workspace, official(1), official(2))
    assert median(workspace, own) is None
    opened(workspace, successor, 2)  # a third case, and still the same commune
    assert median(workspace, own) is None
    opened(workspace, commune(6), 2)
    figures = workspace.cohorts.figures(own.case, workspace.assessments.find(own.case))
    assert figures is not None
    assert figures.communes == 5
    figure = figures.figure("4.1")
    assert figure is not None
    assert figure.upper == 2  # what was said last


def test_after_a_merger_the_last_word_of_any_of_them_holds(workspace: Workspace, own: CaseSession) -> None:
    opened(workspace, official(1), 2)
    for number in range(3, 7):
        opened(workspace, commune(number), 2)
    successor = united(workspace, official(1), official(2))
    assert median(workspace, own) == 2
    later = opened(workspace, successor, 2)
    later.apply(workspace.cohorts.withdraw(later.case))
    assert median(workspace, own) is None


def test_a_commune_is_never_beside_what_it_was_before_a_merger(workspace: Workspace) -> None:
    opened(workspace, official(1), 4)
    for number in range(3, 7):
        opened(workspace, commune(number), 2)
    mine = opened(workspace, official(2), 1)
    assert median(workspace, mine) == 2
    opened(workspace, united(workspace, official(1), official(2)), 4)
    assert median(workspace, mine) is None


def test_a_commune_counts_once_with_its_latest_workshop_or_follow_up(workspace: Workspace, own: CaseSession) -> None:
    found = others(workspace, 0, 2, 2, 2, 2)
    session = found[0]
    survey = workspace.assessments.create(session, AssessmentKind.PRE_SURVEY)
    answer(session, survey.id, **dict.fromkeys(LEVELS, 0))
    for place in range(2, 6):
        again = opened(workspace, commune(place), 4)
        assert again.case.id != session.case.id
    figures = workspace.cohorts.figures(own.case, workspace.assessments.find(own.case))
    assert figures is not None
    assert figures.communes == 5
    assert figures.figure("4.1.1") is not None
    assert median(workspace, own, "4.1.1") == 4


def test_another_version_counts_only_where_it_asks_the_same(workspace: Workspace, own: CaseSession) -> None:
    for session in others(workspace, 2, 2, 2, 2, 2):
        before = workspace.assessments.find(session.case)
        older = workspace.questionnaires.kept(before.digest)
        dimensions = tuple(map(_asked_otherwise, older.dimensions))
        digest = workspace.questionnaires.keep(replace(older, version="0.9.0", dimensions=dimensions))
        session.apply(AssessmentSet(before.id, before, replace(before, digest=digest, version="0.9.0")))
    assert median(workspace, own, "4.1.1") is None
    assert median(workspace, own, "4.1") is None
    assert median(workspace, own, "Q") is None
    assert median(workspace, own, "4.1.2") == 2
    assert median(workspace, own, "4.2") == 2


def _asked_otherwise(dimension: Dimension) -> Dimension:
    questions = (replace(item, text="Anders?") if item.id == "4.1.1" else item for item in dimension.questions)
    return replace(dimension, questions=tuple(questions))


def test_confidential_and_unsound_figures_are_never_compared(workspace: Workspace, own: CaseSession) -> None:
    found = others(workspace, 2, 2, 2, 2)
    fifth = opened(workspace, commune(5), None)
    name = workspace.assessments.find(fifth.case).id
    few = answered(dict.fromkeys(("4.2.1", "4.2.2", "4.2.3", "4.2.4", "4.1.2"), 2))
    fifth.apply(*(AnswerSet(name, question, None, item) for question, item in few.items()))
    assert median(workspace, own, "4.2") == 2
    assert median(workspace, own, "4.1") is None
    assert median(workspace, own, "Q") is None
    assert median(workspace, own, "4.1.2") == 2
    questions = workspace.questionnaires.of(workspace.assessments.find(own.case)).questions
    secret = {item.id for item in questions if item.confidential}
    figures = workspace.cohorts.figures(own.case, workspace.assessments.find(own.case))
    assert figures is not None
    assert secret.isdisjoint(item.code for item in figures.figures)
    assert found


def test_without_a_size_class_or_with_several_communes_there_is_no_cohort(
    workspace: Workspace, own: CaseSession
) -> None:
    assessment = workspace.assessments.find(own.case)
    head = own.case.head
    unknown = replace(head, communes=(replace(head.communes[0], population=None),))
    own.apply(HeadSet(head, unknown))
    refused(lambda: workspace.cohorts.figures(own.case, assessment), Problem.NO_POPULATION)
    joint = workspace.cases.create(commune(7), ("M4",), others=[commune(8)])
    refused(lambda: workspace.cohorts.figures(joint.case, assessment), Problem.JOINT_CASE)


def test_figures_are_put_into_the_report_and_taken_out_again(workspace: Workspace, own: CaseSession) -> None:
    others(workspace, 2, 2, 2, 2, 2)
    assessment = workspace.assessments.find(own.case)
    figures = workspace.cohorts.figures(own.case, assessment)
    own.apply(workspace.cohorts.keep(own.case, assessment, figures))
    assert workspace.cases.load(own.case.id).cohort_figures == {assessment.id: figures}
    own.apply(workspace.cohorts.keep(own.case, assessment, None))
    assert workspace.cases.load(own.case.id).cohort_figures == {}
