"""What a backup holds, before it takes the place of the present data."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.domain.backup import Backup, BackupContents
from advisor_app.ui.pages.backups.wording import case_line, when
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.announce import announce
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.labels import TextLabel
from advisor_app.ui.widgets.paragraph import Paragraph
from advisor_app.ui.widgets.passphrase_field import PassphraseField

_NAMED = 12


class RestorePreview(QFrame):
    """Nothing is changed until it is accepted: ``accepted(backup, without_evidence)``.

    A backup under another key can be opened with what is typed: ``secret_given(backup, text)``.
    """

    accepted = Signal(object, bool)
    secret_given = Signal(object, str)
    left = Signal()

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theming = context.theming
        self._context = context
        self.backup: Backup | None = None
        self._without_evidence = False
        self.setProperty("kind", "card")
        self._title = TextLabel(theming, "", "emphasised", weight=600, wrap=True)
        self._words = Paragraph(theming, "", "body")
        self._warning = Paragraph(theming, "", "body", "amber")
        self.secret = PassphraseField(theming, self.tr("Passphrase oder Wiederherstellungscode"))
        self.open_button = Button(theming, self.tr("Ansehen"), "lock-open")
        self._complaint = Paragraph(theming, "", "body", "amber")
        self._entry = self._make_entry()
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
        layout.insertWidget(layout.count() - 1, self._entry)
        layout.addLayout(buttons)
        self.secret.entered.connect(self._give_secret)
        self.open_button.clicked.connect(self._give_secret)
        self.accept_button.clicked.connect(self._on_accept_button_clicked)
        self.leave_button.clicked.connect(self._on_leave_button_clicked)
        self.hide()

    @property
    def words(self) -> str:
        """What is said about the backup."""
        return "\n".join(label.text() for label in (self._title, self._words, self._warning) if label.text())

    @property
    def complaint(self) -> str:
        """Why what was typed does not open the backup, empty while nothing is wrong."""
        return "" if self._complaint.isHidden() else self._complaint.text()

    def show_contents(self, backup: Backup, contents: BackupContents) -> None:
        """Show what a backup holds and what becomes of the present data."""
        workspace = self._context.workspace
        language = workspace.preferences.language
        self.backup, self._without_evidence = backup, contents.missing_evidence > 0
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
        self._reset_entry()
        is_locked = contents.cases is None
        self._entry.setVisible(is_locked)
        self.show()
        (self.secret if is_locked else self.leave_button).setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, words: str) -> None:
        """Say why what was typed does not open the backup."""
        self._reset_entry()
        self._complaint.setText(words)
        self._complaint.show()
        self.secret.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, words)

    def _make_entry(self) -> QWidget:
        entry, field = QWidget(), QHBoxLayout()
        label = TextLabel(
            self._context.theming, self.tr("Passphrase oder Wiederherstellungscode dieser Sicherung"), "body"
        )
        label.setBuddy(self.secret)
        field.setSpacing(12)
        field.addWidget(self.secret, 1)
        field.addWidget(self.open_button)
        column = QVBoxLayout(entry)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(label)
        column.addLayout(field)
        column.addWidget(self._complaint)
        return entry

    def _reset_entry(self) -> None:
        self.secret.clear()
        self._complaint.hide()
        self.open_button.setEnabled(True)

    def _give_secret(self) -> None:
        if self.secret.text and self.open_button.isEnabled():
            self.open_button.setEnabled(False)
            self.secret_given.emit(self.backup, self.secret.text)

    def _lines(self, backup: Backup, contents: BackupContents) -> Iterator[str]:
        workspace = self._context.workspace
        now, language = workspace.clock.now(), workspace.preferences.language
        if contents.cases is None:
            words = self.tr(
                "Fälle darin: {count}. Welche es sind, sehen Sie mit der Passphrase oder dem Wiederherstellungscode, "
                "die zu dieser Sicherung gehören. Spätestens nach dem Wiederherstellen fragt das Programm danach."
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
        self._leave()
        self.left.emit()

    def _on_accept_button_clicked(self) -> None:
        backup = self.backup
        self._leave()
        self.accepted.emit(backup, self._without_evidence)

    def _leave(self) -> None:
        self.backup = None
        self._reset_entry()
        self.hide()
