"""The line on the assessment page that tells of a newer version of the questionnaire, or of a migration under way."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from advisor_app.domain.assessment import Assessment
from advisor_app.domain.case import Case
from advisor_app.domain.questionnaire import Questionnaire
from advisor_app.texts.numbers import format_date
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.labels import TextLabel

_AFTER_MS = 300  # once the page is painted, also on a slow machine


@dataclass(frozen=True, slots=True)
class _Found:
    """The newer questionnaire for an assessment, None where there is none."""

    assessment: Assessment
    newer: Questionnaire | None


class OfferLine(QWidget):
    """Hidden where there is nothing to say. ``wanted`` asks for the migration, ``successor_wanted`` tells an id."""

    wanted = Signal()
    successor_wanted = Signal(str)

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._successor: str | None = None
        self._assessment: Assessment | None = None
        self._case: Case | None = None
        self._later = QTimer(self, singleShot=True, interval=_AFTER_MS)
        self._later.timeout.connect(self._look)
        self._words = TextLabel(context.theming, "", "body", "secondary", wrap=True)
        self.button = Button(context.theming, "", "git-branch", "link")
        row = QHBoxLayout(self)
        row.setContentsMargins(32, 8, 32, 0)
        row.setSpacing(12)
        row.addWidget(self._words, 1)
        row.addWidget(self.button)
        self.button.clicked.connect(self._on_button_clicked)
        self.hide()

    @property
    def words(self) -> str:
        """What the line says."""
        return self._words.text()

    def show_assessment(self, case: Case, assessment: Assessment) -> None:
        """Say what there is to say of an assessment."""
        superseding = case.superseding(assessment.id)
        begun = case.begun_migration(assessment.id)
        self._assessment = assessment
        self._successor = None if superseding is None else superseding.successor
        self.setVisible(bool(superseding or begun))
        if superseding is not None and superseding.finished_on is not None:
            day = format_date(superseding.finished_on, self._context.workspace.preferences.language)
            words = self.tr(
                "Abgelöst am {day} durch Fassung {version} des Fragebogens. Diese Erhebung ist nur zu lesen."
            )
            self._words.setText(words.format(day=day, version=superseding.version))
            self.button.setText(self.tr("Neue Erhebung öffnen"))
        elif begun is not None:
            words = self.tr("Die Umstellung auf Fassung {version} des Fragebogens ist angefangen.")
            self._words.setText(words.format(version=begun.version))
            self.button.setText(self.tr("Fortsetzen …"))
        else:
            self._case = case
            self._later.start()

    def _look(self) -> None:
        """Look for a newer questionnaire: today's packs are read for that, and the questions need not wait."""
        case, assessment = self._case, self._assessment
        if case is not None and assessment is not None:
            migrations = self._context.workspace.assessment_migrations
            job = self._context.lane.run(
                lambda _job: _Found(assessment, migrations.newer(case, assessment)), needed_by=self
            )
            job.tell(self, succeeded=self._on_found)

    def _on_found(self, found: _Found) -> None:
        if found.newer is None or found.assessment is not self._assessment:
            return
        words = self.tr("Von diesem Fragebogen gibt es die Fassung {version}.")
        if found.newer.version == found.assessment.version:
            words = self.tr("Dieser Fragebogen wurde seit Beginn der Erhebung geändert (Fassung {version}).")
        self._words.setText(words.format(version=found.newer.version))
        self.button.setText(self.tr("Vergleichen …"))
        self.show()

    def _on_button_clicked(self) -> None:
        if self._successor is None:
            self.wanted.emit()
        else:
            self.successor_wanted.emit(self._successor)
