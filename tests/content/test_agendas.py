"""The shipped agendas can be held: every shape of every module, times, breaks, words for whoever moderates."""

import re
from collections.abc import Iterator
from itertools import pairwise

import pytest

from advisor_app.content.packs import load_catalog
from advisor_app.documents.kinds import KINDS
from advisor_app.domain.agenda import Section, StepKind
from advisor_app.domain.agenda_template import AgendaTemplate, AgendaVariant, StepTemplate
from advisor_app.domain.catalog import Catalog
from advisor_app.domain.sheet_part import SheetPart
from advisor_app.resources_folder import resources_folder
from advisor_app.texts.sentences import sentences

MODULES = ("M1", "M2", "M3", "M4")

LENGTHS = {
    ("M1", AgendaVariant.PRE_SURVEY): [60],
    ("M1", AgendaVariant.FULL_DAY): [420],
    ("M1", AgendaVariant.HALF_DAY): [240],
    ("M1", AgendaVariant.TWO_HALF_DAYS): [240, 240],
    ("M1", AgendaVariant.SHORT): [90],
    ("M1", AgendaVariant.ONLINE): [180],
    ("M2", AgendaVariant.PRE_SURVEY): [90],
    ("M2", AgendaVariant.FULL_DAY): [390, 390],
    ("M2", AgendaVariant.HALF_DAY): [240],
    ("M2", AgendaVariant.TWO_HALF_DAYS): [240, 240],
    ("M2", AgendaVariant.SHORT): [90],
    ("M2", AgendaVariant.ONLINE): [180, 180],
    ("M3", AgendaVariant.PRE_SURVEY): [60],
    ("M3", AgendaVariant.FULL_DAY): [390],
    ("M3", AgendaVariant.HALF_DAY): [240, 240],
    ("M3", AgendaVariant.TWO_HALF_DAYS): [240, 240],
    ("M3", AgendaVariant.SHORT): [90],
    ("M3", AgendaVariant.ONLINE): [180],
    ("M4", AgendaVariant.PRE_SURVEY): [45],
    ("M4", AgendaVariant.FULL_DAY): [390],
    ("M4", AgendaVariant.HALF_DAY): [240, 240],
    ("M4", AgendaVariant.TWO_HALF_DAYS): [240, 240],
    ("M4", AgendaVariant.SHORT): [90],
    ("M4", AgendaVariant.ONLINE): [180],
}
"""Agreed minutes per template; modules 3 and 4 have their optional second day among the half days."""

LONGEST_STRETCH = 105
MINUTES_PER_QUESTION = 5
NUMBERS = {"vier": 4, "fünf": 5, "sechs": 6, "sieben": 7, "acht": 8, "neun": 9, "zehn": 10}
MOST_QUESTIONS = 10
FEWEST_FACTS = 15

_CLARIFIES = re.compile(r"[Hh]öchstens (" + "|".join(NUMBERS) + r")\b.*?\bFragen\b")
_AGES = re.compile(r"\b(?:19|20)\d\d\b|\bEuro\b|€|\bEUR\b|\bProzent\b|%|\bStand \d|\d\.\d{3}\b|§")

# A sentence that ends in a number reads as an ordinal: the window would number it together with the next.
_SWALLOWED = re.compile(r"\d\. [A-ZÄÖÜ„]")


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return load_catalog([resources_folder() / "content"])


def templates_of(catalog: Catalog, module: str) -> list[AgendaTemplate]:
    return [template for template in catalog.agendas.values() if template.module == module]


def workshops_of(catalog: Catalog, module: str) -> list[AgendaTemplate]:
    return [item for item in templates_of(catalog, module) if item.variant is not AgendaVariant.PRE_SURVEY]


def work_of(template: AgendaTemplate) -> list[StepTemplate]:
    return [step for step in template.steps if step.kind is StepKind.WORK]


def stretches(template: AgendaTemplate) -> Iterator[int]:
    """Minutes of work between two breaks."""
    minutes = 0
    for step in template.steps:
        if step.kind is StepKind.WORK:
            minutes += step.minutes
        else:
            yield minutes
            minutes = 0
    yield minutes


def courses_of(catalog: Catalog, module: str) -> Iterator[tuple[AgendaVariant, list[AgendaTemplate]]]:
    """The days that are held as one course; an optional second day follows the full day."""
    workshops = workshops_of(catalog, module)
    for variant in AgendaVariant:
        course = [item for item in workshops if item.variant is variant]
        if variant is AgendaVariant.HALF_DAY:
            course = [item for item in course if item.day == 1]
        if course:
            yield variant, course


@pytest.mark.parametrize("module", MODULES)
@pytest.mark.parametrize("variant", AgendaVariant)
def test_every_shape_of_every_module_has_the_agreed_length(
    catalog: Catalog, module: str, variant: AgendaVariant
) -> None:
    found = [item for item in templates_of(catalog, module) if item.variant is variant]
    assert sorted(sum(step.minutes for step in item.steps) for item in found) == LENGTHS[module, variant]


@pytest.mark.parametrize("module", MODULES)
def test_only_the_full_days_and_the_pre_survey_are_proposed_unasked(catalog: Catalog, module: str) -> None:
    usual = {AgendaVariant.FULL_DAY, AgendaVariant.PRE_SURVEY}
    assert all(item.optional != (item.variant in usual) for item in templates_of(catalog, module))
    days = [item.day for item in templates_of(catalog, module) if item.variant is AgendaVariant.FULL_DAY]
    assert days == list(range(1, len(days) + 1))


@pytest.mark.parametrize("module", MODULES)
def test_times_lie_on_five_minute_marks(catalog: Catalog, module: str) -> None:
    for template in templates_of(catalog, module):
        assert template.start.minute % 5 == 0
        for step in template.steps:
            assert step.minutes % 5 == 0
            assert step.minimum_minutes % 5 == 0
            assert 0 < step.minimum_minutes <= step.minutes, step.id


def test_step_ids_are_unique_over_all_packs(catalog: Catalog) -> None:
    """The agenda page finds the guidance of a step by this id alone."""
    names = [step.id for template in catalog.agendas.values() for step in template.steps]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("module", MODULES)
def test_nobody_sits_longer_than_105_minutes(catalog: Catalog, module: str) -> None:
    for template in workshops_of(catalog, module):
        assert max(stretches(template)) <= LONGEST_STRETCH, template.id
        assert template.steps[0].kind is StepKind.WORK
        assert template.steps[-1].kind is StepKind.WORK
        assert not any(a.kind is not StepKind.WORK and b.kind is not StepKind.WORK for a, b in pairwise(template.steps))


@pytest.mark.parametrize("module", MODULES)
def test_every_work_step_can_be_held_by_whoever_holds_it_for_the_first_time(catalog: Catalog, module: str) -> None:
    for template in templates_of(catalog, module):
        for step in work_of(template):
            assert step.goal, step.id
            assert step.method, step.id
            assert step.outcome, step.id
            assert step.materials, step.id
            assert step.talking_points, step.id
            assert 4 <= len(sentences(step.moderation)) <= 8, (step.id, len(sentences(step.moderation)))
            assert not _SWALLOWED.search(step.moderation), step.id


@pytest.mark.parametrize("module", MODULES)
def test_something_can_be_dropped_and_says_what_that_costs(catalog: Catalog, module: str) -> None:
    for template in workshops_of(catalog, module):
        dropped = [step for step in template.steps if step.drop_order is not None]
        assert sorted(step.drop_order or 0 for step in dropped) == list(range(1, len(dropped) + 1)), template.id
        assert dropped, template.id
        assert all(step.drop_cost for step in dropped)


@pytest.mark.parametrize("module", MODULES)
def test_what_the_pre_survey_left_open_is_cleared_shown_and_aimed_at(catalog: Catalog, module: str) -> None:
    for variant, course in courses_of(catalog, module):
        sections = [step.section for template in course for step in work_of(template)]
        for section in (Section.ASSESSMENT, Section.RESULTS, Section.TARGETS):
            assert section in sections, (variant, section)
        assert sections.index(Section.ASSESSMENT) < sections.index(Section.RESULTS) < sections.index(Section.TARGETS)


@pytest.mark.parametrize("module", MODULES)
def test_the_room_clears_at_most_ten_questions_and_has_the_minutes_for_them(catalog: Catalog, module: str) -> None:
    for variant, course in courses_of(catalog, module):
        steps = [step for template in course for step in work_of(template) if step.title == "Klärungsliste"]
        assert len(steps) == 1, variant
        found = _CLARIFIES.search(steps[0].goal)
        assert found is not None, steps[0].id
        questions = NUMBERS[found.group(1)]
        assert questions <= MOST_QUESTIONS
        assert steps[0].minutes >= questions * MINUTES_PER_QUESTION, steps[0].id
        assert steps[0].section is Section.ASSESSMENT


@pytest.mark.parametrize("module", MODULES)
def test_the_pre_survey_is_split_by_role_and_ends_in_the_clarification_list(catalog: Catalog, module: str) -> None:
    (survey,) = (item for item in templates_of(catalog, module) if item.variant is AgendaVariant.PRE_SURVEY)
    words = " ".join(step.moderation for step in survey.steps)
    assert "Die Leitung erhält höchstens acht Fragen" in words or "Die Leitung bekommt höchstens acht Fragen" in words
    assert "höchstens zehn Fragen" in words
    assert survey.day == 0


@pytest.mark.parametrize("module", MODULES)
def test_methods_scale_with_the_number_of_people(catalog: Catalog, module: str) -> None:
    for template in workshops_of(catalog, module):
        assert any("mehr als 15 Personen" in step.moderation for step in template.steps), template.id


@pytest.mark.parametrize("module", MODULES)
def test_what_ages_is_said_by_facts_alone(catalog: Catalog, module: str) -> None:
    """Years, sums, shares and paragraphs stand in facts, which the window shows with their date."""
    for template in templates_of(catalog, module):
        for step in work_of(template):
            for text in (*step.talking_points, step.moderation, step.goal, step.outcome, step.drop_cost):
                assert not _AGES.search(text), (step.id, text)


@pytest.mark.parametrize("module", MODULES)
def test_what_is_said_to_stand_below_stands_below(catalog: Catalog, module: str) -> None:
    """The facts of a step are shown below its words, with their date."""
    for template in templates_of(catalog, module):
        for step in work_of(template):
            points = " ".join((step.moderation, *step.talking_points))
            assert step.facts or not re.search(r"steh(?:t|en) unten|Belege", points), step.id


@pytest.mark.parametrize("module", MODULES)
def test_the_list_is_cut_to_the_minutes_that_the_room_has(catalog: Catalog, module: str) -> None:
    (survey,) = (item for item in templates_of(catalog, module) if item.variant is AgendaVariant.PRE_SURVEY)
    (last,) = (step for step in survey.steps if step.section is Section.RESULTS)
    assert "fünf bis acht Minuten" in last.moderation
    assert "nicht länger dauern als ihr Schritt" in last.moderation


@pytest.mark.parametrize("module", MODULES)
def test_what_is_confidential_stays_out_of_the_room(catalog: Catalog, module: str) -> None:
    """Where a module has confidential questions, the pre-survey says so, and the room's list where there are many."""
    questions = catalog.questionnaires[module.lower()].questions
    confidential = sum(question.confidential for question in questions)
    for template in templates_of(catalog, module):
        words = " ".join(step.moderation for step in template.steps)
        if confidential and template.variant is AgendaVariant.PRE_SURVEY:
            assert "ertraulich" in words, template.id
        if confidential > 1 and any(step.title == "Klärungsliste" for step in template.steps):
            assert re.search(r"ertrauliche|[Bb]leiben draußen|nicht im Raum besprochen", words), template.id


@pytest.mark.parametrize("module", MODULES)
def test_no_step_says_another_s_words(catalog: Catalog, module: str) -> None:
    words = [step.moderation for template in templates_of(catalog, module) for step in work_of(template)]
    assert len(set(words)) == len(words)


@pytest.mark.parametrize("module", MODULES)
def test_what_is_said_about_law_and_money_has_facts_to_show(catalog: Catalog, module: str) -> None:
    used = {name for item in templates_of(catalog, module) for step in item.steps for name in step.facts}
    assert len(used) >= FEWEST_FACTS
    assert used <= set(catalog.facts)


# What the material calls it, and the document that the program makes of it.
PAPERS = {
    "Teilnahmeliste": "attendance-list",
    "Handout": "module-handout",
    "Abstimmkarten": "voting-cards",
    "Fragen mit Stufen": "questionnaire-blank",
    "Feedbackbogen": "feedback-form",
    "Teilnahmebestätigungen": "attendance-certificate",
    "Prozessaufnahme": "process-sheet",
    "Kurzsteckbrief": "use-case-canvas",
    "Checkliste Funktionsbereiche": "e-file-checklist",
}


@pytest.mark.parametrize("module", MODULES)
def test_the_papers_of_a_step_can_be_opened_there(catalog: Catalog, module: str) -> None:
    kinds = {kind.id: kind.modules for kind in KINDS}
    for step in (step for template in templates_of(catalog, module) for step in work_of(template)):
        assert len(set(step.documents)) == len(step.documents), step.id
        for name in step.documents:
            assert not kinds[name] or module in kinds[name], (step.id, name)
        named = {
            kind for material in step.materials for word, kind in PAPERS.items() if re.match(rf"{word}\b", material)
        }
        assert named <= set(step.documents), step.id


def test_a_step_on_processes_says_on_which_part_of_the_sheets(catalog: Catalog) -> None:
    steps = {step.id: step.part for template in templates_of(catalog, "M2") for step in work_of(template)}
    parts = (steps[f"m2-{name}"] for name in ("tag1-handlungsfelder", "tag1-ist", "tag2-soll", "tag2-nutzen"))
    assert list(parts) == list(SheetPart)
