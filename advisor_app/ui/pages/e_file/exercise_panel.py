"""The exercise: documents to be filed, where the group put them, and what to talk about."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.domain.case import Case
from advisor_app.domain.e_file_guide import SampleDocument
from advisor_app.domain.file_plan import SampleFiling, in_order
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.choice_field import ChoiceField
from advisor_app.ui.widgets.labels import TextLabel
from advisor_app.ui.widgets.paper_column import PaperColumn

_OPEN, _NO_FILE = "", "no-file"
_SHOWN_LETTERS = 20


class ExercisePanel(PaperColumn):
    """``edited(changes, batch)`` asks to commit; ``paper_wanted`` names a kind of document."""

    edited = Signal(object, str)
    paper_wanted = Signal(str)

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(context.theming, parent=parent)
        theming = context.theming
        self._services = context.workspace.e_files
        self._case: Case | None = None
        guide = self._services.guide
        self.sums = TextLabel(theming, "", "body", weight=600, wrap=True)
        intro = TextLabel(
            theming,
            self.tr(
                "Jede Gruppe ordnet die Schriftstücke in den Auszug ein und entscheidet, was nicht zur Akte gehört. "
                "Fragen Sie bei jeder Abweichung, welche Regel sie verhindert hätte."
            ),
            "body",
            "secondary",
            wrap=True,
        )
        self.solutions = QCheckBox(self.tr("Lösung und Hinweise zeigen"))
        self.print = Button(theming, self.tr("Übungsblatt ansehen"), "file-text", "link")
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.solutions, 1)
        row.addWidget(self.print)
        self.cards = {
            sample.id: SampleCard(theming, place, sample, self._services.solution(sample))
            for place, sample in enumerate(guide.samples, 1)
        }
        self.add(intro, self.sums, line, *self.cards.values())
        self.solutions.toggled.connect(self._on_solutions_toggled)
        self.print.clicked.connect(lambda: self.paper_wanted.emit("filing-exercise"))
        for card in self.cards.values():
            card.filed.connect(self._on_card_filed)

    def show_case(self, case: Case, *, is_reading: bool) -> None:
        """Show where a case's group filed the documents."""
        self._case = case
        entries = [(entry.id, f"{entry.number} {entry.title}".strip()) for entry in in_order(case.file_plan.values())]
        choices = [(_OPEN, self.tr("noch offen")), (_NO_FILE, self.tr("gehört nicht zur Akte")), *entries]
        filings = {name: case.sample_filings.get(name, SampleFiling(id=name)) for name in self.cards}
        for name, card in self.cards.items():
            card.show_filing(choices, filings[name])
            card.setEnabled(not is_reading)
        done = sum(filing.is_left_out or filing.entry in case.file_plan for filing in filings.values())
        told = self.tr("{done} von {total} Schriftstücken eingeordnet").format(done=done, total=len(self.cards))
        if not entries:
            told = self.tr("Zum Einordnen braucht es Einträge: Übernehmen Sie zuerst einen Auszug des Aktenplans.")
        self.sums.setText(told)

    def _on_solutions_toggled(self, is_shown: bool) -> None:  # noqa: FBT001 — the checkbox says so
        for card in self.cards.values():
            card.show_solution(is_shown=is_shown)

    def _on_card_filed(self, name: str, value: str) -> None:
        if self._case is None:
            return
        is_left_out = value == _NO_FILE
        values: dict[str, Any] = {"entry": "" if is_left_out else value, "is_left_out": is_left_out}
        change = self._services.file(self._case, name, **values)
        if change.before != change.after:
            self.edited.emit((change,), "")


class SampleCard(QFrame):
    """One document; ``filed(document, entry)`` says where it goes."""

    filed = Signal(str, str)

    def __init__(
        self, theming: Theming, place: int, sample: SampleDocument, solution: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.choice = ChoiceField([(_OPEN, "")])
        self.choice.set_name(self.tr("„{title}“ gehört zu").format(title=sample.title))
        # As wide as there is room: to measure every entry of a whole filing plan ten times holds the window up.
        self.choice.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.choice.box.setMinimumContentsLength(_SHOWN_LETTERS)
        told = self.tr("Vorschlag im Auszug zum Üben: {solution}").format(solution=solution)
        self.solution = TextLabel(theming, told, "body", "success", wrap=True)
        self.discussion = TextLabel(theming, sample.discussion, "body", "secondary", wrap=True)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(TextLabel(theming, f"{place}  {sample.title}", "body", weight=600, wrap=True))
        words.addWidget(TextLabel(theming, sample.text, "body", wrap=True))
        words.addWidget(self.solution)
        words.addWidget(self.discussion)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(16)
        row.addLayout(words, 3)
        row.addWidget(self.choice, 2)
        self.setProperty("kind", "card")
        self.show_solution(is_shown=False)
        self.choice.edited.connect(lambda value, _batch: self.filed.emit(sample.id, value))

    def show_filing(self, choices: Sequence[tuple[str, str]], filing: SampleFiling) -> None:
        """Show where the document was filed; an entry that is gone leaves it open."""
        known = {value for value, _ in choices}
        value = _NO_FILE if filing.is_left_out else filing.entry
        self.choice.set_choices(choices)
        self.choice.show_value(value if value in known else _OPEN)

    def show_solution(self, *, is_shown: bool) -> None:
        """Show or hide what the pack says."""
        self.solution.setVisible(is_shown)
        self.discussion.setVisible(is_shown)
