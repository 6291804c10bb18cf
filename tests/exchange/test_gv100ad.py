import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from advisor_app.domain.commune import CommuneKind
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.register_update import OfficialEntry
from advisor_app.exchange.gv100ad import MAXIMUM_BYTES, RECORD_LENGTH, read_gv100ad
from tests.exchange.refusals import TEXTS

DAY = "20260630"

Write = Callable[[bytes | list[str]], Path]


def record(kind: str, key: str, name: str, area: str = "", *, association: str = "    ", figures: str = "") -> str:
    """Return one line without its end: kind, status date, key, association, name, kind of area, figures."""
    line = f"{kind}{DAY}{key:<8}{association:<4}{name:<50}{'':<50}{area:<2}{'':<4}{figures}"
    assert len(line) <= RECORD_LENGTH
    return f"{line:<{RECORD_LENGTH}}"


def municipality(
    key: str,
    name: str,
    population: int,
    area: str = "64",
    *,
    association: str = "0001",
    men: int | None = None,
    postal_code: str = "35423*****",
) -> str:
    """Return a record 60."""
    figures = f"{7_771:011}{population:011}{population // 2 if men is None else men:011}    {postal_code:<10}"
    return record("60", key, name, area, association=association, figures=figures)


def members(key: str, name: str, population: int, area: str = "64", number: str = "0001") -> list[str]:
    """Return a record 60 with its record 50."""
    return [
        record("50", key[:5], name, "50", association=number),
        municipality(key, name, population, area, association=number),
    ]


def hesse() -> list[str]:
    """Return a small valid file: a city, a district of three with an area that belongs to none, another district."""
    return [
        record("10", "06", "Hessen"),
        record("20", "066", "Reg.-Bez. Kassel"),
        record("40", "06611", "Kassel, documenta-Stadt", "41"),
        *members("06611000", "Kassel, documenta-Stadt", 197_000, "61", "0000"),
        record("20", "065", "Reg.-Bez. Gießen"),
        record("40", "06531", "Gießen", "44"),
        *members("06531005", "Gießen, Universitätsstadt", 89_000, "63", "0005"),
        *members("06531011", "Lich, Stadt", 14_000, "63", "0011"),
        *members("06531099", "Buseck", 13_000, "64", "0099"),
        *members("06531200", "Gutsbezirk, gemfr. Gebiet", 0, "66", "9200"),
        record("40", "06535", "Vogelsbergkreis, Landkreis", "44"),
        *members("06535018", "Ulrichstein, Stadt, Luftkurort", 3_000, "60", "0018"),
    ]


def encoded(lines: list[str], encoding: str = "utf-8", end: str = "\n") -> bytes:
    """Return the bytes of a file."""
    return "".join(line + end for line in lines).encode(encoding)


def line_of(name: str, kind: str = "60") -> int:
    """Return the index of a record in the valid file."""
    return next(i for i, line in enumerate(hesse()) if line.startswith(kind) and line[22:].startswith(name))


LICH = line_of("Lich")


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Return a function that writes lines (UTF-8, LF) or bytes into a file."""

    def to_file(content: bytes | list[str]) -> Path:
        path = tmp_path / "GV100AD.txt"
        path.write_bytes(content if isinstance(content, bytes) else encoded(content))
        return path

    return to_file


def refusal(path: Path, **options: date) -> tuple[Problem, object, str]:
    """Return problem, line and reason of the refusal."""
    with pytest.raises(AdvisorError) as caught:
        read_gv100ad(path, TEXTS, **options)
    details = caught.value.details
    assert details["file"] == path.name
    return caught.value.problem, details.get("line"), str(details.get("reason", ""))


def changed(position: int, text: str, index: int = LICH) -> list[str]:
    """Return the valid file with some characters of one line replaced; positions count from 1."""
    lines = hesse()
    line = lines[index]
    lines[index] = line[: position - 1] + text + line[position - 1 + len(text) :]
    assert len(lines[index]) == RECORD_LENGTH
    return lines


def test_municipalities_and_districts_are_read(write: Write) -> None:
    entries = {entry.key: entry for entry in read_gv100ad(write(hesse()), TEXTS)}
    assert list(entries) == ["06531000", "06531005", "06531011", "06531099", "06535000", "06535018", "06611000"]
    assert entries["06531011"] == OfficialEntry(
        key="06531011",
        name="Lich",
        kind=CommuneKind.MUNICIPALITY,
        designation="Stadt",
        district_key="06531",
        district="Gießen",
        population=14_000,
        status_date=date(2026, 6, 30),
        source="GV100AD (Statistisches Bundesamt), Gebietsstand 30.06.2026",
    )


def test_a_district_has_the_sum_of_its_municipalities(write: Write) -> None:
    entries = {entry.key: entry for entry in read_gv100ad(write(hesse()), TEXTS)}
    district = entries["06531000"]
    assert (district.kind, district.designation, district.population) == (CommuneKind.DISTRICT, "Landkreis", 116_000)
    assert entries["06535000"].name == entries["06535000"].district == "Vogelsbergkreis"


def test_a_city_without_a_district_comes_once(write: Write) -> None:
    cities = [entry for entry in read_gv100ad(write(hesse()), TEXTS) if entry.name == "Kassel"]
    assert [(city.key, city.kind, city.designation, city.district) for city in cities] == [
        ("06611000", CommuneKind.CITY, "Kreisfreie Stadt", "Kassel")
    ]


def test_names_end_at_the_first_suffix_and_kinds_have_their_official_words(write: Write) -> None:
    entries = {entry.key: entry for entry in read_gv100ad(write(hesse()), TEXTS)}
    assert (entries["06535018"].name, entries["06535018"].designation) == ("Ulrichstein", "Markt")
    assert (entries["06531099"].name, entries["06531099"].designation) == ("Buseck", "Gemeinde")


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "iso-8859-1"])
def test_encodings_and_line_ends_make_no_difference(write: Write, encoding: str, end: str) -> None:
    expected = read_gv100ad(write(hesse()), TEXTS)
    assert read_gv100ad(write(encoded(hesse(), encoding, end)), TEXTS) == expected
    assert read_gv100ad(write(encoded(hesse(), encoding, end).removesuffix(end.encode())), TEXTS) == expected


def test_other_laender_are_skipped(write: Write) -> None:
    elsewhere = [
        record("10", "08", "Baden-Württemberg"),
        record("30", "0811", "Region Stuttgart"),
        record("40", "08111", "Stuttgart", "42"),
        record("60", "08111000", "Stuttgart", "62", association="0000"),
    ]
    assert read_gv100ad(write([*elsewhere, *hesse()]), TEXTS) == read_gv100ad(write(hesse()), TEXTS)
    problem, line, reason = refusal(write(elsewhere))
    assert (problem, line) == (Problem.FILE_FORMAT, 1)
    assert "Hessen" in reason


@pytest.mark.parametrize("content", [b"", b"\xef\xbb\xbf"])
def test_an_empty_file_is_refused(write: Write, content: bytes) -> None:
    problem, line, reason = refusal(write(content))
    assert (problem, line) == (Problem.FILE_FORMAT, 1)
    assert "leer" in reason


@pytest.mark.parametrize(
    "content",
    [
        b"\n",
        b"\r\n\r\n",
        b"GIF89a" + bytes(range(1, 200)),
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
        b"question,level\n4.1.1,3\n",
        "<!DOCTYPE html>\n<p>Übersicht</p>\n".encode(),
    ],
)
def test_foreign_files_are_refused_at_their_first_line(write: Write, content: bytes) -> None:
    problem, line, reason = refusal(write(content))
    assert (problem, line) == (Problem.FILE_FORMAT, 1)
    assert "Satzart" in reason


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"PK\x03\x04" + bytes(300), "Archiv"),
        (b"\x1f\x8b" + bytes(300), "Archiv"),
        (b"SQLite format 3\x00" + bytes(300), "Textdatei"),
        (encoded(hesse(), "utf-16"), "Textdatei"),
    ],
)
def test_archives_and_binary_files_are_named(write: Write, content: bytes, word: str) -> None:
    problem, line, reason = refusal(write(content))
    assert (problem, line) == (Problem.FILE_FORMAT, 1)
    assert word in reason


@pytest.mark.parametrize("keep", [1, 100, 219])
def test_a_truncated_last_line_is_refused(write: Write, keep: int) -> None:
    lines = hesse()
    lines[-1] = lines[-1][:keep]
    for content in (encoded(lines), encoded(lines)[:-1]):
        problem, line, _ = refusal(write(content))
        assert (problem, line) == (Problem.FILE_FORMAT, len(lines))


def test_a_file_cut_within_a_character_is_refused_at_its_last_line(write: Write) -> None:
    whole = encoded(hesse())
    cut = whole[: whole.rindex("ä".encode()) + 1]
    problem, line, reason = refusal(write(cut))
    assert (problem, line) == (Problem.FILE_FORMAT, cut.count(b"\n") + 1)
    assert "Zeichen" in reason


@given(size=st.integers(1, len(encoded(hesse())) - 2))
def test_a_beginning_that_ends_within_a_line_is_refused(size: int, tmp_path_factory: pytest.TempPathFactory) -> None:
    whole = encoded(hesse())
    assume(b"\n" not in whole[size - 1 : size + 1])
    path = tmp_path_factory.getbasetemp() / "beginning.txt"
    path.write_bytes(whole[:size])
    assert refusal(path)[:2] == (Problem.FILE_FORMAT, whole[:size].count(b"\n") + 1)


@given(st.binary(max_size=2_000))
def test_any_bytes_are_read_or_refused(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "any.txt"
    path.write_bytes(content)
    assert refusal(path)[0] is Problem.FILE_FORMAT


@given(st.integers(0, len(hesse()) - 1), st.integers(0, RECORD_LENGTH - 1), st.characters(codec="utf-8"))
def test_any_other_character_anywhere_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, index: int, position: int, character: str
) -> None:
    lines = hesse()
    lines[index] = lines[index][:position] + character + lines[index][position + 1 :]
    path = tmp_path_factory.getbasetemp() / "changed.txt"
    path.write_bytes(encoded(lines))
    try:
        entries = read_gv100ad(path, TEXTS)
    except AdvisorError as error:
        outcome = [error.problem is Problem.FILE_FORMAT]
    else:
        outcome = [entry.name.isprintable() for entry in entries]
    assert all(outcome)


@pytest.mark.parametrize("extra", ["", " ", "  x"])
def test_lines_of_another_length_are_refused(write: Write, extra: str) -> None:
    for line in (hesse()[LICH] + extra + " ", hesse()[LICH].rstrip()):
        lines = hesse()
        lines[LICH] = line
        problem, number, reason = refusal(write(lines))
        assert (problem, number) == (Problem.FILE_FORMAT, LICH + 1)
        assert f"{len(line)} statt 220" in reason


@pytest.mark.parametrize(
    ("position", "text", "word"),
    [
        (1, "70", "Satzart"),
        (1, "xx", "Satzart"),
        (3, "20260631", "Gebietsstand"),
        (3, "20260629", "Gebietsstand"),
        (3, "        ", "Gebietsstand"),
        (11, "xx", "Schlüssel"),
        (13, "  ", "Schlüssel"),
        (16, "01x", "Schlüssel"),
        (19, "    ", "Schlüssel"),
        (16, "005", "Schlüssel steht schon in Zeile"),
        (14, "32", "übergeordnete"),
        (19, "0012", "übergeordnete"),
        (23, " " * 50, "Name"),
        (23, ", Stadt" + " " * 43, "Name"),
        (30, "\t", "unlesbar"),
        (30, "\x07", "unlesbar"),
        (30, "\x85", "unlesbar"),
        (30, "\u202e", "unlesbar"),
        (123, "61", "Gemeindeart"),
        (123, "68", "Gemeindeart"),
        (123, "  ", "Gemeindeart"),
        (129, " " * 11, "Zahlen"),
        (140, "0000001400x", "Zahlen"),
        (140, "-0000014000", "Zahlen"),
        (140, "99999999999", "nicht möglich"),
        (151, "00000014001", "nicht möglich"),
        (162, "1", "nicht möglich"),
        (166, "3542x", "Postleitzahl"),
    ],
)
def test_a_wrong_field_is_refused_with_its_line(write: Write, position: int, text: str, word: str) -> None:
    problem, line, reason = refusal(write(changed(position, text)))
    assert (problem, line) == (Problem.FILE_FORMAT, LICH + 1)
    assert word in reason


@pytest.mark.parametrize("shift", [-1, 1, 3])
def test_shifted_columns_are_refused(write: Write, shift: int) -> None:
    lines = hesse()
    for index, line in enumerate(lines):
        if line.startswith("60"):
            figures = " " * shift + line[128:] if shift > 0 else line[128 - shift :]
            lines[index] = f"{line[:128]}{figures:<92}"[:RECORD_LENGTH]
    assert refusal(write(lines))[0] is Problem.FILE_FORMAT


@pytest.mark.parametrize("kind", ["46", "  "])
def test_an_unknown_kind_of_district_is_refused(write: Write, kind: str) -> None:
    index = line_of("Gießen", "40")
    problem, line, reason = refusal(write(changed(123, kind, index)))
    assert (problem, line) == (Problem.FILE_FORMAT, index + 1)
    assert "Kreisart" in reason


def test_a_city_in_a_district_and_a_municipality_in_a_city_are_refused(write: Write) -> None:
    city = line_of("Kassel")
    assert refusal(write(changed(123, "63", city)))[1] == city + 1
    assert refusal(write(changed(123, "44", line_of("Kassel", "40"))))[1] == city + 1


def test_a_record_kind_that_hesse_does_not_have_is_refused(write: Write) -> None:
    lines = [*hesse(), record("30", "0651", "Region Mitte")]
    assert refusal(write(lines))[:2] == (Problem.FILE_FORMAT, len(lines))


@pytest.mark.parametrize(
    "heading",
    [
        record("40", "06999", "Nirgendwo", "44"),
        record("50", "06531", "Nirgendwo", "50", association="0777"),
    ],
)
def test_a_heading_without_a_municipality_is_refused(write: Write, heading: str) -> None:
    problem, line, reason = refusal(write([*hesse(), heading]))
    assert (problem, line) == (Problem.FILE_FORMAT, len(hesse()) + 1)
    assert "keine Gemeinde" in reason


def test_headings_alone_are_refused(write: Write) -> None:
    assert "keine Gemeinden aus Hessen" in refusal(write(hesse()[:3]))[2]


def test_a_missing_heading_is_refused(write: Write) -> None:
    for index in (0, line_of("Vogelsbergkreis", "40"), line_of("Lich", "50")):
        lines = hesse()
        del lines[index]
        problem, line, reason = refusal(write(lines))
        assert problem is Problem.FILE_FORMAT
        assert isinstance(line, int)
        assert "übergeordnete" in reason


@pytest.mark.parametrize(("index", "total"), [(0, 316_000), (1, 197_000), (line_of("Gießen", "40"), 116_000)])
def test_sums_stated_by_headings_are_checked(write: Write, index: int, total: int) -> None:
    assert len(read_gv100ad(write(changed(140, f"{total:011}", index)), TEXTS)) == 7
    problem, line, reason = refusal(write(changed(140, f"{total + 1:011}", index)))
    assert (problem, line) == (Problem.FILE_FORMAT, index + 1)
    assert str(total) in reason


def test_a_status_date_to_come_is_refused_where_today_is_known(write: Write) -> None:
    path = write(hesse())
    assert read_gv100ad(path, TEXTS, today=date(2026, 6, 30)) == read_gv100ad(path, TEXTS)
    problem, line, reason = refusal(path, today=date(2026, 6, 29))
    assert (problem, line) == (Problem.FILE_FORMAT, 1)
    assert "Gebietsstand" in reason


@pytest.mark.parametrize("day", ["20260631", "19891231", "00000000", "2026 630", "        "])
def test_a_status_date_that_is_none_is_refused(write: Write, day: str) -> None:
    problem, line, reason = refusal(write([line[:2] + day + line[10:] for line in hesse()]))
    assert (problem, line) == (Problem.FILE_FORMAT, 1)
    assert "kein gültiges Datum" in reason


def test_a_huge_file_is_refused_without_reading_it_all(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as stream:
        stream.truncate(MAXIMUM_BYTES + 1)
    problem, _, _ = refusal(path)
    assert problem is Problem.FILE_TOO_LARGE


def test_what_is_no_file_is_unreadable(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "missing.txt", tmp_path / ("long" * 100)):
        assert refusal(path)[0] is Problem.FILE_UNREADABLE


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    assert refusal(path)[0] is Problem.FILE_UNREADABLE
