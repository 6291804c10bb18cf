"""What two people in a room could see differently is counted: no anchor of any module rests on a vague word."""

import re
from collections.abc import Iterator

import pytest

from advisor_app.content.packs import load_catalog
from advisor_app.domain.catalog import Catalog
from advisor_app.domain.commune import CommuneKind
from advisor_app.resources_folder import resources_folder

# What stands for a number that nobody has named; "die häufigsten" is a rank, and "etwa" begins an example.
VAGUE = re.compile(
    r"\b(?:überwiegend|meist|meistens|zumeist|die meisten|den meisten|weitgehend|größtenteils|kaum|oft|häufig|selten"
    r"|gelegentlich|manchmal|regelmäßig\w*|teilweise|einigermaßen|ausreichend\w*|angemessen\w*|ziemlich|ungefähr"
    r"|systematisch\w*|zeitnah|möglichst|gut|besser|umfassend\w*|grundsätzlich|in der Regel)\b",
    re.IGNORECASE,
)
COUNTED = re.compile(r"wie oft")
"""Where the anchor itself says that it is counted."""


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return load_catalog([resources_folder() / "content"])


def anchors(catalog: Catalog, kind: CommuneKind) -> Iterator[tuple[str, int, str]]:
    for questionnaire in catalog.questionnaires.values():
        for question in questionnaire.questions:
            for level, anchor in enumerate(question.wording(kind).anchors or ()):
                yield question.id, level, anchor


@pytest.mark.parametrize("kind", CommuneKind)
def test_no_anchor_rests_on_a_vague_word(catalog: Catalog, kind: CommuneKind) -> None:
    vague = [(*found, VAGUE.findall(COUNTED.sub("", found[2]))) for found in anchors(catalog, kind)]
    assert [found for found in vague if found[3]] == []


@pytest.mark.parametrize("kind", CommuneKind)
def test_a_level_that_builds_on_another_says_what_comes_on_top(catalog: Catalog, kind: CommuneKind) -> None:
    """Whoever builds on another level names the one below, and says in five words at least what comes on top."""
    for name, level, anchor in anchors(catalog, kind):
        built_on = re.match(r"Wie Stufe (\d)(.*)", anchor)
        if built_on is not None:
            assert int(built_on.group(1)) == level - 1, name
            assert len(built_on.group(2).split()) >= 5, name


@pytest.mark.parametrize("kind", CommuneKind)
def test_a_half_of_the_offices_ends_at_one_level_and_begins_at_the_next(catalog: Catalog, kind: CommuneKind) -> None:
    """Neither "more than" nor "at least" the half on both sides: exactly the half belongs to one of the two."""
    for questionnaire in catalog.questionnaires.values():
        for question in questionnaire.questions:
            text = " ".join(question.wording(kind).anchors or ())
            below, from_half = "höchstens die Hälfte" in text, "mindestens die Hälfte" in text
            assert not (below and from_half), question.id
