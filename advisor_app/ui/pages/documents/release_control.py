"""How far a document is on its way out: chosen from a list, with the last day of comments beside it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from advisor_app.domain.case_document import DocumentState, Stage
from advisor_app.texts import Texts
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.choice_field import ChoiceField
from advisor_app.ui.widgets.date_field import DateField
from advisor_app.ui.widgets.flow_layout import FlowLayout
from advisor_app.ui.widgets.labels import TextLabel

USUAL_DAYS = 14
"""Days that a commune gets for comments unless another day is entered: our own assumption."""


class ReleaseControl(QWidget):
    """``edited`` asks for another state; the day can be changed as long as comments are asked for."""

    edited = Signal(object)  # DocumentState
    complained = Signal(str)

    def __init__(
        self, theming: Theming, texts: Texts, today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._today = today
        self._state = DocumentState(stage=Stage.DRAFT)
        self._words = TextLabel(theming, self.tr("Stand"), "body", "secondary")
        self.stage = ChoiceField([(stage, texts(f"documents.stage.{stage.value}")) for stage in Stage])
        self.stage.set_name(self.tr("Stand des Dokuments"))
        self._until = TextLabel(theming, self.tr("bis"), "body", "secondary")
        self.day = DateField(theming, texts, today)
        self.day.set_name(self.tr("Letzter Tag der Stellungnahme"))
        self._words.setBuddy(self.stage.target)
        self._until.setBuddy(self.day.target)
        self._asked = QWidget()
        layout = FlowLayout(8, self)
        layout.addWidget(_side_by_side(QWidget(), self._words, self.stage))
        layout.addWidget(_side_by_side(self._asked, self._until, self.day))
        self.stage.edited.connect(self._on_stage_edited)
        self.day.edited.connect(self._on_day_edited)
        self.day.complained.connect(self.complained)

    def show_state(self, state: DocumentState) -> None:
        """Show how far the document is."""
        self._state = state
        self.stage.show_value(state.stage)
        self._asked.setVisible(state.comments_until is not None)
        self.day.show_value(state.comments_until)

    def flush(self) -> None:
        """Ask to commit a day that is half typed."""
        if self.day.isVisible():
            self.day.flush()

    def _on_stage_edited(self, stage: Stage, _batch: str) -> None:
        until = self._today() + timedelta(days=USUAL_DAYS) if stage is Stage.COMMENTS else None
        self.edited.emit(DocumentState(stage=stage, comments_until=until))

    def _on_day_edited(self, day: date | None, _batch: str) -> None:
        """Take another day; comments without one there are not, so an emptied field shows the old day again."""
        if day is None:
            self.day.show_value(None)
            self.day.show_value(self._state.comments_until)
        else:
            self.edited.emit(DocumentState(stage=Stage.COMMENTS, comments_until=day))


def _side_by_side(holder: QWidget, label: TextLabel, field: QWidget) -> QWidget:
    layout = QHBoxLayout(holder)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(8)
    layout.addWidget(label)
    layout.addWidget(field)
    return holder
