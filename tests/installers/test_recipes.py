"""Recipes for build servers: valid, pinned, without addresses, and running scripts that exist."""

from __future__ import annotations

import plistlib
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from installers.bundle.product import CHECKOUT

RECIPES = CHECKOUT / "installers" / "ci"
GITHUB = RECIPES / "github-actions.yml"
GITLAB = RECIPES / "gitlab-ci.yml"


def read(file: Path) -> dict[Any, Any]:
    recipe = yaml.safe_load(file.read_text("utf-8"))
    assert isinstance(recipe, dict)
    return recipe


def steps() -> list[dict[str, Any]]:
    return [step for job in read(GITHUB)["jobs"].values() for step in job["steps"]]


def gitlab_jobs() -> dict[str, dict[str, Any]]:
    return {name: job for name, job in read(GITLAB).items() if name not in {"stages", "variables"}}


def test_actions_are_pinned_to_a_commit() -> None:
    used = [step["uses"] for step in steps() if "uses" in step]
    assert used
    for action in used:
        assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", action), action


def test_every_job_ends_and_may_read_only() -> None:
    recipe = read(GITHUB)
    assert recipe["permissions"] == {"contents": "read"}
    assert all(job["timeout-minutes"] <= 90 for name, job in recipe["jobs"].items() if name != "night")
    assert recipe["jobs"]["night"]["timeout-minutes"] <= 240
    assert all(job["timeout"].endswith("minutes") for job in gitlab_jobs().values())
    checkouts = [step for step in steps() if step.get("uses", "").startswith("actions/checkout@")]
    assert checkouts
    assert all(step["with"]["persist-credentials"] is False for step in checkouts)


def test_a_step_does_one_thing() -> None:
    for step in steps():
        assert ("uses" in step) != ("run" in step), step


def test_jobs_come_after_those_they_need() -> None:
    jobs = read(GITHUB)["jobs"]
    assert all(job.get("needs", next(iter(jobs))) in jobs for job in jobs.values())
    stages, jobs_there = read(GITLAB)["stages"], gitlab_jobs()
    for job in jobs_there.values():
        for needed in job.get("needs", []):
            assert stages.index(jobs_there[needed]["stage"]) < stages.index(job["stage"])


@pytest.mark.parametrize("file", [GITHUB, GITLAB], ids=lambda file: file.name)
def test_no_address_stands_in_a_recipe(file: Path) -> None:
    text = file.read_text("utf-8")
    assert "://" not in text
    assert not re.search(r"index-url|registry|\bpypi\b", text)


def test_all_scripts_that_are_run_are_there() -> None:
    lines = [line for step in steps() for line in step.get("run", "").splitlines()]
    lines += [line for job in gitlab_jobs().values() for line in job["script"]]
    named = {
        word.replace("\\", "/").removeprefix("./")
        for line in lines
        for word in re.findall(r"(?:\.[/\\])?installers[/\\][\w./\\-]+\.\w+|\.[/\\]\w+(?:\.cmd)?|test\.cmd", line)
    }
    builds = {f"installers/{system}/build.sh" for system in ("linux", "macos", "windows")}
    assert {"test", *builds, "installers/windows/check.ps1", "installers/check.sh"} <= named
    for name in named - {"tests/installers"}:
        assert (CHECKOUT / name).is_file(), name


def test_the_rights_of_the_mac_program_are_a_list_that_apple_reads() -> None:
    rights = plistlib.loads((CHECKOUT / "installers" / "macos" / "entitlements.plist").read_bytes())
    assert rights == {"com.apple.security.cs.allow-unsigned-executable-memory": True}


@pytest.mark.parametrize(
    "name", ["installers/macos/build.sh", "installers/macos/sign.sh", "installers/windows/check.ps1"]
)
def test_what_nobody_has_run_says_so(name: str) -> None:
    assert "UNTESTED" in (CHECKOUT / name).read_text("utf-8")
