"""Checking content packs: the shipped ones with a data folder's own, or those of any folder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from advisor_app.resources_folder import resources_folder
from advisor_app.texts import Texts

if TYPE_CHECKING:
    from advisor_app.content.findings import ContentFinding

LOCAL_PACKS = "packs"


def content_folders(data_folder: Path | None = None) -> list[Path]:
    """Where the program finds its packs: the shipped ones first, then those of the data folder, if one is given."""
    shipped = resources_folder() / "content"
    local = data_folder / LOCAL_PACKS if data_folder is not None else None
    return [shipped] if local is None or not local.is_dir() else [shipped, local]


def check_content(data_folder: Path, texts: Texts, folder: Path | None = None) -> tuple[ContentFinding, ...]:
    """Everything wrong with the packs of a folder, by default with those that the program uses."""
    from advisor_app.content.check import check_packs

    return check_packs(content_folders(data_folder) if folder is None else [folder], texts=texts)
