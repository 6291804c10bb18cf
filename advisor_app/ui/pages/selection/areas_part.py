"""Impact areas: dots of the group counted, opened, and the areas that follow taken over into the assessment."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from advisor_app.domain.area_poll import MOST_CHOSEN, USUAL_DOTS, AreaPoll
from advisor_app.domain.assessment import Assessment
from advisor_app.domain.case import Case
from advisor_app.domain.changes import AssessmentSet, Change
from advisor_app.domain.errors import AdvisorError
from advisor_app.domain.projection import ProjectableJoin
from advisor_app.domain.words import Audience
from advisor_app.override import override
from advisor_app.texts.errors import sentence
from advisor_app.ui.pages.selection.dots_card import DotsCard
from advisor_app.ui.pages.selection.phone_dots import PhoneDots
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.chips_field import ChipsField
from advisor_app.ui.widgets.labels import TextLabel
from advisor_app.ui.widgets.paper_column import PaperColumn

_FIRST = Qt.Key.Key_1.value


class AreasPart(PaperColumn):
    """Keys 1 to 8 count a dot for an area, Backspace takes the last one back, Enter opens the dots."""

    warned = Signal(str)
    changed = Signal()  # another poll stands here, or none; or the room is to see where phones join
    settings_wanted = Signal()

    def __init__(self, context: PageContext, bridge: CaseBridge, parent: QWidget | None = None) -> None:
        super().__init__(context.theming, parent=parent)
        self._context, self._bridge = context, bridge
        self._polls = context.workspace.area_polls
        self._assessment: Assessment | None = None
        self._pressed: list[tuple[str, str]] = []  # poll and area of each key, the last one last
        theming = context.theming
        self.begin = Button(theming, self.tr("Punktabfrage beginnen"), "plus", "primary")
        self.card: DotsCard | None = None  # made for the first assessment that is shown
        self.chips: ChipsField | None = None
        self.phones: PhoneDots | None = None
        self._lay_out()
        self.begin.clicked.connect(self.start)

    @property
    def poll(self) -> AreaPoll | None:
        """The dots that are shown."""
        return None if self._assessment is None else self._polls.latest(self._bridge.case, self._assessment.id)

    @property
    def join(self) -> ProjectableJoin | None:
        """Where phones join, while the room is to see that."""
        poll = self.poll
        return None if self.phones is None or poll is None or poll.is_revealed else self.phones.join

    def show_assessment(self, assessment: Assessment) -> None:
        """Show the dots about an assessment, and the areas that are chosen in it."""
        if self.card is None:
            self._add_areas(assessment)
        self._assessment = assessment
        self.refresh()

    def refresh(self) -> None:
        """Show what the case holds now."""
        assessment, poll = self._assessment, self.poll
        if assessment is None or self.card is None or self.chips is None:
            return
        self.chips.show_value(assessment.areas)
        self._hint.setText(self._areas_hint(len(assessment.areas)))
        self._hint.set_tone("amber" if len(assessment.areas) > MOST_CHOSEN else "secondary")
        self._intro.setVisible(poll is None)
        self.card.setVisible(poll is not None)
        if poll is not None:
            self.card.show_poll(poll, assessment, self._polls.proposed(self._bridge.case, poll))
        self._follow()

    def takes(self, event: QKeyEvent) -> bool:
        """Do what a key says to dots that are counted; False where it says nothing to them."""
        poll, assessment = self.poll, self._assessment
        if poll is None or assessment is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        key = Qt.Key(event.key())
        areas = tuple(self._polls.areas(assessment))
        if poll.is_revealed:
            return False
        if _FIRST <= key < _FIRST + len(areas):
            self._count(areas[key - _FIRST])
        elif key == Qt.Key.Key_Backspace:
            self._take_back(poll)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._reveal()
        elif key == Qt.Key.Key_Z and self.card is not None:
            self.card.count.focus_first()
        else:
            return self.phones is not None and self.phones.takes(key)
        return True

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.takes(event):
            super().keyPressEvent(event)

    def take_focus(self) -> None:
        """Let keys count at once."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    # Steps

    def start(self) -> None:
        """Begin new dots, with as many people as counted the last time."""
        assessment, before = self._assessment, self.poll
        if assessment is None:
            return
        present = 0 if before is None else before.present
        each = USUAL_DOTS if before is None else before.dots_each
        if self._do(lambda _case: self._polls.start(assessment, present, each)):
            self.refresh()
            self._follow(begun=True)
            self.changed.emit()
            self.take_focus()

    def _follow(self, *, begun: bool = False) -> None:
        """Let phones know what is counted here."""
        if self.phones is None:
            return
        poll = self.poll
        self.phones.follow(poll, begun=begun)
        self.phones.line.setVisible(poll is not None and not poll.is_revealed)
        self._hold_dots_each()

    def _hold_dots_each(self) -> None:
        """How many dots everybody has holds as long as phones are asked: they were told so."""
        if self.card is not None and self.phones is not None:
            self.card.each.setEnabled(not self.phones.is_asking)

    def _count(self, area: str) -> None:
        poll = self.poll
        if poll is not None and self._do(lambda case: self._polls.count(case, poll.id, area)):
            self._pressed.append((poll.id, area))

    def _take_back(self, poll: AreaPoll) -> None:
        here = [pressed for pressed in self._pressed if pressed[0] == poll.id]
        if not here:
            self.warned.emit(
                self.tr(
                    "Die Rücktaste nimmt nur zurück, was gerade gezählt wurde. Strg+Z nimmt frühere Schritte zurück."
                )
            )
        elif self._do(lambda case: self._polls.count(case, poll.id, here[-1][1], -1)):
            self._pressed.remove(here[-1])

    def _reveal(self) -> None:
        poll = self.poll
        if self.phones is not None:
            self.phones.collect()
        if poll is not None and self._do(lambda case: self._polls.reveal(case, poll.id)):
            self.refresh()
            self.changed.emit()

    def _take(self) -> None:
        poll = self.poll
        if poll is None:
            return
        proposed = self._polls.proposed(self._bridge.case, poll)
        if proposed.areas:
            self._do(lambda case: self._polls.take_over(case, poll.id, proposed.areas))

    def _choose(self, areas: tuple[str, ...]) -> None:
        """Areas chosen by hand are remembered with the dots, too, as these led to them."""
        poll, assessment = self.poll, self._assessment
        if assessment is None:
            return
        known = tuple(area for area in self._polls.areas(assessment) if area in areas)
        if poll is not None and poll.is_revealed:
            self._do(lambda case: self._polls.take_over(case, poll.id, known))
        else:
            self._do(lambda _case: AssessmentSet(assessment.id, assessment, replace(assessment, areas=known)))

    def _on_people_changed(self) -> None:
        poll, card = self.poll, self.card
        if poll is not None and card is not None:
            present, each = card.present.value(), card.each.value()
            self._do(lambda case: self._polls.set_people(case, poll.id, present, each))

    def _on_typed(self, dots: dict[str, int]) -> None:
        poll = self.poll
        if poll is not None:
            self._do(lambda case: self._polls.type_numbers(case, poll.id, dots))

    def _on_audience_edited(self, audience: Audience, _batch: str) -> None:
        poll = self.poll
        if poll is not None:
            self._do(lambda case: self._polls.release(case, poll.id, audience))

    def _do(self, step: Callable[[Case], Change | Sequence[Change]]) -> bool:
        """Commit what a step yields; False, with a sentence, where that is refused."""
        try:
            changes = step(self._bridge.case)
        except AdvisorError as error:
            self.warned.emit(sentence(error, self._context.workspace.texts))
            self.refresh()
            return False
        every = changes if isinstance(changes, Sequence) else (changes,)
        return self._bridge.edit(*every)

    # What is shown

    def _areas_hint(self, count: int) -> str:
        if count > MOST_CHOSEN:
            return self.tr("{count} Bereiche gewählt. Mehr als drei sind an einem Tag kaum zu schaffen.").format(
                count=count
            )
        return self.tr("Üblich sind ein bis drei. Jeder Bereich hat ein eigenes Profil ohne Einfluss auf die Phase.")

    # Layout

    def _lay_out(self) -> None:
        theming = self._theming
        self._intro = QFrame()
        self._intro.setProperty("kind", "card-soft")
        intro = QVBoxLayout(self._intro)
        intro.setContentsMargins(20, 18, 20, 18)
        intro.setSpacing(10)
        intro.addWidget(TextLabel(theming, self.tr("Welche Wirkungsbereiche sind der Runde wichtig?"), "section"))
        words = self.tr(
            "Jede Person hat einige Punkte und verteilt sie nach Bedarf: auf Karten, dann zählen Sie mit den Tasten "
            "1 bis 8 oder tippen die Zahlen, oder auf Handys. Bis zum Aufdecken sieht die Runde nur, wie viele Punkte "
            "gezählt sind."
        )
        intro.addWidget(TextLabel(theming, words, "body", "secondary", wrap=True))
        intro.addWidget(self.begin, 0, Qt.AlignmentFlag.AlignLeft)
        self._chosen = TextLabel(theming, self.tr("In der Erhebung gewählt"), "section")
        self._hint = TextLabel(theming, "", "caption", "secondary", wrap=True)
        self.add(self._intro, self._chosen, self._hint)

    def _add_areas(self, assessment: Assessment) -> None:
        """The card and the chips of the areas, made for the first assessment that is shown."""
        areas = self._polls.areas(assessment)
        card = self.card = DotsCard(self._context, areas)
        self.insert_below(self._intro, card)
        self.chips = ChipsField(self._theming, [(area, f"{area} {title}", title) for area, title in areas.items()])
        self.chips.set_name(self.tr("Wirkungsbereich"))
        self.chips.edited.connect(lambda chosen, _batch: self._choose(chosen))
        self.add(self.chips)
        card.count.counted.connect(self._count)
        card.count.typed.connect(self._on_typed)
        card.anew.clicked.connect(self.start)
        card.reveal.clicked.connect(self._reveal)
        card.take.clicked.connect(self._take)
        card.present.changed.connect(self._on_people_changed)
        card.each.changed.connect(self._on_people_changed)
        card.audience.edited.connect(self._on_audience_edited)
        phones = self.phones = PhoneDots(self._context, self._bridge, self)
        phones.warned.connect(self.warned)
        phones.changed.connect(self.changed)
        phones.settings_wanted.connect(self.settings_wanted)
        phones.voting.changed.connect(self._hold_dots_each)
        card.hold_phones(phones.line)
