"""Who takes part, and who was there in which half of the day: typed line by line, ticked by keys."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from advisor_app.domain.agenda import AgendaDay
from advisor_app.domain.attendance import HalfDay, Participant, in_order, is_present, with_presence
from advisor_app.domain.attendance_hours import is_recorded, minutes_by_half
from advisor_app.domain.case import Case
from advisor_app.override import override
from advisor_app.services.attendance import DoubledPerson, doubled_people
from advisor_app.texts import Texts
from advisor_app.texts.attendance import doubled_words
from advisor_app.texts.numbers import format_date
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.drafts import Drafts
from advisor_app.ui.widgets.flow_layout import FlowLayout
from advisor_app.ui.widgets.icon_button import IconButton
from advisor_app.ui.widgets.labels import TextLabel, hairline
from advisor_app.ui.widgets.line import Line
from advisor_app.ui.widgets.value_field import TextLine

if TYPE_CHECKING:
    from advisor_app.services.retention import PersonTerm


class PeopleLine(Line):
    """One person per line: what is pasted with several lines is several people."""

    pasted = Signal(list)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        lines = QGuiApplication.clipboard().text().splitlines() if event.matches(QKeySequence.StandardKey.Paste) else []
        people = [line for line in lines if line.strip()]
        if len(people) > 1:
            self.pasted.emit(people)
        else:
            super().keyPressEvent(event)


class AttendancePanel(QWidget):
    """``added(lines)`` asks for people typed as „Name; Funktion; Amt“; ``named`` for another name of one.

    ``edited(pairs, batch)`` asks to commit participants as (before, after); None stands for one that is to go.
    """

    added = Signal(list)
    contacts_wanted = Signal()
    named = Signal(str, str)  # id of a participant, name
    term_wanted = Signal(str)  # id of a person: until when the data is kept
    edited = Signal(object, str)
    documents_wanted = Signal(str)  # kind
    typing = Signal()

    def __init__(self, theming: Theming, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theming = theming
        self._texts = texts
        self._shown: tuple[str, ...] = ()
        self._halves: tuple[HalfDay, ...] = ()
        self._day = ""
        self._people: dict[str, Participant] = {}
        self._names: dict[str, str] = {}  # by the participant
        self.lines: dict[str, tuple[TextLine, TextLine, TextLine]] = {}
        self.terms: dict[str, Button] = {}
        self.boxes: dict[tuple[str, HalfDay], QCheckBox] = {}
        self.marks: dict[str, TextLabel] = {}  # of who stands there more than once
        self.new = PeopleLine()
        self.new.setPlaceholderText(self.tr("Name; Funktion; Amt – Eingabe fügt hinzu, auch mehrere Zeilen auf einmal"))
        self.new.setAccessibleName(self.tr("Neue Person"))
        self.drafts = Drafts(self, "participant")
        self.drafts.add("participant", self.new)
        self.contacts_button = Button(theming, self.tr("Ansprechpersonen übernehmen"), "users", "link")
        self.list_button = Button(theming, self.tr("Teilnahmeliste"), "file-text", "link")
        self.certificate_button = Button(theming, self.tr("Teilnahmebestätigungen"), "badge-check", "link")
        self.hours = TextLabel(theming, "", "body", "secondary", wrap=True)
        self.doubled = TextLabel(theming, "", "body", "amber", wrap=True)
        self._area = QScrollArea()
        self._lay_out()
        self.new.returnPressed.connect(self._add)
        self.new.pasted.connect(self.added)
        self.contacts_button.clicked.connect(self.contacts_wanted)
        self.list_button.clicked.connect(lambda: self.documents_wanted.emit("attendance-list"))
        self.certificate_button.clicked.connect(lambda: self.documents_wanted.emit("attendance-certificate"))

    def show_day(self, case: Case, day: AgendaDay, terms: Mapping[str, PersonTerm]) -> None:
        """Show everybody with the halves of a day; rows that stay are not made anew. ``terms`` by the person."""
        people = in_order(case.participants.values())
        minutes = minutes_by_half(day)
        halves = tuple(minutes)
        key = tuple(item.id for item in people)
        if (key, halves, day.id) != (self._shown, self._halves, self._day):
            self._shown, self._halves, self._day = key, halves, day.id
            self._build(people)
        self._people = {item.id: item for item in people}
        for item in people:
            person = case.people.get(item.person)
            values = ("" if person is None else person.name, item.function, item.office)
            self._names[item.id] = values[0]
            for field, value in zip(self.lines[item.id], values, strict=True):
                field.show_value(value)
            self._show_term(self.terms[item.id], values[0], terms.get(item.person))
            for half in halves:
                self.boxes[item.id, half].setChecked(is_present(item, day.id, half))
        listed = {item.person for item in people}
        waiting = [item for item in case.contacts.values() if item.person not in listed and item.person in case.people]
        self.contacts_button.setVisible(bool(waiting))
        self.hours.setText(self._hours_words(people, day))
        self._show_doubled(doubled_people(case))

    def flush(self) -> None:
        """Ask to commit what is half typed."""
        for fields in self.lines.values():
            for field in fields:
                field.flush()

    def _show_doubled(self, doubled: Sequence[DoubledPerson]) -> None:
        """Point out who stands there more than once, above the list and beside each of the lines."""
        words = doubled_words([item.name for item in doubled], self._texts)
        self.doubled.setText(words)
        self.doubled.setVisible(bool(words))
        lines = {name for item in doubled for name in item.participants}
        for who, mark in self.marks.items():
            mark.setVisible(who in lines)
            self.lines[who][0].target.setAccessibleDescription(mark.text() if who in lines else "")

    def _hours_words(self, people: Sequence[Participant], day: AgendaDay) -> str:
        minutes = minutes_by_half(day)
        parts = [
            self.tr("{half}: {there} von {count}, {hours} h {minutes} min").format(
                half=self._texts(f"minutes.half.{half.value}"),
                there=sum(is_present(item, day.id, half) for item in people),
                count=len(people),
                hours=count // 60,
                minutes=count % 60,
            )
            for half, count in minutes.items()
        ]
        rule = (
            self.tr("Gezählt wird die tatsächliche Arbeitszeit ohne Pausen.")
            if is_recorded(day)
            else self.tr("Gezählt wird die geplante Arbeitszeit ohne Pausen, bis der Tag gelaufen ist.")
        )
        return " · ".join((*parts, rule))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(24, 12, 24, 8)
        head.setSpacing(12)
        head.addWidget(self.new, 1)
        papers = FlowLayout(12)
        for button in (self.contacts_button, self.list_button, self.certificate_button):
            papers.addWidget(button)
        head.addLayout(papers, 1)
        below = QVBoxLayout()
        below.setContentsMargins(24, 0, 24, 8)
        below.setSpacing(4)
        below.addWidget(self.hours)
        below.addWidget(self.doubled)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(below)
        column.addWidget(hairline())
        column.addWidget(self._area, 1)
        self.setFocusProxy(self.new)

    def _build(self, people: Sequence[Participant]) -> None:
        self.lines, self.terms, self.boxes, self.marks = {}, {}, {}, {}
        content = QWidget()
        content.setProperty("kind", "paper")
        grid = QGridLayout(content)
        grid.setContentsMargins(24, 12, 24, 24)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        titles = [self.tr("Name"), self.tr("Funktion"), self.tr("Amt")]
        for column, title in enumerate(titles if people else []):
            grid.addWidget(TextLabel(self._theming, title, "caption", "secondary"), 0, column)
        for column, half in enumerate(self._halves if people else ()):
            words = self._texts(f"minutes.half.{half.value}")
            everybody = Button(self._theming, words, "check-check", "link")
            everybody.setToolTip(self.tr("Alle als anwesend eintragen, ein zweites Mal alle als abwesend"))
            everybody.clicked.connect(partial(self._tick_all, half))
            grid.addWidget(everybody, 0, 3 + column)
        if people:
            kept = TextLabel(self._theming, self.tr("Aufbewahren bis"), "caption", "secondary")
            grid.addWidget(kept, 0, 3 + len(self._halves))
        for row, item in enumerate(people, start=1):
            self._add_row(grid, row, item)
        if not people:
            words = self.tr("Noch niemand eingetragen. Namen stehen getrennt von allem, was im Workshop gesagt wird.")
            grid.addWidget(TextLabel(self._theming, words, "body", "secondary", wrap=True), 0, 0, 1, 5)
        for column, stretch in enumerate((3, 3, 3)):
            grid.setColumnStretch(column, stretch)
        grid.setRowStretch(len(people) + 1, 1)
        self._area.setWidget(content)

    def _add_row(self, grid: QGridLayout, row: int, item: Participant) -> None:
        fields = tuple(TextLine() for _column in range(3))
        for column, (field, name) in enumerate(
            zip(fields, (self.tr("Name"), self.tr("Funktion"), self.tr("Amt")), strict=True)
        ):
            field.set_name(name)
            field.typing.connect(self.typing)
            grid.addWidget(field, row, column)
        first, function, office = fields
        self.lines[item.id] = (first, function, office)
        first.edited.connect(lambda name, _batch, who=item.id: self.named.emit(who, name))
        first.line.editingFinished.connect(lambda who=item.id: self._on_name_left(who))
        function.edited.connect(lambda text, batch, who=item.id: self._change(who, "function", text, batch))
        office.edited.connect(lambda text, batch, who=item.id: self._change(who, "office", text, batch))
        for column, half in enumerate(self._halves):
            box = QCheckBox()
            box.setAccessibleName(self._texts(f"minutes.half.{half.value}"))
            box.clicked.connect(lambda there, who=item.id, half=half: self._tick(who, half, present=there))
            self.boxes[item.id, half] = box
            grid.addWidget(box, row, 3 + column, Qt.AlignmentFlag.AlignHCenter)
        term = self.terms[item.id] = Button(self._theming, "", "", "link")
        term.clicked.connect(lambda _checked=False, who=item.id: self.term_wanted.emit(self._people[who].person))
        grid.addWidget(term, row, 3 + len(self._halves))
        remove = IconButton(self._theming, "trash-2", self.tr("Von der Liste nehmen"))
        remove.clicked.connect(lambda _checked=False, who=item.id: self.edited.emit(((self._people[who], None),), ""))
        grid.addWidget(remove, row, 4 + len(self._halves))
        mark = self.marks[item.id] = TextLabel(self._theming, self.tr("mehrfach"), "caption", "tag-amber")
        grid.addWidget(mark, row, 5 + len(self._halves), Qt.AlignmentFlag.AlignVCenter)

    def _show_term(self, button: Button, name: str, term: PersonTerm | None) -> None:
        day = "" if term is None else format_date(term.until, self._texts.language)
        words = self.tr("{name} wird aufbewahrt bis {day}. Ändern auf der Seite Datenschutz.")
        if term is not None and term.is_due:
            words = self.tr(
                "Die Frist von {name} ist am {day} abgelaufen. Ändern oder löschen auf der Seite Datenschutz."
            )
        button.setText(day)
        button.setAccessibleName(words.format(name=name, day=day))
        button.setToolTip(words.format(name=name, day=day))

    def _on_name_left(self, who: str) -> None:
        """A name that was emptied is still there: whoever is to go is taken off the list."""
        name = self.lines[who][0]
        if not name.line.text().strip():
            name.show_value(self._names[who])

    def _change(self, who: str, attribute: str, text: str, batch: str) -> None:
        before = self._people[who]
        changed = replace(before, function=text) if attribute == "function" else replace(before, office=text)
        self.edited.emit(((before, changed),), batch)

    def _tick(self, who: str, half: HalfDay, *, present: bool) -> None:
        before = self._people[who]
        self.edited.emit(((before, with_presence(before, self._day, [half], present=present)),), "")

    def _tick_all(self, half: HalfDay, _checked: bool = False) -> None:  # noqa: FBT001, FBT002  # a signal's argument
        everybody = list(self._people.values())
        present = not all(is_present(item, self._day, half) for item in everybody)
        pairs = [(item, with_presence(item, self._day, [half], present=present)) for item in everybody]
        self.edited.emit(tuple(pair for pair in pairs if pair[0] != pair[1]), "")

    def _add(self) -> None:
        text = self.new.text().strip()
        if text:
            self.new.clear()
            self.drafts.settle()
            self.added.emit([text])
