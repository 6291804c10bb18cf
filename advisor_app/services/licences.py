"""Licences of everything that the program is made of."""

from __future__ import annotations

from importlib.metadata import distributions

from advisor_app.resources_folder import resources_folder


def licence_texts() -> str:
    """One line per installed library with its licence, then the full texts of the fonts' and icons' licences."""
    lines = set()
    for distribution in distributions():
        name = distribution.metadata["Name"]
        licence = distribution.metadata["License-Expression"] or distribution.metadata["License"] or "–"
        lines.add(f"{name} {distribution.version}: {licence.splitlines()[0]}")
    files = sorted([*resources_folder().glob("fonts/*.txt"), *resources_folder().glob("icons/*.txt")])
    texts = [f"{file.stem}\n\n{file.read_text(encoding='utf-8')}" for file in files]
    return "\n".join(sorted(lines, key=str.casefold)) + "\n\n" + "\n\n".join(texts)
