"""What funding programmes would pay at most for a use case, with their terms and what speaks against each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from advisor_app.domain.joint_funding import JointGrant
from advisor_app.texts import Texts
from advisor_app.texts.candidates import obstacle_word, terms_words
from advisor_app.texts.numbers import format_cents
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.labels import TextLabel

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop


class Programmes(QFrame):
    """Read-only sums by programme; hidden where there is nothing to pay for."""

    def __init__(self, theming: Theming, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theming, self._texts = theming, texts
        self._rows: list[tuple[TextLabel, TextLabel, TextLabel, TextLabel, TextLabel]] = []
        self.setProperty("kind", "card-soft")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(10)
        column.addWidget(TextLabel(theming, self.tr("Was Programme höchstens zahlen würden"), weight=600))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(0, 1)
        for place, head in enumerate((self.tr("Programm"), self.tr("höchstens"), self.tr("bleibt je Kommune"))):
            label = TextLabel(theming, head, "caption", "secondary")
            self._grid.addWidget(label, 0, place, _RIGHT if place else Qt.AlignmentFlag.AlignLeft)
        column.addLayout(self._grid)
        note = self.tr(
            "Gerechnet auf die externen Kosten, Gemeinsames einmal. Obergrenzen sind keine Zusagen; Quote, Frist und "
            "Förderfähigkeit vor dem Antrag bestätigen lassen."
        )
        column.addWidget(TextLabel(theming, note, "caption", "caption", wrap=True))

    def words(self) -> list[str]:
        """Everything that is shown, programme by programme."""
        return [" ".join(filter(None, (label.text() for label in row))) for row in self._rows]

    def show_grants(self, grants: Sequence[JointGrant]) -> None:
        """Show what every programme would pay."""
        self.setVisible(any(grant.eligible for grant in grants))
        while len(self._rows) < len(grants):
            self._add_row()
        for row, grant in zip(self._rows, grants, strict=False):
            title, sum_label, each, terms, obstacles = row
            title.setText(grant.support.title)
            sum_label.setText(self._money(grant.grant))
            each.setText(self._money(grant.per_commune))
            terms.setText(terms_words(grant, self._texts))
            obstacles.setText(" ".join(obstacle_word(grant, item, self._texts) for item in grant.obstacles))
            obstacles.setVisible(bool(grant.obstacles))

    def _add_row(self) -> None:
        theming, top = self._theming, 1 + 3 * len(self._rows)
        row = (
            TextLabel(theming, "", wrap=True),
            TextLabel(theming, "", tabular=True),
            TextLabel(theming, "", tabular=True),
            TextLabel(theming, "", "caption", "secondary", wrap=True),
            TextLabel(theming, "", "caption", "amber", wrap=True),
        )
        self._grid.addWidget(row[0], top, 0)
        self._grid.addWidget(row[1], top, 1, _RIGHT)
        self._grid.addWidget(row[2], top, 2, _RIGHT)
        self._grid.addWidget(row[3], top + 1, 0, 1, 3)
        self._grid.addWidget(row[4], top + 2, 0, 1, 3)
        self._rows.append(row)

    def _money(self, cents: int | None) -> str:
        return "–" if cents is None else format_cents(cents, self._texts.language)
