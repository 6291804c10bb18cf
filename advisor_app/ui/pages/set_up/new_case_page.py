"""The first step while there is no case yet: once a commune is chosen, the case exists and the set-up goes on in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.domain.commune import Commune
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.override import override
from advisor_app.texts.errors import sentence
from advisor_app.ui.pages.set_up.commune_choice import CommuneChoice
from advisor_app.ui.pages.set_up.frame import SetUpFrame
from advisor_app.ui.pages.set_up.step_list import StepState
from advisor_app.ui.pages.set_up.step_names import StepName, step_title
from advisor_app.ui.shell.page import Headline, Page, PageContext

if TYPE_CHECKING:
    from advisor_app.ui.pages.recovery.first_sheet import FirstSheet


class NewCasePage(Page):
    """Asks for the commune and opens a draft with it."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.frame = SetUpFrame(context.theming)
        self.choice = CommuneChoice(context)
        self._step = QWidget()
        self._commune: Commune | None = None
        self._first_sheet: FirstSheet | None = None
        row = QHBoxLayout(self._step)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.choice, 100)
        row.addStretch(1)
        self.frame.steps.show_steps(
            tuple(StepState(name=name.value, title=step_title(name)) for name in StepName),
            StepName.COMMUNE.value,
            enabled=False,
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.frame)
        self.choice.chosen.connect(self._on_choice_chosen)
        self.frame.back_wanted.connect(self._show_choice)
        self._show_choice()

    @property
    def first_sheet(self) -> FirstSheet:
        """The step before the first real case, made when it is first needed."""
        if self._first_sheet is None:
            from advisor_app.ui.pages.recovery.first_sheet import FirstSheet

            self._first_sheet = FirstSheet(self.context, self.frame)
            self._first_sheet.done.connect(self._on_first_sheet_done)
            self._first_sheet.left.connect(self._on_first_sheet_left)
        return self._first_sheet

    @override
    def headline(self) -> Headline:
        steps = self.tr("Schritt {number} von {count}").format(number=1, count=len(StepName))
        return Headline(title=QCoreApplication.translate("pages", "Fall anlegen"), subtitle=steps)

    @override
    def take_focus(self) -> None:
        self._show_choice()
        self.choice.picker.show_commune(None)
        self.choice.picker.take_focus()

    def _show_choice(self) -> None:
        self.frame.show_step(self._step)
        note = self.tr("Mit der Wahl der Kommune ist der Entwurf gesichert.")
        self._show_foot("", note)

    def _show_first_sheet(self) -> None:
        self.frame.show_step(self.first_sheet)
        name = self._commune.title if self._commune is not None else ""
        note = self.tr("{commune} ist gewählt. Sobald das Blatt bestätigt ist, geht es damit weiter.")
        self._show_foot(step_title(StepName.COMMUNE), note.format(commune=name))
        self.first_sheet.begin()

    def _show_foot(self, back: str, note: str) -> None:
        onwards = self.tr("Weiter zu {step}").format(step=step_title(StepName.MODULES))
        self.frame.show_foot(back, note, onwards, can_go_on=False)

    def _on_choice_chosen(self, commune: Commune) -> None:
        workspace = self.context.workspace
        self._commune = commune
        try:
            session = workspace.cases.create(commune, (), draft=True)
        except AdvisorError as error:
            if error.problem is Problem.RECOVERY_MISSING:
                self._show_first_sheet()
                return
            self.warned.emit(sentence(error, workspace.texts))
            self.choice.picker.begin()
            return
        workspace.portfolio.update(session.case)
        self.navigated.emit(f"case:{session.case.id}", "set-up")

    def _on_first_sheet_done(self) -> None:
        self.protection_changed.emit()
        self._show_choice()
        if self._commune is not None:
            self._on_choice_chosen(self._commune)

    def _on_first_sheet_left(self) -> None:
        self._show_choice()
        self.choice.picker.take_focus()
