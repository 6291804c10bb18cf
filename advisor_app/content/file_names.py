"""The files of packs by their names, and where packs lie."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from pathlib import Path

BASE = "base"
SOURCE_LANGUAGE = "de"
"""The language in which packs are written."""

PACK_FILE = "pack.toml"
PRODUCT_NAMES_FILE = "product_names.toml"
FILES = frozenset(
    {
        PACK_FILE,
        "sources.toml",
        "funding.toml",
        "questionnaire.toml",
        "agenda.toml",
        "measures.toml",
        "glossary.toml",
        "facts.toml",
        "handout.toml",
        "preparation.toml",
        "candidates.toml",
        "e_file.toml",
    }
)
"""Files that any pack may hold."""

BASE_FILES = frozenset(
    {
        "modules.toml",
        "dimensions.toml",
        "roles.toml",
        "kinds.toml",
        "scale.toml",
        "vocabulary.toml",
        "services.toml",
        "maturity_models.toml",
        PRODUCT_NAMES_FILE,
    }
)
"""Files that base may hold besides."""

LATE_FILES = frozenset(
    {
        "funding.toml",
        "agenda.toml",
        "measures.toml",
        "glossary.toml",
        "facts.toml",
        "handout.toml",
        "preparation.toml",
        "candidates.toml",
        "e_file.toml",
        "services.toml",
        "maturity_models.toml",
        PRODUCT_NAMES_FILE,
    }
)
"""Files that nothing needs before somebody looks into them; so is what reads them, and what they become."""

BEGINNING_FILES = frozenset(
    {
        PACK_FILE,
        "sources.toml",
        "modules.toml",
        "dimensions.toml",
        "roles.toml",
        "kinds.toml",
        "scale.toml",
        "vocabulary.toml",
    }
)
"""What work begins with; no file among them refers to one beyond them."""

TRANSLATED_FILES = (BEGINNING_FILES - {"sources.toml"}) | {
    "questionnaire.toml",
    "agenda.toml",
    "funding.toml",
    "measures.toml",
    "glossary.toml",
    "facts.toml",
    "handout.toml",
    "preparation.toml",
    "candidates.toml",
    "e_file.toml",
    "services.toml",
    "maturity_models.toml",
}
"""Files whose words may have overlays in other languages; sources are quoted as they were published."""

_OF_DEVICES = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?", re.IGNORECASE)

_OVERLAY = re.compile(r"([a-z_]+)\.([a-z]{2})\.toml")


def parts_of_overlay(file: str) -> tuple[str, str]:
    """The file that an overlay translates, and its language (``modules.en.toml``); empty for any other name."""
    match = _OVERLAY.fullmatch(file)
    if match is None or match[2] == SOURCE_LANGUAGE:
        return "", ""
    return f"{match[1]}.toml", match[2]


def is_folder_anywhere(name: str) -> bool:
    """Whether a pack's id can be the name of its folder on Windows, too, which calls some devices by name."""
    return _OF_DEVICES.fullmatch(name) is None


def pack_folders(folders: Sequence[Path]) -> list[Path]:
    """The packs' folders, each once: a given folder is a pack or holds packs; one that does not exist holds none."""
    found: list[Path] = []
    for folder in (Path(os.path.realpath(path)) for path in folders):  # resolve() fails on links that lead in circles
        if any(os.path.lexists(folder / name) for name in FILES | BASE_FILES):  # what is no file is told as such
            found.append(folder)
        elif folder.is_dir():
            children = sorted(child for child in folder.iterdir() if child.is_dir())
            found.extend(child for child in children if any(child.glob("*.toml")))
    return list(dict.fromkeys(found))
