"""Key figures that several documents begin with."""

from __future__ import annotations

from advisor_app.documents.assessed import Assessed
from advisor_app.documents.blocks import KeyFigure
from advisor_app.documents.parts.standing import near_threshold
from advisor_app.domain.scoring import band


def standing_figure(current: Assessed) -> KeyFigure | None:
    """The phase, or that it is open; without phases the level of the module's score, None where there is none."""
    texts, phase, score = current.given.texts, current.phase, current.result.module.score
    if current.result.phase is None:
        if score is None:
            return None
        level = band(score, current.scale)
        return KeyFigure(texts("documents.level-only", level=level), current.scale.levels[level].word)
    if phase is None:
        return KeyFigure(texts("documents.key.phase-none"), texts("documents.key.phase-open"))
    near = near_threshold(current) is not None
    label = texts("documents.key.phase-near", title=phase.title) if near else phase.title
    return KeyFigure(texts("documents.key.phase", number=phase.number), label)


def score_figure(current: Assessed) -> KeyFigure:
    """The module's score."""
    score = current.result.module.score
    return KeyFigure(current.given.wording.score(score), current.given.texts("documents.key.score"))
