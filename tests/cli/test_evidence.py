"""Photos and files by commands."""

from pathlib import Path

import pytest
from PIL import Image

from tests.cli.conftest import Run


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    told = Image.Exif()
    told.get_ifd(0x8769)[0x9003] = "2026:09:14 10:30:00"
    told.get_ifd(0x8825)[1] = "N"
    file = tmp_path / "Flipchart.jpg"
    Image.new("RGB", (64, 48), "navy").save(file, exif=told)
    return file


def test_evidence_is_added_listed_and_given_out(run: Run, case_id: str, photo: Path, tmp_path: Path) -> None:
    pdf = tmp_path / "Plan.pdf"
    pdf.write_bytes(b"%PDF-1.7 plan")
    added = run("evidence", "add", case_id, photo, "--question", "4.5.1", "--json").json["added"]
    run("evidence", "add", case_id, pdf)
    listed = run("evidence", "list", case_id, "--json").json
    assert [piece["title"] for piece in listed] == ["Flipchart", "Plan"]
    assert listed[0] == added[0]
    assert listed[0]["subject"]["item"] == "4.5.1"
    assert (listed[0]["taken_at"], listed[0]["awaited"]) == ("2026-09-14T08:30:00+00:00", False)
    assert listed[1]["subject"]["kind"] == "case"
    lines = run("evidence", "list", case_id).lines
    assert "14.09.2026 10:30  Frage 4.5.1  Flipchart" in lines[0]
    copy = tmp_path / "copy.jpg"
    said = run("evidence", "export", case_id, listed[0]["id"], "--out", copy)
    assert str(copy) in said.out
    with Image.open(copy) as image:
        assert image.size == (64, 48)
        assert not dict(image.getexif())
    run("evidence", "export", case_id, listed[1]["id"], "--out", copy)
    assert copy.read_bytes() == pdf.read_bytes()


def test_a_file_that_is_there_already_is_named(run: Run, case_id: str, photo: Path) -> None:
    """The command ended without a word."""
    run("evidence", "add", case_id, photo)
    again = run("evidence", "add", case_id, photo)
    assert "Flipchart  schon da" in again.lines[0]
    (there,) = run("evidence", "add", case_id, photo, "--json").json["there"]
    assert run("evidence", "list", case_id, "--json").json == [there]


def test_of_several_files_all_are_taken_or_none(
    run: Run, fail: Run, case_id: str, photo: Path, tmp_path: Path, own_data_folder: Path
) -> None:
    false = tmp_path / "false.png"
    false.write_text("no picture")
    said = fail("evidence", "add", case_id, photo, false)
    assert "„false.png“ ist kein Bild" in said.err
    assert run("evidence", "list", case_id, "--json").json == []
    assert not list((own_data_folder / "files").glob("??/*"))


def test_what_is_not_there_is_refused(fail: Run, case_id: str, photo: Path, tmp_path: Path) -> None:
    assert "9.9.9" in fail("evidence", "add", case_id, photo, "--question", "9.9.9").err
    assert "missing.jpg" in fail("evidence", "add", case_id, tmp_path / "missing.jpg").err
    assert "nothing" in fail("evidence", "export", case_id, "nothing", "--out", tmp_path / "a").err
