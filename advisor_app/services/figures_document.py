"""The figures of the portfolio as a document of tables, of which the workbook that is handed out is a copy."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from advisor_app.documents.blocks import Align, Block, Column, Document, Heading, Margins, Row, RowKind, Table
from advisor_app.domain.feedback import RATINGS
from advisor_app.domain.figures import Cut, Figures
from advisor_app.texts.assessments import module_name
from advisor_app.texts.figures import cut_word, key_word, merged_words, year_word
from advisor_app.texts.numbers import format_date, format_decimal

if TYPE_CHECKING:
    from advisor_app.domain.catalog import Catalog
    from advisor_app.domain.feedback_evaluation import FeedbackFigures, FeedbackResult
    from advisor_app.domain.figures_report import MergedReports
    from advisor_app.texts import Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedOutFigures:
    """What is handed out: counts, the reports they come from (none: all cases of this laptop), and feedback if any."""

    figures: Figures
    merged: MergedReports | None = None
    feedback: FeedbackFigures | None = None


def figures_document(handed: HandedOutFigures, day: date, catalog: Catalog, texts: Texts) -> Document:
    """A table of what the figures are, one for each cut, and one of the feedback that may be told."""
    return _Tables(handed, day, catalog, texts).document()


class _Tables:
    def __init__(self, handed: HandedOutFigures, day: date, catalog: Catalog, texts: Texts) -> None:
        self._handed = handed
        self._figures = handed.figures
        self._day = day
        self._catalog = catalog
        self._texts = texts

    def document(self) -> Document:
        texts = self._texts
        title, when = texts("figures.title"), year_word(self._figures.year, texts)
        return Document(
            kind="figures",
            title=f"{title} {when}",
            subject=texts("figures.subject"),
            author="",
            created=self._day,
            texts=texts,
            margins=Margins(house=title, occasion="", state=when, name=title, version=""),
            blocks=tuple(self._blocks(when)),
        )

    def _blocks(self, when: str) -> Iterator[Block]:
        texts, feedback = self._texts, self._handed.feedback
        yield Heading(1, texts("figures.about"))
        yield self._about(when)
        for cut in Cut:
            yield Heading(1, texts("figures.sheet", cut=cut_word(cut, texts), when=when))
            yield self._cut(cut)
        if feedback is None or not feedback.total.forms:
            return
        modules = {module_name(name, self._catalog, texts): result for name, result in feedback.modules.items()}
        yield Heading(1, texts("feedback.title"))
        yield self._feedback({texts("figures.total"): feedback.total, **modules})
        if feedback.advisers:
            yield Heading(1, texts("feedback.by-adviser"))
            yield self._feedback({name or texts("feedback.unnamed"): item for name, item in feedback.advisers.items()})

    def _about(self, when: str) -> Table:
        texts, merged = self._texts, self._handed.merged
        told = {
            "period": when,
            "as-of": format_date(self._day, texts.language),
            "basis": texts("figures.own") if merged is None else merged_words(merged, texts),
            "counting": texts("figures.counted"),
        }
        return Table(
            columns=(
                Column(title=texts("figures.about-column")),
                Column(title=texts("figures.about-content"), weight=3),
            ),
            rows=tuple(Row((texts(f"figures.{name}"), words)) for name, words in told.items()),
            summary=texts("figures.about-summary"),
        )

    def _cut(self, cut: Cut) -> Table:
        texts, total = self._texts, self._figures.total
        head = cut_word(cut, texts)
        counted = [Column(title=texts(f"figures.{name}"), align=Align.END) for name in ("requests", "completed")]
        rows = [
            Row((key_word(cut, key, self._catalog, texts), str(item.requests), str(item.completed)))
            for key, item in self._figures.cuts[cut].items()
        ]
        last = Row((texts("figures.total"), str(total.requests), str(total.completed)), RowKind.TOTAL)
        return Table(
            columns=(Column(title=head, weight=1.0), *counted),
            rows=(*rows, last),
            summary=texts("figures.summary", cut=head),
        )

    def _feedback(self, results: dict[str, FeedbackResult]) -> Table:
        texts = self._texts
        rows = [
            Row((texts(f"feedback.items.{name}"), *(self._mean(result, name) for result in results.values())))
            for name in RATINGS
        ]
        forms = Row((texts("feedback.count"), *(str(result.forms) for result in results.values())), RowKind.TOTAL)
        return Table(
            columns=(
                Column(title=texts("feedback.means"), weight=1.0),
                *(Column(title=name, align=Align.END) for name in results),
            ),
            rows=(*rows, forms),
            summary=texts("feedback.about"),
        )

    def _mean(self, result: FeedbackResult, name: str) -> str:
        if not result.is_told:
            return self._texts("feedback.withheld" if result.withheld else "feedback.too-few")
        mean = next(item.mean for item in result.items if item.item == name)
        return "–" if mean is None else format_decimal(mean, 1, self._texts.language)
