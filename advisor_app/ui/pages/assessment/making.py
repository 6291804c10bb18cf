"""Further assessments of a case: what can be made, and making it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication

from advisor_app.domain.assessment import Assessment, AssessmentKind
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.command import Command
from advisor_app.ui.shell.page import PageContext

Offer = tuple[str, str, AssessmentKind, str]
"""Title, questionnaire, kind and commune (empty: all of the case together) of an assessment that can be made."""

_BY_ITSELF = (AssessmentKind.WORKSHOP, AssessmentKind.FOLLOW_UP)
"""Of these kinds a commune of a joint case can have one of its own; forms go out to all."""

translate = QCoreApplication.translate


class AssessmentMaking:
    """Makes assessments with today's version of the questionnaires that a case has."""

    def __init__(self, context: PageContext, bridge: CaseBridge) -> None:
        self._assessments = context.workspace.assessments
        self._bridge = bridge

    def offers(self) -> list[Offer]:
        """Each kind for every questionnaire of the case."""
        case = self._bridge.case
        single = case.head.communes if len(case.head.communes) > 1 else ()
        title = self._assessments.offer_title
        return [
            offer
            for assessment in case.current_assessments()
            for offer in (
                *((title(assessment, kind), assessment.questionnaire, kind, "") for kind in AssessmentKind),
                *(
                    (title(assessment, kind, commune.title), assessment.questionnaire, kind, commune.id)
                    for commune in single
                    for kind in _BY_ITSELF
                ),
            )
        ]

    def make(self, questionnaire: str, kind: AssessmentKind, commune: str = "") -> Assessment | None:
        """Make an assessment; None where that is refused."""
        return self._bridge.perform(lambda session: self._assessments.create(session, kind, questionnaire, commune))

    def words(self, made: Assessment) -> str:
        """What to say of an assessment that was made."""
        title = self._assessments.title(self._bridge.case, made)
        return translate("assessment-making", "Angelegt: {title}").format(title=title)

    def commands(self, act: Callable[[str, AssessmentKind, str], None]) -> list[Command]:
        """The same by name."""
        words, about = translate("assessment-making", "Anlegen: {title}"), translate("assessment-making", "Erhebung")
        return [
            Command(title=words.format(title=title), kind=about, act=partial(act, name, kind, commune), icon="plus")
            for title, name, kind, commune in self.offers()
        ]
