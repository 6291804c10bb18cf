"""The electronic file of a case: what is said of areas, plan, variants and rollout, each as one step."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from advisor_app.domain.assessment import AnswerState
from advisor_app.domain.changes import AnswerSet, MeasureSet
from advisor_app.domain.clarification import Concern
from advisor_app.domain.e_file import AreaState, Gap, Need
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.table_preview import RowFate
from advisor_app.services.workspace import Workspace
from tests.services.conftest import OpenCase

PLAN = "Aktenzeichen;Bezeichnung;Aufbewahrungsfrist;Fachbereich\n0;Verwaltung;;\n02;Personal;10 Jahre;Hauptamt\n"


def table(folder: Path, text: str = PLAN) -> Path:
    file = folder / "aktenplan.csv"
    file.write_text(text, "utf-8")
    return file


def test_an_area_is_found_by_number_and_name(workspace: Workspace) -> None:
    services = workspace.e_files
    assert services.find_area("5") == services.find_area("search") == "search"
    with pytest.raises(AdvisorError) as refused:
        services.find_area("17")
    assert refused.value.problem is Problem.UNKNOWN_E_FILE_PART


def test_what_is_said_of_an_area_is_kept_and_what_is_emptied_is_gone(workspace: Workspace, open_case: OpenCase) -> None:
    session, services = open_case("M3"), workspace.e_files
    session.apply(services.judge(session.case, "search", state=AreaState.NO, need=Need.MUST))
    loaded = workspace.cases.load(session.case.id)
    (search,) = (item for item in services.areas(loaded) if item.area.id == "search")
    assert search.gap is Gap.WHOLE
    session.apply(services.judge(session.case, "search", state=None, need=None))
    assert session.case.e_file_areas == {}


def test_questions_show_levels_but_not_those_of_confidential_ones(workspace: Workspace, open_case: OpenCase) -> None:
    session, services = open_case("M3"), workspace.e_files
    area = next(item for item in services.areas(session.case) if item.area.id == "mail-room")
    assessment = workspace.assessments.of_module(session.case, "M3")
    assert assessment is not None
    for name in ("3.2.1", "3.2.2"):
        empty = session.case.answer(assessment.id, name)
        answer = type(empty)(state=AnswerState.ANSWERED, level=2)
        session.apply(AnswerSet(assessment.id, name, None, answer))
    found = {item.question.id: item.answer for item in services.questions(session.case, area)}
    assert list(found) == ["3.2.1", "3.2.2", "3.2.4"]
    assert found["3.2.1"] is not None
    assert found["3.2.1"].level == 2
    assert found["3.2.2"] is None


def test_a_foreign_filing_plan_comes_in_as_one_step_and_never_twice(
    workspace: Workspace, open_case: OpenCase, tmp_path: Path
) -> None:
    session, services = open_case("M3"), workspace.e_files
    preview = services.read_plan(session.case, table(tmp_path))
    assert [row.fate for row in preview.rows] == [RowFate.NEW, RowFate.NEW]
    session.apply(*preview.taken)
    (second,) = (entry for entry in session.case.file_plan.values() if entry.number == "02")
    assert (second.title, second.retention, second.office) == ("Personal", "10 Jahre", "Hauptamt")
    again = services.read_plan(session.case, table(tmp_path, f"{PLAN}02;Doppelt;;\n;Ohne;;\n"))
    assert [row.fate for row in again.rows] == [RowFate.KNOWN, RowFate.KNOWN, RowFate.FAULTY, RowFate.FAULTY]
    assert again.is_nothing_new
    session.undo()
    assert session.case.file_plan == {}


def test_a_filing_plan_that_was_written_is_read_again(
    workspace: Workspace, open_case: OpenCase, tmp_path: Path
) -> None:
    session, services = open_case("M3"), workspace.e_files
    session.apply(*services.example_plan(session.case))
    file = tmp_path / "plan.csv"
    assert services.export_plan(session.case, file) == len(services.guide.entries)
    again = services.read_plan(session.case, file)
    assert {row.fate for row in again.rows} == {RowFate.KNOWN}
    assert services.example_plan(session.case) == ()


def test_an_entry_goes_with_everything_under_it(workspace: Workspace, open_case: OpenCase) -> None:
    session, services = open_case("M3"), workspace.e_files
    session.apply(*services.example_plan(session.case))
    (first,) = (entry for entry in session.case.file_plan.values() if entry.number == "0")
    session.apply(*services.without_branch(session.case, first.id))
    assert not any(entry.number.startswith("0") for entry in session.case.file_plan.values())
    session.undo()
    assert len(session.case.file_plan) == len(services.guide.entries)


def test_the_house_decides_on_one_variant(workspace: Workspace, open_case: OpenCase) -> None:
    session, services = open_case("M3"), workspace.e_files
    for name in ("shared", "central-before"):
        session.apply(*services.choose(session.case, name))
    chosen = services.comparison(session.case).chosen
    assert chosen is not None
    assert chosen.variant.id == "central-before"
    assert [rating.id for rating in session.case.scan_ratings.values() if rating.is_chosen] == ["central-before"]
    session.apply(*services.choose(session.case, None))
    assert session.case.scan_ratings == {}


def test_rollout_and_plan_stay_in_step_and_every_office_has_one_measure(
    workspace: Workspace, open_case: OpenCase
) -> None:
    session, services = open_case("M3"), workspace.e_files
    step = services.begin_office("Steueramt", start=date(2027, 10, 1))
    session.apply(step)
    session.apply(services.begin_office(""))
    session.apply(*services.into_plan(session.case))
    assert services.into_plan(session.case) == ()
    (measure,) = session.case.measures.values()
    assert measure.title == "E-Akte einführen: Steueramt"
    session.apply(*services.edit_office(session.case, step.id, end=date(2028, 3, 31), office="Kämmerei"))
    (measure,) = session.case.measures.values()
    assert (measure.title, measure.end) == ("E-Akte einführen: Kämmerei", date(2028, 3, 31))
    session.undo()
    (measure,) = session.case.measures.values()
    assert (measure.title, measure.end) == ("E-Akte einführen: Steueramt", None)
    session.apply(MeasureSet(measure.id, measure, None))
    assert len(services.into_plan(session.case)) == 1
    session.apply(*services.remove_office(session.case, step.id))
    assert [item.office for item in services.rollout(session.case)] == [""]


def test_a_state_that_does_not_go_with_an_answer_is_on_the_list(workspace: Workspace, open_case: OpenCase) -> None:
    session, services = open_case("M3"), workspace.e_files
    assessment = workspace.assessments.of_module(session.case, "M3")
    assert assessment is not None
    answer = type(session.case.answer(assessment.id, "3.3.1"))(state=AnswerState.ANSWERED, level=4)
    session.apply(AnswerSet(assessment.id, "3.3.1", None, answer))

    def concerns() -> list[Concern]:
        items = workspace.clarifications.find(session.case, assessment).items
        return [reason.concern for item in items if item.question.id == "3.3.1" for reason in item.reasons]

    session.apply(services.judge(session.case, "search", state=AreaState.PARTLY))
    assert Concern.CONTRADICTED not in concerns()
    session.apply(services.judge(session.case, "search", state=AreaState.NO))
    assert Concern.CONTRADICTED in concerns()
