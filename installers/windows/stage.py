"""Puts the Windows program together in one folder: CPython, packages, our own code, everything compiled.

python -m installers.windows.stage FOLDER WORK [--zip FILE]

Both folders are empty before; launchers and papers are put in by build.sh.
"""

import argparse
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterable
from importlib.metadata import distributions
from pathlib import Path, PurePosixPath

from installers.bundle.contents import Contents, is_shipped
from installers.bundle.product import CHECKOUT
from installers.windows import libraries
from installers.windows.modules import Modules

PYTHON = "3.13"
LIBRARY = f"python{PYTHON.replace('.', '')}"

# Needed to build with a package, to test it or to read about it: never to run it.
_NEVER_RUN = frozenset(
    {".bash", ".c", ".cmake", ".cpp", ".h", ".hpp", ".jinja2", ".lib", ".md", ".pdb", ".pxd", ".pxi", ".pyi", ".pyx"}
    | {".rst", ".typed", ".yaml", ".zsh"}
)
_NEVER_RUN_FOLDERS = frozenset({"__pycache__", "bin", "tests", "test", "testing", "Scripts", "include"})
# RECORD and its like describe an installation by pip.
_OF_PIP = frozenset({"INSTALLER", "RECORD", "REQUESTED", "WHEEL", "direct_url.json", "uv_build.json", "uv_cache.json"})


def add_packages(folder: Path) -> None:
    """Install what requirements.lock names for Windows, each file checked by its hash."""
    platform = ["--python-platform", "x86_64-pc-windows-msvc", "--python-version", PYTHON]
    checked = ["--only-binary", ":all:", "--require-hashes", "--no-deps"]
    lock = ["-r", str(CHECKOUT / "requirements.lock")]
    install = ["uv", "pip", "install", "--quiet", *platform, *checked, "--target", str(folder), *lock]
    subprocess.run(install, check=True)


def add_program(folder: Path, work: Path) -> None:
    """Put our own wheel among the packages."""
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(work / "wheel")]
    subprocess.run([*command, str(CHECKOUT)], check=True, stdout=subprocess.DEVNULL)
    (wheel,) = (work / "wheel").glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)


def take_over(packages: Path, folder: Path) -> None:
    """Copy what contents.toml wants of the packages, without what is only there to build and to test."""
    places = (PurePosixPath(path.relative_to(packages).as_posix()) for path in packages.rglob("*") if path.is_file())
    wanted = wanted_of(packages, places, Contents("windows"))
    there = {place.with_suffix("") for place in wanted}
    for package in distributions(path=[str(packages)]):
        files = {PurePosixPath(file) for file in package.files or []}
        if not is_shipped(files, there):
            wanted -= files
    for place in sorted(wanted):
        (folder / place).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(packages / place, folder / place)


def wanted_of(packages: Path, places: Iterable[PurePosixPath], contents: Contents) -> set[PurePosixPath]:
    """Return which of these files contents.toml wants, of modules those that the program can reach."""
    wanted = {place for place in places if is_wanted(place, contents)}
    modules = Modules(packages, wanted)
    return wanted - modules.unreached([*modules.own("advisor_app"), *contents.also, *modules.offered()])


def is_wanted(place: PurePosixPath, contents: Contents) -> bool:
    """Whether contents.toml wants a file, reached or not."""
    # Which modules stay is said by their names; the other rules of contents.toml are about Qt and data.
    held = place.suffix == ".py" or contents.holds(place)
    return held and not _is_never_run(place) and not _is_of(place, contents.without)


def _is_never_run(place: PurePosixPath) -> bool:
    if place.parts[0].endswith(".dist-info"):
        return place.name in _OF_PIP or "sboms" in place.parts  # these go into ours
    if any(part.startswith(".") for part in place.parts):
        return True
    if place.parts[0] == "advisor_app":
        return place.suffix in {".ts", ".typed"}  # what translators work on (the program reads .qm), and type checkers
    return place.suffix in _NEVER_RUN or not _NEVER_RUN_FOLDERS.isdisjoint(place.parts[:-1])


def _is_of(place: PurePosixPath, modules: list[str]) -> bool:
    """Whether a file is one of these modules or lies in one."""
    module = ".".join(part.split(".")[0] for part in place.parts)
    return any(module == name or module.startswith(f"{name}.") for name in modules)


def compile_all(folder: Path) -> None:
    """Put in every module's place what it compiles to with the Python that will run it: all that a start reads.

    So nothing is ever written to the folder, and a third of its files and 27 MB of it are gone.
    """
    python = os.environ.get("ADVISOR_APP_PYTHON313") or f"python{PYTHON}"
    # Not checked against the source at every start: an update brings both.
    mode = ["-b", "--invalidation-mode", "unchecked-hash", "-q", "-f", "-s", str(folder), "-p", "lib"]
    environment = {**os.environ, "PYTHONHASHSEED": "0"}
    subprocess.run([python, "-m", "compileall", *mode, str(folder)], check=True, env=environment)
    for module in folder.rglob("*.py"):
        module.unlink()


def main() -> None:
    """Fill an empty folder; the packages stay as they were installed in WORK/packages."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folder", type=Path)
    parser.add_argument("work", type=Path)
    parser.add_argument("--zip", type=Path, help="see runtime.py")
    given = parser.parse_args()
    runtime, packages = given.folder / "runtime", given.work / "packages"
    source = ["--zip", str(given.zip)] if given.zip else []
    command = [sys.executable, "-m", "installers.windows.runtime", str(runtime), *source]
    subprocess.run(command, check=True, cwd=CHECKOUT)
    (runtime / f"{LIBRARY}._pth").write_text(f"{LIBRARY}.zip\n.\n..\\lib\n", "ascii", newline="\r\n")
    add_packages(packages)
    add_program(packages, given.work)
    take_over(packages, given.folder / "lib")
    libraries.share_visual_cpp(given.folder)
    for file in libraries.drop_unused(given.folder):
        print(f"nobody asks for {file}")
    lacking = libraries.missing(given.folder)
    if lacking:
        raise SystemExit("\n".join(["These are neither here nor a part of Windows:", *lacking]))
    compile_all(given.folder / "lib")


if __name__ == "__main__":
    main()
