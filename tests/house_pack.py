"""A content pack of a house's own in a data folder, as real files, in two versions of its questionnaire ``haus``.

From 1.0.0 to 1.1.0: H1.1, H1.5 and H2.1 stay; H1.2 has another text and other anchors, H1.3 another weight, H2.2 other
choices, H2.3 a smaller range; H1.4 is gone with the impact area WB3; H1.6 is new.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

QUESTIONNAIRE = "haus"
OLD, NEW = "1.0.0", "1.1.0"
CHANGED = ("H1.2", "H1.3", "H2.2", "H2.3")
UNCHANGED = ("H1.1", "H1.5", "H2.1", "HW.1")

_PACK = """\
id = "haus"
version = "{version}"
title = "Fragen des Hauses"
requires = {{ base = "1.0.0" }}
"""
_HEAD = """\
id = "haus"
version = "{version}"
module = "M4"
title = "Fragen des Hauses"
"""
_DIMENSION = """
[[dimension]]
id = "{id}"
weight = {weight}
"""
_QUESTION = """
[[question]]
id = "{id}"
dimension = "{dimension}"
type = "{type}"
text = "{text}"
short = "{id}"
hint = "Fragen Sie nach einem Beispiel."
evidence = "Beispiel"
roles = ["BM"]
sources = ["EV"]
"""


def write_house_pack(data_folder: Path, version: str) -> None:
    """Write the pack of a version into a data folder, in the place of the other one."""
    folder = data_folder / "packs" / "haus"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "pack.toml").write_text(_PACK.format(version=version), encoding="utf-8")
    (folder / "questionnaire.toml").write_text(_questionnaire(version, newer=version != OLD), encoding="utf-8")


def _questionnaire(version: str, *, newer: bool) -> str:
    dimensions = [("4.1", 2), ("4.2", 1), ("WB2", 1)] + ([] if newer else [("WB3", 1)])
    parts = [_HEAD.format(version=version), *(_DIMENSION.format(id=name, weight=weight) for name, weight in dimensions)]
    parts += [_level("H1.1", "4.1"), _level("H1.5", "4.1")]
    parts.append(_level("H1.2", "4.1", "Wie oft tagt der Rat dazu?" if newer else "", word="Neu" if newer else "Stand"))
    parts.append(_level("H1.3", "4.1", weight=3 if newer else 1))
    parts.append(_level("H1.6", "4.1") if newer else _level("H1.4", "4.1"))
    parts.append(_level("H2.1", "4.2"))
    parts.append(_choice(("Portal", "Brief") if newer else ("Portal", "Treffen")))
    parts.append(_number(10 if newer else 100))
    parts.append(_level("HW.1", "WB2"))
    if not newer:
        parts.append(_level("HW.2", "WB3"))
    return "".join(parts)


def _question(name: str, dimension: str, kind: str, text: str = "") -> str:
    words = text or f"Wie weit ist der Punkt {name}?"
    return _QUESTION.format(id=name, dimension=dimension, type=kind, text=words)


def _level(name: str, dimension: str, text: str = "", *, weight: int = 1, word: str = "Stand") -> str:
    anchors = _list([f"{word} {level} von {name} ist zu sehen." for level in range(5)])
    short = _list([f"{word} {level}" for level in range(5)])
    lines = f'weight = {weight}\nblocking = false\nnot_applicable = "Nur ohne {name}."\n'
    return f"{_question(name, dimension, 'level', text)}{lines}anchors = {anchors}\nanchors_short = {short}\n"


def _choice(choices: Sequence[str]) -> str:
    return _question("H2.2", "4.2", "choice") + f"choices = {_list(choices)}\n"


def _number(maximum: int) -> str:
    return _question("H2.3", "4.2", "number") + f'unit = "Tage"\nminimum = 0\nmaximum = {maximum}\n'


def _list(texts: Sequence[str]) -> str:
    return "[" + ", ".join(f'"{text}"' for text in texts) + "]"
