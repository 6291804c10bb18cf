"""Print packs of a case: documents, copies, progress, and what stops them."""

from __future__ import annotations

import pytest

from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.services.demo import ensure_example
from advisor_app.services.print_packs import MOST_COPIES, Copies
from advisor_app.services.session import CaseSession
from advisor_app.services.workspace import Workspace
from tests.documents.reading import page_texts
from tests.services.conftest import refused


@pytest.fixture
def example(workspace: Workspace) -> CaseSession:
    return workspace.cases.open(ensure_example(workspace))


def test_a_pack_holds_every_copy(workspace: Workspace, example: CaseSession) -> None:
    packs = workspace.print_packs
    items = packs.gather(
        example.case, [Copies("implementation-plan", "", 2), Copies("result-report", "", 1), Copies("use-case", "", 0)]
    )
    assert [(item.kind, item.copies) for item in items] == [("implementation-plan", 2), ("result-report", 1)]
    seen: list[float] = []
    pack = packs.draw(items, duplex=True, progress=seen.append)
    assert len(page_texts(pack.data)) == pack.pages + pack.blank
    assert seen == sorted(seen)
    assert seen[-1] == 1.0


def test_an_empty_pack_is_refused(workspace: Workspace, example: CaseSession) -> None:
    refused(lambda: workspace.print_packs.gather(example.case, [Copies("result-report", "", 0)]), Problem.EMPTY_PACK)
    refused(lambda: workspace.print_packs.gather(example.case, [Copies("brief", "", 1)]), Problem.UNKNOWN_DOCUMENT)


def test_copies_have_a_limit(workspace: Workspace, example: CaseSession) -> None:
    (item,) = workspace.print_packs.gather(example.case, [Copies("result-report", "", 10**9)])
    assert item.copies == MOST_COPIES


def test_a_pack_can_be_stopped(workspace: Workspace, example: CaseSession) -> None:
    packs = workspace.print_packs
    items = packs.gather(example.case, [Copies("result-report", "", 1)])
    asked = 0

    def cancelled() -> bool:
        nonlocal asked
        asked += 1
        return asked > 3

    with pytest.raises(AdvisorError) as stopped:
        packs.draw(items, duplex=False, cancelled=cancelled)
    assert stopped.value.problem is Problem.CANCELLED
