"""A profile with one case, a backup of it, and what an action is refused for."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from advisor_app.domain.backup import Backup
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.storage.backups import create_backup
from advisor_app.storage.database import open_database
from advisor_app.storage.profile import Profile, open_profile
from tests.storage.conftest import new_case

CHECKOUT = Path(__file__).resolve().parents[3]
MONDAY = datetime(2026, 9, 14, 7, 0, tzinfo=UTC)


@pytest.fixture
def profile(tmp_path: Path) -> Iterator[Profile]:
    """Return an open profile with one case, whose database stays open."""
    opened = open_profile(tmp_path / "data")
    database = open_database(opened)
    new_case(database)
    yield opened
    database.close()


@pytest.fixture
def backup(profile: Profile) -> Backup:
    return create_backup(profile, at=MONDAY)


def problem_of(action: Any, *arguments: Any, **named: Any) -> Problem:
    with pytest.raises(AdvisorError) as caught:
        action(*arguments, **named)
    return caught.value.problem
