"""What the packs say of a step: how to moderate it, points to tick off, facts, material, what is there at its end."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from advisor_app.domain.agenda_template import StepTemplate
from advisor_app.domain.catalog import Catalog
from advisor_app.texts.sentences import sentences
from advisor_app.ui.pages.agenda.step_parts import NumberedSentence, Tag, TalkingPoint
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.flow_layout import FlowLayout
from advisor_app.ui.widgets.labels import TextLabel
from advisor_app.ui.widgets.named_fact import NamedFact
from advisor_app.ui.widgets.paragraph import Paragraph


@dataclass(frozen=True, slots=True, kw_only=True)
class GuidanceSource:
    """What guidance is looked up in: facts and their sources, judged by ``today``, in a language."""

    catalog: Catalog
    today: Callable[[], date]
    language: str


class StepGuidance(QWidget):
    """Built for one template; ``ticked(number)`` asks to tick a point (from 1) or to take its tick away."""

    ticked = Signal(int)

    def __init__(
        self, theming: Theming, source: GuidanceSource, template: StepTemplate | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theming = theming
        self._source = source
        self.talking_points: list[TalkingPoint] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 8, 0, 8)
        self._column.setSpacing(8)
        if template is not None:
            self._fill(template)

    def show_ticked(self, ticked: Sequence[int]) -> None:
        """Tick the points that were dealt with."""
        for number, point in enumerate(self.talking_points, 1):
            point.show_tick(is_ticked=number in ticked)

    def _fill(self, template: StepTemplate) -> None:
        if template.moderation:
            self._add_heading(self.tr("So moderieren"))
            for number, sentence in enumerate(sentences(template.moderation), 1):
                self._column.addWidget(NumberedSentence(self._theming, number, sentence))
        if template.talking_points:
            self._add_heading(self.tr("Gesprächspunkte"))
            for number, text in enumerate(template.talking_points, 1):
                point = TalkingPoint(self._theming, text)
                point.ticked.connect(lambda number=number: self.ticked.emit(number))
                self.talking_points.append(point)
                self._column.addWidget(point)
        catalog = self._source.catalog
        facts = [catalog.facts[name] for name in template.facts if name in catalog.facts]
        if facts:
            self._add_heading(self.tr("Zum Belegen"))
            for fact in facts:
                shown = NamedFact(self._theming, catalog, fact, self._source.today(), self._source.language)
                self._column.addWidget(shown)
        if template.materials:
            self._add_heading(self.tr("Material"))
            self._column.addWidget(self._materials(template.materials))
        for heading, text in (
            (self.tr("Am Ende liegt vor"), template.outcome),
            (self.tr("Wenn der Schritt entfällt"), template.drop_cost),
        ):
            if text:
                self._add_heading(heading)
                self._column.addWidget(Paragraph(self._theming, text))

    def _add_heading(self, text: str) -> None:
        self._column.addSpacing(6)
        self._column.addWidget(TextLabel(self._theming, text, "emphasised", weight=600))

    def _materials(self, materials: Sequence[str]) -> QWidget:
        holder = QWidget()
        layout = FlowLayout(8, holder)
        for material in materials:
            layout.addWidget(Tag(self._theming, material))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        holder.setSizePolicy(policy)
        return holder
