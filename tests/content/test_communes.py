import shutil
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from advisor_app.content.communes import load_key_changes, load_notice, load_register
from advisor_app.domain.commune import Commune, CommuneKind, KeyChangeReason, official_id
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.resources_folder import resources_folder

SHIPPED = resources_folder() / "communes"
COMMUNES = load_register(SHIPPED)
BY_KEY = {commune.key: commune for commune in COMMUNES}
CITIES = {commune.name for commune in COMMUNES if commune.designation == "Kreisfreie Stadt"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a copy of the shipped register that a test may spoil."""
    return Path(shutil.copytree(SHIPPED, tmp_path / "communes"))


def refusal(load: Callable[[Path], object], folder: Path) -> tuple[object, object]:
    """Return file and line of the refusal."""
    with pytest.raises(AdvisorError) as caught:
        load(folder)
    assert caught.value.problem is Problem.CONTENT
    assert caught.value.details["reason"]
    return caught.value.details["file"], caught.value.details["line"]


def spoil(folder: Path, file: str, old: str, new: str) -> None:
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_register_has_all_communes_of_hesse() -> None:
    assert len(COMMUNES) == 442
    designations = Counter(commune.designation for commune in COMMUNES)
    assert designations == {
        "Kreisfreie Stadt": 6,
        "Sonderstatusstadt": 6,
        "Stadt": 179,
        "Gemeinde": 230,
        "Landkreis": 21,
    }
    kinds = Counter(commune.kind for commune in COMMUNES)
    assert kinds == {CommuneKind.CITY: 12, CommuneKind.MUNICIPALITY: 409, CommuneKind.DISTRICT: 21}


def test_keys_and_ids_are_unique_and_ordered() -> None:
    keys = [commune.key or "" for commune in COMMUNES]
    assert keys == sorted(set(keys))
    assert len({commune.id for commune in COMMUNES}) == 442
    assert not any(commune.own for commune in COMMUNES)


def test_populations_add_up() -> None:
    def total(communes: list[Commune]) -> int:
        return sum(commune.population or 0 for commune in communes)

    assert total([commune for commune in COMMUNES if commune.kind is not CommuneKind.DISTRICT]) == 6_280_793
    districts = [commune for commune in COMMUNES if commune.kind is CommuneKind.DISTRICT]
    cities = [commune for commune in COMMUNES if commune.name in CITIES and (commune.key or "").endswith("000")]
    assert total(districts) + total([city for city in cities if city not in districts]) == 6_280_793


def test_cities_are_the_six_without_and_the_six_with_special_status() -> None:
    assert {"Darmstadt", "Frankfurt am Main", "Hanau", "Kassel", "Offenbach am Main", "Wiesbaden"} == CITIES
    assert {commune.name for commune in COMMUNES if commune.special_status} == {
        "Bad Homburg v. d. Höhe",
        "Fulda",
        "Gießen",
        "Marburg",
        "Rüsselsheim am Main",
        "Wetzlar",
    }


@pytest.mark.parametrize(
    ("key", "name", "district", "population"),
    [
        ("06412000", "Frankfurt am Main", "Frankfurt am Main", 756_021),
        ("06433012", "Rüsselsheim am Main", "Groß-Gerau", 65_627),
        ("06531005", "Gießen", "Gießen", 89_179),
        ("06531000", "Gießen", "Gießen", 268_418),
        ("06635001", "Allendorf (Eder)", "Waldeck-Frankenberg", 7_518),
        ("06633000", "Kassel", "Kassel", 231_073),
        ("06611000", "Kassel", "Kassel", 197_230),
    ],
)
def test_single_entries(key: str, name: str, district: str, population: int) -> None:
    commune = BY_KEY[key]
    assert (commune.name, commune.district, commune.population) == (name, district, population)
    assert commune.status_date == date(2025, 11, 30)


def test_names_that_are_town_and_district() -> None:
    names = Counter(commune.name for commune in COMMUNES)
    assert {name for name, count in names.items() if count > 1} == {"Fulda", "Gießen", "Groß-Gerau", "Kassel"}
    assert sum(any(letter in "äöüßÄÖÜ" for letter in name) for name in names.elements()) >= 81


def test_hanau_and_the_district_it_left_are_as_of_2026() -> None:
    hanau, district = BY_KEY["06415000"], BY_KEY["06435000"]
    assert hanau.status_date == district.status_date == date(2026, 1, 1)
    assert hanau.kind is CommuneKind.CITY
    assert hanau.id == official_id("06435014")
    assert hanau.former_keys == ("06435014",)
    assert (hanau.population, district.population) == (97_956, 322_958)
    assert "kreisfrei" in hanau.source
    assert {commune.name for commune in COMMUNES if commune.status_date == date(2026, 1, 1)} == {
        "Hanau",
        "Main-Kinzig-Kreis",
    }


def test_the_key_history_knows_the_merger_of_2023() -> None:
    merger, hanau = load_key_changes(SHIPPED)
    assert (merger.reason, merger.old_name, merger.since) == (
        KeyChangeReason.MERGED,
        "Bromskirchen",
        date(2023, 1, 1),
    )
    assert BY_KEY["06635001"].key_history == (merger,)
    assert BY_KEY["06635001"].id == official_id("06635001")
    assert hanau.reason is KeyChangeReason.REKEYED


def test_the_notice_carries_the_attribution_word_by_word() -> None:
    notice = load_notice(SHIPPED)
    assert notice.attribution == (
        "© Statistisches Bundesamt (Destatis), 2025, Gemeindeverzeichnis, eigene Aufbereitung; "
        "Vervielfältigung und Verbreitung, auch auszugsweise, mit Quellenangabe gestattet"
    )
    assert (notice.area_status, notice.population_status) == (date(2025, 11, 30), date(2024, 12, 31))


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("06411000,Darmstadt", "06411000,", 2),
        ("06412000,Frankfurt", "06411000,Frankfurt", 3),
        ("06412000,Frankfurt", "06435014,Frankfurt", 3),
        (",756021,", ",viele,", 3),
        (",756021,2025-11-30", ",756021,30.11.2025", 3),
        ("Wiesbaden,kS", "Wiesbaden,XX", 5),
        ("06413000,", "06413000,,", 4),
        ("key,name", "key,title", 1),
        ("06431001,", "06431000,", 8),
    ],
)
def test_a_spoiled_entry_is_refused_with_its_line(folder: Path, old: str, new: str, line: int) -> None:
    spoil(folder, "hessen.csv", old, new)
    assert refusal(load_register, folder) == ("hessen.csv", line)


@pytest.mark.parametrize(
    ("old", "new"), [(",2405,", ",2406,"), ("06431001,Abtsteinach,kG,Gemeinde,06431,Bergstraße,2405,2025-11-30,\n", "")]
)
def test_a_wrong_sum_or_a_missing_entry_is_refused(folder: Path, old: str, new: str) -> None:
    spoil(folder, "hessen.csv", old, new)
    assert refusal(load_register, folder) == ("hessen.csv", 1)


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("2023-01-01", "2023-13-01", 2),
        ("merged", "swallowed", 2),
        ("06635005", "663500", 2),
        ("06435014,06415000", "06635005,06415000", 3),
        ("06635001", "06635099", 1),
    ],
)
def test_a_spoiled_key_history_is_refused(folder: Path, old: str, new: str, line: int) -> None:
    spoil(folder, "key_changes.csv", old, new)
    assert refusal(load_register, folder) == ("key_changes.csv", line)


@pytest.mark.parametrize(("old", "new"), [("title =", "name ="), ("442", '"442"'), ("title =", "title ")])
def test_a_spoiled_notice_is_refused(folder: Path, old: str, new: str) -> None:
    spoil(folder, "register.toml", old, new)
    assert refusal(load_notice, folder) == ("register.toml", 1)


@pytest.mark.parametrize("file", ["register.toml", "key_changes.csv", "hessen.csv"])
def test_a_missing_empty_or_binary_file_is_refused(folder: Path, file: str) -> None:
    for content in (b"", b"\xff\xfe\x00\x00", None):
        if content is None:
            (folder / file).unlink()
        else:
            (folder / file).write_bytes(content)
        assert refusal(load_register, folder)[0] == file
