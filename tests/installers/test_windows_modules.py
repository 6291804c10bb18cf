"""Which modules the Windows program can reach: all ways in which one is loaded, and whatever the program did load."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path, PurePosixPath

import pytest

from installers.bundle.contents import Contents
from installers.bundle.product import CHECKOUT
from installers.licences import locked_packages
from installers.windows.modules import Modules, module_of
from installers.windows.stage import is_wanted, wanted_of

SOURCES: dict[str, str | bytes] = {
    "program/__init__.py": "",
    "program/start.py": "from typing import TYPE_CHECKING\nfrom . import pages\nif TYPE_CHECKING:\n    import typed\n",
    "program/pages.py": "def late():\n    from library.inner import deep, A_VALUE\n    import library.beside as b\n",
    "library/__init__.py": "",
    "library/inner/__init__.py": "from ..outer import x",
    "library/inner/deep.py": "KIND = 'library.kinds.first'  # found by its name",
    "library/inner/never.py": "",
    "library/outer.py": "from importlib import import_module\nimport_module('.' + ['neighbour'][0], __package__)",
    "library/neighbour.py": "exec('from settings import *')",
    "library/beside.py": "'never'\n'a text that says import typed'",
    "library/kinds/first.py": "import compiled, twin",
    "library/kinds/second.py": "",
    "settings.py": "",
    "typed.py": "",
    "compiled/__init__.py": "from . import core",
    "compiled/core.pyd": b"\x7f\0 named_in_it\0",
    "compiled/asked_for_by_core.py": "",
    "named_in_it.py": "",
    "twin/__init__.py": "from . import fast",
    "twin/fast.py": "from . import helped",
    "twin/fast.cp313-win_amd64.pyd": b"\x7fc78__mypyc\0named_only_there\0",
    "twin/helped.py": "",
    "twin/not_helped.py": "",
    "c78__mypyc.cp313-win_amd64.pyd": b"",
    "named_only_there.py": "",
    "put_together/__init__.py": "",
    "put_together/_x.py": "",
    "plugged/__init__.py": "",
    "plugged/point.py": "",
    "plugged/script.py": "",
}
ALSO = ["put_together._x"]


@pytest.fixture
def packages(tmp_path: Path) -> Path:
    for name, content in SOURCES.items():
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
    stated = tmp_path / "plugged-1.dist-info"
    stated.mkdir()
    (stated / "METADATA").write_text("Metadata-Version: 2.1\nName: plugged\nVersion: 1\n", "utf-8")
    points = (
        "[library.plugins]\none = plugged.point\n[console_scripts]\nplugged = plugged.script:main\n[x]\ny = not.there\n"
    )
    (stated / "entry_points.txt").write_text(points, "utf-8")
    return tmp_path


def found_in(packages: Path) -> Modules:
    return Modules(packages, {PurePosixPath(name) for name in SOURCES})


def test_what_no_import_leads_to_is_left_out(packages: Path) -> None:
    modules = found_in(packages)

    gone = modules.unreached([*modules.own("program"), *ALSO, *modules.offered()])

    assert {str(place) for place in gone} == {
        "library/inner/never.py",
        "library/kinds/second.py",
        "named_only_there.py",  # no statement of the source beside the compiled module asks for it
        "plugged/script.py",
        "twin/fast.py",  # Python takes the compiled one
        "twin/not_helped.py",
        "typed.py",
    }


def test_a_name_that_is_asked_for_and_not_there_ends_the_build(packages: Path) -> None:
    with pytest.raises(LookupError, match=r"put_together\._y"):
        found_in(packages).unreached(["program", "put_together._y"])


@pytest.mark.parametrize(
    ("place", "name"),
    [
        ("a/b.cp313-win_amd64.pyd", "a.b"),
        ("a/b.cpython-311-x86_64-linux-gnu.so", "a.b"),
        ("a/__init__.py", "a"),
        ("__init__.py", ""),
        ("a-1.dist-info/x.py", ""),
    ],
)
def test_files_are_modules_by_their_names(place: str, name: str) -> None:
    assert module_of(PurePosixPath(place)) == name


def test_what_is_there_for_programmers_is_left_out() -> None:
    contents = Contents("windows")
    for name in (".lock", "typer/.agents/skills/typer/SKILL.md", "keyring/complete.zsh", "advisor_app/py.typed"):
        assert not is_wanted(PurePosixPath(name), contents), name
    for name in ("advisor_app/resources/handbook/01-start.md", "reportlab/license.txt", "h-1.dist-info/LICENSE.md"):
        assert is_wanted(PurePosixPath(name), contents), name


_RECORDER = """\
import os, sys
_file = os.open(os.environ["IMPORTS_SEEN"], os.O_WRONLY | os.O_APPEND | os.O_CREAT)
sys.addaudithook(lambda event, given: event == "import" and os.write(_file, f"{given[0]}\\n".encode()))
"""


@pytest.fixture(scope="module")
def really_imported(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """Every module that the program and its own processes import while they check what they can do and hold a poll."""
    folder = tmp_path_factory.mktemp("recorder")
    (folder / "sitecustomize.py").write_text(_RECORDER, "utf-8")
    seen = folder / "seen.txt"
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")},
        "IMPORTS_SEEN": str(seen),
        "PYTHONPATH": os.pathsep.join([str(folder), str(CHECKOUT)]),
        "ADVISOR_APP_DATA": str(folder / "data"),
    }
    poll = ["pytest", "-q", "-p", "no:cacheprovider", str(CHECKOUT / "tests" / "services" / "test_phone_polls.py")]
    check = ["advisor_app", "self-check", "--offscreen"]
    for command in (check, ["advisor_app", "demo", "--out", str(folder / "papers")], poll):
        run = [sys.executable, "-m", *command]
        done = subprocess.run(run, env=environment, capture_output=True, text=True, check=False, cwd=folder)
        assert done.returncode == 0, done.stdout + done.stderr
    return set(seen.read_text("utf-8").split())


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, set[PurePosixPath]]:
    """The program and the packages of the lock in one folder, and all their files."""
    folder = tmp_path_factory.mktemp("installed")
    (folder / "advisor_app").symlink_to(CHECKOUT / "advisor_app")
    places = {PurePosixPath(path.relative_to(CHECKOUT).as_posix()) for path in (CHECKOUT / "advisor_app").rglob("*.py")}
    for name in locked_packages(CHECKOUT / "requirements.lock"):
        try:
            package = distribution(name)
        except PackageNotFoundError:  # one of another system
            continue
        files = [file for file in package.files or [] if ".." not in file.parts]
        places.update(PurePosixPath(file) for file in files)
        for top in {file.parts[0] for file in files}:
            if not (folder / top).is_symlink():
                (folder / top).symlink_to(str(package.locate_file(top)))
    return folder, places


@pytest.mark.long
def test_whatever_the_program_loads_is_shipped(
    installed: tuple[Path, set[PurePosixPath]], really_imported: set[str]
) -> None:
    folder, places = installed
    contents = Contents("linux")
    known = {module_of(place) for place in places if is_wanted(place, contents)}

    shipped = {module_of(place) for place in wanted_of(folder, places, contents)}

    assert really_imported & known - shipped == set()
    # The check does see what is loaded late, and something is left out.
    assert {"uvicorn.config", "docx.document", "reportlab.pdfgen.canvas"} <= really_imported
    assert "sqlalchemy.ext.automap" in known - shipped
