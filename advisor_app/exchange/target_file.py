"""Files that go out to others, all or nothing."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from advisor_app.domain.errors import AdvisorError, Problem


def write_file(path: Path, data: bytes) -> None:
    """Write a file in one step; a failure leaves the older one. Raises AdvisorError(FILE_NOT_WRITABLE)."""
    part = path.with_name(f"{path.name}.part")
    try:
        with part.open("wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(path)
    except (OSError, ValueError) as error:
        with suppress(OSError, ValueError):
            part.unlink()
        raise AdvisorError(Problem.FILE_NOT_WRITABLE, file=str(path)) from error
