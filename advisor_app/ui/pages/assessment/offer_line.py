"""The line on the assessment page that tells of a newer version of the questionnaire, or of a migration under way."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from advisor_app.domain.assessment import Assessment
from advisor_app.domain.case import Case
from advisor_app.texts.numbers import format_date
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.labels import TextLabel


class OfferLine(QWidget):
    """Hidden where there is nothing to say. ``wanted`` asks for the migration, ``successor_wanted`` tells an id."""

    wanted = Signal()
    successor_wanted = Signal(str)

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._successor: str | None = None
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
        migrations = self._context.workspace.assessment_migrations
        superseding = case.superseding(assessment.id)
        begun = migrations.begun(case, assessment)
        newer = None if superseding or begun else migrations.newer(case, assessment)
        self._successor = None if superseding is None else superseding.successor
        self.setVisible(bool(superseding or begun or newer))
        if superseding is not None and superseding.finished_on is not None:
            day = format_date(superseding.finished_on, self._context.workspace.preferences.language)
            words = self.tr(
                "Abgelöst am {day} durch Version {version} des Fragebogens. Diese Erhebung ist nur zu lesen."
            )
            self._words.setText(words.format(day=day, version=superseding.version))
            self.button.setText(self.tr("Neue Erhebung öffnen"))
        elif begun is not None:
            words = self.tr("Die Umstellung auf Version {version} des Fragebogens ist angefangen.")
            self._words.setText(words.format(version=begun.version))
            self.button.setText(self.tr("Fortsetzen …"))
        elif newer is not None:
            words = self.tr("Für diesen Fragebogen gibt es Version {version}.")
            if newer.version == assessment.version:
                words = self.tr("Dieser Fragebogen wurde seit Beginn der Erhebung geändert (Version {version}).")
            self._words.setText(words.format(version=newer.version))
            self.button.setText(self.tr("Vergleichen …"))

    def _on_button_clicked(self) -> None:
        if self._successor is None:
            self.wanted.emit()
        else:
            self.successor_wanted.emit(self._successor)
