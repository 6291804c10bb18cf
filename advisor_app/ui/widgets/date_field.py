"""A day that one types or picks from a calendar."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication, QDate, QPoint, Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QToolButton, QVBoxLayout, QWidget

from advisor_app.domain.days import read_day
from advisor_app.texts import Texts
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.dates import short_day
from advisor_app.ui.widgets.parsed_field import ParsedField


class DateField(ParsedField):
    """A day or none, shown with its weekday; Up and Down move it by a day."""

    def __init__(
        self, theming: Theming, texts: Texts, today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        super().__init__(
            theming,
            texts,
            parse=lambda text: read_day(text, today()),
            write=lambda day: "" if day is None else short_day(day, texts.language),
            step=lambda day, days: today() if day is None else day + timedelta(days=days),
            placeholder=QCoreApplication.translate("DateField", "TT.MM.JJJJ"),
            parent=parent,
        )
        self._theming = theming
        self._today = today
        self.button = QToolButton()
        self.button.setIcon(theming.icon("calendar"))
        self.button.setToolTip(self.tr("Im Kalender wählen"))
        self.button.setAccessibleName(self.tr("Kalender"))
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = self.layout()
        if layout is not None:
            layout.addWidget(self.button)
        self.button.clicked.connect(self._on_button_clicked)
        theming.changed.connect(self._on_theming_changed)
        self._on_theming_changed()

    def _on_button_clicked(self) -> None:
        popup = QFrame(self, Qt.WindowType.Popup)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar = QCalendarWidget(popup)
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.ISOWeekNumbers)
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            calendar.setWeekdayTextFormat(day, QTextCharFormat())
        shown: date = self.value or self._today()
        calendar.setSelectedDate(QDate(shown.year, shown.month, shown.day))
        layout = QVBoxLayout(popup)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.addWidget(calendar)

        def choose(chosen: QDate) -> None:
            popup.close()
            self._put(date(chosen.year(), chosen.month(), chosen.day()))

        calendar.activated.connect(choose)
        calendar.clicked.connect(choose)
        popup.move(self.mapToGlobal(QPoint(0, self.height() + 4)))
        popup.show()
        calendar.setFocus()

    def _put(self, day: date) -> None:
        """Write a day into the field as if it was typed."""
        self.line.setText(f"{day:%d.%m.%Y}")
        self.line.flush()

    def _on_theming_changed(self) -> None:
        self.button.setIconSize(self._theming.icon_size())
