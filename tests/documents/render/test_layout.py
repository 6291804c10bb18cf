"""From blocks to pages: tables, headings and what they keep together, seen in finished files."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from advisor_app.documents.blocks import (
    Align,
    Block,
    Bullets,
    Callout,
    Column,
    Columns,
    Contents,
    Fact,
    FactGrid,
    FactTable,
    Heading,
    KeepTogether,
    KeyFigure,
    KeyFigures,
    LevelChip,
    Lines,
    PageBreak,
    Paragraph,
    Row,
    RowKind,
    Run,
    Table,
    TitleBlock,
)
from advisor_app.documents.render.pdf import Rendered, render
from advisor_app.documents.theme import load_paper
from tests.documents.reading import Glyph, elements, glyphs, page_texts, squeezed, story
from tests.documents.samples.probe import probe


def made(*blocks: Block) -> Rendered:
    return render(probe(*blocks), lambda _done: None)


def pages(*blocks: Block) -> list[str]:
    return [squeezed(text) for text in page_texts(made(*blocks).data)]


def table(count: int, *, total: bool = False, words: str = "Zeile") -> Table:
    rows = tuple(Row((str(number), f"{words} {number}x")) for number in range(count))
    last = (Row(("", "Summe"), RowKind.TOTAL),) if total else ()
    columns = (Column(title="Nummer", align=Align.END), Column(title="Inhalt", weight=1))
    return Table(columns=columns, rows=rows + last, summary="Zeilen")


def lines(count: int) -> Paragraph:
    return Paragraph(text="\n".join(f"Zeile {number}" for number in range(count)))


def test_tables_that_match_have_their_columns_at_one_place() -> None:
    def begins(*, matches: bool) -> set[float]:
        columns = (Column(title="Begriff", weight=1), Column(title="Yy", weight=2))
        names = ("Akte", "Gremieninformationssystem")
        tables = (
            Table(
                columns=columns,
                rows=(
                    Row(
                        (name, "lang " * 40),
                    ),
                ),
                summary=name,
                matches=matches,
            )
            for name in names
        )
        return {round(glyph.left, 1) for glyph in glyphs(made(*tables).data) if glyph.character == "Y"}

    assert len(begins(matches=True)) == 1
    assert len(begins(matches=False)) == 2


def test_table_heads_repeat_but_are_told_once() -> None:
    rendered = made(table(100))
    assert rendered.pages > 2
    assert all("NummerInhalt" in squeezed(text) for text in page_texts(rendered.data))
    assert [item.text for item in elements(rendered.data) if item.role == "TH" and item.scope == "Column"] == [
        "Nummer",
        "Inhalt",
    ]


@pytest.mark.parametrize("height", range(40, 52))
def test_a_row_is_on_one_page(height: int) -> None:
    tall = Table(
        columns=(Column(title="Spalte", weight=1),),
        rows=tuple(Row((Lines((f"Anfang{number:02}", "Mitte", f"Ende{number:02}")),)) for number in range(30)),
        summary="Zeilen",
    )
    for text in pages(lines(height), tall):
        for number in range(30):
            assert (f"Anfang{number:02}Mitte" in text) == (f"MitteEnde{number:02}" in text)


@pytest.mark.parametrize("count", range(30, 46))
def test_headings_and_totals_never_stand_alone(count: int) -> None:
    found = pages(lines(count), Heading(2, "Abschnitt"), table(3, total=True))
    holder = next(text for text in found if "Abschnitt" in text)
    assert "Zeile0x" in holder
    last = next(text for text in found if "Summe" in text)
    assert "Zeile2x" in last


@pytest.mark.parametrize("count", range(36, 50))
def test_a_paragraph_leaves_no_line_alone(count: int) -> None:
    text = " ".join(f"Wort{number:03}" for number in range(60))
    found = pages(lines(count), Paragraph(text=text))
    parts = [page.count("Wort") for page in found if "Wort" in page]
    if len(parts) == 2:
        # A line holds nine of these words, so two lines at least stand on each side.
        assert min(parts) > 9


def test_group_rows_lead_what_follows() -> None:
    for count in range(28, 40):
        rows = tuple(Row((str(number), "Zeile")) for number in range(count))
        group = (Row(("Gruppe",), RowKind.GROUP), Row(("999", "Erste der Gruppe")))
        spread = Table(columns=table(1).columns, rows=rows + group, summary="Gruppen")
        holder = next(text for text in pages(spread) if "Gruppe999" in text or "Gruppe" in text)
        assert "ErstederGruppe" in holder


def test_what_is_kept_together_shares_a_page() -> None:
    group = KeepTogether((Heading(3, "Kopf"), Paragraph(text="Anfang"), lines(10), Paragraph(text="Schluss")))
    holder = next(text for text in pages(lines(42), group) if "Kopf" in text)
    assert "Schluss" in holder


def test_columns_stand_side_by_side() -> None:
    rendered = made(Columns(left=(Paragraph(text="links"),), right=(Paragraph(text="rechts"),)))
    (left,) = _find(rendered.data, "links")
    (right,) = _find(rendered.data, "rechts")
    assert left.bottom == pytest.approx(right.bottom, abs=4)
    assert right.left > load_paper().sheet.width / 2


def test_figures_are_set_flush_right() -> None:
    rows = tuple(Row((value, "x")) for value in ("7", "1.007", "11.117"))
    data = made(Table(columns=table(1).columns, rows=rows, summary="Zahlen")).data
    ends = [glyph.right for glyph in glyphs(data) if glyph.character == "7"]
    assert len(ends) == 3
    assert max(ends) - min(ends) < 0.1


def _find(data: bytes, word: str) -> list[Glyph]:
    """First glyphs of the places where a word stands."""
    found = list(glyphs(data))
    text = "".join(glyph.character for glyph in found)
    return [found[index] for index in range(len(text)) if text.startswith(word, index)]


def test_page_breaks_and_contents() -> None:
    blocks: list[Block] = [TitleBlock(title="Probe"), Contents()]
    for number in range(4):
        blocks += [Heading(2, f"Abschnitt {number}"), Heading(3, f"Unter {number}"), PageBreak()]
    found = pages(*blocks)
    assert len(found) == 4
    assert "InhaltAbschnitt01Abschnitt12Abschnitt23Abschnitt34" in found[0]
    assert "Inhalt" not in "".join(pages(*blocks[:-3]))


def test_chips_are_told_as_words() -> None:
    rendered = made(Paragraph(text=(LevelChip(2, "Stufe 2, teilweise"), Run(" und mehr"))))
    assert [item.text for item in elements(rendered.data) if item.role == "P"] == ["Stufe 2, teilweise und mehr"]


def test_user_text_is_never_markup() -> None:
    text = "<para><b>fett</b></para> {name} %(x)s \\n BT /F1"
    rendered = made(TitleBlock(title=text), Paragraph(text=text), Bullets((text,)), Callout((text,)))
    told = [squeezed(item.text) for item in elements(rendered.data)]
    assert told.count(squeezed(text)) == 5  # title, paragraph, list item, note and its paragraph


def test_blocks_that_open_pages_cannot_stand_inside_others() -> None:
    with pytest.raises(ValueError, match="PageBreak"):
        made(KeepTogether((PageBreak(),)))


def test_marking_content_relies_on_one_private_name() -> None:
    # The canary for ``Surface._write``: ReportLab keeps a page's operators in this list until the page is shown.
    file = BytesIO()
    canvas = Canvas(file, pageCompression=0, invariant=1)
    canvas._code.append("/P <</MCID 0>> BDC EMC")  # type: ignore[attr-defined]  # what the canary is about
    canvas.showPage()
    canvas.save()
    with pikepdf.open(file) as pdf:
        assert b"/P <</MCID 0>> BDC EMC" in pdf.pages[0].obj.Contents.read_bytes()


WORDS = st.text(alphabet="abcdefgäöüß -–.,<&\n\N{GRINNING FACE}", min_size=1, max_size=400)


@settings(max_examples=30)
@given(st.lists(WORDS, min_size=1, max_size=6), st.integers(0, 60))
def test_whatever_is_written_is_told_and_nothing_is_cut(texts: list[str], offset: int) -> None:
    blocks: list[Block] = [lines(offset + 1)]
    for text in texts:
        blocks += [
            Paragraph(text=text),
            FactTable((Fact(text, Lines((text, text))),)),
            FactGrid((Fact("Feld", text), Fact(text, "Wert"))),
            KeyFigures((KeyFigure(text, text), KeyFigure("1", text))),
            Table(
                columns=(Column(title=text), Column(title=text, weight=1), Column(title="Ende")),
                rows=(Row((text, text, text)),),
                summary="Probe",
            ),
        ]
    tested = probe(*blocks)
    data = render(tested, lambda _done: None).data
    told = {squeezed(item.text) for item in elements(data)}
    assert set(story(tested, aloud=True)) <= told
    sheet = load_paper().sheet
    assert all(glyph.left >= sheet.left - 1 and glyph.right <= sheet.width - sheet.right + 1 for glyph in glyphs(data))
