"""After a day's work that was killed, nothing that was typed can be read anywhere on the disk."""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.reliability.working_day import EARLIER_PASSPHRASE, NAME, NOTE, PASSPHRASE

CHECKOUT = Path(__file__).resolve().parents[2]
KINDS = {
    *("beraterkoffer.sqlite", "beraterkoffer.sqlite-wal", "beraterkoffer.sqlite-shm", "keyslots.json"),
    *("manifest.json", "fall.bkcase", "umzug.bkmove", "errors.log"),
}
"""What the probe must have looked at, each with something in it."""


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    """Return the folder of everything that was written, temporary files included, and the recovery codes."""
    folder = tmp_path_factory.mktemp("day")
    (folder / "temp").mkdir()
    environment = {
        **os.environ,
        "PYTHONPATH": str(CHECKOUT),
        "HOME": str(folder),
        **dict.fromkeys(("TMPDIR", "TEMP", "TMP", "SQLITE_TMPDIR"), str(folder / "temp")),
    }
    command = [sys.executable, str(Path(__file__).with_name("working_day.py")), str(folder)]
    worked = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert worked.returncode == -signal.SIGKILL, worked.stderr
    return folder, worked.stdout.split()


def spellings(secret: str) -> list[bytes]:
    """Return the bytes in which a text could lie in a file."""
    return [
        secret.encode("utf-8"),
        secret.encode("utf-16-le"),
        secret.encode("utf-16-be"),
        secret.encode().hex().encode(),
    ]


@pytest.mark.long
def test_nothing_typed_is_readable_anywhere(day: tuple[Path, list[str]]) -> None:
    folder, codes = day
    assert len(codes) == 2
    secrets = [NAME, NOTE, PASSPHRASE, EARLIER_PASSPHRASE, "jo@example.org", "Eschentalbach", *codes]
    secrets += [code.replace("-", "") for code in codes]
    seen = set()
    for file in folder.rglob("*"):
        if file.is_file():
            content = file.read_bytes()
            seen |= {file.name} if content else set()
            found = [secret for secret in secrets for bytes_ in spellings(secret) if bytes_ in content]
            assert found == [], file
    assert seen >= KINDS
    assert any((folder / "data").rglob("files/*/*"))


@pytest.mark.long
def test_the_probe_finds_what_is_readable(day: tuple[Path, list[str]], tmp_path: Path) -> None:
    """The control: the program's own data, opened with the key, do hold what was typed."""
    from advisor_app.storage.connection import connect
    from advisor_app.storage.keyslots import Passphrase
    from advisor_app.storage.profile import open_profile

    copy = shutil.copytree(day[0] / "data", tmp_path / "copy")  # opening it would fold the log in
    profile = open_profile(copy, Passphrase(PASSPHRASE))
    connection = connect(profile.database, profile.database_key)
    (notes,) = connection.execute("SELECT count(*) FROM answer WHERE note LIKE ?", (f"{NOTE}%",)).fetchone()
    assert notes == 2
    connection.close()
