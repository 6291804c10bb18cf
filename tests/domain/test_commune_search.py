from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor_app.content.communes import load_register
from advisor_app.domain.commune import Commune, CommuneKind
from advisor_app.domain.commune_search import CommuneIndex
from advisor_app.domain.folding import fold
from advisor_app.resources_folder import resources_folder

COMMUNES = load_register(resources_folder() / "communes")
INDEX = CommuneIndex(COMMUNES)
ALL = len(COMMUNES)

SPELLINGS = {
    "ä": ("ä", "ae", "a", "a\u0308"),
    "ö": ("ö", "oe", "o", "o\u0308"),
    "ü": ("ü", "ue", "u", "u\u0308"),
    "ß": ("ß", "ss", "s", "ẞ"),
}


def titles(text: str, limit: int = 5) -> list[str]:
    return [commune.title for commune in INDEX.find(text, limit)]


@st.composite
def typed_prefixes(draw: st.DrawFn) -> tuple[Commune, str]:
    """A commune and the beginning of its name as somebody may type it: three characters or more."""
    commune = draw(st.sampled_from(COMMUNES))
    typed = "".join(draw(st.sampled_from(SPELLINGS.get(letter, (letter,)))) for letter in commune.name)
    prefix = typed[: draw(st.integers(3, len(typed)))]
    return commune, draw(st.sampled_from((prefix, prefix.lower(), prefix.upper())))


@given(typed_prefixes())
def test_every_commune_is_found_by_three_letters_and_more_however_umlauts_are_typed(
    typed: tuple[Commune, str],
) -> None:
    commune, text = typed
    assert commune in INDEX.find(text, ALL)


@given(st.sampled_from(COMMUNES))
def test_a_whole_name_is_found_first(commune: Commune) -> None:
    best = INDEX.find(commune.name, 1)[0]
    assert fold(best.name).startswith(fold(commune.name).split()[0])
    namesakes = [other for other in COMMUNES if other.name == commune.name]
    assert commune in INDEX.find(commune.name, len(namesakes))


@given(st.sampled_from(COMMUNES))
def test_a_title_tells_town_and_district_apart(commune: Commune) -> None:
    assert INDEX.find(commune.title, 1) == (commune,)


@given(st.sampled_from(COMMUNES))
def test_a_key_finds_its_commune(commune: Commune) -> None:
    assert commune.key is not None
    assert INDEX.find(commune.key) == (commune,)
    assert INDEX.by_key(commune.key) is commune
    assert INDEX.by_id(commune.id) is commune


@given(st.text(max_size=20), st.integers(1, 30))
def test_any_text_gives_at_most_so_many_and_none_twice(text: str, limit: int) -> None:
    found = INDEX.find(text, limit)
    assert len(found) <= limit
    assert len({commune.id for commune in found}) == len(found)
    assert INDEX.find(text, ALL)[:limit] == found


def test_the_best_come_first() -> None:
    assert titles("gie")[:2] == ["Landkreis Gießen", "Stadt Gießen"]
    assert titles("hom")[:3] == ["Stadt Homberg (Efze)", "Stadt Homberg (Ohm)", "Stadt Bad Homburg v. d. Höhe"]
    assert titles("lich")[:3] == ["Stadt Lich", "Stadt Lichtenfels", "Stadt Hessisch Lichtenau"]
    assert titles("wetter")[:2] == ["Stadt Wetter (Hessen)", "Wetteraukreis"]
    assert titles("waldeck")[:2] == ["Stadt Waldeck", "Landkreis Waldeck-Frankenberg"]


@pytest.mark.parametrize(
    "text",
    [
        "Bad Homburg",
        "bad-homburg",
        "badhomburg",
        "homburg hoehe",
        "Bad Homburg vdH",
        "v. d. H",
        "Bad Homburg vor der Höhe",
    ],
)
def test_words_may_be_joined_shortened_or_written_out(text: str) -> None:
    assert "Stadt Bad Homburg v. d. Höhe" in titles(text, 2)


def test_abbreviations_in_names_are_understood() -> None:
    assert titles("höchst im odenwald") == ["Gemeinde Höchst i. Odw."]
    assert titles("Limburg an der Lahn") == ["Stadt Limburg a. d. Lahn"]
    assert titles("Breitenbach am Herzberg") == ["Gemeinde Breitenbach a. Herzberg"]
    assert titles("Frankfurt/Main") == ["Stadt Frankfurt am Main"]


def test_a_district_is_found_by_its_title_its_key_and_with_all_its_members() -> None:
    assert titles("landkreis kassel") == ["Landkreis Kassel"]
    assert titles("kreis offenbach")[0] == "Landkreis Offenbach"
    assert titles("06435")[0] == "Main-Kinzig-Kreis"
    members = INDEX.find("06 435", ALL)
    # Hanau, which left the district, bore a key of it.
    assert {commune.district for commune in members} == {"Main-Kinzig-Kreis", "Hanau"}
    assert titles("vogelsberg")[0] == "Vogelsbergkreis"
    assert len(INDEX.find("vogelsbergkreis", ALL)) == 1 + 19


def test_what_was_merged_or_re_keyed_leads_to_its_successor() -> None:
    assert titles("bromskirchen") == ["Gemeinde Allendorf (Eder)"]
    for key, title in (("06635005", "Gemeinde Allendorf (Eder)"), ("06435014", "Stadt Hanau")):
        assert titles(key) == [title]
        commune = INDEX.by_key(key)
        assert commune is not None
        assert commune.title == title


@pytest.mark.parametrize("text", ["", "   ", "!?", "-", "xyzq", "99999999"])
def test_nothing_found_is_no_error(text: str) -> None:
    assert INDEX.find(text) == ()


def test_unknown_keys_and_ids_are_none() -> None:
    assert INDEX.by_key("06999999") is None
    assert INDEX.by_id("") is None


def test_own_entries_are_found_and_equals_are_ordered_by_population_name_and_id() -> None:
    own = Commune(
        id="b",
        key=None,
        own=True,
        name="Eschentalbach",
        kind=CommuneKind.MUNICIPALITY,
        designation="Gemeinde",
        population=9_400,
        status_date=date(2025, 11, 30),
    )
    larger = replace(own, id="z", population=9_401)
    other_name = replace(own, id="a", name="Eschentalbach-Süd")
    same = replace(own, id="c")
    unknown = replace(own, id="d", population=None)
    index = CommuneIndex((unknown, same, other_name, own, larger))
    assert [commune.id for commune in index.find("esc")] == ["z", "b", "c", "a", "d"]
    assert [commune.id for commune in index.find("esc", 2)] == ["z", "b"]
    assert index.find("Gemeinde Eschental")[0] is larger
