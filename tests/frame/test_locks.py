"""The lock files: installable anywhere, tied to no address, in step with pyproject.toml."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from installers import licences

CHECKOUT = Path(__file__).resolve().parents[2]
LOCKS = ("requirements.lock", "requirements-dev.lock")
FORBIDDEN = ("://", "--index-url", "--extra-index-url", "--find-links", "--trusted-host", "-e ", "@ ", "file:")


def pinned(lock: str) -> dict[str, str]:
    return licences.locked_packages(CHECKOUT / lock)


def refusals(text: str) -> list[str]:
    """Return what makes a lock unfit: an address, an index option, a path, a package without pin or hash."""
    found = [f"line {n}: {word}" for n, line in enumerate(text.splitlines(), 1) for word in FORBIDDEN if word in line]
    for entry in re.split(r"\n(?=\S)", text.strip()):
        head = entry.splitlines()[0]
        if not re.match(r"[a-z0-9-]+==[0-9][^\s/]*( ; [^/]+)? \\$", head):
            found.append(f"not a pinned package: {head}")
        if not re.search(r"--hash=sha256:[0-9a-f]{64}$", entry, re.MULTILINE):
            found.append(f"without a hash: {head}")
    return found


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_holds_pinned_packages_with_hashes_and_no_address(lock: str) -> None:
    assert refusals((CHECKOUT / lock).read_text("utf-8")) == []


@pytest.mark.parametrize(
    "line",
    [
        "--index-url https://example.org/simple",
        "--find-links wheels",
        "./some/folder",
        "/some/folder/package-1.0.whl",
        "package @ file:package-1.0.whl",
        "-e .",
        "package>=1.0",
    ],
)
def test_a_lock_with_an_address_an_option_or_a_path_is_refused(line: str) -> None:
    good = (CHECKOUT / "requirements.lock").read_text("utf-8")
    assert refusals(f"{line}\n{good}")


def test_a_package_without_a_hash_is_refused() -> None:
    assert refusals("package==1.0\n")


def test_the_development_lock_contains_all_of_the_other() -> None:
    assert pinned("requirements.lock").items() <= pinned("requirements-dev.lock").items()


def test_the_locks_satisfy_what_the_project_asks_for() -> None:
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))
    asked = {
        "requirements.lock": project["project"]["dependencies"],
        "requirements-dev.lock": project["dependency-groups"]["dev"],
    }
    for lock, lines in asked.items():
        versions = pinned(lock)
        for requirement in map(Requirement, lines):
            assert requirement.specifier.contains(versions[requirement.name]), f"{lock}: {requirement}"


def test_qt_moves_together() -> None:
    versions = pinned("requirements.lock")
    minors = {versions[name].split(".")[1] for name in ("pyside6-essentials", "pyside6-pdf", "shiboken6")}
    assert len(minors) == 1


def test_the_list_of_licences_is_up_to_date() -> None:
    written = licences.LICENCES_FILE.read_text("utf-8")
    assert written == licences.licences_table(), "run python -m installers.licences"


def test_nothing_that_is_shipped_is_under_the_gpl_alone() -> None:
    for package in pinned("requirements.lock"):
        choices = licences.licence_of(package).split(" OR ")
        assert any(not choice.startswith(("GPL", "AGPL")) for choice in choices), package
