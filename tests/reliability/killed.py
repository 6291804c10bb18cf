"""Do something in a process of its own and kill it after a while."""

from __future__ import annotations

import os
import signal
import sys
import time
import traceback
from collections.abc import Callable


def kill_after(seconds: float, act: Callable[[], object]) -> bool:
    """Fork, act, kill; returns whether it was over before. Raises AssertionError where it failed by itself."""
    process = os.fork()
    if process == 0:
        try:
            act()
        except BaseException:  # noqa: BLE001  # the parent is told by the exit code
            traceback.print_exc()
            sys.stderr.flush()
            os._exit(1)
        os._exit(0)
    until = time.perf_counter() + seconds
    while time.perf_counter() < until:
        ended, status = os.waitpid(process, os.WNOHANG)
        if ended:
            return _is_over(status)
    os.kill(process, signal.SIGKILL)
    return _is_over(os.waitpid(process, 0)[1])


def _is_over(status: int) -> bool:
    if os.WIFSIGNALED(status):
        return False
    assert os.WEXITSTATUS(status) == 0
    return True
