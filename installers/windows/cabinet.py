"""Packs the files in an MSI anew, in LZX instead of MSZIP: python -m installers.windows.cabinet FILE.msi WORK.

wixl knows MSZIP only, which makes the package half as large again as it need be. Windows unpacks both. The packing
itself is done by lzx.c; two readers that others wrote have to find every file again in what it made.
"""

import struct
import subprocess
import sys
import zlib
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

STREAM = "beraterkoffer.cab"
FRAME = 32768
"""Plain bytes in a block of data."""

_HEADER = struct.Struct("<4s4xI4xI4x2BHHH4x")  # mark, size, where files begin, version, folders, files, flags; set
_FOLDER = struct.Struct("<IHH")  # where data begins, blocks of data, way of packing
_FILE = struct.Struct("<II8x")  # size, place in the folder; then the name
_BLOCK = struct.Struct("<4xHH")  # checksum, packed and plain size
_MSZIP = 1
_LZX = 0x1503  # with a window of 2 MB


@dataclass(frozen=True, slots=True, kw_only=True)
class Cabinet:
    """A cabinet of one folder: the table of its files as it stands there, and what they hold."""

    files: bytes
    names: dict[str, tuple[int, int]]  # where a file begins in plain, and its size
    plain: bytes


def read(data: bytes) -> Cabinet:
    """Read a cabinet as wixl writes it; ValueError where it is another kind."""
    mark, _, files_at, _, _, folders, count, flags = _HEADER.unpack_from(data)
    data_at, blocks, packing = _FOLDER.unpack_from(data, _HEADER.size)
    if (mark, folders, flags, packing) != (b"MSCF", 1, 0, _MSZIP):
        raise ValueError("this is no cabinet with one folder in MSZIP")
    names, place = {}, files_at
    for _ in range(count):
        size, begin = _FILE.unpack_from(data, place)
        end = data.index(0, place + _FILE.size)
        names[data[place + _FILE.size : end].decode("ascii")] = (begin, size)
        place = end + 1
    return Cabinet(files=data[files_at:place], names=names, plain=b"".join(_blocks(data, data_at, blocks)))


def _blocks(data: bytes, place: int, count: int) -> list[bytes]:
    found: list[bytes] = []
    for _ in range(count):
        packed, plain = _BLOCK.unpack_from(data, place)
        place += _BLOCK.size
        # Each one goes on where the one before it ended, after the letters CK.
        unpack = zlib.decompressobj(-15, zdict=found[-1]) if found else zlib.decompressobj(-15)
        found.append(unpack.decompress(data[place + 2 : place + packed]))
        if len(found[-1]) != plain:
            raise ValueError("a block of data has not the size that it names")
        place += packed
    return found


def write(cabinet: Cabinet, blocks: bytes, count: int) -> bytes:
    """Return a cabinet with the same files, of packed blocks."""
    files_at = _HEADER.size + _FOLDER.size
    data_at = files_at + len(cabinet.files)
    header = _HEADER.pack(b"MSCF", data_at + len(blocks), files_at, 3, 1, 1, len(cabinet.names), 0)
    return header + _FOLDER.pack(data_at, count, _LZX) + cabinet.files + blocks


def pack(cabinet: Cabinet, work: Path) -> bytes:
    """Pack in LZX, with the program built of lzx.c into the folder."""
    program, plain, packed = work / "lzx", work / "plain", work / "packed"
    source = Path(__file__).with_name("lzx.c")
    compile_it = ["gcc", "-O2", "-Wall", "-Wextra", "-Werror", "-o", str(program), str(source)]
    subprocess.run(compile_it, check=True)
    # Whole frames: what fills the last one belongs to no file.
    filled = cabinet.plain.ljust(-(-len(cabinet.plain) // FRAME) * FRAME, b"\0")
    plain.write_bytes(filled)
    subprocess.run([program, plain, packed], check=True)
    return write(cabinet, packed.read_bytes(), len(filled) // FRAME)


def unlike(cabinet: Cabinet, file: Path, work: Path) -> list[str]:
    """Return what two readers do not find, or not as it was, in a packed cabinet."""
    wrong = []
    for reader in (["cabextract", "-q", "-d"], ["7zz", "x", "-bd", "-bso0", "-o"]):
        with TemporaryDirectory(dir=work) as name:
            folder = [*reader[1:-1], f"-o{name}"] if reader[-1] == "-o" else [*reader[1:], name]
            subprocess.run([reader[0], *folder, file], check=True)
            for inside, (begin, size) in cabinet.names.items():
                if Path(name, inside).read_bytes() != cabinet.plain[begin : begin + size]:
                    wrong.append(f"{reader[0]}: {inside}")
    return wrong


def main() -> None:
    """Put the packed cabinet in the place of the old one, or end with what is wrong with it."""
    package, work = Path(sys.argv[1]), Path(sys.argv[2])
    take = ["msiinfo", "extract", str(package), STREAM]
    put = ["msibuild", str(package), "-a", STREAM, str(work / STREAM)]
    old = subprocess.run(take, check=True, stdout=subprocess.PIPE).stdout
    cabinet, file = read(old), work / STREAM
    file.write_bytes(pack(cabinet, work))
    wrong = unlike(cabinet, file, work)
    if wrong:
        raise SystemExit("\n".join(["Not to be read again from the cabinet:", *wrong]))
    subprocess.run(put, check=True)


if __name__ == "__main__":
    main()
