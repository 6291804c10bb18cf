"""The handbook as a PDF: contents, links from chapter to chapter, pictures that are told, both standards."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from io import BytesIO
from itertools import pairwise

import pikepdf
import pytest

from advisor_app.content.handbook import read_handbook
from advisor_app.documents import blocks
from advisor_app.documents.handbook import HandbookInput, build
from advisor_app.documents.paper_blocks import Picture
from advisor_app.documents.render.pdf import Rendered, render
from advisor_app.domain.handbook import Grid, Handbook
from advisor_app.resources_folder import handbook_folder
from advisor_app.services.handbook import picture_file
from advisor_app.texts import load_texts
from tests.documents.check.flaws import Expected, flaws
from tests.documents.check.story import told_by_blocks, told_by_file
from tests.documents.check.tagged import tagged
from tests.documents.check.validator import complaints
from tests.documents.reading import bookmarks, page_texts, squeezed
from tests.documents.samples.probe import SENTENCE, photo

README = """# Handbuch

Womit man anfängt.

## Teil

| Kapitel | Worum es geht |
|---|---|
| [Eins](01-eins.md) | das Erste |
| [Zwei](02-zwei.md) | das Zweite |

## Durch das Beispiel

1. Öffnen
2. Ansehen
"""
ONE = f"""# Eins
<!-- page: plan -->

{SENTENCE * 30}

![Die Seite mit dem Plan und seinen Balken](../screenshots/plan.jpg)

## Weiter

Mehr steht unter [Zwei](02-zwei.md) und [ganz unten](02-zwei.md#unten), nichts unter *Fälle* mit `--json`.

| Taste | Wirkung |
|---|---|
| Strg+K | {SENTENCE * 3} |

    ./run case list
"""
TWO = """# Zwei

> Zurück zu [Eins](01-eins.md#weiter).

## Mitte

- ein Punkt

### Unten

Das Ende.
"""


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> HandbookInput:
    folder = tmp_path_factory.mktemp("handbook")
    for name, text in (("README", README), ("01-eins", ONE), ("02-zwei", TWO)):
        (folder / f"{name}.md").write_text(text, "utf-8")
    return given(read_handbook(folder))


@pytest.fixture(scope="module")
def rendered(small: HandbookInput) -> Rendered:
    return render(build(small), lambda _done: None)


def given(handbook: Handbook) -> HandbookInput:
    return HandbookInput(
        handbook=handbook,
        pictures=lambda name: photo(400, 300) if name == "plan.jpg" else picture_file(name).read_bytes(),
        version="1.2.3",
        made_on=date(2026, 11, 22),
        texts=load_texts("de"),
    )


def test_it_follows_both_standards_and_says_what_its_blocks_say(small: HandbookInput, rendered: Rendered) -> None:
    document = build(small)
    margins = document.margins
    feet = [small.texts("documents.page", page=page, pages=rendered.pages) for page in range(1, rendered.pages + 1)]
    expected = Expected(language="de-DE", margins=(margins.house, margins.occasion, margins.state, *feet))
    assert flaws(rendered.data, expected) == []
    assert complaints(rendered.data, "ua1") == []
    assert complaints(rendered.data, "2a") == []
    with pikepdf.open(BytesIO(rendered.data)) as pdf:
        root = tagged(pdf).root
        assert root is not None
        assert told_by_file(root) == told_by_blocks(document)
        assert [node.alternative for node in root.all("Figure")] == ["Die Seite mit dem Plan und seinen Balken"]


def test_contents_and_bookmarks_lead_through_the_chapters(rendered: Rendered) -> None:
    listed = [(0, "Durch das Beispiel"), (0, "Eins"), (1, "Weiter"), (0, "Zwei"), (1, "Mitte"), (2, "Unten")]
    assert [(depth, title) for depth, title, _page in bookmarks(rendered.data)] == listed
    first, *_, last = page_texts(rendered.data)
    assert f"Zwei{rendered.pages}" in squeezed(first)
    assert squeezed(last).find("DasEnde.") > 0


def test_links_lead_from_chapter_to_chapter(rendered: Rendered) -> None:
    with pikepdf.open(BytesIO(rendered.data)) as pdf:
        pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        led = {
            str(annotation.Contents): pages[annotation.Dest[0].objgen]
            for page in pdf.pages
            for annotation in page.obj.get("/Annots", [])
        }
    assert {led["Zwei"], led["ganz unten"]} == {rendered.pages - 1}
    assert led["Eins"] < rendered.pages - 1


def test_every_chapter_of_the_real_one_begins_on_a_page_of_its_own_and_every_link_has_its_heading() -> None:
    handbook = read_handbook(handbook_folder())
    document = build(given(handbook))
    chapters = [chapter for part in handbook.parts for chapter in part.chapters]
    begun = [
        after.text
        for before, after in pairwise(document.blocks)
        if isinstance(before, blocks.PageBreak) and isinstance(after, blocks.Heading)
    ]
    assert begun == [chapter.title for chapter in chapters]
    anchors = {block.anchor for block in document.blocks if isinstance(block, blocks.Heading)}
    assert {run.anchor for run in runs(document.blocks) if run.anchor} <= anchors
    pictures = [block for block in document.blocks if isinstance(block, Picture)]
    assert len(pictures) == sum(len(list(chapter.pictures)) for chapter in chapters)
    assert all(len(picture.words) >= 12 for picture in pictures)


def test_columns_of_tables_that_are_alike_stand_in_line() -> None:
    handbook = read_handbook(handbook_folder())
    told = handbook.chapters["10-tasten"].blocks
    document = build(given(handbook))
    grids = [block.titles for block in told if isinstance(block, Grid)]
    tables = [
        block
        for block in document.blocks
        if isinstance(block, blocks.Table) and tuple(column.title for column in block.columns) == ("Taste", "Wirkung")
    ][-len(grids) :]
    assert len({tuple(column.weight for column in table.columns) for table in tables}) == 1
    assert all(table.matches for table in tables)


def runs(told: tuple[blocks.Block, ...]) -> Iterator[blocks.Run]:
    for block in told:
        match block:
            case blocks.Paragraph(text=tuple() as text):
                yield from (item for item in text if isinstance(item, blocks.Run))
            case blocks.Bullets(items=texts) | blocks.Callout(paragraphs=texts):
                yield from (item for text in texts for item in text if isinstance(item, blocks.Run))
            case blocks.Table():
                yield from (item for row in block.rows for cell in row.cells for item in cell)  # type: ignore[union-attr, misc]  # cells of the handbook are runs of words


def test_equal_handbooks_give_equal_bytes(small: HandbookInput, rendered: Rendered) -> None:
    assert render(build(small), lambda _done: None).data == rendered.data
