"""The same cases in an English and in a German program: shown in either language, stored in German."""

import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from advisor_app.domain.assessment import Answer, AnswerState, Assessment, AssessmentKind
from advisor_app.domain.changes import AnswerSet
from advisor_app.domain.commune import CommuneKind
from advisor_app.domain.errors import Problem
from advisor_app.questions import kind_of
from advisor_app.resources_folder import resources_folder
from advisor_app.services.demo import ensure_example
from advisor_app.services.workspace import Workspace, open_workspace
from advisor_app.storage.definitions import DefinitionStore
from tests.content.small_packs.writing import replace_in
from tests.documents.reading import all_text
from tests.profiles import make_recoverable
from tests.services.conftest import PREFERENCES, MondayClock, refused

Open = Callable[[str], Workspace]


@pytest.fixture
def in_language(tmp_path: Path) -> Iterator[Open]:
    """Open the one data folder in a language, and close it as it was opened before."""
    folder = make_recoverable(tmp_path / "data")
    opened: list[Workspace] = []

    def open_it(language: str) -> Workspace:
        while opened:
            opened.pop().close()
        opened.append(open_workspace(folder, replace(PREFERENCES, language=language), clock=MondayClock()))
        return opened[-1]

    yield open_it
    for workspace in opened:
        workspace.close()


def of_module_four(workspace: Workspace, case_id: str) -> Assessment:
    found = workspace.assessments.of_module(workspace.cases.load(case_id), "M4")
    assert found is not None
    return found


def test_one_questionnaire_is_stored_whatever_the_language(in_language: Open) -> None:
    german = in_language("de")
    case_id = ensure_example(german)
    before = of_module_four(german, case_id)
    body = DefinitionStore(german.database).body(before.digest)

    english = in_language("en")
    case = english.cases.load(case_id)
    assert of_module_four(english, case_id) == before
    made = english.cases.new_assessment(case, "m4", AssessmentKind.FOLLOW_UP)
    assert made.digest == before.digest
    assert DefinitionStore(english.database).body(before.digest) == body
    assert "Wie weit ist Ihre Digital- oder Smart-Region-Strategie?" in body


def test_questions_are_shown_in_the_language_in_use(in_language: Open) -> None:
    case_id = ensure_example(in_language("de"))
    for language, text, word in (
        ("en", "How far has your digital or smart region strategy come?", "absent"),
        ("de", "Wie weit ist Ihre Digital- oder Smart-Region-Strategie?", "nicht vorhanden"),
    ):
        workspace = in_language(language)
        assessment = of_module_four(workspace, case_id)
        question = workspace.questionnaires.question(assessment, "4.1.1")
        assert question.wording(CommuneKind.MUNICIPALITY).text == text
        assert workspace.questionnaires.of(assessment).scale.levels[0].word == word
        kept = workspace.questionnaires.kept(assessment.digest)
        assert kept.questions[0].text == "Wie weit ist Ihre Digital- oder Smart-Region-Strategie?"


def test_versions_are_compared_in_the_language_in_use(in_language: Open) -> None:
    """What has changed is found in German; it is shown in English, and a choice is kept as it is stored."""
    german = in_language("de")
    case_id = ensure_example(german)
    copy = Path(shutil.copytree(resources_folder() / "content" / "m4", german.folder / "packs" / "m4"))
    for file in (copy / "pack.toml", copy / "questionnaire.toml"):
        file.write_text(re.sub('version = ".*"', 'version = "9.0.0"', file.read_text("utf-8"), count=1), "utf-8")
    replace_in(copy / "questionnaire.toml", "weight = 3", "weight = 2")

    english = in_language("en")
    case = english.cases.load(case_id)
    review = english.assessment_migrations.review(case, of_module_four(english, case_id))
    (pair,) = review.succession.comparison.changed
    assert {one.text for one in (pair.old, pair.new)} == {"How far has your digital or smart region strategy come?"}
    choice = next(item.new for item in review.succession.comparison.unchanged if item.new.id == "4.4.5")
    assert "Befragung auf Papier" in choice.choices
    assert "Survey on paper" in choice.shown_choices
    assert review.before.questions[0].text.startswith("Wie weit"), "what is stored stays German"

    packs = english.packs
    contents = packs.read(next(item.pack for item in packs.all().packs if item.pack.version == "9.0.0"))
    for other in packs.versions(contents):
        compared = packs.compared(contents, other)
        assert compared is not None
        assert [(item.old.text, item.new.text) for item in compared.changed] == [(pair.old.text, pair.new.text)]


def test_scores_are_the_same(in_language: Open) -> None:
    german = in_language("de")
    case_id = ensure_example(german)
    before = german.assessments.result(german.cases.load(case_id), of_module_four(german, case_id))
    english = in_language("en")
    after = english.assessments.result(english.cases.load(case_id), of_module_four(english, case_id))
    assert [score.score for score in after.dimensions] == [score.score for score in before.dimensions]
    assert after.phase == before.phase
    assert (before.phase.number if before.phase else None) == 3


def test_a_choice_is_stored_in_german_and_shown_in_either_language(in_language: Open) -> None:
    english = in_language("en")
    session = english.cases.open(ensure_example(english))
    assessment = of_module_four(english, session.case.id)
    question = english.questionnaires.question(assessment, "4.4.5")
    before = session.case.answers[assessment.id].get(question.id)

    def answer(text: str) -> AnswerSet:
        return AnswerSet(assessment.id, question.id, before, Answer(state=AnswerState.ANSWERED, text=text))

    refused(lambda: session.apply(answer(question.shown_choices[1])), Problem.BAD_VALUE)
    session.apply(answer(question.choices[1]))
    assert kind_of(question).printed(question, english.texts).options[1].text == "Survey on paper"
    for language, words in (("en", "Survey on paper"), ("de", "Befragung auf Papier")):
        workspace = in_language(language)
        stored = workspace.cases.load(session.case.id).answer(assessment.id, "4.4.5")
        shown = workspace.questionnaires.question(assessment, "4.4.5")
        assert stored.text == "Befragung auf Papier"
        assert kind_of(shown).wording(shown, stored, workspace.texts) == words


def test_a_translation_is_no_newer_version(in_language: Open) -> None:
    case_id = ensure_example(in_language("de"))
    english = in_language("en")
    case = english.cases.load(case_id)
    assert [english.assessment_migrations.newer(case, item) for item in case.in_order()] == [None] * len(
        case.in_order()
    )


def test_copies_are_made_in_the_language_in_use_and_stay_as_they_are(in_language: Open) -> None:
    """Titles of steps and measures belong to the house, which may change them; what packs say of them is translated."""
    german = in_language("de")
    lich = german.register.get("06531011")
    case_id = german.cases.create(lich, ["M4"]).case.id
    first = next(iter(german.cases.load(case_id).agenda.values()))
    assert first.title == "Tag 1: Standort, Wirkungsbereiche, Auftrag"

    english = in_language("en")
    assert english.cases.load(case_id).agenda[first.id] == first
    steps = {step.id: step for step in english.catalog.agendas[first.template or ""].steps}
    assert steps[first.steps[0].template_step or ""].goal.startswith("Everybody knows goal")
    another = english.cases.create(lich, ["M4"]).case
    assert next(iter(another.agenda.values())).title == "Day 1: position, impact areas, mandate"


def test_measures_that_are_in_the_plan_are_not_proposed_again(in_language: Open) -> None:
    german = in_language("de")
    session = german.cases.open(ensure_example(german))
    proposal = next(item for item in german.plans.propose(session.case) if item.template.dimension.startswith("4"))
    german.plans.take_over(session, [proposal])

    english = in_language("en")
    session = english.cases.open(session.case.id)
    proposals = english.plans.propose(session.case)
    assert proposal.template.id not in {item.template.id for item in proposals}
    other = next(item for item in proposals if item.template.dimension.startswith(("4", "WB")))
    (taken,) = english.plans.take_over(session, [other])
    assert taken.title == other.template.title == english.catalog.measures[other.template.id].title
    assert taken.title != in_language("de").catalog.measures[other.template.id].title


def test_the_report_is_in_the_language_in_use(in_language: Open) -> None:
    case_id = ensure_example(in_language("de"))
    for language, there, not_there in (
        ("en", ("Phase3“Tryingout”", "4.1Strategyandpolitics", "Choiceofpriorities:"), ("4.1StrategieundPolitik",)),
        ("de", ("Phase3„Erproben“", "4.1StrategieundPolitik", "WahlderSchwerpunkte:"), ("4.1Strategyandpolitics",)),
    ):
        workspace = in_language(language)
        case = workspace.cases.load(case_id)
        given = workspace.documents.input_of(case, "result-report", of_module_four(workspace, case_id).id)
        text = all_text(workspace.documents.draw("result-report", given).content)
        assert all(words in text for words in there)
        assert not any(words in text for words in not_there)
