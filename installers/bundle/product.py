"""What the product is called, from product.toml, with the version of the program."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
ICONS = CHECKOUT / "installers" / "bundle" / "icons"
_FILE = Path(__file__).with_name("product.toml")
_VERSION = re.compile(r'^__version__ = "([^"]+)"$', re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class FileType:
    """The files that the program opens by a double click; ``start`` are their first bytes."""

    ending: str
    media_type: str
    windows_id: str
    start: str
    names: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Product:
    """Names of the product; ``summary`` and ``about`` by language, ``about`` in paragraphs."""

    name: str
    command: str
    desktop_id: str
    bundle_id: str
    publisher: str
    homepage: str
    contact: str
    licence: str
    copyright: str
    upgrade_code: str
    version: str
    summary: dict[str, str]
    about: dict[str, list[str]]
    file_type: FileType


def read_product() -> Product:
    """Read product.toml and the version; KeyError where something is missing."""
    table = tomllib.loads(_FILE.read_text("utf-8"))
    kind = table.pop("file_type")
    languages = tuple(table["summary"])
    return Product(
        **{key: value for key, value in table.items() if key != "windows"},
        upgrade_code=table["windows"]["upgrade_code"],
        version=read_version(),
        file_type=FileType(
            ending=kind["ending"],
            media_type=kind["media_type"],
            windows_id=kind["windows_id"],
            start=kind["start"],
            names={language: kind[language] for language in languages},
        ),
    )


def read_version() -> str:
    """The program's version, without importing it."""
    found = _VERSION.search((CHECKOUT / "advisor_app" / "__init__.py").read_text("utf-8"))
    if found is None:
        raise LookupError("advisor_app/__init__.py names no version")
    return found[1]
