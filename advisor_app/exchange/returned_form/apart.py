"""Files from anybody are read by a process of its own: what goes wrong in there stays in there."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Thread, Timer

import advisor_app


@dataclass(frozen=True, slots=True)
class Reader:
    """A reader by its module, and the one argument with which the program itself is that reader."""

    module: str
    argument: str


def read_apart(reader: Reader, data: bytes, seconds: float, most: int) -> bytes:
    """What a reader says of a file, at most ``most`` bytes and one more; less where its time is over or it failed."""
    with subprocess.Popen(
        command_of(reader),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment_of_program(),
    ) as process:
        timer = Timer(seconds, process.kill)
        feeder = Thread(target=_feed, args=(process, data))
        timer.start()
        feeder.start()
        try:
            assert process.stdout is not None  # noqa: S101  # it is a pipe
            return process.stdout.read(most + 1)
        finally:
            process.kill()
            timer.cancel()
            feeder.join()


def _feed(process: subprocess.Popen[bytes], data: bytes) -> None:
    assert process.stdin is not None  # noqa: S101  # it is a pipe
    with suppress(OSError):  # the process has ended already
        process.stdin.write(data)
        process.stdin.close()


def command_of(reader: Reader) -> list[str]:
    """This program as a reader: by the interpreter it runs in, or by itself where it is a program of its own."""
    if Path(sys.executable).stem.lower().startswith("python"):
        return [sys.executable, "-P", "-m", reader.module]  # nothing from the folder that one stands in
    return [sys.executable, reader.argument]


def environment_of_program() -> dict[str, str]:
    """The environment with a way to this very program, wherever it lies."""
    root = str(Path(advisor_app.__file__).resolve().parent.parent)
    paths = filter(None, (root, os.environ.get("PYTHONPATH", "")))
    return {**os.environ, "PYTHONPATH": os.pathsep.join(paths)}


def confine(seconds: int, memory: int, *, reserves: bool = False) -> None:
    """Take no more processor time and bytes than allowed, and write no file: where the system can hold one to that.

    Of a library that ``reserves`` far more addresses than it uses only those in use are counted.
    """
    try:
        import resource
    except ImportError:  # Windows
        return
    for kind, limit in (
        (resource.RLIMIT_DATA if reserves else resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        with suppress(OSError, ValueError):  # macOS knows some of them by name only
            resource.setrlimit(kind, (limit, limit))
