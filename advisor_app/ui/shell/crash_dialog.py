"""What the adviser sees when the program has a bug: what was kept, and details to copy. Nothing is sent anywhere."""

from __future__ import annotations

import traceback

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QWidget


def describe(error: BaseException) -> str:
    """The traceback as text."""
    return "".join(traceback.format_exception(error))


def show_crash(parent: QWidget | None, error: BaseException) -> None:
    """Say that something went wrong, without ending the program."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle("Beraterkoffer")
    translate = QCoreApplication.translate
    box.setText(
        translate(
            "crash", "Im Programm ist ein Fehler aufgetreten. Alles, was als gesichert angezeigt wurde, ist erhalten."
        )
    )
    box.setInformativeText(
        translate(
            "crash", "Sie können weiterarbeiten. Bitte geben Sie die Details an Ihre IT, wenn es wieder geschieht."
        )
    )
    box.setDetailedText(describe(error))
    copy = box.addButton(translate("crash", "Details kopieren"), QMessageBox.ButtonRole.ActionRole)
    box.addButton(translate("crash", "Weiterarbeiten"), QMessageBox.ButtonRole.AcceptRole)
    copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(describe(error)))
    box.open()
