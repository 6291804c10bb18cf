"""Which modules the commune books, with the funding check beside the choice."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from advisor_app.domain.booking import Financing
from advisor_app.domain.changes import BookingSet, Change, HeadSet
from advisor_app.domain.funding import FundingVerdict
from advisor_app.domain.words import Words
from advisor_app.override import override
from advisor_app.services.clock import today
from advisor_app.ui.pages.set_up.frame import StepColumn
from advisor_app.ui.pages.set_up.funding_panel import FundingPanel
from advisor_app.ui.pages.set_up.funding_words import FundingWords, card_verdicts
from advisor_app.ui.pages.set_up.module_card import ModuleCard
from advisor_app.ui.pages.set_up.step import Step
from advisor_app.ui.pages.set_up.step_list import StepState
from advisor_app.ui.pages.set_up.step_names import StepName, step_title
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.commune_picker import CommuneCard
from advisor_app.ui.widgets.labels import TextLabel, hairline

_BESIDE_FROM = 760
_PANEL = 320


class ModulesStep(Step):
    """Every tick is a booking, committed at once; nothing is blocked, whatever the check says."""

    NAME = StepName.MODULES.value

    def __init__(self, context: PageContext, bridge: CaseBridge, parent: QWidget | None = None) -> None:
        super().__init__(context, bridge, parent)
        self._catalog = context.workspace.catalog
        self._words = FundingWords(self._catalog, self.texts)
        self._on: date | None = None
        self.commune = CommuneCard(self.theming, self.texts.language)
        self.cards = {module.id: ModuleCard(self.theming, module) for module in self._catalog.modules.values()}
        self.panel = FundingPanel(context, self._words)
        self._lay_out()
        self.commune.change_button.clicked.connect(lambda: self.wanted.emit(StepName.COMMUNE.value))
        for module, card in self.cards.items():
            card.clicked.connect(lambda checked, module=module: self._on_card_clicked(module, booked=checked))
        self.panel.day_chosen.connect(self._on_panel_day_chosen)
        self.panel.financing_chosen.connect(self._on_panel_financing_chosen)
        self.panel.clarified.connect(self._on_panel_clarified)
        self.panel.typing.connect(self.typing)
        self.theming.changed.connect(self._fit)
        self.refresh(())

    @property
    def day(self) -> date:
        """The day for which the funding is checked: today unless another one was chosen."""
        return self._on or today(self.context.workspace.clock)

    @override
    def title(self) -> str:
        return step_title(StepName.MODULES)

    @override
    def state(self) -> StepState:
        modules = self.case.modules
        summary = self.tr("{modules} gewählt").format(modules=self.texts.joined(modules)) if modules else ""
        return StepState(name=self.NAME, title=self.title(), summary=summary, done=bool(modules))

    @override
    def refresh(self, changes: tuple[Change, ...]) -> None:
        if changes and not any(isinstance(change, BookingSet | HeadSet) for change in changes):
            return
        case = self.case
        self.commune.show_commune(case.commune)
        verdicts = card_verdicts(self._words, self.cards, case.modules, self._check)
        for module, card in self.cards.items():
            card.setChecked(module in case.modules)
            card.show_verdict(verdicts[module])
        self.panel.show_verdict(self._check(case.modules), case.bookings, self.day)

    @override
    def flush(self) -> None:
        self.panel.flush()

    @override
    def take_focus(self) -> None:
        next(iter(self.cards.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _lay_out(self) -> None:
        column = StepColumn(self.theming)
        column.column.addWidget(self.commune)
        column.column.addWidget(hairline())
        column.column.addSpacing(6)
        column.column.addWidget(
            TextLabel(self.theming, self.tr("Welche Module nutzt die Kommune?"), "section", weight=600, wrap=True)
        )
        explanation = self.tr("Einzeln buchbar. Wie viele gefördert werden, sagt die Förderprüfung.")
        column.column.addWidget(TextLabel(self.theming, explanation, "body", "secondary", wrap=True))
        column.column.addSpacing(4)
        for card in self.cards.values():
            column.column.addWidget(card)
        column.column.addStretch(1)
        side = QWidget()
        self._side = side
        self._side_layout = QVBoxLayout(side)
        self._side_layout.setContentsMargins(0, 0, 0, 0)
        self._side_layout.addWidget(self.panel)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(column, 100)
        self._row.addStretch(1)
        self._row.addWidget(side)

    def _fit(self) -> None:
        """The panel beside the cards, or below them where there is no room."""
        beside = self.width() >= self.theming.scaled(_BESIDE_FROM)
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._row.direction() is not direction:
            self._row.setDirection(direction)
        self._side.setMinimumWidth(self.theming.scaled(_PANEL) if beside else 0)
        self._side.setMaximumWidth(self.theming.scaled(_PANEL if beside else 2 * _PANEL))

    def _check(self, modules: Iterable[str]) -> FundingVerdict:
        case, workspace = self.case, self.context.workspace
        ids = [name for commune in case.head.communes for name in workspace.register.lineage(commune)]
        return workspace.cases.check_funding(modules, self.day, dict.fromkeys(ids), except_case=case.id)

    def _on_card_clicked(self, module: str, *, booked: bool) -> None:
        cases = self.context.workspace.cases
        wanted = cases.booking_changes if booked else cases.cancel_changes
        # A first booking keeps its questionnaire, so that already this may not be possible.
        changes = self.bridge.perform(lambda _session: wanted(self.case, module))
        if changes is None or not self.bridge.edit(*changes):
            self.refresh(())
        elif not booked:
            self.removed.emit(self.tr("{module} ist nicht mehr gebucht.").format(module=self._words.module(module)))

    def _on_panel_day_chosen(self, day: date | None) -> None:
        self._on = day
        self.refresh(())

    def _on_panel_financing_chosen(self, name: str, financing: Financing) -> None:
        booking = self.case.bookings[name]
        funding = self._check(self.case.modules).modules.get(booking.module)
        programme = funding.payer if funding is not None and financing is Financing.PROGRAMME else None
        self.bridge.edit(BookingSet(name, booking, replace(booking, financing=financing, programme=programme)))

    def _on_panel_clarified(self, text: str, batch: str) -> None:
        changes = [
            BookingSet(booking.id, booking, replace(booking, clarified=Words(text, booking.clarified.audience)))
            for booking in self.case.bookings.values()
        ]
        self.bridge.edit(*changes, batch=batch)
