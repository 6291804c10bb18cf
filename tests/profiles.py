"""A profile's database as other programs would see it that have its key."""

from pathlib import Path
from typing import Any

from advisor_app.storage.connection import connect
from advisor_app.storage.database import Database, open_database
from advisor_app.storage.profile import open_profile
from advisor_app.storage.recovery_code import recovery_secret

SHEET = "7KQ2M-7KQ2M-7KQ2M-7KQ2M-7KQ2MX"
"""The code on the recovery sheet of a test's profile."""


def database_of(folder: Path, wait_ms: int = 5000) -> Database:
    """Return the open database of a folder, made where there is none."""
    return open_database(open_profile(folder), wait_ms)


def connect_to(folder: Path) -> Any:
    """Return a bare connection to a folder's database, to be closed by the caller."""
    profile = open_profile(folder)
    return connect(profile.database, profile.database_key)


def make_recoverable(folder: Path) -> Path:
    """Give the folder's profile, made where there is none, a recovery sheet: real cases may be opened in it."""
    profile = open_profile(folder)
    profile.write_slots(profile.keyslots.with_slot(profile.data_key, recovery_secret(SHEET)))
    return folder
