"""The window of the handbook: contents and search at the left, the chapter at the right."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.domain.errors import AdvisorError
from advisor_app.domain.handbook import Handbook, Place
from advisor_app.override import override
from advisor_app.services import handbook as handbook_service
from advisor_app.services.clock import SystemClock, today
from advisor_app.texts import load_texts
from advisor_app.texts.errors import sentence
from advisor_app.ui.handbook.chapter_view import ChapterView
from advisor_app.ui.handbook.contents_list import ContentsList
from advisor_app.ui.handbook.trail import Step, Trail
from advisor_app.ui.shell.background import BackgroundLane
from advisor_app.ui.shell.focus_ring import FocusRing
from advisor_app.ui.shell.icon_engine import product_icon
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.announce import announce
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.file_choice import ChoosePlace, file_to_save
from advisor_app.ui.widgets.icon_button import IconButton
from advisor_app.ui.widgets.keys import native_keys
from advisor_app.ui.widgets.labels import TextLabel, vertical_hairline
from advisor_app.ui.widgets.work_line import WorkLine, reporting

_SIZE = (1080, 720)
_SMALLEST = (640, 400)
_SEARCH_MS = 150


class HandbookWindow(QWidget):
    """Shows the handbook; ``show_page`` opens it where a page of the program is explained."""

    ready = Signal()

    def __init__(self, theming: Theming, lane: BackgroundLane, language: str) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self._theming = theming
        theming.dress(self)
        self._lane = lane
        self._texts = load_texts(language)
        self._handbook: Handbook | None = None
        self._wanted = ""
        self._trail = Trail()
        self.choose_file: ChoosePlace = file_to_save
        self.contents = ContentsList(theming)
        self.view = ChapterView(theming, lane)
        self.back_button = self._button("arrow-left", self.tr("Zurück ({keys})"), "Alt+Left", partial(self.step, -1))
        self.forward_button = self._button("arrow-right", self.tr("Vor ({keys})"), "Alt+Right", partial(self.step, 1))
        self.before_button = self._button(
            "chevron-up", self.tr("Vorige Fundstelle ({keys})"), "Shift+F3", partial(self.show_next_hit, -1)
        )
        self.after_button = self._button(
            "chevron-down", self.tr("Nächste Fundstelle ({keys})"), "F3", partial(self.show_next_hit, 1)
        )
        self.hits_label = TextLabel(theming, "", "caption", "secondary", tabular=True)
        self.pdf_button = Button(theming, self.tr("Als PDF speichern …"), "file-down", "link")
        self.language_note = TextLabel(
            theming, self.tr("Das Handbuch gibt es nur auf Deutsch."), "caption", "secondary", wrap=True
        )
        self.language_note.setVisible(language != handbook_service.LANGUAGE)
        self.note = TextLabel(theming, "", "body", "secondary", wrap=True)
        self.note.hide()
        self.work = WorkLine(theming)
        self._searching = QTimer(self, singleShot=True, interval=_SEARCH_MS)
        self._lay_out()
        self._connect()
        self._focus_ring = FocusRing(theming, self)
        self._show_ways()
        self._read()

    @property
    def place(self) -> Place | None:
        """What is read, None until the handbook is there."""
        return self._trail.here.place if self._trail.here is not None else None

    def show_page(self, page: str) -> None:
        """Show where a page of the program is explained, as soon as the handbook is read."""
        self._wanted = page
        if self._handbook is not None:
            self.go(self._handbook.place_of(page))
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()
        self.view.setFocus()

    def go(self, place: Place) -> None:
        """Read somewhere."""
        self._trail.go(place, self.view.scrolled)
        self._show(Step(place))

    def step(self, by: int) -> None:
        """Go back (-1) or forward (1) the way one has read."""
        step = self._trail.move(by, self.view.scrolled)
        if step is not None:
            self._show(step)

    def show_next_hit(self, by: int) -> None:
        """Show the next place (1) that holds what is searched, or the one before (-1), on into other chapters."""
        wanted = self.view.hit + by
        if 1 <= wanted <= self.view.hits:
            self.view.show_hit(wanted)
            return
        names = list(dict.fromkeys(section.place.chapter for section in self.contents.found))
        if not names:
            return
        shown = self.view.chapter.name if self.view.chapter is not None else ""
        here = names.index(shown) if shown in names else -1
        self.go(Place(names[(here + by) % len(names)]))
        if self.view.hits:
            self.view.show_hit(1 if by > 0 else self.view.hits)

    def save_pdf(self) -> None:
        """Write the whole handbook as a PDF where the user wants it."""
        kinds = self.tr("PDF-Datei (*.pdf)")
        file = self.choose_file(self, self.tr("Handbuch speichern"), handbook_service.FILE_NAME, kinds)
        if file is None:
            return
        made_on = today(SystemClock())
        job = self._lane.run(lambda job: handbook_service.write_pdf(file, made_on, reporting(job)))
        self.pdf_button.setEnabled(False)
        self.note.hide()
        self.work.follow(job, self.tr("Handbuch wird geschrieben"))
        job.tell(self, succeeded=self._on_pdf_written, refused=self._on_refused, ended=self._on_pdf_ended)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self.contents.fit(self.width())
        super().resizeEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    # How it is put together

    def _button(self, icon: str, words: str, keys: str, act: Callable[[], None]) -> IconButton:
        button = IconButton(self._theming, icon, words.format(keys=native_keys(keys)))
        button.clicked.connect(act)
        QShortcut(QKeySequence(keys), self).activated.connect(act)
        return button

    def _lay_out(self) -> None:
        self.setWindowTitle(self.tr("Handbuch – Beraterkoffer"))
        self.setWindowIcon(product_icon())
        self.setMinimumSize(*_SMALLEST)
        self.resize(*_SIZE)
        tools = QHBoxLayout()
        tools.setSpacing(4)
        tools.addWidget(self.back_button)
        tools.addWidget(self.forward_button)
        tools.addStretch(1)
        tools.addWidget(self.hits_label)
        tools.addWidget(self.before_button)
        tools.addWidget(self.after_button)
        tools.addSpacing(12)
        tools.addWidget(self.pdf_button)
        right = QWidget()
        right.setProperty("kind", "paper")
        column = QVBoxLayout(right)
        column.setContentsMargins(24, 10, 16, 0)
        column.setSpacing(10)
        column.addLayout(tools)
        for line in (self.language_note, self.work, self.note):
            column.addWidget(line)
        column.addWidget(self.view, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.contents)
        row.addWidget(vertical_hairline())
        row.addWidget(right, 1)

    def _connect(self) -> None:
        search = self.contents.search
        search.searched.connect(self._on_search_searched)
        search.moved_down.connect(self._on_search_moved_down)
        search.entered.connect(self._on_search_entered)
        search.escaped.connect(self.view.setFocus)
        QShortcut(QKeySequence("Ctrl+F"), self).activated.connect(self._on_search_wanted)
        self._searching.timeout.connect(self._on_searched)
        self.contents.chosen.connect(self._on_contents_chosen)
        self.view.link_chosen.connect(self.go)
        self.view.hit_changed.connect(self._show_ways)
        self.pdf_button.clicked.connect(self.save_pdf)
        self._theming.changed.connect(self._on_theming_changed)

    def _read(self) -> None:
        job = self._lane.run(lambda _: handbook_service.read(), needed_by=self)
        job.tell(self, succeeded=self._on_read, refused=self._on_refused)

    def _show(self, step: Step) -> None:
        if self._handbook is None:
            return
        place = step.place
        self.view.show_chapter(self._handbook.chapters[place.chapter], place.anchor, step.scrolled)
        self.view.mark(self.contents.words)

    def _show_ways(self) -> None:
        """Say which ways are open, and which hit is shown."""
        self.back_button.setEnabled(self._trail.can_go_back)
        self.forward_button.setEnabled(self._trail.can_go_forward)
        searched = bool(self.contents.words)
        self.hits_label.setVisible(searched)
        self.before_button.setVisible(searched)
        self.after_button.setVisible(searched)
        self.before_button.setEnabled(bool(self.contents.found))
        self.after_button.setEnabled(bool(self.contents.found))
        place = self.view.place_of_hit or self.place
        if place is not None:
            self.contents.mark(place)
        words = self.tr("{hit} von {count}") if self.view.hit else self.tr("Fundstellen: {count}")
        self.hits_label.setText(words.format(hit=self.view.hit, count=self.view.hits))

    def _tell(self, words: str) -> None:
        self.note.setText(words)
        self.note.show()
        announce(self, words)

    # What happens

    def _on_read(self, handbook: Handbook) -> None:
        self._handbook = handbook
        self.contents.show_handbook(handbook)
        self.go(handbook.place_of(self._wanted))
        self.ready.emit()

    def _on_refused(self, error: AdvisorError) -> None:
        self._tell(sentence(error, self._texts))

    def _on_pdf_written(self, made: handbook_service.WrittenHandbook) -> None:
        self._tell(self.tr("Gespeichert: {file}").format(file=made.file))

    def _on_pdf_ended(self) -> None:
        self.pdf_button.setEnabled(True)

    def _on_search_wanted(self) -> None:
        self.contents.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.contents.search.selectAll()

    def _on_search_searched(self, _text: str) -> None:
        self._searching.start()

    def _on_search_moved_down(self) -> None:
        self._search_now()
        self.contents.list.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_search_entered(self) -> None:
        self._search_now()
        self.show_next_hit(1)

    def _search_now(self) -> None:
        """Somebody who types and goes on at once does not wait for the pause."""
        if self._searching.isActive():
            self._searching.stop()
            self._on_searched()

    def _on_searched(self) -> None:
        """Stay in the chapter where it holds what is searched, else show the first one that does."""
        self.contents.refresh()
        found = [section.place.chapter for section in self.contents.found]
        shown = self.view.chapter.name if self.view.chapter is not None else ""
        if found and shown not in found:
            self.go(Place(found[0]))
        self.view.mark(self.contents.words)
        if self.view.hits:
            self.view.show_hit(1)
        count = len(self.contents.found)
        if self.contents.words:
            announce(self, self.tr("Abschnitte gefunden: {count}").format(count=count))

    def _on_contents_chosen(self, place: Place) -> None:
        self.go(place)
        hit = self.view.first_hit_after(place.anchor) if self.contents.words else 0
        if hit:
            self.view.show_hit(hit)

    def _on_theming_changed(self) -> None:
        self.contents.fit(self.width())
