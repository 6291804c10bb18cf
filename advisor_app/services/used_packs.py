"""Which content packs a data folder uses, and what they define."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from advisor_app.content.packs import load_catalog
from advisor_app.domain.catalog import Catalog
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.resources_folder import resources_folder
from advisor_app.texts import Texts, load_texts

if TYPE_CHECKING:
    from advisor_app.content.selection import FoundPack, PackState, Selection

LOCAL_PACKS = "packs"


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """The packs of a data folder: what they define, why some are left out, and which files of its own are in use."""

    catalog: Catalog
    problem: AdvisorError | None = None
    state: PackState = ()


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


@cache
def _shipped_catalog(folders: tuple[Path, ...], language: str) -> Catalog:
    """What ships with the program, read once: it stays the same whatever data folder is opened."""
    return load_catalog(folders, load_texts(language), late=True)


def load_content(folder: Path, texts: Texts) -> Content:
    """The shipped packs with the folder's own ones, without those that have an error.

    The shipped ones alone are known to be sound, and read as far as work begins with them. Errors of other packs must
    be told now, so with them everything is read.
    """
    shipped, folders = content_folders(), content_folders(folder)
    if folders == shipped:
        return Content(catalog=_shipped_catalog(tuple(shipped), texts.language))
    from advisor_app.content.selection import preferred_packs, sound_packs

    selection = preferred_packs(shipped, folder / LOCAL_PACKS)
    try:
        return Content(catalog=load_catalog(selection.folders, texts), state=selection.state())
    except AdvisorError:
        sound = sound_packs(selection, texts.language)
        catalog = load_catalog(sound.folders, texts)
        return Content(catalog=catalog, problem=left_out(sound, texts), state=sound.state())


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
