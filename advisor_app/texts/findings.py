"""The sentences for what is impossible, missing or contradictory in an implementation plan."""

from __future__ import annotations

from advisor_app.domain.plan import Finding, PlanFinding
from advisor_app.texts import Texts

_MOST_OF_CIRCLE = 8
"""Names of a circle that are told one by one; of a longer one its beginning and its end."""


def finding_sentence(finding: PlanFinding, texts: Texts) -> str:
    """A finding of the plan's check in words, the same on screen and paper."""
    names = finding.others
    if finding.finding is Finding.CYCLE and len(names) > _MOST_OF_CIRCLE:
        half = _MOST_OF_CIRCLE // 2
        count = len(names) - 1  # the first one stands at the end, too
        circle = " → ".join((*names[:half], "…", *names[-half:]))
        return texts("documents.finding.long-cycle", circle=circle, count=count)
    return texts(
        f"documents.finding.{finding.finding.value}",
        measure=finding.measure,
        others=texts.joined(finding.others),
        circle=" → ".join(finding.others),
    )
