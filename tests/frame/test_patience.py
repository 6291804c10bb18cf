"""Tests wait long for what comes late, and ask for it ever more rarely."""

from __future__ import annotations

from typing import Any

import pytest
from pytestqt.exceptions import TimeoutError as TookTooLong
from pytestqt.qtbot import QtBot

from tests.patience import PATIENCE_MS, PatientBot


def test_every_test_has_the_patient_one(qtbot: QtBot) -> None:
    assert isinstance(qtbot, PatientBot)
    assert qtbot.waitCallback().timeout == PATIENCE_MS


def test_what_is_not_so_yet_is_asked_again_and_ever_more_rarely(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    pauses: list[int] = []
    monkeypatch.setattr(QtBot, "wait", lambda _bot, pause: pauses.append(pause))
    qtbot.waitUntil(lambda: len(pauses) == 30)
    assert pauses == sorted(pauses)
    assert pauses[0] < 10 < pauses[-1] <= 100


def test_what_never_comes_fails_with_what_was_missed(qtbot: QtBot) -> None:
    def missed() -> None:
        raise AssertionError("still red")

    with pytest.raises(TookTooLong) as caught:
        qtbot.waitUntil(missed, timeout=1)
    assert str(caught.value.__cause__) == "still red"


@pytest.mark.parametrize("answer", [[], "", 0])
def test_an_answer_that_is_neither_yes_nor_no_is_a_mistake_of_the_test(qtbot: QtBot, answer: Any) -> None:
    with pytest.raises(TypeError):
        qtbot.waitUntil(lambda: answer)
