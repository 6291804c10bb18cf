"""A house's colour and logo on paper: readable in every colour, heard by those who do not see it."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from advisor_app.charts.palette import load_theme
from advisor_app.documents.blocks import Block, Callout, Heading, Paragraph, TitleBlock
from advisor_app.documents.branding import (
    LEAST_CONTRAST,
    Brand,
    Logo,
    branded,
    contrast,
    darkened,
    is_colour,
    least_contrast,
)
from advisor_app.documents.paper_blocks import AddressField
from advisor_app.documents.render.characters import Characters
from advisor_app.documents.render.fonts import register_fonts
from advisor_app.documents.render.layout import Layout
from advisor_app.documents.render.letterhead import LetterheadBox
from advisor_app.documents.render.pdf import Rendered, render
from advisor_app.documents.render.typesetting import Typesetter
from advisor_app.documents.theme import load_paper
from tests.documents.check.flaws import Expected, flaws
from tests.documents.check.tagged import Node, tagged
from tests.documents.check.validator import complaints
from tests.documents.reading import glyphs
from tests.documents.samples.probe import every_block, probe

PAPER = load_theme("paper")
COLOURS = st.integers(0, 0xFFFFFF).map(lambda value: f"#{value:06X}")


def logo(width: int, height: int, words: str = "Logo: Rat und Tat", mode: str = "RGB") -> Logo:
    content = BytesIO()
    Image.new(mode, (width, height), "teal").save(content, "PNG")
    return Logo(content=content.getvalue(), words=words)


def made(brand: Brand, *blocks: Block) -> Rendered:
    return render(replace(probe(*blocks), brand=brand), lambda _done: None)


def figures(rendered: Rendered) -> list[tuple[str, list[float]]]:
    with pikepdf.open(BytesIO(rendered.data)) as pdf:
        root = tagged(pdf).root
        assert isinstance(root, Node)
        return [(node.alternative, [float(edge) for edge in node.attributes["BBox"]]) for node in root.all("Figure")]


def faults(rendered: Rendered) -> list[str]:
    feet = [f"Seite {page} von {rendered.pages}" for page in range(1, rendered.pages + 1)]
    expected = Expected(language="de-DE", margins=("Haus", "Anlass", "Stand", "Name", *feet))
    return [*flaws(rendered.data, expected), *complaints(rendered.data, "ua1"), *complaints(rendered.data, "2a")]


# Colours


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.005)
    assert contrast("#0B5C6B", "#0B5C6B") == 1


@given(COLOURS)
def test_a_darker_colour_can_be_read_and_is_as_near_as_can_be(colour: str) -> None:
    found = darkened(colour, PAPER)
    assert is_colour(found)
    assert least_contrast(found, PAPER) >= LEAST_CONTRAST
    if least_contrast(colour, PAPER) >= LEAST_CONTRAST:
        assert found == colour
    else:
        assert least_contrast(found, PAPER) < LEAST_CONTRAST + 0.25


@given(COLOURS)
def test_everything_stays_readable_in_another_accent(colour: str) -> None:
    theme = branded(PAPER, darkened(colour, PAPER))
    for ink, ground in (
        ("primary", "paper"),
        ("on_primary", "primary"),
        ("on_primary", "primary_hover"),
        ("on_primary", "primary_pressed"),
        ("gantt.a.text", "gantt.a.fill"),
        ("gantt.b.text", "gantt.b.fill"),
        ("ink", "primary_soft"),
        ("ink2", "primary_soft"),
    ):
        assert contrast(theme.colour(ink), theme.colour(ground)) >= LEAST_CONTRAST, (ink, ground)


def test_levels_and_warnings_keep_their_colours() -> None:
    theme = branded(PAPER, "#7A1F5C")
    assert theme.colour("primary") == "#7A1F5C"
    kept = [role for role in PAPER.colours if role.startswith("level.") or role in {"amber", "error", "ink", "ink2"}]
    assert all(theme.colour(role) == PAPER.colour(role) for role in kept)


def test_the_accent_comes_onto_the_page() -> None:
    blocks = (TitleBlock(title="Probe"), Callout(("Hinweis",)))
    plain, coloured = made(Brand(), *blocks), made(Brand(accent="#7A1F5C"), *blocks)
    accent = b".478431 .121569 .360784 RG"
    with pikepdf.open(BytesIO(coloured.data)) as pdf, pikepdf.open(BytesIO(plain.data)) as without:
        assert accent in pdf.pages[0].obj.Contents.read_bytes()
        assert accent not in without.pages[0].obj.Contents.read_bytes()
    assert faults(coloured) == []


# Logos


def test_one_logo_stands_right_and_is_told() -> None:
    rendered = made(Brand(logos=(logo(600, 200),)), TitleBlock(title="Probe"))
    ((words, (left, lower, right, upper)),) = figures(rendered)
    sheet = load_paper().sheet
    assert words == "Logo: Rat und Tat"
    assert right == pytest.approx(sheet.width - sheet.right, abs=0.1)
    assert upper == pytest.approx(sheet.height - sheet.top, abs=0.1)
    assert (right - left) / (upper - lower) == pytest.approx(3, abs=0.01)
    assert max(glyph.top for glyph in glyphs(rendered.data) if glyph.character == "P") < lower + 60
    assert faults(rendered) == []


def test_two_logos_stand_at_both_sides_on_one_middle_line() -> None:
    logos = (logo(300, 300, "Logo: Gemeinde Eschentalbach"), logo(2000, 100))
    rendered = made(Brand(logos=logos), TitleBlock(title="Probe"), Heading(2, "Abschnitt"), Paragraph(text="Text"))
    (_, first), (_, second) = figures(rendered)
    sheet = load_paper().sheet
    assert first[0] == pytest.approx(sheet.left, abs=0.1)
    assert second[2] == pytest.approx(sheet.width - sheet.right, abs=0.1)
    assert first[2] < second[0]
    assert (first[1] + first[3]) / 2 == pytest.approx((second[1] + second[3]) / 2, abs=0.1)
    assert faults(rendered) == []


def test_logos_stand_on_the_first_page_only() -> None:
    rendered = render(
        replace(every_block(), brand=Brand(accent="#1F3D7A", logos=(logo(600, 200),))), lambda _done: None
    )
    assert [words for words, _ in figures(rendered)].count("Logo: Rat und Tat") == 1
    assert faults(rendered) == []


def test_a_logo_on_every_certificate_is_read_once() -> None:
    document = replace(probe(), brand=Brand(logos=(logo(600, 200),)))
    typesetter = Typesetter(Characters(register_fonts()), "de-DE", chip=12, tick=9)
    layout = Layout(load_paper(), typesetter, document)
    first, second = (layout.letterhead()[0] for _ in range(2))
    assert isinstance(first, LetterheadBox)
    assert isinstance(second, LetterheadBox)
    assert first.logos[0].image is second.logos[0].image
    assert first.logos[0].element is not second.logos[0].element


def test_a_letter_keeps_its_field_behind_the_window() -> None:
    field = AddressField(sender="Beratung", recipient=("Gemeinde Eschentalbach", "35999 Eschentalbach"))
    plain, with_logo = (
        made(brand, field, TitleBlock(title="Angebot")) for brand in (Brand(), Brand(logos=(logo(600, 200),)))
    )
    places = [[(g.character, g.left, g.bottom) for g in glyphs(rendered.data)] for rendered in (plain, with_logo)]
    assert places[0] == places[1]
    assert faults(with_logo) == []


def test_a_logo_that_can_be_seen_through_stands_on_paper() -> None:
    rendered = made(Brand(logos=(logo(600, 200, mode="RGBA"),)), TitleBlock(title="Probe"))
    assert faults(rendered) == []
