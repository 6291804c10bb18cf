"""The clock of the step that runs: large figures, a bar, and words; it repaints only itself, once a second."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFont,
    QFontMetrics,
    QHideEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QShowEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from advisor_app.domain.agenda import AgendaDay
from advisor_app.override import override
from advisor_app.services.clock import Clock
from advisor_app.ui.pages.agenda.clock_reading import ClockReading, Tone, end_words, read_clock
from advisor_app.ui.shell.theming import Theming

_SECOND_MS = 1000
_PADDING = 20
_GAP = 8  # between what is said at the left and at the right
_LAST_MINUTES = 5
_STYLES = {  # ground, words, figure, bar
    Tone.CALM: ("paper", "ink2", "ink", "primary"),
    Tone.AMBER: ("amber_soft", "amber", "amber", "amber_line"),
    Tone.ERROR: ("error_soft", "error", "error", "error"),
}


class StepClock(QWidget):
    """Shows how much of the step's time is left, in amber near its end and in red beyond, each time with words."""

    minute_passed = Signal()

    def __init__(self, theming: Theming, clock: Clock, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theming = theming
        self._clock = clock
        self._language = language
        self._day: AgendaDay | None = None
        self._is_compact = False
        self._says_end = False
        self._reading = self._read()
        self._timer = QTimer(self)
        self._timer.setInterval(_SECOND_MS)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._timer.timeout.connect(self.tick)
        theming.changed.connect(self._on_theming_changed)

    @property
    def reading(self) -> ClockReading:
        """What the clock says."""
        return self._reading

    def show_day(self, day: AgendaDay | None) -> None:
        """Show another day, or the same one after something began or ended."""
        self._day = day
        self._reading = self._read()
        self._name()
        self.update()

    @property
    def below(self) -> str:
        """What is said at the right below the bar: until when the step goes, and where asked for the day's end."""
        return self._with_end(self._reading.right)[0]

    @property
    def foot(self) -> tuple[str, str]:
        """What is painted below the bar, at the left and at the right: in fewer words where there is no room."""
        left, right = self._reading.left, self._reading.right
        pairs = [(left, self._with_end(right)[0])]
        pairs += [(left, self._with_end(right)[1]) for left, right in ((left, right), *self._reading.shorter)]
        metrics, room = QFontMetrics(self._theming.font("caption", tabular=True)), self._words_room().width()
        gap = self._theming.scaled(_GAP)
        fitting = (
            pair for pair in pairs if sum(map(metrics.horizontalAdvance, pair)) + gap * all(map(bool, pair)) <= room
        )
        return next(fitting, pairs[-1])

    def set_compact(self, *, compact: bool, says_end: bool = False) -> None:
        """Figure and words side by side, where the clock stands above the step; ``says_end``: that of the day, too."""
        self._is_compact = compact
        self._says_end = says_end
        self._name()
        self.updateGeometry()
        self.update()

    def tick(self) -> None:
        """Read the clock again; tell of a new minute, and say aloud what is worth it."""
        before, self._reading = self._reading, self._read()
        if before == self._reading:
            return
        self.update()
        self._announce(before)
        if (before.now, before.left) != (self._reading.now, self._reading.left) or not self._reading.now:
            self._name()
            self.minute_passed.emit()

    @override
    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._theming.font("caption"))
        lines = 2 * (metrics.height() + self._theming.scaled(6)) + self._theming.scaled(10 + 2 * 12)
        figure = QFontMetrics(self._figure_font()).ascent() if not self._is_compact else 0
        return QSize(self._theming.scaled(260), lines + figure + self._theming.scaled(6 if figure else 0))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theming.scaled(160), self.sizeHint().height())

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.tick()
        self._timer.start()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self._timer.stop()
        super().hideEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theming, reading = self._theming, self._reading
        ground, words, _, edge = _STYLES[reading.tone]
        painter.fillRect(self.rect(), theming.colour(ground))
        painter.setPen(QPen(theming.colour("line" if reading.tone is Tone.CALM else edge), 1))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        room = self._words_room()
        if self._is_compact:
            self._paint_figure(painter, room.translated(self._inner().left() - room.left(), 0), room.height())
        caption = QFontMetrics(theming.font("caption")).height()
        head = QRect(room.left(), room.top(), room.width(), caption)
        self._paint_pair(painter, head, reading.title, reading.now, words, is_title=True)
        if not self._is_compact:
            figure = QRect(room.left(), head.bottom(), room.width(), QFontMetrics(self._figure_font()).ascent())
            self._paint_figure(painter, figure, figure.height())
        foot = QRect(room.left(), room.bottom() - caption + 1, room.width(), caption)
        self._paint_pair(painter, foot, *self.foot, words, is_title=False)
        if reading.share is not None:
            height = theming.scaled(6)
            self._paint_bar(painter, QRectF(room.left(), foot.top() - theming.scaled(6) - height, room.width(), height))
        painter.end()

    def _paint_pair(self, painter: QPainter, place: QRect, left: str, right: str, role: str, *, is_title: bool) -> None:
        painter.setPen(self._theming.colour(role))
        painter.setFont(self._theming.font("caption", tabular=True))
        taken = painter.fontMetrics().horizontalAdvance(right)
        gap = self._theming.scaled(_GAP)
        if is_title and taken + gap + self._title_metrics().horizontalAdvance(left) > place.width():
            right, taken = "", 0  # the machine shows the time, too
        painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), right)
        if is_title:
            painter.setFont(self._theming.font("caption", weight=600))
        room = place.adjusted(0, 0, -taken - gap if taken else 0, 0)
        shown = painter.fontMetrics().elidedText(left, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)

    def _paint_figure(self, painter: QPainter, place: QRect, height: int) -> None:
        """Paint the large figure at the left of a place."""
        painter.setFont(self._figure_font())
        painter.setPen(self._theming.colour(_STYLES[self._reading.tone][2]))
        digits = painter.fontMetrics().tightBoundingRect("0").height()
        painter.drawText(place.left(), place.top() + (height + digits) // 2, self._reading.figure)

    def _paint_bar(self, painter: QPainter, place: QRectF) -> None:
        bar = self._theming.colour(_STYLES[self._reading.tone][3])
        painter.setPen(QPen(bar if self._reading.tone is not Tone.CALM else self._theming.colour("line_strong"), 1))
        painter.setBrush(self._theming.colour("paper"))
        place = place.adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(place, place.height() / 2, place.height() / 2)
        used = QRectF(place)
        used.setWidth(max(place.height(), place.width() * (self._reading.share or 0)))
        if self._reading.share:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(bar)
            painter.drawRoundedRect(used, place.height() / 2, place.height() / 2)

    def _inner(self) -> QRect:
        padding, gap = self._theming.scaled(_PADDING), self._theming.scaled(12)
        return self.rect().adjusted(padding, gap, -padding, -gap)

    def _words_room(self) -> QRect:
        """Where the words and the bar stand: beside the figure where the clock is compact."""
        room = self._inner()
        if self._is_compact:
            figure = QFontMetrics(self._figure_font()).horizontalAdvance(self._reading.figure)
            room.setLeft(room.left() + figure + self._theming.scaled(_PADDING))
        return room

    def _with_end(self, right: str) -> tuple[str, str]:
        """Words with when the day is to end, where that is said here: in few words, and in fewer."""
        ends = end_words(self._day, self._clock.now()) if self._says_end and self._day is not None else ("", "")
        few, fewer = (" · ".join(filter(None, (right, end))) for end in ends)
        return few, fewer

    def _title_metrics(self) -> QFontMetrics:
        return QFontMetrics(self._theming.font("caption", weight=600))

    def _figure_font(self) -> QFont:
        return self._theming.font("page" if self._is_compact else "clock", weight=600, tabular=True)

    def _read(self) -> ClockReading:
        return read_clock(self._day, self._clock.now(), self._language)

    def _name(self) -> None:
        reading = self._reading
        parts = (reading.title, reading.figure, reading.left, self.below)
        self.setAccessibleName(", ".join(part for part in parts if part))

    def _announce(self, before: ClockReading) -> None:
        """Say aloud: a fifth of the time left, five minutes left, time over. Not every second."""
        after = self._reading
        if after.given != before.given or after.remaining is None or before.remaining is None:
            return
        last = _LAST_MINUTES * 60
        crossed = before.remaining.total_seconds() > last >= after.remaining.total_seconds()
        if before.tone is not after.tone or crossed:
            words = self.tr("{title}: noch {figure}") if after.tone is not Tone.ERROR else self.tr("{title}: {figure}")
            said = words.format(title=after.title, figure=after.figure)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))

    def _on_theming_changed(self) -> None:
        self._reading = self._read()
        self.updateGeometry()
        self.update()
