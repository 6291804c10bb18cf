"""Two assessments of a commune side by side, as the page of results shows them: the same words as in the document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from advisor_app.charts.level_bars import LevelBars, Row
from advisor_app.charts.radar import Radar
from advisor_app.charts.scene import Score
from advisor_app.documents.assessed import Assessed
from advisor_app.documents.blocks import Figure
from advisor_app.documents.compared import Compared, Move, comparable, compared
from advisor_app.documents.document_input import DocumentInput
from advisor_app.documents.parts.comparison import MARK, different_questions, is_down, is_gone, is_new, is_up
from advisor_app.documents.parts.comparison_words import COMPARISON, day_and_kind, proposed_summary
from advisor_app.documents.parts.standing import radar_against, score_of, standing_title
from advisor_app.documents.wording import DASH
from advisor_app.domain.assessment import Assessment
from advisor_app.domain.case import Case
from advisor_app.domain.scoring import DimensionScore
from advisor_app.services.documents import Documents


class Direction(Enum):
    """How an answer moved between two assessments."""

    UP = "up"
    DOWN = "down"
    NEW = "new"
    GONE = "gone"


_TESTS = {Direction.UP: is_up, Direction.DOWN: is_down, Direction.NEW: is_new, Direction.GONE: is_gone}


@dataclass(frozen=True, slots=True)
class Partner:
    """Another assessment to compare with, named by its title; of both the earlier is ``before``."""

    before: str
    after: str
    title: str

    @property
    def item(self) -> str:
        """What the document about both is called by."""
        return f"{self.before}:{self.after}"


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedQuestion:
    """A question with another level; ``holds`` is what holds now, in the words of its anchor."""

    id: str
    short: str
    direction: Direction
    before: int | None
    after: int | None
    holds: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SideBySide:
    """Two assessments; charts are None where there is too little to draw.

    ``standings`` are phase or module value of both, the earlier first. ``notice`` says why figures cannot be compared
    one to one, ``not_compared`` are questions by id and short title with what is different in them.
    """

    names: tuple[str, str]
    standings: tuple[str, str]
    summary: str
    notice: str
    radar: Radar | None
    bars: LevelBars | None
    area_bars: LevelBars | None
    moved: tuple[MovedQuestion, ...]
    same: int
    confidential: int
    not_compared: tuple[tuple[str, str, str], ...]


class Comparisons:
    """Finds what an assessment can be compared with, and compares."""

    def __init__(self, documents: Documents) -> None:
        self._documents = documents

    def partners(self, case: Case, assessment: Assessment) -> tuple[Partner, ...]:
        """Other answered assessments with the same questionnaire, also of earlier cases of the commune.

        The one just before it comes first, later ones last.
        """
        given = self._given(case)
        pairs = [pair for pair in comparable(given.case) if assessment.id in {item.id for item in pair}]
        pairs.sort(key=lambda pair: pair[1].id != assessment.id)
        found = []
        for before, after in pairs:
            other = before if after.id == assessment.id else after
            if given.case.answers.get(other.id):
                found.append(Partner(before.id, after.id, day_and_kind(given, other)))
        return tuple(found)

    def side_by_side(self, case: Case, partner: Partner) -> SideBySide:
        """The earlier assessment beside the later one."""
        given = self._given(case)
        known = given.case.assessments
        both = compared(given, known[partner.before], known[partner.after])
        texts = given.texts.of_document(COMPARISON)
        versions = both.versions
        return SideBySide(
            names=(both.before.occasion, both.after.occasion),
            standings=(_standing(both.before), _standing(both.after)),
            summary=proposed_summary(both, texts),
            notice=texts("versions-differ") if versions.has_other_figures else "",
            radar=_radar(both),
            bars=_bars(both, both.before.cross_cutting, both.after.cross_cutting, texts("profile")),
            area_bars=_bars(both, both.before.areas, both.after.areas, texts("areas")) if both.after.areas else None,
            moved=tuple(_moved(both)),
            same=sum(move.level_before is not None and move.level_before == move.level_after for move in both.moves),
            confidential=both.confidential,
            not_compared=tuple(different_questions(both, texts)),
        )

    def _given(self, case: Case) -> DocumentInput:
        return self._documents.input_of(case, COMPARISON)


def _standing(current: Assessed) -> str:
    return standing_title(current) or current.given.wording.score(current.result.module.score)


def _radar(both: Compared) -> Radar | None:
    blocks = radar_against(both.after, both.before, with_table=False)
    charts = (block.chart for block in blocks if isinstance(block, Figure))
    return next((chart for chart in charts if isinstance(chart, Radar)), None)


def _bars(
    both: Compared, before: tuple[DimensionScore, ...], after: tuple[DimensionScore, ...], title: str
) -> LevelBars:
    """Every dimension with an arrow from where it stood to where it stands, and the change in figures."""
    known = {score.id: score for score in before}
    wording, texts = both.after.given.wording, both.after.given.texts.of_document(COMPARISON)
    rows = []
    for score in after:
        old = known.get(score.id)
        mark = MARK if score.id in both.other_dimensions else ""
        rows.append(
            Row(
                key=score.id,
                title=both.after.dimensions[score.id].title + mark,
                score=score_of(both.after, score),
                level=score.level,
                before=Score(None, DASH) if old is None else score_of(both.before, old),
                cells=(wording.change(None if old is None else old.score, score.score),),
            )
        )
    return LevelBars(title=title, rows=tuple(rows), columns=(texts("change"),))


def _moved(both: Compared) -> Iterator[MovedQuestion]:
    for direction, test in _TESTS.items():
        for move in both.moves:
            if test(move):
                yield MovedQuestion(
                    id=move.question.id,
                    short=move.question.short,
                    direction=direction,
                    before=move.level_before,
                    after=move.level_after,
                    holds=_holds(both, move),
                )


def _holds(both: Compared, move: Move) -> str:
    wording = move.question.wording(both.after.given.case.commune.kind)
    if move.level_after is not None and wording.anchors:
        return wording.anchors[move.level_after]
    return both.after.given.texts(f"questions.state.{move.after.state.value}")
