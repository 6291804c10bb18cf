"""The overview of services: every service counted once, levels of versions apart, and what is open named."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.service import Account, MaturityRating, Office, OnlineState, Service, standing_rating
from advisor_app.domain.service_overview import (
    Concern,
    LevelCount,
    ServiceOverview,
    by_level,
    by_office,
    cases_of,
    most_used,
    overview_of,
)
from advisor_app.texts import load_texts
from advisor_app.texts.services import rating_words, read_rating
from tests.example_services import NEW, OLD, maturity_models

MODELS = maturity_models()
RATINGS = st.builds(MaturityRating, st.sampled_from([OLD, NEW, "gone"]), st.integers(0, 9))
SERVICES = st.lists(
    st.builds(
        Service,
        id=st.uuids().map(str),
        number=st.integers(1, 600),
        title=st.sampled_from(["", "Wohnsitz", "wohnsitz ", "Hundesteuer"]),
        service_key=st.sampled_from(["", "99102012000000", "99 102 012 000 000", "12", "x" * 40]),
        office=st.sampled_from(["", "  ", "Bürgerbüro", "bürgerbüro", "Bauhof", "???"]),
        cases_per_year=st.none() | st.integers(0, 50),
        online=st.none() | st.sampled_from(OnlineState),
        accounts=st.lists(st.sampled_from(Account), unique=True).map(tuple),
        maturity=st.lists(RATINGS, max_size=3, unique_by=lambda rating: rating.model).map(tuple),
        disputed=st.booleans(),
    ),
    max_size=30,
    unique_by=lambda service: service.id,
)
OFFICES = st.lists(
    st.builds(Office, id=st.uuids().map(str), title=st.sampled_from(["Bauhof", "Kita", "BÜRGERBÜRO"])), max_size=3
)


def service(number: int = 1, **fields: Any) -> Service:
    return replace(Service(id=f"s{number}", number=number, title=f"Leistung {number}"), **fields)


def overview(*services: Service, current: str = NEW) -> ServiceOverview:
    return overview_of(services, (), MODELS, current)


def concerns(found: ServiceOverview) -> list[Concern]:
    return [finding.concern for finding in found.findings]


@given(SERVICES, OFFICES)
def test_every_service_belongs_to_exactly_one_office(services: list[Service], offices: list[Office]) -> None:
    groups = by_office(services, offices)
    listed = [item.id for group in groups for item in group.services]
    assert sorted(listed) == sorted(item.id for item in services)
    assert sum(group.cases for group in groups) == cases_of(services)
    titles = [group.title.casefold() for group in groups]
    assert len(set(titles)) == len(titles)
    assert "" not in titles[:-1]
    assert {office.title.casefold() for office in offices} <= set(titles)


@given(SERVICES)
def test_every_rated_service_counts_once_and_levels_are_never_converted(services: list[Service]) -> None:
    counts = by_level(services, MODELS, NEW)
    assert sum(item.services for item in counts) == sum(bool(item.maturity) for item in services)
    given_levels = {rating for item in services for rating in item.maturity}
    assert {item.rating for item in counts if item.services} <= given_levels
    for name in {item.rating.model for item in counts}:
        levels = [item.rating.level for item in counts if item.rating.model == name]
        assert levels == list(range(len(levels)))


@given(SERVICES)
def test_the_most_used_have_at_least_the_cases_of_all_others(services: list[Service]) -> None:
    found = most_used(services)
    known = [item.cases_per_year for item in services if item.cases_per_year is not None]
    assert len(found) == min(10, len(known))
    assert [item.cases_per_year for item in found] == sorted(known, reverse=True)[:10]


@given(SERVICES)
def test_what_is_open_is_told_and_the_disputed_come_first(services: list[Service]) -> None:
    found = overview_of(services, (), MODELS, NEW)
    unrated = {item.id for item in services if not item.maturity}
    assert {item.service.id for item in found.findings if item.concern is Concern.UNRATED} == unrated
    order = [item.concern is Concern.UNRATED for item in found.to_clarify]
    assert order == sorted(order)
    for finding in found.findings:
        assert finding.service not in finding.others
        if finding.concern is Concern.DOUBLE_KEY:
            assert {other.key for other in finding.others} == {finding.service.key}


@given(RATINGS.filter(lambda rating: rating.model in MODELS), st.sampled_from([OLD, NEW]))
def test_a_level_is_read_as_it_is_written(rating: MaturityRating, current: str) -> None:
    assert read_rating(rating_words(rating, MODELS), MODELS, current) == rating


@given(st.text(max_size=12))
def test_whatever_is_typed_is_a_level_or_nothing(text: str) -> None:
    found = read_rating(text, MODELS, NEW)
    assert found is None or (found.model in MODELS and 0 <= found.level <= 9)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("3", MaturityRating(NEW, 3)),
        (" 3 (1.1) ", MaturityRating(OLD, 3)),
        ("3/1.1", MaturityRating(OLD, 3)),
        ("3 (ozg-1.1)", MaturityRating(OLD, 3)),
        ("3 (2)", MaturityRating(NEW, 3)),
        ("3 (9.9)", None),
        ("33", None),
        ("-1", None),
        ("drei", None),
        ("", None),
    ],
)
def test_a_level_may_name_its_version(typed: str, expected: MaturityRating | None) -> None:
    assert read_rating(typed, MODELS, NEW) == expected


def test_without_a_version_in_force_a_level_needs_one() -> None:
    assert read_rating("3", MODELS, "") is None


def test_the_level_of_the_version_in_force_stands_and_the_older_one_stays() -> None:
    rated = service().rated(OLD, 3)
    assert standing_rating(rated, MODELS, NEW) == MaturityRating(OLD, 3)
    both = rated.rated(NEW, 5)
    assert standing_rating(both, MODELS, NEW) == MaturityRating(NEW, 5)
    assert both.level(OLD) == 3
    assert both.rated(NEW, None) == rated


def test_a_level_is_one_digit() -> None:
    for level in (-1, 10, 10**12):
        with pytest.raises(AdvisorError) as caught:
            service().rated(NEW, level)
        assert caught.value.problem is Problem.BAD_VALUE


def test_all_levels_of_a_version_are_listed_the_newest_version_first() -> None:
    counts = by_level([service(1).rated(OLD, 3), service(2).rated(NEW, 1), service(3).rated(OLD, 3)], MODELS, NEW)
    assert counts[:2] == (LevelCount(MaturityRating(NEW, 0), 0), LevelCount(MaturityRating(NEW, 1), 1))
    assert [item.services for item in counts if item.rating.model == OLD] == [0, 0, 0, 2, 0]
    assert len([item for item in counts if item.rating.model == NEW]) == 8


def test_concerns_of_a_service() -> None:
    assert concerns(overview(service())) == [Concern.UNRATED]
    assert concerns(overview(service().rated(OLD, 3))) == [Concern.OLDER_MODEL]
    assert concerns(overview(service(disputed=True).rated(NEW, 3))) == [Concern.DISPUTED]
    assert concerns(overview(service().rated(NEW, 7))) == []  # sources do not agree whether there is a seventh
    assert concerns(overview(service().rated(NEW, 8))) == [Concern.IMPOSSIBLE_LEVEL]
    former = service(accounts=(Account.BUND_ID, Account.FORMER_STATE)).rated(NEW, 3)
    assert concerns(overview(former)) == [Concern.FORMER_ACCOUNT]


@pytest.mark.parametrize("key", ["123", "9910201200000", "991020120000000", "9910201200000x", "٩٩١٠٢٠١٢٠٠٠٠٠٠"])
def test_a_key_of_another_length_is_told(key: str) -> None:
    assert concerns(overview(service(service_key=key).rated(NEW, 3))) == [Concern.ODD_KEY]


def test_keys_and_names_that_stand_twice_are_told_at_both() -> None:
    first = service(1, service_key="99102012000000", title="Hund anmelden").rated(NEW, 3)
    second = service(2, service_key="99 102 012 000 000", title="hund  anmelden").rated(NEW, 3)
    found = overview(first, second)
    assert concerns(found) == [Concern.DOUBLE_KEY, Concern.DOUBLE_TITLE] * 2
    assert [finding.others for finding in found.findings[:2]] == [(second,), (second,)]


def test_texts_tell_both_languages() -> None:
    for language in ("de", "en"):
        texts = load_texts(language)
        for concern in Concern:
            assert f"services.concern.{concern.value}" in texts
