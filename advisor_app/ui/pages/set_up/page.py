"""The set-up of a draft, and later the place where a case's commune, modules, people and days change."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from advisor_app.domain.changes import Change
from advisor_app.override import override
from advisor_app.ui.pages.set_up.commune_step import CommuneStep
from advisor_app.ui.pages.set_up.contacts_step import ContactsStep
from advisor_app.ui.pages.set_up.dates_step import DatesStep
from advisor_app.ui.pages.set_up.frame import SetUpFrame
from advisor_app.ui.pages.set_up.modules_step import ModulesStep
from advisor_app.ui.pages.set_up.review_step import ReviewStep
from advisor_app.ui.pages.set_up.step import Step
from advisor_app.ui.pages.set_up.step_names import StepName
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.command import Command
from advisor_app.ui.shell.page import CasePage, Headline, PageContext


class SetUpPage(CasePage):
    """Five steps in any order; every edit is committed at once, so the set-up can be left at any point."""

    def __init__(self, context: PageContext, bridge: CaseBridge, parent: QWidget | None = None) -> None:
        super().__init__(context, bridge, parent)
        self.frame = SetUpFrame(context.theming)
        self.review = ReviewStep(context, bridge)
        self.steps: dict[str, Step] = {
            step.NAME: step
            for step in (
                CommuneStep(context, bridge),
                ModulesStep(context, bridge),
                ContactsStep(context, bridge),
                DatesStep(context, bridge),
                self.review,
            )
        }
        self._current = StepName.MODULES.value if bridge.case.head.draft else StepName.COMMUNE.value
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.frame)
        for step in self.steps.values():
            step.setParent(self.frame)
            step.hide()
            step.typing.connect(self.typing)
            step.removed.connect(self.removed)
            step.finished.connect(self._on_frame_next_wanted)
            step.wanted.connect(self._turn_to)
        self.frame.steps.chosen.connect(self._turn_to)
        self.frame.back_wanted.connect(self._on_frame_back_wanted)
        self.frame.next_wanted.connect(self._on_frame_next_wanted)
        self._show()

    @property
    def step(self) -> Step:
        """The present step."""
        return self.steps[self._current]

    @override
    def headline(self) -> Headline:
        translate = QCoreApplication.translate
        words = self.tr("Schritt {number} von {count}").format(number=self._number + 1, count=len(self.steps))
        if self.bridge.case.head.draft:
            return Headline(title=translate("pages", "Fall anlegen"), subtitle=words)
        titles = self.context.workspace.register.titles(self.bridge.case.head.communes)
        return Headline(title=titles, subtitle=self.step.title())

    @override
    def commands(self) -> Sequence[Command]:
        kind = self.tr("Fall anlegen")
        steps = [
            Command(title=step.title(), kind=kind, act=partial(self._turn_to, name), icon="list-checks")
            for name, step in self.steps.items()
        ]
        onwards = Command(
            title=self.tr("Nächster Schritt"),
            kind=kind,
            act=self._on_frame_next_wanted,
            icon="arrow-right",
            keys="Ctrl+Return",
        )
        return (onwards, *steps)

    @override
    def open_item(self, item: str) -> None:
        """Open a step by its name."""
        if item in self.steps:
            self._turn_to(item)

    @override
    def present_item(self) -> str:
        return self._current

    @override
    def flush(self) -> bool:
        self.step.flush()
        return True

    @override
    def refresh(self, changes: tuple[Change, ...]) -> None:
        for step in self.steps.values():
            step.refresh(changes)
        self._show_states()

    @override
    def take_focus(self) -> None:
        self.step.take_focus()

    @property
    def _number(self) -> int:
        return list(self.steps).index(self._current)

    def _turn_to(self, name: str) -> None:
        self.step.flush()
        self._current = name
        self._show()
        self.headline_changed.emit()
        self.step.take_focus()

    def _show(self) -> None:
        self.frame.show_step(self.step)
        self._show_states()
        self._show_foot()

    def _show_states(self) -> None:
        self.frame.steps.show_steps(tuple(step.state() for step in self.steps.values()), self._current)

    def _show_foot(self) -> None:
        titles = [step.title() for step in self.steps.values()]
        draft = self.bridge.case.head.draft
        back = titles[self._number - 1] if self._number else ""
        if self._number + 1 < len(titles):
            onwards = self.tr("Weiter zu {step}").format(step=titles[self._number + 1])
        else:
            onwards = self.tr("Fall anlegen") if draft else self.tr("Zum Überblick")
        note = (
            self.tr("Entwurf gesichert. Sie können jederzeit unterbrechen.")
            if draft
            else self.tr("Alles ist gesichert.")
        )
        self.frame.show_foot(back, note, onwards)

    def _on_frame_back_wanted(self) -> None:
        if self._number:
            self._turn_to(list(self.steps)[self._number - 1])

    def _on_frame_next_wanted(self) -> None:
        if self._number + 1 < len(self.steps):
            self._turn_to(list(self.steps)[self._number + 1])
            return
        self.step.flush()
        if self.review.finish():
            self.navigated.emit("overview", "")
