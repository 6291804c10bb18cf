"""The checklist of a case: what has to be done before its workshops, module by module."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from advisor_app.domain.case import Case
from advisor_app.domain.changes import Change, PreparationTaskSet
from advisor_app.domain.preparation import PlannedTask
from advisor_app.texts.preparation import workshop_words
from advisor_app.ui.pages.preparation.checklist_card import ChecklistCard
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.empty_state import EmptyState
from advisor_app.ui.widgets.paper_column import PaperColumn

_WIDEST = 1040


class ChecklistPanel(QStackedWidget):
    """One card per module. ``modules_wanted``: a module has to be booked first."""

    modules_wanted = Signal()
    removed = Signal(str)
    typing = Signal()

    def __init__(self, context: PageContext, bridge: CaseBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theming = context.theming
        self._context = context
        self._bridge = bridge
        self.cards: dict[str, ChecklistCard] = {}
        self._column = PaperColumn(theming, _WIDEST)
        self._empty = EmptyState(
            theming,
            icon="clipboard-list",
            title=self.tr("Noch nichts vorzubereiten"),
            sentence=self.tr(
                "Sobald ein Modul gebucht ist, steht hier, was bis wann zu tun ist – zurückgezählt vom Workshoptag."
            ),
            action=self.tr("Module wählen"),
        )
        self.addWidget(self._column)
        self.addWidget(self._empty)
        self._empty.wanted.connect(self.modules_wanted)

    def show_case(self, case: Case) -> None:
        """Show the tasks of a case."""
        tasks = self._context.workspace.preparation.by_module(case)
        self.setCurrentWidget(self._column if tasks else self._empty)
        for module, own in tasks.items():
            self._card(module).show_tasks(self._title(module), self._about(case, module), own)
        self._column.arrange([self.cards[module] for module in tasks])
        for module, card in self.cards.items():
            card.setVisible(module in tasks)

    def flush(self) -> None:
        """Commit what is half typed."""
        for card in self.cards.values():
            card.flush()

    def take_focus(self) -> None:
        """Begin with the first open task."""
        card = next((card for card in self.cards.values() if not card.isHidden()), None)
        if card is None:
            self._empty.button.setFocus()
        else:
            card.take_focus()

    def _card(self, module: str) -> ChecklistCard:
        if module not in self.cards:
            card = ChecklistCard(self._context, module)
            card.wanted.connect(self._on_card_wanted)
            card.added.connect(self._on_card_added)
            card.finished.connect(lambda: self.show_case(self._bridge.case))
            card.typing.connect(self.typing)
            self._column.add(card)
            if not self.cards:
                card.look()  # it is seen as soon as the page is
            self.cards[module] = card
        return self.cards[module]

    def _title(self, module: str) -> str:
        found = self._context.workspace.catalog.modules.get(module)
        return module if found is None else f"{module} {found.title}"

    def _about(self, case: Case, module: str) -> str:
        """When the workshop is, as far as it is known."""
        workspace = self._context.workspace
        return workshop_words(workspace.preparation.workshop(case, module), workspace.texts)

    def _on_card_wanted(self, action: str, task: PlannedTask, value: object, batch: str) -> None:
        preparation = self._context.workspace.preparation
        change: Change
        match action, value:
            case "tick", bool():
                change = preparation.ticked(task, done=value)
            case "move", (date() | None):
                change = preparation.moved(task, value)
            case "leave-out", bool():
                change = preparation.left_out(task, left_out=value)
            case "name", str() if value.strip():
                change = preparation.changed(task, replace(task.record, title=value.strip()))
            case "give", _:
                change = preparation.given_to(task, value)  # type: ignore[arg-type]  # the field holds nothing else
            case _:
                return
        if self._bridge.edit(change, batch=batch or None) and change.after is None and task.is_own:
            self.removed.emit(self.tr("„{task}“ ist gelöscht.").format(task=task.title))

    def _on_card_added(self, module: str, name: str, title: str, day: date | None, batch: str) -> None:
        case, preparation = self._bridge.case, self._context.workspace.preparation
        before = case.preparation.get(name)
        if before is None and title and not name:
            change = preparation.added(case, module, title, day)
            self.cards[module].begun = change.id
            if not self._bridge.edit(change, batch=batch or None) and not self._bridge.is_waiting:
                self.cards[module].begun = ""
        elif before is not None:
            after = replace(before, title=title, due_on=day) if title else None
            if after is None:
                self.cards[module].begun = ""
            self._bridge.edit(PreparationTaskSet(name, before, after), batch=batch or None)
