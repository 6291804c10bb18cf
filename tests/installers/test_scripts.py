"""Shell scripts: no shell reads them otherwise than they were meant, and all checks in a row add up what they find."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from installers.bundle.product import CHECKOUT

CHECKS = (
    "installers/linux/check_two_commands.sh",
    "installers/linux/check_package.sh",
    "installers/windows/wine/check.sh",
    "installers/windows/wine/check_commands.sh",
)
on_linux = pytest.mark.skipif(
    sys.platform != "linux" or shutil.which("git") is None, reason="packages are built on Linux, from what git has"
)


@pytest.mark.skipif(shutil.which("shellcheck") is None, reason="shellcheck is not installed")
def test_scripts_are_clean() -> None:
    scripts = [CHECKOUT / "run", CHECKOUT / "test", *sorted((CHECKOUT / "installers").rglob("*.sh"))]
    command = ["shellcheck", "--severity=warning", "--external-sources", "--source-path=SCRIPTDIR", *map(str, scripts)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.stdout == ""


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A committed checkout whose checks say how many passed, and whose Windows program is its version."""
    root = tmp_path / "checkout"
    for name in CHECKS:
        write(root / name, 'echo "passed  something"; echo "2 passed, 0 failed (but this)"')
    write(
        root / "installers/windows/build.sh", 'mkdir -p "$1" && cp "$(dirname "$0")/../../advisor_app/__init__.py" "$1"'
    )
    write(root / "installers/windows/wine/check.sh", 'cat "$1"/* "$2"/*; echo "2 passed, 0 failed"')
    write(root / "test", "mkdir -p .venv")
    for name in ("installers/check.sh", "advisor_app/__init__.py"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(CHECKOUT / name, root / name)
    for arguments in (["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", "All"]):
        git = ["git", "-C", str(root), "-c", "user.name=a", "-c", "user.email=a@localhost"]
        subprocess.run([*git, *arguments], check=True)
    return root


def write(file: Path, script: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"#!/bin/sh\n{script}\n")
    file.chmod(0o755)


def check(checkout: Path, *parts: str) -> subprocess.CompletedProcess[str]:
    command = [str(checkout / "installers" / "check.sh"), str(checkout / "logs"), *parts]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@on_linux
def test_all_checks_are_made_from_what_is_committed_and_added_up(checkout: Path) -> None:
    write(checkout / CHECKS[0], "exit 1")  # nobody has committed it
    done = check(checkout)
    assert (done.returncode, done.stdout.splitlines()[-1]) == (0, "8 passed, 0 failed")
    names = {file.name for file in (checkout / "logs").iterdir()}
    assert names == {"linux-two-commands.txt", "linux-package.txt", "windows-wine.txt", "windows-commands.txt"}
    versions = [line for line in done.stdout.splitlines() if line.startswith("__version__")]
    assert versions[0] < versions[1]  # an upgrade needs a newer one


@on_linux
def test_a_check_that_falls_or_cannot_be_built_counts_as_failed(checkout: Path) -> None:
    write(checkout / CHECKS[1], "exit 3")
    write(checkout / "installers/windows/build.sh", "exit 1")
    git = ["git", "-C", str(checkout), "-c", "user.name=a", "-c", "user.email=a@localhost"]
    subprocess.run([*git, "commit", "-q", "-a", "-m", "Broken"], check=True)
    assert check(checkout).stdout.splitlines()[-1] == "2 passed, 2 failed"
    assert check(checkout, "package").returncode == 1
    assert check(checkout, "nothing").returncode == 2
