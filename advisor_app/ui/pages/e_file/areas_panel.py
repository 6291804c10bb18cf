"""The functional areas with state, need and gap."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from advisor_app.domain.case import Case
from advisor_app.domain.changes import Change
from advisor_app.domain.e_file import Need, counts_of
from advisor_app.texts.e_file import e_file_word
from advisor_app.ui.pages.e_file.area_detail import AreaDetail
from advisor_app.ui.pages.e_file.area_model import AreaModel
from advisor_app.ui.pages.e_file.area_table import AreaTable
from advisor_app.ui.pages.e_file.beside import Beside
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.labels import TextLabel


class AreasPanel(QWidget):
    """``edited(changes, batch)`` asks to commit."""

    edited = Signal(object, str)
    typing = Signal()
    question_wanted = Signal(str)

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theming = context.theming
        self._texts = context.workspace.texts
        self._services = context.workspace.e_files
        self._case: Case | None = None
        self._is_reading = False
        self.table = AreaTable(theming, AreaModel(theming, self._texts, self))
        self.detail = AreaDetail(context)
        self.sums = TextLabel(theming, "", "body", weight=600, wrap=True)
        self.hint = TextLabel(
            theming,
            self.tr(
                "Tasten in der Tabelle: N nein, T teilweise, J ja; M Muss, S Soll, K Kann; Entf leert. "
                "„Muss“ heißt: Ohne diesen Punkt gibt es keine führende E-Akte."
            ),
            "caption",
            "secondary",
            wrap=True,
        )
        main = QWidget()
        column = QVBoxLayout(main)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.sums)
        column.addWidget(self.table, 1)
        column.addWidget(self.hint)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 4, 24, 16)
        layout.addWidget(Beside(theming, main, self.detail))
        self.setProperty("kind", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.table.judged.connect(self._on_table_judged)
        self.table.chosen.connect(self._on_table_chosen)
        self.detail.edited.connect(self._judge)
        self.detail.typing.connect(self.typing)
        self.detail.question_wanted.connect(self.question_wanted)

    @property
    def current(self) -> str:
        """The id of the chosen area."""
        item = self.table.current
        return "" if item is None else item.area.id

    def show_case(self, case: Case, *, is_reading: bool) -> None:
        """Show what was said in a case."""
        self._case, self._is_reading = case, is_reading
        areas = self._services.areas(case)
        current = self.current
        if self.table.areas.show_areas(areas):
            self.table.span_groups()
            self.table.go_to(current)
        counts = counts_of(areas)
        parts = [
            self.tr("{need} {count}, Lücken {gaps}").format(
                need=e_file_word(need, self._texts), count=counts.needed[need], gaps=counts.missing[need]
            )
            for need in Need
            if counts.needed[need]
        ]
        unsaid = self.tr("{count} noch offen").format(count=counts.unsaid) if counts.unsaid else ""
        self.sums.setText(" · ".join(filter(None, (*parts, unsaid))))
        self.detail.setEnabled(not is_reading)
        self._show_detail()

    def go_to(self, area: str) -> None:
        """Choose an area."""
        self.table.go_to(area)

    def take_focus(self) -> None:
        """Let keys go to the table."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> None:
        """Ask to commit what is half typed."""
        self.detail.flush()

    def _show_detail(self) -> None:
        item = self.table.current
        if item is not None and self._case is not None:
            self.detail.show_area(item, self._services.questions(self._case, item))

    def _judge(self, area: str, attribute: str, value: Any, batch: str) -> None:
        if self._case is None or self._is_reading:
            return
        values = {attribute: value} if attribute else {"state": None, "need": None}
        change: Change = self._services.judge(self._case, area, **values)
        if change.before != change.after:
            changes: Sequence[Change] = (change,)
            self.edited.emit(changes, batch)

    def _on_table_judged(self, attribute: str, value: Any) -> None:
        if self.current:
            self._judge(self.current, attribute, value, "")

    def _on_table_chosen(self) -> None:
        self.detail.flush()
        self._show_detail()
