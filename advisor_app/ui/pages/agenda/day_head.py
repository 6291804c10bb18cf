"""The head of the timeline: which day, when and where it is, the fields to change that, paper and calendar."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QStyleOptionComboBox, QVBoxLayout, QWidget

from advisor_app.domain.agenda import AgendaDay
from advisor_app.domain.agenda_schedule import planned_end
from advisor_app.override import override
from advisor_app.texts import Texts
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.choice_field import ChoiceBox
from advisor_app.ui.widgets.date_field import DateField
from advisor_app.ui.widgets.dates import short_day
from advisor_app.ui.widgets.form import Form
from advisor_app.ui.widgets.icon_button import IconButton, MenuButton
from advisor_app.ui.widgets.keys import native_keys
from advisor_app.ui.widgets.labels import TextLabel
from advisor_app.ui.widgets.time_field import TimeField
from advisor_app.ui.widgets.value_field import TextLine

_BETWEEN = 4
_ARROW = 3  # room for the arrow and the frame, in lines of text


class DayBox(ChoiceBox):
    """The days to choose from; a long title ends in an ellipsis while the list is closed."""

    @override
    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        super().initStyleOption(option)
        room = self.width() - _ARROW * self.fontMetrics().height()
        option.currentText = self.fontMetrics().elidedText(option.currentText, Qt.TextElideMode.ElideRight, room)

    @property
    def whole_width(self) -> int:
        """Pixels in which the chosen title can be read whole."""
        metrics = self.fontMetrics()
        return metrics.horizontalAdvance(self.currentText()) + _ARROW * metrics.height()


class DayHead(QWidget):
    """``edited(attribute, value, batch)`` asks to commit one attribute of the day."""

    chosen = Signal(str)
    edited = Signal(str, object, str)
    typing = Signal()
    print_wanted = Signal()
    calendar_wanted = Signal()
    fitted = Signal()  # what stands in it has other places, or is of another height

    def __init__(
        self, theming: Theming, texts: Texts, today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._language = texts.language
        self._title = TextLabel(theming, "", "emphasised", weight=600, wrap=True)
        self._whole = TextLabel(theming, "", "caption", "secondary", wrap=True)
        self.chooser = DayBox()
        self.chooser.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.chooser.setMinimumContentsLength(8)
        self.chooser.setAccessibleName(self.tr("Workshoptag"))
        self.menu = MenuButton(theming, self.tr("Tage hinzufügen oder entfernen"))
        self.print = IconButton(
            theming, "printer", self.tr("Agenda drucken ({keys})").format(keys=native_keys("Ctrl+P"))
        )
        self.calendar = IconButton(theming, "calendar-plus", self.tr("Kalenderdatei für Einladungen sichern (.ics)"))
        self._summary = TextLabel(theming, "", "caption", "secondary", tabular=True, wrap=True)
        self.pencil = IconButton(theming, "pencil", self.tr("Datum, Beginn, Ende und Ort ändern"))
        self.form = Form(theming, 4)
        self.form.add("on", self.tr("Datum"), DateField(theming, texts, today), span=4)
        self.form.add("start", self.tr("Beginn"), TimeField(theming, texts, self.tr("Beginn")), span=2)
        ends = TimeField(theming, texts, self.tr("Vereinbartes Ende"), optional=True)
        self.form.add("ends", self.tr("Vereinbartes Ende"), ends, span=2)
        self.form.add("place", self.tr("Ort"), TextLine(), span=4)
        self.form.hide()
        self._places: tuple[QHBoxLayout, ...] = ()
        self._lay_out()
        self._connect()
        theming.changed.connect(self._fit)

    def show_days(self, days: Sequence[tuple[str, str]], day: AgendaDay) -> None:
        """Show the days to choose from, as (id, title), and one of them."""
        if [self.chooser.itemData(place) for place in range(self.chooser.count())] != [name for name, _ in days]:
            self.chooser.clear()
            for name, title in days:
                self.chooser.addItem(title, name)
        self.chooser.setCurrentIndex(self.chooser.findData(day.id))
        self.chooser.setToolTip(day.title)
        self.chooser.setVisible(len(days) > 1)
        self._title.setVisible(len(days) == 1)
        self._title.setText(day.title)
        self._summary.setText(self._words(day))
        self._fit()
        self.form.show_record(day)

    @property
    def words(self) -> str:
        """The title as it can be read in full: below the chooser where the chooser cuts it."""
        return self._whole.text() if self._whole.isVisibleTo(self) else self.chooser.currentText()

    def flush(self) -> None:
        """Ask to commit what is half typed."""
        self.form.flush()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _lay_out(self) -> None:
        self._head, self._below, self._tools = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        self._head.addWidget(self._title, 1)
        self._head.addWidget(self.chooser, 1)
        self._below.addWidget(self._summary, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_BETWEEN)
        column.addLayout(self._head)
        column.addWidget(self._whole)
        for row in (self._below, self._tools):
            column.addLayout(row)
        column.setAlignment(self._tools, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.form)
        for row in (self._head, self._below, self._tools):
            row.setSpacing(_BETWEEN)
        self._fit()

    def _fit(self) -> None:
        """Paper and calendar stand beside the title, beside the summary, or all buttons in a row of their own."""
        wide = self.print.sizeHint().width() + _BETWEEN
        title = self.chooser.whole_width if self.chooser.isVisibleTo(self) else self._title.sizeHint().width()
        when = self._summary.fontMetrics().horizontalAdvance(self._summary.text().partition("\n")[0])
        if title + 3 * wide <= self.width():
            places = (self._head, self._head, self._head, self._below)
        elif when + 3 * wide <= self.width():
            places = (self._below, self._below, self._head, self._below)
        elif when + wide <= self.width():
            places = (self._tools, self._tools, self._tools, self._below)
        else:
            places = (self._tools, self._tools, self._tools, self._tools)
        if places != self._places:
            self._places = places
            for place, button in zip(places, (self.print, self.calendar, self.menu, self.pencil), strict=True):
                place.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        is_cut = self.chooser.isVisibleTo(self) and self.chooser.whole_width > self._room_of_chooser(wide)
        self._whole.setText(self.chooser.currentText() if is_cut else "")
        self._whole.setVisible(is_cut)
        self.fitted.emit()

    def _room_of_chooser(self, wide: int) -> int:
        """Pixels of the chooser with the buttons that stand beside it, each so wide with its gap."""
        return self.width() - wide * sum(place is self._head for place in self._places[:3])

    def _connect(self) -> None:
        self.chooser.activated.connect(lambda: self.chosen.emit(self.chooser.currentData()))
        self.pencil.clicked.connect(self._on_pencil_clicked)
        self.form.edited.connect(self.edited)
        self.form.typing.connect(self.typing)
        self.print.clicked.connect(self.print_wanted)
        self.calendar.clicked.connect(self.calendar_wanted)

    def _words(self, day: AgendaDay) -> str:
        end = planned_end(day)
        when = short_day(day.on, self._language) if day.on is not None else self.tr("Noch ohne Datum")
        hours = self.tr("{begin}–{end} Uhr").format(begin=f"{day.start:%H:%M}", end=f"{end:%H:%M}")
        return "\n".join(filter(None, (f"{when} · {hours}", day.place)))

    def _on_pencil_clicked(self) -> None:
        if self.form.isHidden():
            self.form.show()
            self.form.take_focus()
        else:
            self.form.flush()
            self.form.hide()
