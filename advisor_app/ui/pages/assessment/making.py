"""Further assessments of a case: what can be made, and making it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication

from advisor_app.domain.assessment import Assessment, AssessmentKind
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.command import Command
from advisor_app.ui.shell.page import PageContext

Offer = tuple[str, str, AssessmentKind]
"""Title, questionnaire and kind of an assessment that can be made."""

translate = QCoreApplication.translate


class AssessmentMaking:
    """Makes assessments with today's version of the questionnaires that a case has."""

    def __init__(self, context: PageContext, bridge: CaseBridge) -> None:
        self._assessments = context.workspace.assessments
        self._bridge = bridge

    def offers(self) -> list[Offer]:
        """Each kind for every questionnaire of the case."""
        return [
            (self._assessments.offer_title(assessment, kind), assessment.questionnaire, kind)
            for assessment in self._bridge.case.current_assessments()
            for kind in AssessmentKind
        ]

    def make(self, questionnaire: str, kind: AssessmentKind) -> Assessment | None:
        """Make an assessment; None where that is refused."""
        return self._bridge.perform(lambda session: self._assessments.create(session, kind, questionnaire))

    def words(self, made: Assessment) -> str:
        """What to say of an assessment that was made."""
        title = self._assessments.title(self._bridge.case, made)
        return translate("assessment-making", "Angelegt: {title}").format(title=title)

    def commands(self, act: Callable[[str, AssessmentKind], None]) -> list[Command]:
        """The same by name."""
        words, about = translate("assessment-making", "Anlegen: {title}"), translate("assessment-making", "Erhebung")
        return [
            Command(title=words.format(title=title), kind=about, act=partial(act, questionnaire, kind), icon="plus")
            for title, questionnaire, kind in self.offers()
        ]
