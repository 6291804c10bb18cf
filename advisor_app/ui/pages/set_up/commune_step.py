"""The first step of a case that exists: its commune, which can still be changed."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QHBoxLayout, QWidget

from advisor_app.domain.case import CaseCommune
from advisor_app.domain.changes import BookingSet, Change, HeadSet
from advisor_app.domain.commune import Commune
from advisor_app.override import override
from advisor_app.services.cases import as_case_commune
from advisor_app.ui.pages.set_up.commune_choice import CommuneChoice
from advisor_app.ui.pages.set_up.further_communes import FurtherCommunes
from advisor_app.ui.pages.set_up.step import Step
from advisor_app.ui.pages.set_up.step_list import StepState
from advisor_app.ui.pages.set_up.step_names import StepName, step_title
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.page import PageContext


class CommuneStep(Step):
    """Another commune takes the case over with its bookings; further ones may take part in it."""

    NAME = StepName.COMMUNE.value

    def __init__(self, context: PageContext, bridge: CaseBridge, parent: QWidget | None = None) -> None:
        super().__init__(context, bridge, parent)
        self.choice = CommuneChoice(context)
        self.further = FurtherCommunes(context)
        self.choice.column.insertWidget(self.choice.column.indexOf(self.choice.picker) + 1, self.further)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.choice, 100)
        row.addStretch(1)
        self.choice.chosen.connect(self._on_choice_chosen)
        self.further.edited.connect(self._on_further_edited)
        self.refresh(())

    @override
    def title(self) -> str:
        return step_title(StepName.COMMUNE)

    @override
    def state(self) -> StepState:
        return StepState(name=self.NAME, title=self.title(), summary=self._titles(), done=True)

    @override
    def refresh(self, changes: tuple[Change, ...]) -> None:
        if not changes or any(isinstance(change, HeadSet) for change in changes):
            self.choice.picker.show_commune(self.case.commune)
            self.further.show_communes(self.case.head.communes)

    @override
    def take_focus(self) -> None:
        self.choice.picker.take_focus()

    def _titles(self) -> str:
        return self.context.workspace.register.titles(self.case.head.communes)

    def _on_further_edited(self, communes: tuple[CaseCommune, ...]) -> None:
        head = self.case.head
        self.bridge.edit(HeadSet(head, replace(head, communes=communes)))

    def _on_choice_chosen(self, commune: Commune) -> None:
        head = self.case.head
        chosen = as_case_commune(commune)
        others = (other for other in head.communes[1:] if other.id != chosen.id)
        changes: list[Change] = [HeadSet(head, replace(head, communes=(chosen, *others)))]
        changes += [
            BookingSet(booking.id, booking, replace(booking, commune=chosen.id))
            for booking in self.case.bookings.values()
            if booking.commune == self.case.commune.id
        ]
        if self.bridge.edit(*changes):
            self.wanted.emit(StepName.MODULES.value)
