"""Polls on the assessment page: which one is open, and what keys and clicks ask of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from advisor_app.domain.changes import Change
from advisor_app.domain.poll import LEVELS, Outcome, Poll, PollAbout, Settled
from advisor_app.domain.projection import ProjectableJoin
from advisor_app.ui.pages.assessment.course import Course
from advisor_app.ui.pages.assessment.phone_polling import PhonePolling
from advisor_app.ui.pages.assessment.poll_outcome import OUTCOME_KEYS
from advisor_app.ui.pages.assessment.poll_panel import PollPanel
from advisor_app.ui.pages.assessment.poll_steps import PollSteps
from advisor_app.ui.pages.assessment.poll_views import PollViews
from advisor_app.ui.pages.assessment.question_panel import QuestionPanel
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.page import PageContext

_LEVELS = {Qt.Key(Qt.Key.Key_0.value + level): level for level in LEVELS}
_OUTCOMES = {Qt.Key(ord(key)): way for key, way in OUTCOME_KEYS.items()}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Polling(QObject):
    """Holds which poll is open; every step is committed at once and can be undone."""

    changed = Signal()  # another poll is open, or none
    warned = Signal(str)
    typing = Signal()
    phones_made = Signal(object)  # PhonePolling

    def __init__(self, context: PageContext, bridge: CaseBridge, shown: QuestionPanel) -> None:
        super().__init__(shown)
        self._context, self._bridge, self._shown = context, bridge, shown
        self._polls = context.workspace.polls
        self._views = PollViews(context.workspace)
        self._course: Course | None = None
        self._about: PollAbout | None = None  # None: closed
        self._items: dict[PollAbout, str] = {}  # what is shown: its question, and the dimension whose target it serves
        self._steps = PollSteps(context, bridge, self)
        self._panel: PollPanel | None = None  # made for the first poll
        self.phones: PhonePolling | None = None  # made with the panel
        self.line = shown.poll_line
        self._steps.warned.connect(self.warned)
        self._steps.refused.connect(self.refresh)

    @property
    def is_open(self) -> bool:
        """Whether a poll stands below the question."""
        return self._about is not None

    @property
    def poll(self) -> Poll | None:
        """The poll that is open."""
        return None if self._about is None else self._latest(self._about)

    @property
    def join(self) -> ProjectableJoin | None:
        """Where phones join the poll that is open, while the room is to see that."""
        return None if self.phones is None or not self.is_open else self.phones.join

    def show_question(self, course: Course) -> None:
        """Follow the course to a question; a poll about another one is put away."""
        items = {PollAbout.QUESTION: course.current, PollAbout.TARGET: course.dimension.id}
        if items != self._items or course is not self._course:
            self.close()
        self._course, self._items = course, items
        self.refresh()

    def refresh(self) -> None:
        """Show what the case holds now."""
        course = self._course
        if course is None or not course.has(course.current):
            return
        self.line.offer_for(course)
        if self.is_open:
            self.line.hide()
        last = self._latest(PollAbout.QUESTION)
        self.line.show_summary(*(("", "") if last is None else self._views.summary(self._bridge.case, last)))
        poll = self.poll
        if self.is_open and poll is None:
            self.close()  # undone
        elif poll is not None and self._panel is not None:
            self._panel.show_poll(self._views.view(self._bridge.case, course, poll))
        if self.phones is not None:
            self.phones.follow(self.poll)

    def takes(self, key: Qt.Key) -> bool:
        """Do what a key says to polls; False where it says nothing to them."""
        if key in (Qt.Key.Key_P, Qt.Key.Key_T):
            self._toggle(PollAbout.QUESTION if key is Qt.Key.Key_P else PollAbout.TARGET)
            return True
        poll = self.poll
        if poll is None:
            return False
        if key is Qt.Key.Key_Escape:
            self.close()
            return True
        if self.phones is not None and self.phones.takes(key):
            return True
        return self._counts(key, poll) if poll.takes_votes else self._settles(key, poll)

    def toggle_question(self) -> None:
        """Open the poll about the question, begun where there is none; or close it."""
        self._toggle(PollAbout.QUESTION)

    def toggle_target(self) -> None:
        """Open the poll about the target level of its dimension, begun where there is none; or close it."""
        self._toggle(PollAbout.TARGET)

    def _toggle(self, about: PollAbout) -> None:
        course = self._course
        if course is None or (course.is_covered and about is PollAbout.TARGET):
            return
        if self._about is about:
            self.close()
            return
        self.close()
        if self._latest(about) is None and not self._begin(about):
            return
        self._about = about
        panel = self._panel or self._make_panel()
        self._shown.show_polling(polling=True)
        panel.show()
        self.refresh()
        self._take_phones()
        self._show_whole()
        self.changed.emit()

    def close(self) -> None:
        """Put the poll away; one without any vote is taken out again."""
        poll = self.poll
        if poll is not None and self.phones is not None:
            self.phones.put_away(poll)
            poll = self.poll
        self._about = None
        if self._panel is not None and not self._panel.isHidden():
            self._panel.flush()
            self._panel.hide()
            self._shown.show_polling(polling=False)
        if poll is not None and len(poll.rounds) == 1 and not poll.current.votes.total and poll.outcome is None:
            self._steps.drop(poll)
        self.refresh()
        if poll is not None:
            self.changed.emit()

    def flush(self) -> None:
        """Commit half-typed texts."""
        if self._panel is not None:
            self._panel.flush()

    # Steps

    def _counts(self, key: Qt.Key, poll: Poll) -> bool:
        if key in _LEVELS or key is Qt.Key.Key_U:
            self._steps.vote(poll, _LEVELS.get(key))
        elif key is Qt.Key.Key_Backspace:
            self._steps.take_back(poll)
        elif key in _ENTER:
            self._reveal()
        elif key is Qt.Key.Key_Z and self._panel is not None:
            self._panel.count.focus_first()
        else:
            return key is Qt.Key.Key_N  # nobody answers „trifft nicht zu“ by mistake while votes are counted
        return True

    def _settles(self, key: Qt.Key, poll: Poll) -> bool:
        if key in _LEVELS:
            way = Settled.AGREED if poll.outcome is None else poll.outcome.settled
            self._steps.settle(poll, way, _LEVELS[key])
        elif key in _OUTCOMES:
            self._on_panel_settled(_OUTCOMES[key])
        elif key is Qt.Key.Key_R and poll.outcome is None:
            self._second_round()
        else:
            return key in (Qt.Key.Key_U, Qt.Key.Key_N)
        return True

    def _show_whole(self) -> None:
        """Bring the poll into sight once it is laid out."""
        panel = self._panel
        if panel is not None:
            QTimer.singleShot(0, panel, lambda: self._shown.ensureWidgetVisible(panel))

    def _begin(self, about: PollAbout) -> bool:
        course = self._course
        return course is not None and self._steps.begin(course.assessment, self._items[about], about)

    def _reveal(self) -> None:
        if self.phones is not None:
            self.phones.collect()
        self._take(self._polls.reveal)
        self._show_whole()

    def _second_round(self) -> None:
        self._take(self._polls.second_round)
        self._take_phones()

    def _take_phones(self) -> None:
        """Let phones vote in what has just begun here, whatever they were asked elsewhere."""
        if self.phones is not None:
            self.phones.follow(self.poll, begun=True)

    def _on_panel_settled(self, way: Settled) -> None:
        poll = self.poll
        if poll is not None and self._steps.choose_way(poll, way) and self._panel is not None:
            self._panel.outcome.focus_words()
            self._show_focused(self._panel)

    def _show_focused(self, panel: PollPanel) -> None:
        """Bring the field into sight that asks for words, once it has its place."""

        def show() -> None:
            field = panel.window().focusWidget()
            if panel.isAncestorOf(field):  # nothing with the focus is in no panel
                self._shown.ensureWidgetVisible(field)

        # Twice: lines that wrap have their height only once the first layout has given them their width.
        QTimer.singleShot(0, panel, lambda: QTimer.singleShot(0, panel, show))

    def _on_panel_voted(self, level: int) -> None:
        poll = self.poll
        if poll is not None:
            self._steps.vote(poll, None if level < 0 else level)

    def _on_panel_outcome_edited(self, outcome: Outcome, batch: str) -> None:
        poll = self.poll
        if poll is not None:
            self._steps.write_outcome(poll, outcome, batch)

    def _on_anew_wanted(self) -> None:
        if self._about is not None:
            self._begin(self._about)
            self.refresh()
            self.changed.emit()

    def _take(self, step: Callable[..., Change], *given: object) -> None:
        """Take a step of the poll that is open."""
        poll = self.poll
        if poll is not None:
            self._steps.take(poll, step, *given)

    def _latest(self, about: PollAbout) -> Poll | None:
        if self._course is None:
            return None
        return self._polls.latest(self._bridge.case, self._course.assessment.id, self._items[about], about)

    def _make_panel(self) -> PollPanel:
        panel = self._panel = PollPanel(self._context)
        panel.voted.connect(self._on_panel_voted)
        panel.typed.connect(partial(self._take, self._polls.type_numbers))
        panel.present_changed.connect(partial(self._take, self._polls.set_present))
        panel.role_said.connect(partial(self._take, self._polls.note_role))
        panel.released.connect(partial(self._take, self._polls.release))
        panel.reveal_wanted.connect(self._reveal)
        panel.second_round_wanted.connect(self._second_round)
        panel.settled.connect(self._on_panel_settled)
        panel.outcome_edited.connect(self._on_panel_outcome_edited)
        panel.anew_wanted.connect(self._on_anew_wanted)
        panel.closed.connect(self.close)
        panel.typing.connect(self.typing)
        self._shown.hold_poll(panel)
        self.phones = PhonePolling(self._context, self._bridge, self)
        self.phones.warned.connect(self.warned)
        self.phones.changed.connect(self.changed)
        panel.hold_phones(self.phones.line)
        self.phones_made.emit(self.phones)
        return panel
