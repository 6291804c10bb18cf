"""Licences of everything that the program is made of."""

from __future__ import annotations

from importlib.metadata import distributions

from advisor_app.resources_folder import resources_folder

_FIELDS = ("License-Expression", "License")


def licence_texts() -> str:
    """One line per installed library with its licence, then the full texts of the fonts' and icons' licences."""
    lines = set()
    for distribution in distributions():
        name = distribution.metadata["Name"]
        # Asked for first: what finds distributions may be a later version of the library, which raises for a field
        # that is not there.
        stated = [distribution.metadata[field] for field in _FIELDS if field in distribution.metadata]
        licence = next(filter(None, stated), "–")
        lines.add(f"{name} {distribution.version}: {licence.splitlines()[0]}")
    files = sorted([*resources_folder().glob("fonts/*.txt"), *resources_folder().glob("icons/*.txt")])
    texts = [f"{file.stem}\n\n{file.read_text(encoding='utf-8')}" for file in files]
    return "\n".join(sorted(lines, key=str.casefold)) + "\n\n" + "\n\n".join(texts)
