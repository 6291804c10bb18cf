"""One changed question: the old version with its answer at the left, the new one to answer at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QRadioButton, QScrollArea, QVBoxLayout, QWidget

from advisor_app.domain.assessment import Answer
from advisor_app.domain.commune import CommuneKind
from advisor_app.domain.questionnaire_comparison import QuestionPair
from advisor_app.override import override
from advisor_app.questions import kind_of
from advisor_app.questions.editing import Asked
from advisor_app.texts import Texts
from advisor_app.ui.pages.assessment_migration.anew_panel import AnewPanel
from advisor_app.ui.pages.assessment_migration.row_widget import RowWidget
from advisor_app.ui.pages.assessment_migration.side_by_side import Row, rows_of
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.labels import TextLabel

_STACKED_BELOW = 620


class PairPanel(QScrollArea):
    """``answered`` tells a new answer, ``emptied`` that there is none, ``revealed`` that a covered one may be shown."""

    answered = Signal(object, str)  # Answer, batch
    emptied = Signal()
    revealed = Signal()
    typing = Signal()

    def __init__(self, theming: Theming, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theming = theming
        self._texts = texts
        self._rows: list[RowWidget] = []
        self.anew: AnewPanel | None = None
        self._shown: tuple[object, ...] = ()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theming.changed.connect(self._on_theming_changed)

    def show_pair(
        self,
        pair: QuestionPair,
        asked: Asked,
        answer: Answer,
        versions: tuple[str, str],
        remarks: tuple[str, ...] = (),
        *,
        covered: bool,
    ) -> None:
        """Show a question in both versions with the answer to the old one and what was remarked on it.

        ``asked`` is the new one as it is asked of the commune. Covered it shows that the question is there and nothing
        else.
        """
        shown = (pair, asked, answer, versions, remarks, covered)
        if shown == self._shown:
            return  # whoever has just decided keeps the focus where it is
        self._shown = shown
        self.flush()
        content = QWidget()
        content.setProperty("kind", "paper")
        column = QVBoxLayout(content)
        column.setContentsMargins(32, 16, 32, 24)
        column.setSpacing(8)
        aspects = ", ".join(self._texts(f"assessments.aspect.{aspect.value}") for aspect in pair.aspects)
        column.addWidget(TextLabel(self._theming, f"{pair.new.id} {pair.new.short}", "section", wrap=True))
        column.addWidget(
            TextLabel(
                self._theming, self.tr("Geändert: {aspects}").format(aspects=aspects), "body", "secondary", wrap=True
            )
        )
        self._rows, self.anew = [], None
        if covered:
            column.addWidget(self._cover())
        else:
            self._add_rows(column, pair, asked.kind, answer, versions)
            for remark in remarks:
                column.addWidget(TextLabel(self._theming, remark, "body", wrap=True))
            self._add_anew(column, asked, answer)
        column.addStretch(1)
        self.setWidget(content)
        self.verticalScrollBar().setValue(0)
        self._fit(self.width())

    def mark(self, answer: Answer | None) -> None:
        """Mark the answer that was chosen anew, None where none was."""
        for widget in self._rows:
            widget.set_chosen(chosen=answer is not None and _says(widget.row, answer))
        if self.anew is not None:
            self.anew.show_answer(answer)

    def ask_reason(self) -> None:
        """Ask why the question does not apply, where that can be."""
        if self.anew is not None and self.anew.ask_reason():
            QTimer.singleShot(0, self, self._show_reason)

    def flush(self) -> None:
        """Ask to commit what is half typed."""
        if self.anew is not None:
            self.anew.flush()

    def choose(self, key: str) -> bool:
        """Choose the answer of a key; whether there is one."""
        found = next((widget.row.answer for widget in self._rows if widget.row.key == key), None)
        if found is not None:
            self.answered.emit(found, "")
        return found is not None

    @property
    def choices(self) -> list[QRadioButton]:
        """The answers that can be chosen, from top to bottom."""
        return [widget.choice for widget in self._rows if widget.choice is not None]

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit(event.size().width())

    def _add_rows(
        self, column: QVBoxLayout, pair: QuestionPair, kind: CommuneKind, answer: Answer, versions: tuple[str, str]
    ) -> None:
        heads = (self.tr("Bisher, Fassung {version}"), self.tr("Neu, Fassung {version}"))
        old, new = (head.format(version=version) for head, version in zip(heads, versions, strict=True))
        head = Row(label="", old=old, new=new)
        self._add(column, RowWidget(self._theming, head, "head"))
        for place, row in enumerate(rows_of(pair, kind, answer, self._texts)):
            self._add(column, RowWidget(self._theming, row, "text" if place == 0 else ""))
        if not any(widget.row.was_answer for widget in self._rows):
            words = kind_of(pair.old).wording(pair.old, answer, self._texts)
            line = self.tr("Bisherige Antwort: {words}").format(words=words)
            column.addWidget(TextLabel(self._theming, line, "body", wrap=True))

    def _add(self, column: QVBoxLayout, widget: RowWidget) -> None:
        widget.chosen.connect(lambda: self.answered.emit(widget.row.answer, ""))
        self._rows.append(widget)
        column.addWidget(widget)

    def _add_anew(self, column: QVBoxLayout, asked: Asked, answer: Answer) -> None:
        self.anew = AnewPanel(self._theming, asked, answer, typed=not (self.choices or asked.question.is_calculated))
        self.anew.answered.connect(self.answered)
        self.anew.emptied.connect(self.emptied)
        self.anew.typing.connect(self.typing)
        column.addWidget(self.anew)

    def _show_reason(self) -> None:
        if self.anew is not None and self.anew.reason is not None:
            self.ensureWidgetVisible(self.anew.reason)

    def _cover(self) -> QWidget:
        cover = QWidget()
        words = self.tr("Vertraulich: Die Antwort stammt aus der Vorab-Abfrage; zum Bearbeiten aufdecken")
        button = Button(self._theming, self.tr("Aufdecken"), "eye")
        button.setAccessibleDescription(words)
        button.clicked.connect(self.revealed)
        row = QHBoxLayout(cover)
        row.setContentsMargins(0, 24, 0, 24)
        row.setSpacing(12)
        row.addWidget(TextLabel(self._theming, words, "emphasised", "secondary", wrap=True), 1)
        row.addWidget(button)
        return cover

    def _on_theming_changed(self) -> None:
        self._fit(self.width())

    def _fit(self, width: int) -> None:
        stacked = width < self._theming.scaled(_STACKED_BELOW)
        for widget in self._rows:
            widget.set_stacked(stacked=stacked)


def _says(row: Row, answer: Answer) -> bool:
    """Whether a row gives this answer, whatever is noted with it."""
    given = row.answer
    return given is not None and (given.state, given.level, given.text) == (answer.state, answer.level, answer.text)
