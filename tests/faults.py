"""Real faults of folders and drives, made where the system and the user allow it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


def _mount(*arguments: str) -> None:
    program = shutil.which("mount")
    if not sys.platform.startswith("linux") or program is None:
        pytest.skip("file systems can be mounted on Linux only")
    if subprocess.run([program, *arguments], check=False, capture_output=True).returncode:
        pytest.skip("this user may not mount a file system")


@contextmanager
def small_disk(folder: Path, size: str = "16m") -> Iterator[Path]:
    """Give a folder a file system of its own with so much room."""
    folder.mkdir(exist_ok=True)
    _mount("-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder))
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


def fill(disk: Path) -> Path:
    """Leave no byte free; returns the file to remove for room."""
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as stream:
        try:
            while True:
                stream.write(b"x" * 4096)
        except OSError:
            return filler


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """Let a folder and all in it be read only; for root, whom no rights hold up, by a mount."""
    if os.name == "nt":
        pytest.skip("rights of folders are another matter on Windows")
    if os.geteuid() == 0:
        _mount("--bind", str(folder), str(folder))
        try:
            _mount("-o", "remount,bind,ro", str(folder))
            yield
        finally:
            subprocess.run(["umount", "--lazy", str(folder)], check=True)
        return
    before = {path: path.stat().st_mode for path in (folder, *folder.rglob("*"))}
    for path, mode in before.items():
        path.chmod(mode & ~0o222)
    try:
        yield
    finally:
        for path, mode in before.items():
            path.chmod(mode)
