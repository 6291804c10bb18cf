"""Vergleich: an earlier assessment of the commune beside the one that is shown."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QComboBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.domain.assessment import Assessment
from advisor_app.domain.case import Case
from advisor_app.services.comparisons import Partner, SideBySide
from advisor_app.ui.pages.results.moved_list import MovedList
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.chart_view import ChartView
from advisor_app.ui.widgets.flow_layout import FlowLayout
from advisor_app.ui.widgets.labels import TextLabel


class ComparisonPanel(QWidget):
    """``document_wanted`` carries the item of the document about both, ``follow_up_wanted`` asks for a second one."""

    opened = Signal(str)
    document_wanted = Signal(str)
    follow_up_wanted = Signal()

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._partners: tuple[Partner, ...] = ()
        self._case: Case | None = None
        theming, texts = context.theming, context.workspace.texts
        self.chooser = QComboBox()
        self.chooser.setAccessibleName(self.tr("Vergleichen mit"))
        self._label = TextLabel(theming, self.tr("Vergleichen mit"), "body", "secondary")
        self._label.setBuddy(self.chooser)
        self.document_button = Button(theming, self.tr("Als Dokument"), "file-text")
        self._standing = TextLabel(theming, "", "section", wrap=True)
        self._summary = TextLabel(theming, "", "body", "secondary", wrap=True)
        self._notice = QFrame()
        self._notice_words = TextLabel(theming, "", "body", "amber", wrap=True)
        self._radar = ChartView(theming, texts)
        self._bars = ChartView(theming, texts)
        self._area_bars = ChartView(theming, texts)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._moved = MovedList(theming)
        self._body = QWidget()
        self._empty = TextLabel(
            theming,
            self.tr(
                "Zu dieser Erhebung gibt es noch keine frühere mit demselben Fragebogen, auch nicht in einem früheren "
                "Fall der Kommune. Bei einer Folgeerhebung stehen hier beide nebeneinander."
            ),
            "body",
            "secondary",
            wrap=True,
        )
        self.follow_up_button = Button(theming, self.tr("Folgeerhebung anlegen"), "plus")
        self._lay_out()
        self.chooser.activated.connect(self._show_pair)
        self.document_button.clicked.connect(lambda: self.document_wanted.emit(self._partner.item))
        self.follow_up_button.clicked.connect(self.follow_up_wanted)
        self._moved.opened.connect(self.opened)

    @property
    def _partner(self) -> Partner:
        return self._partners[max(self.chooser.currentIndex(), 0)]

    def show_assessment(self, case: Case, assessment: Assessment, *, can_add: bool) -> None:
        """Show it beside the one that was chosen, else beside the one before it."""
        kept = self.chooser.currentData()
        self._case = case
        self._label.setMinimumHeight(self.chooser.sizeHint().height())  # beside it, not above its upper edge
        self._partners = self._context.workspace.comparisons.partners(case, assessment)
        self.chooser.clear()
        for partner in self._partners:
            self.chooser.addItem(partner.title, partner.item)
        self.chooser.setCurrentIndex(max(self.chooser.findData(kept), 0))
        for widget in (self._label, self.chooser, self.document_button, self._body):
            widget.setVisible(bool(self._partners))
        self._empty.setVisible(not self._partners)
        self.follow_up_button.setVisible(not self._partners and can_add)
        if self._partners:
            self._show_pair()

    def set_stacked(self, *, stacked: bool) -> None:
        """Put the charts below each other where there is little room."""
        direction = QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        self._columns.setDirection(direction)

    def _show_pair(self) -> None:
        if self._case is not None:
            self._show(self._context.workspace.comparisons.side_by_side(self._case, self._partner))

    def _show(self, both: SideBySide) -> None:
        before, now = both.standings
        words = self.tr("Von {before} zu {now}") if before != now else self.tr("Wie zuvor: {now}")
        self._standing.setText(words.format(before=before, now=now))
        self._summary.setText(both.summary)
        self._notice.setVisible(bool(both.notice))
        self._notice_words.setText(both.notice)
        for view, chart in ((self._radar, both.radar), (self._bars, both.bars), (self._area_bars, both.area_bars)):
            view.show_chart(chart)
            view.setVisible(chart is not None)
        self._moved.show_comparison(both)

    def _lay_out(self) -> None:
        head = QWidget()
        line = FlowLayout(12, head)
        for widget in (self._label, self.chooser, self.document_button):
            line.addWidget(widget)
        self._notice.setProperty("kind", "card-amber")
        inner = QVBoxLayout(self._notice)
        inner.setContentsMargins(14, 10, 14, 10)
        inner.addWidget(self._notice_words)
        right = QVBoxLayout()
        right.setSpacing(16)
        right.addWidget(self._bars)
        right.addWidget(self._area_bars)
        right.addStretch(1)
        self._columns.setSpacing(32)
        self._columns.addWidget(self._radar, 4)
        self._columns.addLayout(right, 5)
        body = QVBoxLayout(self._body)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(14)
        body.addWidget(self._standing)
        body.addWidget(self._summary)
        body.addWidget(self._notice)
        body.addLayout(self._columns)
        body.addWidget(self._moved)
        act = QHBoxLayout()
        act.addWidget(self.follow_up_button)
        act.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(14)
        layout.addWidget(head)
        layout.addWidget(self._empty)
        layout.addLayout(act)
        layout.addWidget(self._body)
