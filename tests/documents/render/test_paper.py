"""Places to write on, cards to cut out, letters, photos and sheets that are turned, as they come onto the page."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from itertools import pairwise

import pikepdf
import pypdfium2 as pdfium  # type: ignore[import-untyped]  # the package ships no types
import pytest
from PIL import Image

from advisor_app.documents.blocks import (
    Block,
    Column,
    Document,
    Fact,
    Lines,
    Margins,
    Paragraph,
    ParagraphKind,
    Row,
    Run,
    Table,
    Text,
    TitleBlock,
)
from advisor_app.documents.paper_blocks import (
    AddressField,
    Card,
    CardSheet,
    Framed,
    Orientation,
    Picture,
    SignatureLines,
    Tick,
    TickBox,
    TickList,
    WritingLines,
)
from advisor_app.documents.render.pdf import Rendered, render
from advisor_app.documents.theme import POINTS_PER_MILLIMETRE, load_paper
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.texts import load_texts
from tests.documents.reading import elements, glyphs, page_texts, untagged_text

MM = POINTS_PER_MILLIMETRE
DOTS = 2.0  # pixels of a point in the pictures of pages


def drawn(*blocks: Block, title: bool = True, orientation: Orientation = Orientation.PORTRAIT) -> Rendered:
    document = Document(
        kind="paper",
        title="Probe",
        subject="Probe",
        author="Beratung",
        created=date(2026, 10, 5),
        texts=load_texts("de"),
        margins=Margins(house="", occasion="", state="", name="Probe", version="", code="M4-ABCD"),
        blocks=(TitleBlock(title="Probe"), *blocks) if title else blocks,
        orientation=orientation,
    )
    return render(document, lambda _done: None)


def dark_rows(data: bytes, page: int, left: float, right: float) -> list[float]:
    """Heights in points from the top at which the whole stretch from left to right is darker than paper."""
    with pdfium.PdfDocument(data) as document:
        picture = document[page].render(scale=DOTS).to_pil().convert("L")
    rows: list[float] = []
    for y in range(picture.height):
        stretch = picture.crop((round(left * DOTS), y, round(right * DOTS), y + 1))
        if max(stretch.tobytes()) < 250 and (not rows or y / DOTS - rows[-1] > 1.5):
            rows.append(y / DOTS)
    return rows


def png(size: tuple[int, int], mode: str = "RGB") -> bytes:
    content = BytesIO()
    Image.new(mode, size).save(content, "PNG")
    return content.getvalue()


def test_lines_to_write_on_lie_nine_millimetres_apart_and_are_spoken() -> None:
    data = drawn(WritingLines(label="Notizen", count=4)).data
    sheet = load_paper().sheet
    rows = dark_rows(data, 0, sheet.left + 5, sheet.width - sheet.right - 5)[1:-1]  # without head and foot
    assert [round((below - above) / MM, 1) for above, below in pairwise(rows)] == [pytest.approx(9, abs=0.4)] * 3
    form = next(item for item in elements(data) if item.role == "Form")
    assert form.alternative == "Notizen: 4 Zeilen zum Schreiben"
    assert untagged_text(data) == ()


def test_every_box_to_tick_says_what_a_tick_means() -> None:
    ticks = (Tick(mark="0", text="gar nicht"), Tick(mark="1", text="in Ansätzen", ticked=True), Tick(text="weiß nicht"))
    told = elements(drawn(TickList(ticks=ticks)).data)
    assert [item.alternative for item in told if item.role == "Form"] == [
        "Kästchen zum Ankreuzen: 0 gar nicht",
        "Angekreuzt: 1 in Ansätzen",
        "Kästchen zum Ankreuzen: weiß nicht",
    ]
    assert [item.text for item in told if item.role == "LBody"] == ["gar nicht", "in Ansätzen", "weiß nicht"]
    assert [item.text for item in told if item.role == "Lbl"] == ["0", "1", ""]


def test_a_box_in_a_cell_is_spoken_where_it_stands_and_knows_whether_it_is_ticked() -> None:
    state = (TickBox("Ist: nein"), Run(" nein "), TickBox("Ist: ja", ticked=True), Run(" ja"))
    table = Table(columns=(Column(title="Punkt"), Column(title="Ist")), rows=(Row(("Suche", state)),), summary="Punkte")
    data = drawn(table).data
    told = elements(data)
    assert [item.alternative for item in told if item.role == "Form"] == ["Ist: nein", "Ist: ja"]
    assert next(item.text for item in told if item.role == "TD") == " nein  ja"
    with pikepdf.open(BytesIO(data)) as pdf:
        forms = [item for item in pdf.objects if isinstance(item, pikepdf.Dictionary) and item.get("/S") == "/Form"]
        assert [str(form.A.O) for form in forms] == ["/PrintField"] * 2
        assert sorted(str(form.A.checked) for form in forms) == ["/off", "/on"]


def test_choices_in_columns_are_read_row_by_row_and_keep_apart() -> None:
    data = drawn(TickList(columns=2, ticks=tuple(Tick(text=letter * 60) for letter in "abcd"))).data
    found = {letter: [glyph for glyph in glyphs(data) if glyph.character == letter] for letter in "cd"}
    assert max(glyph.right for glyph in found["c"]) < min(glyph.left for glyph in found["d"])
    told = [item.text[0] for item in elements(data) if item.role == "LBody"]
    assert told == ["a", "b", "c", "d"]


def test_a_place_to_sign_is_told_after_what_belongs_there() -> None:
    told = elements(drawn(SignatureLines(("Ort, Datum", "Unterschrift"))).data)
    roles = [(item.role, item.text or item.alternative) for item in told if item.role in {"P", "Form"}]
    assert roles == [
        ("P", "Ort, Datum"),
        ("Form", "Linie zum Ausfüllen: Ort, Datum"),
        ("P", "Unterschrift"),
        ("Form", "Linie zum Ausfüllen: Unterschrift"),
    ]


def test_rows_to_write_on_leave_room_and_columns_keep_their_weights() -> None:
    table = Table(
        columns=(Column(title="Nr."), Column(title="Was", weight=3), Column(title="Wer", weight=1)),
        rows=tuple(Row((str(number), "", ""), lines=2) for number in range(1, 4)),
        summary="Aufgaben",
        to_write_on=True,
    )
    data = drawn(table).data
    sheet = load_paper().sheet
    rows = dark_rows(data, 0, sheet.left + 1, sheet.left + 15)[1:-1]
    assert [round((below - above) / MM) for above, below in pairwise(rows)] == [18] * 3
    starts = {glyph.character: glyph.left for glyph in glyphs(data) if glyph.character == "W"}
    who = max(glyph.left for glyph in glyphs(data) if glyph.character == "W")
    assert who > sheet.left + sheet.room * 0.7
    assert len(starts) == 1


def test_cards_stand_on_as_many_sheets_as_they_need() -> None:
    cards = tuple(Card(figure=str(number), title=f"Karte {number}", level=number) for number in range(5))
    rendered = drawn(CardSheet(cards=cards, columns=2, rows=2))
    assert rendered.pages == 3  # the title, then four cards and one
    texts = page_texts(rendered.data)
    assert "Karte 3" in texts[1]
    assert "Karte 4" in texts[2]
    tall = [glyph for glyph in glyphs(rendered.data) if glyph.page == 1 and glyph.top - glyph.bottom > 40]
    assert [glyph.character for glyph in tall] == ["0", "1", "2", "3"]


def test_an_address_stands_behind_the_window() -> None:
    field = AddressField(
        sender="Beratungsteam Mitte, Musterweg 1",
        recipient=("Gemeindevorstand", "Hauptstraße 1", "35999 Eschentalbach"),
        information=(Fact("Unser Zeichen", "ZZ 17"),),
    )
    document = drawn(field, title=False)
    height = load_paper().sheet.height
    first = next(glyph for glyph in glyphs(document.data) if glyph.character == "G")
    assert first.left == pytest.approx(25 * MM, abs=1.5)
    assert 62.7 * MM < height - first.top < 68 * MM
    assert [item.scope for item in elements(document.data) if item.role == "TH"] == ["Row"]


def test_a_photo_is_told_and_made_as_small_as_it_is_printed() -> None:
    data = drawn(Picture(content=png((4000, 3000)), words="Flipchart mit den Zielen des Tages", caption="Ziele")).data
    figure = next(item for item in elements(data) if item.role == "Figure")
    assert figure.alternative == "Flipchart mit den Zielen des Tages"
    with pikepdf.open(BytesIO(data)) as pdf:
        image = next(iter(pdf.pages[0].Resources.XObject.values()))
        assert int(image.Width) < 1500
        assert str(image.ColorSpace) == "/DeviceRGB"


def test_a_photo_stays_a_photo_so_that_forty_of_them_can_be_mailed() -> None:
    kept = BytesIO()
    Image.effect_noise((2560, 1920), 60).convert("RGB").save(kept, "JPEG", quality=85)
    data = drawn(Picture(content=kept.getvalue(), words="Pinnwand", greatest_height=96.0)).data
    assert len(data) < 1_000_000
    with pikepdf.open(BytesIO(data)) as pdf:
        image = next(iter(pdf.pages[0].Resources.XObject.values()))
        assert "/DCTDecode" in [str(item) for item in image.Filter]
        assert 600 < int(image.Width) < 1500


def test_a_small_picture_is_not_blown_up() -> None:
    data = drawn(Picture(content=png((110, 55), "RGBA"), words="Das Wappen der Gemeinde")).data
    with pikepdf.open(BytesIO(data)) as pdf:
        image = next(iter(pdf.pages[0].Resources.XObject.values()))
        assert (int(image.Width), int(image.Height)) == (110, 55)


def test_what_is_no_picture_is_refused() -> None:
    with pytest.raises(AdvisorError) as caught:
        drawn(Picture(content=b"\x89PNG\r\n\x1a\nnothing", words="Foto vom Flipchart"))
    assert caught.value.problem is Problem.PICTURE_UNREADABLE


def test_a_sheet_across_is_as_wide_as_one_upright_is_high() -> None:
    data = drawn(WritingLines(label="Notizen", count=2), orientation=Orientation.LANDSCAPE).data
    with pikepdf.open(BytesIO(data)) as pdf:
        assert [round(float(value) / MM) for value in pdf.pages[0].mediabox[2:]] == [297, 210]
    assert max(glyph.right for glyph in glyphs(data)) > 270 * MM


def test_the_code_of_a_sheet_stands_in_its_foot() -> None:
    assert "M4-ABCD" in page_texts(drawn().data)[0]


def test_a_frame_fills_its_page_and_gives_way_to_what_is_higher() -> None:
    small = (TitleBlock(title="Urkunde"), Paragraph(text="Miriam Feldmann", kind=ParagraphKind.DISPLAY))
    rendered = drawn(Framed(small), Framed(small), title=False)
    assert rendered.pages == 2
    sheet = load_paper().sheet
    assert min(glyph.left for glyph in glyphs(rendered.data) if glyph.character == "U") > sheet.left + 30
    high: tuple[Block, ...] = (TitleBlock(title="Urkunde"), *(Paragraph(text="Satz. " * 200) for _ in range(9)))
    assert drawn(Framed(high), title=False).pages > 1
    assert [item.role for item in elements(rendered.data) if item.role == "H1"] == ["H1", "H1"]


def test_figures_of_neighbours_stand_at_one_height_however_long_their_words_are() -> None:
    cards = (Card(figure="1", title="kurz", text="Ein Satz."), Card(figure="2", title="lang", text="Viele Worte. " * 4))
    data = drawn(CardSheet(title="Karten", cards=cards, columns=2, rows=3), title=False).data
    tall = [glyph.bottom for glyph in glyphs(data) if glyph.top - glyph.bottom > 40]
    assert tall[0] == pytest.approx(tall[1], abs=1.0)


def test_boxes_below_a_line_of_a_cell_stand_clear_of_it() -> None:
    def gap(below: Text) -> float:
        cell = Row((Lines(("X", below)),))
        data = drawn(Table(columns=(Column(title="Frage", weight=1),), rows=(cell,), summary="Frage")).data
        upper, lower = (item for item in glyphs(data) if item.character in "XZ")
        return upper.bottom - lower.bottom

    boxed = gap((TickBox("ja"), Run("Z")))
    assert boxed >= gap("Z") + 2
