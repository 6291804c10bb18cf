"""Whether a data folder lies where a program or the network copies it behind our back: a database does not bear that.

The rule is pure; what it looks at of the machine is gathered in ``Surroundings``.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path, PurePath

from advisor_app.texts import Texts

_NAMES = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "icloud drive": "iCloud",
    "iclouddrive": "iCloud",
    "com~apple~clouddocs": "iCloud",
    "mobile documents": "iCloud",
    "magentacloud": "MagentaCLOUD",
    "hidrive": "HiDrive",
    "sharepoint": "SharePoint",
}
"""How folders that are synchronised are called; many carry an account's name after it."""

_MARKS = {
    ".dropbox.cache": "Dropbox",
    ".nextcloudsync.log": "Nextcloud",
    ".owncloudsync.log": "ownCloud",
    ".tmp.driveupload": "Google Drive",
    ".tmp.drivedownload": "Google Drive",
    ".stfolder": "Syncthing",
}
"""Files by which a program marks the root of what it synchronises."""

_ENDINGS = ("", " - ", "-", " (")  # „OneDrive - Stadt Musterstadt“, „GoogleDrive-kim@…“, „Dropbox (Team)“
_NETWORK = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "afpfs", "webdav", "davfs", "fuse.davfs", "fuse.sshfs", "fuse.rclone",
     "fuse.gvfsd-fuse", "ncpfs", "9p", "ceph", "glusterfs", "afs"}
)  # fmt: skip
_WINDOWS_NETWORK_DRIVE = 4
_OCTAL = re.compile(r"\\([0-7]{3})")  # how spaces are written in the list of mounts


class SyncKind(Enum):
    """Who copies the folder."""

    SERVICE = "sentence"
    ROAMING = "roaming"
    NETWORK = "network"


@dataclass(frozen=True, slots=True)
class Synced:
    """A folder that is copied; ``service`` is the program's name where one is known."""

    kind: SyncKind
    service: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What is known of the place of a folder: its parents with what lies in them, and the machine's variables.

    ``drive`` is the type of its file system, ``network`` where the system only tells that it is one of the network.
    """

    marks: frozenset[str] = frozenset()
    variables: Mapping[str, str] = field(default_factory=dict)
    drive: str = ""


def synced(folder: PurePath, around: Surroundings) -> Synced | None:
    """Who copies a folder, None where nobody is known to."""
    for variable in ("OneDrive", "OneDriveCommercial", "OneDriveConsumer"):
        if _is_inside(folder, around.variables.get(variable, "")):
            return Synced(SyncKind.SERVICE, "OneDrive")
    for part in reversed(folder.parts):
        service = _service_of(part)
        if service:
            return Synced(SyncKind.SERVICE, service)
    if "CloudStorage" in folder.parts and "Library" in folder.parts:
        return Synced(SyncKind.SERVICE, "iCloud")
    for mark in sorted(around.marks):
        if mark in _MARKS:
            return Synced(SyncKind.SERVICE, _MARKS[mark])
        if mark.startswith((".sync_", "._sync_")) and mark.endswith(".db"):
            return Synced(SyncKind.SERVICE, "Nextcloud")
    if _is_inside(folder, around.variables.get("APPDATA", "")):
        return Synced(SyncKind.ROAMING)
    if str(folder).startswith(("\\\\", "//")) or around.drive in _NETWORK or around.drive == "network":
        return Synced(SyncKind.NETWORK)
    return None


def look_around(folder: Path) -> Surroundings:
    """What there is around a folder on this machine; asks the drive, so not on the GUI thread."""
    place = folder.absolute()
    with suppress(OSError, RuntimeError):
        place = folder.resolve()
    marks: set[str] = set()
    for parent in (place, *place.parents):
        with suppress(OSError):
            marks.update(entry.name for entry in os.scandir(parent) if entry.name.startswith("."))
    return Surroundings(marks=frozenset(marks), variables=os.environ, drive=_drive_of(place))


def warning(folder: Path, texts: Texts) -> str:
    """The sentence for a folder that is copied, empty where it is not; asks the drive."""
    place = folder.absolute()
    with suppress(OSError, RuntimeError):
        place = folder.resolve()
    found = synced(place, look_around(folder))
    return "" if found is None else texts(f"faults.synced.{found.kind.value}", folder=folder, service=found.service)


def file_system_of(folder: PurePath, mounts: Iterable[str]) -> str:
    """The type of the file system that holds a folder, by lines as in ``/proc/mounts``."""
    best, kind = -1, ""
    for line in mounts:
        fields = line.split()
        if len(fields) > 2:
            point = PurePath(_OCTAL.sub(lambda match: chr(int(match[1], 8)), fields[1]))
            if len(point.parts) > best and (point == folder or point in folder.parents):
                best, kind = len(point.parts), fields[2]
    return kind


def _drive_of(place: Path) -> str:
    if sys.platform == "win32":
        import ctypes

        drive = ctypes.windll.kernel32.GetDriveTypeW(f"{place.drive}\\")
        return "network" if drive == _WINDOWS_NETWORK_DRIVE else ""
    try:
        lines = Path("/proc/mounts").read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return ""
    return file_system_of(place, lines)


def _service_of(part: str) -> str:
    name = part.casefold()
    for known, service in _NAMES.items():
        if any(name == known if not ending else name.startswith(known + ending) for ending in _ENDINGS):
            return service
    return ""


def _is_inside(folder: PurePath, root: str) -> bool:
    if not root:
        return False
    inner, outer = (tuple(part.casefold() for part in path.parts) for path in (folder, type(folder)(root)))
    return inner[: len(outer)] == outer
