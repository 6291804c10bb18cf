"""Checking content packs: the shipped ones with a data folder's own, or those of any folder."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from advisor_app.resources_folder import resources_folder
from advisor_app.texts import Texts

if TYPE_CHECKING:
    from advisor_app.content.check import Inspection
    from advisor_app.content.dated import Doubtful

LOCAL_PACKS = "packs"


def content_folders(data_folder: Path | None = None) -> list[Path]:
    """Where the program finds its packs: the shipped ones first, then those of the data folder, if one is given."""
    shipped = resources_folder() / "content"
    local = data_folder / LOCAL_PACKS if data_folder is not None else None
    return [shipped] if local is None or not local.is_dir() else [shipped, local]


def check_content(data_folder: Path, texts: Texts, folder: Path | None = None) -> Inspection:
    """What is wrong with the packs of a folder and what they hold, by default of those that the program uses."""
    from advisor_app.content.check import inspect_packs

    return inspect_packs(content_folders(data_folder) if folder is None else [folder], texts=texts)


def doubtful_content(data_folder: Path, texts: Texts, on: date) -> tuple[Doubtful, ...]:
    """Every dated entry of the program's packs that asks for a look on a day; raises AdvisorError(CONTENT)."""
    from advisor_app.content.dated import find_doubtful

    return find_doubtful(content_folders(data_folder), on, texts)
