"""Use cases: begun, found, exchanged."""

from datetime import date
from pathlib import Path

from advisor_app.domain.errors import Problem
from advisor_app.resources_folder import resources_folder
from advisor_app.services.workspace import Workspace
from tests.services.conftest import OpenCase, refused

EXAMPLE = resources_folder() / "example" / "use_case.toml"


def test_a_new_use_case_has_the_next_number_and_the_house_s_rate(workspace: Workspace, open_case: OpenCase) -> None:
    session = open_case("M4")
    first = workspace.use_cases.create(session, "Pegel", ["WB2"])
    second = workspace.use_cases.create(session, "Parken")
    assert (first.code, second.code) == ("UC-01", "UC-02")
    assert (first.author, first.as_of, first.areas) == ("Kim Berger", date(2026, 9, 14), ("WB2",))
    assert first.costs.hourly_rate == 6000
    assert workspace.use_cases.find(session.case) == first
    assert workspace.use_cases.find(session.case, "uc-02") == second
    assert workspace.use_cases.find(session.case, second.id) == second
    refused(lambda: workspace.use_cases.find(session.case, "UC-03"), Problem.UNKNOWN_USE_CASE)


def test_a_case_without_use_cases_says_so(workspace: Workspace, open_case: OpenCase, tmp_path: Path) -> None:
    session = open_case("M4")
    refused(lambda: workspace.use_cases.find(session.case), Problem.NO_USE_CASE)
    refused(lambda: workspace.use_cases.export_use_cases(session.case, tmp_path / "x.toml"), Problem.NO_USE_CASE)


def test_a_file_adds_and_changes_in_one_step(workspace: Workspace, open_case: OpenCase, tmp_path: Path) -> None:
    session = open_case("M4")
    done = workspace.use_cases.take_in(session, workspace.use_cases.read_use_cases(EXAMPLE))
    assert (done.added, done.changed) == (("UC-01",), ())
    assert workspace.use_cases.take_in(session, workspace.use_cases.read_use_cases(EXAMPLE)).changed == ()
    file = tmp_path / "neu.toml"
    file.write_text(
        '[[use_case]]\nnumber = 1\ntitle = "Pegel"\n[[use_case]]\nnumber = 2\ntitle = "Parken"\n', encoding="utf-8"
    )
    done = workspace.use_cases.take_in(session, workspace.use_cases.read_use_cases(file))
    assert (done.added, done.changed) == (("UC-02",), ("UC-01",))
    assert workspace.use_cases.find(session.case, "UC-01").goal
    session.undo()
    assert [item.code for item in session.case.use_cases.values()] == ["UC-01"]
    session.undo()
    assert session.case.use_cases == {}


def test_a_broken_file_changes_nothing(workspace: Workspace, open_case: OpenCase, tmp_path: Path) -> None:
    session = open_case("M4")
    file = tmp_path / "kaputt.toml"
    file.write_text('[[use_case]]\nnumber = 1\ntitle = "Pegel"\nareas = ["WB99"]\n', encoding="utf-8")
    error = refused(
        lambda: workspace.use_cases.take_in(session, workspace.use_cases.read_use_cases(file)), Problem.FILE_FORMAT
    )
    assert error.details["line"] == 4
    assert session.case.use_cases == {}


def test_use_cases_go_out_and_come_back(workspace: Workspace, open_case: OpenCase, tmp_path: Path) -> None:
    session = open_case("M4")
    workspace.use_cases.take_in(session, workspace.use_cases.read_use_cases(EXAMPLE))
    workspace.use_cases.create(session, "Parken")
    written = tmp_path / "heraus.toml"
    assert len(workspace.use_cases.export_use_cases(session.case, written)) == 2
    assert len(workspace.use_cases.export_use_cases(session.case, tmp_path / "eins.toml", "UC-02")) == 1
    assert workspace.use_cases.take_in(session, workspace.use_cases.read_use_cases(written)).changed == ()
    refused(
        lambda: workspace.use_cases.export_use_cases(session.case, tmp_path / "no" / "x.toml"),
        Problem.FILE_NOT_WRITABLE,
    )
