"""What a group weighs, drawn: matrices, ranks, dots, polls."""

from __future__ import annotations

from advisor_app.charts.area_dots import AreaDotsChart, DotsRow
from advisor_app.charts.area_gaps import AreaGaps, GapRow
from advisor_app.charts.candidate_matrix import CandidateMatrix, MatrixCandidate
from advisor_app.charts.poll import PollDots, PollRound
from advisor_app.charts.priority_matrix import MatrixMeasure, PriorityMatrix
from advisor_app.charts.rank_list import RankList, RankRow
from advisor_app.domain.e_file import Gap
from tests.charts.examples.levels import LONG


def matrix_measure(number: int, benefit: int | None, effort: int | None, title: str = "Maßnahme") -> MatrixMeasure:
    difference = None if benefit is None or effort is None else benefit - effort
    priority = "" if difference is None else "A" if difference >= 2 else "C" if difference <= -2 else "B"
    return MatrixMeasure(id=f"U{number}", title=title, benefit=benefit, effort=effort, priority=priority)


def priority_matrix() -> PriorityMatrix:
    """Two measures in one place, one without a rating."""
    ratings = ((4, 2), (4, 3), (5, 4), (4, 2), (4, 4), (None, 3), (2, 5))
    measures = (matrix_measure(number, *rating) for number, rating in enumerate(ratings, start=1))
    return PriorityMatrix(title="Prioritäten", measures=tuple(measures))


def crowded_matrix() -> PriorityMatrix:
    """Forty measures in the same place."""
    return PriorityMatrix(
        title="Prioritäten", measures=tuple(matrix_measure(number, 4, 2, LONG) for number in range(1, 41))
    )


def candidate_matrix(count: int = 5) -> CandidateMatrix:
    """Two with the same rank in one cell, one moved by the group, one without a place."""
    cells = ((4, 4), (4, 4), (2, 5), (5, 2), None)
    ranks = (1, 1, 3, 4, None)
    return CandidateMatrix(
        title="Kandidaten",
        candidates=tuple(
            MatrixCandidate(
                code=f"K-{number + 1:02}",
                title=LONG if count > 5 else f"Idee {number + 1}",
                cell=cells[number % 5],
                rank=ranks[number % 5],
                benefit="4,0",
                feasibility="3,5",
                is_placed=number % 5 == 2,
            )
            for number in range(count)
        ),
    )


def rank_list(count: int) -> RankList:
    """Two with the same rank, the last one without any."""
    return RankList(
        title="Rangfolge",
        rows=tuple(
            RankRow(
                code=f"K-{number:02}",
                title=LONG if count > 5 else f"Idee {number}",
                rank=None if number == count else (1, 1, 3, 4, 5)[number % 5],
                benefit="4,0",
            )
            for number in range(1, count + 1)
        ),
    )


def area_dots(dots: tuple[int | None, ...] = (12, 7, 7, 1, 0)) -> AreaDotsChart:
    """Places with a tie, two areas chosen, one without a dot."""
    return AreaDotsChart(
        title="Wirkungsbereiche",
        counted="27 von 30 Punkten gezählt",
        rows=tuple(
            DotsRow(key=f"WB{number}", title=f"WB{number} Mobilität", dots=count, place="2", is_chosen=number < 3)
            for number, count in enumerate(dots, 1)
        ),
    )


def area_gaps(*titles: str) -> AreaGaps:
    """Every gap after the other; the last row is one of which nobody has said anything."""
    said = (("nein", "Muss"), ("teilweise", "Soll"), ("ja", "Kann"), ("–", "–"))
    kinds = (Gap.WHOLE, Gap.PART, Gap.NONE, Gap.OPEN)
    rows = (
        GapRow(number=number, title=title, state=said[(number - 1) % 4][0], need=said[(number - 1) % 4][1], gap=gap)
        for number, (title, gap) in enumerate(zip(titles, kinds * 4, strict=False), 1)
    )
    return AreaGaps(title="Stand der E-Akte", rows=tuple(rows))


LEVEL_WORDS = ("nicht vorhanden", "punktuell", "teilweise", "verbindlich", "gemessen")


def poll_dots(*rounds: PollRound) -> PollDots:
    """A blind round that scatters, and an open one in which the group comes together."""
    two = (
        PollRound(title="Runde 1, verdeckt", counts=(1, 6, 5, 2, 0), unknown=2, remark="Median 1, Spannweite 3 Stufen"),
        PollRound(title="Runde 2, offen", counts=(0, 3, 11, 0, 0), remark="Median 2, Spannweite 1 Stufe"),
    )
    return PollDots(title="Punktabfrage 4.3.3", words=LEVEL_WORDS, rounds=rounds or two)
