"""The step one looks at, large: goal, how to moderate it, points to talk about, facts, material, outcome."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from advisor_app.domain.agenda import AgendaStep, StepKind
from advisor_app.domain.agenda_template import StepTemplate
from advisor_app.domain.catalog import Catalog
from advisor_app.texts import Texts
from advisor_app.texts.sentences import sentences
from advisor_app.ui.pages.agenda.linked_page import LinkedPage
from advisor_app.ui.pages.agenda.step_editor import StepEditor
from advisor_app.ui.pages.agenda.step_parts import LinkedPageCard, NumberedSentence, Tag, TalkingPoint
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.flow_layout import FlowLayout
from advisor_app.ui.widgets.icon_button import IconButton
from advisor_app.ui.widgets.labels import TextLabel
from advisor_app.ui.widgets.named_fact import NamedFact
from advisor_app.ui.widgets.paragraph import Paragraph


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownStep:
    """A step with its place of ``count``, what its template says of it, and the title of the one after it."""

    step: AgendaStep
    place: int
    count: int
    template: StepTemplate | None
    following: str


def template_of(step: AgendaStep, templates: Mapping[str, StepTemplate]) -> StepTemplate | None:
    """What the packs say of a step today; None for a step of one's own, or of a pack that is gone."""
    return templates.get(step.template_step or "")


class StepPanel(QScrollArea):
    """Shows one step; ticks of talking points last as long as the case is open. Facts are judged by ``today``."""

    edited = Signal(object, str)
    typing = Signal()
    removal_wanted = Signal(str)
    page_wanted = Signal(str, str)

    def __init__(
        self,
        theming: Theming,
        texts: Texts,
        catalog: Catalog,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theming = theming
        self._texts = texts
        self._catalog = catalog
        self._today = today
        self._shown: ShownStep | None = None
        self._ticked: set[tuple[str, str]] = set()
        self._body = QWidget()
        self._counted = TextLabel(theming, "", "body", "secondary", tabular=True)
        self._tags = QWidget()
        self._tag_flow = FlowLayout(8, self._tags)
        self.edit_button = IconButton(theming, "pencil", self.tr("Schritt ändern (F2)"))
        self.edit_button.setShortcut(QKeySequence("F2"))
        self.title = Paragraph(theming, "", "page")
        self._goal = Paragraph(theming, "", "emphasised", "secondary")
        self.editor = StepEditor(theming, texts)
        self.editor.hide()
        self.card = LinkedPageCard(theming)
        self._lay_out()
        self.edit_button.clicked.connect(self.toggle_editor)
        self.editor.edited.connect(self.edited)
        self.editor.typing.connect(self.typing)
        self.editor.removal_wanted.connect(self.removal_wanted)
        self.card.wanted.connect(self.page_wanted)

    @property
    def talking_points(self) -> Sequence[TalkingPoint]:
        """The points of the shown step."""
        return self._body.findChildren(TalkingPoint)

    def show_step(self, shown: ShownStep, linked: LinkedPage | None) -> None:
        """Show a step; what it says is built anew only where it says something else."""
        before, self._shown = self._shown, shown
        is_other = before is None or before.step.id != shown.step.id
        if is_other:
            self.editor.hide()
            self.verticalScrollBar().setValue(0)
        self.editor.show_step(shown.step)
        self._counted.setText(self.tr("Schritt {place} von {count}").format(place=shown.place, count=shown.count))
        self.title.setText(shown.step.title or self.tr("Ohne Titel"))
        self._show_tags(shown)
        template = shown.template
        self._goal.setText(self.tr("Ziel: {goal}").format(goal=template.goal) if template and template.goal else "")
        self._goal.setVisible(bool(self._goal.text()))
        self.card.show_page(linked)
        if is_other or before is None or (before.template, before.following) != (template, shown.following):
            self._show_body(shown)

    def show_foot(self, widget: QWidget) -> None:
        """Put something below the step, where the window has no room for it beside."""
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
        head.setSpacing(8)
        head.addWidget(self._tags, 1)
        head.addWidget(self.edit_button, 0, Qt.AlignmentFlag.AlignTop)
        content = QWidget()
        content.setProperty("kind", "paper")
        inner = QWidget()
        inner.setMaximumWidth(theming.size("text_max"))
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(32, 18, 32, 20)
        self._column.setSpacing(8)
        self._column.addLayout(head)
        for widget in (self.title, self._goal, self.editor, self._body, self.card):
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
        for tag in self._tags.findChildren(Tag):
            tag.setParent(None)
            tag.deleteLater()
        step, template = shown.step, shown.template
        words = self.tr("{minutes} min").format(minutes=step.minutes)
        if step.minimum_minutes < step.minutes:
            words = self.tr("{minutes} min, mindestens {least}").format(
                minutes=step.minutes, least=step.minimum_minutes
            )
        tags = [Tag(self._theming, words, "clock")]
        if template is not None and template.method:
            tags.append(Tag(self._theming, template.method, "users"))
        for tag in tags:
            self._tag_flow.addWidget(tag)

    def _show_body(self, shown: ShownStep) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 8, 0, 8)
        column.setSpacing(8)
        template = shown.template
        if template is not None:
            self._add_guidance(column, template, shown.step.id)
        if shown.step.kind is not StepKind.WORK and shown.following:
            words = self.tr("Danach: {title}").format(title=shown.following)
            column.addWidget(Paragraph(self._theming, words, "emphasised", "secondary"))
        place = self._column.indexOf(self._body)
        self._column.removeWidget(self._body)
        self._body.hide()
        self._body.deleteLater()
        self._body = body
        self._column.insertWidget(place, body)

    def _add_guidance(self, column: QVBoxLayout, template: StepTemplate, step_id: str) -> None:
        if template.moderation:
            self._add_heading(column, self.tr("So moderieren"))
            for number, sentence in enumerate(sentences(template.moderation), 1):
                column.addWidget(NumberedSentence(self._theming, number, sentence))
        if template.talking_points:
            self._add_heading(column, self.tr("Gesprächspunkte"))
            for text in template.talking_points:
                point = TalkingPoint(self._theming, text, is_ticked=(step_id, text) in self._ticked)
                point.ticked.connect(lambda is_ticked, text=text: self._tick(step_id, text, is_ticked=is_ticked))
                column.addWidget(point)
        facts = [self._catalog.facts[name] for name in template.facts if name in self._catalog.facts]
        if facts:
            self._add_heading(column, self.tr("Zum Belegen"))
            for fact in facts:
                column.addWidget(NamedFact(self._theming, self._catalog, fact, self._today(), self._texts.language))
        if template.materials:
            self._add_heading(column, self.tr("Material"))
            column.addWidget(self._materials(template.materials))
        for heading, text in (
            (self.tr("Am Ende liegt vor"), template.outcome),
            (self.tr("Wenn der Schritt entfällt"), template.drop_cost),
        ):
            if text:
                self._add_heading(column, heading)
                column.addWidget(Paragraph(self._theming, text))

    def _add_heading(self, column: QVBoxLayout, text: str) -> None:
        column.addSpacing(6)
        column.addWidget(TextLabel(self._theming, text, "emphasised", weight=600))

    def _materials(self, materials: Sequence[str]) -> QWidget:
        holder = QWidget()
        layout = FlowLayout(8, holder)
        for material in materials:
            layout.addWidget(Tag(self._theming, material))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        holder.setSizePolicy(policy)
        return holder

    def _tick(self, step_id: str, text: str, *, is_ticked: bool) -> None:
        if is_ticked:
            self._ticked.add((step_id, text))
        else:
            self._ticked.discard((step_id, text))
