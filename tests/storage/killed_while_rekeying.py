"""Give a profile another key again and again until killed; each time is told on stdout."""

import sys
from itertools import count
from pathlib import Path

from advisor_app.storage.keyslots import RandomSecret, SlotKind
from advisor_app.storage.profile import open_profile
from advisor_app.storage.rekey import new_keys, rekey


def main(folder: Path, sheet: str) -> None:
    profile = open_profile(folder)
    device = RandomSecret(SlotKind.KEY_FILE, (folder / "profile.key").read_bytes())
    recovery = RandomSecret(SlotKind.RECOVERY, sheet.encode())
    for number in count():
        print(number, flush=True)  # noqa: T201  # the test waits for it
        rekey(profile, new_keys(profile, (device, recovery)), lambda _: None)


main(Path(sys.argv[1]), sys.argv[2])
