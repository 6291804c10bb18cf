"""Which packs are used where shipped and local ones meet.

A local pack with the id of a shipped one stands in its place where its version is not lower, it has no error and nobody
has switched it off. Where it has an error, the copy is used that the last import has kept of it, else the shipped one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path

from advisor_app.content.file_names import PACK_FILE, SOURCE_LANGUAGE, pack_folders
from advisor_app.content.findings import Flaw, Severity
from advisor_app.content.library import Library, read_pack
from advisor_app.content.packs import check_integrity, read_library

KEPT_FOLDER = ".kept"
FAULTY_FOLDER = ".faulty"
"""Where an import keeps the pack that it has replaced, a sound one and one with an error, below the local packs."""

_OFF_SUFFIX = ".off"


PackState = tuple[tuple[str, int, int], ...]
"""Names, sizes and times of files: another one, other content."""


class Origin(Enum):
    """Where a pack comes from."""

    SHIPPED = "shipped"
    LOCAL = "local"
    KEPT = "kept"


class PackUse(Enum):
    """Whether a pack is used, and why not."""

    USED = "used"
    REPLACED = "replaced"
    OFF = "off"
    OLDER = "older"
    BROKEN = "broken"
    SPARE = "spare"


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundPack:
    """A pack that lies where the program looks; ``flaw`` is the first error that keeps it from being used."""

    folder: Path
    id: str
    version: str
    title: str
    origin: Origin
    use: PackUse
    flaw: Flaw | None = None

    @property
    def is_used(self) -> bool:
        """Whether the program works with it."""
        return self.use is PackUse.USED


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """All packs that were found, shipped ones first; of each id at most one is used."""

    packs: tuple[FoundPack, ...]

    @property
    def folders(self) -> list[Path]:
        """The packs that are used."""
        return [pack.folder for pack in self.packs if pack.is_used]

    @property
    def broken(self) -> tuple[FoundPack, ...]:
        """The packs that are left out for an error."""
        return tuple(pack for pack in self.packs if pack.use is PackUse.BROKEN)

    def is_broken(self, folder: Path) -> bool:
        """Whether the pack of a folder is left out for an error."""
        return any(pack.folder == folder.resolve() for pack in self.broken)

    def used(self, name: str) -> FoundPack | None:
        """The pack of an id that is used."""
        return next((pack for pack in self.packs if pack.id == name and pack.is_used), None)

    def state(self) -> PackState:
        """The files of all used packs that are not shipped."""
        own = [pack.folder for pack in self.packs if pack.is_used and pack.origin is not Origin.SHIPPED]
        return tuple(_stamps(own))


def off_mark(local: Path, name: str) -> Path:
    """The empty file that says that a local pack is switched off."""
    return local / f"{name}{_OFF_SUFFIX}"


def preferred_packs(shipped: Sequence[Path], local: Path, language: str = SOURCE_LANGUAGE) -> Selection:
    """What would be used if no pack had an error; of each pack only its head is read, with its title in a language."""
    first = {pack.id: pack for pack in (_found(folder, Origin.SHIPPED, language) for folder in pack_folders(shipped))}
    own = {pack.id: _placed(pack, first, local) for pack in _all_in(local, Origin.LOCAL, language)}
    kept = [
        _placed(replace(pack, use=PackUse.SPARE), first, local)
        for pack in _all_in(local / KEPT_FOLDER, Origin.KEPT, language)
        if pack.id in own
    ]
    standing = {name for name, pack in own.items() if pack.is_used}
    replaced = [replace(pack, use=PackUse.REPLACED) if name in standing else pack for name, pack in first.items()]
    return Selection(packs=(*replaced, *own.values(), *kept))


def sound_packs(preferred: Selection, language: str = SOURCE_LANGUAGE) -> Selection:
    """The same without packs that have an error, in German or in a language; shipped ones are known to have none."""
    selection = preferred
    for name in dict.fromkeys((SOURCE_LANGUAGE, language)):
        broken = _broken(selection, name)
        while broken:
            selection = Selection(packs=tuple(_without(selection.packs, broken)))
            broken = _broken(selection, name)
    return selection


def _found(folder: Path, origin: Origin, language: str) -> FoundPack:
    head = read_pack(folder, {PACK_FILE}, language).head
    title = head.table.document.data.get("title")
    return FoundPack(
        folder=folder,
        id=folder.name,
        version=head.version,
        title=title if isinstance(title, str) and title else folder.name,
        origin=origin,
        use=PackUse.USED,
    )


def _all_in(local: Path, origin: Origin, language: str) -> list[FoundPack]:
    return [_found(folder, origin, language) for folder in pack_folders([local])] if local.is_dir() else []


def _placed(pack: FoundPack, first: Mapping[str, FoundPack], local: Path) -> FoundPack:
    """A pack that is not shipped, as its mark and the shipped one's version let it be used."""
    shipped = first.get(pack.id)
    if off_mark(local, pack.id).exists():
        return replace(pack, use=PackUse.OFF)
    if shipped is not None and pack.version and _figures(pack.version) < _figures(shipped.version):
        return replace(pack, use=PackUse.OLDER)
    return pack


def _figures(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split("."))


def _broken(selection: Selection, language: str) -> dict[Path, Flaw]:
    """The packs to leave out, each with its first error."""
    ours = {pack.folder: pack for pack in selection.packs if pack.is_used and pack.origin is not Origin.SHIPPED}
    if not ours:
        return {}
    library = read_library(selection.folders, None, language)
    check_integrity(library)
    errors = [flaw for flaw in library.every_flaw() if flaw.severity is Severity.ERROR]
    found: dict[Path, Flaw] = {}
    for flaw in errors:
        if flaw.file.parent in ours:
            found.setdefault(flaw.file.parent, flaw)
    if errors and not found:
        # The error lies in a pack that is sound by itself: one that replaces another has taken away what it needs.
        found[_first_replacing(library, ours, selection)] = errors[0]
    return found


def _first_replacing(library: Library, ours: dict[Path, FoundPack], selection: Selection) -> Path:
    replaced = {pack.id for pack in selection.packs if pack.use is PackUse.REPLACED}
    order = [pack.head.folder for pack in library.packs if pack.head.folder in ours]
    return next((folder for folder in order if ours[folder].id in replaced), order[0])


def _without(packs: Sequence[FoundPack], broken: dict[Path, Flaw]) -> Iterator[FoundPack]:
    """The packs with the next one of the same id in place of each that is left out."""
    spare = {pack.id for pack in packs if pack.use is PackUse.SPARE}
    gone = {pack.id: pack.origin for pack in packs if pack.folder in broken}
    for pack in packs:
        takes_over = {
            PackUse.SPARE: gone.get(pack.id) is Origin.LOCAL,
            PackUse.REPLACED: pack.id in gone and (gone[pack.id] is Origin.KEPT or pack.id not in spare),
        }
        if pack.folder in broken:
            yield replace(pack, use=PackUse.BROKEN, flaw=broken[pack.folder])
        elif takes_over.get(pack.use, False):
            yield replace(pack, use=PackUse.USED)
        else:
            yield pack


def _stamps(folders: Sequence[Path]) -> Iterator[tuple[str, int, int]]:
    for folder in folders:
        for file in sorted(folder.glob("*.toml")):
            stat = file.lstat()
            yield f"{folder.parent.name}/{folder.name}/{file.name}", stat.st_size, stat.st_mtime_ns
