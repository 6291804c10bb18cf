"""Feedback from paper is tied to its case, and all of it evaluated."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from advisor_app.domain.feedback import RATINGS
from advisor_app.services.feedback import FeedbackRoom
from advisor_app.services.policy import Policy, read_policy
from advisor_app.services.session import CaseSession
from advisor_app.services.workspace import Workspace
from advisor_app.storage.figures import FiguresStore
from advisor_app.texts import load_texts

OpenCase = Callable[..., CaseSession]
ALL_FOUR = dict.fromkeys(RATINGS, 4)


def enter(workspace: Workspace, session: CaseSession, count: int) -> None:
    for _ in range(count):
        session.apply(workspace.feedback.entered(session.case, ALL_FOUR, {"good": " Beispiele "}))


def test_forms_from_paper_count_together_and_can_be_undone(workspace: Workspace, open_case: OpenCase) -> None:
    session = open_case("M4")
    enter(workspace, session, 5)
    (sent,) = session.case.sent_forms.values()
    assert len(sent.returns) == 5
    assert {item.typed for item in sent.returns} == {True}
    result = workspace.feedback.of_case(session.case)
    assert {item.mean for item in result.items} == {Fraction(4)}
    assert result.words == {"good": ("Beispiele",) * 5, "better": ()}
    session.undo()
    assert not workspace.feedback.of_case(session.case).is_told


def test_they_join_the_form_that_went_out(workspace: Workspace, open_case: OpenCase, tmp_path: Path) -> None:
    session = open_case("M4")
    made = workspace.forms.make(workspace.forms.prepare_feedback(session.case), tmp_path)
    session.apply(*made.changes)
    enter(workspace, session, 1)
    (sent,) = session.case.sent_forms.values()
    assert (sent.number, len(sent.returns)) == (made.forms[0].number, 1)


def test_an_empty_form_is_none(workspace: Workspace, open_case: OpenCase) -> None:
    with pytest.raises(ValueError, match="empty"):
        workspace.feedback.entered(open_case("M4").case, {}, {"good": "  "})


def test_all_cases_add_up_by_module(workspace: Workspace, open_case: OpenCase) -> None:
    enter(workspace, open_case("M1", "M4"), 3)
    enter(workspace, open_case("M4"), 2)
    figures = workspace.feedback.figures()
    assert figures.total.forms == 5
    assert {name: item.is_told for name, item in figures.modules.items()} == {"M1": False, "M4": True}
    assert figures.advisers == {}
    assert figures.modules["M4"].words is None


def test_advisers_are_told_apart_only_where_the_house_has_it_so(
    workspace: Workspace, open_case: OpenCase, tmp_path: Path
) -> None:
    enter(workspace, open_case("M4"), 5)
    file = tmp_path / "advisor-policy.toml"
    file.write_text("[feedback]\nper_adviser = true\n", "utf-8")
    allowed = read_policy(file, load_texts("de"))
    store = FiguresStore(workspace.database)
    for policy, advisers in ((Policy(), 0), (allowed, 1), (replace(allowed, feedback_per_adviser=False), 0)):
        room = FeedbackRoom(store, policy, workspace.texts, workspace.clock)
        assert len(room.figures().advisers) == advisers
