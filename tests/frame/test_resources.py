"""The resources folder, its fonts and its icons."""

from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtGui import QFontDatabase, QRawFont
from pytestqt.qtbot import QtBot

from advisor_app import resources_folder as module
from advisor_app.resources_folder import resources_folder

SVG = "{http://www.w3.org/2000/svg}"
FONTS = ("Regular", "Italic", "Semibold", "Bold")
# What German text, tables, documents and charts are set with.
CHARACTERS = (
    "ABCXYZabcxyz0123456789ÄÖÜäöüßẞéèçñ„“‚‘‚’»«–—…•·×÷±≥≤≈−€§%‰°²³½¼"
    "→←↑↓✓■□●○▲▼☐☑′″Σ\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}"
)


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A package folder in a folder of its own, where resources_folder looks."""
    folder = tmp_path / "site" / "advisor_app"
    folder.mkdir(parents=True)
    monkeypatch.setattr(module, "_PACKAGE", folder)
    resources_folder.cache_clear()
    yield folder
    resources_folder.cache_clear()


def test_in_a_checkout_the_resources_lie_beside_the_package() -> None:
    assert resources_folder() == Path(__file__).resolve().parents[2] / "resources"


def test_an_installed_package_brings_its_own(package: Path) -> None:
    (package / "resources").mkdir()
    (package.parent / "resources").mkdir()
    assert resources_folder() == package / "resources"


def test_an_incomplete_installation_says_so(package: Path) -> None:
    with pytest.raises(FileNotFoundError, match="incomplete"):
        resources_folder()
    assert package.is_dir()


@pytest.mark.parametrize("style", FONTS)
def test_a_font_loads_as_source_sans_and_has_all_characters(style: str, qtbot: QtBot) -> None:
    file = resources_folder() / "fonts" / f"SourceSans3-{style}.ttf"
    number = QFontDatabase.addApplicationFont(str(file))
    assert "Source Sans 3" in QFontDatabase.applicationFontFamilies(number)
    QFontDatabase.removeApplicationFont(number)
    raw = QRawFont(str(file), 14)
    assert [c for c in CHARACTERS if not raw.supportsCharacter(ord(c))] == []
    assert qtbot is not None


def test_the_font_of_forms_is_small_has_all_of_winansi_and_a_name_of_its_own(qtbot: QtBot) -> None:
    file = resources_folder() / "fonts" / "BeraterkofferForm.ttf"
    assert file.stat().st_size < 25_000
    number = QFontDatabase.addApplicationFont(str(file))
    assert QFontDatabase.applicationFontFamilies(number) == ["BeraterkofferForm"]  # "Source" is a reserved name
    QFontDatabase.removeApplicationFont(number)
    raw = QRawFont(str(file), 10)
    characters = bytes(range(0x20, 0x100)).decode("cp1252", "ignore").replace("\x7f", "")
    assert [c for c in characters if not raw.supportsCharacter(ord(c))] == []
    assert qtbot is not None


def is_outline(icon: Path) -> bool:
    """Tell whether an icon is drawn on the common grid, in strokes that take the colour of their surroundings."""
    root = ET.fromstring(icon.read_text("utf-8"))  # noqa: S314  # our own file
    look = (root.tag, root.get("viewBox"), root.get("stroke"), root.get("fill"))
    return look == (f"{SVG}svg", "0 0 24 24", "currentColor", "none") and len(root) > 0


def test_every_icon_is_of_the_one_outline_family() -> None:
    icons = sorted((resources_folder() / "icons").glob("*.svg"))
    assert len(icons) > 100
    assert [icon.name for icon in icons if not is_outline(icon)] == []


@pytest.mark.parametrize("text", ["fonts/LICENSE-SourceSans3.txt", "icons/LICENSE-Lucide.txt"])
def test_fonts_and_icons_come_with_their_licences(text: str) -> None:
    licence = (resources_folder() / text).read_text("utf-8")
    assert "Copyright" in licence
    assert "Permission" in licence or "PERMISSION" in licence


def test_the_project_comes_with_its_licence() -> None:
    licence = (resources_folder().parent / "LICENSE").read_text("utf-8")
    assert licence.startswith("EUROPEAN UNION PUBLIC LICENCE v. 1.2")
    assert "Appendix" in licence
