"""Everything that is known of a measure: a short form for the room, and all fields for the office."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from advisor_app.domain.plan import Grant, GrantState, Measure, MeasureState, Priority, computed_priority
from advisor_app.domain.plan_edits import with_predecessors
from advisor_app.domain.use_case import Milestone
from advisor_app.texts.states import state_word
from advisor_app.ui.pages.plan.wording import DASH, PlanWording
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.choice_field import ChoiceField
from advisor_app.ui.widgets.form import Form
from advisor_app.ui.widgets.money_field import MoneyField
from advisor_app.ui.widgets.month_field import EndField, StartField
from advisor_app.ui.widgets.parsed_field import NumberField, ParsedField
from advisor_app.ui.widgets.rating import Rating
from advisor_app.ui.widgets.rows_editor import RowColumn, RowsEditor
from advisor_app.ui.widgets.value_field import NamedLine, TextArea, TextLine, ValueField

_COLUMNS = 4

Measures = Callable[[], Mapping[str, Measure]]


class MeasureForm(QWidget):
    """``edited(attribute, value, batch)`` asks to commit one attribute of the measure that is shown."""

    edited = Signal(str, object, str)
    typing = Signal()

    def __init__(
        self, context: PageContext, wording: PlanWording, measures: Measures, parent: QWidget | None = None
    ) -> None:
        """``measures`` gives those of the plan as they are now: a new predecessor is checked against them."""
        super().__init__(parent)
        self._context = context
        self._wording = wording
        self._measures = measures
        self._measure: Measure | None = None
        self.short = Form(context.theming, _COLUMNS)
        self.full = Form(context.theming, _COLUMNS)
        self._add_short()
        self._add_place()
        self._add_money()
        self._add_effect()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self.short)
        column.addWidget(self.full)
        column.addStretch(1)
        for form in (self.short, self.full):
            form.edited.connect(self.edited)
            form.typing.connect(self.typing)

    def set_full(self, *, full: bool) -> None:
        """Show all fields, or those for the room."""
        self.full.setVisible(full)

    def show_roles(self, titles: Sequence[str]) -> None:
        """Suggest roles, by what the house calls them, for who does a measure and who takes part."""
        for field in (self.short.field("responsible"), self.full.field("participants")):
            if isinstance(field, TextLine):
                field.suggest(titles)

    def show_measure(self, measure: Measure) -> None:
        """Show a measure."""
        self._measure = measure
        computed = computed_priority(measure, self._context.workspace.catalog.scale)
        found = DASH if computed is None else computed.value
        priority = self.full.field("priority")
        if isinstance(priority, ChoiceField):
            letters = [(letter, letter.value) for letter in Priority]
            priority.set_choices([(None, self.tr("wie berechnet ({letter})").format(letter=found)), *letters])
        self.short.show_record(measure)
        self.full.show_record(measure)
        needs_reason = measure.priority is not None and not measure.priority_reason.strip()
        self.full.labelled("priority_reason").set_note(
            self.tr("Eine gesetzte Priorität braucht einen Grund.") if needs_reason else ""
        )

    def flush(self) -> None:
        """Ask to commit what is half typed."""
        self.short.flush()
        self.full.flush()

    def _add_short(self) -> None:
        theming, texts = self._context.theming, self._context.workspace.texts
        form = self.short
        form.add("title", self.tr("Was"), TextLine(), span=2)
        form.add("responsible", self.tr("Wer (Rolle)"), TextLine())
        states = [(state, state_word(state, texts)) for state in MeasureState]
        form.add("state", self.tr("Status"), ChoiceField(states))
        form.add("start", self.tr("Beginn"), StartField(theming, texts))
        form.add("end", self.tr("Bis wann"), EndField(theming, texts))
        form.add("benefit", self.tr("Nutzen"), Rating(theming, self.tr("gering"), self.tr("hoch")))
        form.add("effort", self.tr("Aufwand"), Rating(theming, self.tr("gering"), self.tr("hoch")))
        form.add("first_step", self.tr("Erster Schritt"), TextLine(), span=4)

    def _add_place(self) -> None:
        theming, texts, form = self._context.theming, self._context.workspace.texts, self.full
        form.add("dimension", self.tr("Dimension oder Bereich"), NamedLine(self._dimensions()))
        form.add("participants", self.tr("Beteiligte"), TextLine())
        form.add(
            "predecessors",
            self.tr("Vorgänger"),
            ParsedField(theming, texts, parse=self._parse_predecessors, write=", ".join, placeholder="U1, U2"),
        )
        form.add("priority", self.tr("Priorität"), ChoiceField([(None, "")]))
        form.add("goal", self.tr("Ziel"), TextArea(), span=2)
        form.add("priority_reason", self.tr("Grund der gesetzten Priorität"), TextArea(), span=2)
        form.add("description", self.tr("Beschreibung"), TextArea(), span=4)

    def _add_money(self) -> None:
        theming, texts, form = self._context.theming, self._context.workspace.texts, self.full
        once, yearly = self.tr("Kosten einmalig"), self.tr("Kosten jährlich")
        form.add("cost_once", once, MoneyField(theming, texts, once, placeholder=self._wording.open))
        form.add("cost_yearly", yearly, MoneyField(theming, texts, yearly, placeholder=self._wording.open))
        classes: list[tuple[int | None, str]] = [(None, DASH)]
        classes += [(number, self._wording.cost_range(number)) for number in (1, 2, 3)]
        form.add("cost_class", self.tr("Größenordnung"), ChoiceField(classes), span=2)
        quota, amount = self.tr("Quote"), self.tr("Betrag")
        columns = (
            RowColumn(attribute="programme", title=self.tr("Programm"), stretch=4, new_field=self._programme_field),
            RowColumn(
                attribute="quota_percent",
                title=quota,
                stretch=1,
                new_field=partial(NumberField, theming, texts, quota, high=100, empty=None, unit="%"),
            ),
            RowColumn(
                attribute="amount",
                title=amount,
                stretch=2,
                new_field=partial(MoneyField, theming, texts, amount, placeholder=self._wording.open),
            ),
            RowColumn(
                attribute="state",
                title=self.tr("Stand"),
                stretch=1,
                new_field=partial(ChoiceField, [(state, state_word(state, texts)) for state in GrantState]),
            ),
        )
        form.add("grants", self.tr("Förderung"), RowsEditor(theming, columns, Grant(programme="")), span=4)

    def _add_effect(self) -> None:
        theming, texts, form = self._context.theming, self._context.workspace.texts, self.full
        form.add("indicator", self.tr("Kennzahl"), TextLine(), span=2)
        form.add("indicator_target", self.tr("Zielwert"), TextLine(), span=2)
        form.add("risk", self.tr("Risiko"), TextArea(), span=2)
        form.add("countermeasure", self.tr("Gegenmaßnahme"), TextArea(), span=2)
        columns = (
            RowColumn(attribute="title", title=self.tr("Meilenstein"), stretch=3, new_field=TextLine),
            RowColumn(attribute="on", title=self.tr("Bis"), stretch=1, new_field=partial(EndField, theming, texts)),
        )
        rows = RowsEditor(theming, columns, Milestone(title=""))
        form.add("milestones", self.tr("Meilensteine"), rows, span=4)

    def _programme_field(self) -> ValueField:
        supports = self._context.workspace.catalog.funding.supports.values()
        return NamedLine({support.id: support.title for support in supports})

    def _dimensions(self) -> dict[str, str]:
        catalog = self._context.workspace.catalog
        return {name: self._wording.dimension(name) for name in catalog.dimensions}

    def _parse_predecessors(self, text: str) -> tuple[str, ...]:
        names = [name.upper() for name in text.replace(",", " ").replace(";", " ").split()]
        if self._measure is None:
            return tuple(names)
        return with_predecessors(self._measures(), self._measure.id, names).predecessors
