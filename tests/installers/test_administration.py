"""The page for IT departments says what the program does: its policy is one, its commands and checks are all there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from advisor_app.cli.commands import command_tree
from advisor_app.exchange.returned_form import DRAW_FORM, READ_FORM
from advisor_app.services import branding, data_lock, day_watch, last_place, last_run, preferences
from advisor_app.services.policy import read_policy
from advisor_app.services.self_check import SELF_CHECK
from advisor_app.services.self_check.order import CHECKS
from advisor_app.storage.device_keys import KEY_FILE_NAME
from advisor_app.texts import load_texts
from installers.bundle.product import CHECKOUT, read_product

FILE = CHECKOUT / "docs" / "administration.de.md"


@pytest.fixture(scope="module")
def page() -> str:
    return FILE.read_text("utf-8")


def quoted(text: str) -> set[str]:
    return set(re.findall(r"`([^`]+)`", text))


def test_the_policy_that_it_shows_is_one(page: str, tmp_path: Path) -> None:
    found = re.search(r"```toml\n(.*?)```", page, re.DOTALL)
    assert found
    shown = found[1].replace('public_key = "…"', f'public_key = "{"ab" * 32}"')
    file = tmp_path / "advisor-policy.toml"
    file.write_text(shown, "utf-8")
    policy = read_policy(file, load_texts("de"))
    assert policy.minimum_length == 16


def test_every_command_stands_in_it(page: str) -> None:
    table = page.partition("## Aufruf")[2].partition("\n## ")[0]
    first = {re.split(r"[ ,]", name)[0] for name in quoted(table)}
    assert first >= set(command_tree().commands)


def test_every_check_stands_in_it(page: str) -> None:
    row = next(line for line in page.splitlines() if line.startswith("| `--only"))
    assert quoted(row) - {"--only PRÜFUNG"} == set(CHECKS)


def test_it_names_how_the_program_calls_itself(page: str) -> None:
    """Whoever allows programs by their command line goes by these."""
    line = next(line for line in page.splitlines() if "starten sich selbst" in line)
    assert quoted(line) >= {READ_FORM, DRAW_FORM, SELF_CHECK}


def test_port_and_places_are_those_of_the_program(page: str) -> None:
    assert f"TCP {preferences.Preferences().phone_poll_port} " in page
    assert f"/opt/{read_product().command}" in page


def test_what_lies_in_the_data_folder_stands_in_it(page: str) -> None:
    named = quoted(page.partition("## Datenordner")[2].partition("\n## ")[0])
    for name in (
        *(preferences.FILE_NAME, last_run.FILE_NAME, last_place.FILE_NAME, day_watch.FILE_NAME, KEY_FILE_NAME),
        *(data_lock.WINDOW_FILE, data_lock.COMMAND_FILE, f"{branding.FOLDER_NAME}/"),
    ):
        assert name in named, name


def test_the_pages_that_it_leads_to_are_there(page: str) -> None:
    named = {name for name in re.findall(r"\]\(([^)#]+)\)", page) if "://" not in name}
    assert named
    assert all((FILE.parent / name).exists() for name in named), named
