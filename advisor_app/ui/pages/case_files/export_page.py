"""Passing a case on: to work on it together, or for good."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from advisor_app.domain.changes import Change, HandoverSet
from advisor_app.domain.errors import AdvisorError
from advisor_app.override import override
from advisor_app.services.case_export import SHORTEST_PASSPHRASE, ExportedCase
from advisor_app.services.clock import today
from advisor_app.texts.errors import sentence
from advisor_app.ui.shell.background import Job
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.page import CasePage, Headline, PageContext
from advisor_app.ui.widgets.announce import announce
from advisor_app.ui.widgets.buttons import Button, Segments
from advisor_app.ui.widgets.done_card import DoneCard
from advisor_app.ui.widgets.drafts import Drafts
from advisor_app.ui.widgets.file_choice import ChoosePlace, file_to_save
from advisor_app.ui.widgets.labels import TextLabel
from advisor_app.ui.widgets.line import Line
from advisor_app.ui.widgets.new_passphrase import NewPassphrase
from advisor_app.ui.widgets.paper_column import PaperColumn
from advisor_app.ui.widgets.work_line import WorkLine, reporting

if TYPE_CHECKING:
    from advisor_app.services.case_export import Protection


SHARE, HAND_OVER = "share", "hand-over"
PASSPHRASE, RECIPIENT = "passphrase", "recipient"


class CaseExportPage(CasePage):
    """``choose_file`` asks where the file goes."""

    def __init__(
        self,
        context: PageContext,
        bridge: CaseBridge,
        choose_file: ChoosePlace = file_to_save,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, bridge, parent)
        theming = context.theming
        self._choose_file = choose_file
        self.purpose = Segments(
            theming, [(SHARE, self.tr("Gemeinsam bearbeiten"), "users"), (HAND_OVER, self.tr("Übergeben"), "handshake")]
        )
        self._purpose_words = TextLabel(theming, "", "body", "secondary", wrap=True)
        self.successor = Line()
        self._successor_label = TextLabel(theming, self.tr("Wer den Fall übernimmt"), "caption", "secondary")
        self.way = Segments(
            theming, [(PASSPHRASE, self.tr("Passphrase"), "lock"), (RECIPIENT, self.tr("Empfangsschlüssel"), "mail")]
        )
        self._way_label = TextLabel(theming, self.tr("Verschlüsselt mit"), "emphasised", weight=600)
        self._way_words = TextLabel(theming, "", "body", "secondary", wrap=True)
        self.passphrase = NewPassphrase(theming, SHORTEST_PASSPHRASE)
        self.recipient = Line()
        self._recipient_label = TextLabel(
            theming, self.tr("Empfangsschlüssel der anderen Seite"), "caption", "secondary"
        )
        self.complaint = TextLabel(theming, "", "body", "error", wrap=True)
        self.save_button = Button(theming, "", "file-down", "primary")
        self.work = WorkLine(theming)
        self.done = DoneCard(theming)
        self.drafts = Drafts(self, "export", stores=False)
        self.drafts.add("successor", self.successor)
        self.drafts.add("recipient", self.recipient)
        self._lay_out()
        self._connect()
        self._show_fields()

    @override
    def put_back(self, drafts: Mapping[str, Mapping[str, str]]) -> None:
        super().put_back(drafts)
        if self.successor.text():
            self.purpose.choose(HAND_OVER)
        if self.recipient.text():
            self.way.choose(RECIPIENT)
        self._show_fields()

    @override
    def headline(self) -> Headline:
        title = QCoreApplication.translate("pages", "Fall weitergeben")
        return Headline(title=self.context.workspace.register.titles(self.bridge.case.head.communes), subtitle=title)

    @override
    def refresh(self, changes: tuple[Change, ...]) -> None:
        if any(isinstance(change, HandoverSet) for change in changes):
            self._show_fields()

    @override
    def flush(self) -> bool:
        """Stop what is under way before the page is left: a case is not handed over behind one's back."""
        if not self.work.is_busy:
            self.passphrase.clear()
            return True
        self.work.stop()
        return False

    def _lay_out(self) -> None:
        theming = self.context.theming
        self.recipient.setPlaceholderText("bkrecipient:…")
        for label, line in ((self._successor_label, self.successor), (self._recipient_label, self.recipient)):
            label.setBuddy(line)
            line.setAccessibleName(label.text())
            line.setMaxLength(200)
        column = PaperColumn(theming)
        about = self.tr("Die Datei enthält den ganzen Fall: Antworten, Verlauf, Personen, Fragebögen und Nachweise.")
        column.add(
            TextLabel(theming, about, "body", wrap=True),
            self.purpose,
            self._purpose_words,
            self._successor_label,
            self.successor,
            self._way_label,
            self.way,
            self._way_words,
            self.passphrase,
            self._recipient_label,
            self.recipient,
            self.complaint,
            self.save_button,
            self.work,
            self.done,
        )
        self.done.hide()
        self.complaint.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(column)

    def _connect(self) -> None:
        self.purpose.chosen.connect(self._on_segment_chosen)
        self.way.chosen.connect(self._on_segment_chosen)
        self.save_button.clicked.connect(self._save)
        self.passphrase.entered.connect(self._save)
        self.recipient.returnPressed.connect(self._save)

    def _show_fields(self) -> None:
        hands_over, by_key = self.purpose.current() == HAND_OVER, self.way.current() == RECIPIENT
        self._purpose_words.setText(
            self.tr("Der Fall gehört danach der anderen Seite; hier bleibt eine Kopie zum Lesen.")
            if hands_over
            else self.tr("Beide Seiten können weiterarbeiten und die Stände später zusammenführen.")
        )
        self._way_words.setText(
            self.tr(
                "Den Schlüssel zeigt die Seite „Falldatei einlesen“ der anderen Seite. Nur sie kann die Datei öffnen."
            )
            if by_key
            else self.tr("Teilen Sie die Passphrase getrennt von der Datei mit, am besten am Telefon.")
        )
        given = self.bridge.case.handover
        is_done = given is not None and hands_over  # just now, on this page
        for widget in (self._successor_label, self.successor):
            widget.setVisible(hands_over and not is_done)
        for widget in (self._recipient_label, self.recipient):
            widget.setVisible(by_key and not is_done)
        self.passphrase.setVisible(not by_key and not is_done)
        for part in (self._way_label, self.way, self._way_words, self.save_button):
            part.setVisible(not is_done)
        self.save_button.setText(self.tr("Datei speichern und übergeben") if hands_over else self.tr("Datei speichern"))
        self.purpose.setEnabled(given is None)

    def _on_segment_chosen(self, _name: str) -> None:
        self._complain("")
        self._show_fields()

    def _save(self) -> None:
        if self.work.is_busy:
            return
        successor = self.successor.text().strip() if self.purpose.current() == HAND_OVER else ""
        if self.purpose.current() == HAND_OVER and not successor:
            self._complain(self.tr("Bitte nennen Sie, wer den Fall übernimmt."))
            self.successor.setFocus()
            return
        protection = self._protection()
        if protection is None:
            return
        file = self._choose_file(
            self, self.tr("Falldatei speichern"), self._proposed(), self.tr("Falldateien (*.bkcase)")
        )
        if file is not None:
            self._complain("")
            self._write(file, protection, successor)

    def _protection(self) -> Protection | None:
        """How the file is encrypted; None where that is not settled yet, and the field says why."""
        service = self.context.workspace.case_export
        by_key = self.way.current() == RECIPIENT
        words = self.recipient.text() if by_key else self.passphrase.take()
        if not words and not by_key:
            return None
        try:
            return service.for_recipient(words) if by_key else service.with_passphrase(words)
        except AdvisorError as error:
            self._complain(sentence(error, self.context.workspace.texts))
            (self.recipient if by_key else self.passphrase).setFocus()
            return None

    def _write(self, file: Path, protection: Protection, successor: str) -> None:
        service, case_id = self.context.workspace.case_export, self.bridge.case.id
        job: Job[ExportedCase] = self.context.lane.run(
            lambda job: service.export(case_id, file, protection, reporting(job), hand_over_to=successor)
        )
        self.work.follow(job, self.tr("Die Datei wird geschrieben und zur Kontrolle gelesen …"))
        self.done.hide()
        self.save_button.setEnabled(False)
        job.tell(
            self,
            succeeded=lambda exported: self._on_written(exported, successor),
            refused=lambda error: self._complain(sentence(error, self.context.workspace.texts)),
            ended=lambda: self.save_button.setEnabled(True),
        )

    def _on_written(self, exported: ExportedCase, successor: str) -> None:
        service = self.context.workspace.case_export
        if successor:
            self.bridge.perform(lambda session: service.hand_over(session, exported))
        self.drafts.settle()
        handed = successor and self.bridge.case.handover is not None
        self.passphrase.clear()
        counts = self.tr("Einträge: {records}, Zeilen Verlauf: {lines}, Personen: {people}, Nachweise: {evidence}.")
        words = [
            self.tr("Geschrieben und geprüft: {file}.").format(file=exported.file),
            counts.format(
                records=exported.records, lines=exported.lines, people=exported.people, evidence=exported.evidence
            ),
        ]
        if exported.missing:
            gone = self.tr("Nachweise, die hier nicht mehr lesbar sind und in der Datei fehlen: {count}.")
            words.append(gone.format(count=len(exported.missing)))
        if handed:
            words.append(self.tr("Der Fall ist an „{name}“ übergeben.").format(name=successor))
        self.done.words.setText(" ".join(words))
        self.done.show()
        announce(self, self.done.words.text())

    def _proposed(self) -> str:
        name = "".join(letter if letter.isalnum() else "-" for letter in self.bridge.case.commune.name)
        return f"{name}_{today(self.context.workspace.clock):%Y-%m-%d}.bkcase"

    def _complain(self, words: str) -> None:
        self.complaint.setText(words)
        self.complaint.setVisible(bool(words))
        if words:
            announce(self, words)
