"""Everything that is known of one service, to be read and changed beside the table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from advisor_app.domain.service import MOST_CASES, Account, OnlineState, Payment, Platform, Service
from advisor_app.domain.service_overview import ServiceFinding
from advisor_app.override import override
from advisor_app.texts import Texts
from advisor_app.texts.services import finding_words, service_word
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.audience_field import WordsField
from advisor_app.ui.widgets.brief import brief
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.chips_field import ChipsField
from advisor_app.ui.widgets.choice_field import CheckField, ChoiceField
from advisor_app.ui.widgets.form import Form
from advisor_app.ui.widgets.icon_button import IconButton
from advisor_app.ui.widgets.labels import TextLabel
from advisor_app.ui.widgets.parsed_field import NumberField
from advisor_app.ui.widgets.value_field import TextLine

if TYPE_CHECKING:
    from advisor_app.domain.knowledge import MaturityModel

_MOST_CONCERNS = 2_000  # letters: they name all services of the same title, and a title can be a text


class AccountsField(ChipsField):
    """Accounts as chips."""

    def __init__(self, theming: Theming, texts: Texts, parent: QWidget | None = None) -> None:
        choices = [(account.value, service_word(account, texts), "") for account in Account]
        super().__init__(theming, choices, parent)

    @override
    def show_value(self, value: Any) -> None:
        super().show_value(tuple(account.value for account in value))


class ServiceDetail(QScrollArea):
    """``edited(service, batch)`` asks to commit it; levels of every version of the model have a field of their own."""

    edited = Signal(object, str)
    typing = Signal()
    measure_wanted = Signal()
    removal_wanted = Signal()

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theming, self._texts = context.theming, context.workspace.texts
        overviews = context.workspace.service_overviews
        self._models: Mapping[str, MaturityModel] = overviews.models
        self._service: Service | None = None
        theming = self._theming
        self.code = TextLabel(theming, "", "caption", "secondary")
        self.remove = IconButton(theming, "trash-2", self.tr("Leistung löschen (Entf)"))
        self.concerns = TextLabel(theming, "", "caption", "amber", wrap=True)
        self.form = Form(theming)
        self.levels = Form(theming)
        self.note = WordsField(theming, self.tr("Anmerkung"), lines=2)
        self.measure = Button(theming, "", "chart-gantt", "", tooltip=self.tr("Als Maßnahme in den Umsetzungsplan"))
        self.hint = TextLabel(theming, self.tr("Wählen Sie links eine Leistung."), "body", "secondary", wrap=True)
        self._add_fields()
        self._add_levels(overviews.current_model)
        self._lay_out()
        self.form.edited.connect(self._on_form_edited)
        self.levels.edited.connect(self._on_levels_edited)
        self.note.edited.connect(lambda words, batch: self._on_form_edited("note", words, batch))
        for part in (self.form, self.note):
            part.typing.connect(self.typing)
        self.measure.clicked.connect(self.measure_wanted)
        self.remove.clicked.connect(self.removal_wanted)
        self.show_service(None, (), in_plan=False)

    def show_service(self, service: Service | None, findings: tuple[ServiceFinding, ...], *, in_plan: bool) -> None:
        """Show a service with what is open about it; None where none is chosen."""
        self._service = service
        self._inner.setVisible(service is not None)
        self.hint.setVisible(service is None)
        if service is None:
            return
        self.code.setText(service.code)
        self.form.show_record(service)
        title = self.form.field("title").target
        if isinstance(title, QLineEdit) and not title.hasFocus():
            title.setCursorPosition(0)  # of a long name the beginning
        for name in self.levels.attributes:
            self.levels.field(name).show_value(service.level(name))
        self.note.show_words(service.note)
        words = [finding_words(finding, self._models, self._texts) for finding in findings]
        self.concerns.setText(brief("\n".join(words), _MOST_CONCERNS))
        self.concerns.setVisible(bool(words))
        known = self.tr("Maßnahme {measure} ansehen").format(measure=service.measure)
        self.measure.setText(known if in_plan else self.tr("Maßnahme daraus"))

    def flush(self) -> None:
        """Ask to commit what is half typed."""
        self.form.flush()
        self.note.flush()

    def _add_fields(self) -> None:
        theming, texts, add = self._theming, self._texts, self.form.add
        opened = (None, self.tr("offen"))
        add("title", self.tr("Leistung"), TextLine(), span=2)
        add("office", self.tr("Amt"), TextLine())
        cases = self.tr("Fälle im Jahr")
        add("cases_per_year", cases, NumberField(theming, texts, cases, high=MOST_CASES, empty=None))
        online = [opened, *((state, service_word(state, texts)) for state in OnlineState)]
        add("online", self.tr("Online"), ChoiceField(online), span=2)
        platform = [opened, *((item, service_word(item, texts)) for item in Platform)]
        add("platform", self.tr("Plattform"), ChoiceField(platform))
        add("procedure", self.tr("Fachverfahren"), TextLine())
        add("accounts", self.tr("Anmelden mit"), AccountsField(theming, texts), span=2)
        payment = [opened, *((item, service_word(item, texts)) for item in Payment)]
        add("payment", self.tr("Bezahlen"), ChoiceField(payment))
        whole = [opened, (True, self.tr("ja")), (False, self.tr("nein"))]
        add("end_to_end", self.tr("Ende-zu-Ende"), ChoiceField(whole))
        note = self.tr("14 Ziffern, wo bekannt.")
        add("service_key", self.tr("LeiKa-Schlüssel"), TextLine(), span=2, note=note)

    def _add_levels(self, current: str) -> None:
        """A field for every version, the one in force first; a level of one says nothing about another."""
        for name, model in sorted(self._models.items(), key=lambda item: (item[0] != current, item[0])):
            words = {level.number: level.word for level in model.levels}
            choices = [(level, f"{level} {words.get(level, '')}".strip()) for level in range(max(model.highest) + 1)]
            label = self.tr("Reifegrad {version}") if name == current else self.tr("Früher: {version}")
            field = ChoiceField([(None, "–"), *choices])
            self.levels.add(name, label.format(version=model.version), field)
        disputed = CheckField(self.tr("Einstufung ist strittig"))
        self.form.add("disputed", self.tr("Klärung"), disputed, span=2)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.code, 1)
        head.addWidget(self.remove)
        self._inner = QWidget()
        column = QVBoxLayout(self._inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self.concerns)
        column.addWidget(self.form)
        column.addWidget(self.levels)
        column.addWidget(self.note)
        column.addWidget(self.measure, 0, Qt.AlignmentFlag.AlignLeft)
        outer = QWidget()
        outer.setProperty("kind", "paper")
        around = QVBoxLayout(outer)
        around.setContentsMargins(16, 0, 16, 16)
        around.addWidget(self.hint)
        around.addWidget(self._inner)
        around.addStretch(1)
        self.setProperty("kind", "paper")
        self.setWidget(outer)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QScrollArea.Shape.NoFrame)

    def _on_form_edited(self, attribute: str, value: Any, batch: str) -> None:
        if self._service is not None:
            value = tuple(Account(name) for name in value) if attribute == "accounts" else value
            self.edited.emit(replace(self._service, **{attribute: value}), batch)

    def _on_levels_edited(self, model: str, level: Any, batch: str) -> None:
        if self._service is not None:
            self.edited.emit(self._service.rated(model, level), batch)
