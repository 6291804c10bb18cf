"""The left zone: the day's head, its steps in order, and the way to add one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import groupby

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from advisor_app.domain.agenda import AgendaDay
from advisor_app.override import override
from advisor_app.services.clock import Clock, today
from advisor_app.texts import Texts
from advisor_app.ui.pages.agenda.day_head import DayHead
from advisor_app.ui.pages.agenda.timeline import Timeline
from advisor_app.ui.pages.agenda.timeline_rows import timeline_rows
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.offered_days import OfferedDay
from advisor_app.ui.widgets.viewport import give_viewport

_WITH_KEYS_FROM = 210
_LOWEST = 160  # of the timeline; where less is left, head and timeline scroll together
_BETWEEN = 8


class DayPanel(QWidget):
    """Shows one day."""

    insert_wanted = Signal()
    day_wanted = Signal(str)
    steps_wanted = Signal(str)
    day_removal_wanted = Signal()

    def __init__(self, theming: Theming, texts: Texts, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theming = theming
        self._clock = clock
        self._offered: tuple[str, ...] | None = None
        self.setProperty("kind", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.head = DayHead(theming, texts, lambda: today(clock))
        self.timeline = Timeline(theming, texts.language)
        self.insert = Button(theming, self.tr("Schritt einfügen"), "plus", "link", shortcut="Ins", show_keys=True)
        self._area, self._inner = QScrollArea(), QWidget()
        self._lay_out()
        self.insert.clicked.connect(self.insert_wanted)
        self.head.fitted.connect(self._fit)
        self.timeline.grown.connect(self._fit)
        self.timeline.revealed.connect(self._reveal)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.insert.set_keys_visible(visible=event.size().width() >= self._theming.scaled(_WITH_KEYS_FROM))
        self._fit()

    def _lay_out(self) -> None:
        give_viewport(self._area)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._inner.setProperty("kind", "paper")
        within = QVBoxLayout(self._inner)
        within.setContentsMargins(0, 0, 0, 0)
        within.setSpacing(_BETWEEN)
        head = QHBoxLayout()
        head.setContentsMargins(8, 0, 4, 0)
        head.addWidget(self.head)
        within.addLayout(head)
        within.addWidget(self.timeline, 1)
        self._area.setWidget(self._inner)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 14, 8, 8)
        column.setSpacing(8)
        column.addWidget(self._area, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(8, 0, 4, 0)
        foot.addWidget(self.insert)
        column.addLayout(foot)

    def _fit(self) -> None:
        """Where the head leaves the timeline too little room, it stands there in full, and both scroll as one."""
        head = self.head.heightForWidth(self._area.viewport().width() - 12)
        is_low = self._area.viewport().height() - head - _BETWEEN < self._theming.scaled(_LOWEST)
        self.timeline.setMinimumHeight(self.timeline.verticalHeader().length() + 2 if is_low else 0)

    def _reveal(self, place: QRect) -> None:
        """Bring a step into sight where head and timeline scroll as one."""
        middle = self.timeline.viewport().mapTo(self._inner, place.center())
        self._area.ensureVisible(middle.x(), middle.y(), 0, place.height() // 2)

    def show_day(self, day: AgendaDay, days: Sequence[tuple[str, str]], offered: Sequence[OfferedDay]) -> None:
        """Show a day of several, as (id, title), with the further days that can be added."""
        self.head.show_days(days, day)
        self._show_menu(offered)

    def show_times(self, day: AgendaDay) -> None:
        """Show the steps with what is to be expected now."""
        self.timeline.show_rows(timeline_rows(day, self._clock.now()), [step.id for step in day.steps])

    def _show_menu(self, offered: Sequence[OfferedDay]) -> None:
        names = tuple(item.template for item in offered)
        if names == self._offered:
            return
        self._offered = names
        menu = self.head.menu
        menu.menu_shown.clear()
        several = len({item.module for item in offered}) > 1
        for module, items in groupby(offered, key=lambda item: item.module):
            within = None
            if several:
                within = menu.add_menu(self.tr("Hinzufügen: {title}").format(title=module), "calendar-plus")
            for item in items:
                words = item.words if several else self.tr("Hinzufügen: {title}").format(title=item.words)
                menu.add_action(words, "calendar-plus", partial(self.day_wanted.emit, item.template), menu=within)
        menu.add_action(self.tr("Hinzufügen: leerer Tag"), "plus", partial(self.day_wanted.emit, ""))
        within = menu.add_menu(self.tr("Schritte an diesen Tag anhängen"), "list-tree")
        for item in offered:
            words = f"{item.module}: {item.words}" if several else item.words
            menu.add_action(words, "list-tree", partial(self.steps_wanted.emit, item.template), menu=within)
        menu.add_separator()
        menu.add_action(self.tr("Diesen Tag entfernen"), "trash-2", self.day_removal_wanted.emit)
