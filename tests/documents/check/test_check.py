"""The checks find every planted defect, and nothing in a sound file."""

from __future__ import annotations

from functools import cache

import pytest

from advisor_app.documents.render.pdf import Rendered, render
from tests.documents.check.defects import DEFECTS, planted
from tests.documents.check.flaws import Expected, flaws
from tests.documents.check.validator import complaints
from tests.documents.samples.probe import every_block


@cache
def sound() -> Rendered:
    return render(every_block(), lambda _done: None)


def own(data: bytes) -> list[str]:
    pages = sound().pages
    feet = [f"Seite {number} von {pages}" for number in range(1, pages + 1)]
    return flaws(data, Expected(language="de-DE", margins=("Haus", "Anlass", "Stand", "Name", *feet)))


def test_a_sound_file_has_no_flaws() -> None:
    assert complaints(sound().data, "ua1") == []
    assert complaints(sound().data, "2a") == []
    assert own(sound().data) == []


@pytest.mark.parametrize("name", [name for name, defect in DEFECTS.items() if defect.validator])
def test_the_validator_sees(name: str) -> None:
    data = planted(sound().data, DEFECTS[name])
    assert complaints(data, "ua1") + complaints(data, "2a") != []


@pytest.mark.parametrize("name", [name for name, defect in DEFECTS.items() if not defect.validator])
def test_the_validator_does_not_see(name: str) -> None:
    # If this fails, the validator has learned something: let the defect count for it too.
    data = planted(sound().data, DEFECTS[name])
    assert complaints(data, "ua1") + complaints(data, "2a") == []


@pytest.mark.parametrize("name", DEFECTS)
def test_our_own_check_sees(name: str) -> None:
    said = own(planted(sound().data, DEFECTS[name]))
    assert any(DEFECTS[name].said in flaw for flaw in said), said
