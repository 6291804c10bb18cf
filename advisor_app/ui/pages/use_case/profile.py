"""The profile of one use case: all its sections below each other, with a way to jump between them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from advisor_app.domain.use_case import UseCase
from advisor_app.override import override
from advisor_app.ui.pages.use_case.cost_section import CostSection
from advisor_app.ui.pages.use_case.section import Section
from advisor_app.ui.pages.use_case.text_sections import (
    DataSection,
    DecisionSection,
    FundingSection,
    GoalSection,
    IdentitySection,
    LawSection,
    RiskSection,
    SolutionSection,
)
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.labels import hairline

_REACHED = 48  # a section counts as reached when its heading is this near to the upper edge


class Profile(QScrollArea):
    """``edited(attribute, value, batch)`` asks to commit one attribute; ``scrolled(section)`` tells where one is."""

    edited = Signal(str, object, str)
    typing = Signal()
    scrolled = Signal(str)

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theming = context.theming
        self.sections: dict[str, Section] = {
            "identity": IdentitySection(context),
            "goal": GoalSection(context),
            "solution": SolutionSection(context),
            "data": DataSection(context),
            "law": LawSection(context),
            "costs": CostSection(context),
            "funding": FundingSection(context),
            "risks": RiskSection(context),
            "decision": DecisionSection(context),
        }
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._content = QWidget()
        self._later = QTimer(self)  # its own, so that it goes with the page
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._on_scroll_bar_value_changed)
        self._lay_out()
        for section in self.sections.values():
            section.edited.connect(self.edited)
            section.typing.connect(self.typing)
        self.verticalScrollBar().valueChanged.connect(self._on_scroll_bar_value_changed)
        context.theming.changed.connect(self._fit)
        self._fit()

    def show_use_case(self, use_case: UseCase) -> None:
        """Show a use case."""
        for section in self.sections.values():
            section.show_use_case(use_case)

    def flush(self) -> None:
        """Ask to commit what is half typed."""
        for section in self.sections.values():
            section.flush()

    def open_counts(self, use_case: UseCase) -> dict[str, int]:
        """How many fields are still empty, per section."""
        return {name: section.open_count(use_case) for name, section in self.sections.items()}

    def jump(self, name: str) -> None:
        """Bring a section to the upper edge and put the focus into its first field."""
        self.sections[name].take_focus()
        self._scroll_to(name)
        # Taking the focus makes the area scroll once more when the event is over; the heading belongs to the picture.
        QTimer.singleShot(0, self, lambda: self._scroll_to(name))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and watched is self._content:
            self._later.start()  # when the sections have their places
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        self._inner = QWidget()
        column = QVBoxLayout(self._inner)
        column.setContentsMargins(24, 0, 24, 48)
        column.setSpacing(24)
        for number, section in enumerate(self.sections.values()):
            if number:
                column.addWidget(hairline())
            column.addWidget(section)
        column.addStretch(1)
        outer = QVBoxLayout(self._content)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._inner)
        self._content.setProperty("kind", "paper")
        self._content.installEventFilter(self)
        self.setWidget(self._content)

    def _fit(self) -> None:
        self._inner.setMaximumWidth(self._theming.size("text_max"))

    def _scroll_to(self, name: str) -> None:
        top = self.sections[name].mapTo(self._content, QPoint(0, 0)).y()
        self.verticalScrollBar().setValue(top)

    def _on_scroll_bar_value_changed(self) -> None:
        edge = self.verticalScrollBar().value() + _REACHED
        tops = {name: section.mapTo(self._content, QPoint(0, 0)).y() for name, section in self.sections.items()}
        reached = [name for name, top in tops.items() if top <= edge]
        at_end = self.verticalScrollBar().value() == self.verticalScrollBar().maximum() > 0
        if reached:
            self.scrolled.emit(list(tops)[-1] if at_end else reached[-1])
