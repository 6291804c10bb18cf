"""What is wrong with the plan, in sentences, each with a way to the measure."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from advisor_app.domain.plan import PlanFinding
from advisor_app.texts import Texts
from advisor_app.texts.findings import finding_sentence
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.elided_label import ElidedLabel
from advisor_app.ui.widgets.labels import TextLabel

_MOST_HEIGHT = 120


_MOST = 60
"""Findings that are listed at once."""


class FindingsLine(QWidget):
    """The first finding beside how many there are; the others on demand. ``opened`` tells the measure to go to."""

    opened = Signal(str)

    def __init__(self, theming: Theming, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theming = theming
        self._texts = texts
        self._findings: list[PlanFinding] = []
        self._icon = QLabel()
        self.count = TextLabel(theming, "", weight=600)
        self.first = ElidedLabel(theming, "")
        self.jump = Button(theming, "", "", "link")
        self.all = Button(theming, "", "", "link")
        self.all.setCheckable(True)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self._icon)
        line.addWidget(self.count)
        line.addWidget(self.first)
        line.addWidget(self.jump)
        line.addWidget(self.all)
        line.addStretch(1)
        self._rows = QVBoxLayout()
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        self._inner = QWidget()
        self._inner.setLayout(self._rows)
        self.list = QScrollArea()
        self.list.setWidgetResizable(True)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setWidget(self._inner)
        self.list.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(line)
        column.addWidget(self.list)
        self.jump.clicked.connect(lambda: self.opened.emit(self._findings[0].measure))
        self.all.toggled.connect(self._on_all_toggled)
        theming.changed.connect(self._show_icon)

    @property
    def sentences(self) -> tuple[str, ...]:
        """Everything that is wrong, in words."""
        return tuple(finding_sentence(finding, self._texts) for finding in self._findings)

    def show_findings(self, findings: Sequence[PlanFinding]) -> None:
        """Show what is wrong, or that nothing is."""
        if list(findings) == self._findings and self.count.text():
            return
        self._findings = list(findings)
        count = len(self._findings)
        self.count.set_tone("amber" if count else "success")
        if not count:
            self.count.setText(self.tr("Keine Hinweise:"))
        elif count == 1:
            self.count.setText(self.tr("1 Hinweis:"))
        else:
            self.count.setText(self.tr("{count} Hinweise:").format(count=count))
        nothing = self.tr("Termine, Reihenfolge, Prioritäten und Kosten passen zusammen.")
        self.first.setText(finding_sentence(self._findings[0], self._texts) if count else nothing)
        self.jump.setVisible(bool(count))
        self.all.setVisible(count > 1)
        self.all.setText(self.tr("Alle zeigen"))
        if count:
            self.jump.setText(self.tr("{measure} öffnen").format(measure=self._findings[0].measure))
        if count < 2:
            self.all.setChecked(False)
        self._show_icon()
        self._fill()

    def _fill(self) -> None:
        while self._rows.count():
            item = self._rows.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        if not self.all.isChecked():
            return
        for finding in self._findings[:_MOST]:
            button = Button(self._theming, finding_sentence(finding, self._texts), "", "link")
            button.clicked.connect(lambda _checked=False, name=finding.measure: self.opened.emit(name))
            self._rows.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        more = len(self._findings) - _MOST
        if more > 0:
            words = self.tr("{count} weitere; sie erscheinen hier, sobald die ersten erledigt sind.")
            self._rows.addWidget(TextLabel(self._theming, words.format(count=more), "caption", "secondary"))
        self._rows.addStretch(1)
        needed = self._inner.sizeHint().height() + 4
        self.list.setFixedHeight(min(needed, self._theming.scaled(_MOST_HEIGHT)))

    def _show_icon(self) -> None:
        icon, role = ("circle-alert", "amber") if self._findings else ("circle-check", "success")
        self._icon.setPixmap(self._theming.icon(icon, role).pixmap(self._theming.icon_size()))

    def _on_all_toggled(self, checked: bool) -> None:  # noqa: FBT001 — a signal's argument
        self._fill()
        self.list.setVisible(checked)
        self.all.setText(self.tr("Weniger zeigen") if checked else self.tr("Alle zeigen"))
