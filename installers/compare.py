"""Tells whether two builds of the same source are equal: python -m installers.compare FOLDER OTHER.

Names every file that differs or is in one of them only, and ends with 1; ends with 0 where all are equal, byte by byte.
"""

import sys
from filecmp import cmp
from pathlib import Path


def differing(folder: Path, other: Path) -> list[str]:
    """Return the names of files that are not the same in both."""
    names = {
        path.relative_to(root).as_posix() for root in (folder, other) for path in root.rglob("*") if path.is_file()
    }
    return sorted(name for name in names if not _same(folder / name, other / name))


def _same(file: Path, other: Path) -> bool:
    return file.is_file() and other.is_file() and cmp(file, other, shallow=False)


def main() -> None:
    """Print the names."""
    folder, other = (Path(name) for name in sys.argv[1:3])
    names = differing(folder, other)
    for name in names:
        print(f"differs: {name}")
    if names:
        raise SystemExit(1)
    print(f"equal: {', '.join(sorted(path.name for path in folder.iterdir()))}")


if __name__ == "__main__":
    main()
