"""The machine is asked to stay awake in a thread of its own, told once, and let go."""

from __future__ import annotations

import subprocess
import sys
import threading
from queue import Queue

import pytest

from advisor_app.services.awake import KeepAwake
from tests.patience import PATIENCE_SECONDS


@pytest.mark.parametrize(("fakes", "agrees"), [("1", True), ("0", False)])
def test_it_tells_whether_the_system_agrees(monkeypatch: pytest.MonkeyPatch, fakes: str, *, agrees: bool) -> None:
    """Wakepy can be told to succeed without asking; without that and without a bus it cannot."""
    monkeypatch.setenv("WAKEPY_FAKE_SUCCESS", fakes)
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    if fakes == "0" and sys.platform in {"win32", "darwin"}:
        pytest.skip("these systems agree without a bus")
    heard: Queue[bool] = Queue()
    awake = KeepAwake(heard.put)
    awake.start()
    awake.start()
    assert heard.get(timeout=PATIENCE_SECONDS) is agrees
    assert (heard.empty(), awake.is_on) == (True, True)
    awake.stop()
    awake.stop()
    assert not awake.is_on
    assert not [thread for thread in threading.enumerate() if thread.name == "keep-awake"]


def test_a_program_that_ends_without_a_word_is_not_held_up() -> None:
    program = "from advisor_app.services.awake import KeepAwake; KeepAwake(print).start()"
    done = subprocess.run(
        [sys.executable, "-c", program], timeout=PATIENCE_SECONDS, check=False, capture_output=True, text=True
    )
    assert (done.returncode, done.stderr) == (0, "")
