"""Whether the commune agreed to stand among others anonymously: a tick, the day, and in what function somebody did."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.domain.case import Case
from advisor_app.domain.changes import CohortConsentSet
from advisor_app.domain.cohort import CohortConsent
from advisor_app.services.clock import today
from advisor_app.texts.numbers import format_date
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.date_field import DateField
from advisor_app.ui.widgets.form import LabelledField
from advisor_app.ui.widgets.labels import TextLabel
from advisor_app.ui.widgets.value_field import TextLine


class ConsentLine(QWidget):
    """Saves itself; a consent that was taken back stays on record with its day."""

    typing = Signal()

    def __init__(self, context: PageContext, bridge: CaseBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._bridge = bridge
        theming, workspace = context.theming, context.workspace
        self._commune = ""
        self.tick = QCheckBox()
        self._state = TextLabel(theming, "", "caption", "caption", wrap=True)
        self.given_by = TextLine(self.tr("zum Beispiel Leitung Hauptamt"))
        self.given_on = DateField(theming, workspace.texts, lambda: today(workspace.clock))
        who = LabelledField(theming, self.tr("Zugestimmt durch (Funktion, kein Name)"), self.given_by)
        self._fields = QWidget()
        fields = QHBoxLayout(self._fields)
        fields.setContentsMargins(0, 0, 0, 0)
        fields.setSpacing(12)
        fields.addWidget(who, 2)
        fields.addWidget(LabelledField(theming, self.tr("Am"), self.given_on), 1)
        fields.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.tick)
        layout.addWidget(self._state)
        layout.addWidget(self._fields)
        self.tick.clicked.connect(self._on_tick_clicked)
        self.given_by.edited.connect(self._on_given_by_edited)
        self.given_on.edited.connect(self._on_given_on_edited)
        for field in (self.given_by, self.given_on):
            field.typing.connect(self.typing)

    def show_case(self, case: Case, *, can_change: bool) -> None:
        """Show what the commune that leads the case (see ``Case.seen_from``) has said."""
        self._commune = case.commune.id
        self.tick.setText(self._agreement(case))
        consent = self._consent(case)
        holds = consent is not None and consent.holds
        self.tick.setChecked(holds)
        self.tick.setEnabled(can_change)
        self._fields.setVisible(holds)
        self._state.setText(self._words(consent))
        if consent is not None:
            self.given_by.show_value(consent.given_by)
            self.given_on.show_value(consent.given_on)

    def flush(self) -> None:
        """Commit half-typed text."""
        self.given_by.flush()
        self.given_on.flush()

    def _case(self) -> Case:
        """The case as it is now, with the shown commune in the lead."""
        return self._bridge.case.led_by(self._commune)

    def _agreement(self, case: Case) -> str:
        """What is ticked; in a joint case it names the commune."""
        if len(case.head.communes) == 1:
            return self.tr("Diese Kommune hat zugestimmt, anonym in Vergleiche anderer einzugehen")
        words = self.tr("{commune} hat zugestimmt, anonym in Vergleiche anderer einzugehen")
        return words.format(commune=case.commune.name)

    def _consent(self, case: Case) -> CohortConsent | None:
        return self._context.workspace.cohorts.consent(case)

    def _words(self, consent: CohortConsent | None) -> str:
        language = self._context.workspace.preferences.language
        if consent is None:
            return self.tr("Ohne Zustimmung geht nichts von dieser Kommune in Vergleiche ein.")
        if consent.withdrawn_on is not None:
            day = format_date(consent.withdrawn_on, language)
            return self.tr("Am {day} widerrufen: Nichts von dieser Kommune geht mehr in Vergleiche ein.").format(
                day=day
            )
        noted = consent.noted_by or "–"
        return self.tr("Vermerkt von {name}. Die Kommune kann jederzeit widerrufen.").format(name=noted)

    def _on_tick_clicked(self) -> None:
        case, cohorts = self._case(), self._context.workspace.cohorts
        given = cohorts.give(case, self.given_by.line.text()) if self.tick.isChecked() else cohorts.withdraw(case)
        if not self._bridge.edit(given):
            self.show_case(self._case(), can_change=self.tick.isEnabled())

    def _on_given_by_edited(self, words: str, batch: str) -> None:
        consent = self._consent(self._case())
        if consent is not None:
            self._set(consent, replace(consent, given_by=words), batch)

    def _on_given_on_edited(self, day: date | None, batch: str) -> None:
        consent = self._consent(self._case())
        if consent is not None and day is not None:
            self._set(consent, replace(consent, given_on=day), batch)

    def _set(self, before: CohortConsent, after: CohortConsent, batch: str) -> None:
        change = CohortConsentSet(self._commune, before, after)
        self._bridge.edit(change, batch=batch or None)
