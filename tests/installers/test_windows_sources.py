"""What the Windows installers are built from: every file, the names of the product, nothing made for tests."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath
from xml.etree import ElementTree as ET

import pytest

from advisor_app import __version__
from installers.bundle.contents import Contents
from installers.bundle.product import CHECKOUT, read_product
from installers.windows import sources

WINDOWS = CHECKOUT / "installers" / "windows"
WIX = "{http://schemas.microsoft.com/wix/2006/wi}"
SHIMS = ("icuuc", "bcryptprimitives", "mscms")
FILES = (
    "LICENSE.txt",
    "beraterkoffer.exe",
    "lib/PySide6/plugins/platforms/qwindows.dll",
    "lib/advisor_app/resources/i18n/de/errors.toml",
    "lib/odd $name/Größe & mehr.txt",
    "runtime/python313.dll",
)


@pytest.fixture
def stage(tmp_path: Path) -> Path:
    for name in FILES:
        file = tmp_path / "stage" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(name, "utf-8")
    return tmp_path / "stage"


def parsed(text: str) -> ET.Element:
    return ET.fromstring(text)  # noqa: S314  # we have written it ourselves


def wix_places(text: str) -> list[str]:
    """Every file of a WiX fragment, by way of its folders' names."""
    root = parsed(text)
    folders = {"INSTALLDIR": ""}
    places = []
    for reference in root.iter(f"{WIX}DirectoryRef"):
        here = folders[reference.attrib["Id"]]
        for folder in reference.findall(f"{WIX}Directory"):
            folders[folder.attrib["Id"]] = f"{here}{folder.attrib['Name']}/"
        places += [here + file.attrib["Name"] for file in reference.iter(f"{WIX}File")]
    return places


def test_the_msi_names_every_file_in_its_folder(stage: Path) -> None:
    assert sorted(wix_places(sources.wix(stage))) == sorted(FILES)


def test_every_component_of_the_msi_is_installed_and_has_a_lasting_code(stage: Path) -> None:
    first = parsed(sources.wix(stage))
    defined = {part.attrib["Id"]: part.attrib["Guid"] for part in first.iter(f"{WIX}Component")}
    assert [part.attrib["Id"] for part in first.iter(f"{WIX}ComponentRef")] == list(
        dict.fromkeys(part.attrib["Id"] for part in first.iter(f"{WIX}ComponentRef"))
    )
    assert {part.attrib["Id"] for part in first.iter(f"{WIX}ComponentRef")} == set(defined)
    assert len(set(defined.values())) == len(FILES)
    (stage / "lib" / "new.txt").write_text("", "utf-8")
    later = {part.attrib["Id"]: part.attrib["Guid"] for part in parsed(sources.wix(stage)).iter(f"{WIX}Component")}
    assert defined.items() < later.items()


def test_the_set_up_program_lays_down_and_removes_every_file_by_its_name(stage: Path) -> None:
    laid, removed = sources.nsis(stage).split("!macroend")[:2]
    assert [line.split('"')[1] for line in laid.splitlines() if "File " in line] == [
        str(stage / file) for file in sorted(FILES, key=lambda name: (str(Path(name).parent).replace(".", ""), name))
    ]
    deleted = re.findall(r'Delete "\$INSTDIR\\(.*)"', removed)
    assert [name.replace("\\", "/").replace("$$", "$") for name in deleted] == sorted(FILES)
    assert "/r" not in removed
    folders = re.findall(r'RMDir "\$INSTDIR\\(.*)"', removed)
    for folder in folders:  # inner ones before those around them
        assert all(not other.startswith(f"{folder}\\") for other in folders[folders.index(folder) :])


def test_codes_change_with_the_content_and_with_nothing_else(stage: Path) -> None:
    product = read_product()
    first = sources.values(product, stage)
    assert sources.values(product, stage) == first
    (stage / "LICENSE.txt").write_text("another", "utf-8")
    later = sources.values(product, stage)
    assert later["PRODUCT_CODE"] != first["PRODUCT_CODE"]
    assert later["PACKAGE_CODE"] != first["PACKAGE_CODE"]
    assert later["UPGRADE_CODE"] == first["UPGRADE_CODE"]


def test_installers_are_given_every_value_they_ask_for(stage: Path) -> None:
    given = set(sources.values(read_product(), stage))
    script = (WINDOWS / "build.sh").read_text("utf-8")
    (names,) = re.findall(r"defines=\((.*?)\)", script, re.DOTALL)
    assert set(names.split()) == given
    wix = (WINDOWS / "package.wxs").read_text("utf-8")
    assert set(re.findall(r"\$\(var\.([A-Z_]+)\)", wix)) - {"ICON"} <= given
    nsis = (WINDOWS / "setup.nsi").read_text("utf-8")
    own = set(re.findall(r"!define ([A-Z_]+)", nsis)) | {"FILES", "ICON", "OUTPUT", "SIGN", "FILE", "CODE", "WORDS"}
    asked = set(re.findall(r"\$\{([A-Z_]+)\}", nsis)) - {"LANG_GERMAN", "LANG_ENGLISH"}
    assert asked - own <= given


def test_versions_fit_what_windows_takes() -> None:
    assert re.fullmatch(r"\d{1,3}\.\d{1,3}\.\d{1,5}", __version__)
    assert read_product().version == __version__


def test_both_languages_have_every_sentence_of_the_set_up_program() -> None:
    nsis = (WINDOWS / "setup.nsi").read_text("utf-8")
    words = {
        language: set(re.findall(rf"LangString (\w+) \$\{{LANG_{language}\}}", nsis))
        for language in ("GERMAN", "ENGLISH")
    }
    assert words["GERMAN"] == words["ENGLISH"]
    assert set(re.findall(r"\$\((\w+)\)", nsis)) == words["GERMAN"]


def test_what_stands_in_under_wine_is_in_no_list_of_the_product() -> None:
    assert sorted(file.stem for file in (WINDOWS / "wine").glob("*.c")) == sorted(SHIMS)
    contents = Contents("windows")
    names = ("build.sh", "stage.py", "runtime.sha256", "setup.nsi", "package.wxs")
    said = "".join((WINDOWS / name).read_text("utf-8") for name in names)
    for shim in SHIMS:
        assert not contents.holds(PurePosixPath(f"PySide6/{shim}.dll"))
        assert shim not in said
    assert "wine" not in (WINDOWS / "build.sh").read_text("utf-8")
