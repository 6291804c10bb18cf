"""A disk that keeps what was synced and forgets the rest when the power goes, for SQLite (as a VFS of apsw).

Of the writes since the last sync an arbitrary part may have reached the disk, sector by sector, in any order: that is
what real drives promise, and no more.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import apsw

from advisor_app.override import override

SECTOR = 512


@dataclass
class _File:
    """What of a file is safe, and what was done to it since."""

    durable: bytearray = field(default_factory=bytearray)
    pending: list[tuple[int, bytes | None]] = field(default_factory=list)  # offset and bytes; None cuts off there

    def sync(self) -> None:
        for change in self.pending:
            _apply(self.durable, *change)
        self.pending.clear()

    def after_power_cut(self, random: Random) -> bytearray:
        content = bytearray(self.durable)
        for offset, data in self.pending:
            if data is None:
                if random.random() < 0.5:
                    _apply(content, offset, None)
                continue
            for start in range(0, len(data), SECTOR):
                if random.random() < 0.5:
                    _apply(content, offset + start, data[start : start + SECTOR])
        return content


def _apply(content: bytearray, offset: int, data: bytes | None) -> None:
    if data is None:
        del content[offset:]
        return
    content.extend(b"\0" * (offset + len(data) - len(content)))
    content[offset : offset + len(data)] = data


class UnsyncedDisk(apsw.VFS):
    """Passes everything on to the real disk and keeps account of what is safe."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.files: dict[str, _File] = {}
        super().__init__(name, "")

    @override
    def xOpen(self, name: str | apsw.URIFilename | None, flags: list[int]) -> _Handle:
        return _Handle(self, name, flags)

    @override
    def xDelete(self, filename: str, syncdir: bool) -> None:
        self.files.pop(Path(filename).name, None)
        super().xDelete(filename, syncdir)

    def cut_power(self, folder: Path, random: Random) -> None:
        """Write into a folder what a disk could hold after the power went in this moment."""
        folder.mkdir()
        for name, file in self.files.items():
            (folder / name).write_bytes(file.after_power_cut(random))


class _Handle(apsw.VFSFile):
    def __init__(self, disk: UnsyncedDisk, name: str | apsw.URIFilename | None, flags: list[int]) -> None:
        full = name.filename() if isinstance(name, apsw.URIFilename) else name
        self._file = disk.files.setdefault(Path(full or "temporary").name, _File())
        super().__init__("", name, flags)

    @override
    def xWrite(self, data: bytes, offset: int) -> None:
        self._file.pending.append((offset, bytes(data)))
        super().xWrite(data, offset)

    @override
    def xTruncate(self, newsize: int) -> None:
        self._file.pending.append((newsize, None))
        super().xTruncate(newsize)

    @override
    def xSync(self, flags: int) -> None:
        self._file.sync()
        super().xSync(flags)
