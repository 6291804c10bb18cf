"""Checking the content packs that a data folder uses, or those of any folder."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from advisor_app.services.used_packs import left_out, select_packs
from advisor_app.texts import Texts

if TYPE_CHECKING:
    from advisor_app.content.check import Inspection
    from advisor_app.content.dated import Doubtful


def check_content(data_folder: Path, texts: Texts, folders: Sequence[Path] = ()) -> Inspection:
    """What is wrong with the packs of folders and what they hold, by default of those that the program uses.

    Packs of folders are checked as if the program used them, in the place of those that have their names. What the
    program leaves out for an error is checked with its own ones, and not counted.
    """
    from advisor_app.content.check import Inspection, flaws_of, inspect_packs

    selection = select_packs(data_folder, texts)
    if folders:
        return inspect_packs(folders, texts=texts, beside=selection.folders)
    used = inspect_packs(selection.folders, texts=texts)
    broken = [
        flaw.worded(texts)
        for pack in selection.broken
        for flaw in flaws_of(pack.folder, selection.folders)
        if flaw.file.parent == pack.folder or flaw == pack.flaw
    ]
    return Inspection(findings=tuple(dict.fromkeys((*broken, *used.findings))), counts=used.counts)


def doubtful_content(data_folder: Path, texts: Texts, on: date) -> tuple[Doubtful, ...]:
    """Every dated entry of the program's packs that asks for a look on a day; raises AdvisorError(PACK_LEFT_OUT)."""
    from advisor_app.content.dated import find_doubtful

    selection = select_packs(data_folder, texts)
    problem = left_out(selection, texts)
    if problem is not None:
        raise problem
    return find_doubtful(selection.folders, on, texts)
