"""Words of errors, documents and charts, without Qt: ``resources/i18n/<language>/*.toml``, addressed with dots.

    texts("charts.gantt.alternative", title="Umsetzungsplan", count=5)

is the entry ``alternative`` of the table ``gantt`` in ``charts.toml``. The words of one kind of document stand in
``documents/<kind>.<language>.toml`` beside them and are read by ``of_document``.

A text may name fields in braces. Where a key leads to a table with ``one`` and ``other``, the field ``count`` chooses.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import tomli

from advisor_app.override import override
from advisor_app.resources_folder import resources_folder

_COUNTED = frozenset({"count", "limit"})
_THOUSAND = 1000
"""From here on a number has a mark between its figures."""


class _LateEntries(Mapping[str, str]):
    """The entries of a language's folder by their keys; a file is read when somebody looks into it.

    A window needs a few of them and begins without the words of commands, help and documents.
    """

    def __init__(self, folder: Path) -> None:
        self._entries: dict[str, str] = {}
        self._unread = {file.stem: file for file in folder.iterdir() if file.suffix == ".toml"}

    @override
    def __getitem__(self, key: str) -> str:
        self._read(key.partition(".")[0])
        return self._entries[key]

    @override
    def __iter__(self) -> Iterator[str]:
        self._read_all()
        return iter(self._entries)

    @override
    def __len__(self) -> int:
        self._read_all()
        return len(self._entries)

    def _read(self, name: str) -> None:
        file = self._unread.get(name)
        if file is not None:
            self._entries.update(_flattened({name: _table(file)}))
            self._unread.pop(name, None)  # only now: another thread may look, too

    def _read_all(self) -> None:
        for name in tuple(self._unread):
            self._read(name)


@dataclass(frozen=True, slots=True)
class _OwnFirst(Mapping[str, str]):
    """The entries of a kind of document, then those of all."""

    own: Mapping[str, str]
    shared: Mapping[str, str]

    @override
    def __getitem__(self, key: str) -> str:
        return self.own[key] if key in self.own else self.shared[key]

    @override
    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys((*self.own, *self.shared)))

    @override
    def __len__(self) -> int:
        return len({*self.own, *self.shared})


@dataclass(frozen=True, slots=True)
class Texts:
    """All texts of one language (``de``, ``en``)."""

    language: str
    entries: Mapping[str, str]

    def __call__(self, key: str, /, **fields: object) -> str:
        """Return the text of a key with its fields filled in; KeyError where the key or a field is missing.

        A ``count`` or ``limit`` is written as the language does: ``1.240``.
        """
        entry = self.entries.get(key)
        if entry is None:
            entry = self.entries[f"{key}.one" if fields.get("count") == 1 else f"{key}.other"]
        for name in _COUNTED & fields.keys():
            number = fields[name]
            if isinstance(number, int) and number >= _THOUSAND:
                from advisor_app.texts.numbers import format_decimal  # few texts need it, and none of the first ones

                fields[name] = format_decimal(number, 0, self.language)
        return entry.format_map(fields) if "{" in entry else entry

    def joined(self, words: Sequence[str]) -> str:
        """``a, b und c``."""
        if len(words) < 2:
            return "".join(words)
        return self("lists.and", head=", ".join(words[:-1]), last=words[-1])

    def either(self, words: Sequence[str]) -> str:
        """``a, b oder c``."""
        if len(words) < 2:
            return "".join(words)
        return self("lists.or", head=", ".join(words[:-1]), last=words[-1])

    def __contains__(self, key: str) -> bool:
        """Whether there is a text of this key."""
        return key in self.entries or f"{key}.other" in self.entries

    def of_document(self, kind: str) -> Texts:
        """These texts with the words of a kind of document, addressed without a prefix; OSError where it has none."""
        return Texts(self.language, _OwnFirst(_document_entries(kind, self.language), self.entries))


@cache
def load_texts(language: str, folder: Path | None = None) -> Texts:
    """The texts of a language (of the shipped ones by default); OSError where there are none."""
    return Texts(language, _LateEntries((folder or _shipped()) / language))


@cache
def _document_entries(kind: str, language: str) -> dict[str, str]:
    return dict(_flattened(_table(_shipped() / "documents" / f"{kind}.{language}.toml")))


def _table(file: Path) -> dict[str, Any]:
    return tomli.loads(file.read_text(encoding="utf-8"))


def _shipped() -> Path:
    return resources_folder() / "i18n"


def _flattened(table: Mapping[str, Any], path: str = "") -> Iterator[tuple[str, str]]:
    for name, value in table.items():
        key = f"{path}.{name}" if path else name
        if isinstance(value, Mapping):
            yield from _flattened(value, key)
        else:
            yield key, value
