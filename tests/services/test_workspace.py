"""A data folder with all its services."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from advisor_app.cli import main
from advisor_app.domain.errors import Problem
from advisor_app.services.data_lock import Access
from advisor_app.services.preferences import Preferences
from advisor_app.services.workspace import open_workspace
from tests.content.small_packs.writing import write_pack
from tests.profiles import make_recoverable


def _broken_pack(folder: Path) -> None:
    pack = folder / "packs" / "haus"
    pack.mkdir(parents=True)
    (pack / "pack.toml").write_text('id = "haus"\nversion = "1.0.0"\ntitle = "Haus\n', encoding="utf-8")


def test_a_broken_local_pack_is_named_and_left_out(tmp_path: Path) -> None:
    _broken_pack(tmp_path)
    workspace = open_workspace(tmp_path, Preferences())
    problem = workspace.content_problem
    assert problem is not None
    assert problem.problem is Problem.PACK_LEFT_OUT
    assert str(problem.details["file"]).endswith("pack.toml")
    assert problem.details["line"] == 3
    assert "m4" in workspace.catalog.questionnaires
    workspace.close()


def test_a_local_pack_is_read_whole_at_once(tmp_path: Path) -> None:
    """Also what nobody looks into at first: an error must be told while the pack can still be left out."""
    handout = (
        """module = "M1"\ntitle = "Eigenes"\n[[section]]\nid = "x"\ntitle = "X"\ntext = ["X"]\nterms = ["nie"]\n"""
    )
    write_pack(tmp_path / "packs", "haus", {"handout.toml": handout})
    workspace = open_workspace(tmp_path, Preferences())
    problem = workspace.content_problem
    assert problem is not None
    assert str(problem.details["file"]).endswith("handout.toml")
    assert list(workspace.catalog.handouts) == ["M1", "M2", "M3", "M4"]
    workspace.close()


def test_the_shipped_packs_are_read_as_far_as_work_begins_with_them(tmp_path: Path) -> None:
    opened = (
        "import sys; from pathlib import Path; from advisor_app.services.preferences import Preferences\n"
        "from advisor_app.services.workspace import open_workspace\n"
        "workspace = open_workspace(Path(sys.argv[1]), Preferences())\n"
        "late = {'knowledge', 'agenda_template', 'measure_template', 'funding_rules'}\n"
        "def loaded(): return sum(f'advisor_app.domain.{name}' in sys.modules for name in late)\n"
        "print(loaded(), len(workspace.catalog.handouts), workspace.catalog.funding.programmes[0].id, loaded())\n"
    )
    finished = subprocess.run(
        [sys.executable, "-c", opened, str(tmp_path)], capture_output=True, text=True, check=False
    )
    assert finished.stdout == "0 4 HMdIS 2\n", finished.stderr


def test_a_command_stops_at_a_broken_local_pack(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _broken_pack(tmp_path)
    assert main(["--data", str(tmp_path), "case", "list"]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert "pack.toml" in said.err
    assert said.err.count("\n") == 1


def test_other_preferences_reach_documents_and_the_log_at_once(tmp_path: Path) -> None:
    workspace = open_workspace(make_recoverable(tmp_path), Preferences(adviser="Kim Berger"))
    other = replace(workspace.preferences, adviser="Jo Lang", provider="Rat und Tat", retention_months=7)
    workspace.set_preferences(other)
    commune = workspace.register.get("06531005")
    case = workspace.cases.create(commune, ("M4",)).case
    assert case.head.adviser == "Jo Lang"
    given = workspace.documents.input_of(case, "privacy-notice")
    assert (given.provider, given.retention_months) == ("Rat und Tat", 7)
    workspace.close()


@pytest.mark.parametrize(("access", "stays"), [(Access.READ, True), (Access.WRITE, False), (Access.WINDOW, False)])
def test_messages_that_a_killed_program_has_left_go_with_the_next_start(
    tmp_path: Path,
    access: Access,
    stays: bool,  # noqa: FBT001  # parametrized
) -> None:
    make_recoverable(tmp_path)
    open_workspace(tmp_path, Preferences(), access=Access.WRITE).close()
    killed = open_workspace(tmp_path, Preferences())
    message = killed.form_mail.new_folder() / "Nachricht.eml"
    message.write_text("To: Alex Ohm <amt@lich.example>", encoding="utf-8")
    killed.close()
    open_workspace(tmp_path, Preferences(), access=access).close()
    assert message.exists() is stays
    assert message.is_relative_to(tmp_path), "outside of the data nobody would look for it"


def test_a_link_in_the_place_of_messages_is_not_followed(tmp_path: Path) -> None:
    data, elsewhere = tmp_path / "data", tmp_path / "elsewhere"
    data.mkdir()
    elsewhere.mkdir()
    (elsewhere / "Brief.txt").write_text("bleibt", encoding="utf-8")
    (data / "outgoing").symlink_to(elsewhere, target_is_directory=True)
    make_recoverable(data)
    open_workspace(data, Preferences(), access=Access.WRITE).close()
    assert (elsewhere / "Brief.txt").exists()
