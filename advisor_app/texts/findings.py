"""The sentences for what is impossible, missing or contradictory in an implementation plan."""

from __future__ import annotations

from advisor_app.domain.plan import PlanFinding
from advisor_app.texts import Texts


def finding_sentence(finding: PlanFinding, texts: Texts) -> str:
    """A finding of the plan's check in words, the same on screen and paper."""
    return texts(
        f"documents.finding.{finding.finding.value}",
        measure=finding.measure,
        others=texts.joined(finding.others),
        circle=" → ".join(finding.others),
    )
