"""The first step while there is no case yet: once a commune is chosen, the case exists and the set-up goes on in it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from advisor_app.domain.commune import Commune
from advisor_app.domain.errors import AdvisorError
from advisor_app.texts.errors import sentence
from advisor_app.ui.pages.set_up.commune_choice import CommuneChoice
from advisor_app.ui.pages.set_up.frame import SetUpFrame
from advisor_app.ui.pages.set_up.step_list import StepState
from advisor_app.ui.pages.set_up.step_names import StepName, step_title
from advisor_app.ui.shell.page import Headline, Page, PageContext


class NewCasePage(Page):
    """Asks for the commune and opens a draft with it."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.frame = SetUpFrame(context.theming)
        self.choice = CommuneChoice(context)
        step = QWidget()
        row = QHBoxLayout(step)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.choice, 100)
        row.addStretch(1)
        self.frame.show_step(step)
        self.frame.steps.show_steps(
            tuple(StepState(name=name.value, title=step_title(name)) for name in StepName),
            StepName.COMMUNE.value,
            enabled=False,
        )
        self.frame.show_foot(
            "",
            self.tr("Mit der Wahl der Kommune ist der Entwurf gesichert."),
            self.tr("Weiter zu {step}").format(step=step_title(StepName.MODULES)),
            can_go_on=False,
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.frame)
        self.choice.chosen.connect(self._on_choice_chosen)

    @override
    def headline(self) -> Headline:
        steps = self.tr("Schritt {number} von {count}").format(number=1, count=len(StepName))
        return Headline(title=QCoreApplication.translate("pages", "Fall anlegen"), subtitle=steps)

    @override
    def take_focus(self) -> None:
        self.choice.picker.show_commune(None)
        self.choice.picker.take_focus()

    def _on_choice_chosen(self, commune: Commune) -> None:
        workspace = self.context.workspace
        try:
            session = workspace.cases.create(commune, (), draft=True)
        except AdvisorError as error:
            self.warned.emit(sentence(error, workspace.texts))
            self.choice.picker.begin()
            return
        workspace.portfolio.update(session.case)
        self.navigated.emit(f"case:{session.case.id}", "set-up")
