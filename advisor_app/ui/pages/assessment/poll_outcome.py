"""What a group settles on: one key chooses it, its words follow."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.domain.house_roles import role_titles
from advisor_app.domain.poll import LEVELS, OfficeLevel, Outcome, Settled
from advisor_app.domain.words import Words
from advisor_app.services.clock import today
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.audience_field import WordsField
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.choice_field import ChoiceField
from advisor_app.ui.widgets.date_field import DateField
from advisor_app.ui.widgets.flow_layout import FlowLayout
from advisor_app.ui.widgets.icon_button import IconButton
from advisor_app.ui.widgets.labels import TextLabel
from advisor_app.ui.widgets.value_field import NamedLine, TextLine

OUTCOME_KEYS: Mapping[str, Settled] = {
    "G": Settled.LOWER,
    "A": Settled.PER_OFFICE,
    "V": Settled.POSTPONED,
    "D": Settled.DISSENT,
}
"""Keys that settle a poll; a level's key settles it as the common one."""


class OfficeRow(QWidget):
    """One office and its level."""

    edited = Signal(object, str)  # OfficeLevel, batch
    removed = Signal()

    def __init__(self, context: PageContext, office: OfficeLevel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self.name = TextLine(self.tr("Amt oder Fachbereich"))
        self.name.set_name(self.tr("Amt oder Fachbereich"))
        self._level = ChoiceField([(level, self.tr("Stufe {level}").format(level=level)) for level in LEVELS])
        self._level.set_name(self.tr("Stufe des Amts"))
        remove = IconButton(context.theming, "x", self.tr("Amt entfernen"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.name, 1)
        row.addWidget(self._level)
        row.addWidget(remove)
        self.name.edited.connect(self._on_name_edited)
        self._level.edited.connect(self._on_level_edited)
        remove.clicked.connect(self.removed)
        self.show_office(office)

    def show_office(self, office: OfficeLevel) -> None:
        """Show another office, or what was taken back."""
        self._office = office
        self.name.show_value(office.office)
        self._level.show_value(office.level)

    def _on_name_edited(self, text: str, batch: str) -> None:
        self._office = replace(self._office, office=text)
        self.edited.emit(self._office, batch)

    def _on_level_edited(self, level: int, batch: str) -> None:
        self._office = replace(self._office, level=level)
        self.edited.emit(self._office, batch)


class PollOutcome(QWidget):
    """``chosen`` tells a way to settle, ``edited`` other words for what was settled."""

    chosen = Signal(object)  # Settled
    edited = Signal(object, str)  # Outcome, batch
    typing = Signal()

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._outcome: Outcome | None = None
        self._rows: list[OfficeRow] = []
        theming = context.theming
        self._settled = TextLabel(theming, "", "body", "success", weight=600, wrap=True)
        self.reason = WordsField(theming, self.tr("Begründung"), self.tr("Woran macht die Gruppe das fest?"), lines=2)
        self.dissent = WordsField(theming, self.tr("Abweichende Meinung"), self.tr("Ohne Namen"), lines=2)
        self.responsible = NamedLine(role_titles(context.workspace.catalog.roles, {}), self.tr("Rolle"))
        self.responsible.set_name(self.tr("Wer klärt"))
        self.due = DateField(theming, context.workspace.texts, lambda: today(context.workspace.clock))
        self.due.set_name(self.tr("Bis wann"))
        self._ways: dict[Settled, Button] = {}
        self._offices = QWidget()
        self._task = QWidget()
        self._lay_out()
        self._connect()

    def show_roles(self, titles: Mapping[str, str]) -> None:
        """Call the roles what the house calls them."""
        self.responsible.show_names(titles)

    def show_outcome(self, outcome: Outcome | None, words: tuple[str, ...]) -> None:
        """Show what was settled; ``words`` name the levels."""
        self._outcome = outcome
        for widget in (self._settled, self.reason):
            widget.setVisible(outcome is not None)
        self.dissent.setVisible(outcome is not None and outcome.settled is Settled.DISSENT)
        self._offices.setVisible(outcome is not None and outcome.settled is Settled.PER_OFFICE)
        self._task.setVisible(outcome is not None and outcome.settled is Settled.POSTPONED)
        for way, button in self._ways.items():
            button.setChecked(outcome is not None and outcome.settled is way)
        if outcome is None:
            return
        self._settled.setText(self._sentence(outcome, words))
        self.reason.show_words(outcome.reason)
        self.dissent.show_words(outcome.dissent)
        self.responsible.show_value(outcome.responsible)
        self.due.show_value(outcome.until)
        self._show_offices(outcome.offices)

    def flush(self) -> None:
        """Commit half-typed texts."""
        for field in (self.reason, self.dissent, self.responsible, self.due):
            field.flush()
        for row in self._rows:
            row.name.flush()

    def focus_words(self) -> None:
        """Go to the field that the chosen way asks for first."""
        outcome = self._outcome
        if outcome is None:
            return
        match outcome.settled:
            case Settled.PER_OFFICE:
                if not self._rows:
                    self._on_add_clicked()
                self._rows[-1].name.setFocus()
            case Settled.POSTPONED:
                self.responsible.setFocus()
            case Settled.DISSENT:
                self.dissent.field.setFocus()
            case Settled.AGREED | Settled.LOWER:
                self.reason.field.setFocus()

    def _sentence(self, outcome: Outcome, words: tuple[str, ...]) -> str:
        level = outcome.level
        said = "" if level is None else self.tr("Stufe {level}, {word}").format(level=level, word=words[level])
        match outcome.settled:
            case Settled.AGREED:
                return self.tr("Festgehalten: {level}.").format(level=said)
            case Settled.LOWER:
                return self.tr("Festgehalten: {level}, als niedrigere Stufe.").format(level=said)
            case Settled.PER_OFFICE:
                return self.tr("Je Amt verschieden; für das Haus zählt {level}.").format(level=said)
            case Settled.DISSENT:
                return self.tr("Festgehalten: {level}, mit abweichender Meinung.").format(level=said)
            case Settled.POSTPONED:
                return self.tr("Vertagt. Die Frage bleibt unbekannt, das Klären ist eine Aufgabe.")

    def _show_offices(self, offices: tuple[OfficeLevel, ...]) -> None:
        if len(offices) == len(self._rows):
            for row, office in zip(self._rows, offices, strict=True):
                row.show_office(office)
            return
        for row in self._rows:
            self._office_rows.removeWidget(row)
            row.deleteLater()
        self._rows = [OfficeRow(self._context, office) for office in offices]
        for number, row in enumerate(self._rows):
            row.edited.connect(lambda office, batch, number=number: self._on_office_edited(number, office, batch))
            row.removed.connect(lambda number=number: self._on_office_edited(number, None, ""))
            self._office_rows.addWidget(row)

    def _lay_out(self) -> None:
        theming = self._context.theming
        ways = QWidget()
        flow = FlowLayout(8, ways)
        for key, way, words in (
            ("G", Settled.LOWER, self.tr("Niedrigere Stufe")),
            ("A", Settled.PER_OFFICE, self.tr("Je Amt verschieden")),
            ("V", Settled.POSTPONED, self.tr("Vertagen")),
            ("D", Settled.DISSENT, self.tr("Abweichende Meinung")),
        ):
            button = Button(theming, f"{words}  {key}", kind="chip")
            button.setCheckable(True)
            button.setAccessibleName(words)
            button.clicked.connect(lambda _checked=False, way=way: self.chosen.emit(way))
            flow.addWidget(button)
            self._ways[way] = button
        self._office_rows = QVBoxLayout()
        offices = QVBoxLayout(self._offices)
        offices.setContentsMargins(0, 0, 0, 0)
        offices.addLayout(self._office_rows)
        self._add = Button(theming, self.tr("Amt hinzufügen"), "plus", "link")
        offices.addWidget(self._add)
        task = QGridLayout(self._task)
        task.setContentsMargins(0, 0, 0, 0)
        for row, (words, field) in enumerate(
            ((self.tr("Wer klärt"), self.responsible), (self.tr("Bis wann"), self.due))
        ):
            task.addWidget(TextLabel(theming, words, "body", "secondary"), row, 0)
            task.addWidget(field, row, 1)
        task.setColumnStretch(1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(
            TextLabel(theming, self.tr("Worauf einigt sich die Gruppe? 0 bis 4 hält die Stufe fest."), wrap=True)
        )
        layout.addWidget(ways)
        for widget in (self._settled, self._offices, self._task, self.dissent, self.reason):
            layout.addWidget(widget)

    def _connect(self) -> None:
        self.reason.edited.connect(lambda words, batch: self._on_words_edited(words, batch, "reason"))
        self.dissent.edited.connect(lambda words, batch: self._on_words_edited(words, batch, "dissent"))
        self.responsible.edited.connect(self._on_responsible_edited)
        self.due.edited.connect(self._on_due_edited)
        self._add.clicked.connect(self._on_add_clicked)
        for field in (self.reason, self.dissent, self.responsible):
            field.typing.connect(self.typing)

    def _on_words_edited(self, words: Words, batch: str, field: str) -> None:
        if self._outcome is not None:
            after = replace(self._outcome, reason=words) if field == "reason" else replace(self._outcome, dissent=words)
            self.edited.emit(after, batch)

    def _on_responsible_edited(self, text: str, batch: str) -> None:
        if self._outcome is not None:
            self.edited.emit(replace(self._outcome, responsible=text), batch)

    def _on_due_edited(self, day: date | None, batch: str) -> None:
        if self._outcome is not None:
            self.edited.emit(replace(self._outcome, until=day), batch)

    def _on_add_clicked(self) -> None:
        if self._outcome is not None:
            new = OfficeLevel(office="", level=self._outcome.level or 0)
            self.edited.emit(replace(self._outcome, offices=(*self._outcome.offices, new)), "")

    def _on_office_edited(self, number: int, office: OfficeLevel | None, batch: str) -> None:
        """Take over an office, or take it out; for the house its lowest one counts (own assumption)."""
        if self._outcome is None:
            return
        offices = list(self._outcome.offices)
        offices[number : number + 1] = [] if office is None else [office]
        lowest = min((item.level for item in offices), default=self._outcome.level)
        self.edited.emit(replace(self._outcome, offices=tuple(offices), level=lowest), batch)
