"""Where the shipped resources lie: content packs, communes, fonts, icons, texts, themes, the handbook."""

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


@cache
def resources_folder() -> Path:
    """Return the installed package's resources folder, else the checkout's; FileNotFoundError without either."""
    for folder in (_PACKAGE / "resources", _PACKAGE.parent / "resources"):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"no resources folder beside {_PACKAGE}: the installation is incomplete")


def handbook_folder() -> Path:
    """Return where the handbook's chapters lie; its pictures lie in ``screenshots`` beside that folder.

    An installed program has both among its resources, a checkout under ``docs``.
    """
    shipped = resources_folder() / "handbook"
    return shipped if shipped.is_dir() else _PACKAGE.parent / "docs" / "handbuch"
