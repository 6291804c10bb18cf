"""Every kind of document, for a small case, the worked example and an extreme one, made and read back."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest

from advisor_app.documents.paper_blocks import Framed
from advisor_app.documents.render.pdf import render
from advisor_app.documents.theme import load_paper
from tests.documents.reading import all_text, bookmarks, drawable, elements, glyphs, squeezed, story, untagged_text
from tests.documents.samples import CASES, ENDLESS, LONG_WORD
from tests.documents.samples.made import Made, make

_TOLERANCE = 1.0  # points; glyphs may reach a hair beyond their advance


def test_everything_is_told_in_the_order_of_the_story(made: Made) -> None:
    told = [squeezed(item.text) for item in elements(made.rendered.data)]
    place = 0
    for text in story(made.document, aloud=True):
        try:
            place = told.index(text, place)
        except ValueError:
            assert text in told, text
            raise


def test_everything_can_be_read_on_the_pages(made: Made) -> None:
    # PDFium takes a hyphen at the end of a line for one of the layout, also where it is the word's own.
    read = all_text(made.rendered.data).replace("-", "")
    for text in story(made.document, aloud=False):
        if len(text) < 200:  # longer ones may lie on two pages, with head and foot between
            assert text.replace("-", "") in read


def test_nothing_is_cut_and_the_margins_hold_head_and_foot_alone(made: Made) -> None:
    sheet = load_paper(made.document.orientation).sheet
    edges: set[str] = set()
    for glyph in glyphs(made.rendered.data):
        assert glyph.left >= sheet.left - _TOLERANCE, glyph
        assert glyph.right <= sheet.width - sheet.right + _TOLERANCE, glyph
        assert glyph.bottom > 0, glyph
        assert glyph.top < sheet.height, glyph
        if glyph.top > sheet.height - sheet.top + _TOLERANCE or glyph.bottom < sheet.bottom - _TOLERANCE:
            edges.add(glyph.character)
    margins = made.document.margins
    expected = {
        *squeezed(f"{margins.house}{margins.occasion}{margins.state}{margins.name}{margins.code}Seite von 0123456789")
    }
    if made.document.form is not None:
        expected |= {*squeezed(f"Bogen {made.document.form.number}")}
    assert edges <= expected


def test_no_text_is_left_untagged(made: Made) -> None:
    assert untagged_text(made.rendered.data) == ()


def test_every_page_says_what_it_is_and_where(made: Made) -> None:
    read = all_text(made.rendered.data)
    count = made.rendered.pages
    for page in range(1, count + 1):
        assert f"Seite{page}von{count}" in read
    assert read.count(squeezed(made.document.margins.name)) >= count


def test_headings_are_the_bookmarks(made: Made) -> None:
    headings = [item for item in elements(made.rendered.data) if item.role in {"H1", "H2", "H3", "H4"}]
    titles = sum(item.role == "H1" for item in headings)
    outermost = 1 if titles > 1 else 2  # one title is the document's; several are places to go to
    levels = [(int(item.role[1]), squeezed(item.text)) for item in headings]
    told = [(level - outermost, text) for level, text in levels if level >= outermost]
    assert [(depth, squeezed(title)) for depth, title, _page in bookmarks(made.rendered.data)] == told


def test_contents_from_four_pages_up(made: Made) -> None:
    roles = {item.role for item in elements(made.rendered.data)}
    single = all(isinstance(block, Framed) for block in made.document.blocks)  # pages that stand by themselves
    if made.document.form is None and not single:  # one goes through a form from its beginning to its end
        assert ("TOC" in roles) == (made.rendered.pages >= 4)


def test_contents_name_the_pages_of_the_bookmarks(made: Made) -> None:
    entries = [item.text for item in elements(made.rendered.data) if item.role == "TOCI"]
    expected = [(title, page + 1) for depth, title, page in bookmarks(made.rendered.data) if not depth]
    if entries:
        assert [squeezed(entry) for entry in entries] == [squeezed(f"{title}{page}") for title, page in expected]


def test_all_fonts_are_embedded(made: Made) -> None:
    with _opened(made) as pdf:
        fonts = [font for page in pdf.pages for font in page.obj.Resources.get("/Font", {}).values()]
        assert fonts
        for font in fonts:
            assert "/FontFile2" in font.FontDescriptor
            assert "SourceSans3" in str(font.BaseFont)


def _opened(made: Made) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(made.rendered.data))


def test_the_file_knows_its_title_author_and_language(made: Made) -> None:
    with _opened(made) as pdf:
        assert str(pdf.docinfo["/Title"]) == made.document.title
        assert str(pdf.docinfo["/Author"]) == drawable(made.document.author)
        assert str(pdf.Root.Lang) == "de-DE"
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        assert bool(pdf.Root.MarkInfo.Marked)


def test_equal_input_gives_equal_bytes(made: Made) -> None:
    assert render(made.document, lambda _done: None).data == made.rendered.data


def test_tables_have_headers_and_figures_words(made: Made) -> None:
    told = elements(made.rendered.data)
    assert {item.scope for item in told if item.role == "TH"} <= {"Row", "Column"}
    assert all(len(item.alternative) > 20 for item in told if item.role == "Figure")


@pytest.mark.parametrize("case", CASES)
def test_a_result_report_has_at_most_twelve_pages_before_its_annex(case: str) -> None:
    assert make("result-report", case).rendered.core_pages <= 12


def test_a_cell_of_several_pages_is_printed_whole() -> None:
    rendered = make("use-case", "extreme").rendered
    told = [squeezed(item.text) for item in elements(rendered.data)]
    assert squeezed(ENDLESS) in told
    read = all_text(rendered.data)
    positions = [read.index(f"Satz{number}mitdemWort") for number in range(260)]
    assert positions == sorted(positions)


def test_what_the_typeface_lacks_is_reported() -> None:
    assert make("use-case", "extreme").rendered.substituted == ("\N{GRINNING FACE}", "\u4e2d", "\u6587")
    assert make("use-case", "full").rendered.substituted == ()


def test_long_words_are_broken_between_syllables() -> None:
    read = all_text(make("implementation-plan", "extreme").rendered.data)
    assert LONG_WORD in read
