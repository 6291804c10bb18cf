"""What the use case costs: lines, assumptions, and the sums that follow from them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from advisor_app.domain.use_case import MOST_COMMUNES, CostLine, Costs, UseCase
from advisor_app.override import override
from advisor_app.ui.pages.use_case.cost_summary import CostSummary
from advisor_app.ui.pages.use_case.programmes import Programmes
from advisor_app.ui.pages.use_case.section import Section, is_empty
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.choice_field import CheckField
from advisor_app.ui.widgets.form import Form
from advisor_app.ui.widgets.money_field import MoneyField
from advisor_app.ui.widgets.parsed_field import NumberField
from advisor_app.ui.widgets.rows_editor import RowColumn, RowsEditor
from advisor_app.ui.widgets.value_field import TextArea, TextLine

MOST_HOURS = 1_000_000
MOST_PERCENT = 1_000


class CostSection(Section):
    """The cost calculation; its sums follow every key."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        theming, workspace = context.theming, context.workspace
        self._costs = Costs()
        self._summary = CostSummary(theming, workspace.texts)
        self.programmes = Programmes(theming, workspace.texts)
        self.assumptions = Form(theming, columns=3)
        self.name(self.tr("Kosten"))
        self._add_lines()
        self._add_assumptions()
        self.column.insertWidget(1, self._lines_form)
        self.column.insertWidget(2, self.assumptions)
        self.column.insertWidget(3, self._summary)
        self.column.insertWidget(4, self.programmes)
        self.form.add(
            "staff", self.tr("Personalaufwand"), TextArea(self.tr("Wer ist mit wie viel Zeit gebunden?")), span=2
        )

    @property
    @override
    def attributes(self) -> Sequence[str]:
        return ("staff",)

    @override
    def show_use_case(self, use_case: UseCase) -> None:
        super().show_use_case(use_case)
        self._costs = use_case.costs
        self._lines_form.show_record(use_case.costs)
        self.assumptions.show_record(use_case.costs)
        self._summary.show_costs(use_case.costs)
        self.programmes.show_grants(self.context.workspace.use_cases.joint_grants(use_case.costs))

    @override
    def flush(self) -> None:
        self._lines_form.flush()
        self.assumptions.flush()
        super().flush()

    @override
    def open_count(self, use_case: UseCase) -> int:
        return super().open_count(use_case) + is_empty(use_case.costs.lines)

    @override
    def take_focus(self) -> None:
        self._lines_form.take_focus()

    @property
    def lines(self) -> RowsEditor:
        """The rows of the one-off costs."""
        return self._rows

    def _add_lines(self) -> None:
        theming, texts = self.context.theming, self.context.workspace.texts
        amount = partial(MoneyField, theming, texts, self.tr("Betrag"), empty=0)
        columns = (
            RowColumn(attribute="label", title=self.tr("Bezeichnung"), stretch=3, new_field=TextLine),
            RowColumn(attribute="amount", title=self.tr("Betrag"), stretch=1, new_field=amount),
            RowColumn(
                attribute="shared",
                title=self.tr("Im Verbund"),
                new_field=partial(CheckField, self.tr("gemeinsam")),
            ),
        )
        self._rows = RowsEditor(theming, columns, CostLine(label="", amount=0))
        self._lines_form = Form(theming, columns=1)
        self._lines_form.add("lines", self.tr("Einmalige externe Kosten"), self._rows)
        self._connect(self._lines_form)

    def _add_assumptions(self) -> None:
        theming, texts = self.context.theming, self.context.workspace.texts
        form = self.assumptions

        def number(attribute: str, label: str, unit: str, low: int, high: int) -> None:
            field = NumberField(theming, texts, label, low=low, high=high, empty=low, unit=unit)
            form.add(attribute, label, field)

        number("contingency_percent", self.tr("Puffer"), "%", 0, MOST_PERCENT)
        number("internal_hours", self.tr("Interne Stunden"), "h", 0, MOST_HOURS)
        rate = self.tr("Stundensatz")
        form.add("hourly_rate", rate, MoneyField(theming, texts, rate, empty=0))
        yearly = self.tr("Folgekosten im Jahr")
        form.add("yearly", yearly, MoneyField(theming, texts, yearly, empty=0))
        number("communes", self.tr("Kommunen im Verbund"), "", 1, MOST_COMMUNES)
        number("quota_percent", self.tr("Förderquote"), "%", 0, 100)
        self._connect(form)

    def _connect(self, form: Form) -> None:
        form.edited.connect(self._on_form_edited)
        form.typing.connect(self.typing)

    def _on_form_edited(self, attribute: str, value: Any, batch: str) -> None:
        self.edited.emit("costs", replace(self._costs, **{attribute: value}), batch)
