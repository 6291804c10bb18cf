"""Every kind of document in every sample: PDF/UA-1 and PDF/A-2a in one file, and nothing lost on the way."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest

from advisor_app.documents.kind import DocumentKind
from advisor_app.documents.kinds import KINDS
from advisor_app.documents.render.pdf import fitted, render
from advisor_app.texts import load_texts
from tests.documents.check.flaws import flaws
from tests.documents.check.story import told_by_blocks, told_by_file
from tests.documents.check.tagged import tagged
from tests.documents.check.validator import complaints
from tests.documents.samples import sample
from tests.documents.samples.made import Made


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_it_is_sound_in_english(kind: DocumentKind) -> None:
    document = fitted(kind.make(replace(sample(kind, "full"), texts=load_texts("en"))))
    english = Made(document, render(document, lambda _done: None))
    assert flaws(english.rendered.data, replace(english.expected, language="en-GB")) == []
    assert complaints(english.rendered.data, "ua1") == []


def test_it_is_accessible(made: Made) -> None:
    assert complaints(made.rendered.data, "ua1") == []


def test_it_is_archivable(made: Made) -> None:
    if made.document.form is None:
        assert complaints(made.rendered.data, "2a") == []
    else:  # made to be changed; it must not say otherwise
        with pikepdf.open(BytesIO(made.rendered.data)) as pdf:
            assert b"pdfaid:part>" not in pdf.Root.Metadata.read_bytes()


def test_our_own_check_finds_nothing(made: Made) -> None:
    assert flaws(made.rendered.data, made.expected) == []


def test_it_is_sound_to_qpdf(made: Made) -> None:
    with pikepdf.open(BytesIO(made.rendered.data)) as pdf:
        assert pdf.check_pdf_syntax() == []


def test_it_tells_what_its_blocks_say_element_by_element(made: Made) -> None:
    with pikepdf.open(BytesIO(made.rendered.data)) as pdf:
        root = tagged(pdf).root
    assert root is not None
    assert told_by_file(root) == told_by_blocks(made.document)
