"""Making a recovery sheet: print or save it, file it, and type its last group to show that it is at hand."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.services.protection import RecoveryCode
from advisor_app.texts.errors import sentence
from advisor_app.ui.shell.background import Job
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.announce import announce
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.file_choice import ChoosePlace, file_to_save
from advisor_app.ui.widgets.labels import TextLabel
from advisor_app.ui.widgets.line import Line
from advisor_app.ui.widgets.printing import ChoosePrinter, PrintRequest, ask_printer, print_pages


def open_file(file: Path) -> None:
    """Show a file with the system's own program."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(file)))


class RecoveryPanel(QWidget):
    """``confirmed(RecoveryCode)`` tells that the sheet is filed; whoever began it lets the code hold from then on."""

    confirmed = Signal(object)
    left = Signal()

    def __init__(
        self,
        context: PageContext,
        *,
        confirm: str = "",
        choose_file: ChoosePlace = file_to_save,
        choose_printer: ChoosePrinter = ask_printer,
        show_file: Callable[[Path], None] = open_file,
        parent: QWidget | None = None,
    ) -> None:
        """``confirm`` is the word on the button that goes on."""
        super().__init__(parent)
        self._context = context
        self.choose_file = choose_file
        self.choose_printer = choose_printer
        self.show_file = show_file
        self._recovery: RecoveryCode | None = None
        theming = context.theming
        self._made = TextLabel(theming, "", "body", "success", wrap=True)
        self.print_button = Button(theming, self.tr("Blatt drucken"), "printer")
        self.save_button = Button(theming, self.tr("Als PDF speichern und öffnen"), "file-down")
        self.filed = QCheckBox(self.tr("Ich habe das Blatt gedruckt und abgelegt"))
        self.filed.setFont(theming.font("body"))
        self.group = Line()
        self.group.setMaxLength(12)
        self.group.setAccessibleName(self.tr("Letzte Gruppe des Codes"))
        self._complaint = TextLabel(theming, "", "body", "error", wrap=True)
        self.confirm_button = Button(theming, confirm or self.tr("Bestätigen"), "check", "primary")
        self.leave_button = Button(theming, self.tr("Verwerfen"), "x", "link")
        self._lay_out()
        self.print_button.clicked.connect(self._on_print_button_clicked)
        self.save_button.clicked.connect(self._on_save_button_clicked)
        self.filed.toggled.connect(self._show_state)
        self.group.textEdited.connect(self._show_state)
        self.group.returnPressed.connect(self._on_confirmed)
        self.confirm_button.clicked.connect(self._on_confirmed)
        self.leave_button.clicked.connect(self.left)
        theming.changed.connect(self._on_theming_changed)
        self._on_theming_changed()
        self._show_state()

    @property
    def complaint(self) -> str:
        """What is wrong, empty while nothing is."""
        return "" if self._complaint.isHidden() else self._complaint.text()

    @property
    def words(self) -> str:
        """What is said of the sheet that was made."""
        return self._made.text()

    def begin(self, recovery: RecoveryCode) -> None:
        """Make the sheet of this code."""
        self._recovery = recovery
        self._is_made = False
        self._made.clear()
        self.filed.setChecked(False)
        self.group.clear()
        self._complain("")
        self._show_state()

    def take_focus(self) -> None:
        """Put the focus where the work begins."""
        self.print_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        theming = self._context.theming
        make = QHBoxLayout()
        make.setSpacing(12)
        make.addWidget(self.print_button)
        make.addWidget(self.save_button)
        make.addStretch(1)
        label = TextLabel(theming, self.tr("Letzte Gruppe des Codes (die sechs Zeichen ganz rechts)"), "caption")
        label.set_tone("secondary")
        label.setBuddy(self.group)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.confirm_button)
        row.addWidget(self.leave_button)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(make)
        layout.addWidget(self._made)
        layout.addSpacing(4)
        layout.addWidget(self.filed)
        layout.addWidget(label)
        layout.addWidget(self.group, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._complaint)
        layout.addLayout(row)
        self._is_made = False

    def _show_state(self) -> None:
        self._made.setVisible(bool(self._made.text()))
        for widget in (self.filed, self.group):
            widget.setEnabled(self._is_made)
        typed = bool(self.group.text().strip())
        self.confirm_button.setEnabled(self._is_made and self.filed.isChecked() and typed)

    def _complain(self, words: str) -> None:
        self._complaint.setText(words)
        self._complaint.setVisible(bool(words))
        if words:
            announce(self, words)

    def _on_save_button_clicked(self) -> None:
        recovery = self._recovery
        if recovery is None:
            return
        sheets = self._context.workspace.recovery_sheets
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        proposed = str(Path(documents, sheets.file_name(recovery)))
        file = self.choose_file(self, self.tr("Blatt speichern"), proposed, self.tr("PDF-Dateien (*.pdf)"))
        if file is None:
            return
        job: Job[None] = self._context.lane.run(lambda _job: sheets.create(recovery, file))
        job.tell(self, succeeded=lambda _: self._on_saved(file), refused=self._on_refused)

    def _on_print_button_clicked(self) -> None:
        recovery = self._recovery
        if recovery is None:
            return
        printer = self.choose_printer(self, PrintRequest(title=self.tr("Wiederherstellungsblatt"), pages=1))
        if printer is None:
            return
        sheets = self._context.workspace.recovery_sheets
        job: Job[int] = self._context.lane.run(
            lambda job: print_pages(sheets.render(recovery), printer, job.report, job.checkpoint)
        )
        job.tell(self, succeeded=self._on_printed, refused=self._on_refused)

    def _on_printed(self, pages: int) -> None:
        if pages:
            self._show_made(self.tr("Das Blatt ist gedruckt."))
        else:
            self._complain(self.tr("Der Drucker hat das Blatt nicht angenommen. Bitte wählen Sie einen anderen."))

    def _on_saved(self, file: Path) -> None:
        words = self.tr("Das Blatt liegt in „{file}“. Drucken Sie es aus, und löschen Sie die Datei danach.")
        self._show_made(words.format(file=file))
        self.show_file(file)

    def _show_made(self, words: str) -> None:
        self._is_made = True
        self._made.setText(words)
        self._complain("")
        self._show_state()
        announce(self, words)
        self.filed.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_refused(self, error: AdvisorError) -> None:
        if error.problem is not Problem.CANCELLED:
            self._complain(sentence(error, self._context.workspace.texts))

    def _on_confirmed(self) -> None:
        if self._recovery is None or not self.confirm_button.isEnabled():
            return
        if not self._recovery.ends_with(self.group.text()):
            self._complain(self.tr("Das steht so nicht auf dem Blatt. Bitte vergleichen Sie die letzte Gruppe."))
            self.group.selectAll()
            self.group.setFocus()
            return
        self._complain("")
        self.confirmed.emit(self._recovery)

    def _on_theming_changed(self) -> None:
        self.group.setFixedWidth(self._context.theming.scaled(180))
        self.filed.setFont(self._context.theming.font("body"))
