"""Planning the rest of a workshop day anew: a preview of what the adviser chooses, and a choice to begin with.

Pinned steps stand, at their time and with their length. What the others give is shared in proportion to what each can
give above its minimum, in five-minute marks by largest remainder; nobody gives more than the rest needs to fit. A step
that runs gives of what it has not used. Pure: equal days, instants and choices make equal plans, and a plan that fits
changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from enum import Enum

from advisor_app.domain.agenda import MINUTES_MARK, AgendaDay, AgendaStep, StepState, find_step, state_of
from advisor_app.domain.agenda_course import skipped
from advisor_app.domain.agenda_edits import moved_to_day
from advisor_app.domain.agenda_forecast import ahead, end_to_meet, remaining, spent, steps_ahead
from advisor_app.domain.agenda_schedule import FindingKind, Layout, blocks_of, full_minutes, lanes_of
from advisor_app.domain.local_time import LOCAL

Block = tuple[AgendaStep, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplanChoice:
    """What the adviser chooses: open steps to drop, steps with the days that get them, minutes to end later."""

    shrink: bool = True
    drop: frozenset[str] = frozenset()
    moves: tuple[tuple[str, str], ...] = ()
    end_later: int = 0


class StepFate(Enum):
    """What a plan does with a step; the value is the key of its word under ``agenda.fate``."""

    KEPT = "kept"
    SHRUNK = "shrunk"
    DROPPED = "dropped"
    MOVED = "moved"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplannedStep:
    """A step ahead before and after; instants in UTC, no beginning where it is not on the day any more."""

    step: AgendaStep
    fate: StepFate
    minutes: int
    begins_before: datetime
    begins: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Shortfall:
    """By how many minutes the rest does not fit before a pinned step, or before the end where none is named."""

    minutes: int
    before: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Replan:
    """A preview: the day as it would be, the other days that get steps, and what is still missing.

    ``end`` is the end to meet, ``ends_before`` and ``ends`` when the day would end without and with it (UTC).
    """

    choice: ReplanChoice
    day: AgendaDay
    others: tuple[AgendaDay, ...]
    steps: tuple[ReplannedStep, ...]
    end: datetime
    ends_before: datetime
    ends: datetime
    shortfalls: tuple[Shortfall, ...]

    @property
    def fits(self) -> bool:
        """Whether everything is done before what is pinned and before the end."""
        return not self.shortfalls

    @property
    def missing(self) -> int:
        """By how many minutes it does not fit, all shortfalls together."""
        return sum(item.minutes for item in self.shortfalls)


def replan(day: AgendaDay, now: datetime, choice: ReplanChoice, others: Iterable[AgendaDay] = ()) -> Replan:
    """What becomes of the rest of the day; ``others`` are the days that may get steps.

    Only open steps are dropped and moved, whatever else is chosen is passed over. A later end is agreed with it, and so
    is the end of a day that is planned anew before it begins, as nothing else would tell it afterwards.
    """
    end = end_to_meet(day) + timedelta(minutes=choice.end_later)
    changed, days = _moved(_dropped(day, choice, now), choice, others)
    if choice.shrink:
        changed = _shrunk(changed, now, end)
    if choice.end_later > 0 or (changed != day and not day.as_planned):
        changed = replace(changed, ends=end.astimezone(LOCAL).time().replace(second=0, microsecond=0))
    after = ahead(changed, now)
    before = ahead(day, now)
    return Replan(
        choice=choice,
        day=changed,
        others=days,
        steps=_fates(changed, before, after),
        end=end,
        ends_before=before.ends.astimezone(UTC),
        ends=after.ends.astimezone(UTC),
        shortfalls=_shortfalls(after, end),
    )


def proposal(day: AgendaDay, now: datetime, drop_orders: Mapping[str, int]) -> ReplanChoice:
    """A sensible choice to begin with: shrink, then drop what may go in its order, then end later.

    ``drop_orders`` are those of the steps that may go, by their ids. Only what brings the day nearer to its end goes.
    """
    choice = ReplanChoice()
    best = replan(day, now, choice)
    for name in _droppable(day, drop_orders):
        if best.fits:
            break
        tried = replan(day, now, replace(choice, drop=choice.drop | {name}))
        if tried.missing < best.missing:
            choice, best = tried.choice, tried
    late = next((item.minutes for item in best.shortfalls if not item.before), 0)
    return replace(choice, end_later=-(-late // MINUTES_MARK) * MINUTES_MARK)


def _droppable(day: AgendaDay, drop_orders: Mapping[str, int]) -> list[str]:
    """Ids of the open steps ahead that may go and are not pinned, in the order in which they go."""
    found = [step for step in steps_ahead(day) if state_of(step) is StepState.OPEN and step.pinned is None]
    may_go = [step.id for step in found if step.id in drop_orders]
    return sorted(may_go, key=lambda name: (drop_orders[name], may_go.index(name)))


def _dropped(day: AgendaDay, choice: ReplanChoice, now: datetime) -> AgendaDay:
    for step in day.steps:
        if step.id in choice.drop and state_of(step) is StepState.OPEN:
            day = skipped(day, step.id, now)
    return day


def _moved(
    day: AgendaDay, choice: ReplanChoice, others: Iterable[AgendaDay]
) -> tuple[AgendaDay, tuple[AgendaDay, ...]]:
    """The day without the steps that others get, and those others as they then are."""
    targets = {other.id: other for other in others}
    touched: dict[str, AgendaDay] = {}
    for name, other in choice.moves:
        step = find_step(day, name)
        if step is not None and state_of(step) is StepState.OPEN and other in targets:
            day, touched[other] = moved_to_day(day, touched.get(other, targets[other]), name)
    return day, tuple(touched.values())


def _shrunk(day: AgendaDay, now: datetime, end: datetime) -> AgendaDay:
    """The day with just so much shorter steps that each stretch between pinned ones fits, as far as it can."""
    steps = steps_ahead(day)
    starts = _starts_of_stretches(steps, ahead(day, now))
    stretches: list[list[Block]] = [[]]
    for block in blocks_of(steps):
        if block[0].id in starts:
            stretches.append([])
        stretches[-1].append(block)
    for number, stretch in enumerate(stretches):
        following = stretches[number + 1][0][0].id if number + 1 < len(stretches) else ""
        day = _with_shrunk_stretch(day, stretch, following, now, end)
    return day


def _starts_of_stretches(steps: Sequence[AgendaStep], layout: Layout) -> frozenset[str]:
    """Ids of steps that begin at a time of their own: pinned ones outside of groups, and those that wait for theirs."""
    waiting = {finding.step for finding in layout.findings if finding.kind is FindingKind.GAP}
    own = (step.id for step in steps if not step.group and step.started is None)
    pinned = {step.id for step in steps if step.pinned is not None}
    return frozenset(name for name in own if name in pinned or name in waiting)


def _with_shrunk_stretch(
    day: AgendaDay, stretch: Sequence[Block], following: str, now: datetime, end: datetime
) -> AgendaDay:
    over = _over(ahead(day, now), following, end)
    slack = [_slack(day, block, now) for block in stretch]
    total = sum(slack)
    for marks in range(min(-(-over // MINUTES_MARK), total), total + 1):
        minutes: dict[str, int] = {}
        for block, share in zip(stretch, shares(marks, slack), strict=True):
            minutes |= _shrunk_block(day, block, share, now)
        steps = (replace(step, minutes=minutes.get(step.id, step.minutes)) for step in day.steps)
        tried = replace(day, steps=tuple(steps))
        if marks == total or _over(ahead(tried, now), following, end) <= 0:
            return tried
    return day


def shares(marks: int, weights: Sequence[int]) -> list[int]:
    """So many marks, at most the sum of the weights, parted in proportion to them by largest remainder.

    No share is greater than its weight, all of them add up to ``marks``, and of equals the first comes first.
    """
    total = sum(weights)
    if not total:
        return [0 for _ in weights]
    parts = [marks * weight // total for weight in weights]
    rests = sorted(range(len(weights)), key=lambda place: (-(marks * weights[place] % total), place))
    for place in rests[: marks - sum(parts)]:
        parts[place] += 1
    return parts


def _over(layout: Layout, following: str, end: datetime) -> int:
    """By how many minutes the steps run into a pinned one, or over the end."""
    if not following:
        return full_minutes(layout.ends.astimezone(UTC) - end)
    found = (item for item in layout.findings if item.step == following and item.kind is FindingKind.OVERLAP)
    return next((item.minutes for item in found), 0)


def _slack(day: AgendaDay, block: Block, now: datetime) -> int:
    """How many marks shorter a block can be; one with a pin in it stays as it is."""
    if any(step.pinned is not None and step.started is None for step in block):
        return 0
    lengths = [_length(day, lane, now) for lane in lanes_of(block)]
    least = [
        length - sum(_marks_of(day, step, now) for step in lane) * MINUTES_MARK
        for length, lane in zip(lengths, lanes_of(block), strict=True)
    ]
    return (max(lengths) - max(least)) // MINUTES_MARK


def _shrunk_block(day: AgendaDay, block: Block, marks: int, now: datetime) -> dict[str, int]:
    """Minutes of the steps of a block that is so many marks shorter: groups that end before then keep theirs."""
    lanes = lanes_of(block)
    room = max(_length(day, lane, now) for lane in lanes) - marks * MINUTES_MARK
    minutes: dict[str, int] = {}
    for lane in lanes:
        over = max(_length(day, lane, now) - room, 0)
        gives = shares(-(-over // MINUTES_MARK), [_marks_of(day, step, now) for step in lane])
        minutes |= {step.id: step.minutes - give * MINUTES_MARK for step, give in zip(lane, gives, strict=True)}
    return minutes


def _length(day: AgendaDay, lane: Iterable[AgendaStep], now: datetime) -> int:
    """Minutes that steps of a group still take."""
    return sum(_minutes_left(day, step, now) for step in lane)


def _minutes_left(day: AgendaDay, step: AgendaStep, now: datetime) -> int:
    return max(full_minutes(remaining(day, step, now)), 0)


def _marks_of(day: AgendaDay, step: AgendaStep, now: datetime) -> int:
    """How many marks a step can give without going under its minimum, or under what it has used already."""
    if step.pinned is not None and step.started is None:
        return 0
    least = max(step.minimum_minutes, full_minutes(spent(day, step, now)))
    return max(step.minutes - least, 0) // MINUTES_MARK


def _shortfalls(layout: Layout, end: datetime) -> tuple[Shortfall, ...]:
    found = [
        Shortfall(minutes=item.minutes, before=item.step)
        for item in layout.findings
        if item.kind is FindingKind.OVERLAP
    ]
    late = full_minutes(layout.ends.astimezone(UTC) - end)
    return (*found, *((Shortfall(minutes=late),) if late > 0 else ()))


def _fates(changed: AgendaDay, before: Layout, after: Layout) -> tuple[ReplannedStep, ...]:
    begins = {item.step.id: item.begins.astimezone(UTC) for item in after.steps}
    rows = []
    for item in before.steps:
        step = find_step(changed, item.step.id)
        if step is None:
            fate = StepFate.MOVED
        elif step.skipped:
            fate = StepFate.DROPPED
        else:
            fate = StepFate.SHRUNK if step.minutes < item.step.minutes else StepFate.KEPT
        rows.append(
            ReplannedStep(
                step=item.step,
                fate=fate,
                minutes=step.minutes if step is not None and not step.skipped else 0,
                begins_before=item.begins.astimezone(UTC),
                begins=begins.get(item.step.id),
            )
        )
    return tuple(rows)
