"""What is proposed for the print pack of a workshop, and how it is counted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from advisor_app.documents.kinds import KINDS
from advisor_app.domain.agenda import AgendaDay
from advisor_app.domain.case import Case, Contact
from advisor_app.domain.case_document import DocumentKey, PackShare
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.services.demo import ensure_example
from advisor_app.services.document_offer import Offer
from advisor_app.services.pack_choice import (
    EVERY_MODULE,
    PackChoice,
    next_module,
    offers_for,
    participants_of,
    proposed,
    wanted,
)
from advisor_app.services.print_packs import Copies
from advisor_app.services.workspace import Workspace

AUTUMN = date(2026, 11, 30)


@pytest.fixture
def case(workspace: Workspace) -> Case:
    """The worked example: modules 1 and 4, whose second day is to come."""
    return workspace.cases.load(ensure_example(workspace))


def kinds(chosen: dict[DocumentKey, PackChoice], *, each: bool) -> set[str]:
    return {key.kind for key, choice in chosen.items() if choice.each is each}


def chosen_of(workspace: Workspace, case: Case, module: str, today: date = AUTUMN) -> dict[DocumentKey, PackChoice]:
    offers = offers_for(workspace.documents.offers(case), module)
    return {key: choice for key, choice in proposed(case, offers, today).items() if choice.chosen}


def test_each_participant_gets_what_is_handed_out(workspace: Workspace, case: Case) -> None:
    chosen = chosen_of(workspace, case, "M4")
    assert kinds(chosen, each=True) == {"agenda", "module-handout", "voting-cards", "feedback-form"}
    assert {"run-sheet", "questionnaire-blank", "attendance-list", "impact-area-cards"} <= kinds(chosen, each=False)
    assert "result-report" not in {key.kind for key in chosen}


def test_a_module_takes_only_its_own_papers(workspace: Workspace, case: Case) -> None:
    first = chosen_of(workspace, case, "M1")
    assert DocumentKey("module-handout", "M1") in first
    assert not {DocumentKey("module-handout", "M4"), DocumentKey("impact-area-cards")} & first.keys()
    both = chosen_of(workspace, case, EVERY_MODULE)
    assert {DocumentKey("module-handout", "M1"), DocumentKey("module-handout", "M4")} <= both.keys()


def test_papers_of_a_day_that_is_over_are_left_out(workspace: Workspace, case: Case) -> None:
    days = {key.item for key in chosen_of(workspace, case, "M4") if key.kind == "run-sheet"}
    assert {case.agenda[day].on for day in days} == {date(2026, 12, 16)}
    after = {key.item for key in chosen_of(workspace, case, "M4", date(2027, 5, 1)) if key.kind == "run-sheet"}
    assert {case.agenda[day].on for day in after} == {date(2026, 9, 14), date(2026, 12, 16)}


def test_what_the_case_lacks_is_not_offered(workspace: Workspace, case: Case) -> None:
    missing = Offer(kind="x", title="X", occasion="results", missing=AdvisorError(Problem.NO_USE_CASE))
    assert offers_for([missing], EVERY_MODULE) == ()
    offers = workspace.documents.offers(case)
    assert len(offers_for(offers, EVERY_MODULE)) == sum(offer.missing is None for offer in offers)


def test_the_next_workshop_comes_first(case: Case) -> None:
    assert next_module(case, AUTUMN) == "M4"
    assert next_module(case, date(2026, 4, 1)) == "M4"  # the day of module 1 is over, as recorded
    days = {
        on: AgendaDay(id=on, module=module, number=1, title="Tag", on=date.fromisoformat(on))
        for on, module in (("2026-05-05", "M1"), ("2026-09-14", "M4"))
    }
    assert next_module(replace(case, agenda=days), date(2026, 4, 1)) == "M1"
    assert next_module(replace(case, agenda=days), date(2026, 5, 6)) == "M4"
    assert next_module(replace(case, agenda={}, bookings={}), AUTUMN) == EVERY_MODULE
    assert next_module(replace(case, agenda={}), AUTUMN) == "M4"  # the last one: none is ahead any more
    open_day = AgendaDay(id="d", module="M1", number=3, title="Tag 3")
    assert next_module(replace(case, agenda={"d": open_day}), AUTUMN) == "M1"


def test_participants_are_the_contacts_of_the_case(case: Case) -> None:
    people = {str(number): Contact(id=str(number), person=str(number)) for number in range(12)}
    assert participants_of(replace(case, contacts=people)) == 12
    assert participants_of(replace(case, contacts={})) == 1


def test_copies_are_counted_for_the_participants() -> None:
    choices = {
        DocumentKey("a"): PackChoice(chosen=True, each=True),
        DocumentKey("b", "M4"): PackChoice(chosen=True, copies=3),
        DocumentKey("c"): PackChoice(copies=5),
    }
    assert wanted(choices, 14) == (Copies("a", "", 14), Copies("b", "M4", 3))


def test_nothing_of_results_or_completion_is_proposed_but_the_feedback_form() -> None:
    late = {kind.id for kind in KINDS if kind.occasion.value in {"request", "results", "completion"}}
    assert {kind.id for kind in KINDS if kind.in_pack is not PackShare.NONE} & late == {"feedback-form"}
