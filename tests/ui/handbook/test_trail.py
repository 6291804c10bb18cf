"""Back and forward."""

from advisor_app.domain.handbook import Place
from advisor_app.ui.handbook.trail import Step, Trail

ONE, TWO, THREE = Place("one"), Place("two", "below"), Place("three")


def test_one_goes_back_to_where_one_was_and_forward_again() -> None:
    trail = Trail()
    trail.go(ONE, 0)
    trail.go(TWO, 120)
    trail.go(THREE, 40)
    assert (trail.can_go_back, trail.can_go_forward) == (True, False)
    assert trail.move(-1, 7) == Step(TWO, 40)
    assert trail.move(-1, 8) == Step(ONE, 120)
    assert trail.move(-1, 0) is None
    assert trail.move(1, 9) == Step(TWO, 8)
    assert trail.move(1, 0) == Step(THREE, 7)
    assert trail.move(1, 0) is None


def test_what_lay_ahead_is_forgotten_where_one_turns_off() -> None:
    trail = Trail()
    for place in (ONE, TWO):
        trail.go(place, 0)
    trail.move(-1, 0)
    trail.go(THREE, 5)
    assert not trail.can_go_forward
    assert trail.move(-1, 0) == Step(ONE, 5)


def test_the_same_place_again_is_no_step() -> None:
    trail = Trail()
    trail.go(ONE, 0)
    trail.go(ONE, 3)
    assert not trail.can_go_back
    assert trail.here == Step(ONE)
