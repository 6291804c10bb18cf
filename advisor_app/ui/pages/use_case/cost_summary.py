"""The sums of a use case: one commune alone, and an alliance stated twice with its assumptions."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from advisor_app.domain.use_case import Costs, calculate_costs
from advisor_app.texts import Texts
from advisor_app.texts.numbers import format_cents, format_decimal
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.labels import TextLabel, hairline

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop


class CostSummary(QFrame):
    """Read-only sums; they say what they contain."""

    def __init__(self, theming: Theming, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theming = theming
        self._texts = texts
        self.setProperty("kind", "card-soft")
        self._single = QWidget(self)
        self._alliance = QWidget(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 14, 16, 14)
        self._column.setSpacing(12)
        self._column.addWidget(self._single)
        self._line = hairline()
        self._column.addWidget(self._line)
        self._column.addWidget(self._alliance)
        self._lay_out_single()
        self._lay_out_alliance()

    def words(self) -> list[str]:
        """Everything that is shown, line by line."""
        return [label.text() for label in self.findChildren(TextLabel) if label.isVisibleTo(self)]

    def show_costs(self, costs: Costs) -> None:
        """Calculate anew."""
        result = calculate_costs(costs)
        for name in ("external", "contingency", "internal", "total"):
            self._amounts[name].setText(self._money(getattr(result, name)))
        self._amounts["yearly"].setText(self._money(costs.yearly))
        self._captions["contingency"].setText(self.tr("Puffer {percent} %").format(percent=costs.contingency_percent))
        hours = self.tr("Interne Stunden: {hours} h zu {rate}").format(
            hours=format_decimal(costs.internal_hours, 0, self._texts.language), rate=self._money(costs.hourly_rate)
        )
        self._captions["internal"].setText(hours)
        for widget in (self._line, self._alliance):
            widget.setVisible(costs.communes > 1)
        if costs.communes > 1:
            self._show_alliance(costs)

    def _show_alliance(self, costs: Costs) -> None:
        result = calculate_costs(costs)
        self._alliance_title.setText(
            self.tr("Im Verbund mit {communes} Kommunen bei {percent} % Förderung").format(
                communes=costs.communes, percent=costs.quota_percent
            )
        )
        self._multiplied.setText(self.tr("Einzelsumme mal {communes}").format(communes=costs.communes))
        for reading in ("external", "multiplied"):
            for kind in ("", "_remainder", "_per_commune"):
                name = f"alliance_{reading}{kind}"
                self._amounts[name].setText(self._money(getattr(result, name)))

    def _lay_out_single(self) -> None:
        rows = {
            "external": self.tr("Externe Kosten"),
            "contingency": "",
            "internal": "",
            "total": self.tr("Einmalig für eine Kommune"),
            "yearly": self.tr("Folgekosten im Jahr"),
        }
        self._amounts: dict[str, TextLabel] = {}
        self._captions: dict[str, TextLabel] = {}
        grid = self._grid(self._single)
        for row, (name, caption) in enumerate(rows.items()):
            weight = 600 if name == "total" else None
            self._captions[name] = TextLabel(self._theming, caption, weight=weight)
            grid.addWidget(self._captions[name], row, 0)
            self._add_amount(grid, name, row, 1, weight)

    def _lay_out_alliance(self) -> None:
        grid = self._grid(self._alliance)
        self._alliance_title = TextLabel(self._theming, "", weight=600, wrap=True)
        grid.addWidget(self._alliance_title, 0, 0, 1, 4)
        heads = (self.tr("Rechenweise"), self.tr("Gesamt"), self.tr("nach Förderung"), self.tr("je Kommune"))
        for column, head in enumerate(heads):
            label = TextLabel(self._theming, head, "caption", "secondary")
            grid.addWidget(label, 1, column, _RIGHT if column else Qt.AlignmentFlag.AlignLeft)
        external = TextLabel(self._theming, self.tr("Extern, Gemeinsames einmal"), wrap=True)
        self._multiplied = TextLabel(self._theming, "", wrap=True)
        for row, (reading, label) in enumerate((("external", external), ("multiplied", self._multiplied)), 2):
            grid.addWidget(label, row, 0)
            for column, kind in enumerate(("", "_remainder", "_per_commune"), 1):
                self._add_amount(grid, f"alliance_{reading}{kind}", row, column, None)
        note = self.tr(
            "Die erste Rechenweise zählt gemeinsame Zeilen einmal, die übrigen je Kommune, mit Puffer und ohne interne "
            "Stunden. Die zweite vervielfacht die ganze Einzelsumme. Quote, Frist und die Förderfähigkeit interner "
            "Stunden sind vor dem Antrag zu prüfen."
        )
        grid.addWidget(TextLabel(self._theming, note, "caption", "caption", wrap=True), 4, 0, 1, 4)

    def _grid(self, widget: QWidget) -> QGridLayout:
        grid = QGridLayout(widget)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        return grid

    def _add_amount(self, grid: QGridLayout, name: str, row: int, column: int, weight: int | None) -> None:
        self._amounts[name] = TextLabel(self._theming, "", weight=weight, tabular=True)
        grid.addWidget(self._amounts[name], row, column, _RIGHT)

    def _money(self, cents: int) -> str:
        return format_cents(cents, self._texts.language)
