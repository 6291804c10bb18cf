"""On the eve of a workshop day, and on the day: that not everything is in place yet, above the list of cases."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.services.clock import today
from advisor_app.services.portfolio import PortfolioRow, WorkshopDay
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.labels import TextLabel


class ReadyHint(QWidget):
    """Hidden where no day is near or all of them are ready; ``case_wanted(id)``: look at it."""

    case_wanted = Signal(str)

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.buttons: dict[str, Button] = {}
        self._card = QFrame()
        self._card.setProperty("kind", "card-amber")
        self._column = QVBoxLayout(self._card)
        self._column.setContentsMargins(16, 8, 12, 8)
        self._column.setSpacing(2)
        self._shown: list[tuple[str, str]] = []
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 12, 24, 0)
        outer.addWidget(self._card)
        self.hide()

    @property
    def words(self) -> tuple[str, ...]:
        """What is said, a sentence for each case."""
        return tuple(words for _, words in self._shown)

    def show_rows(self, rows: Sequence[PortfolioRow]) -> None:
        """Name the cases whose next workshop day is near and not ready."""
        now = today(self._context.workspace.clock)
        found = [
            (row.case_id, self._sentence(row, day, is_today=day.on == now))
            for row in rows
            if not row.archived and not row.handed_over_to
            for day in row.workshop_days
            if now <= day.on <= now + timedelta(days=1) and not day.is_ready
        ]
        if found != self._shown:
            self._shown = found
            self._build()
        self.setVisible(bool(found))

    def _sentence(self, row: PortfolioRow, day: WorkshopDay, *, is_today: bool) -> str:
        words = (
            self.tr("Heute ist Workshop: {commune}, {module} „{title}“. Noch nicht alles ist als startklar bestätigt.")
            if is_today
            else self.tr(
                "Morgen ist Workshop: {commune}, {module} „{title}“. Noch nicht alles ist als startklar bestätigt."
            )
        )
        return words.format(commune=row.title, module=day.module, title=day.title)

    def _build(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.buttons = {}
        for case_id, words in self._shown:
            line = QWidget()
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(12)
            row.addWidget(TextLabel(self._context.theming, words, "body", wrap=True), 1)
            button = Button(self._context.theming, self.tr("Startklar? prüfen"), "clipboard-check", "link")
            button.clicked.connect(lambda _checked=False, case_id=case_id: self.case_wanted.emit(case_id))
            row.addWidget(button)
            self._column.addWidget(line)
            self.buttons[case_id] = button
