"""What goes into an installed program, from contents.toml: parts of Qt, Python modules, data of packages."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path, PurePosixPath
from typing import Any

from installers.bundle.product import CHECKOUT

PLATFORMS = ("linux", "windows", "macos")
_FILE = Path(__file__).with_name("contents.toml")
_PICTURES = PurePosixPath("advisor_app/resources/screenshots")
_PICTURE = re.compile(r"\(\.\./screenshots/([\w.-]+)\)")


@dataclass(frozen=True)
class Contents:
    """What one platform gets. Paths are relative to the folder of Python packages, with slashes."""

    platform: str

    @cached_property
    def _table(self) -> dict[str, Any]:
        return tomllib.loads(_FILE.read_text("utf-8"))

    @cached_property
    def _qt(self) -> dict[str, Any]:
        table: dict[str, Any] = self._table["qt"][self.platform]
        return table

    @property
    def without(self) -> list[str]:
        """Python modules that are left out although something offers to import them."""
        return list(self._table["python"]["without"])

    @property
    def also(self) -> list[str]:
        """Python modules that are imported by name only."""
        python = self._table["python"]
        return [*python["also"], *python.get(self.platform, {}).get("also", [])]

    def holds(self, path: PurePosixPath) -> bool:
        """Whether a file belongs into the bundle: of Qt, of listed data and of the system only what is named."""
        if len(path.parts) == 1 and self.platform in self._table["system"]:
            name = path.name.split(".so")[0].split(".")[0]
            return not path.name.startswith("lib") or name in self._table["system"][self.platform]["libraries"]
        if path.parts[0] == "PySide6":
            return self._holds_qt(path)
        if _PICTURES in path.parents:
            return path.name in handbook_pictures()
        for folder, files in self._table["data"].items():
            inside = PurePosixPath(folder)
            if inside in path.parents:
                return str(path.relative_to(inside)) in files
        return True

    def _holds_qt(self, path: PurePosixPath) -> bool:
        if "translations" in path.parts:
            return path.name in self._table["qt"]["translations"]
        name = path.name.split(".")[0].removeprefix("lib")
        if "plugins" in path.parts:
            kind = path.parts[path.parts.index("plugins") + 1]
            return f"{kind}/{name}" in self._qt["plugins"]
        framework = next((part for part in path.parts if part.endswith(".framework")), None)
        if framework is not None:
            name = framework.removesuffix(".framework").replace("Qt", "Qt6", 1)
        modules = self._table["qt"]["modules"]
        if name.startswith("Qt6"):
            return name.removeprefix("Qt6") in {*modules, *self._qt["libraries"]}
        if name.startswith("Qt"):  # a binding: QtCore.abi3.so, QtCore.pyd
            return name.removeprefix("Qt") in modules
        return path.suffix in {".py", ".pyc"} or name in self._qt["other_files"]


def is_shipped(files: Iterable[PurePosixPath], there: Collection[PurePosixPath]) -> bool:
    """Whether more of a package's files is there (all without their endings) than what it states of itself.

    Left out of it is what mypyc compiled of modules that are gone: it lies beside the package.
    """
    own = (file for file in files if not file.parts[0].endswith(".dist-info") and "__mypyc." not in file.name)
    return any(file.with_suffix("") in there for file in own)


@cache
def handbook_pictures() -> frozenset[str]:
    """Pictures that the handbook shows, with their dark twins: of all that were taken only these are shipped."""
    chapters = (file.read_text("utf-8") for file in (CHECKOUT / "docs" / "handbuch").glob("*.md"))
    shown = {name for chapter in chapters for name in _PICTURE.findall(chapter)}
    return frozenset(shown | {name.replace("-light.", "-dark.") for name in shown})
