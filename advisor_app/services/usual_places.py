"""The places in which data of this program can be: what the system names, drives, folders kept in clouds."""

from __future__ import annotations

import os
import sys
from pathlib import Path

_PRODUCT = "Beraterkoffer"
_CLOUDS = ("onedrive", "dropbox", "nextcloud", "owncloud", "google drive", "googledrive", "icloud", "magentacloud")


def usual_places(data_folder: Path, second: Path | None = None) -> list[Path]:
    """Where data of this program can be: folders of programs and people, drives, clouds; those that are there."""
    import platformdirs

    own = platformdirs.user_data_path(_PRODUCT, appauthor=False, roaming=False)
    home = Path.home()
    places = [data_folder, own, platformdirs.user_data_path(_PRODUCT, appauthor=False, roaming=True)]
    places += [second] if second is not None else []
    places += [data_folder.parent / name for name in _names_in(data_folder.parent) if name.startswith(_PRODUCT)]
    places += [own.parent / name for name in _names_in(own.parent) if name.startswith(_PRODUCT)]
    places += [platformdirs.user_documents_path(), platformdirs.user_desktop_path(), platformdirs.user_downloads_path()]
    places += [home / name for name in _names_in(home) if name.lower().startswith(_CLOUDS) or name == _PRODUCT]
    places += _drives()
    return [place for place in dict.fromkeys(places) if place.is_dir()]


def _names_in(folder: Path) -> list[str]:
    try:
        return sorted(path.name for path in folder.iterdir())
    except OSError:
        return []


def _drives() -> list[Path]:
    """Sticks and network drives as the systems hang them in; on Windows every letter but the system's."""
    if sys.platform == "win32":
        system = os.environ.get("SYSTEMDRIVE", "C:").upper()
        return [Path(f"{letter}:\\") for letter in "ABDEFGHIJKLMNOPQRSTUVWXYZC" if f"{letter}:" != system]
    if sys.platform == "darwin":
        return [Path("/Volumes") / name for name in _names_in(Path("/Volumes"))]
    user = Path.home().name
    roots = (Path("/media") / user, Path("/run/media") / user, Path("/mnt"))
    return [root / name for root in roots for name in _names_in(root)]
