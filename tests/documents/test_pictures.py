"""Every page of every sample looks as it did when somebody last looked at it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from advisor_app.documents.blocks import Callout, Document, Paragraph, TitleBlock
from advisor_app.documents.render.pdf import render
from tests.documents.pictures import FOLDER, PROBE, data_of, differences, file_of, kept
from tests.documents.samples.made import ALL
from tests.documents.samples.probe import every_block

KEPT = tuple(sample for sample in (*ALL, PROBE) if file_of(*sample).exists())


@pytest.mark.parametrize("sample", KEPT, ids="-".join)
def test_pages_look_as_they_did(sample: tuple[str, str]) -> None:
    found = list(differences(data_of(*sample), kept(file_of(*sample))))
    assert found == [], f"look at the pages; if they are right: python -m tests.documents.pictures {sample[0]}"


def test_no_sample_lacks_its_picture_and_no_picture_its_sample() -> None:
    # Pictures are taken of all kinds at once, when all of them have been looked at.
    wanted = {file_of(*sample).name for sample in (*ALL, PROBE)}
    found = {file.name for file in FOLDER.glob("*.png")}
    assert found in (wanted, {file_of(*PROBE).name})


def changed(document: Document) -> list[str]:
    return list(differences(render(document, lambda _done: None).data, kept(file_of(*PROBE))))


def test_the_same_pages_look_the_same() -> None:
    assert changed(every_block()) == []


def test_another_sentence_is_seen() -> None:
    document = every_block()
    blocks = [
        Paragraph(text="Ein anderer Satz.") if isinstance(block, Paragraph) else block for block in document.blocks
    ]
    assert changed(replace(document, blocks=tuple(blocks))) != []


def test_a_missing_word_in_a_heading_is_seen() -> None:
    document = every_block()
    title = document.blocks[0]
    assert isinstance(title, TitleBlock)
    title = replace(title, title="Teile")
    assert any("page 1 " in found for found in changed(replace(document, blocks=(title, *document.blocks[1:]))))


def test_another_colour_is_seen() -> None:
    document = every_block()
    assert changed(replace(document, brand=replace(document.brand, accent="#7A1F5C"))) != []


def test_another_number_of_pages_is_seen() -> None:
    document = every_block()
    more = tuple(Callout(("Noch ein Absatz",)) for _ in range(60))
    assert "pages instead of" in changed(replace(document, blocks=(*document.blocks, *more)))[0]
