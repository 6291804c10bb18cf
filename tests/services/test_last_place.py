"""The next window of the same day goes on where the last one was closed."""

from datetime import date
from pathlib import Path

import pytest

from advisor_app.services.last_place import FILE_NAME, LastPlace, Place

TODAY, TOMORROW = date(2026, 9, 14), date(2026, 9, 15)
PLACE = Place(case_id="0199-aa", page="assessment", item="4.1.2")


def test_a_place_is_remembered_for_its_day(tmp_path: Path) -> None:
    LastPlace(tmp_path).keep(PLACE, TODAY)
    assert LastPlace(tmp_path).of_day(TODAY) == PLACE
    assert LastPlace(tmp_path).of_day(TOMORROW) is None


def test_no_open_case_is_no_place(tmp_path: Path) -> None:
    LastPlace(tmp_path).keep(PLACE, TODAY)
    LastPlace(tmp_path).keep(None, TODAY)
    assert LastPlace(tmp_path).of_day(TODAY) is None
    assert list(tmp_path.iterdir()) == []


def test_what_somebody_wrote_is_not_remembered(tmp_path: Path) -> None:
    LastPlace(tmp_path).keep(Place(case_id="0199-aa", page="overview", item="Frau Muster fragt"), TODAY)
    assert LastPlace(tmp_path).of_day(TODAY) is None


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"[" * 5000,
        b"\xff\xfe",
        b'{"day": "2026-09-14"}',
        b'{"day": "2026-09-14", "case": 1, "page": "assessment", "item": ""}',
        b'{"day": "2026-09-14", "case": "", "page": "assessment", "item": ""}',
        b'{"day": "2026-09-14", "case": "a b", "page": "assessment", "item": ""}',
        b'{"day": "gestern", "case": "a", "page": "assessment", "item": ""}',
    ],
)
def test_a_file_that_makes_no_sense_is_no_place(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE_NAME).write_bytes(content)
    assert LastPlace(tmp_path).of_day(TODAY) is None


def test_a_folder_in_its_place_is_in_nobody_s_way(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).mkdir()
    LastPlace(tmp_path).keep(PLACE, TODAY)
    LastPlace(tmp_path).keep(None, TODAY)
    assert LastPlace(tmp_path).of_day(TODAY) is None
