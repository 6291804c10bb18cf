"""When and where the workshop takes place."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from advisor_app.domain.agenda import AgendaDay, further_day
from advisor_app.domain.changes import AgendaDaySet, BookingSet, Change, HeadSet
from advisor_app.override import override
from advisor_app.services.clock import today
from advisor_app.services.ids import new_id
from advisor_app.ui.pages.set_up.day_card import DayCard
from advisor_app.ui.pages.set_up.step import Step
from advisor_app.ui.pages.set_up.step_list import StepState
from advisor_app.ui.pages.set_up.step_names import StepName, step_title
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.dates import brief_day
from advisor_app.ui.widgets.form import LabelledField
from advisor_app.ui.widgets.labels import TextLabel
from advisor_app.ui.widgets.offered_days import offered_days
from advisor_app.ui.widgets.value_field import TextArea


class DatesStep(Step):
    """The days that the modules propose, each with date, beginning and place; days can be added and removed."""

    NAME = StepName.DATES.value

    def __init__(self, context: PageContext, bridge: CaseBridge, parent: QWidget | None = None) -> None:
        super().__init__(context, bridge, parent)
        self.days: dict[str, DayCard] = {}
        self._buttons: dict[str, Button] = {}
        self.menu = QMenu(self)
        self.room = TextArea(self.tr("Beamer, Stellwände, Zugang, Verpflegung, Ansprechperson vor Ort"), lines=3)
        self._empty = TextLabel(
            self.theming,
            self.tr("Sobald ein Modul gewählt ist, können Sie hier seine Tage eintragen."),
            "body",
            wrap=True,
        )
        column = self.add_column(
            self.tr("Wann und wo?"),
            self.tr("Was noch nicht feststeht, bleibt leer. Die Agenda jedes Tages lässt sich später ändern."),
        ).column
        self._cards = QVBoxLayout()
        self._cards.setSpacing(12)
        self._adding = QHBoxLayout()
        self._adding.setSpacing(12)
        self._adding.addStretch(1)
        column.addWidget(self._empty)
        column.addLayout(self._cards)
        column.addLayout(self._adding)
        column.addSpacing(8)
        column.addWidget(LabelledField(self.theming, self.tr("Raum und Technik"), self.room))
        column.addStretch(1)
        self.room.edited.connect(self._on_room_edited)
        self.room.typing.connect(self.typing)
        self.room.text.finished.connect(self.finished)
        self.refresh(())

    @override
    def title(self) -> str:
        return step_title(StepName.DATES)

    @override
    def state(self) -> StepState:
        workspace = self.context.workspace
        dated = sorted(day.on for day in self.case.agenda.values() if day.on is not None)
        now = today(workspace.clock)
        words = [brief_day(day, now, workspace.preferences.language) for day in dated]
        return StepState(
            name=self.NAME,
            title=self.title(),
            summary=", ".join(words),
            done=bool(dated) and len(dated) == len(self.case.agenda),
        )

    @override
    def refresh(self, changes: tuple[Change, ...]) -> None:
        if not changes or any(isinstance(change, AgendaDaySet | BookingSet) for change in changes):
            self._show_days()
            self._show_buttons()
        self.room.show_value(self.case.head.room)

    @override
    def flush(self) -> None:
        for card in tuple(self.days.values()):
            card.flush()
        self.room.flush()

    @override
    def take_focus(self) -> None:
        card = next(iter(self.days.values()), None)
        if card is None:
            self.room.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            card.take_focus()

    def add_button(self, module: str) -> Button:
        """The button that adds a day to a module."""
        return self._buttons[module]

    def _show_days(self) -> None:
        for name in [name for name in self.days if name not in self.case.agenda]:
            card = self.days.pop(name)
            self._cards.removeWidget(card)
            card.hide()
            card.deleteLater()
        ordered = sorted(self.case.agenda.values(), key=lambda day: (day.module, day.number, day.id))
        for place, day in enumerate(ordered):
            card = self.days.get(day.id) or self._new_card(day)
            self.days[day.id] = self.days.pop(day.id, card)
            self._cards.insertWidget(place, card)
            card.show_day(day)
        self._empty.setVisible(not self.case.modules)

    def _new_card(self, day: AgendaDay) -> DayCard:
        card = DayCard(self.context, day)
        card.edited.connect(self._on_card_edited)
        card.removal_wanted.connect(self._on_card_removal_wanted)
        card.typing.connect(self.typing)
        return card

    def _show_buttons(self) -> None:
        modules = self.context.workspace.catalog.modules
        for module in (*self._buttons, *self.case.modules):
            if module not in self._buttons:
                words = self.tr("Tag für Modul {number} hinzufügen …").format(number=modules[module].number)
                button = self._buttons[module] = Button(self.theming, words, "calendar-plus")
                self._adding.insertWidget(len(self._buttons) - 1, button)
                button.clicked.connect(lambda _checked=False, module=module: self._on_add_clicked(module))
            self._buttons[module].setVisible(module in self.case.modules)

    def _on_add_clicked(self, module: str) -> None:
        """Offer the days that the module's agenda knows, in all variants; they are read when somebody asks."""
        workspace, menu = self.context.workspace, self.menu
        templates = [item for item in workspace.catalog.agendas.values() if item.module == module]
        icon, plain = self.theming.icon("calendar-plus"), self.theming.icon("plus")
        menu.clear()
        for offered in offered_days(templates, workspace.catalog, workspace.texts):
            action = menu.addAction(icon, offered.words)
            action.triggered.connect(partial(self._add_day, module, offered.template))
        menu.addAction(plain, self.tr("Leerer Tag")).triggered.connect(partial(self._add_day, module, ""))
        button = self._buttons[module]
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    def _add_day(self, module: str, template: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 — a signal's argument
        agendas = self.context.workspace.catalog.agendas
        title = self.tr("Workshop Tag {number}")
        day = further_day(self.case.agenda.values(), module, agendas.get(template), title, new_id)
        if self.bridge.edit(AgendaDaySet(day.id, None, day)):
            self.days[day.id].take_focus()

    def _on_card_edited(self, day: AgendaDay, batch: str) -> None:
        self.bridge.edit(AgendaDaySet(day.id, self.case.agenda.get(day.id), day), batch=batch or None)

    def _on_card_removal_wanted(self, name: str) -> None:
        day = self.case.agenda[name]
        if self.bridge.edit(AgendaDaySet(name, day, None)):
            self.removed.emit(self.tr("„{title}“ ist entfernt.").format(title=day.title))

    def _on_room_edited(self, text: str, batch: str) -> None:
        head = self.case.head
        self.bridge.edit(HeadSet(head, replace(head, room=text)), batch=batch)
