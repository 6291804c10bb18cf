"""Checking content packs: the shipped ones with a data folder's own, or those of any folder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from advisor_app.resources_folder import resources_folder
from advisor_app.texts import Texts

if TYPE_CHECKING:
    from advisor_app.content.findings import ContentFinding

LOCAL_PACKS = "packs"


def content_folders(data_folder: Path) -> list[Path]:
    """Where the program finds its packs: the shipped ones first, then those of the data folder."""
    local = data_folder / LOCAL_PACKS
    return [resources_folder() / "content", *([local] if local.is_dir() else [])]


def check_content(data_folder: Path, texts: Texts, folder: Path | None = None) -> tuple[ContentFinding, ...]:
    """Everything wrong with the packs of a folder, by default with those that the program uses."""
    from advisor_app.content.check import check_packs

    return check_packs(content_folders(data_folder) if folder is None else [folder], texts=texts)
