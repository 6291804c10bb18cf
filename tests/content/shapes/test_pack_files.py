"""The description of packs' files says what the reader reads, and loses nothing of what is shipped."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import tomli

from advisor_app.content.document import Document
from advisor_app.content.file_names import TRANSLATED_FILES
from advisor_app.content.library import Pack, read_pack
from advisor_app.content.packs import load_catalog
from advisor_app.content.shapes.canonical import canonical
from advisor_app.content.shapes.fields import Choice, Field, Group, Ladder, Named, Rows, Shape
from advisor_app.content.shapes.pack_files import FILES, files_of, overlay_of
from advisor_app.content.shapes.shared import KINDS
from advisor_app.content.shapes.toml_writer import write_toml
from advisor_app.override import override
from advisor_app.resources_folder import resources_folder
from tests.content.small_packs.writing import write_packs

SHIPPED = resources_folder() / "content"
PACKS = sorted(folder.name for folder in SHIPPED.iterdir() if folder.is_dir())

Keys = tuple[str, ...]


class Asked(dict[str, Any]):
    """A table that notes which keys somebody asked for."""

    def __init__(self, data: dict[str, Any], path: Keys, notes: set[Keys]) -> None:
        super().__init__({key: noting(value, (*path, key), notes) for key, value in data.items()})
        self._path = path
        self._notes = notes

    @override
    def __contains__(self, key: object) -> bool:
        self._notes.add((*self._path, str(key)))
        return super().__contains__(key)

    @override
    def get(self, key: str, default: Any = None) -> Any:
        self._notes.add((*self._path, key))
        return super().get(key, default)


def noting(value: Any, path: Keys, notes: set[Keys]) -> Any:
    if isinstance(value, dict):
        return Asked(value, path, notes)
    return [noting(part, path, notes) for part in value] if isinstance(value, list) else value


def described(shape: Shape, path: Keys = ()) -> Iterator[Keys]:
    """Every key of a description with the keys of the tables around it."""
    for part in shape.parts:
        match part:
            case Field():
                yield (*path, part.key)
            case Ladder():
                yield from ((*path, field.key) for field in part.fields)
            case Group():
                yield (*path, part.key)
                yield from ((*path, part.key, field.key) for field in part.fields)
            case Rows():
                yield (*path, part.key)
                yield from described(part.shape, (*path, part.key))
            case Named():
                yield (*path, part.key)
                for name in part.names:
                    yield from described(part.shape, (*path, part.key, name))


def documents(pack: Pack) -> dict[str, Document]:
    return {document.file.name: document for document in pack.documents}


def test_the_reader_asks_for_what_is_described(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever adds a key to a reader finds here that the description lacks it, and the other way round."""
    notes: dict[str, set[Keys]] = {}

    def parse(document: Document) -> None:
        data = tomli.loads(document.text, parse_float=Decimal)
        document.data = Asked(data, (), notes.setdefault(document.file.name, set()))

    monkeypatch.setattr("advisor_app.content.document._parse", parse)
    small = write_packs(tmp_path / "small")
    for folder in (*(SHIPPED / name for name in PACKS), small / "base", small / "m4"):
        read_pack(folder)
    for file in FILES:
        keys = set(described(file.shape))
        conditions = ("question", "when")
        asked = {key for key in notes[file.name] if key[:2] != conditions or len(key) == 2}
        asked = {key for key in asked if key[0] != "requires" or len(key) == 1}
        asked -= {("question", "variant", kind) for kind in KINDS}
        assert asked <= keys, file.name
        # A variant of a kind, or of the anchors, that no pack has is described all the same.
        assert {key for key in keys - asked if "variant" not in key} == set(), file.name


def test_closed_lists_have_a_word_for_every_value() -> None:
    for file in FILES:
        for field in _fields(file.shape):
            if isinstance(field.kind, Choice):
                assert len(set(map(str.casefold, field.kind.words.values()))) == len(field.kind.words)


def _fields(shape: Shape) -> Iterator[Field]:
    for part in shape.parts:
        match part:
            case Field():
                yield part
            case Ladder() | Group():
                yield from part.fields
            case Rows() | Named():
                yield from _fields(part.shape)


def test_files_with_words_to_translate_may_have_overlays() -> None:
    assert {file.name for file in FILES if overlay_of(file)} == TRANSLATED_FILES


def test_only_base_has_the_files_of_base() -> None:
    assert {file.name for file in files_of("base")} == {file.name for file in FILES}
    assert "scale.toml" not in {file.name for file in files_of("m4")}


def write_canonically(source: Path, target: Path) -> None:
    """Write every file of a pack anew."""
    target.mkdir(parents=True)
    for file in FILES:
        overlay = overlay_of(file)
        shapes = dict.fromkeys(source.glob(file.name), file.shape)
        if overlay is not None:
            shapes |= dict.fromkeys(source.glob(f"{file.name.removesuffix('.toml')}.??.toml"), overlay.shape)
        for path, shape in shapes.items():
            data = tomli.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
            (target / path.name).write_text(write_toml(shape, canonical(shape, data)), encoding="utf-8")


def test_packs_written_anew_define_the_same(tmp_path: Path) -> None:
    for name in PACKS:
        write_canonically(SHIPPED / name, tmp_path / "once" / name)
        write_canonically(tmp_path / "once" / name, tmp_path / "twice" / name)
        assert {file.name for file in (tmp_path / "once" / name).iterdir()} == {
            file.name for file in (SHIPPED / name).iterdir()
        }
        for file in (tmp_path / "once" / name).iterdir():
            assert file.read_bytes() == (tmp_path / "twice" / name / file.name).read_bytes()
    assert load_catalog([tmp_path / "once"]) == load_catalog([SHIPPED])
