"""The cabinet in the MSI: read as wixl writes it, packed anew, and found whole by a reader that others wrote."""

from __future__ import annotations

import random
import shutil
import struct
import zlib
from pathlib import Path

import pytest

from installers.windows import cabinet
from installers.windows.cabinet import FRAME

MSZIP, QUANTUM = 1, 2
WINDOW = 1 << 21
needs_tools = pytest.mark.skipif(
    None in map(shutil.which, ("gcc", "cabextract", "7zz")), reason="gcc, cabextract or 7zip is not installed"
)


def mszip(files: dict[str, bytes], packing: int = MSZIP) -> bytes:
    """A cabinet of one folder as wixl writes it: deflated blocks, of which each one knows the last."""
    plain, table = b"", b""
    for name, content in files.items():
        table += struct.pack("<IIHHHH", len(content), len(plain), 0, 0x5D76, 0xB82E, 0x20) + name.encode() + b"\0"
        plain += content
    packed, before = [], b""
    for place in range(0, len(plain), FRAME):
        block = plain[place : place + FRAME]
        packer = zlib.compressobj(6, zlib.DEFLATED, -15, zdict=before)
        data = b"CK" + packer.compress(block) + packer.flush()
        packed.append(struct.pack("<IHH", 0, len(data), len(block)) + data)
        before = block
    data_at = 44 + len(table)
    header = struct.pack("<4sIIIIIBBHHHHH", b"MSCF", 0, 0, 0, 44, 0, 3, 1, 1, len(files), 0, 0, 0)
    return header + struct.pack("<IHH", data_at, len(packed), packing) + table + b"".join(packed)


def odd_files() -> dict[str, bytes]:
    """What a packer may stumble over: calls in machine code, long runs, noise, the same again from far away."""
    chance = random.Random(8)
    noise = chance.randbytes(3 * FRAME)
    calls = b"".join(b"\xe8" + struct.pack("<i", chance.randrange(-90_000, 9_000_000)) + b"\x90" for _ in range(9000))
    before = {
        "noise": noise,
        "nothing": b"",
        "calls": calls,
        "run": b"\0" * (2 * FRAME + 3),
        "words": b"Am Anfang war die Akte. " * 3000,
        "far": b"\x01\x02\x03" * (1 << 19),
    }
    # Just so far away that the format allows for it, in any place of a frame.
    filler = b"\xff" * (WINDOW - 3 - sum(map(len, before.values())))
    return {**before, "filler": filler, "noise-again": noise + noise[5:], "one-byte": b"\xe8"}


def test_files_are_read_as_they_are_told_in_the_table() -> None:
    files = odd_files()

    read = cabinet.read(mszip(files))

    assert {name: read.plain[at : at + size] for name, (at, size) in read.names.items()} == files


def test_another_way_of_packing_is_refused() -> None:
    with pytest.raises(ValueError, match="MSZIP"):
        cabinet.read(mszip({"a": b"a"}, packing=QUANTUM))


def test_a_block_that_was_cut_off_is_refused() -> None:
    whole = mszip({"noise": odd_files()["noise"]})

    with pytest.raises((ValueError, zlib.error)):
        cabinet.read(whole[:-9000])


@needs_tools
def test_every_file_is_found_again_in_what_was_packed(tmp_path: Path) -> None:
    before = cabinet.read(mszip(odd_files()))
    file = tmp_path / "packed.cab"

    file.write_bytes(cabinet.pack(before, tmp_path))

    assert cabinet.unlike(before, file, tmp_path) == []


@needs_tools
def test_a_file_that_is_not_as_it_was_is_named(tmp_path: Path) -> None:
    before = cabinet.read(mszip({"a": b"one" * 90, "b": b"two" * 90}))
    file = tmp_path / "packed.cab"
    file.write_bytes(cabinet.pack(before, tmp_path))
    other = cabinet.read(mszip({"a": b"one" * 90, "b": b"six" * 90}))

    assert cabinet.unlike(other, file, tmp_path) == ["cabextract: b", "7zz: b"]
