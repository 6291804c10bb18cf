"""The status bar: when the last commit was, what runs in the background, theme and zoom."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QProgressBar, QStatusBar, QWidget

from advisor_app.domain.errors import Problem
from advisor_app.override import override
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.elided_label import ElidedLabel
from advisor_app.ui.widgets.keys import native_keys
from advisor_app.ui.widgets.labels import TextLabel, key_label

if TYPE_CHECKING:
    from datetime import datetime

    from advisor_app.ui.shell.background import Job

_WIDE = 800
_STATE = tuple[str, str, str]  # icon, tone, words


class StatusBar(QStatusBar):
    """Tells when the last commit was, by the commit's own time, never by a guess."""

    palette_wanted = Signal()
    handbook_wanted = Signal()
    theme_toggled = Signal()
    zoom_wanted = Signal()
    lock_wanted = Signal()
    projector_wanted = Signal()  # on or off
    phones_wanted = Signal()  # the poll in which phones take part
    help_wanted = Signal()  # what can be done about a damaged database

    def __init__(self, theming: Theming, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theming = theming
        theming.dress(self)
        self._jobs: list[Job[object]] = []
        self._is_reading = self._is_low = False
        self._settled: _STATE = ("check", "success", "")
        self._shown: _STATE = self._settled
        self._good: _STATE = self._settled
        self._reads_case = False
        self._has_drafts: Callable[[], bool] = lambda: False
        self._names: dict[Button, str] = {}
        self._writing = QTimer(self)
        self._writing.setSingleShot(True)
        self._lay_out()
        self._writing.timeout.connect(self._on_writing_timeout)
        self._palette.clicked.connect(self.palette_wanted)
        self._handbook.clicked.connect(self.handbook_wanted)
        self._theme.clicked.connect(self.theme_toggled)
        self._zoom.clicked.connect(self.zoom_wanted)
        self._lock.clicked.connect(self.lock_wanted)
        self._projector.clicked.connect(self.projector_wanted)
        self._phones.clicked.connect(self.phones_wanted)
        self._help.clicked.connect(self.help_wanted)
        self._cancel.clicked.connect(self._on_cancel_clicked)
        theming.changed.connect(self._on_theming_changed)
        self._show_first_job()
        self._on_theming_changed()

    @property
    def saved_text(self) -> str:
        """What the bar says about saving."""
        return self._saved.text()

    @property
    def room_text(self) -> str:
        """What the bar says about the room on the disk, empty while there is enough."""
        return "" if self._room.isHidden() else self._room.text()

    @property
    def job_text(self) -> str:
        """What the bar says about work in the background, empty while there is none."""
        return "" if self._progress.isHidden() else self._label.text()

    @property
    def lock_button(self) -> Button:
        """Locks the data, or leads to where a passphrase is set."""
        return self._lock

    @property
    def handbook_button(self) -> Button:
        """Opens the handbook at the page that is shown."""
        return self._handbook

    @property
    def projector_button(self) -> Button:
        """Starts and stops the projection, and says what the room sees."""
        return self._projector

    @property
    def phones_button(self) -> Button:
        """Says how many phones take part in a poll, and leads there; hidden while none can."""
        return self._phones

    @property
    def help_button(self) -> Button:
        """Leads to what helps; hidden while the database is sound."""
        return self._help

    @property
    def cancel_button(self) -> Button:
        """Stops the work that runs."""
        return self._cancel

    def show_case_reading(self, *, reading: bool) -> None:
        """Whether the open case can only be read."""
        self._reads_case = reading
        self.refresh()

    def watch_drafts(self, has_drafts: Callable[[], bool]) -> None:
        """Ask this whether words stand somewhere that are not saved while one types."""
        self._has_drafts = has_drafts

    def refresh(self) -> None:
        """Say anew what holds now: drafts have come or gone."""
        self._writing.stop()
        self._show_state(self._present())

    def show_saved(self, at: datetime) -> None:
        """Everything is on disk since this instant."""
        from advisor_app.domain.local_time import LOCAL

        time = f"{at.astimezone(LOCAL):%H:%M:%S}"
        self._settle(("check", "success", self.tr("gesichert {time}").format(time=time)))

    def show_opened(self) -> None:
        """Nothing was changed yet."""
        self._is_reading = False
        self._help.hide()
        self._settle(("check", "success", self.tr("alles gesichert")))

    def show_locked(self) -> None:
        """Nothing is open until somebody unlocks the data."""
        self._hide_what_needs_data()
        self._settle(("lock", "secondary", self.tr("verschlossen")))

    def show_protection(self, *, locks: bool) -> None:
        """Offer to lock the data, or say that only the device protects them."""
        keys = native_keys("Ctrl+L")
        if locks:
            words, icon, hint = self.tr("Verschließen"), "lock", self.tr("Verschließen ({keys})")
        else:
            words, icon = self.tr("ohne Passphrase"), "lock-open"
            hint = self.tr("Nur das Gerät schützt die Daten. Hier legen Sie eine Passphrase fest ({keys}).")
        self._name(self._lock, words)
        self._lock.show_icon(icon)
        self._lock.setToolTip(hint.format(keys=keys))
        for widget in (self._lock, self._keys, self._palette, self._projector):
            widget.show()

    def show_writing(self) -> None:
        """Something is typed and not yet on disk."""
        from advisor_app.ui.widgets.autosave import LONGEST_MS

        # Every field commits, or finds nothing to commit, within this time; then the last commit's time holds again.
        if self._is_reading:
            return
        self._writing.start(LONGEST_MS + 100)
        self._show_state(("pencil", "secondary", self.tr("schreibt …")))

    def show_refused(self) -> None:
        """The last input was not taken; nothing waits, and what stood before still holds."""
        if not (self._is_reading or self._reads_case) and self._settled[1] != "error":
            self._writing.stop()
            self._show_state(("triangle-alert", "error", self.tr("nicht gesichert")))

    def forget_failure(self) -> None:
        """What could not be written was given up: what was saved last holds."""
        if self._settled[1] == "error":
            self._settle(self._good)

    def show_failed(self, problem: Problem | None = None) -> None:
        """The last edit could not be written, and why where the reason lies outside the program."""
        if self._is_reading:
            return
        words = {
            Problem.DISK_FULL: self.tr("Nicht gesichert – Datenträger voll"),
            Problem.DISK_FAILED: self.tr("Nicht gesichert – Datenträger gestört"),
            Problem.DATABASE_GONE: self.tr("Nicht gesichert – Datenordner fehlt"),
            Problem.DATABASE_LOCKED: self.tr("Nicht gesichert – Daten gesperrt"),
            Problem.DATABASE_READ_ONLY: self.tr("Nicht gesichert – schreibgeschützt"),
            Problem.DATABASE_DAMAGED: self.tr("Nicht gesichert – Datenbank beschädigt"),
        }
        said = self.tr("nicht gesichert") if problem is None else words.get(problem, self.tr("nicht gesichert"))
        self._settle(("triangle-alert", "error", said))

    def show_projector(self, words: str, *, running: bool) -> None:
        """Say what the room sees."""
        self._name(self._projector, words)
        self._projector.show_icon("presentation" if running else "monitor")

    def show_phones(self, words: str, *, warns: bool = False) -> None:
        """Say how many phones take part in a poll; empty words while none can. ``warns`` where they cannot now."""
        self._name(self._phones, words)
        self._phones.show_icon("triangle-alert" if warns else "smartphone")
        self._phones.setVisible(bool(words))

    def show_damaged(self) -> None:
        """A damaged page was found: nothing more is written, and what helps is in reach until it is mended."""
        if self._settled[1] != "error":  # why the last edit is not on disk says more
            self._settle(("triangle-alert", "error", self.tr("Datenbank beschädigt")))
        self._help.show()

    def show_closed(self) -> None:
        """The data folder could not be opened."""
        self._is_reading = False
        self._is_low = False
        self._hide_what_needs_data()
        self._settle(("triangle-alert", "error", self.tr("nicht geöffnet")))

    def show_reading(self) -> None:
        """The data can only be read, as long as they are open."""
        self._settle(("eye", "amber", self.tr("nur lesen")))
        self._is_reading = True

    def show_room(self, *, low: bool) -> None:
        """Whether the disk is nearly full: the reserve is gone."""
        self._is_low = low
        self._show_room()

    def show_job(self, job: Job[object]) -> None:
        """Show progress and the way to cancel while a job runs; of several the first."""
        self._jobs.append(job)
        job.tell(self, progressed=partial(self._on_job_progressed, job), ended=partial(self._on_job_ended, job))
        if job is self._jobs[0]:
            self._show_first_job()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _name(self, button: Button, words: str) -> None:
        """Call a button so, in words for eyes where there is room."""
        self._names[button] = words
        button.setAccessibleName(words)
        self._fit()

    def _fit(self) -> None:
        """Icons alone where all words would not find room."""
        is_wide = self.width() >= self._theming.scaled(_WIDE)
        for button, words in self._names.items():
            button.setText(words if is_wide else "")

    def _lay_out(self) -> None:
        theming = self._theming
        self.setSizeGripEnabled(False)
        self.setContentsMargins(10, 0, 10, 0)
        self._icon = QLabel(self)
        self._saved = TextLabel(theming, "", "caption", "success", tabular=True)
        self._room = TextLabel(theming, self.tr("Datenträger fast voll"), "caption", "amber")
        self._room.hide()
        self._label = ElidedLabel(theming, "", "caption", "secondary")
        self._progress = QProgressBar(self)
        self._progress.setTextVisible(False)
        self._cancel = Button(theming, self.tr("Abbrechen"), "x", "status")
        self._help = Button(theming, self.tr("Was jetzt hilft"), "octagon-alert", "status")
        self._help.hide()
        native = native_keys("Ctrl+K")
        hint = self.tr("Seiten, Befehle und Fälle nach Namen ({keys})").format(keys=native)
        self._keys = key_label(theming, native)
        self._palette = Button(theming, self.tr("Befehle"), "", "status", tooltip=hint)
        beamer = self.tr("Beamer an oder aus ({keys})").format(keys=native_keys("F5"))
        self._projector = Button(theming, "", "monitor", "status", tooltip=beamer)
        self._phones = Button(
            theming, "", "smartphone", "status", tooltip=self.tr("Zur Abfrage, an der Handys teilnehmen")
        )
        self._phones.hide()
        self._lock = Button(theming, "", "lock", "status")
        self._lock.hide()
        handbook = self.tr("Handbuch zu dieser Seite ({keys})").format(keys=native_keys("F1"))
        self._handbook = Button(theming, "", "circle-question-mark", "status", tooltip=handbook)
        self._theme = Button(theming, "", "sun", "status", tooltip=self.tr("Hell oder dunkel"))
        self._zoom = Button(theming, "", "zoom-in", "status")
        self._name(self._projector, self.tr("Beamer aus"))
        self._name(self._handbook, self.tr("Hilfe"))
        for widget in (self._icon, self._saved, self._help, self._room, self._label, self._progress, self._cancel):
            self.addWidget(widget)
        left = (self._phones, self._lock, self._keys, self._palette, self._projector)
        for widget in (*left, self._handbook, self._theme, self._zoom):
            self.addPermanentWidget(widget)

    def _hide_what_needs_data(self) -> None:
        for widget in (self._help, self._lock, self._keys, self._palette, self._projector):
            widget.hide()

    def _settle(self, state: _STATE) -> None:
        self._writing.stop()
        self._settled = state
        if state[1] != "error":
            self._good = state
        self._show_state(self._present())
        self._show_room()

    def _show_room(self) -> None:
        """Not beside something worse."""
        self._room.setVisible(self._is_low and self._settled[1] != "error")

    def _show_state(self, state: _STATE) -> None:
        if state[:2] != self._shown[:2]:
            self._show_icon(*state[:2])
        self._shown = state
        self._saved.setText(state[2])

    def _show_icon(self, icon: str, tone: str) -> None:
        role = "ink2" if tone == "secondary" else tone
        self._icon.setPixmap(self._theming.icon(icon, role).pixmap(self._theming.icon_size() * 0.85))
        self._saved.set_tone(tone)

    def _show_first_job(self) -> None:
        """Show that it has begun; how far it is, it tells itself."""
        self._progress.setRange(0, 0 if self._jobs else 100)
        self._label.setText("")
        self._cancel.setEnabled(True)
        for widget in (self._label, self._progress, self._cancel):
            widget.setVisible(bool(self._jobs))

    def _on_job_ended(self, job: Job[object]) -> None:
        was_first = job is self._jobs[0]
        self._jobs.remove(job)
        if was_first:
            self._show_first_job()

    def _on_writing_timeout(self) -> None:
        self._show_state(self._present())

    def _present(self) -> _STATE:
        """What holds when nobody types: never that all is saved while a draft is not."""
        if self._settled[0] == "check" and self._has_drafts():
            return ("pencil", "amber", self.tr("Entwurf – noch nicht gesichert"))
        if self._settled[0] == "check" and self._reads_case:
            return ("eye", "amber", self.tr("nur lesen"))
        return self._settled

    def _on_job_progressed(self, job: Job[object], share: float, label: str) -> None:
        if job is self._jobs[0]:
            from advisor_app.domain.words import unsteered  # here: nothing is at work before the first paint

            self._progress.setRange(0, 100)
            self._progress.setValue(round(share * 100))
            self._label.setText(unsteered(label))  # mostly what a file from elsewhere is called

    def _on_cancel_clicked(self) -> None:
        if self._jobs:
            self._jobs[0].cancel()
            self._cancel.setEnabled(False)

    def _on_theming_changed(self) -> None:
        theming = self._theming
        self._name(self._theme, self.tr("Dunkel") if theming.is_dark else self.tr("Hell"))
        self._theme.show_icon("moon" if theming.is_dark else "sun")
        self._zoom.setText(f"{theming.zoom} %")
        words = self.tr("Schrift größer ({more}) oder kleiner ({less})")
        self._zoom.setToolTip(words.format(more=native_keys("Ctrl++"), less=native_keys("Ctrl+-")))
        self._progress.setFixedWidth(theming.scaled(120))
        self.setMinimumHeight(theming.size("status_bar"))
        self._show_icon(*self._shown[:2])
