"""What a case file would change, and the decisions that it needs."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.domain.local_time import LOCAL
from advisor_app.domain.reconciliation import Keep, Standing
from advisor_app.services.case_preview import ImportPreview, PreviewedRecord, PreviewWords
from advisor_app.services.workspace import Workspace
from advisor_app.texts.numbers import format_date
from advisor_app.ui.pages.case_files.conflict_card import ConflictCard
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.labels import TextLabel

_NAMED = 8


class PreviewPanel(QWidget):
    """``accepted(preview, decisions)`` asks to take the case in; nothing is changed until then."""

    accepted = Signal(object, object)
    left = Signal()

    def __init__(self, theming: Theming, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theming = theming
        self._workspace = workspace
        self._preview: ImportPreview | None = None
        self.cards: list[ConflictCard] = []
        self._title = TextLabel(theming, "", "section", weight=600, wrap=True)
        self._origin = TextLabel(theming, "", "body", "secondary", wrap=True)
        self._counts = TextLabel(theming, "", "body", wrap=True)
        self._erased = TextLabel(theming, "", "body", wrap=True)
        self.with_erased = QCheckBox(self.tr("Auch gelöschte Personen wieder übernehmen"))
        self._ask = TextLabel(theming, "", "emphasised", weight=600, wrap=True)
        self.all_mine = Button(theming, self.tr("Überall den Stand hier behalten"), "", "link")
        self.all_theirs = Button(theming, self.tr("Überall den Stand der Datei übernehmen"), "", "link")
        self._conflicts = QVBoxLayout()
        self._conflicts.setSpacing(10)
        self.accept_button = Button(theming, "", "check", "primary")
        self.leave_button = Button(theming, self.tr("Verwerfen"), "x", "link")
        self._open = TextLabel(theming, "", "body", "secondary")
        self._lay_out()
        self.accept_button.clicked.connect(self._on_accept_button_clicked)
        self.with_erased.toggled.connect(self._show_buttons)
        self.leave_button.clicked.connect(self.left)
        self.all_mine.clicked.connect(lambda: self._choose_all(Keep.MINE))
        self.all_theirs.clicked.connect(lambda: self._choose_all(Keep.THEIRS))

    @property
    def words(self) -> str:
        """What is said of the file before the decisions."""
        return "\n".join(label.text() for label in (self._title, self._origin, self._counts, self._erased))

    def show_preview(self, preview: ImportPreview) -> None:
        """Show what a file would change."""
        self._preview = preview
        told = PreviewWords(self._workspace.texts, self._workspace.catalog, preview)
        title = self._workspace.register.titles(preview.there.head.communes)
        words = self.tr("{case}: hier neu") if preview.is_new else self.tr("{case}: schon vorhanden")
        self._title.setText(words.format(case=title))
        self._origin.setText(self._origin_words(preview))
        self._counts.setText("\n".join(self._lines(preview, told)))
        self._show_erased(preview)
        self._show_conflicts(list(told.records(Standing.CONFLICT)))
        self.accept_button.setText(self.tr("Fall übernehmen") if preview.is_new else self.tr("Übernehmen"))
        self._show_buttons()
        self._show_open()

    def take_focus(self) -> None:
        """Put the focus on the first decision that is open, else on what comes next."""
        open_cards = [card for card in self.cards if card.keep is None]
        if open_cards:
            open_cards[0].mine.setFocus()
        else:
            (self.accept_button if self.accept_button.isVisibleTo(self) else self.leave_button).setFocus()

    def _lay_out(self) -> None:
        all_of_them = QHBoxLayout()
        all_of_them.setSpacing(12)
        all_of_them.addWidget(self.all_mine)
        all_of_them.addWidget(self.all_theirs)
        all_of_them.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.accept_button)
        row.addWidget(self.leave_button)
        row.addWidget(self._open)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        for widget in (self._title, self._origin, self._counts, self._erased, self.with_erased, self._ask):
            layout.addWidget(widget)
        layout.addLayout(all_of_them)
        layout.addLayout(self._conflicts)
        layout.addLayout(row)

    def _origin_words(self, preview: ImportPreview) -> str:
        local = preview.made_at.astimezone(LOCAL)
        day = format_date(local.date(), self._workspace.texts.language)
        words = self.tr("Falldatei vom {day}, {time}")
        parts = [words.format(day=day, time=f"{local:%H:%M}")]
        if preview.content.giver:
            parts.append(self.tr("von {name}").format(name=preview.content.giver))
        if preview.content.handed_to:
            parts.append(self.tr("Übergabe an {name}").format(name=preview.content.handed_to))
        return " · ".join(parts)

    def _lines(self, preview: ImportPreview, told: PreviewWords) -> Iterator[str]:
        if preview.is_nothing_new:
            yield (
                self.tr("Alles andere aus der Datei ist schon da.")
                if preview.erased
                else self.tr("Alles aus der Datei ist schon da. Es gibt nichts zu übernehmen.")
            )
            return
        names = {
            Standing.NEW: self.tr("Neu: {what}"),
            Standing.NEWER_THERE: self.tr("Dort neuer, kommt herein: {what}"),
            Standing.NEWER_HERE: self.tr("Hier neuer, bleibt: {what}"),
            Standing.SAME: self.tr("Gleich: {what}"),
        }
        for standing, words in names.items():
            kinds = [f"{kind} ({count})" for kind, count in told.counts(standing)]
            if kinds:
                yield words.format(what=", ".join(kinds))
            if standing is Standing.NEWER_THERE:
                yield from self._changes(list(told.records(standing)))
        if preview.comes_back:
            yield self.tr("Der Fall kommt zu Ihnen zurück und lässt sich danach hier wieder bearbeiten.")

    def _changes(self, records: list[PreviewedRecord]) -> Iterator[str]:
        for record in records[:_NAMED]:
            for item in record.differences:
                yield f"    {record.title} – {item.label}: {item.before or '–'} → {item.after or '–'}"
        if len(records) > _NAMED:
            yield "    " + self.tr("und {count} weitere").format(count=len(records) - _NAMED)

    def _show_erased(self, preview: ImportPreview) -> None:
        """What of the file was erased here; people stay away unless somebody wants them back."""
        lines = []
        if preview.case_erased_at is not None:
            day = format_date(preview.case_erased_at.astimezone(LOCAL).date(), self._workspace.texts.language)
            lines.append(
                self.tr("Dieser Fall wurde hier am {day} gelöscht; die Übernahme bringt ihn zurück.").format(day=day)
            )
        count = len(preview.erased)
        if count:
            one, more = (
                self.tr("1 gelöschte Person wird nicht wieder übernommen."),
                self.tr("{count} gelöschte Personen werden nicht wieder übernommen."),
            )
            lines.append(one if count == 1 else more.format(count=count))
        self._erased.setText("\n".join(lines))
        self._erased.setVisible(bool(lines))
        self.with_erased.setChecked(False)
        self.with_erased.setVisible(bool(count))

    def _wanted(self) -> ImportPreview | None:
        """The preview with the people who were erased here where they are wanted back."""
        preview = self._preview
        return preview.with_erased() if preview is not None and self.with_erased.isChecked() else preview

    def _show_buttons(self) -> None:
        preview = self._wanted()
        nothing = preview is None or preview.is_nothing_new
        self.accept_button.setVisible(not nothing)
        self.leave_button.setText(self.tr("Schließen") if nothing else self.tr("Verwerfen"))

    def _show_conflicts(self, records: list[PreviewedRecord]) -> None:
        for card in self.cards:
            self._conflicts.removeWidget(card)
            card.hide()
            card.deleteLater()
        language = self._workspace.texts.language
        self.cards = [ConflictCard(self._theming, record, language) for record in records]
        for card in self.cards:
            card.decided.connect(self._show_open)
            self._conflicts.addWidget(card)
        self._set_tab_order()
        self._ask.setText(self.tr("Hier und dort geändert: Was soll gelten?"))
        for widget in (self._ask, self.all_mine, self.all_theirs):
            widget.setVisible(bool(records))

    def _set_tab_order(self) -> None:
        """As it is read: what decides everything, each decision, then what is done with them."""
        choices = [choice for card in self.cards for choice in (card.mine, card.theirs)]
        order = (self.with_erased, self.all_mine, self.all_theirs, *choices, self.accept_button, self.leave_button)
        for first, second in pairwise(order):
            QWidget.setTabOrder(first, second)

    def _choose_all(self, keep: Keep) -> None:
        for card in self.cards:
            card.choose(keep)

    def _show_open(self) -> None:
        left = sum(card.keep is None for card in self.cards)
        self.accept_button.setEnabled(left == 0)
        words = self.tr("Noch 1 Entscheidung") if left == 1 else self.tr("Noch {count} Entscheidungen")
        self._open.setText(words.format(count=left) if left else "")

    def _on_accept_button_clicked(self) -> None:
        decisions = {card.key: card.keep for card in self.cards if card.keep is not None}
        self.accepted.emit(self._wanted(), decisions)
