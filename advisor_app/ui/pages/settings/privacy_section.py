"""How long cases are kept, those whose time has come, and the record of what was erased."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.domain.case import CaseCommune
from advisor_app.domain.local_time import LOCAL
from advisor_app.override import override
from advisor_app.services.erasure import ErasureRecord
from advisor_app.services.preferences import Preferences
from advisor_app.services.retention import DueCase, DuePerson
from advisor_app.texts.numbers import format_date
from advisor_app.ui.shell.background import Job
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.choice_field import ChoiceField
from advisor_app.ui.widgets.form import Form
from advisor_app.ui.widgets.labels import TextLabel
from advisor_app.ui.widgets.paragraph import Paragraph

_TERMS = (3, 6, 12, 18, 24, 36, 60, 120)
_MOST = 30


class _Read(NamedTuple):
    due: list[DueCase]
    people: list[DuePerson]
    records: list[ErasureRecord]


class PrivacySection(QWidget):
    """``edited(attribute, value)`` asks to keep one preference, ``case_wanted(id)`` for a case's data protection."""

    edited = Signal(str, object)
    case_wanted = Signal(str)

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        theming, workspace = context.theming, context.workspace
        self.form = Form(theming)
        self.due_buttons: dict[str, Button] = {}
        given = workspace.policy.retention_months
        current = given or workspace.preferences.retention_months
        terms = sorted({*_TERMS, current})
        self.months = ChoiceField([(term, self.tr("{count} Monate").format(count=term)) for term in terms])
        note = self.tr("Vorgegeben von Ihrer IT.") if given else self.tr("Ab der letzten Änderung eines Falls.")
        self.form.add("retention_months", self.tr("Fälle aufbewahren"), self.months, note=note)
        self.months.setEnabled(given is None)
        self._body = QWidget()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(12)
        self._layout.addWidget(TextLabel(theming, self.tr("Datenschutz"), "section"))
        self._layout.addWidget(self.form)
        self._layout.addWidget(self._body)
        self.form.edited.connect(lambda attribute, value, _batch: self.edited.emit(attribute, value))

    def show_preferences(self, preferences: Preferences) -> None:
        """Show the preferences in use."""
        self.months.show_value(self._context.workspace.policy.retention_months or preferences.retention_months)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.read()

    def read(self) -> None:
        """Read what is due and what was erased, in the background."""
        retention, erasure = self._context.workspace.retention, self._context.workspace.erasure
        job: Job[_Read] = self._context.lane.run(
            lambda _job: _Read(retention.due(), retention.due_people(), erasure.records()), needed_by=self
        )
        job.tell(self, succeeded=self._on_read)

    def _on_read(self, read: _Read) -> None:
        theming = self._context.theming
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self.due_buttons.clear()
        known = {item.case_id for item in read.due}
        people = [item for item in read.people if item.case_id not in known]
        if read.due or people:
            column.addWidget(TextLabel(theming, self.tr("Aufbewahrungsfrist abgelaufen"), "body", weight=600))
        for item in read.due:
            column.addLayout(self._due_line(item.case_id, item.communes, item.due_on, 0))
        for case_id, found in _by_case(people):
            column.addLayout(self._due_line(case_id, found[0].communes, found[0].due_on, len(found)))
        column.addSpacing(6)
        column.addWidget(TextLabel(theming, self.tr("Nachweis der Löschungen"), "body", weight=600))
        if not read.records:
            column.addWidget(
                TextLabel(theming, self.tr("Bisher wurde nichts endgültig gelöscht."), "body", "secondary")
            )
        for record in read.records[:_MOST]:
            column.addWidget(self._record_line(record))
        if len(read.records) > _MOST:
            words = self.tr("Ältere nennt der Befehl „advisor-app privacy list“.")
            column.addWidget(TextLabel(theming, words, "caption", "caption"))
        self._layout.replaceWidget(self._body, body)
        self._body.hide()
        self._body.deleteLater()
        self._body = body

    def _due_line(self, case_id: str, communes: tuple[CaseCommune, ...], due_on: date, people: int) -> QHBoxLayout:
        """A case whose time has come on a day; with ``people`` only that of so many in it."""
        theming, workspace = self._context.theming, self._context.workspace
        title = workspace.register.titles(communes)
        day = format_date(due_on, workspace.preferences.language)
        row = QHBoxLayout()
        row.setSpacing(16)
        words = self.tr("{commune}, seit {day}")
        if people:
            words = self.tr("{commune}: 1 Person, seit {day}")
        if people > 1:
            words = self.tr("{commune}: {count} Personen, die erste seit {day}")
        words = words.format(commune=title, day=day, count=people)
        row.addWidget(TextLabel(theming, words, "body", wrap=True), 1)
        button = Button(theming, self.tr("Aufbewahren oder löschen"), "", "link")
        button.setAccessibleName(self.tr("{commune} aufbewahren oder löschen").format(commune=title))
        button.clicked.connect(lambda: self.case_wanted.emit(case_id))
        self.due_buttons[case_id] = button
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _record_line(self, record: ErasureRecord) -> Paragraph:
        texts, language = self._context.workspace.texts, self._context.workspace.preferences.language
        local = record.at.astimezone(LOCAL)
        when = self.tr("{day}, {time} Uhr").format(day=format_date(local.date(), language), time=f"{local:%H:%M}")
        parts = [when, texts(f"privacy.what.{record.what}"), record.author]
        parts += [self.tr("Kennung {id}").format(id=record.subject)] if record.subject else []
        parts += [record.reason] if record.reason else []
        parts += [] if record.finished else [self.tr("noch nicht abgeschlossen")]
        line = Paragraph(self._context.theming, " · ".join(parts), "body", "secondary", tabular=True)
        line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return line


def _by_case(people: Iterable[DuePerson]) -> Iterable[tuple[str, list[DuePerson]]]:
    found: dict[str, list[DuePerson]] = defaultdict(list)
    for person in people:
        found[person.case_id].append(person)
    return found.items()
