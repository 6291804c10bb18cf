"""What everybody agreed on before the workshop, shown before it is confirmed in one go."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.domain.case import Case
from advisor_app.domain.clarification import Confirmable
from advisor_app.domain.commune import CommuneKind
from advisor_app.domain.house_roles import role_titles
from advisor_app.questions import kind_of
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.labels import TextLabel
from advisor_app.ui.widgets.level_chip import LevelChip


class Confirmation(QFrame):
    """Hidden where there is nothing to confirm; ``wanted`` once the adviser has seen what it is."""

    wanted = Signal()
    unfolded = Signal()

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._shown: Sequence[Confirmable] = ()
        self._kind = CommuneKind.MUNICIPALITY
        self._titles: dict[str, str] = {}
        theming = context.theming
        self.setProperty("kind", "card-soft")
        self._title = TextLabel(theming, "", "emphasised", weight=600, wrap=True)
        words = self.tr(
            "Alle Rollen, die geantwortet haben, sagen dasselbe. Sehen Sie vorher nach, was übernommen wird."
        )
        self.look = Button(theming, self.tr("Ansehen"), "chevron-down")
        self.confirm = Button(theming, "", "check-check", "primary", shortcut="Ctrl+Return", show_keys=True)
        self._list = QWidget()
        self._list.hide()
        self._holder = QVBoxLayout()
        row = QHBoxLayout()
        column = QVBoxLayout()
        column.addWidget(self._title)
        column.addWidget(TextLabel(theming, words, "body", "secondary", wrap=True))
        row.addLayout(column, 1)
        row.addWidget(self.look)
        row.addWidget(self.confirm)
        self._holder.addWidget(self._list)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.addLayout(row)
        layout.addLayout(self._holder)
        self.look.clicked.connect(self._on_look_clicked)
        self.confirm.clicked.connect(self.wanted)

    @property
    def lines(self) -> list[str]:
        """What the list says, line by line."""
        return [label.text() for label in self._list.findChildren(TextLabel)]

    def show_confirmable(self, found: Sequence[Confirmable], case: Case) -> None:
        """Offer to confirm these answers."""
        self.setVisible(bool(found))
        if found == self._shown:
            return
        self._shown, self._kind = found, case.commune.kind
        self._titles = role_titles(self._context.workspace.catalog.roles, case.roles)
        count = len(found)
        self._title.setText(
            self.tr("Eine Antwort bestätigen")
            if count == 1
            else self.tr("{count} Antworten auf einmal bestätigen").format(count=count)
        )
        self.confirm.setText(self.tr("Bestätigen"))
        self.confirm.setEnabled(False)
        self._show_list(shown=False)

    def _show_list(self, *, shown: bool) -> None:
        """The list, built when somebody wants to see it; then it can be confirmed."""
        self._holder.removeWidget(self._list)
        self._list.hide()
        self._list.deleteLater()
        self._list = self._build() if shown else QWidget()
        self._list.setVisible(shown)
        self._holder.addWidget(self._list)
        self.look.setText(self.tr("Zuklappen") if shown else self.tr("Ansehen"))
        self.look.show_icon("chevron-up" if shown else "chevron-down")
        self.confirm.setEnabled(shown or self.confirm.isEnabled())

    def _build(self) -> QWidget:
        theming, texts = self._context.theming, self._context.workspace.texts
        made = QWidget()
        grid = QGridLayout(made)
        grid.setContentsMargins(0, 8, 0, 0)
        grid.setHorizontalSpacing(12)
        for row, one in enumerate(self._shown):
            question, wording = one.question, one.question.wording(self._kind)
            chip = LevelChip(theming)
            anchor = ""
            if question.confidential:
                anchor = self.tr("vertraulich, Antwort verdeckt")
            elif one.answer.level is not None:
                chip.show_answer(one.answer)
                anchor = (wording.anchors_short or wording.anchors or ("",) * 5)[one.answer.level]
            else:
                chip.show_answer(one.answer)
                anchor = kind_of(question).wording(question, one.answer, texts)
            names = ", ".join(self._titles.get(role, role) for role in one.roles)
            grid.addWidget(chip, row, 0)
            grid.addWidget(TextLabel(theming, question.id, "body", weight=600), row, 1)
            grid.addWidget(TextLabel(theming, question.short, "body", wrap=True), row, 2)
            grid.addWidget(TextLabel(theming, anchor, "body", "secondary", wrap=True), row, 3)
            grid.addWidget(TextLabel(theming, names, "caption", "secondary", wrap=True), row, 4)
        for column, stretch in ((2, 3), (3, 4), (4, 3)):
            grid.setColumnStretch(column, stretch)
        return made

    def _on_look_clicked(self) -> None:
        self._show_list(shown=self._list.isHidden())
        if not self._list.isHidden():
            self.unfolded.emit()
