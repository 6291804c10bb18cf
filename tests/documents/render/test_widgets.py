"""The fields of a form in its file: accessible, with their own typeface and look, known by their names."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from functools import cache
from io import BytesIO
from typing import Any

import docx
import pikepdf
import pypdfium2 as pdfium  # type: ignore[import-untyped]  # the package ships no types
import pytest
from pikepdf import Name

from advisor_app.documents.blocks import Block, Document, Heading, Margins, Paragraph, TitleBlock
from advisor_app.documents.editable.text_document import text_document
from advisor_app.documents.form import fields_of
from advisor_app.documents.form_blocks import ChoiceField, TextField
from advisor_app.documents.paper_blocks import Tick
from advisor_app.documents.render.form_font import FORM_FONT, width_of
from advisor_app.documents.render.pdf import render
from advisor_app.domain.form import FieldType, FormField, FormIdentity, digest_of_fields
from advisor_app.exchange.returned_form.limits import LIMITS
from advisor_app.exchange.returned_form.pdf_fields import read_fields
from advisor_app.texts import load_texts
from tests.documents.check.flaws import Expected, flaws
from tests.documents.check.validator import complaints
from tests.documents.reading import elements
from tests.documents.samples.odd import NASTY

NUMBER = "7K3Q-9F2D"
MARGINS = ("Haus", "Probe", "Stand heute", "Bogen", f"Bogen {NUMBER}")
LONG_LINE = 12 * "lange Zeile, " + "Ende"
FILLED = f"Großmühlheim – „Test“ (5 €) \\ Łódź\n{LONG_LINE}"

LEVEL = ChoiceField(
    field=FormField("q_4_1_1", FieldType.CHOICE, ("s0", "s1", "unk")),
    words="Frage 4.1.1: Wie weit?",
    options=(Tick(mark="0", text="Gar nicht."), Tick(mark="1", text="Ganz.", ticked=True), Tick(text="Unbekannt")),
)
RATING = ChoiceField(
    field=FormField("f_pace", FieldType.CHOICE, ("r1", "r2")),
    words="Tempo",
    options=(Tick(mark="1", text="gering"), Tick(mark="2", text="")),
    row=True,
)
FIGURE = TextField(
    field=FormField("q_4_5_5", FieldType.TEXT),
    words="Antwort auf Frage 4.5.5",
    label="Ihre Antwort",
    short=True,
    unit="Stellen",
)
NOTE = TextField(
    field=FormField("n_4_1_1", FieldType.TEXT), words="Anmerkung", label="Anmerkung", lines=3, filled=FILLED
)
BLOCKS: tuple[Block, ...] = (
    TitleBlock(title="Bogen"),
    Paragraph(text="Bitte ausfüllen."),
    Heading(2, "Fragen"),
    LEVEL,
    NOTE,
    FIGURE,
    RATING,
)


def form(*blocks: Block) -> Document:
    kept = blocks or BLOCKS
    identity = FormIdentity(kind="probe", case="c", number=NUMBER, fields=digest_of_fields(fields_of(kept)))
    return Document(
        kind="probe",
        title="Bogen",
        subject="Probe",
        author="Tests",
        created=date(2026, 11, 22),
        texts=load_texts("de"),
        margins=Margins(house="Haus", occasion="Probe", state="Stand heute", name="Bogen", version=""),
        blocks=kept,
        form=identity.issued(b"k" * 32),
    )


@cache
def made() -> bytes:
    return render(form(), lambda _: None).data


@pytest.fixture
def pdf() -> Any:
    with pikepdf.open(BytesIO(made())) as opened:
        yield opened


def field(pdf: pikepdf.Pdf, name: str) -> Any:
    fields: Any = pdf.Root.AcroForm.Fields
    return next(item for item in fields if str(item.T) == name)


def test_it_is_accessible_in_the_eyes_of_a_validator_and_our_own() -> None:
    assert complaints(made(), "ua1") == []
    assert flaws(made(), Expected(language="de-DE", margins=(*MARGINS, "Seite 1 von 1"))) == []


def test_equal_forms_are_equal_to_the_last_byte() -> None:
    assert render(form(), lambda _: None).data == made()


def test_a_field_that_nobody_speaks_of_is_found(pdf: pikepdf.Pdf) -> None:
    del field(pdf, "n_4_1_1").TU
    result = BytesIO()
    pdf.save(result)
    found = flaws(result.getvalue(), Expected(language="de-DE", margins=()))
    assert "field n_4_1_1: nobody says what belongs in it" in found


def test_every_field_and_every_option_says_what_it_is(pdf: pikepdf.Pdf) -> None:
    assert str(field(pdf, "q_4_1_1").TU) == "Frage 4.1.1: Wie weit?"
    assert [str(kid.TU) for kid in field(pdf, "q_4_1_1").Kids] == [
        "Frage 4.1.1: Wie weit? – 0 Gar nicht.",
        "Frage 4.1.1: Wie weit? – 1 Ganz.",
        "Frage 4.1.1: Wie weit? – Unbekannt",
    ]
    assert str(field(pdf, "n_4_1_1").TU) == "Anmerkung"


def test_each_widget_has_one_element_of_its_own_in_reading_order(pdf: pikepdf.Pdf) -> None:
    roles = [(item.role, item.text.strip()) for item in elements(made()) if item.role in {"Form", "P"}]
    start = roles.index(("P", "0 Gar nicht."))
    assert roles[start : start + 6] == [
        *(("P", "0 Gar nicht."), ("Form", "")),
        *(("P", "1 Ganz."), ("Form", "")),
        *(("P", "Unbekannt"), ("Form", "")),
    ]
    widgets = [item for page in pdf.pages for item in page.Annots if item.Subtype == Name.Widget and item.F != 2]
    assert len(widgets) == sum(role == "Form" for role, _ in roles) == 7
    assert len({int(widget.StructParent) for widget in widgets}) == 7
    assert all(page.Tabs == Name.S for page in pdf.pages)


def test_nothing_runs_and_nothing_is_left_to_the_reader_to_draw(pdf: pikepdf.Pdf) -> None:
    root: Any = pdf.Root
    assert set(root.AcroForm.keys()) == {"/Fields", "/DA", "/DR"}
    assert "/OpenAction" not in root
    assert "/AA" not in root
    assert b"JavaScript" not in made()


def test_the_typeface_of_fields_is_embedded_and_small(pdf: pikepdf.Pdf) -> None:
    font = pdf.Root.AcroForm.DR.Font.FF
    assert str(font.BaseFont) == f"/{FORM_FONT}"
    data = font.FontDescriptor.FontFile2.read_bytes()
    assert len(data) < 25_000
    assert len(font.Widths) == 224
    assert width_of("Ü–€", 10) > width_of("i", 10) > 0


def test_what_is_chosen_and_written_from_the_beginning_is_there_to_be_read_and_seen(pdf: pikepdf.Pdf) -> None:
    level = field(pdf, "q_4_1_1")
    assert Name.s1 == level.V
    assert [kid.AS for kid in level.Kids] == [Name.Off, Name.s1, Name.Off]
    note = field(pdf, "n_4_1_1")
    assert str(note.V) == FILLED
    drawn = note.AP.N.read_bytes().decode("cp1252")
    assert "(Großmühlheim – „Test“ \\(5 €\\) \\\\ ?ód?) '" in drawn
    assert drawn.count(" '") == 3  # the long line is broken
    assert str(field(pdf, "q_4_5_5").V) == ""


def test_initial_values_are_drawn_within_the_frame() -> None:
    def ink(data: bytes) -> int:
        with pdfium.PdfDocument(data) as document:
            document.init_forms()
            picture = document[0].render(scale=1, may_draw_forms=True).to_pil().convert("L")
        return sum(picture.histogram()[:100])

    empty = form(*(replace(block, filled="") if isinstance(block, TextField) else block for block in BLOCKS))
    assert ink(made()) > ink(render(empty, lambda _: None).data) + 300


def test_the_identity_is_hidden_and_stands_beside_in_a_file(pdf: pikepdf.Pdf) -> None:
    identity = form().form
    assert identity is not None
    hidden = field(pdf, "_id")
    assert str(hidden.V) == identity.text
    assert (int(hidden.F), int(hidden.Ff)) == (2, 1)
    attached = json.loads(pdf.attachments["bogen.json"].get_file().read_bytes())
    assert attached["form"] == identity.text
    assert attached["fields"][0] == {"name": "f_pace", "type": "choice", "options": ["r1", "r2"]}
    assert len(attached["fields"]) == 4


def test_the_number_stands_on_every_page_beside_its_code() -> None:
    questions = [replace(NOTE, field=FormField(f"n_{number}", FieldType.TEXT), lines=9) for number in range(20)]
    data = render(form(BLOCKS[0], *questions), lambda _: None).data
    with pdfium.PdfDocument(data) as document:
        assert len(document) > 2
        for page in document:
            assert f"Bogen {NUMBER}" in page.get_textpage().get_text_bounded()
            paths = [item for item in page.get_objects() if item.type == pdfium.raw.FPDF_PAGEOBJ_PATH]
            places = [item.get_bounds() for item in paths]
            sides = [(right - left, upper - lower) for left, lower, right, upper in places if right - left < 50]
            assert sides == [pytest.approx((39.7, 39.7), abs=0.5)]  # 14 mm


def test_what_is_read_back_are_the_fields_that_were_made() -> None:
    found = read_fields(made(), LIMITS)
    assert found.problem == ""
    known = [item.field for item in found.fields if item.name != "_id"]
    assert set(known) == {LEVEL.field, NOTE.field, FIGURE.field, RATING.field}


def test_odd_words_do_no_harm() -> None:
    odd = "a\u0308 \x07 \N{GRINNING FACE} (\\) „“"
    choice = replace(LEVEL, words=odd, options=tuple(Tick(mark="", text=odd) for _ in LEVEL.options))
    data = render(form(BLOCKS[0], choice, replace(NOTE, words=odd, filled=odd)), lambda _: None).data
    assert complaints(data, "ua1") == []
    with pikepdf.open(BytesIO(data)) as pdf:
        assert str(field(pdf, "n_4_1_1").V) == "ä  \N{GRINNING FACE} (\\) „“"
        assert "\x07" not in str(field(pdf, "q_4_1_1").TU)


def test_an_editable_copy_has_boxes_and_room_in_their_place() -> None:
    copy = docx.Document(BytesIO(text_document(form(), lambda _: None)))
    said = "\n".join(paragraph.text for paragraph in copy.paragraphs)
    assert "☐ 0 Gar nicht." in said
    cells = [cell.text for table in copy.tables for row in table.rows for cell in row.cells]
    assert "Ihre Antwort" in cells
    assert any("Stellen" in cell for cell in cells)


@pytest.mark.parametrize("name", NASTY)
def test_whatever_is_asked_or_filled_in_makes_a_sound_form(name: str) -> None:
    text = NASTY[name]
    blocks = (
        TitleBlock(title="Bogen"),
        replace(LEVEL, words=text, options=tuple(replace(option, text=text) for option in LEVEL.options)),
        replace(NOTE, words=f"Anmerkung {text}", label=text, filled=text),
        replace(FIGURE, words=f"Zahl {text}", label=text, unit="Stück"),
    )
    rendered = render(form(*blocks), lambda _: None)
    feet = [f"Seite {page} von {rendered.pages}" for page in range(1, rendered.pages + 1)]
    assert flaws(rendered.data, Expected(language="de-DE", margins=(*MARGINS, *feet))) == []
    assert complaints(rendered.data, "ua1") == []
