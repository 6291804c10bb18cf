"""Another data key for a profile: database, files beside it and every way in, whenever it is cut off.

The keyslot file names the ways to both keys before the database changes its key in one transaction, and only the new
ones after it. Whoever opens the profile in between finds out which key the database has, and finishes the job.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from threading import Event, Thread

from sqlcipher3 import dbapi2 as driver

from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.sealing import derive, seal, unseal
from advisor_app.storage.connection import connect, problem_of
from advisor_app.storage.keyslots import EscrowRecipient, Secret, Unlocked, new_data_key
from advisor_app.storage.profile import Profile
from advisor_app.storage.profile_lock import alone
from advisor_app.whole_file import sync_folder

Report = Callable[[float], None]

_WAIT_MS = 5000
_LOOK_SECONDS = 0.05
_FORMER = b"beraterkoffer former key"


def new_keys(profile: Profile, ways: Sequence[Secret | EscrowRecipient]) -> Unlocked:
    """Another data key with a slot for each way in; nothing is written."""
    data_key = new_data_key()
    keyslots = replace(profile.keyslots, slots=(), next=(), former=b"")
    for way in ways:
        keyslots = keyslots.with_slot(data_key, way)
    return Unlocked(keyslots, data_key)


def rekey(profile: Profile, new: Unlocked, report: Report) -> None:
    """Turn the profile, whose database nobody has open, to new keys; ``report`` takes what is done from 0 to 1.

    Raises AdvisorError: DATABASE_LOCKED while somebody else reads or has changed the ways in since, DISK_FULL,
    FILE_NOT_WRITABLE; the old keys then hold.
    """
    before = profile.keyslots
    with alone(profile.folder, wait_seconds=0):
        if profile.present_slots() != before:  # the new keys would lack a way in
            raise AdvisorError(Problem.DATABASE_LOCKED, file=str(profile.folder))
        former = seal(new.data_key, profile.data_key, _FORMER)
        profile.write_slots(replace(before, next=new.keyslots.slots, former=former))
        try:
            _rekey_database(profile, new, report)
        except driver.DatabaseError as error:
            if _opens(profile):
                profile.write_slots(before)
            raise AdvisorError(problem_of(error) or Problem.DATABASE_DAMAGED, file=str(profile.database)) from error
        profile.data_key = new.data_key
        profile.keyslots = replace(new.keyslots, former=former)
        finish_rekey(profile)
    report(1.0)


def finish_rekey(profile: Profile) -> None:
    """Turn what is left of the old key to the one that opens the database, and drop the other slots."""
    if profile.keyslots.former:
        former = unseal(profile.data_key, profile.keyslots.former, _FORMER)
        _reseal_files(profile, derive(former, "files"))
    profile.write_slots(replace(profile.keyslots, next=(), former=b""))


def _reseal_files(profile: Profile, former_key: bytes) -> None:
    from advisor_app.storage.evidence_files import reseal

    reseal(profile.folder, former_key, profile.files_key)


def _rekey_database(profile: Profile, new: Unlocked, report: Report) -> None:
    """One transaction with a rollback journal: PRAGMA rekey knows no write-ahead log."""
    with closing(connect(profile.database, profile.database_key)) as connection:
        connection.execute(f"PRAGMA busy_timeout = {_WAIT_MS:d}")
        connection.execute("PRAGMA journal_mode = DELETE")
        # The journal must be gone for good before the old slots are: one that comes back would bring the old key back.
        connection.execute("PRAGMA synchronous = EXTRA")
        key = replace(profile, keyslots=new.keyslots, data_key=new.data_key).database_key
        with _watched(profile.database, report):
            connection.execute(f"PRAGMA rekey = \"x'{key}'\"")
    sync_folder(profile.folder)
    with closing(connect(profile.database, key)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")


def _opens(profile: Profile) -> bool:
    with suppress(driver.DatabaseError):
        connect(profile.database, profile.database_key).close()
        return True
    return False


@contextmanager
def _watched(database: Path, report: Report) -> Iterator[None]:
    """Report how much of the database stands in the journal, which grows to its size."""
    size = max(1, database.stat().st_size)
    journal = database.with_name(f"{database.name}-journal")
    over = Event()

    def look() -> None:
        while not over.wait(_LOOK_SECONDS):
            with suppress(OSError):
                report(min(0.95, journal.stat().st_size / size))

    thread = Thread(target=look, name="rekey progress", daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()
