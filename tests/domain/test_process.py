"""Flows of a process: sums, the flow to be as a copy of today's, and what became of each step."""

from decimal import Decimal
from itertools import count

from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.process import (
    Difference,
    Flow,
    MediaBreak,
    ProcessSheet,
    ProcessStep,
    begun_to_be,
    compared,
    next_number,
    sums_of,
)

TIMES = st.none() | st.decimals(min_value=0, max_value=9999, places=1)
STEPS = st.lists(
    st.builds(
        ProcessStep,
        id=st.uuids().map(str),
        title=st.text(max_size=12),
        actor=st.sampled_from(["", "Bürgerbüro", "Steueramt"]),
        minutes=TIMES,
        waiting_days=TIMES,
        media_break=st.none() | st.sampled_from(MediaBreak),
    ),
    max_size=8,
    unique_by=lambda step: step.id,
).map(tuple)


def sheet_of(as_is: tuple[ProcessStep, ...], to_be: tuple[ProcessStep, ...] = ()) -> ProcessSheet:
    return ProcessSheet(id="p", number=1, as_is=as_is, to_be=to_be)


def begun(sheet: ProcessSheet) -> ProcessSheet:
    numbers = count()
    return begun_to_be(sheet, lambda: f"new-{next(numbers)}")


def test_sums_count_what_is_known() -> None:
    sums = sums_of(
        (
            ProcessStep(id="1", actor="B", minutes=Decimal("4.5"), media_break=MediaBreak.PRINT),
            ProcessStep(id="2", actor="A", waiting_days=Decimal(3)),
            ProcessStep(id="3", actor="B", minutes=Decimal(6)),
        )
    )
    assert (sums.minutes, sums.waiting_days, sums.media_breaks, sums.untimed) == (Decimal("10.5"), Decimal(3), 1, 1)
    assert sums.actors == ("B", "A")


@given(STEPS)
def test_the_flow_to_be_begins_as_a_copy(steps: tuple[ProcessStep, ...]) -> None:
    sheet = begun(sheet_of(steps))
    assert sums_of(sheet.to_be) == sums_of(sheet.as_is)
    assert {item.difference for flow in Flow for item in compared(sheet, flow)} <= {Difference.KEPT}
    assert not {step.id for step in sheet.to_be} & {step.id for step in sheet.as_is}
    assert begun(sheet) == sheet, "what was begun is never overwritten"


@given(STEPS, st.data())
def test_each_step_is_told_once(steps: tuple[ProcessStep, ...], data: st.DataObject) -> None:
    sheet = begun(sheet_of(steps))
    left = tuple(step for step in sheet.to_be if data.draw(st.booleans()))
    sheet = sheet.with_steps(Flow.TO_BE, (*left, ProcessStep(id="added")))
    today, later = compared(sheet, Flow.AS_IS), compared(sheet, Flow.TO_BE)
    assert [item.step for item in today] == list(sheet.as_is)
    assert [item.step for item in later] == list(sheet.to_be)
    dropped = {item.step.id for item in today if item.difference is Difference.DROPPED}
    assert dropped == {step.id for step in steps} - {step.origin for step in left}
    assert [item.step.id for item in later if item.difference is Difference.NEW] == ["added"]


def test_a_changed_step_names_its_fields() -> None:
    before = ProcessStep(id="1", title="abtippen", actor="SB", minutes=Decimal(8), media_break=MediaBreak.RETYPE)
    after = ProcessStep(id="2", title="abtippen", actor="SB", minutes=Decimal(2), idea="Schnittstelle", origin="1")
    for flow in Flow:
        (item,) = compared(sheet_of((before,), (after,)), flow)
        assert (item.difference, item.changed) == (Difference.CHANGED, ("minutes", "media_break"))


def test_numbers_go_on() -> None:
    assert next_number([]) == 1
    assert next_number([ProcessSheet(id="a", number=4), ProcessSheet(id="b", number=2)]) == 5
    assert ProcessSheet(id="a", number=4).code == "P-04"
