"""Which libraries the Windows program loads: what a binary asks for, what nobody asks for, what would be missing."""

import re
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

_OBJDUMP = "x86_64-w64-mingw32-objdump"
_BINARIES = frozenset({".dll", ".exe", ".pyd"})
# Loaded by name at run time, so no binary asks for them: parts of Python, and Qt's plugins.
_ROOTS = re.compile(r".*\.(exe|pyd)|runtime/(python3\d*|libffi-8)\.dll|.*/plugins/.*\.dll")
_OF_WINDOWS = frozenset(Path(__file__).with_name("windows_libraries.txt").read_text("ascii").split())
# Where Windows looks besides the binary's own folder: the launcher names "runtime" to it, packages name their own.
_REACH = {
    "": ("runtime",),
    "lib/PySide6": ("lib/shiboken6",),
    "lib/PySide6/plugins": ("lib/PySide6",),
    "lib/pikepdf": ("lib/pikepdf.libs",),
}
_VISUAL_CPP = re.compile(r"(msvcp140(_[12])?|vcruntime140(_1)?)\.dll")


@cache
def asked_for(file: Path) -> frozenset[str]:
    """Return the libraries that a binary links, in small letters."""
    said = subprocess.run([_OBJDUMP, "-p", file], capture_output=True, text=True, check=True)
    return frozenset(name.lower() for name in re.findall(r"DLL Name: (\S+)", said.stdout))


def binaries(stage: Path) -> list[Path]:
    """Return all binaries in the program's folder."""
    return sorted(file for file in stage.rglob("*") if file.suffix.lower() in _BINARIES)


def share_visual_cpp(stage: Path) -> None:
    """Put Microsoft's C++ libraries into the runtime once: Qt brings them in newer versions than Python does."""
    for file in sorted((stage / "lib" / "PySide6").iterdir()):
        if _VISUAL_CPP.fullmatch(file.name):
            file.replace(stage / "runtime" / file.name)
            (stage / "lib" / "shiboken6" / file.name).unlink(missing_ok=True)


def drop_unused(stage: Path) -> list[Path]:
    """Remove the libraries that nothing asks for, and then those they needed; returns what is gone."""
    gone: list[Path] = []
    while True:
        files = binaries(stage)
        used = {_provider(stage, file, name) for file in files for name in asked_for(file)}
        unused = [file for file in files if file not in used and not _is_root(file, stage)]
        if not unused:
            return gone
        for file in unused:
            file.unlink()
            gone.append(file.relative_to(stage))


def missing(stage: Path) -> list[str]:
    """Return "file: library" for whatever is neither in reach nor a part of Windows 10."""
    return [
        f"{file.relative_to(stage)}: {name}"
        for file in binaries(stage)
        for name in sorted(asked_for(file))
        if _provider(stage, file, name) is None and name not in _OF_WINDOWS and not name.startswith("api-ms-win-")
    ]


def _is_root(file: Path, stage: Path) -> bool:
    return _ROOTS.fullmatch(file.relative_to(stage).as_posix()) is not None


def _provider(stage: Path, file: Path, name: str) -> Path | None:
    """The library that Windows would load for a binary, None where the program has none in its reach."""
    for folder in _reach(stage, file):
        for other in _libraries_in(folder):
            if other.name.lower() == name and other.exists():
                return other
    return None


def _reach(stage: Path, file: Path) -> Iterator[Path]:
    yield file.parent
    place = file.parent.relative_to(stage).as_posix()
    for folder, others in _REACH.items():
        if not folder or place == folder or place.startswith(f"{folder}/"):
            yield from (stage / other for other in others)


@cache
def _libraries_in(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.dll"))
