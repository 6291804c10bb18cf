"""The swim lanes of a process sheet: a flow as it was entered, with what became of its steps."""

from __future__ import annotations

from advisor_app.charts.swim_lanes import LaneMark, LaneStep, SwimLanes
from advisor_app.domain.process import ComparedStep, Difference, Flow, ProcessSheet, compared, sums_of
from advisor_app.texts import Texts
from advisor_app.texts.processes import break_words, days_words, minutes_words, sums_sentence

_MARKS = {
    Difference.KEPT: LaneMark.NONE,
    Difference.NEW: LaneMark.NEW,
    Difference.CHANGED: LaneMark.CHANGED,
    Difference.DROPPED: LaneMark.DROPPED,
}


def process_lanes(sheet: ProcessSheet, flow: Flow, texts: Texts) -> SwimLanes:
    """The lanes of a flow. Today's flow marks what is dropped, the flow to be what is new or changed."""
    steps = compared(sheet, flow)
    open_lane = texts("process.no-actor")
    lanes = tuple(dict.fromkeys(item.step.actor or open_lane for item in steps))
    return SwimLanes(
        title=texts(f"process.flow-title.{flow.value}", code=sheet.code, title=sheet.title),
        summary=sums_sentence(sums_of(sheet.steps(flow)), texts),
        lanes=lanes,
        steps=tuple(
            _lane_step(item, number, lanes.index(item.step.actor or open_lane), flow, texts)
            for number, item in enumerate(steps, 1)
        ),
    )


def _lane_step(item: ComparedStep, number: int, lane: int, flow: Flow, texts: Texts) -> LaneStep:
    is_told = flow is Flow.TO_BE or item.difference is Difference.DROPPED
    waiting = days_words(item.step.waiting_days, texts)
    return LaneStep(
        key=item.step.id,
        number=number,
        title=item.step.title,
        lane=lane,
        minutes=minutes_words(item.step.minutes, texts),
        waiting=texts("process.waiting", days=waiting) if waiting else "",
        media_break=break_words(item.step.media_break, texts),
        mark=_MARKS[item.difference] if is_told else LaneMark.NONE,
    )


def in_parts(lanes: SwimLanes, most: int) -> tuple[SwimLanes, ...]:
    """The flow in parts of at most so many steps and about the same length."""
    if len(lanes.steps) <= most:
        return (lanes,)
    length = -(-len(lanes.steps) // -(-len(lanes.steps) // most))
    parts = [lanes.steps[begin : begin + length] for begin in range(0, len(lanes.steps), length)]
    return tuple(_part(lanes, steps, begins=at == 0, ends=at == len(parts) - 1) for at, steps in enumerate(parts))


def _part(whole: SwimLanes, steps: tuple[LaneStep, ...], *, begins: bool, ends: bool) -> SwimLanes:
    return SwimLanes(title=whole.title, summary=whole.summary, lanes=whole.lanes, steps=steps, begins=begins, ends=ends)
