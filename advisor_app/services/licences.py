"""Licences of everything that the program is made of: packages as they state them, and what lies inside of them."""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.metadata import Distribution
from pathlib import Path

from advisor_app import __version__
from advisor_app.resources_folder import resources_folder
from advisor_app.texts import Texts

_OWN = "EUPL-1.2"
_FIELDS = ("License-Expression", "License")


@dataclass(frozen=True, slots=True, kw_only=True)
class Component:
    """A part that is no package of its own; ``found`` and ``version`` are explained in components.toml."""

    name: str
    licence: str
    copyright: str
    inside: str
    texts: tuple[str, ...]
    found: tuple[str, ...] = field(default=())
    version: str = ""


def read_components() -> tuple[Component, ...]:
    """Read resources/licences/components.toml; without "texts" those of the ids in "licence" apply."""
    table = tomllib.loads((_folder() / "components.toml").read_text("utf-8"))
    return tuple(_component(entry) for entry in table["component"])


def _component(entry: dict[str, str | list[str]]) -> Component:
    ids = [word for word in str(entry["licence"]).split() if word != "AND" and not word.startswith("LicenseRef-")]
    return Component(
        name=str(entry["name"]),
        licence=str(entry["licence"]),
        copyright=str(entry["copyright"]),
        inside=str(entry["inside"]),
        texts=tuple(entry.get("texts", ids)),
        found=tuple(entry["found"]),
        version=str(entry.get("version", "")),
    )


def stated_licence(package: Distribution) -> str:
    """What a package states about its licence on one line, or a dash."""
    # Asked for first: what finds distributions may be a later version of the library, which raises for a field that is
    # not there.
    stated = [package.metadata[name] for name in _FIELDS if name in package.metadata]
    return str(next(filter(None, stated), "–")).splitlines()[0]


def licence_texts(texts: Texts, packages: Path | None = None) -> str:
    """A line for every part and package, then the full texts; of the packages in a folder, else of this environment."""
    found = stated_in([Path(entry) for entry in sys.path] if packages is None else [packages])
    components = read_components()
    lines = [
        texts("licences.program", version=__version__, licence=_OWN),
        "",
        texts("licences.components"),
        *(texts("licences.component", **_words_of(component)) for component in components),
        "",
        texts("licences.packages"),
        *(f"{package.metadata['Name']} {package.version}: {stated_licence(package)}" for _, package in found),
    ]
    full = _full_texts(components, found)
    return "\n".join([*lines, *(f"\n\n――― {', '.join(names)} ―――\n\n{text}" for text, names in full.items()), ""])


def stated_in(folders: list[Path]) -> list[tuple[Path, Distribution]]:
    """Every package in the folders with the folder of its statements, in the order of names."""
    places = (place.parent for folder in folders for place in folder.glob("*.dist-info/METADATA"))
    packages = [(place, Distribution.at(place)) for place in places]
    by_name = {package.metadata["Name"].casefold(): (place, package) for place, package in packages}
    return [by_name[name] for name in sorted(by_name)]


def _words_of(component: Component) -> dict[str, str]:
    return {
        "name": component.name,
        "licence": component.licence,
        "holder": component.copyright,
        "place": component.inside,
    }


def _full_texts(components: tuple[Component, ...], packages: list[tuple[Path, Distribution]]) -> dict[str, list[str]]:
    """Every text once, with all it applies to."""
    found = {(_folder() / f"{_OWN}.txt").read_text("utf-8").strip(): ["Beraterkoffer"]}
    for component in components:
        for name in component.texts:
            found.setdefault((_folder() / f"{name}.txt").read_text("utf-8").strip(), []).append(component.name)
    for place, package in packages:
        for text in _texts_of(place, package):
            found.setdefault(text.strip(), []).append(package.metadata["Name"])
    return found


def _texts_of(place: Path, package: Distribution) -> Iterator[str]:
    for name in package.metadata.get_all("License-File") or ():
        # Today's place of these files, and the one of some years ago.
        for file in (place / "licenses" / name, place / Path(name).name):
            # Of Qt's licences we have not chosen the commercial one.
            if file.is_file() and "Qt-Commercial" not in name:
                yield file.read_text("utf-8", errors="replace")
                break


def _folder() -> Path:
    return resources_folder() / "licences"
