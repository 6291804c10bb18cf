"""Changing a step: its title, minutes, kind, fixed beginning, module, and the page and documents that belong to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.domain.agenda import LONGEST_STEP, AgendaStep, Section, StepKind
from advisor_app.domain.local_time import LOCAL
from advisor_app.domain.sheet_part import SheetPart
from advisor_app.texts import Texts
from advisor_app.ui.pages.agenda.documents_field import DocumentsField
from advisor_app.ui.pages.agenda.linked_page import part_title, section_title
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.choice_field import ChoiceField
from advisor_app.ui.widgets.form import Form
from advisor_app.ui.widgets.parsed_field import NumberField
from advisor_app.ui.widgets.time_field import TimeField
from advisor_app.ui.widgets.value_field import TextLine


@dataclass(frozen=True, slots=True, kw_only=True)
class _Times:
    """When a step really began and ended, as local times of day."""

    started: time | None
    ended: time | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EditedStep:
    """A step with what it can be given: modules (empty: that of the day), dimensions and documents by id and title.

    ``needed`` are the kinds of documents that it needs, whoever has named them; ``sections`` are pages of the case.
    """

    step: AgendaStep
    modules: Sequence[tuple[str, str]]
    sections: Sequence[Section]
    dimensions: Sequence[tuple[str, str]]
    needed: tuple[str, ...]
    documents: Callable[[], Sequence[tuple[str, str]]]


class StepEditor(QFrame):
    """A card of fields; ``edited(step, batch)`` asks to commit the step as it then is.

    ``pinned(step, time)`` asks for a fixed beginning, None for none, ``timed(step, attribute, time)`` for another time
    at which it really began or ended.
    """

    edited = Signal(object, str)
    pinned = Signal(str, object)
    timed = Signal(str, str, object)
    typing = Signal()
    removal_wanted = Signal(str)

    def __init__(self, theming: Theming, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._step: AgendaStep | None = None
        self.setProperty("kind", "card-soft")
        kinds = (
            (StepKind.WORK, self.tr("Arbeit")),
            (StepKind.BREAK, self.tr("Pause")),
            (StepKind.LUNCH, self.tr("Mittag")),
        )
        minutes = NumberField(theming, texts, self.tr("Minuten"), low=1, high=LONGEST_STEP, empty=None)
        self.form = Form(theming, 2)
        self.form.add("title", self.tr("Titel"), TextLine(), span=2)
        self.form.add("minutes", self.tr("Minuten"), minutes)
        least = NumberField(theming, texts, self.tr("Mindestens"), low=0, high=LONGEST_STEP, empty=None)
        self.form.add("minimum_minutes", self.tr("Mindestens"), least)
        self.form.add("kind", self.tr("Art"), ChoiceField(kinds))
        begins = TimeField(theming, texts, self.tr("Fester Beginn"), optional=True)
        self.form.add("pinned", self.tr("Fester Beginn"), begins)
        self._modules = ChoiceField(())
        self._module = self.form.add("module", self.tr("Modul"), self._modules, span=2)
        self._sections, self._dimensions = ChoiceField(()), ChoiceField(())
        self.form.add("section", self.tr("Seite im Programm"), self._sections, span=2)
        self._of_assessment = self.form.add("dimensions", self.tr("Fragen"), self._dimensions, span=2)
        parts = ((None, self.tr("zuletzt gezeigter Teil")), *((part, part_title(part)) for part in SheetPart))
        self._of_processes = self.form.add("part", self.tr("Teil der Prozessaufnahmen"), ChoiceField(parts), span=2)
        self._documents = DocumentsField(theming, lambda kind: texts(f"document-kinds.{kind}"))
        self.form.add("document_kinds", self.tr("Dokumente"), self._documents, span=2)
        self.times = Form(theming, 2)
        self.times.add("started", self.tr("Hat begonnen um"), TimeField(theming, texts, self.tr("Hat begonnen um")))
        ended = TimeField(theming, texts, self.tr("Hat geendet um"), optional=True)
        self.times.add("ended", self.tr("Hat geendet um"), ended)
        self.remove = Button(theming, self.tr("Schritt entfernen"), "trash-2", "link")
        self.close_button = Button(theming, self.tr("Fertig"), "check")
        foot = QHBoxLayout()
        foot.addWidget(self.remove)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 12)
        column.setSpacing(12)
        column.addWidget(self.form)
        column.addWidget(self.times)
        column.addLayout(foot)
        self.form.edited.connect(self._on_form_edited)
        self.form.typing.connect(self.typing)
        self.times.edited.connect(self._on_times_edited)
        self.times.typing.connect(self.typing)
        self.remove.clicked.connect(self._on_remove_clicked)
        self.close_button.clicked.connect(self._on_close_clicked)

    def show_step(self, edited: EditedStep) -> None:
        """Show a step of the snapshot."""
        step = self._step = edited.step
        self._modules.set_choices(edited.modules)
        self._module.setVisible(len(edited.modules) > 1)
        kept = () if step.section in (None, *edited.sections) else (step.section,)
        pages = ((section, section_title(section)) for section in (*edited.sections, *filter(None, kept)))
        self._sections.set_choices(((None, self.tr("keine")), *pages))
        self._dimensions.set_choices(self._some_dimensions(step, edited.dimensions))
        self._of_assessment.setVisible(step.section is Section.ASSESSMENT)
        self._of_processes.setVisible(step.section is Section.PROCESSES)
        self._documents.offer(edited.documents)
        self.form.show_record(replace(step, document_kinds=edited.needed))
        self.times.setVisible(step.started is not None)
        self.times.show_record(_Times(started=_local(step.started), ended=_local(step.ended)))

    def flush(self) -> None:
        """Ask to commit what is half typed."""
        if not self.isHidden():
            self.form.flush()
            self.times.flush()

    def open_with_title(self) -> None:
        """Show the card, ready to name the step."""
        self.show()
        title = self.form.field("title")
        if isinstance(title, TextLine):
            title.line.setFocus()
            title.line.selectAll()

    def _some_dimensions(
        self, step: AgendaStep, dimensions: Sequence[tuple[str, str]]
    ) -> Sequence[tuple[tuple[str, ...], str]]:
        """All questions of the step, those of each dimension, and those of the several that a step is about."""
        single = [((name,), f"{name} {title}") for name, title in dimensions]
        several = [] if len(step.dimensions) < 2 else [(step.dimensions, " · ".join(step.dimensions))]
        return (((), self.tr("alle, um die es im Schritt geht")), *several, *single)

    def _on_form_edited(self, attribute: str, value: Any, batch: str) -> None:
        if self._step is None or (value is None and attribute not in {"section", "part", "pinned"}):
            return
        if attribute == "pinned":
            self.pinned.emit(self._step.id, value)
            return
        self._step = replace(self._step, **{attribute: value})
        self.edited.emit(self._step, batch)

    def _on_times_edited(self, attribute: str, value: Any, _batch: str) -> None:
        if self._step is not None and value is not None:
            self.timed.emit(self._step.id, attribute, value)

    def _on_remove_clicked(self) -> None:
        if self._step is not None:
            self.removal_wanted.emit(self._step.id)

    def _on_close_clicked(self) -> None:
        self.flush()
        self.hide()


def _local(instant: datetime | None) -> time | None:
    return None if instant is None else instant.astimezone(LOCAL).time().replace(second=0, microsecond=0)
