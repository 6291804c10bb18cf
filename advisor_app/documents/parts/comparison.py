"""Scores and questions of two assessments, earlier and later side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from advisor_app.documents.assessed import Assessed
from advisor_app.documents.blocks import (
    Align,
    Block,
    Cell,
    Column,
    Heading,
    LevelChip,
    Paragraph,
    ParagraphKind,
    Row,
    RowKind,
    Run,
    Table,
)
from advisor_app.documents.compared import Compared, Move
from advisor_app.documents.wording import DASH, WIDE
from advisor_app.domain.questionnaire_comparison import QuestionPair
from advisor_app.domain.scoring import DimensionScore
from advisor_app.texts import Texts

MARK = "*"
"""Stands beside figures of two versions that cannot be compared one to one."""


def dimension_comparison(
    both: Compared,
    before: tuple[DimensionScore, ...],
    after: tuple[DimensionScore, ...],
    texts: Texts,
    *,
    module: bool,
) -> Block:
    """Level and score of every dimension of either version, with the change and the target."""
    known = {score.id: score for score in before}
    now = {score.id: score for score in after}
    gone = [score.id for score in before if score.id not in now]
    rows = [_dimension_row(both, known.get(name), now.get(name), name) for name in (*now, *gone)]
    if module:
        wording, values = both.after.given.wording, (both.before.result.module.score, both.after.result.module.score)
        name = texts("documents.module-score") + (MARK if both.versions.has_other_figures else "")
        rows.append(Row((name, *map(wording.score, values), wording.change(*values), ""), RowKind.TOTAL))
    return Table(
        columns=(
            Column(title=texts("documents.dimension"), weight=1),
            Column(title=texts("before"), align=Align.END),
            Column(title=texts("after"), align=Align.END),
            Column(title=texts("change"), align=Align.END),
            Column(title=texts("documents.aim"), align=Align.END),
        ),
        rows=tuple(rows),
        summary=texts("dimension-summary" if module else "area-summary"),
    )


def _dimension_row(both: Compared, before: DimensionScore | None, after: DimensionScore | None, name: str) -> Row:
    wording = both.after.given.wording
    source = both.after if after is not None else both.before
    title = source.dimensions[name].title + (MARK if name in both.other_dimensions else "")
    target = None if after is None else both.after.target(after)
    values = [None if score is None else score.score for score in (before, after)]
    return Row(
        (
            (Run(f"{name}{WIDE}", quiet=True), Run(title)),
            _score_cell(both.before, before),
            _score_cell(both.after, after),
            wording.change(*values),
            DASH if target is None else str(target.level),
        )
    )


def _score_cell(current: Assessed, score: DimensionScore | None) -> Cell:
    """The level as a box with the score beside it."""
    if score is None:
        return DASH
    return (current.chip(score), Run(f"{WIDE}{current.given.wording.score(score.score)}"))


def is_up(move: Move) -> bool:
    """Whether the level is higher than before."""
    return None not in (move.level_before, move.level_after) and _step(move) > 0


def is_down(move: Move) -> bool:
    """Whether the level is lower than before."""
    return None not in (move.level_before, move.level_after) and _step(move) < 0


def is_new(move: Move) -> bool:
    """Whether the answer counts only now."""
    return move.level_before is None and move.level_after is not None


def is_gone(move: Move) -> bool:
    """Whether the answer counted only before."""
    return move.level_before is not None and move.level_after is None


def _step(move: Move) -> int:
    return (move.level_after or 0) - (move.level_before or 0)


_GROUPS: tuple[tuple[str, Callable[[Move], bool]], ...] = (
    ("up", is_up),
    ("down", is_down),
    ("new", is_new),
    ("gone", is_gone),
)


def move_table(both: Compared, texts: Texts) -> Iterator[Block]:
    """Questions with another level by the way they went; the others are only counted."""
    rows: list[Row] = []
    moved = 0
    for name, test in _GROUPS:
        found = [move for move in both.moves if test(move)]
        moved += len(found)
        if found:
            rows.append(Row((texts(f"group.{name}", count=len(found)),), RowKind.GROUP))
            rows += [_move(both, move) for move in found]
    if rows:
        yield Table(
            columns=(
                Column(title=texts("documents.answers.number")),
                Column(title=texts("documents.answers.question"), weight=1),
                Column(title=texts("before"), align=Align.CENTRE),
                Column(title=texts("after"), align=Align.CENTRE),
                Column(title=texts("what-holds"), weight=1),
            ),
            rows=tuple(rows),
            summary=texts("moves-summary"),
            header=1,
        )
    else:
        yield Paragraph(text=texts("no-moves"))
    same = sum(move.level_before is not None and move.level_before == move.level_after for move in both.moves)
    notes = [texts("same", count=same)] if same else []
    if both.confidential:
        notes.append(texts("confidential", count=both.confidential))
    if notes:
        yield Paragraph(text=" ".join(notes), kind=ParagraphKind.NOTE)


def _move(both: Compared, move: Move) -> Row:
    kind = both.after.given.case.commune.kind
    wording = move.question.wording(kind)
    state = both.after.given.texts(f"questions.state.{move.after.state.value}")
    holds: Cell = (Run(state, quiet=True),)
    if move.level_after is not None and wording.anchors:
        holds = wording.anchors[move.level_after]
    return Row(
        (
            move.question.id,
            wording.text or move.question.text,
            (_chip(both.before, move.level_before),) if move.level_before is not None else DASH,
            (_chip(both.after, move.level_after),) if move.level_after is not None else DASH,
            holds,
        )
    )


def _chip(current: Assessed, level: int) -> LevelChip:
    return LevelChip(level, current.level_words(level))


def different_questions(both: Compared, texts: Texts) -> Iterator[tuple[str, str, str]]:
    """Questions that differ between the versions by id and short title, with what is different in them."""
    versions = both.versions
    yield from ((pair.new.id, pair.new.short, _aspects(pair, texts)) for pair in versions.changed)
    yield from ((question.id, question.short, texts("only-after")) for question in versions.added)
    yield from ((question.id, question.short, texts("only-before")) for question in versions.removed)


def not_compared(both: Compared, texts: Texts) -> Iterator[Block]:
    """Questions that differ between the versions, with what is different in them."""
    rows = list(different_questions(both, texts))
    if not rows:
        return
    yield Heading(2, texts("not-compared"))
    yield Paragraph(text=texts("not-compared-intro"), introduces=True)
    yield Table(
        columns=(
            Column(title=texts("documents.answers.number")),
            Column(title=texts("documents.answers.question"), weight=1),
            Column(title=texts("different"), weight=1),
        ),
        rows=tuple(Row(row) for row in rows),
        summary=texts("not-compared-summary"),
        header=1,
    )


def _aspects(pair: QuestionPair, texts: Texts) -> str:
    return texts.joined([texts(f"assessments.aspect.{aspect.value}") for aspect in pair.aspects])
