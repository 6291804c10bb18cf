from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.commune import (
    SPECIAL_STATUS,
    Commune,
    CommuneKind,
    KeyChange,
    KeyChangeReason,
    KeyHistory,
    absorb,
    canonical_key,
    official_id,
)
from advisor_app.domain.errors import AdvisorError, Problem

LICH = Commune(
    id=official_id("06531011"),
    key="06531011",
    name="Lich",
    kind=CommuneKind.MUNICIPALITY,
    designation="Stadt",
    district_key="06531",
    district="Gießen",
    population=13_965,
    status_date=date(2025, 11, 30),
)


def step(old_key: str, new_key: str, reason: KeyChangeReason, year: int = 2020) -> KeyChange:
    return KeyChange(old_key=old_key, new_key=new_key, since=date(year, 1, 1), reason=reason)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("06531005", "06531005"),
        ("06531", "06531000"),
        (" 06 5 31 005 ", "06531005"),
        ("16077", "16077000"),
    ],
)
def test_keys_are_completed_to_eight_digits(text: str, key: str) -> None:
    assert canonical_key(text) == key


@pytest.mark.parametrize(
    "text", ["", "6531005", "0653100", "065310055", "0653100a", "00531005", "17531005", "٠٦٥٣١٠٠٥"]
)
def test_anything_else_is_no_key(text: str) -> None:
    with pytest.raises(AdvisorError) as caught:
        canonical_key(text)
    assert caught.value.problem is Problem.BAD_KEY
    assert caught.value.details["value"] == text


@given(st.text(max_size=12))
def test_a_canonical_key_is_its_own_canonical_key(text: str) -> None:
    try:
        key = canonical_key(text)
    except AdvisorError:
        return
    assert canonical_key(key) == key
    assert len(key) == 8


@pytest.mark.parametrize(
    ("name", "kind", "designation", "title"),
    [
        ("Aarbergen", CommuneKind.MUNICIPALITY, "Gemeinde", "Gemeinde Aarbergen"),
        ("Gießen", CommuneKind.CITY, SPECIAL_STATUS, "Stadt Gießen"),
        ("Kassel", CommuneKind.CITY, "Kreisfreie Stadt", "Stadt Kassel"),
        ("Gießen", CommuneKind.DISTRICT, "Landkreis", "Landkreis Gießen"),
        ("Hochtaunuskreis", CommuneKind.DISTRICT, "Landkreis", "Hochtaunuskreis"),
        ("Lahn-Dill-Kreis", CommuneKind.DISTRICT, "Landkreis", "Lahn-Dill-Kreis"),
        ("Zweckverband Nord", CommuneKind.MUNICIPALITY, "", "Zweckverband Nord"),
    ],
)
def test_the_title_is_what_documents_call_a_commune(name: str, kind: CommuneKind, designation: str, title: str) -> None:
    assert Commune(id="x", key=None, own=True, name=name, kind=kind, designation=designation).title == title


def test_an_own_entry_needs_no_key_but_an_official_one_does() -> None:
    assert replace(LICH, key=None, own=True).key is None
    with pytest.raises(AdvisorError) as caught:
        replace(LICH, key=None)
    assert caught.value.problem is Problem.BAD_KEY


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        ("06531", CommuneKind.DISTRICT),
        ("06531005", CommuneKind.DISTRICT),
        ("06531000", CommuneKind.MUNICIPALITY),
        ("99531005", CommuneKind.MUNICIPALITY),
        ("0653100x", CommuneKind.CITY),
    ],
)
def test_a_key_that_does_not_fit_the_kind_is_refused(key: str, kind: CommuneKind) -> None:
    with pytest.raises(AdvisorError) as caught:
        replace(LICH, key=key, kind=kind)
    assert caught.value.problem is Problem.BAD_KEY


def test_a_city_has_a_key_with_or_without_a_district() -> None:
    assert replace(LICH, key="06611000", kind=CommuneKind.CITY).key == "06611000"
    assert replace(LICH, key="06531005", kind=CommuneKind.CITY).key == "06531005"


def test_a_bad_district_key_name_or_population_is_refused() -> None:
    for problem, change in (
        (Problem.BAD_KEY, {"district_key": "0653"}),
        (Problem.BAD_VALUE, {"name": "  "}),
        (Problem.BAD_VALUE, {"population": -1}),
    ):
        with pytest.raises(AdvisorError) as caught:
            replace(LICH, **change)
        assert caught.value.problem is problem


def test_ids_are_the_same_in_every_installation() -> None:
    # Written down once: these ids are in databases and case files, so they must never change.
    assert official_id("06531005") == "3e6470d3-c93b-5605-ab08-5c366e0229b2"
    assert UUID(official_id("06531005")).version == 5
    assert official_id("06531005") != official_id("06531000")


def test_a_history_follows_keys_to_and_from() -> None:
    history = KeyHistory(
        (
            step("06111001", "06111002", KeyChangeReason.REKEYED, 2001),
            step("06111009", "06111002", KeyChangeReason.MERGED, 2005),
            step("06111002", "06222001", KeyChangeReason.REKEYED, 2010),
            step("06111001", "06111001", KeyChangeReason.RENAMED, 2000),
        )
    )
    assert history.successor("06111001", {"06222001"}) == "06222001"
    assert history.successor("06111001", {"06111002", "06222001"}) == "06111002"
    assert history.successor("06222001", {"06111001"}) is None
    assert history.first_key("06222001") == "06111001"
    assert history.first_key("06111009") == "06111009"
    assert history.first_key("06999999") == "06999999"
    assert [change.old_key for change in history.leading_to("06222001")] == ["06111001", "06111009", "06111002"]
    assert history.end_of("06111009") == step("06111009", "06111002", KeyChangeReason.MERGED, 2005)
    assert history.end_of("06222001") is None


def test_a_history_that_runs_in_circles_comes_to_an_end() -> None:
    there = step("06111001", "06111002", KeyChangeReason.REKEYED)
    back = step("06111002", "06111001", KeyChangeReason.REKEYED)
    history = KeyHistory((there, back))
    assert history.successor("06111001", set()) is None
    assert history.first_key("06111001") in {"06111001", "06111002"}
    assert set(history.leading_to("06111001")) == {there, back}


def test_a_commune_that_absorbs_another_is_known_under_both_keys_and_names() -> None:
    earlier = step("06531020", "06531018", KeyChangeReason.REKEYED)
    gone = replace(LICH, id="gone", key="06531018", name="Hungen", key_history=(earlier,))
    united = absorb(LICH, gone, date(2027, 1, 1))
    assert united.former_keys == ("06531020", "06531018")
    assert united.former_names == ("Hungen",)
    assert absorb(united, gone, date(2027, 1, 1)) == united
    with pytest.raises(AdvisorError):
        absorb(LICH, replace(gone, key=None, own=True), date(2027, 1, 1))
