"""Which content packs a data folder uses, and checking them or those of any folder."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.resources_folder import resources_folder
from advisor_app.texts import Texts

if TYPE_CHECKING:
    from advisor_app.content.check import Inspection
    from advisor_app.content.dated import Doubtful
    from advisor_app.content.selection import FoundPack, Selection

LOCAL_PACKS = "packs"


def content_folders(data_folder: Path | None = None) -> list[Path]:
    """Where packs lie: the shipped ones first, then those of the data folder, if one is given."""
    shipped = resources_folder() / "content"
    local = data_folder / LOCAL_PACKS if data_folder is not None else None
    return [shipped] if local is None or not local.is_dir() else [shipped, local]


def select_packs(data_folder: Path, texts: Texts) -> Selection:
    """Which packs the program uses with a data folder, and why it leaves out the others."""
    from advisor_app.content.selection import preferred_packs, sound_packs

    return sound_packs(preferred_packs(content_folders(), data_folder / LOCAL_PACKS, texts.language), texts.language)


def left_out(selection: Selection, texts: Texts) -> AdvisorError | None:
    """The error of the first pack that is left out for one (PACK_LEFT_OUT); None where none is."""
    return next((_error(pack, selection, texts) for pack in selection.broken), None)


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


def _error(pack: FoundPack, selection: Selection, texts: Texts) -> AdvisorError:
    flaw, instead = pack.flaw, selection.used(pack.id)
    key = "nothing" if instead is None else instead.origin.value
    return AdvisorError(
        Problem.PACK_LEFT_OUT,
        name=pack.id,
        file="" if flaw is None else str(flaw.file),
        line=0 if flaw is None else flaw.line,
        reason="" if flaw is None else flaw.sentence(texts).rstrip("."),
        instead=texts(f"packs.instead.{key}", version="" if instead is None else instead.version),
    )
