"""Words of errors, documents and charts, without Qt: ``resources/i18n/<language>.toml``, addressed with dots.

    texts("charts.gantt.alternative", title="Umsetzungsplan", count=5)

The words of one document stand in ``documents/<kind>.<language>.toml`` beside them and are read by ``of_document``.

A text may name fields in braces. Where a key leads to a table with ``one`` and ``other``, the field ``count`` chooses.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import tomli

from advisor_app.resources_folder import resources_folder


@dataclass(frozen=True, slots=True)
class Texts:
    """All texts of one language (``de``, ``en``)."""

    language: str
    entries: Mapping[str, str]

    def __call__(self, key: str, /, **fields: object) -> str:
        """Return the text of a key with its fields filled in; KeyError where the key or a field is missing."""
        entry = self.entries.get(key)
        if entry is None:
            entry = self.entries[f"{key}.one" if fields.get("count") == 1 else f"{key}.other"]
        return entry.format_map(fields) if "{" in entry else entry

    def joined(self, words: Sequence[str]) -> str:
        """``a, b und c``."""
        if len(words) < 2:
            return "".join(words)
        return self("lists.and", head=", ".join(words[:-1]), last=words[-1])

    def __contains__(self, key: str) -> bool:
        """Whether there is a text of this key."""
        return key in self.entries or f"{key}.other" in self.entries

    def of_document(self, kind: str) -> Texts:
        """These texts with the words of a kind of document, addressed without a prefix; OSError where it has none."""
        return Texts(self.language, {**self.entries, **_document_entries(kind, self.language)})


@cache
def load_texts(language: str, folder: Path | None = None) -> Texts:
    """Read a language's file (a shipped one by default); OSError where it does not exist."""
    return Texts(language, MappingProxyType(_entries((folder or _shipped()) / f"{language}.toml")))


@cache
def _document_entries(kind: str, language: str) -> dict[str, str]:
    return _entries(_shipped() / "documents" / f"{kind}.{language}.toml")


def _shipped() -> Path:
    return resources_folder() / "i18n"


def _entries(file: Path) -> dict[str, str]:
    return dict(_flattened(tomli.loads(file.read_text(encoding="utf-8"))))


def _flattened(table: Mapping[str, Any], path: str = "") -> Iterator[tuple[str, str]]:
    for name, value in table.items():
        key = f"{path}.{name}" if path else name
        if isinstance(value, Mapping):
            yield from _flattened(value, key)
        else:
            yield key, value
