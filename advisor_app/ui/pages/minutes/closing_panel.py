"""Closing the day: what is open, who was there, what came back, and the package in one key."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from advisor_app.domain.local_time import LOCAL
from advisor_app.services.day_closing import MAYOR_PAGE, MINUTES, PHOTO_MINUTES, TASK_LIST, DaySummary
from advisor_app.texts import Texts
from advisor_app.texts.digests import digest_words
from advisor_app.texts.numbers import format_date
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.elided_label import ElidedLabel
from advisor_app.ui.widgets.labels import TextLabel, hairline
from advisor_app.ui.widgets.paragraph import Paragraph
from advisor_app.ui.widgets.work_line import WorkLine

PACKAGE_KEYS = "Ctrl+Shift+P"


class ClosingPanel(QWidget):
    """``opened(page, item)`` leads to where something is open: a page of the case, or a part of this one."""

    opened = Signal(str, str)
    package_wanted = Signal()
    place_wanted = Signal()

    def __init__(self, theming: Theming, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theming = theming
        self._texts = texts
        self.state = Paragraph(theming, "", "body", weight=600)
        self.digest = TextLabel(theming, "", "caption", "secondary")
        self.digest.hide()
        self.package_button = Button(
            theming, self.tr("16-Uhr-Paket erstellen"), "luggage", "primary", shortcut=PACKAGE_KEYS, show_keys=True
        )
        self.place = ElidedLabel(theming, "", "caption", "secondary")
        self.change_place = Button(theming, self.tr("Ordner ändern"), "", "link")
        self.work = WorkLine(theming)
        self.lines: list[str] = []
        self.package = ""
        self._area = QScrollArea()
        self._lay_out()
        self.package_button.clicked.connect(self.package_wanted)
        self.change_place.clicked.connect(self.place_wanted)

    def show_summary(self, summary: DaySummary, folder: Path) -> None:
        """Show how the day stands, and the folder that its package goes to."""
        self.place.setText(self.tr("Das Paket kommt nach {folder}").format(folder=folder))
        self.state.setText(self._state_words(summary))
        self.state.set_tone("amber" if summary.is_changed else "")
        self.digest.setText("" if summary.state is None else digest_words(summary.state.digest))
        self.digest.setToolTip("" if summary.state is None else summary.state.digest)
        self.digest.setVisible(summary.state is not None)
        content = QWidget()
        content.setProperty("kind", "paper")
        column = QVBoxLayout(content)
        column.setContentsMargins(24, 16, 24, 24)
        column.setSpacing(0)
        self.lines = []
        for heading, lines in (
            (self.tr("Noch offen"), list(self._open(summary))),
            (self.tr("Teilnahme und Rückmeldung"), list(self._attendance(summary))),
        ):
            column.addWidget(TextLabel(self._theming, heading, "emphasised", weight=600))
            column.addSpacing(6)
            for words, place, is_settled in lines:
                column.addWidget(self._line(words, place, is_settled=is_settled))
                column.addWidget(hairline())
            column.addSpacing(18)
        column.addWidget(TextLabel(self._theming, self.tr("Was im Paket liegt"), "emphasised", weight=600))
        column.addSpacing(6)
        self.package = self._package(summary)
        column.addWidget(Paragraph(self._theming, self.package, "body", "secondary"))
        column.addStretch(1)
        self._area.setWidget(content)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(24, 12, 24, 8)
        head.setSpacing(16)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.state)
        words.addWidget(self.digest)
        words.addStretch(1)
        head.addLayout(words, 1)
        head.addWidget(self.package_button, 0, Qt.AlignmentFlag.AlignTop)
        place = QHBoxLayout()
        place.setContentsMargins(24, 0, 24, 8)
        place.setSpacing(12)
        place.addWidget(self.place, 1)
        place.addWidget(self.change_place)
        work = QHBoxLayout()
        work.setContentsMargins(24, 0, 24, 8)
        work.addWidget(self.work)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(place)
        column.addLayout(work)
        column.addWidget(hairline())
        column.addWidget(self._area, 1)
        self.setFocusProxy(self.package_button)

    def _state_words(self, summary: DaySummary) -> str:
        if summary.state is None:
            return self.tr("Dieser Tag ist noch nicht abgeschlossen.")
        at = summary.state.at.astimezone(LOCAL)
        day = format_date(at.date(), self._texts.language)
        words = (
            self.tr(
                "Geändert seit Arbeitsstand {number} vom {day}, {time} Uhr. Ein neues Paket wird Arbeitsstand {next}."
            )
            if summary.is_changed
            else self.tr("Arbeitsstand {number} vom {day}, {time} Uhr, seitdem unverändert.")
        )
        number = summary.state.number
        return words.format(number=number, day=day, time=f"{at:%H:%M}", next=number + 1)

    def _open(self, summary: DaySummary) -> Iterator[tuple[str, str, bool]]:
        """Sentences with where they lead (a page, a slash and its item), and whether that is settled."""
        count = len(summary.lacking)
        some = self.tr("Aufgaben ohne Person oder Termin: {count}").format(count=count)
        yield (some if count else self.tr("Jede Aufgabe hat jemanden und einen Termin.")), "entries", not count
        count = len(summary.unreleased)
        some = self.tr("Einträge, die intern bleiben: {count}").format(count=count)
        yield (some if count else self.tr("Alle Einträge sind freigegeben.")), "entries", not count
        count = len(summary.awaited_photos) + len(summary.unreleased_photos)
        some = self.tr("Fotos, die noch folgen: {awaited}, die intern bleiben: {internal}").format(
            awaited=len(summary.awaited_photos), internal=len(summary.unreleased_photos)
        )
        yield (some if count else self.tr("Kein Foto fehlt.")), "evidence", not count
        steps = [step.title for step in (*summary.skipped_steps, *summary.open_steps)]
        some = self.tr("Entfallene und offene Schritte: {titles}").format(titles=", ".join(steps))
        yield (some if steps else self.tr("Alle Schritte sind gelaufen.")), "agenda", not steps
        some = self.tr("Fragen ohne Antwort: {count}").format(count=summary.unasked)
        yield (some if summary.unasked else self.tr("Alle Fragen sind beantwortet.")), "assessment", not summary.unasked

    def _package(self, summary: DaySummary) -> str:
        """What the package would hold now."""
        parts = {
            MINUTES: self.tr("Protokoll im Entwurf als PDF und zum Bearbeiten"),
            PHOTO_MINUTES: self.tr("Fotoprotokoll"),
            TASK_LIST: self.tr("Aufgabenliste"),
            MAYOR_PAGE: self.tr("Kurzbericht für die Leitung"),
        }
        held = [words for kind, words in parts.items() if kind in summary.documents]
        if summary.has_dates:
            held.append(self.tr("Kalenderdatei mit den Terminen"))
        held.append(self.tr("eine vorbereitete E-Mail"))
        promise = self.tr(
            "Nur was freigegeben ist, steht darin. Jedes Dokument bleibt im Fall so erhalten, wie es hinausgeht."
        )
        return f"{self._texts.joined(held)}. {promise}"

    def _attendance(self, summary: DaySummary) -> Iterator[tuple[str, str, bool]]:
        parts = [
            self.tr("{half} {there} von {count}").format(
                half=self._texts(f"minutes.half.{half.value}"), there=there, count=summary.participants
            )
            for half, there in summary.attendance.items()
        ]
        registered = any(summary.attendance.values())
        words = self.tr("Anwesend: {parts}").format(parts=", ".join(parts))
        yield (words if registered else self.tr("Noch niemand ist als anwesend eingetragen.")), "attendance", registered
        if summary.forms_out:
            words = self.tr("Ausgefüllte Bögen zurück: {count}").format(count=summary.forms_back)
        else:
            words = self.tr("Es wurde noch kein Feedbackbogen ausgegeben.")
        yield words, "preparation/feedback", bool(summary.forms_back)

    def _line(self, words: str, place: str, *, is_settled: bool) -> QWidget:
        self.lines.append(words)
        line = QWidget()
        icon = QLabel()
        name, role = ("circle-check", "success") if is_settled else ("circle-alert", "amber")
        icon.setPixmap(self._theming.icon(name, role).pixmap(self._theming.icon_size()))
        icon.setAccessibleName(self.tr("erledigt") if is_settled else self.tr("offen"))
        button = Button(self._theming, self.tr("Ansehen"), "", "link")
        button.setAccessibleName(f"{words} {self.tr('Ansehen')}")
        page, _, item = place.partition("/")
        button.clicked.connect(lambda: self.opened.emit(page, item))
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 6, 0, 6)
        row.setSpacing(10)
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(Paragraph(self._theming, words), 1)
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        return line
