"""How a case file is known by its name."""

from pathlib import PurePath

ENDING = ".bkcase"


def is_case_file(path: PurePath) -> bool:
    """Whether a file is a case file by its name."""
    return path.suffix.lower() == ENDING
