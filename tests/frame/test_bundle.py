"""What installers share: what goes into a bundle, what the product is called, the Debian package around it."""

from __future__ import annotations

import configparser
import shutil
import subprocess
import sys
from pathlib import Path, PurePosixPath
from xml.etree import ElementTree as ET

import pytest
from PIL import Image

import advisor_app
from advisor_app.domain.case_file import ENDING
from advisor_app.exchange.case_file import MAGIC
from advisor_app.storage import device_keys
from installers.bundle.contents import PLATFORMS, Contents
from installers.bundle.make_icons import DRAWINGS, SIZES
from installers.bundle.product import CHECKOUT, ICONS, read_product
from installers.linux import package
from installers.linux.man_page import man_page

EPOCH = 1_795_000_000
PRODUCT = read_product()
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="packages for Linux are built on Linux")


def test_the_product_is_called_as_in_the_program() -> None:
    assert PRODUCT.version == advisor_app.__version__
    assert PRODUCT.file_type.ending == ENDING
    assert PRODUCT.file_type.start.encode() == MAGIC
    source = (CHECKOUT / "advisor_app" / "app.py").read_text("utf-8")
    assert f'setDesktopFileName("{PRODUCT.desktop_id}")' in source


@pytest.mark.parametrize(
    ("path", "held"),
    [
        ("PySide6/Qt/lib/libQt6Core.so.6", True),
        ("PySide6/Qt/lib/libQt6Pdf.so.6", True),
        ("PySide6/Qt/lib/libQt6Quick.so.6", False),
        ("PySide6/Qt/lib/libicudata.so.73", True),
        ("PySide6/Qt/plugins/platforms/libqxcb.so", True),
        ("PySide6/Qt/plugins/platforms/libqvnc.so", False),
        ("PySide6/Qt/plugins/tls/libqopensslbackend.so", False),
        ("PySide6/Qt/translations/qtbase_de.qm", True),
        ("PySide6/Qt/translations/qtbase_fr.qm", False),
        ("PySide6/QtWidgets.abi3.so", True),
        ("PySide6/QtQml.abi3.so", False),
        ("PySide6/libpyside6.abi3.so.6.12", True),
        ("PySide6/libpyside6qml.abi3.so.6.12", False),
        ("pyphen/dictionaries/hyph_de_DE.dic", True),
        ("pyphen/dictionaries/hyph_fr.dic", False),
        ("reportlab/fonts/DarkGardenMK.pfb", False),
        ("tzdata/zoneinfo/Europe/Berlin", True),
        ("tzdata/zoneinfo/Asia/Tokyo", False),
        ("advisor_app/resources/theme/light.toml", True),
        ("advisor_app/resources/handbook/README.md", True),
        ("advisor_app/resources/screenshots/plan-light.png", True),
        ("advisor_app/resources/screenshots/plan-dark.png", True),
        ("advisor_app/resources/screenshots/windows-results.png", False),
        ("libpython3.11.so.1.0", True),
        ("libX11.so.6", False),
        ("libglib-2.0.so.0", False),
    ],
)
def test_on_linux_only_what_is_named_goes_into_the_bundle(path: str, held: bool) -> None:  # noqa: FBT001 — a parameter of the test
    assert Contents("linux").holds(PurePosixPath(path)) is held


@pytest.mark.parametrize("platform", PLATFORMS)
def test_every_module_of_qt_that_the_program_imports_is_allowed_on_every_platform(platform: str) -> None:
    contents = Contents(platform)
    imported = {
        word.partition(" ")[0]
        for file in (CHECKOUT / "advisor_app").rglob("*.py")
        for word in file.read_text("utf-8").split("from PySide6.")[1:]
    }
    assert imported >= {"QtCore", "QtWidgets"}
    assert [name for name in sorted(imported) if not contents.holds(PurePosixPath(f"PySide6/{name}.pyd"))] == []
    assert set(device_keys._SYSTEMS) <= set(contents.also)


def test_every_icon_is_there_in_all_sizes() -> None:
    for drawing in ("beraterkoffer", "case-file"):
        for size in SIZES:
            with Image.open(DRAWINGS / f"{drawing}-{size}.png") as picture:
                assert picture.size == (size, size)
        with Image.open(ICONS / f"{drawing}.ico") as picture:
            assert (256, 256) in picture.info["sizes"]
        with Image.open(ICONS / f"{drawing}.icns") as picture:
            assert picture.format == "ICNS"


def test_menu_and_file_type_lead_to_the_program() -> None:
    entry = configparser.ConfigParser(interpolation=None)
    entry.optionxform = str  # type: ignore[assignment,method-assign]  # as the library's manual does it
    entry.read_string(package.desktop_entry(PRODUCT))
    fields = entry["Desktop Entry"]
    assert fields["Exec"] == "advisor-app %f"
    assert fields["MimeType"] == f"{PRODUCT.file_type.media_type};"
    kind = ET.fromstring(package.mime_type(PRODUCT))  # noqa: S314  # our own
    space = "{http://www.freedesktop.org/standards/shared-mime-info}"
    assert [item.get("pattern") for item in kind.iter(f"{space}glob")] == ["*.bkcase"]
    assert [item.get("value") for item in kind.iter(f"{space}match")] == [r"BKCASE\r\n"]
    about = ET.fromstring(package.metainfo(PRODUCT, EPOCH))  # noqa: S314  # our own
    assert about.findtext("launchable") == f"{PRODUCT.desktop_id}.desktop"
    assert [item.get("version") for item in about.iter("release")] == [PRODUCT.version]


@pytest.mark.parametrize(("language", "words"), [("de", "RÜCKGABEWERT"), ("en", "EXIT STATUS")])
def test_the_manual_names_every_command_and_how_it_ends(language: str, words: str) -> None:
    page = man_page(PRODUCT, language, EPOCH)
    for command in ("self\\-check", "case import", "documents pack", "backup restore", "key rekey"):
        assert f".SS {command}" in page
    assert words in page
    assert "2026\\-11" in page or "2026-11" in page
    assert page == man_page(PRODUCT, language, EPOCH)


@pytest.mark.skipif(shutil.which("readelf") is None, reason="packages are built where binutils are")
def test_the_package_is_laid_out_around_the_programs_folder(tmp_path: Path) -> None:
    bundle = tmp_path / "bundle"
    (bundle / "_internal").mkdir(parents=True)
    # any program of the system: it names the C library, and no library that environment.sh would not know
    (bundle / "advisor-app").write_bytes(Path("/bin/true").read_bytes())
    (bundle / "_internal" / "text.txt").write_text("Wort", "utf-8")
    package.lay_out(bundle, tmp_path / "package", EPOCH)
    root = tmp_path / "package"
    assert (root / "usr/bin/advisor-app").resolve() == root / "opt/advisor-app/advisor-app"
    for file in (
        "usr/share/applications/beraterkoffer.desktop",
        "usr/share/mime/packages/beraterkoffer.xml",
        "usr/share/icons/hicolor/48x48/apps/beraterkoffer.png",
        "usr/share/icons/hicolor/scalable/mimetypes/application-vnd.beraterkoffer.case.svg",
        "usr/share/man/de/man1/advisor-app.1.gz",
        "usr/share/doc/advisor-app/changelog.gz",
    ):
        assert (root / file).stat().st_size > 0, file
    control = (root / "DEBIAN/control").read_text("utf-8")
    assert "Package: advisor-app\n" in control
    assert "libc6 (>= 2.36)" in control
    sums = subprocess.run(["md5sum", "--check", "--quiet", "DEBIAN/md5sums"], cwd=root, check=False)
    assert sums.returncode == 0
    assert {oct(path.lstat().st_mode & 0o022) for path in root.rglob("*") if not path.is_symlink()} == {"0o0"}


def test_a_library_that_no_package_is_known_for_stops_the_build() -> None:
    assert package.package_of("libcups.so.2") == "libcups2"
    assert package.package_of("libc.so.6") == ""
    with pytest.raises(LookupError, match=r"libunheard\.so\.1"):
        package.package_of("libunheard.so.1")
