from __future__ import annotations

from dataclasses import replace
from datetime import date

from advisor_app.domain.changes import Change, MeasureSet, RolloutStepSet
from advisor_app.domain.e_file import RolloutStep
from advisor_app.domain.plan import Measure
from advisor_app.domain.rollout import (
    RolloutWords,
    crowded_quarters,
    edited,
    measure_of,
    planned,
    removed,
    resolved,
    rollout,
)

WORDS = RolloutWords(title="E-Akte einführen: {office}", goal="Ziel", indicator="Anteil", dimension="3.7")
TAX = RolloutStep(id="r1", office="Steueramt", start=date(2027, 3, 1), end=date(2027, 6, 30), responsible="IT")
REGISTRY = RolloutStep(id="r2", office="Bürgerbüro")
OTHER = Measure(id="U1", title="Aktenplan", position=0)


def applied(measures: dict[str, Measure], *changes: Change) -> dict[str, Measure]:
    found = dict(measures)
    for change in changes:
        if isinstance(change, MeasureSet):
            assert found.get(change.id) == change.before
            if change.after is None:
                del found[change.id]
            else:
                found[change.id] = change.after
    return found


def test_every_office_gets_one_measure_and_never_a_second() -> None:
    measures = applied({"U1": OTHER}, *planned([TAX, REGISTRY], {"U1": OTHER}, WORDS))
    assert [(name, measures[name].title) for name in sorted(measures)] == [
        ("U1", "Aktenplan"),
        ("U2", "E-Akte einführen: Steueramt"),
        ("U3", "E-Akte einführen: Bürgerbüro"),
    ]
    tax = measures["U2"]
    assert (tax.start, tax.end, tax.responsible, tax.dimension) == (TAX.start, TAX.end, "IT", "3.7")
    assert planned([TAX, REGISTRY], measures, WORDS) == ()


def test_what_is_moved_in_the_plan_is_moved_in_the_rollout() -> None:
    measures = applied({}, *planned([TAX], {}, WORDS))
    moved = {"U1": replace(measures["U1"], start=date(2027, 5, 1))}
    assert resolved(TAX, moved).start == date(2027, 5, 1)
    assert [step.id for step in rollout([REGISTRY, TAX], moved)] == ["r1", "r2"]


def test_what_is_edited_in_the_rollout_is_edited_in_the_plan() -> None:
    measures = applied({}, *planned([TAX], {}, WORDS))
    after = replace(TAX, office="Kämmerei", start=date(2027, 4, 1))
    changes = edited(TAX, after, measures, WORDS)
    assert [type(change) for change in changes] == [RolloutStepSet, MeasureSet]
    measure = applied(measures, *changes)["U1"]
    assert (measure.title, measure.start) == ("E-Akte einführen: Kämmerei", date(2027, 4, 1))


def test_a_title_that_somebody_worded_stays() -> None:
    measures = {"U1": replace(applied({}, *planned([TAX], {}, WORDS))["U1"], title="Start im Steueramt")}
    changes = edited(TAX, replace(TAX, office="Kämmerei"), measures, WORDS)
    assert applied(measures, *changes)["U1"].title == "Start im Steueramt"


def test_nothing_changes_where_nothing_was_edited() -> None:
    assert edited(TAX, TAX, {}, WORDS) == ()
    assert edited(TAX, TAX, applied({}, *planned([TAX], {}, WORDS)), WORDS) == ()


def test_an_office_that_is_taken_out_takes_its_measure_along() -> None:
    measures = applied({}, *planned([TAX], {}, WORDS))
    waiting = {**measures, "U2": Measure(id="U2", title="Danach", predecessors=("U1",), position=1)}
    left = applied(waiting, *removed(TAX, waiting))
    assert list(left) == ["U2"]
    assert left["U2"].predecessors == ()


def test_a_measure_that_was_taken_out_and_its_number_given_away_is_not_taken_for_the_office() -> None:
    measures = {"U1": Measure(id="U1", title="Etwas anderes", position=0)}
    assert measure_of(TAX.id, measures) is None
    assert len(planned([TAX], measures, WORDS)) == 1


def test_more_than_two_starts_in_a_quarter_are_told() -> None:
    starts = [date(2027, 1, 1), date(2027, 3, 31), date(2027, 2, 1), date(2027, 4, 1), date(2027, 5, 1)]
    steps = [RolloutStep(id=str(place), start=start) for place, start in enumerate(starts)]
    assert crowded_quarters([*steps, REGISTRY]) == ((2027, 1),)
