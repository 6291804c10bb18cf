"""Checks in a process of their own: one that hangs is ended, one that falls is told, and the others go on."""

from __future__ import annotations

import json
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from queue import Empty, Queue
from threading import Thread
from time import perf_counter
from typing import IO

from advisor_app.exchange.returned_form.apart import Reader, command_of, environment_of_program
from advisor_app.services.self_check import MODULE, SELF_CHECK
from advisor_app.services.self_check.order import CheckOrder, CheckResult
from advisor_app.texts import Texts

_LAST_LINES = 4
_MOST_LETTERS = 500


def run_checks(
    order: CheckOrder, texts: Texts, limit: float, command: Sequence[str] | None = None
) -> Iterator[CheckResult]:
    """Carry out an order check by check, none longer than ``limit`` seconds.

    ``command`` starts the process that does it, by default this program as it carries out checks.
    """
    used = command or command_of(Reader(MODULE, SELF_CHECK))
    waiting = order.checks
    while waiting:
        for result in _one_process(replace(order, checks=waiting), texts, limit, used):
            waiting = waiting[waiting.index(result.key) + 1 :]
            yield result


def _one_process(order: CheckOrder, texts: Texts, limit: float, command: Sequence[str]) -> Iterator[CheckResult]:
    """The results of one process, at least one; the last one is a failure where it did not get to its end."""
    begun = perf_counter()
    with tempfile.TemporaryFile() as errors:
        try:
            process = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors, env=environment_of_program()
            )
        except OSError as error:
            yield _failure(order.checks[0], texts("self-check.no-process", words=str(error)), begun)
            return
        with process:
            lines: Queue[bytes] = Queue()
            reader = Thread(target=_read, args=(process.stdout, lines), daemon=True)
            reader.start()
            _give(process.stdin, order)
            try:
                for key in order.checks:
                    begun = perf_counter()
                    try:
                        result = _next_result(lines, limit)
                    except Empty:
                        yield _failure(key, texts("self-check.hung", seconds=round(limit)), begun)
                        return
                    if result is None:
                        process.wait()
                        yield _failure(key, _fallen(process.returncode, errors, texts), begun)
                        return
                    yield result
            finally:
                process.kill()
                process.wait()
                reader.join()


def _next_result(lines: Queue[bytes], limit: float) -> CheckResult | None:
    """The next result, None where the process has ended; raises Empty where it says nothing for too long."""
    end = perf_counter() + limit
    while line := lines.get(timeout=max(0.0, end - perf_counter())):
        with suppress(ValueError, TypeError):  # something that a library has printed
            return CheckResult(**json.loads(line))
    return None


def _read(stream: IO[bytes] | None, lines: Queue[bytes]) -> None:
    """Pass on lines, and an empty one at the end."""
    for line in stream or ():
        lines.put(line)
    lines.put(b"")


def _give(stream: IO[bytes] | None, order: CheckOrder) -> None:
    with suppress(OSError):  # it has fallen already, which is told
        if stream is not None:
            stream.write(order.to_json())
            stream.close()


def _fallen(code: int, errors: IO[bytes], texts: Texts) -> str:
    """How a process fell, with the last lines that it wrote about it."""
    errors.seek(0)
    said = [line for line in errors.read().decode("utf-8", "replace").splitlines() if line.strip()]
    words = " ".join(" ".join(said[-_LAST_LINES:]).split())[:_MOST_LETTERS] or "–"
    return texts("self-check.fallen", code=code, words=words)


def _failure(key: str, detail: str, begun: float) -> CheckResult:
    return CheckResult(key=key, passed=False, detail=detail, seconds=round(perf_counter() - begun, 3))
