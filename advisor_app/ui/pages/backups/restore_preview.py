"""What a backup holds, before it takes the place of the present data."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.domain.backup import Backup, BackupContents
from advisor_app.ui.pages.backups.wording import case_line, when
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.labels import TextLabel
from advisor_app.ui.widgets.paragraph import Paragraph

_NAMED = 12


class RestorePreview(QFrame):
    """Nothing is changed until it is accepted. ``accepted(backup, without_evidence)``."""

    accepted = Signal(object, bool)
    left = Signal()

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theming = context.theming
        self._context = context
        self._backup: Backup | None = None
        self._without_evidence = False
        self.setProperty("kind", "card")
        self._title = TextLabel(theming, "", "emphasised", weight=600, wrap=True)
        self._words = Paragraph(theming, "", "body")
        self._warning = Paragraph(theming, "", "body", "amber")
        self.accept_button = Button(theming, self.tr("Wiederherstellen"), "archive-restore", "primary")
        self.leave_button = Button(theming, self.tr("Abbrechen"), "x", "link")
        buttons = QHBoxLayout()
        buttons.addWidget(self.accept_button)
        buttons.addWidget(self.leave_button)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(8)
        for label in (self._title, self._words, self._warning):
            layout.addWidget(label)
        layout.addLayout(buttons)
        self.accept_button.clicked.connect(self._on_accept_button_clicked)
        self.leave_button.clicked.connect(self._on_leave_button_clicked)
        self.hide()

    @property
    def words(self) -> str:
        """What is said about the backup."""
        return "\n".join(label.text() for label in (self._title, self._words, self._warning) if label.text())

    def show_contents(self, backup: Backup, contents: BackupContents) -> None:
        """Show what a backup holds and what becomes of the present data."""
        workspace = self._context.workspace
        language = workspace.preferences.language
        self._backup, self._without_evidence = backup, contents.missing_evidence > 0
        time = when(backup.made_at, workspace.clock.now(), language)
        words = self.tr("Sicherung {when}, Programmversion {program}")
        self._title.setText(words.format(when=time, program=backup.program))
        self._words.setText("\n".join(self._lines(backup, contents)))
        warnings = []
        if not workspace.backups.is_own(backup):
            warnings.append(
                self.tr("Diese Sicherung gehört zu anderen Daten als den geöffneten. Die geöffneten werden ersetzt.")
            )
        if contents.missing_evidence:
            missing = self.tr("Fotos und Dateien, die am Ort der Sicherung fehlen: {count}")
            warnings.append(missing.format(count=contents.missing_evidence))
        self._warning.setText("\n".join(warnings))
        self._warning.setVisible(bool(warnings))
        self.show()
        self.leave_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lines(self, backup: Backup, contents: BackupContents) -> Iterator[str]:
        workspace = self._context.workspace
        now, language = workspace.clock.now(), workspace.preferences.language
        if contents.cases is None:
            words = self.tr(
                "Fälle darin: {count}. Welche, zeigt sich erst, wenn Sie sie mit ihrer Passphrase oder ihrem "
                "Wiederherstellungscode öffnen."
            )
            yield words.format(count=backup.cases)
        else:
            yield from (case_line(case, now, language) for case in contents.cases[:_NAMED])
            rest = len(contents.cases) - _NAMED
            if rest > 0:
                yield self.tr("und {count} weitere").format(count=rest)
            if not contents.cases:
                yield self.tr("Sie enthält keinen Fall.")
        yield self.tr("Die Daten von jetzt werden vorher gesichert und im Datenordner unter „aside“ aufgehoben.")

    def _on_leave_button_clicked(self) -> None:
        self.hide()
        self.left.emit()

    def _on_accept_button_clicked(self) -> None:
        self.hide()
        self.accepted.emit(self._backup, self._without_evidence)
