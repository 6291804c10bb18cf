"""Lays out the Debian package around the program's folder: python -m installers.linux.package BUNDLE TARGET.

The time of everything is SOURCE_DATE_EPOCH. What the program needs of the system is read from its own files: every
library that they name and that does not lie among them, with the package that environment.sh knows for it.
"""

from __future__ import annotations

import gzip
import hashlib
import os
import re
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path
from xml.sax.saxutils import escape

from installers.bundle.product import CHECKOUT, Product, read_product
from installers.linux.man_page import man_page

DRAWINGS = CHECKOUT / "resources" / "product"
LANGUAGES = ("de", "en")
_SIZE = re.compile(r"-(\d+)\.png$")
# The C library and its parts, by whichever of them is named.
_LIBC = re.compile(r"lib(c|m|dl|rt|pthread|util|resolv)\.so\.\d+|ld-linux.*")
_OF_SYSTEM = {"libgcc_s.so.1": "libgcc-s1", "libstdc++.so.6": "libstdc++6"}
# Debian 13 gave these another name where time takes 64 bits.
_RENAMED = {"libcups2": "libcups2t64", "libglib2.0-0": "libglib2.0-0t64"}
# What only some desktops have; the program does without.
_RECOMMENDED = {"libwayland-client0", "libwayland-cursor0", "libwayland-egl1"}
_FURTHER = ("fonts-dejavu-core", "shared-mime-info")
_GLIBC = "2.36"


def lay_out(bundle: Path, target: Path, epoch: int) -> None:
    """Write the package's folder, as dpkg-deb takes it."""
    product = read_product()
    place = target / "opt" / product.command
    shutil.copytree(bundle, place, symlinks=True)
    _link(target / "usr" / "bin" / product.command, f"../../opt/{product.command}/{product.command}")
    share = target / "usr" / "share"
    _write(share / "applications" / f"{product.desktop_id}.desktop", desktop_entry(product))
    _write(share / "mime" / "packages" / f"{product.desktop_id}.xml", mime_type(product))
    _write(share / "metainfo" / f"{product.bundle_id}.metainfo.xml", metainfo(product, epoch))
    _icons(share / "icons" / "hicolor", product)
    for language in LANGUAGES:
        folder = share / "man" / ("" if language == "en" else language) / "man1"
        _write_packed(folder / f"{product.command}.1.gz", man_page(product, language, epoch))
    papers = share / "doc" / product.command
    _write(papers / "copyright", copyright_file(product))
    _write_packed(papers / "changelog.gz", changelog(product, epoch))
    _write(target / "DEBIAN" / "control", control(product, target, place))
    _write(target / "DEBIAN" / "md5sums", _sums(target))
    _set_modes(target, place / product.command)


def desktop_entry(product: Product) -> str:
    """The entry of the desktop's menu."""
    return f"""\
[Desktop Entry]
Type=Application
Version=1.1
Name={product.name}
GenericName={product.summary["en"]}
GenericName[de]={product.summary["de"]}
Comment={product.about["en"][1]}
Comment[de]={product.about["de"][1]}
Exec={product.command} %f
TryExec={product.command}
Icon={product.desktop_id}
Terminal=false
StartupNotify=true
StartupWMClass={product.desktop_id}
Categories=Office;
MimeType={product.file_type.media_type};
"""


def mime_type(product: Product) -> str:
    """The type of case files, by their name and by their first bytes."""
    kind = product.file_type
    start = kind.start.encode("unicode_escape").decode()
    return f"""\
<?xml version="1.0" encoding="UTF-8"?>
<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
  <mime-type type="{kind.media_type}">
    <comment>{escape(kind.names["en"])}</comment>
    <comment xml:lang="de">{escape(kind.names["de"])}</comment>
    <glob pattern="*{kind.ending}"/>
    <magic priority="60">
      <match type="string" offset="0" value="{start}"/>
    </magic>
  </mime-type>
</mime-info>
"""


def metainfo(product: Product, epoch: int) -> str:
    """What software centres show (AppStream)."""
    day = f"{datetime.fromtimestamp(epoch, UTC):%Y-%m-%d}"
    about = "".join(
        f'    <p>{escape(english)}</p>\n    <p xml:lang="de">{escape(german)}</p>\n'
        for english, german in zip(product.about["en"], product.about["de"], strict=True)
    )
    return f"""\
<?xml version="1.0" encoding="UTF-8"?>
<component type="desktop-application">
  <id>{product.bundle_id}</id>
  <metadata_license>CC0-1.0</metadata_license>
  <project_license>{product.licence}</project_license>
  <name>{escape(product.name)}</name>
  <summary>{escape(product.summary["en"])}</summary>
  <summary xml:lang="de">{escape(product.summary["de"])}</summary>
  <developer id="{product.bundle_id.rpartition(".")[0].lower()}">
    <name>{escape(product.publisher)}</name>
  </developer>
  <description>
{about}  </description>
  <url type="homepage">{product.homepage}</url>
  <launchable type="desktop-id">{product.desktop_id}.desktop</launchable>
  <icon type="stock">{product.desktop_id}</icon>
  <categories>
    <category>Office</category>
  </categories>
  <provides>
    <binary>{product.command}</binary>
    <mediatype>{product.file_type.media_type}</mediatype>
  </provides>
  <content_rating type="oars-1.1"/>
  <releases>
    <release version="{product.version}" date="{day}"/>
  </releases>
</component>
"""


def copyright_file(product: Product) -> str:
    """Debian's machine-readable copyright; the texts of all licences lie in the program's folder."""
    return f"""\
Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: {product.name}
Upstream-Contact: {product.contact}
Comment: The program brings libraries of others along. Each with its licence, and the texts of all licences, are in
 /opt/{product.command}/LIZENZEN.txt; a list for programs is /opt/{product.command}/sbom.cdx.json.

Files: *
Copyright: {product.copyright}
License: {product.licence}
 The text is in /opt/{product.command}/LICENSE.txt.
"""


def changelog(product: Product, epoch: int) -> str:
    """The changelog in Debian's form, which names this version only."""
    moment = format_datetime(datetime.fromtimestamp(epoch, UTC))
    return (
        f"{product.command} ({product.version}) stable; urgency=medium\n\n"
        f"  * {product.name} {product.version}.\n\n"
        f" -- {product.publisher} <{product.contact}>  {moment}\n"
    )


def control(product: Product, target: Path, place: Path) -> str:
    """What dpkg reads of the package."""
    packages = {package_of(library) for library in needed_libraries(place)} - {""}
    depends = sorted(map(_alternatives, packages - _RECOMMENDED))
    recommends = sorted(map(_alternatives, packages & _RECOMMENDED))
    size = sum(file.lstat().st_size for file in target.rglob("*") if not file.is_dir()) // 1024
    about = "\n .\n".join(f" {paragraph}" for paragraph in product.about["en"])
    return f"""\
Package: {product.command}
Version: {product.version}
Section: misc
Priority: optional
Architecture: amd64
Installed-Size: {size}
Depends: {", ".join([f"libc6 (>= {_GLIBC})", *depends])}
Recommends: {", ".join([*recommends, *_FURTHER])}
Maintainer: {product.publisher} <{product.contact}>
Description: {product.summary["en"]}
{about}
"""


def _alternatives(name: str) -> str:
    return f"{_RENAMED[name]} | {name}" if name in _RENAMED else name


def needed_libraries(folder: Path) -> set[str]:
    """Libraries that files of a folder name and that do not lie in it."""
    files = [file for file in folder.rglob("*") if file.is_file() and not file.is_symlink() and _is_elf(file)]
    readelf = shutil.which("readelf") or "readelf"
    said = subprocess.run([readelf, "-d", *files], capture_output=True, text=True, check=True).stdout
    named = set(re.findall(r"\(NEEDED\).*\[(.+)\]", said))
    return named - {file.name for file in folder.rglob("*.so*")}


def package_of(library: str) -> str:
    """The Debian package of a library, empty for the C library; LookupError where none is known."""
    if _LIBC.fullmatch(library):
        return ""
    if library in _OF_SYSTEM:
        return _OF_SYSTEM[library]
    shell = 'here=$1; . "$here/installers/environment.sh"; library_package "$2"'
    found = subprocess.run(
        ["/bin/sh", "-c", shell, "sh", CHECKOUT, library], capture_output=True, text=True, check=False
    )
    if found.returncode:
        raise LookupError(f"environment.sh knows no package for {library}")
    return found.stdout.strip()


def _is_elf(file: Path) -> bool:
    with file.open("rb") as stream:
        return stream.read(4) == b"\x7fELF"


def _icons(folder: Path, product: Product) -> None:
    media_type = product.file_type.media_type.replace("/", "-")
    for drawing, kind, name in (("beraterkoffer", "apps", product.desktop_id), ("case-file", "mimetypes", media_type)):
        _copy(DRAWINGS / f"{drawing}.svg", folder / "scalable" / kind / f"{name}.svg")
        for picture in sorted(DRAWINGS.glob(f"{drawing}-*.png")):
            found = _SIZE.search(picture.name)
            if found is not None:
                _copy(picture, folder / f"{found[1]}x{found[1]}" / kind / f"{name}.png")


def _sums(target: Path) -> str:
    files = sorted(file for file in target.rglob("*") if file.is_file() and not file.is_symlink())
    return "".join(
        f"{hashlib.md5(file.read_bytes(), usedforsecurity=False).hexdigest()}  {file.relative_to(target)}\n"
        for file in files
        if file.relative_to(target).parts[0] != "DEBIAN"
    )


def _set_modes(target: Path, program: Path) -> None:
    for path in (target, *target.rglob("*")):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path == program else 0o644)


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")


def _write_packed(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(gzip.compress(text.encode(), 9, mtime=0))


def _copy(source: Path, file: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, file)


def _link(file: Path, leads_to: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.symlink_to(leads_to)


if __name__ == "__main__":
    lay_out(Path(sys.argv[1]), Path(sys.argv[2]), int(os.environ["SOURCE_DATE_EPOCH"]))
