"""What the adviser sees when the program has a bug: what was kept, and details to copy. Nothing is sent anywhere.

The details say where in the program it happened and hold nothing that anybody typed.
"""

from __future__ import annotations

from enum import Enum
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from advisor_app.services.fault_log import describe
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.labels import TextLabel


class Kept(Enum):
    """What is on disk when a bug is told."""

    ALL = "all"  # nothing was being typed
    TYPED = "typed"
    NOT_TYPED = "not-typed"


class CrashDialog(QDialog):
    """Says that something went wrong, without ending the program."""

    def __init__(
        self,
        theming: Theming,
        error: BaseException,
        saved: Kept = Kept.ALL,
        file: Path | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """``file`` is where the bug was written down."""
        super().__init__(parent)
        theming.dress(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Beraterkoffer")
        self.details = describe(error)
        title = TextLabel(theming, self.tr("Im Programm ist ein Fehler aufgetreten"), "section", weight=600)
        self.kept = TextLabel(theming, self._words(saved), wrap=True)
        log = TextLabel(theming, "", "caption", "secondary", wrap=True)
        log.setText(self.tr("Die Details stehen ohne Ihre Eingaben in „{file}“.").format(file=file))
        log.setVisible(file is not None)
        self._text = QPlainTextEdit(self.details)
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._text.setAccessibleName(self.tr("Details des Fehlers"))
        self._text.hide()
        self.show_button = Button(theming, self.tr("Details ansehen"), "chevron-down", "link")
        self.copy_button = Button(theming, self.tr("Details kopieren"), "copy")
        self.continue_button = Button(theming, self.tr("Weiterarbeiten"), "", "primary")
        self.continue_button.setDefault(True)
        buttons = QHBoxLayout()
        buttons.addWidget(self.show_button)
        buttons.addStretch(1)
        buttons.addWidget(self.copy_button)
        buttons.addWidget(self.continue_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(12)
        for widget in (title, self.kept, log, self._text):
            layout.addWidget(widget)
        layout.addLayout(buttons)
        self.setMinimumWidth(theming.scaled(560))
        self.continue_button.setFocus()
        self.show_button.clicked.connect(self._on_show_button_clicked)
        self.copy_button.clicked.connect(self._on_copy_button_clicked)
        self.continue_button.clicked.connect(self.accept)

    def _words(self, saved: Kept) -> str:
        first = {
            Kept.ALL: self.tr("Alles, was als gesichert angezeigt wurde, ist erhalten."),
            Kept.TYPED: self.tr("Auch was Sie zuletzt eingegeben haben, ist gesichert."),
            Kept.NOT_TYPED: self.tr(
                "Ihre letzte Eingabe ließ sich nicht sichern; bitte kopieren Sie sie aus dem Feld. "
                "Alles davor ist erhalten."
            ),
        }[saved]
        then = self.tr("Sie können weiterarbeiten. Bitte geben Sie die Details an Ihre IT, wenn es wieder geschieht.")
        return f"{first} {then}"

    def _on_show_button_clicked(self) -> None:
        self._text.setVisible(self._text.isHidden())
        self.adjustSize()

    def _on_copy_button_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self.details)
        self.copy_button.setText(self.tr("Details kopiert"))
