"""Writes what both installers are built from: every file of the program's folder for WiX and for NSIS.

python -m installers.windows.sources STAGE FOLDER → FOLDER/files.wxs, FOLDER/files.nsh, FOLDER/values.sh
"""

import hashlib
import shlex
import sys
import uuid
from pathlib import Path
from xml.sax.saxutils import quoteattr

from installers.bundle.product import Product, read_product

# Never changed: a file keeps its component, whatever version it belongs to.
_COMPONENTS = uuid.UUID("c1f5d7e2-5c43-4b0e-8f0a-2f9a3f6d8b11")


def files_in(stage: Path) -> list[str]:
    """Return every file of the program's folder with slashes, in an order that is the same everywhere."""
    return sorted(path.relative_to(stage).as_posix() for path in stage.rglob("*") if path.is_file())


def folders_of(files: list[str]) -> list[str]:
    """Return every folder that holds files or folders, outer ones first."""
    return sorted({parent.as_posix() for file in files for parent in Path(file).parents if parent != Path()})


def _id(kind: str, place: str) -> str:
    return kind + hashlib.sha256(place.encode()).hexdigest()[:24]


def _by_folder(places: list[str]) -> dict[str, list[str]]:
    """Return folder → what lies in it; "" is the program's own."""
    found: dict[str, list[str]] = {}
    for place in places:
        found.setdefault(place.rpartition("/")[0], []).append(place)
    return found


def wix(stage: Path) -> str:
    """Return the WiX fragment with one component per file, as upgrades want it; to be read from the stage's parent."""
    files = files_in(stage)
    folders = folders_of(files)
    files_by, folders_by = _by_folder(files), _by_folder(folders)
    lines = ['<?xml version="1.0" encoding="utf-8"?>']
    lines += ['<Wix xmlns="http://schemas.microsoft.com/wix/2006/wi"><Fragment>']
    for folder in ["", *folders]:
        lines.append(f'<DirectoryRef Id="{_folder_id(folder)}">')
        lines += [_wix_file(stage.name, file) for file in files_by.get(folder, [])]
        inner = folders_by.get(folder, [])
        lines += [f'<Directory Id="{_folder_id(name)}" Name={quoteattr(Path(name).name)} />' for name in inner]
        lines.append("</DirectoryRef>")
    lines.append('<ComponentGroup Id="ProgramFiles">')
    lines += [f'<ComponentRef Id="{_id("c", file)}" />' for file in files]
    lines.append("</ComponentGroup></Fragment></Wix>\n")
    return "\n".join(lines)


def _folder_id(folder: str) -> str:
    return _id("d", folder) if folder else "INSTALLDIR"


def _wix_file(stage: str, file: str) -> str:
    guid = str(uuid.uuid5(_COMPONENTS, file)).upper()
    source = quoteattr(f"{stage}/{file}")  # wixl finds only what lies beneath its own folder
    inner = f'<File Id="{_id("f", file)}" Name={quoteattr(Path(file).name)} KeyPath="yes" Source={source} />'
    return f'<Component Id="{_id("c", file)}" Guid="{guid}" Win64="yes">{inner}</Component>'


def nsis(stage: Path) -> str:
    """Return the NSIS macros that lay down and remove every file by its name, and the folders if they are empty."""
    files = files_in(stage)
    folders, by_folder = folders_of(files), _by_folder(files)
    lines = ["!macro InstallFiles"]
    for folder in ["", *folders]:
        lines.append(f'  SetOutPath "{_on_target(folder)}"')
        lines += [f'  File "{stage / file}"' for file in by_folder.get(folder, [])]
    lines += ["!macroend", "!macro RemoveFiles"]
    lines += [f'  Delete "{_on_target(file)}"' for file in files]
    lines += [f'  RMDir "{_on_target(folder)}"' for folder in reversed(folders)]
    return "\n".join([*lines, "!macroend\n"])


def _on_target(place: str) -> str:
    return "\\".join(["$INSTDIR", *place.replace("$", "$$").split("/")]).rstrip("\\")


def values(product: Product, stage: Path) -> dict[str, str]:
    """Return the values that both installers are given; equal content has equal codes of product and package."""
    content = hashlib.sha256()
    for file in files_in(stage):
        content.update(f"{file}\0{hashlib.sha256((stage / file).read_bytes()).hexdigest()}\n".encode())
    size = sum((stage / file).stat().st_size for file in files_in(stage))
    upgrade = uuid.UUID(product.upgrade_code)
    code, package = (uuid.uuid5(upgrade, f"{kind}{product.version} {content.hexdigest()}") for kind in ("", "package "))
    return {
        "NAME": product.name,
        "VERSION": product.version,
        "FILE_VERSION": f"{product.version}.0",
        "PUBLISHER": product.publisher,
        "LICENCE": product.licence,
        "UPGRADE_CODE": product.upgrade_code,
        "PRODUCT_CODE": str(code).upper(),
        "PACKAGE_CODE": str(package).upper(),
        "CASE_FILE_ENDING": product.file_type.ending,
        "CASE_FILE_ID": product.file_type.windows_id,
        "CASE_FILE_MEDIA_TYPE": product.file_type.media_type,
        "CASE_FILE_DE": product.file_type.names["de"],
        "CASE_FILE_EN": product.file_type.names["en"],
        "SIZE_KB": str(-(-size // 1024)),
    }


def main() -> None:
    """Write the three files."""
    stage, folder = (Path(name).resolve() for name in sys.argv[1:3])
    if stage.parent != folder:
        raise SystemExit("the program's folder has to lie in the other one")
    (folder / "files.wxs").write_text(wix(stage), "utf-8")
    # NSIS takes a text without mark for the code page of the machine.
    (folder / "files.nsh").write_text(nsis(stage), "utf-8-sig")
    lines = (f"{key}={shlex.quote(value)}\n" for key, value in values(read_product(), stage).items())
    (folder / "values.sh").write_text("".join(lines), "utf-8")


if __name__ == "__main__":
    main()
