"""Workshop days for tests of the agenda: one with breaks, those of the shipped packs, and any that can be made up."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time
from functools import cache
from itertools import count

from hypothesis import strategies as st

from advisor_app.content.packs import load_catalog
from advisor_app.domain.agenda import AgendaDay, AgendaStep, StepKind, day_from_template
from advisor_app.domain.agenda_template import AgendaTemplate
from advisor_app.domain.local_time import LOCAL
from advisor_app.resources_folder import resources_folder

ON = date(2026, 9, 14)


def at(clock: str, day: int = 14) -> datetime:
    """A local time of the workshop day (14 September 2026), or of another day of that month, as an instant in UTC."""
    return datetime.combine(ON.replace(day=day), time.fromisoformat(clock), LOCAL).astimezone(UTC)


def clock(moment: datetime | None) -> str:
    """The local time of an instant; a dash for none."""
    return "–" if moment is None else f"{moment.astimezone(LOCAL):%H:%M}"


def step(
    name: str,
    minutes: int,
    minimum: int | None = None,
    *,
    kind: StepKind = StepKind.WORK,
    pinned: time | None = None,
    group: str = "",
) -> AgendaStep:
    """A step whose id is its title; its minimum is its length unless another is given."""
    least = minutes if minimum is None else minimum
    return AgendaStep(
        id=name, title=name, minutes=minutes, minimum_minutes=least, kind=kind, pinned=pinned, group=group
    )


def day_of(*steps: AgendaStep, start: time = time(9), ends: time | None = None, on: date | None = ON) -> AgendaDay:
    """A day of module 4 with these steps."""
    return AgendaDay(id="day", module="M4", title="Tag 1", number=1, on=on, start=start, ends=ends, steps=steps)


DAY = day_of(
    step("opening", 20, 10),
    step("result", 45, 30),
    step("pause", 15, kind=StepKind.BREAK),
    step("areas", 45, 30),
    step("lunch", 60, kind=StepKind.LUNCH),
    step("close", 30),
)
"""From 9:00 to 12:35; its breaks and its last step cannot be shortened."""


@cache
def shipped_templates() -> dict[str, AgendaTemplate]:
    """The agendas of all shipped packs by their ids."""
    return dict(load_catalog([resources_folder() / "content"]).agendas)


def shipped_day(template: str) -> AgendaDay:
    """A day on 14 September 2026 as a shipped pack proposes it; ids of steps are those of the template."""
    numbers = count(1)
    day = day_from_template(shipped_templates()[template], 1, lambda: f"id-{next(numbers)}")
    steps = tuple(replace(item, id=item.template_step or item.id) for item in day.steps)
    return replace(day, on=ON, steps=steps)


_MARKS = st.integers(0, 18).map(lambda marks: marks * 5)
_GROUPS = st.sampled_from(("", "", "", "A", "B", "C"))
_CLOCKS = st.integers(0, 287).map(lambda marks: time(marks // 12, marks % 12 * 5))


@st.composite
def steps_of_any_day(draw: st.DrawFn, *, pins: bool = True) -> tuple[AgendaStep, ...]:
    """Up to nine steps on five-minute marks: some without length, some pinned, some in groups, some left out."""
    rows = draw(st.lists(st.tuples(_MARKS, st.floats(0, 1), _GROUPS, st.booleans(), st.booleans()), max_size=9))
    made = []
    for number, (minutes, share, group, is_pinned, is_skipped) in enumerate(rows):
        least = int(minutes * share) // 5 * 5
        pinned = draw(_CLOCKS) if pins and is_pinned and draw(st.booleans()) else None
        item = step(f"s{number}", minutes, least, pinned=pinned, group=group)
        made.append(replace(item, skipped=is_skipped and draw(st.booleans())))
    return tuple(made)


@st.composite
def any_day(draw: st.DrawFn, *, pins: bool = True) -> AgendaDay:
    """A day on the 14th that begins at any five-minute mark, with an agreed end or without."""
    steps = draw(steps_of_any_day(pins=pins))
    return day_of(*steps, start=draw(_CLOCKS), ends=draw(st.none() | _CLOCKS))
