"""The wheel holds all that the program needs: installed elsewhere, it does the main job."""

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]
SCRIPTS = "Scripts" if sys.platform == "win32" else "bin"


def run_program(*command: str | Path, cwd: Path, environment: dict[str, str] | None = None) -> str:
    result = subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run_program(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, CHECKOUT, cwd=folder)
    (file,) = folder.glob("*.whl")
    return file


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the scripts folder of a new environment with the wheel; the libraries are this environment's own."""
    folder = tmp_path_factory.mktemp("installed") / "venv"
    venv.create(folder, with_pip=False, symlinks=sys.platform != "win32")
    python = next((folder / SCRIPTS).glob("python*"))
    run_program(
        sys.executable,
        "-m",
        "pip",
        "--python",
        python,
        "install",
        "--quiet",
        "--no-deps",
        "--no-index",
        wheel,
        cwd=folder,
    )
    site = sysconfig.get_path("purelib", vars={"base": str(folder)})
    (Path(site) / "libraries.pth").write_text(sysconfig.get_path("purelib"), "utf-8")
    return folder / SCRIPTS


def test_the_wheel_holds_the_package_its_resources_and_its_licence(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
        metadata = archive.read(next(n for n in names if n.endswith(".dist-info/METADATA"))).decode("utf-8")
    shipped = {
        f"advisor_app/{file.relative_to(CHECKOUT).as_posix()}"
        for file in (CHECKOUT / "resources").rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    }
    shipped |= {
        f"advisor_app/resources/{place}/{file.name}"
        for folder, place in (("handbuch", "handbook"), ("screenshots", "screenshots"))
        for file in (CHECKOUT / "docs" / folder).iterdir()
    }
    assert shipped <= names
    assert "advisor_app/py.typed" in names
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in names)
    assert {name.split("/")[0].split("-")[0] for name in names} == {"advisor_app"}
    assert "License-Expression: EUPL-1.2" in metadata


def test_the_installed_program_has_its_handbook(installed: Path, tmp_path: Path) -> None:
    environment = {key: value for key, value in os.environ.items() if key not in {"PYTHONPATH", "PYTHONHOME"}}
    said = run_program(
        installed / "advisor-app", "self-check", "--only", "handbook", cwd=tmp_path, environment=environment
    )
    assert "in Ordnung: Handbuch: Kapitel: " in said


def test_the_installed_command_does_the_main_job_in_any_folder(installed: Path, tmp_path: Path) -> None:
    environment = {key: value for key, value in os.environ.items() if key not in {"PYTHONPATH", "PYTHONHOME"}}
    run_program(installed / "advisor-app", "demo", "--out", "papers", cwd=tmp_path, environment=environment)
    papers = sorted((tmp_path / "papers").rglob("*.pdf"))
    assert len(papers) >= 3
    for paper in papers:
        assert paper.read_bytes().startswith(b"%PDF-")
