"""Free text as paragraphs and lists."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from advisor_app.documents.blocks import Bullets, Paragraph
from advisor_app.documents.parts.prose import prose


def test_empty_lines_part_paragraphs_and_single_ones_stay() -> None:
    assert list(prose("Eins\nzwei\r\n\r\n  \nDrei")) == [Paragraph(text="Eins\nzwei"), Paragraph(text="Drei")]


def test_dashes_and_dots_make_a_list_that_its_lead_introduces() -> None:
    assert list(prose("Drei Schritte:\n- eins\n– zwei\n• drei\nDann weiter.")) == [
        Paragraph(text="Drei Schritte:", introduces=True),
        Bullets(("eins", "zwei", "drei")),
        Paragraph(text="Dann weiter."),
    ]


def test_a_minus_before_a_figure_is_no_list() -> None:
    assert list(prose("-5 Grad")) == [Paragraph(text="-5 Grad")]


@given(st.text(alphabet="ab -\n*•", max_size=60))
def test_no_word_is_lost(text: str) -> None:
    found = []
    for block in prose(text):
        match block:
            case Paragraph():
                assert isinstance(block.text, str)
                found.append(block.text)
            case Bullets():
                found += [item for item in block.items if isinstance(item, str)]
            case _:
                raise AssertionError(block)
    kept = "".join(found)
    assert all(kept.count(letter) == text.count(letter) for letter in "ab")
