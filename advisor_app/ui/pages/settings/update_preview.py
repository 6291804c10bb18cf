"""What an official file would change in the register, before it is taken over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.domain.register_update import EntryChange, RegisterUpdate
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.labels import TextLabel

_NAMED = 6


class UpdatePreview(QFrame):
    """Counts and names of what is new, renamed, re-keyed, merged or gone; nothing is changed until it is accepted."""

    accepted = Signal(object)
    left = Signal()

    def __init__(self, theming: Theming, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theming = theming
        self._update: RegisterUpdate | None = None
        self.setProperty("kind", "card")
        self._title = TextLabel(theming, "", "emphasised", weight=600)
        self._words = TextLabel(theming, "", "body", wrap=True)
        self.accept_button = Button(theming, self.tr("Übernehmen"), "check", "primary")
        self.leave_button = Button(theming, self.tr("Verwerfen"), "x", "link")
        buttons = QHBoxLayout()
        buttons.addWidget(self.accept_button)
        buttons.addWidget(self.leave_button)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(8)
        layout.addWidget(self._title)
        layout.addWidget(self._words)
        layout.addLayout(buttons)
        self.accept_button.clicked.connect(lambda: self.accepted.emit(self._update))
        self.leave_button.clicked.connect(self.left)

    @property
    def words(self) -> str:
        """What is said about the file."""
        return self._words.text()

    def show_update(self, update: RegisterUpdate, file: str) -> None:
        """Show what a file would change."""
        self._update = update
        self._title.setText(self.tr("Was „{file}“ ändern würde").format(file=file))
        lines = list(self._lines(update))
        self._words.setText("\n".join(lines) or self.tr("Nichts: Das Verzeichnis hat diesen Stand schon."))
        self.accept_button.setVisible(not update.is_empty)
        self.show()

    def _lines(self, update: RegisterUpdate) -> Iterator[str]:
        def line(words: str, names: Sequence[str]) -> str:
            shown = ", ".join(names[:_NAMED])
            more = "" if len(names) <= _NAMED else self.tr(" und {count} weitere").format(count=len(names) - _NAMED)
            return words.format(count=len(names)) + f": {shown}{more}"

        def renaming(change: EntryChange) -> str:
            return f"{change.before.name} → {change.after.name}"

        def rekeying(change: EntryChange) -> str:
            return f"{change.after.name} ({change.before.key} → {change.after.key})"

        if update.added:
            yield line(self.tr("{count} neu"), [commune.name for commune in update.added])
        if update.renamed:
            yield line(self.tr("{count} umbenannt"), [renaming(change) for change in update.renamed])
        if update.rekeyed:
            yield line(self.tr("{count} mit neuem Schlüssel"), [rekeying(change) for change in update.rekeyed])
        if update.refigured:
            names = [change.after.name for change in update.refigured]
            yield line(self.tr("{count} mit neuen Angaben"), names)
        if update.mergers:
            yield line(self.tr("{count} aufgegangen in einer anderen"), [item.gone.name for item in update.mergers])
        if update.vanished:
            names = [commune.name for commune in update.vanished]
            yield line(self.tr("{count} fehlen in der Datei und bleiben, bis ihre Nachfolge bekannt ist"), names)
        if update.confirmed:
            yield self.tr("{count} unverändert mit neuem Stichtag").format(count=len(update.confirmed))
        if update.kept:
            words = self.tr("{count} bleiben, weil sie neuer sind oder von Ihnen stammen")
            yield line(words, [item.current.name for item in update.kept])
