"""The step one looks at, large: what can be done with it, its goal, its guidance, its page, its photos."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from advisor_app.domain.agenda import AgendaStep
from advisor_app.domain.agenda_template import StepTemplate
from advisor_app.services.clock import today
from advisor_app.ui.pages.agenda.linked_bar import LinkedBar
from advisor_app.ui.pages.agenda.linked_page import LinkedPage
from advisor_app.ui.pages.agenda.step_editor import EditedStep, StepEditor
from advisor_app.ui.pages.agenda.step_guidance import GuidanceSource, StepGuidance
from advisor_app.ui.pages.agenda.step_menu import StepMenu
from advisor_app.ui.pages.agenda.step_parts import Tag, TalkingPoint
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.flow_layout import FlowLayout
from advisor_app.ui.widgets.icon_button import IconButton
from advisor_app.ui.widgets.labels import TextLabel
from advisor_app.ui.widgets.paragraph import Paragraph

PIN_KEYS = "A"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownStep:
    """A step with its place of ``count``, its planned time, what its template says of it, and what is around it.

    ``days`` that it may be moved to, as (id, title).
    """

    edited: EditedStep
    place: int
    count: int
    begins: str
    template: StepTemplate | None
    days: Sequence[tuple[str, str]]
    is_parallel: bool

    @property
    def step(self) -> AgendaStep:
        """The step itself."""
        return self.edited.step


class StepPanel(QScrollArea):
    """Shows one step; what is asked for with it is told by its menu, its editor and these signals."""

    ticked = Signal(int)
    pin_toggled = Signal()
    page_wanted = Signal(str, str)

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theming, workspace = context.theming, context.workspace
        self._theming = theming
        self._source = GuidanceSource(
            catalog=workspace.catalog, today=partial(today, workspace.clock), language=workspace.texts.language
        )
        self._shown: ShownStep | None = None
        self._guidance = StepGuidance(theming, self._source, None)
        self._counted = TextLabel(theming, "", "body", "secondary", tabular=True)
        self._tags = QWidget()
        self._shown_tags: list[Tag] = []
        self._tag_flow = FlowLayout(8, self._tags)
        self.pin = Button(theming, "", "pin", "chip", shortcut=PIN_KEYS, tooltip=self.tr("Beginn festhalten"))
        self.pin.setCheckable(True)
        self.edit_button = IconButton(theming, "pencil", self.tr("Schritt ändern (F2)"))
        self.edit_button.setShortcut(QKeySequence("F2"))
        self.menu = StepMenu(theming)
        self.title = Paragraph(theming, "", "page")
        self._goal = Paragraph(theming, "", "emphasised", "secondary")
        self.editor = StepEditor(theming, workspace.texts)
        self.editor.hide()
        self.links = LinkedBar(theming)
        self._lay_out()
        self.edit_button.clicked.connect(self.toggle_editor)
        self.pin.clicked.connect(self.pin_toggled)
        self.links.wanted.connect(self.page_wanted)

    @property
    def talking_points(self) -> Sequence[TalkingPoint]:
        """The points of the shown step."""
        return self._guidance.talking_points

    def show_step(self, shown: ShownStep, linked: Sequence[LinkedPage]) -> None:
        """Show a step; what it says is built anew only where it says something else."""
        before, self._shown = self._shown, shown
        is_other = before is None or before.step.id != shown.step.id
        if is_other:
            self.editor.hide()
            self.verticalScrollBar().setValue(0)
        step, template = shown.step, shown.template
        self.editor.show_step(shown.edited)
        self._counted.setText(self.tr("Schritt {place} von {count}").format(place=shown.place, count=shown.count))
        self.title.setText(step.title or self.tr("Ohne Titel"))
        self._show_tags(shown)
        self._show_pin(shown)
        self.menu.show_step(step, shown.days, is_parallel=shown.is_parallel, is_first=shown.place == 1)
        self._goal.setText(self.tr("Ziel: {goal}").format(goal=template.goal) if template and template.goal else "")
        self._goal.setVisible(bool(self._goal.text()))
        self.links.show_pages(linked)
        if is_other or before is None or before.template != template:
            self._show_guidance(template)
        self._guidance.show_ticked(step.ticked)

    def show_foot(self, widget: QWidget) -> None:
        """Put something below the step."""
        self._column.insertWidget(self._column.count() - 1, widget)

    def toggle_editor(self) -> None:
        """Open or close the card in which the step is changed."""
        if self.editor.isHidden():
            self.editor.open_with_title()
            self.ensureWidgetVisible(self.editor)
        else:
            self.editor.flush()
            self.editor.hide()

    def flush(self) -> None:
        """Ask to commit what is half typed."""
        self.editor.flush()

    def _lay_out(self) -> None:
        theming = self._theming
        self._counted.setContentsMargins(0, 2, 0, 2)  # on one line with the tags
        self._tag_flow.addWidget(self._counted)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self._tags.setSizePolicy(policy)
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self._tags, 1)
        for button in (self.edit_button, self.menu):
            head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        content = QWidget()
        content.setProperty("kind", "paper")
        inner = QWidget()
        inner.setMaximumWidth(theming.size("text_max"))
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(32, 18, 32, 20)
        self._column.setSpacing(8)
        self._column.addLayout(head)
        for widget in (self.title, self._goal, self.links, self.editor, self._guidance):
            self._column.addWidget(widget)
        self._column.addStretch(1)
        row = QHBoxLayout(content)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(inner, 100)
        row.addStretch(1)
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _show_tags(self, shown: ShownStep) -> None:
        for tag in self._shown_tags:
            self._tag_flow.removeWidget(tag)
            tag.hide()
            tag.deleteLater()
        self._tag_flow.removeWidget(self.pin)
        step, template = shown.step, shown.template
        words = self.tr("{minutes} min").format(minutes=step.minutes)
        if not step.minimum_minutes and step.minutes:
            words = self.tr("{minutes} min, kann entfallen").format(minutes=step.minutes)
        elif step.minimum_minutes < step.minutes:
            words = self.tr("{minutes} min, mindestens {least}").format(
                minutes=step.minutes, least=step.minimum_minutes
            )
        tags = [Tag(self._theming, words, "clock")]
        if template is not None and template.method:
            tags.append(Tag(self._theming, template.method, "users"))
        if step.module:
            tags.append(Tag(self._theming, dict(shown.edited.modules).get(step.module, step.module)))
        if step.group:
            tags.append(Tag(self._theming, self.tr("Gruppe {name}").format(name=step.group), "git-branch"))
        self._shown_tags = tags
        for tag in tags:
            self._tag_flow.addWidget(tag)
        self._tag_flow.addWidget(self.pin)

    def _show_pin(self, shown: ShownStep) -> None:
        step = shown.step
        self.pin.setVisible(step.started is None)
        self.pin.setChecked(step.pinned is not None)
        words = self.tr("fest um {time}") if step.pinned is not None else self.tr("{time} festhalten")
        time = f"{step.pinned:%H:%M}" if step.pinned is not None else shown.begins
        self.pin.setText(words.format(time=time))
        name = (
            self.tr("Beginn um {time} Uhr ist fest")
            if step.pinned is not None
            else self.tr("Beginn um {time} Uhr festhalten")
        )
        self.pin.setAccessibleName(name.format(time=time))

    def _show_guidance(self, template: StepTemplate | None) -> None:
        guidance = StepGuidance(self._theming, self._source, template)
        guidance.ticked.connect(self.ticked)
        place = self._column.indexOf(self._guidance)
        self._column.removeWidget(self._guidance)
        self._guidance.hide()
        self._guidance.deleteLater()
        self._guidance = guidance
        self._column.insertWidget(place, guidance)
