"""The recovery sheet: one page on which the code cannot be misread, by eyes or by a screen reader."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from advisor_app.documents.recovery_sheet import SheetInput, build, create_recovery_sheet, render_recovery_sheet
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.texts import load_texts
from tests.documents.check.flaws import Expected, flaws
from tests.documents.check.validator import complaints
from tests.documents.reading import all_text, elements, page_texts, squeezed, untagged_text

CODE = "7KQ2M-4W8XN-VB31T-0GHJD-9RSZ5Y"


def sheet(language: str = "de", **parts: str) -> SheetInput:
    given = {"adviser": "Kim Berger", "provider": "Beratungshaus Mitte", "device": "LAPTOP-0815", **parts}
    return SheetInput(
        code=CODE,
        number="3F2A",
        profile="0b6e6d1c-6a43-4c67-9d44-6e2f5a3c9a01",
        made_on=date(2026, 9, 14),
        texts=load_texts(language),
        **given,
    )


@pytest.mark.parametrize("language", ["de", "en"])
def test_everything_stands_on_one_page(tmp_path: Path, language: str) -> None:
    file = tmp_path / "sheet.pdf"
    create_recovery_sheet(sheet(language), file)
    data = file.read_bytes()
    assert len(page_texts(data)) == 1
    words = all_text(data)
    for part in (CODE, "3F2A", "0b6e6d1c-6a43-4c67-9d44-6e2f5a3c9a01", "LAPTOP-0815", "KimBerger"):
        assert squeezed(part) in words


def test_a_screen_reader_hears_the_code_as_it_is_typed(tmp_path: Path) -> None:
    file = tmp_path / "sheet.pdf"
    create_recovery_sheet(sheet(), file)
    assert CODE in [element.text for element in elements(file.read_bytes())]
    assert CODE not in "".join(untagged_text(file.read_bytes()))


def test_only_the_user_can_read_the_file(tmp_path: Path) -> None:
    file = tmp_path / "sheet.pdf"
    create_recovery_sheet(sheet(), file)
    assert file.stat().st_mode & 0o777 == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["sheet.pdf"]


def test_long_names_stay_on_the_page(tmp_path: Path) -> None:
    file = tmp_path / "sheet.pdf"
    create_recovery_sheet(sheet(adviser="Dr. " + "Maximiliane " * 9, provider="Haus " * 20, device="x" * 60), file)
    assert len(page_texts(file.read_bytes())) == 1


def test_a_place_that_takes_no_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(AdvisorError) as caught:
        create_recovery_sheet(sheet(), tmp_path / "missing" / "sheet.pdf")
    assert caught.value.problem is Problem.FILE_NOT_WRITABLE


def test_no_code_is_shown_by_mistake() -> None:
    assert CODE not in repr(sheet())
    assert build(sheet()).title == "Wiederherstellungsblatt 3F2A"


@pytest.mark.parametrize(("language", "spoken"), [("de", "de-DE"), ("en", "en-GB")])
def test_the_sheet_is_accessible_and_archivable(language: str, spoken: str) -> None:
    given = sheet(language)
    data = render_recovery_sheet(given)
    margins = build(given).margins
    foot = load_texts(language)("documents.page", page=1, pages=1)
    lines = (margins.house, margins.occasion, margins.state, margins.name, margins.version, foot)
    assert flaws(data, Expected(language=spoken, margins=lines)) == []
    assert complaints(data, "ua1") == []
    assert complaints(data, "2a") == []
