"""A poll in words: what the panel says of it, made from the case as it stands."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication

from advisor_app.charts.poll.from_poll import dots_of
from advisor_app.domain.case import Case
from advisor_app.domain.house_roles import role_title, role_titles
from advisor_app.domain.poll import Poll, PollAbout
from advisor_app.domain.pre_survey import holder
from advisor_app.services.workspace import Workspace
from advisor_app.texts.polls import doubt_words, figures, round_word
from advisor_app.ui.pages.assessment.course import Course
from advisor_app.ui.pages.assessment.poll_panel import PollView

translate = QCoreApplication.translate


class PollViews:
    """Words polls of one workspace."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._polls = workspace.polls

    def view(self, case: Case, course: Course, poll: Poll) -> PollView:
        """Everything that the panel shows."""
        texts = self._workspace.texts
        title = self._title(course, poll)
        words = tuple(level.word for level in course.evaluation.questionnaire.scale.levels)
        return PollView(
            poll=poll,
            title=title,
            round_title=round_word(len(poll.rounds), texts),
            words=words,
            chart=dots_of(poll, title, words, texts),
            doubts=self._doubts(case, poll),
            roles=self._roles(case, course) if poll.about is PollAbout.QUESTION else (),
            role_titles=role_titles(self._workspace.catalog.roles, case.roles),
        )

    def summary(self, case: Case, poll: Poll) -> tuple[str, str]:
        """How a poll stands in a line, and what asks for attention, which may be empty."""
        votes = poll.current.votes
        words = translate("PollViews", "1 Stimme") if votes.total == 1 else translate("PollViews", "{count} Stimmen")
        counted = words.format(count=votes.total)
        if not poll.current.is_revealed:
            return counted, translate("PollViews", "noch verdeckt")
        needed = translate("PollViews", "Klärungsbedarf") if self._doubts(case, poll) and poll.outcome is None else ""
        return ", ".join(filter(None, (counted, figures(votes, self._workspace.texts)))), needed

    def _title(self, course: Course, poll: Poll) -> str:
        if poll.about is PollAbout.QUESTION:
            return translate("PollViews", "Punktabfrage {question}").format(question=poll.item)
        found = (item for item in course.evaluation.questionnaire.dimensions if item.id == poll.item)
        names = " ".join([poll.item, *(item.title for item in found)])
        return translate("PollViews", "Zielstufe {dimension}").format(dimension=names)

    def _doubts(self, case: Case, poll: Poll) -> tuple[str, ...]:
        found = self._polls.doubts(case, poll)
        role = partial(role_title, roles=self._workspace.catalog.roles, mappings=case.roles)
        return tuple(doubt_words(doubt, role, self._workspace.texts) for doubt in found)

    def _roles(self, case: Case, course: Course) -> tuple[tuple[str, str], ...]:
        held = dict.fromkeys(holder(role, case.roles) for role in course.question.roles)
        titles = role_titles(self._workspace.catalog.roles, case.roles)
        return tuple((role, titles.get(role, role)) for role in held)
