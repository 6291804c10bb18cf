"""How the score of one dimension came about: every answer with its weight, and what was left out and why."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from advisor_app.domain.evaluation import Contribution
from advisor_app.domain.scoring import Share
from advisor_app.services.results import DimensionStanding, part_of
from advisor_app.texts.numbers import format_decimal
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.labels import TextLabel
from advisor_app.ui.widgets.level_chip import LevelChip


class CalculationPanel(QFrame):
    """Opens under the table; a question leads to its place in the assessment."""

    opened = Signal(str)

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._content: QWidget | None = None
        self.dimension = ""
        self.setProperty("kind", "card-soft")
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(16, 12, 16, 12)
        self.hide()

    def show_dimension(self, standing: DimensionStanding, versions: str) -> None:
        """Explain a dimension's score."""
        if self._content is not None:
            self._layout.removeWidget(self._content)
            self._content.deleteLater()
        self.dimension = standing.score.id
        self._content = self._build(standing, versions)
        self._layout.addWidget(self._content)
        self.show()

    def _build(self, standing: DimensionStanding, versions: str) -> QWidget:
        theming = self._context.theming
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        head = QHBoxLayout()
        title = self.tr("So berechnet: {id} {title}").format(id=standing.score.id, title=standing.title)
        head.addWidget(TextLabel(theming, title, "emphasised", weight=600))
        head.addStretch(1)
        close = Button(theming, self.tr("Schließen"), "x", "link")
        close.clicked.connect(self.hide)
        head.addWidget(close)
        column.addLayout(head)
        column.addWidget(TextLabel(theming, standing.sentence, "body", "secondary", wrap=True))
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(2, 1)
        for row, item in enumerate(standing.contributions):
            number = Button(theming, item.question.id, "", "link")
            number.clicked.connect(lambda _checked=False, name=item.question.id: self.opened.emit(name))
            grid.addWidget(number, row, 0)
            grid.addWidget(self._mark(item), row, 1, Qt.AlignmentFlag.AlignCenter)
            grid.addWidget(TextLabel(theming, item.question.short, "body"), row, 2)
            grid.addWidget(TextLabel(theming, self._words(item), "body", "secondary", tabular=True), row, 3)
        column.addLayout(grid)
        column.addWidget(TextLabel(theming, self._sum(standing), "body", weight=600, tabular=True, wrap=True))
        column.addWidget(TextLabel(theming, versions, "caption", "caption", wrap=True))
        return content

    def _mark(self, item: Contribution) -> QWidget:
        """The level, or a lock for a confidential question."""
        theming = self._context.theming
        if item.question.confidential:
            lock = QLabel()
            lock.setPixmap(theming.icon("lock", "ink2").pixmap(theming.icon_size()))
            return lock
        chip = LevelChip(theming)
        chip.show_answer(item.answer)
        return chip

    def _words(self, item: Contribution) -> str:
        part = part_of(item)
        weight = item.question.weight
        if item.question.confidential:
            return self.tr("vertraulich, Gewicht {weight}").format(weight=weight)
        if part is not None:
            return self.tr("Gewicht {weight} × Stufe {level} = {part}").format(
                weight=weight, level=item.answer.level, part=part
            )
        words = {
            Share.MISSING: self.tr("Gewicht {weight}, zählt nicht und senkt die Abdeckung"),
            Share.NOT_APPLICABLE: self.tr("trifft nicht zu, zählt nicht"),
            Share.HIDDEN: self.tr("nicht gestellt, zählt nicht"),
        }
        return words.get(item.share, "").format(weight=weight)

    def _sum(self, standing: DimensionStanding) -> str:
        counted = [item for item in standing.contributions if part_of(item) is not None]
        score = standing.score
        if score.uncapped_score is None or score.score is None:
            return standing.level_words
        language = self._context.workspace.preferences.language
        words = self.tr("Summe {total} geteilt durch Gewichte {weights} = {value}").format(
            total=sum(part_of(item) or 0 for item in counted),
            weights=sum(item.question.weight for item in counted),
            value=format_decimal(score.uncapped_score, 3, language),
        )
        if score.capped and score.score != score.uncapped_score:
            secret = {item.question.id for item in standing.contributions if item.question.confidential}
            named = [name for name in score.capped_by if name not in secret]
            capped = (
                self.tr("; Sperrfrage {questions} auf 0: gedeckelt auf Stufe {level}")
                if named
                else self.tr("; durch eine vertrauliche Sperrfrage gedeckelt auf Stufe {level}")
            )
            words += capped.format(questions=", ".join(named), level=score.level)
        return words
