"""Small packs written into folders, changed there, and searched for lines."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from tests.content.small_packs.base import BASE_FILES
from tests.content.small_packs.m4 import M4_FILES


def write_packs(root: Path) -> Path:
    """Write both packs into a folder and return it."""
    for name, files in (("base", BASE_FILES), ("m4", M4_FILES)):
        (root / name).mkdir(parents=True)
        for file, text in files.items():
            (root / name / file).write_text(text, encoding="utf-8")
    return root


def write_pack(root: Path, name: str, files: Mapping[str, str]) -> Path:
    """Write a further pack that needs base."""
    (root / name).mkdir(parents=True)
    head = f'id = "{name}"\nversion = "1.0.0"\ntitle = "Eigenes"\n[requires]\nbase = "1.0.0"\n'
    for file, text in {"pack.toml": head, **files}.items():
        (root / name / file).write_text(text, encoding="utf-8")
    return root / name


def replace_in(file: Path, old: str, new: str) -> None:
    """Replace the first occurrence, which must be there."""
    text = file.read_text(encoding="utf-8")
    assert old in text, old
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def line_of(file: Path, marker: str) -> int:
    """The first line (from 1) that holds the marker."""
    lines = file.read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, start=1) if marker in line)
