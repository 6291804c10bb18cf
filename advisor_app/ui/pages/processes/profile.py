"""The head of a process sheet: what the process is, where it begins and ends, and how often it happens."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from advisor_app.domain.process import ProcessSheet
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.audience_field import WordsField
from advisor_app.ui.widgets.choice_field import CheckField, ChoiceField
from advisor_app.ui.widgets.form import Form
from advisor_app.ui.widgets.parsed_field import NumberField
from advisor_app.ui.widgets.value_field import TextArea, TextLine

_MOST_CASES = 10_000_000


class ProcessProfile(QScrollArea):
    """``edited(sheet, batch)`` asks to commit the sheet with another head."""

    edited = Signal(object, str)
    typing = Signal()

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theming, texts = context.theming, context.workspace.texts
        self._sheet: ProcessSheet | None = None
        self.form = Form(theming)
        self.note = WordsField(theming, self.tr("Anmerkung"), lines=3)
        add = self.form.add
        add("title", self.tr("Name des Prozesses"), TextLine(self.tr("z. B. Hundesteuer-Anmeldung")))
        add("office", self.tr("Amt"), TextLine())
        add("trigger", self.tr("Auslöser"), TextLine(self.tr("Womit beginnt der Prozess?")))
        add("result", self.tr("Ergebnis"), TextLine(self.tr("Womit endet er?")))
        cases = self.tr("Fälle im Jahr")
        add("cases_per_year", cases, NumberField(theming, texts, cases, high=_MOST_CASES, empty=None))
        key_note = self.tr("Schlüssel aus dem Leistungskatalog, wo bekannt.")
        add("service_key", self.tr("LeiKa-Schlüssel"), TextLine(), note=key_note)
        add("legal_basis", self.tr("Rechtsgrundlage"), TextLine())
        form_choices = ((None, self.tr("offen")), (True, self.tr("ja")), (False, self.tr("nein")))
        add("written_form", self.tr("Schriftform vorgeschrieben"), ChoiceField(form_choices))
        add("procedure", self.tr("Fachverfahren"), TextLine())
        add("forms", self.tr("Formulare"), TextLine())
        room = TextArea(self.tr("Welche Ämter und Funktionen, keine Namen"))
        add("in_the_room", self.tr("Wer im Workshop dabei sein muss"), room, span=2)
        add("chosen", self.tr("Stand"), CheckField(self.tr("für den Workshop ausgewählt")))
        group_note = self.tr("Arbeiten mehrere Gruppen zugleich, nimmt jede einen eigenen Prozess auf.")
        add("group", self.tr("Gruppe"), TextLine(self.tr("z. B. Gruppe A")), note=group_note)
        add("chosen", self.tr("Stand"), CheckField(self.tr("für den Workshop ausgewählt")), span=2)
        way = CheckField(self.tr("zeigt den Weg eines Schriftstücks (E-Akte)"))
        self.way = add("is_document_way", self.tr("Modul 3"), way, span=2)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(24, 16, 24, 24)
        column.setSpacing(16)
        column.addWidget(self.form)
        column.addWidget(self.note)
        column.addStretch(1)
        inner.setProperty("kind", "paper")
        self.setProperty("kind", "paper")
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.form.edited.connect(self._on_form_edited)
        self.form.typing.connect(self.typing)
        self.note.edited.connect(lambda words, batch: self._on_form_edited("note", words, batch))
        self.note.typing.connect(self.typing)

    def show_sheet(self, sheet: ProcessSheet, *, has_ways: bool) -> None:
        """Show the head of a sheet; ``has_ways``: the case looks at ways of documents."""
        self._sheet = sheet
        self.way.setVisible(has_ways or sheet.is_document_way)
        self.form.show_record(sheet)
        self.note.show_words(sheet.note)

    def flush(self) -> None:
        """Ask to commit what is half typed."""
        self.form.flush()
        self.note.flush()

    def _on_form_edited(self, attribute: str, value: Any, batch: str) -> None:
        if self._sheet is not None:
            self.edited.emit(replace(self._sheet, **{attribute: value}), batch)
