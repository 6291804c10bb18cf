"""Variants of intake and scanning compared: figures, the order, how firm it is, and what the house decides."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from advisor_app.domain.case import Case
from advisor_app.domain.e_file_guide import ScanVariant
from advisor_app.domain.scan_comparison import VariantRating
from advisor_app.texts.e_file import dominated_sentences, result_sentence, stability_sentences
from advisor_app.ui.pages.e_file.beside import Beside
from advisor_app.ui.pages.e_file.scan_model import ScanModel
from advisor_app.ui.pages.e_file.scan_table import ScanTable
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.audience_field import WordsField
from advisor_app.ui.widgets.choice_field import CheckField
from advisor_app.ui.widgets.labels import TextLabel


class ScanPanel(QWidget):
    """``edited(changes, batch)`` asks to commit."""

    edited = Signal(object, str)
    typing = Signal()

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theming = context.theming
        self._texts, self._services = context.workspace.texts, context.workspace.e_files
        self._case: Case | None = None
        guide = self._services.guide
        self.variant: ScanVariant = guide.variants[0]
        self.table = ScanTable(theming, ScanModel(theming, self._texts, guide, self))
        self.result = TextLabel(theming, "", "body", weight=600, wrap=True)
        self.firmness = TextLabel(theming, "", "body", "secondary", wrap=True)
        self.dominated = TextLabel(theming, "", "body", "amber", wrap=True)
        self.title = TextLabel(theming, "", "section", wrap=True)
        self.about = TextLabel(theming, "", "body", "secondary", wrap=True)
        self.watch = TextLabel(theming, "", "body", wrap=True)
        self.chosen = CheckField(self.tr("Für diese Variante hat sich das Haus entschieden"))
        self.left_out = CheckField(self.tr("Nicht betrachten"))
        self.remark = WordsField(theming, self.tr("Begründung"), lines=3)
        hint = TextLabel(
            theming,
            self.tr(
                "Punkte von 0 (schlecht) bis 4 (sehr gut), Gewichte von 0 bis 5; eine Ziffer genügt. Skalen, Kriterien "
                "und vorgeschlagene Gewichte sind eigene Annahmen."
            ),
            "caption",
            "secondary",
            wrap=True,
        )
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(8)
        for widget in (self.table, self.result, self.firmness, self.dominated, hint):
            column.addWidget(widget)
        column.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 4, 24, 16)
        layout.addWidget(Beside(theming, inner, self._detail(context)))
        self.setProperty("kind", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._connect()

    def show_case(self, case: Case, *, is_reading: bool) -> None:
        """Show the comparison of a case."""
        self._case = case
        comparison = self._services.comparison(case)
        self.table.scan.is_reading = is_reading
        self.table.scan.show_comparison(comparison, case.scan_ratings)
        has_points = any(rating.points for rating in case.scan_ratings.values())
        start = self.tr("Vergeben Sie Punkte je Kriterium und Variante; die Rangfolge entsteht von selbst.")
        told = result_sentence(comparison, self._texts) if has_points or not comparison.has_weight else start
        self.result.setText(told)
        self._show(self.firmness, stability_sentences(comparison, self._texts))
        self._show(self.dominated, tuple(dominated_sentences(comparison, self._texts)))
        self._detail_box.setEnabled(not is_reading)
        self._show_detail()

    def take_focus(self) -> None:
        """Let keys go to the table."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> None:
        """Ask to commit what is half typed."""
        self.remark.flush()

    def _detail(self, context: PageContext) -> QWidget:
        self._detail_box = QWidget()
        column = QVBoxLayout(self._detail_box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        watch = TextLabel(context.theming, self.tr("Zu beachten"), "caption", "secondary")
        for widget in (self.title, self.about, watch, self.watch, self.chosen, self.left_out, self.remark):
            column.addWidget(widget)
        return self._detail_box

    def _connect(self) -> None:
        self.table.variant_chosen.connect(self._on_variant_chosen)
        self.table.scan.weighed.connect(self._on_weighed)
        self.table.scan.rated.connect(self._on_rated)
        self.chosen.edited.connect(self._on_chosen_edited)
        self.left_out.edited.connect(lambda value, _batch: self._rate("", is_left_out=value, is_chosen=False))
        self.remark.edited.connect(lambda words, batch: self._rate(batch, remark=words))
        self.remark.typing.connect(self.typing)

    def _show_detail(self) -> None:
        if self._case is None:
            return
        rating = self._case.scan_ratings.get(self.variant.id, VariantRating(id=self.variant.id))
        self.title.setText(self.variant.title)
        self.about.setText(self.variant.about)
        self.watch.setText("\n".join(f"– {line}" for line in self.variant.watch))
        self.chosen.show_value(rating.is_chosen)
        self.left_out.show_value(rating.is_left_out)
        self.remark.show_words(rating.remark)

    @staticmethod
    def _show(label: TextLabel, sentences: tuple[str, ...]) -> None:
        label.setText("\n".join(sentences))
        label.setVisible(bool(sentences))

    def _rate(self, batch: str, **values: Any) -> None:
        if self._case is not None:
            change = self._services.rate(self._case, self.variant.id, **values)
            if change.before != change.after:
                self.edited.emit((change,), batch)

    def _on_variant_chosen(self, name: str) -> None:
        self.remark.flush()
        self.variant = next(variant for variant in self._services.guide.variants if variant.id == name)
        self._show_detail()

    def _on_weighed(self, criterion: str, weight: int | None) -> None:
        if self._case is not None:
            change = self._services.weigh(self._case, criterion, weight)
            if change.before != change.after:
                self.edited.emit((change,), "")

    def _on_rated(self, variant: str, criterion: str, points: int | None) -> None:
        if self._case is not None:
            change = self._services.give_points(self._case, variant, criterion, points)
            if change.before != change.after:
                self.edited.emit((change,), "")

    def _on_chosen_edited(self, is_chosen: bool, _batch: str) -> None:  # noqa: FBT001 — as the field says it
        if self._case is not None:
            self.edited.emit(self._services.choose(self._case, self.variant.id if is_chosen else None), "")
