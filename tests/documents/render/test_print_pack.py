"""Packs of documents for printers: order, copies, blank backs, and nothing of the tags that paper does not need."""

from __future__ import annotations

from io import BytesIO

import pypdfium2  # type: ignore[import-untyped]  # the package ships no types
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pikepdf import Name, Pdf

from advisor_app.documents.create import draw_document
from advisor_app.documents.kinds import find_kind
from advisor_app.documents.render.print_pack import PackPart, pack_pages
from tests.documents.samples import sample


def numbered(*words: str) -> bytes:
    """A PDF with a page for every word, as wide as the word is long, so that pages can be told apart."""
    with Pdf.new() as pdf:
        for word in words:
            pdf.add_blank_page(page_size=(100 + len(word), 200))
        file = BytesIO()
        pdf.save(file)
    return file.getvalue()


def widths(data: bytes) -> list[int]:
    with Pdf.open(BytesIO(data)) as pdf:
        return [round(float(page.mediabox[2])) - 100 for page in pdf.pages]


def packed(*parts: PackPart, duplex: bool = True) -> bytes:
    return pack_pages(parts, "Druckpaket", "de-DE", duplex=duplex, report=lambda _: None).data


def test_copies_follow_each_other() -> None:
    data = packed(PackPart("A", numbered("a", "bb"), 2), PackPart("B", numbered("ccc"), 1), duplex=False)
    assert widths(data) == [1, 2, 1, 2, 3]


def test_on_both_sides_every_copy_begins_on_a_front() -> None:
    data = packed(PackPart("A", numbered("a", "bb", "ccc"), 2), PackPart("B", numbered("dddd", "eeeee"), 1))
    assert widths(data) == [1, 2, 3, 3, 1, 2, 3, 3, 4, 5]


@settings(max_examples=30, deadline=None)
@given(
    parts=st.lists(st.tuples(st.integers(1, 5), st.integers(1, 4)), min_size=1, max_size=4),
    duplex=st.booleans(),
)
def test_pages_and_blanks_are_counted(parts: list[tuple[int, int]], *, duplex: bool) -> None:
    made = [PackPart(str(n), numbered(*("x" * (n + 1),) * pages), copies) for n, (pages, copies) in enumerate(parts)]
    found = pack_pages(made, "Paket", "de-DE", duplex=duplex, report=lambda _: None)
    assert found.pages == sum(pages * copies for pages, copies in parts)
    assert found.blank == (sum((pages % 2) * copies for pages, copies in parts) if duplex else 0)
    assert len(widths(found.data)) == found.pages + found.blank


@pytest.mark.parametrize("duplex", [True, False])
def test_real_documents_look_the_same_in_a_pack(*, duplex: bool) -> None:
    kind = find_kind("use-case")
    alone = draw_document(kind.make(sample(kind, "full"))).data
    data = packed(PackPart("Anwendungsfall", alone, 2), duplex=duplex)
    own, pack = pypdfium2.PdfDocument(alone), pypdfium2.PdfDocument(data)
    step = len(own) + (len(own) % 2 if duplex else 0)
    for start in (0, step):
        for place in range(len(own)):
            assert pack[start + place].render().to_pil().tobytes() == own[place].render().to_pil().tobytes()
    with Pdf.open(BytesIO(data)) as pdf:
        assert Name.StructTreeRoot not in pdf.Root
        assert all(Name.StructParents not in page.obj for page in pdf.pages)
        assert [item.title for item in pdf.open_outline().root] == ["Anwendungsfall"]
        # copies share what is drawn: the pack is not twice as large
        assert len(data) < 2 * len(alone)


def test_equal_packs_have_equal_bytes() -> None:
    part = PackPart("A", numbered("a"), 3)
    assert packed(part) == packed(part)


def test_forms_look_the_same_on_paper_and_have_no_fields() -> None:
    kind = find_kind("feedback-form")
    alone = draw_document(kind.make(sample(kind, "full"))).data
    data = packed(PackPart("Feedbackbogen", alone, 2))
    own, pack = pypdfium2.PdfDocument(alone), pypdfium2.PdfDocument(data)
    own.init_forms()  # without, fields are not drawn
    for place in range(len(own)):
        assert pack[place].render().to_pil().tobytes() == own[place].render().to_pil().tobytes()
    with Pdf.open(BytesIO(data)) as pdf:
        assert Name.AcroForm not in pdf.Root
        assert all(Name.Annots not in page.obj for page in pdf.pages)
