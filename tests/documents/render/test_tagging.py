"""What somebody hears who does not see the page: links, parted words, headings, headers of cells, odd text."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advisor_app.charts.gantt import Gantt
from advisor_app.documents.blocks import (
    Block,
    Bullets,
    Callout,
    Column,
    Columns,
    Fact,
    FactGrid,
    FactTable,
    Figure,
    Heading,
    KeyFigure,
    KeyFigures,
    Lines,
    PageBreak,
    Paragraph,
    Row,
    RowKind,
    Run,
    Steps,
    Table,
    TitleBlock,
)
from advisor_app.documents.paper_blocks import (
    AddressField,
    Picture,
    SignatureLines,
    Tick,
    TickBox,
    TickList,
    WritingLines,
)
from advisor_app.documents.render.fonts import register_fonts
from advisor_app.documents.render.pdf import Rendered, render
from advisor_app.domain.errors import AdvisorError, Problem
from tests.charts.examples.courses import gantt, measure
from tests.documents.check.flaws import Expected, flaws
from tests.documents.check.story import told_by_blocks, told_by_file
from tests.documents.check.tagged import Node, tagged
from tests.documents.check.validator import complaints
from tests.documents.reading import bookmarks
from tests.documents.samples.odd import ENDLESS, LONG_WORD, NASTY, NO_BREAKS
from tests.documents.samples.probe import ADDRESS, SENTENCE, photo, probe


def made(*blocks: Block) -> Rendered:
    return render(probe(TitleBlock(title="Probe"), *blocks), lambda _done: None)


@contextmanager
def opened(rendered: Rendered) -> Iterator[tuple[pikepdf.Pdf, Node]]:
    with pikepdf.open(BytesIO(rendered.data)) as pdf:
        root = tagged(pdf).root
        assert root is not None
        yield pdf, root


def faults(rendered: Rendered) -> list[str]:
    feet = [f"Seite {page} von {rendered.pages}" for page in range(1, rendered.pages + 1)]
    expected = Expected(language="de-DE", margins=("Haus", "Anlass", "Stand", "Name", *feet))
    return [
        *flaws(rendered.data, expected),
        *complaints(rendered.data, "ua1"),
        *complaints(rendered.data, "2a"),
    ]


def links(pdf: pikepdf.Pdf) -> list[Any]:
    return [annotation for page in pdf.pages for annotation in page.obj.get("/Annots", [])]


# Links


def test_a_link_over_several_lines_is_one_link_with_all_its_words() -> None:
    words = SENTENCE * 3
    rendered = made(Paragraph(text=(Run("Siehe "), Run(words, address=ADDRESS), Run(" und mehr."))))
    with opened(rendered) as (pdf, root):
        (node,) = root.all("Link")
        assert node.text.replace("\N{SOFT HYPHEN}", "").split() == words.split()
        (annotation,) = links(pdf)
        assert str(annotation.A.URI) == ADDRESS
        assert ADDRESS in str(annotation.Contents)
        lines = len(annotation.QuadPoints) // 8
        assert lines >= 3
        tops = [float(annotation.QuadPoints[8 * line + 1]) for line in range(lines)]
        assert tops == sorted(tops, reverse=True)
    assert faults(rendered) == []


def test_a_link_over_two_pages_is_one_link_with_a_place_on_each() -> None:
    room = Paragraph(text="\n".join("Zeile" for _ in range(42)))
    rendered = made(room, Paragraph(text=(Run("Siehe "), Run(SENTENCE * 12, address=ADDRESS))))
    assert rendered.pages == 2
    with opened(rendered) as (pdf, root):
        (node,) = root.all("Link")
        assert len(node.annotations) == 2
        assert [len(page.obj.get("/Annots", [])) for page in pdf.pages] == [1, 1]
        assert node.text.replace("\N{SOFT HYPHEN}", "").split() == (SENTENCE * 12).split()
    assert faults(rendered) == []


def test_links_of_the_same_words_are_two() -> None:
    link = (Run("hier", address=ADDRESS), Run(" und "), Run("hier", address=ADDRESS))
    rendered = made(Paragraph(text=link), Bullets((link,)))
    with opened(rendered) as (pdf, root):
        assert [node.text for node in root.all("Link")] == ["hier"] * 4
        assert len(links(pdf)) == 4


def test_a_link_in_the_text_leads_to_a_heading_that_comes_later() -> None:
    rendered = made(
        Paragraph(text=(Run("Siehe "), Run(SENTENCE * 2, anchor="plan#kosten"), Run("."))),
        PageBreak(),
        Heading(2, "Plan", "plan"),
        Heading(3, "Kosten", "plan#kosten"),
    )
    with opened(rendered) as (pdf, root):
        (node,) = root.all("Link")
        assert node.text.replace("\N{SOFT HYPHEN}", "").split() == (SENTENCE * 2).split()
        (annotation,) = links(pdf)
        assert annotation.Dest[0].objgen == pdf.pages[1].obj.objgen
        assert "/A" not in annotation
    assert faults(rendered) == []


def test_a_link_leads_to_one_place() -> None:
    with pytest.raises(ValueError, match="one place"):
        Run("hier", address=ADDRESS, anchor="plan")


def test_a_list_whose_order_counts_says_its_numbers() -> None:
    steps = Bullets(tuple(f"Schritt {number}" for number in range(1, 12)), numbered=True)
    document = probe(TitleBlock(title="Ablauf"), steps)
    rendered = render(document, lambda _done: None)
    with opened(rendered) as (_pdf, root):
        (items,) = root.all("L")
        assert [node.text for node in items.all("Lbl")] == [f"{number}." for number in range(1, 12)]
        assert told_by_file(root) == told_by_blocks(document)
    assert faults(rendered) == []


def test_addresses_are_written_so_that_every_reader_understands_them() -> None:
    rendered = made(Paragraph(text=(Run("Bürgerbüro", address="https://www.münchen.example/a b".replace(" ", "%20")),)))
    with opened(rendered) as (pdf, _root):
        assert str(links(pdf)[0].A.URI) == "https://www.m%C3%BCnchen.example/a%20b"


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "www.example.org", "https://a b"])
def test_other_addresses_are_refused(address: str) -> None:
    with pytest.raises(ValueError, match="no link leads to"):
        Run("hier", address=address)


# Parted words


def test_a_word_that_a_line_parts_is_read_in_one() -> None:
    rendered = made(Paragraph(text=f"{SENTENCE}{LONG_WORD} {LONG_WORD} {NO_BREAKS} {SENTENCE}"))
    with opened(rendered) as (_pdf, root):
        paragraph = next(root.all("P"))
        assert LONG_WORD in {span.actual for span in paragraph.all("Span")}
        assert paragraph.text == f"{SENTENCE}{LONG_WORD} {LONG_WORD} {NO_BREAKS} {SENTENCE}".strip()


def test_a_word_that_a_page_parts_is_read_in_one() -> None:
    words = " ".join([LONG_WORD] * 200)
    rendered = made(Heading(2, "Wörter"), Paragraph(text=words))
    assert rendered.pages > 2
    with opened(rendered) as (_pdf, root):
        paragraph = next(root.all("P"))
        assert paragraph.text == words
        assert any(len({page for page, _number in span.numbers}) == 2 for span in paragraph.all("Span"))
    assert faults(rendered) == []


# Headings, tables, lists


def test_headings_skip_no_level() -> None:
    rendered = made(Heading(4, "Vier"), Heading(2, "Zwei"), Heading(4, "Vier"), Heading(4, "Vier"), Heading(3, "Drei"))
    with opened(rendered) as (_pdf, root):
        assert [node.role for node in root.walk() if node.role[0] == "H"] == ["H1", "H2", "H2", "H3", "H4", "H3"]
    assert faults(rendered) == []


def test_several_titles_are_places_to_go_to() -> None:
    rendered = made(Heading(2, "Zwei"), PageBreak(), TitleBlock(title="Andere"), Heading(2, "Zwei"), Heading(4, "Vier"))
    assert [(depth, title, page) for depth, title, page in bookmarks(rendered.data)] == [
        (0, "Probe", 0),
        (1, "Zwei", 0),
        (0, "Andere", 1),
        (1, "Zwei", 1),
        (2, "Vier", 1),
    ]
    assert faults(rendered) == []


def test_what_says_nothing_is_left_out() -> None:
    rendered = made(Heading(2, " "), Bullets(("", "eins", " ")), Paragraph(text=""))
    with opened(rendered) as (_pdf, root):
        assert [node.role for node in root.walk()] == ["Document", "H1", "L", "LI", "Lbl", "LBody"]
    assert faults(rendered) == []


def test_cells_below_a_group_name_all_their_headers() -> None:
    columns = (Column(title="Nr."), Column(title="Maßnahme", weight=1), Column(title="Summe"))
    rows = (
        Row(("1", "Pegel", "5")),
        Row(("Sofort",), RowKind.GROUP),
        Row(("2", "Sensoren", "6")),
        Row(("", "Zusammen", "11"), RowKind.TOTAL),
    )
    rendered = made(Table(columns=columns, rows=rows, summary="Maßnahmen", header=1))
    with opened(rendered) as (_pdf, root):
        titles = {node.identifier: node.text for node in root.all("TH")}
        heard = {
            node.text: [titles[str(name)] for name in node.attributes["Headers"]]
            for node in root.all("TH", "TD")
            if "Headers" in node.attributes
        }
        assert heard["5"] == ["Summe", "Pegel"]
        assert heard["6"] == ["Summe", "Sofort", "Sensoren"]
        assert heard["11"] == ["Summe", "Zusammen"]
        group = next(node for node in root.all("TH") if node.text == "Sofort")
        assert int(group.attributes["ColSpan"]) == 3
    assert faults(rendered) == []


def test_facts_side_by_side_are_rows_of_their_own() -> None:
    rendered = made(FactGrid((Fact("a", "1"), Fact("b", "2"), Fact("c", "3"))))
    with opened(rendered) as (_pdf, root):
        assert [[cell.text for cell in row.children] for row in root.all("TR")] == [["a", "1"], ["b", "2"], ["c", "3"]]


def test_lists_say_how_they_are_counted() -> None:
    rendered = made(Bullets(("eins",)), KeyFigures((KeyFigure("2,4", "Stufe"), KeyFigure("3", "Fragen"))))
    with opened(rendered) as (_pdf, root):
        assert [str(node.attributes["ListNumbering"]) for node in root.all("L")] == ["/Disc", "/None"]
    assert faults(rendered) == []


# Odd text in every place


def everywhere(text: str) -> tuple[Block, ...]:
    return (
        Heading(2, text),
        Paragraph(text=(Run(text, strong=True), Run(text, address=ADDRESS), Run(text))),
        Bullets((text, text)),
        Callout((text,)),
        KeyFigures((KeyFigure(text, text), KeyFigure("1", text))),
        FactGrid((Fact(text, text), Fact("Feld", Lines((text, text))))),
        FactTable((Fact(text, Lines((text, text))),)),
        Table(
            columns=(Column(title=text), Column(title=text, weight=1)),
            rows=(Row((text,), RowKind.GROUP), Row((text, (Run(text),)))),
            summary=text,
        ),
        Steps(titles=(text, text), current=0, words=f"Zwei Stufen: {text}"),
        Figure(chart=gantt_of(text), caption=text),
        Paragraph(text=(TickBox(f"Ja {text}"), Run(text))),
        WritingLines(label=text, count=2),
        TickList(ticks=(Tick(mark="0", text=f"Wahl {text}"), Tick(text=f"Wahl {text}", ticked=True)), columns=2),
        SignatureLines((text, "Ort, Datum")),
        AddressField(sender=text, recipient=(text, "35999 Ort"), information=(Fact(text, text),)),
        Picture(content=photo(60, 40), words=f"Ein Blatt mit Zielen: {text}", caption=text),
    )


def gantt_of(text: str) -> Gantt:
    return replace(gantt(), title=text, measures=(measure(1, (2027, 1), (2027, 2), "A", title=text),))


@pytest.mark.parametrize("name", NASTY)
def test_whatever_is_typed_makes_a_sound_document(name: str) -> None:
    text = NASTY[name]
    blocks = (TitleBlock(title=text, subtitle=text), *everywhere(text))
    document = replace(probe(*blocks), title=text, subject=text, author=text)
    rendered = render(document, lambda _done: None)
    assert faults(rendered) == []
    with opened(rendered) as (_pdf, root):
        assert told_by_file(root) == told_by_blocks(document)


def test_fifty_thousand_characters_are_told_whole() -> None:
    text = (ENDLESS * 3)[:50_000]
    document = probe(
        TitleBlock(title="Probe"),
        Heading(2, "Notizen"),
        Paragraph(text=text),
        Callout((text,)),
        FactTable((Fact("Notiz", text),)),
        Columns((Paragraph(text=text),), (Bullets((text,)),)),
    )
    rendered = render(document, lambda _done: None)
    assert rendered.pages > 30
    assert faults(rendered) == []
    with opened(rendered) as (_pdf, root):
        assert told_by_file(root) == told_by_blocks(document)


@settings(max_examples=25)
@given(st.text(max_size=120), st.text(max_size=40))
def test_any_text_makes_a_sound_document(text: str, other: str) -> None:
    rendered = render(probe(TitleBlock(title="Probe"), *everywhere(text + other)), lambda _done: None)
    assert faults(rendered) == []


# The typeface


def test_a_missing_font_is_told_in_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(AdvisorError) as caught:
        register_fonts(tmp_path)
    assert caught.value.problem is Problem.FONT_MISSING
    assert str(tmp_path) in str(caught.value.details["file"])


def test_a_broken_font_is_told_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "SourceSans3-Regular.ttf").write_bytes(b"no font")
    with pytest.raises(AdvisorError) as caught:
        register_fonts(tmp_path)
    assert caught.value.problem is Problem.FONT_MISSING


def test_characters_for_private_use_are_not_drawn() -> None:
    assert not any(0xE000 <= ord(character) <= 0xF8FF for character in register_fonts())


def test_a_huge_photo_makes_a_small_and_sound_document() -> None:
    picture = Picture(content=photo(8000, 6000), words="Flipchart mit drei Zielen der Gemeinde", caption="Ziele")
    rendered = made(Paragraph(text=SENTENCE), picture)
    assert len(rendered.data) < 3_000_000
    assert faults(rendered) == []
