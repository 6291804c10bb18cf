"""What the handbook sets slanted stands in the program under the same words."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from advisor_app.content.handbook import read_handbook
from advisor_app.domain.handbook import Block, Grid, Paragraph, Points, Remark, Words
from advisor_app.resources_folder import handbook_folder
from tests.content.german_texts import german_texts

MORE = "Mehr"
"""How the handbook calls the button with three dots; its words for those who listen say what is behind it."""

ELSEWHERE = {"Erweitern"}
"""What other programs than this one say: Windows, about a second screen."""

_FIELD = re.compile(r"\{[^}]*\}")
_FEWEST_LETTERS = 5
"""Letters that a text with fields must have beside them; less fits whatever is looked for."""


def words_of(block: Block) -> Iterator[Words]:
    match block:
        case Paragraph(words=words):
            yield words
        case Points(items=items) | Remark(paragraphs=items):
            yield from items
        case Grid(rows=rows):
            yield from (cell for row in rows for cell in row)


def slanted() -> Iterator[tuple[str, str]]:
    """Each label that the handbook names, with its chapter; steps of a way one by one."""
    for chapter in read_handbook(handbook_folder()).chapters.values():
        for block in chapter.blocks:
            for words in words_of(block):
                for span in words:
                    if span.italic:
                        yield from ((chapter.name, step) for step in span.text.split(" → "))


def plain(label: str) -> str:
    return " ".join(label.replace("&", "").split()).rstrip(" …:.")


@pytest.fixture(scope="module")
def labels() -> tuple[frozenset[str], re.Pattern[str]]:
    """Every text of the program as it stands, and those with fields as what they may become."""
    texts = {plain(item.text) for item in german_texts() if not item.file.startswith("docs/")}
    filled = [text for text in texts if len(_FIELD.sub("", text)) >= _FEWEST_LETTERS and _FIELD.search(text)]
    shapes = (".+".join(map(re.escape, _FIELD.split(text))) for text in filled)
    return frozenset(texts), re.compile("|".join(shapes))


def test_every_label_of_the_handbook_stands_in_the_program(labels: tuple[frozenset[str], re.Pattern[str]]) -> None:
    known, filled = labels
    begun = tuple(known)  # a box to be ticked says more behind a comma than the handbook repeats
    missing = [
        f"{chapter}: {label}"
        for chapter, label in slanted()
        if plain(label) not in known | ELSEWHERE | {MORE}
        and not filled.fullmatch(plain(label))
        and not any(text.startswith(f"{plain(label)}, ") for text in begun)
    ]
    assert not missing, f"no page, field or button is called so any more: {', '.join(missing)}"
