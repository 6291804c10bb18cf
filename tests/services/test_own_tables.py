"""Tables that the program has written are read again, however long their words are."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from advisor_app.domain.changes import FilePlanEntrySet, ServiceSet, UsageSet
from advisor_app.domain.errors import Problem
from advisor_app.domain.file_plan import FilePlanEntry
from advisor_app.domain.service import Service
from advisor_app.domain.usage import ServiceUsage, UsageMonth
from advisor_app.services.workspace import Workspace
from tests.services.conftest import OpenCase, refused

WORDS = ('Wörter „hier“; dort "und", ' * 3_000).strip()


def test_services_come_back(workspace: Workspace, open_case: OpenCase, tmp_path: Path) -> None:
    session, other, file = open_case("M1"), open_case("M1"), tmp_path / "leistungen.csv"
    service = Service(id="l1", number=1, title=WORDS, office=WORDS, procedure=WORDS, service_key=WORDS)
    session.apply(ServiceSet("l1", None, service))
    workspace.service_overviews.export(session.case, file)
    workspace.service_overviews.import_table(other, file)
    (found,) = other.case.services.values()
    assert replace(found, id="l1") == service


def test_a_filing_plan_comes_back(workspace: Workspace, open_case: OpenCase, tmp_path: Path) -> None:
    session, other, file = open_case("M3"), open_case("M3"), tmp_path / "aktenplan.csv"
    entry = FilePlanEntry(id="e1", number="1.2", title=WORDS, retention=WORDS, office=WORDS)
    session.apply(FilePlanEntrySet("e1", None, entry))
    workspace.e_files.export_plan(session.case, file)
    other.apply(*workspace.e_files.read_plan(other.case, file).taken)
    (found,) = other.case.file_plan.values()
    assert replace(found, id="e1") == entry


def test_usage_comes_back(workspace: Workspace, open_case: OpenCase, tmp_path: Path) -> None:
    session, other, file = open_case("M1"), open_case("M1"), tmp_path / "nutzung.csv"
    usage = ServiceUsage(id="u1", title=WORDS, months=(UsageMonth(month=date(2026, 1, 1), uses=5),))
    session.apply(UsageSet("u1", None, usage))
    workspace.usage.export(session.case, file)
    workspace.usage.take_in(other, file, ())
    (found,) = other.case.usage.values()
    assert (found.title, [item.uses for item in found.months]) == (WORDS, [5])


@pytest.mark.parametrize("letters", [32_767, 32_768])
def test_a_workbook_that_has_no_room_for_a_text_is_not_written(
    workspace: Workspace, open_case: OpenCase, tmp_path: Path, letters: int
) -> None:
    """The rest of the text was left out without a word."""
    session, file = open_case("M1"), tmp_path / "leistungen.xlsx"
    session.apply(ServiceSet("l1", None, Service(id="l1", number=1, title="x" * letters)))
    if letters == 32_767:
        assert workspace.service_overviews.export(session.case, file) == 1
        return
    error = refused(lambda: workspace.service_overviews.export(session.case, file), Problem.CELL_LONG)
    assert error.details["count"] == 32_767
    assert not file.exists()
