"""The price list of the house: what a module costs, from when to when."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from advisor_app.domain.prices import HIGHEST_PRICE, ModulePrice, PriceFinding, price_findings
from advisor_app.services.clock import today
from advisor_app.services.preferences import Preferences
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.choice_field import ChoiceField
from advisor_app.ui.widgets.date_field import DateField
from advisor_app.ui.widgets.labels import TextLabel
from advisor_app.ui.widgets.money_field import MoneyField
from advisor_app.ui.widgets.paragraph import Paragraph
from advisor_app.ui.widgets.rows_editor import RowColumn, RowsEditor


class PricesSection(QWidget):
    """``edited(attribute, value)`` asks to keep the whole list."""

    edited = Signal(str, object)
    typing = Signal()

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theming, workspace = context.theming, context.workspace
        modules = tuple((module.id, module.id) for module in workspace.catalog.modules.values())
        name = self.tr("Preis")
        self.rows = RowsEditor(
            theming,
            (
                RowColumn(
                    attribute="module", title=self.tr("Modul"), new_field=lambda: ChoiceField(modules), stretch=1
                ),
                RowColumn(
                    attribute="cents",
                    title=name,
                    new_field=lambda: MoneyField(theming, workspace.texts, name, high=HIGHEST_PRICE),
                    stretch=2,
                ),
                RowColumn(
                    attribute="valid_from", title=self.tr("Gilt ab"), new_field=self._day_field(context), stretch=2
                ),
                RowColumn(
                    attribute="valid_to", title=self.tr("Gilt bis"), new_field=self._day_field(context), stretch=2
                ),
            ),
            ModulePrice(module=modules[0][0]),
        )
        self.rows.set_name(self.tr("Preise der Module"))
        self._complaint = TextLabel(theming, "", "caption", "error", wrap=True)
        self._complaint.hide()
        self._remarks = TextLabel(theming, "", "caption", "secondary", wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(TextLabel(theming, self.tr("Preise der Module"), "section"))
        about = self.tr(
            "Was ein Modul kostet, wenn die Kommune es selbst bezahlt. Eine neue Buchung übernimmt den Preis, der an "
            "ihrem Tag gilt; er steht in Angebot und Auftragsbestätigung und lässt sich je Buchung ändern."
        )
        layout.addWidget(Paragraph(theming, about, "body", "secondary"))
        layout.addWidget(self.rows)
        layout.addWidget(self._complaint)
        layout.addWidget(self._remarks)
        self.rows.edited.connect(lambda prices, _batch: self.edited.emit("prices", prices))
        self.rows.typing.connect(self.typing)
        self.rows.complained.connect(self._on_rows_complained)

    def show_preferences(self, preferences: Preferences) -> None:
        """Show the list as it is kept."""
        self.rows.show_value(preferences.prices)
        words = dict.fromkeys(self._words_of(*found) for found in price_findings(preferences.prices))
        self._remarks.setText(" ".join(words))
        self._remarks.setVisible(bool(words))

    def flush(self) -> None:
        """Commit what is half typed."""
        self.rows.flush()

    def _day_field(self, context: PageContext) -> partial[DateField]:
        workspace = context.workspace
        return partial(DateField, context.theming, workspace.texts, partial(today, workspace.clock))

    def _words_of(self, module: str, finding: PriceFinding) -> str:
        match finding:
            case PriceFinding.ENDS_BEFORE_IT_BEGINS:
                return self.tr("Ein Preis für {module} endet, bevor er beginnt, und gilt deshalb nie.").format(
                    module=module
                )
            case PriceFinding.BEGINS_TWICE:
                return self.tr("Zwei Preise für {module} beginnen am selben Tag; es gilt der obere.").format(
                    module=module
                )

    def _on_rows_complained(self, words: str) -> None:
        self._complaint.setText(words)
        self._complaint.setVisible(bool(words))
