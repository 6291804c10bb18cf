"""Which file to read or to write, asked with the system's own dialog."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFileDialog

ChooseFile = Callable[[QWidget, str, str], Path | None]
ChooseFiles = Callable[[QWidget, str, str], list[Path]]
ChoosePlace = Callable[[QWidget, str, str, str], Path | None]
ChooseFolder = Callable[[QWidget, str], Path | None]
"""Whoever asks takes one of these: those below, or a test's own."""


def file_to_open(parent: QWidget, title: str, kinds: str) -> Path | None:
    """Let the user choose a file (``kinds`` as Qt writes filters); None where the choice was left."""
    name, _ = _dialog().getOpenFileName(parent, title, "", kinds)
    return Path(name) if name else None


def files_to_open(parent: QWidget, title: str, kinds: str) -> list[Path]:
    """Let the user choose files; none where the choice was left."""
    names, _ = _dialog().getOpenFileNames(parent, title, "", kinds)
    return [Path(name) for name in names]


def file_to_save(parent: QWidget, title: str, proposed: str, kinds: str) -> Path | None:
    """Let the user name a file; None where the choice was left."""
    name, _ = _dialog().getSaveFileName(parent, title, proposed, kinds)
    return Path(name) if name else None


def folder_to_open(parent: QWidget, title: str) -> Path | None:
    """Let the user choose a folder; None where the choice was left."""
    name = _dialog().getExistingDirectory(parent, title)
    return Path(name) if name else None


def _dialog() -> type[QFileDialog]:
    from PySide6.QtWidgets import QFileDialog  # here: this module is loaded before the first paint

    return QFileDialog
