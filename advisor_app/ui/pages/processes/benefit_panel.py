"""What the flow to be is worth: the assumptions, which anybody may change, and every figure that follows."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.process import Assumptions, ProcessSheet
from advisor_app.domain.process_benefit import benefit_of
from advisor_app.questions.number.kind import parse_number
from advisor_app.texts.processes import benefit_lines, missing_sentence, number_words
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.form import Form
from advisor_app.ui.widgets.labels import TextLabel
from advisor_app.ui.widgets.money_field import MoneyField
from advisor_app.ui.widgets.parsed_field import ParsedField

_MOST_MINUTES, _MOST_HOURS = 9_999, 1_000_000
_RESULTS = frozenset({5, 9, 11})
"""Lines of the reckoning that are its results: hours, saving, years."""


class BenefitPanel(QScrollArea):
    """``edited(sheet, batch)`` asks to commit the sheet with other assumptions."""

    edited = Signal(object, str)
    typing = Signal()

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theming, self._texts = context.theming, context.workspace.texts
        self._sheet: ProcessSheet | None = None
        self.form = Form(self._theming, columns=3)
        self._add_fields()
        self.open = TextLabel(self._theming, "", "body", "secondary", wrap=True)
        self._card = QFrame()
        self._card.setProperty("kind", "card-soft")
        self._grid = QGridLayout(self._card)
        self._grid.setContentsMargins(16, 14, 16, 14)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0, 1)
        self._rows: list[tuple[TextLabel, TextLabel]] = []
        caveat = self.tr(
            "Das Ergebnis ist freie Arbeitszeit, nicht von selbst eine Einsparung im Haushalt. Alle Zeiten sind "
            "Angaben der Beteiligten, keine Messung."
        )
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(24, 16, 24, 24)
        column.setSpacing(16)
        column.addWidget(TextLabel(self._theming, self.tr("Annahmen"), "section"))
        column.addWidget(self.form)
        column.addWidget(self.open)
        column.addWidget(self._card)
        column.addWidget(TextLabel(self._theming, caveat, "caption", "secondary", wrap=True))
        column.addStretch(1)
        inner.setProperty("kind", "paper")
        self.setProperty("kind", "paper")
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.form.edited.connect(self._on_form_edited)
        self.form.typing.connect(self.typing)

    def show_sheet(self, sheet: ProcessSheet) -> None:
        """Show the assumptions and reckon anew."""
        self._sheet = sheet
        self.form.show_record(sheet.assumptions)
        benefit = benefit_of(sheet)
        self.open.setText(missing_sentence(sheet, self._texts))
        self.open.setVisible(benefit is None)
        self._card.setVisible(benefit is not None)
        lines = () if benefit is None else benefit_lines(sheet, benefit, self._texts)
        self._show_lines(lines)

    def flush(self) -> None:
        """Ask to commit what is half typed."""
        self.form.flush()

    def words(self) -> dict[str, str]:
        """Every figure that is shown, by what it is called."""
        return {name.text(): value.text() for name, value in self._rows}

    def _add_fields(self) -> None:
        theming, texts, add = self._theming, self._texts, self.form.add
        share = self.tr("Anteil digitaler Fälle")
        add("digital_percent", share, self._decimal(share, 100, "%"), note=self.tr("Wie viele kommen künftig online?"))
        rest = self.tr("Minuten auf dem alten Weg")
        note = self.tr("Für Fälle, die weiter auf Papier kommen.")
        add("rest_minutes", rest, self._decimal(rest, _MOST_MINUTES, "min"), note=note)
        rate = self.tr("Stundensatz")
        add(
            "hourly_rate", rate, MoneyField(theming, texts, rate, empty=0), note=self.tr("Kosten eines Arbeitsplatzes.")
        )
        yearly = self.tr("Folgekosten im Jahr")
        add("yearly_cost", yearly, MoneyField(theming, texts, yearly, empty=0))
        once = self.tr("Einmalige Kosten")
        add("once_cost", once, MoneyField(theming, texts, once, empty=0))
        hours = self.tr("Einmalige Stunden im Haus")
        add("once_hours", hours, self._decimal(hours, _MOST_HOURS, "h", empty=Decimal(0)))

    def _decimal(self, name: str, high: int, unit: str, empty: Decimal | None = None) -> ParsedField:
        def parse(text: str) -> Decimal | None:
            if not text.strip():
                return empty
            number = parse_number(text)
            if number is None or not 0 <= number <= high:
                raise AdvisorError(Problem.BAD_VALUE, value=text.strip(), name=name)
            return round(number, 1)

        def write(value: Decimal | None) -> str:
            return "" if value is None else number_words(value, self._texts)

        return ParsedField(self._theming, self._texts, parse=parse, write=write, unit=unit, right=True)

    def _show_lines(self, lines: tuple[tuple[str, str], ...]) -> None:
        while len(self._rows) < len(lines):
            row = len(self._rows)
            weight = 600 if row in _RESULTS else None
            pair = (
                TextLabel(self._theming, "", "body", weight=weight),
                TextLabel(self._theming, "", "body", weight=weight),
            )
            self._grid.addWidget(pair[0], row, 0)
            self._grid.addWidget(pair[1], row, 1, Qt.AlignmentFlag.AlignRight)
            self._rows.append(pair)
        for (name, value), line in zip(self._rows, lines, strict=False):
            name.setText(line[0])
            value.setText(line[1])

    def _on_form_edited(self, attribute: str, value: Any, batch: str) -> None:
        if self._sheet is not None:
            assumptions: Assumptions = replace(self._sheet.assumptions, **{attribute: value})
            self.edited.emit(replace(self._sheet, assumptions=assumptions), batch)
