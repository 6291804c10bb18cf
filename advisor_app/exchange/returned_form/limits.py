"""How much a returned form may ask of this machine: far more than any honest one does."""

from __future__ import annotations

from dataclasses import dataclass

MEGABYTE = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Bytes of the file, seconds and bytes of memory to read it, and how many fields and characters it may hold.

    Memory is limited by the system where it can do that (Linux). Elsewhere what is unpacked is limited, which stops
    bombs as well, and the time.
    """

    file: int = 25 * MEGABYTE
    seconds: float = 10.0
    memory: int = 512 * MEGABYTE
    unpacked: int = 64 * MEGABYTE
    fields: int = 20_000
    characters: int = 2_000_000


LIMITS = Limits()
"""Those in use."""
