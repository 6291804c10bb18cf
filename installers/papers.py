"""Writes what lies beside and in an installed program: licences, its contents with sizes, the handbook, checksums.

python -m installers.papers licences PACKAGES FILE   the texts of all licences, of the packages in a folder
python -m installers.papers contents BUNDLE FILE     every file of a program's folder with its size in bytes
python -m installers.papers handbook FILE            the handbook as a PDF, dated by SOURCE_DATE_EPOCH
python -m installers.papers checksums FOLDER         FOLDER/SHA256SUMS over all other files in it
"""

import hashlib
import os
import sys
from datetime import UTC, datetime
from pathlib import Path

from advisor_app.services.handbook import write_pdf
from advisor_app.services.licences import licence_texts
from advisor_app.texts import load_texts

CHECKSUMS = "SHA256SUMS"


def write_licences(packages: Path, file: Path) -> None:
    """Write what the program itself shows; it is in German, as the product is."""
    file.write_text(licence_texts(load_texts("de"), packages), "utf-8")


def contents(bundle: Path) -> str:
    """Return "bytes path" for every file and at the end of every folder on top, the largest first, with the total."""
    files = {path.relative_to(bundle): path.stat().st_size for path in bundle.rglob("*") if path.is_file()}
    folders: dict[str, int] = {}
    for place, size in files.items():
        folders["/".join(place.parts[:2])] = folders.get("/".join(place.parts[:2]), 0) + size
    by_size = sorted(folders.items(), key=lambda entry: (-entry[1], entry[0]))
    lines = [f"{sum(files.values()):>12}  all {len(files)} files", ""]
    lines += [f"{size:>12}  {name}" for name, size in by_size]
    lines += ["", *(f"{size:>12}  {place.as_posix()}" for place, size in sorted(files.items()))]
    return "\n".join(lines) + "\n"


def write_handbook(file: Path) -> None:
    """Write the handbook as the program itself does; the same sources give the same bytes."""
    write_pdf(file, datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), UTC).date())


def checksums(folder: Path) -> str:
    """Return the lines that sha256sum --check reads."""
    files = sorted(path for path in folder.iterdir() if path.is_file() and path.name != CHECKSUMS)
    return "".join(f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}\n" for file in files)


def main() -> None:
    """Write one of the four."""
    match sys.argv[1:]:
        case ["licences", packages, file]:
            write_licences(Path(packages), Path(file))
        case ["contents", bundle, file]:
            Path(file).write_text(contents(Path(bundle)), "utf-8")
        case ["handbook", file]:
            write_handbook(Path(file))
        case ["checksums", folder]:
            (Path(folder) / CHECKSUMS).write_text(checksums(Path(folder)), "utf-8")
        case _:
            raise SystemExit(__doc__)


if __name__ == "__main__":
    main()
