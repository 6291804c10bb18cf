"""The rest of the day planned anew, before it is so: by which means, step by step, and what it costs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QScrollArea,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from advisor_app.domain.agenda import AgendaDay
from advisor_app.domain.agenda_replan import Replan
from advisor_app.override import override
from advisor_app.ui.pages.agenda.clock_reading import local_time
from advisor_app.ui.pages.agenda.replan_rows import ReplanModel, replan_rows
from advisor_app.ui.pages.agenda.replan_step import ReplanStepCard
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.announce import announce
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.choice_field import CheckField, ChoiceField
from advisor_app.ui.widgets.flow_layout import FlowLayout
from advisor_app.ui.widgets.labels import TextLabel
from advisor_app.ui.widgets.paragraph import Paragraph

_FEWEST_ROWS = 5
APPLY_KEYS = "Ctrl+Return"
LATER = (0, 5, 10, 15, 20, 30, 45, 60, 90)
"""By how many minutes the end can be put off."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownReplan:
    """A preview, what dropping each step that may go costs, and the days that steps can go to, by their titles."""

    plan: Replan
    costs: Mapping[str, Sequence[str]]
    days: Mapping[str, str]


class _RoomyDelegate(QStyledItemDelegate):
    """Leaves room between the columns."""

    def __init__(self, theming: Theming, parent: QWidget) -> None:
        super().__init__(parent)
        self._theming = theming

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        size = super().sizeHint(option, index)
        return QSize(size.width() + self._theming.scaled(16), size.height())


class ReplanTable(QTableView):
    """Entf drops the chosen step or keeps it after all."""

    drop_toggled = Signal(str)

    def __init__(self, theming: Theming, model: ReplanModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self._rows = model
        self.setItemDelegate(_RoomyDelegate(theming, self))
        self.setProperty("kind", "bare")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Rest des Tages, bisher und neu"))
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in (1, 2):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)

    @property
    def current_step(self) -> str:
        """The chosen step, empty for the end."""
        row = self.currentIndex().row()
        return self._rows.rows[row].step if 0 <= row < len(self._rows.rows) else ""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.current_step:
            self.drop_toggled.emit(self.current_step)
        elif event.text().strip():
            event.ignore()
        else:
            super().keyPressEvent(event)


class ReplanPanel(QWidget):
    """Every change asks for another preview; ``applied`` for this one to hold, ``discarded`` for none."""

    shrink_changed = Signal(bool)
    later_changed = Signal(int)
    drop_toggled = Signal(str)
    move_chosen = Signal(str, str)
    applied = Signal()
    discarded = Signal()

    def __init__(self, theming: Theming, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theming = theming
        self._shown: ShownReplan | None = None
        self._before: AgendaDay | None = None
        self._title = TextLabel(theming, self.tr("Rest neu planen"), "section", weight=600)
        self.summary = Paragraph(theming, "", "body")
        self.shrink = CheckField(self.tr("Schritte kürzen, keinen unter sein Mindestmaß"))
        self.later = ChoiceField(())
        self.later.set_name(self.tr("Ende des Tages"))
        self._later_label = TextLabel(theming, self.tr("Ende"), "body", "secondary")
        self.model = ReplanModel(theming)
        self.model.setParent(self)
        self.table = ReplanTable(theming, self.model)
        self.card = ReplanStepCard(theming)
        self.discard = Button(theming, self.tr("Verwerfen"), "x", shortcut="Esc", show_keys=True)
        self.apply = Button(theming, self.tr("Übernehmen"), "", "primary", shortcut=APPLY_KEYS, show_keys=True)
        self._lay_out()
        self._connect()
        self._fit_rows()

    def show_plan(self, shown: ShownReplan) -> None:
        """Show another preview; which step is chosen stays."""
        self._shown = shown
        plan = shown.plan
        self.shrink.show_value(plan.choice.shrink)
        self._show_later(plan)
        row = self.table.currentIndex().row()
        self.model.show_rows(replan_rows(plan, shown.days))
        if not 0 <= row < self.model.rowCount():
            row = next((place for place, item in enumerate(plan.steps) if item.step.id in shown.costs), 0)
        self.table.setCurrentIndex(self.model.index(row, 0))
        words = self._words(plan)
        if words != self.summary.text():
            self.summary.setText(words)
            announce(self, words)
        self.summary.set_tone("" if plan.fits else "error")
        self.apply.setEnabled(plan.day != self._before or bool(plan.others))
        self._show_card()

    def begin(self, shown: ShownReplan, before: AgendaDay) -> None:
        """Show the first preview of a day as it is ``before``."""
        self._before = before
        self.table.setCurrentIndex(QModelIndex())
        self.show_plan(shown)
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _lay_out(self) -> None:
        means = QWidget()
        flow = FlowLayout(16, means)
        end = QWidget()
        row = QHBoxLayout(end)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._later_label)
        row.addWidget(self.later)
        flow.addWidget(self.shrink)
        flow.addWidget(end)
        content = QWidget()
        content.setProperty("kind", "paper")
        column = QVBoxLayout(content)
        column.setContentsMargins(32, 18, 32, 12)
        column.setSpacing(10)
        for widget in (self._title, self.summary, means):
            column.addWidget(widget)
        column.addWidget(self.table, 1)
        column.addWidget(self.card)
        foot = QWidget()
        foot.setProperty("kind", "foot-bar")
        foot.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        buttons = QHBoxLayout(foot)
        buttons.setContentsMargins(32, 12, 32, 12)
        buttons.addWidget(self.discard)
        buttons.addStretch(1)
        buttons.addWidget(self.apply)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        area = QScrollArea()
        area.setWidget(content)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        whole.addWidget(area, 1)
        whole.addWidget(foot)

    def _connect(self) -> None:
        self.shrink.edited.connect(lambda value, _batch: self.shrink_changed.emit(value))
        self.later.edited.connect(lambda value, _batch: self.later_changed.emit(value))
        self.table.drop_toggled.connect(self.drop_toggled)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._show_card())
        self.card.drop_toggled.connect(self.drop_toggled)
        self.card.move_chosen.connect(self.move_chosen)
        self.discard.clicked.connect(self.discarded)
        self.apply.clicked.connect(self.applied)
        self._theming.changed.connect(self._fit_rows)

    def _fit_rows(self) -> None:
        height = self._theming.scaled(30)
        self.table.verticalHeader().setDefaultSectionSize(height)
        self.table.setMinimumHeight(_FEWEST_ROWS * height)
        self.table.horizontalHeader().setFont(self._theming.font("caption", weight=600))

    def _show_later(self, plan: Replan) -> None:
        agreed = plan.end - timedelta(minutes=plan.choice.end_later)
        choices = []
        for minutes in sorted({*LATER, plan.choice.end_later}):
            time = local_time(agreed + timedelta(minutes=minutes))
            words = self.tr("{minutes} min später, {time} Uhr") if minutes else self.tr("bleibt um {time} Uhr")
            choices.append((minutes, words.format(minutes=minutes, time=time)))
        self.later.set_choices(choices)
        self.later.show_value(plan.choice.end_later)

    def _show_card(self) -> None:
        if self._shown is None:
            return
        name = self.table.current_step
        item = next((item for item in self._shown.plan.steps if item.step.id == name), None)
        self.card.show_step(item, self._shown.costs.get(name), self._shown.days)

    def _words(self, plan: Replan) -> str:
        ends = local_time(plan.ends)
        if plan.fits:
            if plan.ends >= plan.ends_before:
                return self.tr("Ende um {time} Uhr, alles passt.").format(time=ends)
            words = self.tr("Ende um {time} Uhr statt {before} Uhr, alles passt.")
            return words.format(time=ends, before=local_time(plan.ends_before))
        parts = [self.tr("Ende um {time} Uhr.").format(time=ends)]
        titles = {step.id: step.title for step in plan.day.steps}
        for item in plan.shortfalls:
            before, end = self.tr("Vor „{title}“ fehlen {minutes} min."), self.tr("Bis zum Ende fehlen {minutes} min.")
            words = before if item.before else end
            parts.append(words.format(title=titles.get(item.before, ""), minutes=item.minutes))
        return " ".join(parts)
