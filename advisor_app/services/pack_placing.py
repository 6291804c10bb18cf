"""A pack's files put into its folder: all of them or none, and what they replace is brought back or kept."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Self

from advisor_app.content.selection import FAULTY_FOLDER, KEPT_FOLDER
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.whole_file import sync_folder, write_file

_OLDER = "..older"
_FAULTY = "..faulty"
"""What a pack is called while a new one takes its place, below a folder in which nobody looks for packs; no ids."""


class PackPlacing:
    """One pack on its way into ``out``, to be used in a ``with`` block: whatever it leaves is cleared away.

    With ``keeps`` the pack that is replaced is kept beside it: a sound one to be used again, a faulty one because
    somebody may still need it. All raise OSError.
    """

    def __init__(self, out: Path, pack: str, *, keeps: bool) -> None:
        self.target = out / pack
        self._made = [folder for folder in (out, *out.parents) if not folder.exists()]
        self._stage = out / f".{pack}.part"
        self._staged = self._stage / pack
        self._kept = {_OLDER: out / KEPT_FOLDER / pack, _FAULTY: out / FAULTY_FOLDER / pack} if keeps else {}

    def __enter__(self) -> Self:
        """Bring what an earlier one has left to an end."""
        self._settle()
        return self

    def __exit__(self, *_exception: object) -> None:
        """Bring back the older pack where the new one did not get its name, and remove the rest."""
        self._settle()
        with suppress(OSError):  # what something lies in stays
            for folder in self._made:
                folder.rmdir()

    def check_target(self, *, replace: bool) -> None:
        """Raise AdvisorError (PACK_EXISTS, PACK_FOLDER_FOREIGN) where the pack may not be put."""
        target = self.target
        if not target.exists() and not target.is_symlink():
            return
        if not replace:
            raise AdvisorError(Problem.PACK_EXISTS, folder=str(target))
        entries = list(target.iterdir()) if target.is_dir() and not target.is_symlink() else [target]
        if not all(entry.suffix == ".toml" and entry.is_file() and not entry.is_symlink() for entry in entries):
            raise AdvisorError(Problem.PACK_FOLDER_FOREIGN, folder=str(target))

    def stage(self, files: Mapping[str, bytes]) -> Path:
        """Write the pack's files where nobody looks for packs; returns the folder, to be checked."""
        self._staged.mkdir(parents=True)
        for name, content in files.items():
            write_file(self._staged / name, content)
        return self._staged.resolve()

    def finish(self, *, is_older_sound: bool) -> tuple[str, ...]:
        """Give the staged pack its name, an older one has it until then; returns files that only that one had."""
        new = {path.name for path in self._staged.glob("*.toml")}
        gone = sorted({path.name for path in self.target.glob("*.toml")} - new)
        if self.target.exists():
            self.target.rename(self._stage / (_OLDER if is_older_sound else _FAULTY))
        self._staged.rename(self.target)
        with suppress(OSError):
            sync_folder(self.target.parent)
        return tuple(gone)

    def _settle(self) -> None:
        for older in (self._stage / _OLDER, self._stage / _FAULTY):
            if older.exists() and not self.target.exists():
                with suppress(OSError):
                    older.rename(self.target)
                if not self.target.exists():
                    return  # the only copy
        for name, kept in self._kept.items():
            if (self._stage / name).exists():
                with suppress(OSError):
                    shutil.rmtree(kept, ignore_errors=True)
                    kept.parent.mkdir(parents=True, exist_ok=True)
                    (self._stage / name).rename(kept)
        shutil.rmtree(self._stage, ignore_errors=True)
