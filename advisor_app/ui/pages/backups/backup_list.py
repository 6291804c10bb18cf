"""The backups, newest first, with what can be done with each."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.domain.backup import Backup
from advisor_app.services.backup_places import BackupList, ListedBackup
from advisor_app.ui.pages.backups.wording import facts_of, when
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.labels import TextLabel, hairline
from advisor_app.ui.widgets.paragraph import Paragraph

_SHOWN_AT_FIRST = 6


class BackupRow(QWidget):
    """One backup: when, what is in it, and two buttons."""

    def __init__(self, context: PageContext, row: ListedBackup, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theming, workspace = context.theming, context.workspace
        self.backup = row.backup
        language = workspace.preferences.language
        time = when(row.backup.made_at, workspace.clock.now(), language)
        reason = workspace.texts(f"backups.reason.{row.backup.reason.value}")
        if row.also:
            reason += " · " + self.tr("auch am zweiten Ort")
        elif row.backup.folder.parent != workspace.backups.local:
            reason += " · " + self.tr("nur am zweiten Ort")
        self.verify_button = Button(theming, self.tr("Prüfen"), "shield-check", "link")
        self.verify_button.setAccessibleName(self.tr("Sicherung {when} prüfen").format(when=time))
        self.restore_button = Button(theming, self.tr("Wiederherstellen …"), "archive-restore", "link")
        self.restore_button.setAccessibleName(self.tr("Sicherung {when} wiederherstellen").format(when=time))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(TextLabel(theming, time, "body", weight=600, tabular=True))
        words.addWidget(
            Paragraph(theming, facts_of(row.backup, reason, language), "caption", "secondary", tabular=True)
        )
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 6)
        layout.setSpacing(12)
        layout.addLayout(words, 1)
        layout.addWidget(self.verify_button)
        layout.addWidget(self.restore_button)


class BackupRows(QWidget):
    """All rows; the older ones are shown when they are asked for."""

    verify_wanted = Signal(object)  # Backup
    restore_wanted = Signal(object)  # Backup

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.rows: list[BackupRow] = []
        self._lines: list[QWidget] = []
        self._shows_all = False
        self._damaged = Paragraph(context.theming, "", "body", "amber")
        self.more_button = Button(context.theming, "", "chevron-down", "link")
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._rows_layout = QVBoxLayout()
        self._rows_layout.setSpacing(0)
        self._layout.addLayout(self._rows_layout)
        more = QHBoxLayout()
        more.addWidget(self.more_button)
        more.addStretch(1)
        self._layout.addLayout(more)
        self._layout.addWidget(self._damaged)
        self.more_button.clicked.connect(self._on_more_button_clicked)

    def show_backups(self, listed: BackupList) -> None:
        """Show these."""
        for widget in (*self.rows, *self._lines):
            self._rows_layout.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self.rows, self._lines = [BackupRow(self._context, row) for row in listed.backups], []
        for row in self.rows:
            line = hairline()
            self._lines.append(line)
            self._rows_layout.addWidget(line)
            self._rows_layout.addWidget(row)
            row.verify_button.clicked.connect(partial(self._on_verify, row.backup))
            row.restore_button.clicked.connect(partial(self._on_restore, row.backup))
        count = len(listed.unreadable)
        self._damaged.setText(
            self.tr("Sicherungen, die unvollständig, verändert oder von einer neueren Version sind: {count}").format(
                count=count
            )
        )
        self._damaged.setVisible(count > 0)
        self._show_rows()

    def _show_rows(self) -> None:
        for number, (line, row) in enumerate(zip(self._lines, self.rows, strict=True)):
            shown = self._shows_all or number < _SHOWN_AT_FIRST
            line.setVisible(shown)
            row.setVisible(shown)
        rest = len(self.rows) - _SHOWN_AT_FIRST
        self.more_button.setText(self.tr("{count} ältere zeigen").format(count=rest))
        self.more_button.setVisible(rest > 0 and not self._shows_all)

    def _on_more_button_clicked(self) -> None:
        self._shows_all = True
        self._show_rows()

    def _on_verify(self, backup: Backup) -> None:
        self.verify_wanted.emit(backup)

    def _on_restore(self, backup: Backup) -> None:
        self.restore_wanted.emit(backup)
