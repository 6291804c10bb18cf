"""What the plan costs and who pays, in five figures; what is open is named and never counted as nothing."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.domain.plan import GrantState, Measure, MeasureState, plan_totals
from advisor_app.ui.pages.plan.wording import PlanWording
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.elided_label import ElidedLabel
from advisor_app.ui.widgets.labels import TextLabel, vertical_hairline


class KeyFigure(QFrame):
    """A figure between what it is and what it leaves out."""

    def __init__(self, theming: Theming, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self.value = TextLabel(theming, "", "section", tabular=True)
        self.note = ElidedLabel(theming, "", "caption", "secondary")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 6)
        column.setSpacing(0)
        column.addWidget(ElidedLabel(theming, title, "caption", "secondary"))
        column.addWidget(self.value)
        column.addWidget(self.note)

    def show_figure(self, value: str, note: str, *, attention: bool = False) -> None:
        """Show a figure."""
        self.value.setText(value)
        self.value.set_tone("amber" if attention else "")
        self.note.setText(note)
        self.setAccessibleName(", ".join(part for part in (self._title, value, note) if part))


class KeyFigures(QWidget):
    """The totals of a plan."""

    def __init__(self, theming: Theming, wording: PlanWording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wording = wording
        self.once = KeyFigure(theming, self.tr("Einmalig"))
        self.yearly = KeyFigure(theming, self.tr("Jährlich"))
        self.approved = KeyFigure(theming, self.tr("Förderung bewilligt"))
        self.wanted = KeyFigure(theming, self.tr("Förderung beantragt oder offen"))
        self.own = KeyFigure(theming, self.tr("Eigenanteil"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        for number, figure in enumerate((self.once, self.yearly, self.approved, self.wanted, self.own)):
            if number:
                row.addWidget(vertical_hairline())
            row.addWidget(figure, 1)

    def show_measures(self, measures: tuple[Measure, ...]) -> None:
        """Add up anew."""
        totals = plan_totals(measures)
        kept = sum(measure.state is not MeasureState.DROPPED for measure in measures)
        self._show_sum(self.once, totals.once, totals.cost_open, kept)
        self._show_sum(self.yearly, totals.yearly, totals.yearly_open, kept)
        approved, applied = totals.grants[GrantState.APPROVED], totals.grants[GrantState.APPLIED]
        undecided = totals.grants[GrantState.OPEN]
        money = self._wording.money
        self.approved.show_figure(money(approved), "" if approved else self.tr("noch nichts bewilligt"))
        states = self.tr("{applied} beantragt, {undecided} offen").format(
            applied=money(applied), undecided=money(undecided)
        )
        amounts = [grant.amount for measure in measures for grant in measure.grants]
        all_open = bool(amounts) and all(amount is None for amount in amounts)
        self.wanted.show_figure(
            money(None if all_open else applied + undecided),
            self._without(totals.grant_open) or states,
            attention=all_open,
        )
        known = len(totals.cost_open) < kept
        self.own.show_figure(
            money(totals.own_share if known else None),
            self._without(totals.cost_open, kept) or self.tr("nur Bewilligtes ist abgezogen"),
            attention=not known,
        )

    def _show_sum(self, figure: KeyFigure, cents: int, open_ones: tuple[str, ...], kept: int) -> None:
        known = len(open_ones) < kept
        figure.show_figure(
            self._wording.money(cents if known else None), self._without(open_ones, kept), attention=not known
        )

    def _without(self, names: tuple[str, ...], kept: int = 0) -> str:
        """Which measures a sum leaves out."""
        if not names:
            return ""
        if len(names) == kept:
            return self.tr("bei allen Maßnahmen offen")
        return self.tr("ohne {names}, dort offen").format(names=self._wording.texts.joined(names))
