"""The left side: which assessment, when it was, how far it is, its impact areas, and the outline."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from advisor_app.domain.evaluation import Evaluation
from advisor_app.override import override
from advisor_app.ui.pages.assessment.chooser import AssessmentChooser
from advisor_app.ui.pages.assessment.held_line import HeldLine
from advisor_app.ui.pages.assessment.outline import Outline
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.labels import TextLabel, hairline

_LEFT, _RIGHT = 20, 12


class SidePanel(QWidget):
    """``areas_wanted`` tells that areas shall be chosen."""

    areas_wanted = Signal()

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theming = context.theming
        self.setProperty("kind", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.chooser = AssessmentChooser(theming)
        self.held = HeldLine(context)
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._counted = TextLabel(theming, "", "body", "secondary", tabular=True)
        self._areas = Button(theming, "", "map", "link")
        self._areas_words = ("", "")
        self._areas.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.outline = Outline(theming)
        row = QHBoxLayout()
        row.addWidget(self._progress, 1)
        row.addWidget(self._counted)
        column = QVBoxLayout(self)
        column.setContentsMargins(_LEFT, 16, _RIGHT, 12)
        column.setSpacing(8)
        column.addWidget(self.chooser)
        column.addWidget(self.held)
        column.addLayout(row)
        column.addWidget(self._areas)
        column.addWidget(hairline())
        column.addWidget(self.outline, 1)
        self._areas.clicked.connect(self.areas_wanted)

    def show_areas(self, chosen: Sequence[str], *, offered: bool) -> None:
        """Name the chosen impact areas, where the questionnaire has any."""
        self._areas.setVisible(offered)
        names = ", ".join(chosen)
        self._areas_words = (
            (self.tr("Wirkungsbereiche: {areas}").format(areas=names), names)
            if chosen
            else (self.tr("Wirkungsbereiche wählen"), self.tr("Bereiche wählen"))
        )
        self._fit_areas()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_areas()

    def _fit_areas(self) -> None:
        """Say it in full where there is room for it; the tooltip and the spoken name always do."""
        full, short = self._areas_words
        self._areas.setText(full)
        if self._areas.sizeHint().width() > self.contentsRect().width() - _LEFT - _RIGHT:
            self._areas.setText(short)
        self._areas.setToolTip(full)
        self._areas.setAccessibleName(full)

    def show_progress(self, evaluation: Evaluation) -> None:
        """Say how many of the questions asked now are answered."""
        progress = [evaluation.progress(dimension) for dimension in evaluation.dimensions()]
        done, total = sum(item.done for item in progress), sum(item.total for item in progress)
        if (done, total) == (self._progress.value(), self._progress.maximum()) and self._counted.text():
            return  # another level for a question that was answered before
        self._progress.setRange(0, max(total, 1))
        self._progress.setValue(done)
        self._counted.setText(self.tr("{done} von {total}").format(done=done, total=total))
