"""The list of components: what lies in the folder of a program, valid for CycloneDX."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from installers import sbom

MOMENT = "1795000000"


@pytest.fixture
def listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """The list of a program with Qt, OpenSSL in two versions and two packages, of which one lists its own parts."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", MOMENT)
    bundle, statements = tmp_path / "bundle", tmp_path / "installed"
    for name, content in {
        "lib/PySide6/Qt6Core.dll": b"MZ",
        "lib/sqlcipher3/_sqlite3.cp313.pyd": b"\0community\x004.19.0\0OpenSSL 3.6.0 1 Oct",
        "runtime/libcrypto-3.dll": b"OpenSSL 3.0.15 3 Sep",
        "runtime/python313.dll": b"\x003.2.0\x00unidata_version\x003.13.2\x00",
    }.items():
        (bundle / name).parent.mkdir(parents=True, exist_ok=True)
        (bundle / name).write_bytes(content)
    own = {"components": [{"name": "zlib", "version": "2.3.3", "licenses": [{"license": {"id": "Zlib"}}]}]}
    own["components"].append({"name": "libimagequant", "licenses": [{"license": {"id": "GPL-3.0-or-later"}}]})
    for name, version in (("pillow", "13.0.0"), ("tomli", "2.5.0"), ("rich", "15.0.0")):
        for root in (bundle / "lib", statements) if name != "rich" else (statements,):
            place = root / f"{name}-{version}.dist-info"
            (place / "sboms").mkdir(parents=True)
            (place / "METADATA").write_text(f"Metadata-Version: 2.4\nName: {name}\nVersion: {version}\n\n", "utf-8")
            record = f"{place.name}/METADATA,,\n"
            if name == "pillow":
                (place / "sboms" / "list.cdx.json").write_text(json.dumps(own), "utf-8")
                record += f"{place.name}/sboms/list.cdx.json,,\n"
            (place / "RECORD").write_text(record, "utf-8")
    found = sbom.written(sbom.bill(bundle, bundle / "lib", statements))
    assert found == sbom.written(sbom.bill(bundle, bundle / "lib", statements)), "equal folders make equal lists"
    value: dict[str, Any] = json.loads(found)
    return value


def components(listed: dict[str, Any]) -> dict[tuple[str, str | None], dict[str, Any]]:
    return {(entry["name"], entry.get("version")): entry for entry in listed["components"]}


def test_parts_are_listed_with_the_versions_that_the_files_tell(listed: dict[str, Any]) -> None:
    found = components(listed)
    assert ("OpenSSL", "3.6.0") in found
    assert ("OpenSSL", "3.0.15") in found
    assert ("SQLCipher", "4.19.0") in found
    assert ("Qt", None) in found
    assert [version for name, version in found if name == "Python"] == ["3.13.2"]
    assert not any(name in {"qpdf", "PyInstaller's boot loader", "Lucide icons"} for name, _ in found)


def test_packages_are_listed_if_they_are_shipped_with_what_is_in_them(listed: dict[str, Any]) -> None:
    found = components(listed)
    assert ("rich", "15.0.0") not in found
    pillow = found["pillow", "13.0.0"]
    assert pillow["purl"] == "pkg:pypi/pillow@13.0.0"
    assert [inner["name"] for inner in pillow["components"]] == ["zlib"]
    assert found["tomli", "2.5.0"]["licenses"] == [{"license": {"id": "MIT"}}]


def test_the_program_and_its_time_stand_on_top(listed: dict[str, Any]) -> None:
    assert listed["metadata"]["component"]["name"] == "Beraterkoffer"
    assert listed["metadata"]["timestamp"].startswith("2026-11-18T11:06:40")
    (whole,) = (entry for entry in listed["dependencies"] if entry["ref"] == "program")
    assert len(whole["dependsOn"]) == len(listed["components"])


def test_what_is_not_valid_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", MOMENT)
    bom = sbom.bill(tmp_path, tmp_path, tmp_path)
    monkeypatch.setattr("cyclonedx.output.json.JsonV1Dot6.output_as_string", lambda *_a, **_k: '{"bomFormat": "other"}')
    with pytest.raises(ValueError, match="CycloneDX"):
        sbom.written(bom)
