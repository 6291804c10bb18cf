"""Pages of returned forms as pictures, drawn apart from the program."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PIL import Image

from advisor_app.domain.errors import Problem
from advisor_app.services import form_pages
from advisor_app.services.form_pages import WIDTH, PagePicture, draw_form_pages
from advisor_app.texts import load_texts
from tests.exchange.returned_form import filling
from tests.exchange.returned_form.forms import survey
from tests.services.conftest import refused

TEXTS = load_texts("de")


def darkest(page: PagePicture) -> int:
    return min(page.pixels)


def test_the_pages_of_a_flat_copy_are_drawn(tmp_path: Path) -> None:
    file = tmp_path / "scan.pdf"
    file.write_bytes(filling.flattened(filling.by_pdfium(survey(), {"q_4_1_1": "s3"})))
    pages = draw_form_pages(file, TEXTS)
    assert len(pages) >= 1
    for page in pages:
        assert page.width == WIDTH
        assert abs(page.height / page.width - 297 / 210) < 0.01
        assert len(page.pixels) == page.width * page.height
        assert darkest(page) < 80  # there is ink on it
        assert page.pixels[0] == 255  # on white paper


def test_a_photo_in_a_pdf_is_drawn(tmp_path: Path) -> None:
    file = tmp_path / "foto.pdf"
    Image.new("L", (60, 80), 128).save(file)
    (page,) = draw_form_pages(file, TEXTS)
    assert abs(page.pixels[len(page.pixels) // 2] - 128) <= 1


@pytest.mark.parametrize("content", [b"", b"nothing", b"%PDF-1.7\n%%EOF"])
def test_what_is_no_pdf_is_refused(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "scan.pdf"
    file.write_bytes(content)
    refused(lambda: draw_form_pages(file, TEXTS), Problem.FORM_NO_PDF)


def test_a_file_that_is_too_large_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "scan.pdf"
    with file.open("wb") as stream:
        stream.truncate(26 << 20)
    refused(lambda: draw_form_pages(file, TEXTS), Problem.FORM_TOO_LARGE)


def test_only_the_first_pages_are_drawn(tmp_path: Path) -> None:
    file = tmp_path / "scan.pdf"
    pictures = [Image.new("L", (40, 40), 200) for _ in range(form_pages.MOST_PAGES + 3)]
    pictures[0].save(file, save_all=True, append_images=pictures[1:])
    assert len(draw_form_pages(file, TEXTS)) == form_pages.MOST_PAGES


def test_the_program_itself_draws_where_it_is_one_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As it is installed: the argument alone makes it the drawer."""
    program = tmp_path / "beraterkoffer"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m advisor_app "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(program))
    file = tmp_path / "foto.pdf"
    Image.new("L", (60, 80), 128).save(file)
    assert len(draw_form_pages(file, TEXTS)) == 1
