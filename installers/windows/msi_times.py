"""Gives an MSI the time of SOURCE_DATE_EPOCH for that of its making: python -m installers.windows.msi_times FILE.

The two times stand in the summary of the file, a property set of OLE: type 64, then hundreds of nanoseconds since 1601.
"""

import os
import struct
import sys
from pathlib import Path
from uuid import UUID

_SUMMARY = UUID("f29f85e0-4ff9-1068-ab91-08002b27b3d9").bytes_le
_FILETIME = 64
_TIMES = (12, 13)  # created, saved
_SECONDS_FROM_1601_TO_1970 = 11_644_473_600


def set_times(data: bytearray, seconds: int) -> None:
    """Change both times; ValueError where there is no such summary."""
    found = data.find(_SUMMARY)
    if found < 0:
        raise ValueError("this file has no summary")
    # After the id: where the section begins, counted from the stream's own beginning 28 bytes before the id.
    (offset,) = struct.unpack_from("<I", data, found + 16)
    section = found - 28 + offset
    (count,) = struct.unpack_from("<I", data, section + 4)
    for index in range(count):
        number, place = struct.unpack_from("<II", data, section + 8 + 8 * index)
        if number in _TIMES:
            (kind,) = struct.unpack_from("<I", data, section + place)
            if kind != _FILETIME:
                raise ValueError(f"property {number} is no time")
            value = (seconds + _SECONDS_FROM_1601_TO_1970) * 10_000_000
            struct.pack_into("<Q", data, section + place + 4, value)


def main() -> None:
    """Change the file in place."""
    file = Path(sys.argv[1])
    data = bytearray(file.read_bytes())
    set_times(data, int(os.environ["SOURCE_DATE_EPOCH"]))
    file.write_bytes(data)


if __name__ == "__main__":
    main()
