"""What is different in agendas, measures, facts and all else of a pack beside its questionnaire, as it is read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import zip_longest

from PySide6.QtCore import QCoreApplication

from advisor_app.ui.pages.contents.blocks import Block, Entry, Heading, Line, Points, Section, Sides, Text

Names = tuple[str, str]
"""What the old and the new version are called."""


def differing_entries(old: Sequence[Section], new: Sequence[Section], names: Names) -> Iterator[Entry]:
    """Section by section what has changed, come and gone, below a heading that counts it; what is the same is named."""
    before, after = ({section.key: section for section in sections} for sections in (old, new))
    same: list[str] = []
    for key in dict.fromkeys((*after, *before)):
        title = (after.get(key) or before[key]).title
        found = list(_of_section(before.get(key), after.get(key), names))
        if found:
            yield Entry(f"{key}/summary", (Heading(title, "section"), _counted(found)))
            yield from (entry for entry, _ in found)
        else:
            same.append(title)
    if same:
        words = QCoreApplication.translate("contents", "Ohne Unterschied: {names}")
        yield Entry("same", (Text(words.format(names=", ".join(same)), tone="ink2"),))


_CHANGED, _ADDED, _REMOVED = range(3)


def _of_section(old: Section | None, new: Section | None, names: Names) -> Iterator[tuple[Entry, int]]:
    """The entries that differ, those of the new version in its order first."""
    translate = QCoreApplication.translate
    before, after = _by_place(old), _by_place(new)
    for place, entry in after.items():
        if place not in before:
            yield _alone(entry, translate("contents", "Neu")), _ADDED
        elif _texts(before[place]) != _texts(entry):
            yield _pair(before[place], entry, names), _CHANGED
    for place, entry in before.items():
        if place not in after:
            yield _alone(entry, translate("contents", "Entfallen")), _REMOVED


def _by_place(section: Section | None) -> dict[tuple[str, str], Entry]:
    return {} if section is None else {(entry.group, entry.key): entry for entry in section.entries}


def _texts(entry: Entry) -> list[str]:
    return [" ".join(text.split()) for block in entry.blocks for text in block.texts]


def _counted(found: Sequence[tuple[Entry, int]]) -> Points:
    translate = QCoreApplication.translate
    words = (
        (_CHANGED, translate("contents", "Geändert: {count}")),
        (_ADDED, translate("contents", "Neu: {count}")),
        (_REMOVED, translate("contents", "Entfallen: {count}")),
    )
    sums = [(said, sum(how == wanted for _, how in found)) for wanted, said in words]
    return Points([said.format(count=count) for said, count in sums if count])


def _alone(entry: Entry, word: str) -> Entry:
    first, *rest = entry.blocks
    return Entry(entry.key, (first, Text(word, "caption", "amber"), *rest))


def _pair(old: Entry, new: Entry, names: Names) -> Entry:
    """An entry with the lines that differ beside each other."""
    before, after = _texts(old), _texts(new)
    lines: list[Line] = []
    for how, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if how != "equal":
            lines += [Line(*both) for both in zip_longest(before[i:j], after[k:m], fillvalue="")]
    first: Block = new.blocks[0]
    heading = first if isinstance(first, Heading) else Heading(after[0])
    return Entry(new.key, (heading, Sides(*names, lines)))
