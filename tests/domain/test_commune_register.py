from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor_app.content.communes import load_register
from advisor_app.domain.commune import (
    SPECIAL_STATUS,
    Commune,
    CommuneKind,
    KeyChange,
    KeyChangeReason,
    absorb,
    dissolve,
    official_id,
)
from advisor_app.domain.commune_register import compare_register, overlaid
from advisor_app.domain.commune_search import CommuneIndex
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.register_update import KeptReason, OfficialEntry, RegisterUpdate
from advisor_app.resources_folder import resources_folder

SHIPPED = load_register(resources_folder() / "communes")
BY_KEY = {commune.key: commune for commune in SHIPPED}
HANAU = BY_KEY["06415000"]
ALLENDORF = BY_KEY["06635001"]
LICH = BY_KEY["06531011"]
FULDA = BY_KEY["06631009"]
OWN = Commune(
    id="own",
    key=None,
    own=True,
    name="Eschentalbach",
    kind=CommuneKind.MUNICIPALITY,
    designation="Gemeinde",
    population=9_400,
)

DAY_2025 = date(2025, 11, 30)
DAY_2027 = date(2027, 6, 30)
REKEYED = HANAU.key_history[0]
MERGED = ALLENDORF.key_history[0]


def entry(commune: Commune, day: date = DAY_2027, **changes: object) -> OfficialEntry:
    """Return what an official file says when only these fields differ; it does not know the special status."""
    official = commune.special_status
    fields: dict[str, object] = {
        "key": commune.key,
        "name": commune.name,
        "kind": CommuneKind.MUNICIPALITY if official else commune.kind,
        "designation": "Stadt" if official else commune.designation,
        "district_key": commune.district_key,
        "district": commune.district,
        "population": commune.population,
        "status_date": day,
        "source": f"GV100AD {day}",
    }
    return OfficialEntry(**(fields | changes))  # type: ignore[arg-type]  # checked by the fields above


def file_of(communes: Sequence[Commune], day: date = DAY_2027) -> list[OfficialEntry]:
    return [entry(commune, day) for commune in communes if not commune.own]


def before_2026() -> list[Commune]:
    """Return the register as an earlier program had it: Hanau under its old key, Bromskirchen still there."""
    hanau = replace(HANAU, key="06435014", kind=CommuneKind.MUNICIPALITY, designation="Stadt", key_history=())
    bromskirchen = replace(LICH, id=official_id("06635005"), key="06635005", name="Bromskirchen")
    allendorf = replace(ALLENDORF, key_history=())
    rest = [commune for commune in SHIPPED if commune.key not in {HANAU.key, ALLENDORF.key}]
    day = date(2022, 12, 31)
    return [replace(commune, status_date=day) for commune in (hanau, bromskirchen, allendorf, *rest)]


@st.composite
def registers_and_files(draw: st.DrawFn) -> tuple[list[Commune], list[OfficialEntry]]:
    """A part of the register with all sorts of dates and own entries, and a file that differs from it."""
    pool = draw(st.lists(st.sampled_from((*SHIPPED[:12], *before_2026()[:4], FULDA)), max_size=12))
    days = st.dates(date(2022, 1, 1), date(2028, 1, 1))
    current: dict[str, Commune] = {}
    for commune in pool:
        if commune.id not in current and all(commune.key != other.key for other in current.values()):
            current[commune.id] = replace(commune, status_date=draw(days), own=draw(st.booleans()))
    day = draw(days)
    incoming = {
        commune.key: entry(
            commune,
            day,
            name=draw(st.sampled_from((commune.name, "Neustadt"))),
            population=draw(st.sampled_from((commune.population, 1))),
        )
        for commune in draw(st.lists(st.sampled_from((*SHIPPED[:15], *before_2026()[:4], FULDA)), max_size=14))
    }
    return list(current.values()), list(incoming.values())


def test_the_file_of_the_shipped_day_changes_nothing_and_does_not_undo_hanau() -> None:
    file = file_of([commune for commune in SHIPPED if commune.key not in {"06415000", "06435000"}], DAY_2025)
    hanau = entry(HANAU, DAY_2025, key="06435014", district_key="06435", district="Main-Kinzig-Kreis")
    district = entry(BY_KEY["06435000"], DAY_2025, population=420_914)
    update = compare_register(SHIPPED, [*file, hanau, district])
    assert update.is_empty
    assert len(update.unchanged) == 440
    assert {(kept.current.name, kept.reason) for kept in update.kept} == {
        ("Hanau", KeptReason.NEWER),
        ("Main-Kinzig-Kreis", KeptReason.NEWER),
    }
    assert set(update.result) == set(SHIPPED)


def test_a_later_file_that_says_the_same_confirms_every_entry() -> None:
    update = compare_register(SHIPPED, file_of(SHIPPED))
    assert len(update.confirmed) == 442
    assert update.result == tuple(change.after for change in update.confirmed)
    assert {commune.status_date for commune in update.result} == {DAY_2027}
    assert {commune.source for commune in update.result} == {f"GV100AD {DAY_2027}"}


def test_added_renamed_and_changed_entries_are_told_apart() -> None:
    new = entry(LICH, key="06531999", name="Neulich", designation="Gemeinde")
    renamed = entry(LICH, name="Lich (Hessen)", population=14_000)
    grown = entry(ALLENDORF, population=8_000)
    rest = [commune for commune in SHIPPED if commune not in {LICH, ALLENDORF}]
    update = compare_register(SHIPPED, [new, renamed, grown, *file_of(rest)])
    assert [(added.name, added.id) for added in update.added] == [("Neulich", official_id("06531999"))]
    assert [(change.before.name, change.after.name) for change in update.renamed] == [("Lich", "Lich (Hessen)")]
    assert update.renamed[0].after.former_names == ("Lich",)
    assert update.renamed[0].figures == ("population",)
    assert [change.after.name for change in update.refigured] == ["Allendorf (Eder)"]
    assert update.refigured[0].after.key_history == ALLENDORF.key_history
    assert not update.rekeyed
    assert len(update.confirmed) == 440


def test_a_commune_is_re_keyed_by_the_shipped_history() -> None:
    current = before_2026()
    update = compare_register(current, file_of(SHIPPED), (REKEYED, MERGED))
    (change,) = update.rekeyed
    assert (change.before.key, change.after.key) == ("06435014", "06415000")
    assert change.after.id == change.before.id == HANAU.id
    assert change.after.key_history == (REKEYED,)
    assert change.after.kind is CommuneKind.CITY


def test_without_a_history_a_new_key_is_a_new_commune_and_the_old_one_vanishes() -> None:
    update = compare_register(before_2026(), file_of(SHIPPED))
    assert [commune.key for commune in update.added] == ["06415000"]
    assert {commune.key for commune in update.vanished} == {"06435014", "06635005"}
    marked = {replace(commune, missing_since=DAY_2027) for commune in update.vanished}
    assert marked <= set(update.result)


def test_a_known_merger_names_the_successor() -> None:
    update = compare_register(before_2026(), file_of(SHIPPED), (REKEYED, MERGED))
    (merger,) = update.mergers
    assert (merger.gone.name, merger.successor, merger.since) == ("Bromskirchen", ALLENDORF.id, date(2023, 1, 1))
    assert not update.vanished
    result = {commune.id: commune for commune in update.result}
    assert merger.gone.id not in result
    assert result[ALLENDORF.id].former_keys == ("06635005",)
    assert result[ALLENDORF.id].former_names == ("Bromskirchen",)


def test_two_mergers_into_one_commune_are_both_kept_in_its_history() -> None:
    second = KeyChange(
        old_key=LICH.key or "", new_key="06635001", since=date(2024, 1, 1), reason=KeyChangeReason.MERGED
    )
    rest = [commune for commune in SHIPPED if commune != LICH]
    update = compare_register(before_2026(), file_of(rest), (REKEYED, MERGED, second))
    allendorf = next(commune for commune in update.result if commune.id == ALLENDORF.id)
    assert set(allendorf.former_keys) == {"06635005", LICH.key}


def test_a_merger_after_the_file_is_none_yet() -> None:
    later = replace(MERGED, since=DAY_2027 + timedelta(days=1))
    update = compare_register(before_2026(), file_of(SHIPPED), (REKEYED, later))
    assert [commune.name for commune in update.vanished] == ["Bromskirchen"]


def test_of_each_entry_the_newer_status_wins() -> None:
    newer = replace(LICH, status_date=DAY_2027 + timedelta(days=1))
    update = compare_register([newer, ALLENDORF], [entry(LICH, population=1), entry(ALLENDORF, population=2)])
    assert [(kept.current, kept.reason) for kept in update.kept] == [(newer, KeptReason.NEWER)]
    assert [change.after.population for change in update.changed] == [2]


def test_on_the_same_day_the_file_wins() -> None:
    update = compare_register([LICH], [entry(LICH, DAY_2025, population=1)])
    assert [change.after.population for change in update.changed] == [1]


def test_an_entry_newer_than_the_file_does_not_vanish() -> None:
    newer = replace(LICH, status_date=DAY_2027 + timedelta(days=1))
    update = compare_register([newer, ALLENDORF], [entry(ALLENDORF)])
    assert not update.vanished
    assert update.unchanged == (newer,)


def test_what_an_older_file_knows_and_the_register_does_not_is_not_added() -> None:
    beerfelden = entry(LICH, date(2017, 12, 31), key="06437999", name="Beerfelden")
    update = compare_register(SHIPPED, [beerfelden])
    assert update.outdated == (beerfelden,)
    assert update.is_empty


def test_a_commune_merged_since_an_older_file_stays_merged() -> None:
    old = entry(LICH, date(2022, 12, 31), key="06635005", name="Bromskirchen")
    update = compare_register(SHIPPED, [old])
    assert [(kept.current.name, kept.reason) for kept in update.kept] == [("Allendorf (Eder)", KeptReason.NEWER)]
    assert update.is_empty


def test_a_key_that_was_replaced_does_not_come_back() -> None:
    update = compare_register([HANAU], [entry(HANAU, key="06435014")])
    assert [kept.reason for kept in update.kept] == [KeptReason.KEY_REPLACED]
    assert update.result == (HANAU,)
    both = compare_register([HANAU], [entry(HANAU), entry(HANAU, key="06435014", population=1)])
    assert [change.after.population for change in both.confirmed] == [HANAU.population]


def test_own_entries_are_never_overwritten_and_never_vanish() -> None:
    edited = replace(LICH, own=True, population=1)
    update = compare_register([edited, OWN, ALLENDORF], [entry(LICH), entry(ALLENDORF)])
    assert [(kept.current, kept.reason) for kept in update.kept] == [(edited, KeptReason.OWN)]
    assert OWN in update.unchanged
    without_key = replace(LICH, own=True, key=None)
    assert compare_register([without_key], [entry(LICH)]).kept[0].reason is KeptReason.OWN


def test_special_status_is_kept_until_a_town_leaves_its_district() -> None:
    update = compare_register([FULDA], [entry(FULDA, population=70_000)])
    after = update.changed[0].after
    assert (after.designation, after.kind, after.population) == (SPECIAL_STATUS, CommuneKind.CITY, 70_000)
    free = entry(FULDA, kind=CommuneKind.CITY, designation="Kreisfreie Stadt")
    assert compare_register([FULDA], [free]).changed[0].after.designation == "Kreisfreie Stadt"


def test_only_hesse_is_compared() -> None:
    elsewhere = entry(LICH, key="08111000", kind=CommuneKind.CITY)
    update = compare_register([LICH], [elsewhere, entry(LICH)])
    assert not update.added
    assert compare_register([LICH], [elsewhere]).unchanged == (LICH,)


def test_no_entries_make_nothing_vanish() -> None:
    assert compare_register(SHIPPED, []) == RegisterUpdate(unchanged=SHIPPED)


def test_an_empty_register_takes_everything() -> None:
    update = compare_register([], file_of(SHIPPED), (REKEYED, MERGED))
    assert {commune.id for commune in update.added} == {commune.id for commune in SHIPPED}
    hanau = next(commune for commune in update.added if commune.name == "Hanau")
    assert hanau.key_history == (REKEYED,)


@pytest.mark.parametrize(("missing", "incomplete"), [(0, False), (22, False), (23, True), (400, True)])
def test_a_file_without_many_entries_is_incomplete(missing: int, *, incomplete: bool) -> None:
    update = compare_register(SHIPPED, file_of(SHIPPED[missing:]))
    assert len(update.vanished) == missing
    assert update.is_incomplete is incomplete


@given(registers_and_files())
def test_importing_the_same_file_twice_changes_nothing(case: tuple[list[Commune], list[OfficialEntry]]) -> None:
    current, incoming = case
    history = (REKEYED, MERGED)
    once = compare_register(current, incoming, history)
    twice = compare_register(once.result, incoming, history)
    # What vanished is asked for again until its successor is named, with the day of the first file without it.
    assert twice.is_empty
    assert {commune.id for commune in twice.vanished} == {commune.id for commune in once.vanished}
    assert all(commune.missing_since is not None for commune in twice.vanished)
    assert set(twice.result) == set(once.result)


@given(registers_and_files())
def test_an_update_accounts_for_every_entry_and_keeps_ids_and_keys_unique(
    case: tuple[list[Commune], list[OfficialEntry]],
) -> None:
    current, incoming = case
    update = compare_register(current, incoming, (REKEYED, MERGED))
    assert len({commune.id for commune in update.result}) == len(update.result)
    keys = [commune.key for commune in update.result]
    assert len(set(keys)) == len(keys)
    gone = {merger.gone.id for merger in update.mergers}
    assert {commune.id for commune in current} - gone <= {commune.id for commune in update.result}
    # A merger into an own entry adds to its history; all else in it stays.
    facts = {replace(commune, key_history=()) for commune in update.result}
    assert {replace(commune, key_history=()) for commune in current if commune.own} <= facts
    for change in (*update.changed, *update.confirmed):
        assert change.before.id == change.after.id
        assert change.before.special_status <= (change.after.special_status or change.after.kind is CommuneKind.CITY)


def test_the_register_in_use_is_the_shipped_one_with_own_and_imported_entries() -> None:
    imported = replace(LICH, population=15_000, status_date=DAY_2027)
    edited = replace(FULDA, own=True, population=1, status_date=None)
    register = overlaid(SHIPPED, [imported, edited, OWN])
    assert set(register) == (set(SHIPPED) - {LICH, FULDA}) | {imported, edited, OWN}


def test_a_later_shipped_entry_takes_over_from_an_imported_one_with_its_history() -> None:
    renaming = KeyChange(
        old_key="06415000",
        new_key="06415000",
        since=date(2025, 12, 1),
        reason=KeyChangeReason.RENAMED,
        old_name="Hanau am Main",
    )
    imported = replace(HANAU, population=1, status_date=date(2025, 12, 31), key_history=(renaming,))
    (register,) = overlaid([HANAU], [imported])
    assert register == replace(HANAU, key_history=(REKEYED, renaming))


def test_a_merged_commune_leaves_the_register_in_use() -> None:
    united = absorb(replace(ALLENDORF, status_date=DAY_2027), LICH, DAY_2027)
    register = overlaid(SHIPPED, [united])
    assert LICH not in register
    assert len(register) == len(SHIPPED) - 1


def test_a_dissolved_commune_leaves_the_register_in_use_until_a_later_program_ships_it_again() -> None:
    gone = dissolve(replace(LICH, missing_since=DAY_2027), DAY_2027)
    assert len(overlaid(SHIPPED, [gone])) == len(SHIPPED) - 1
    later = replace(LICH, status_date=date(2028, 1, 1))
    assert later in overlaid([later], [gone])


def test_a_commune_that_an_official_file_names_again_is_missing_no_more() -> None:
    missing = replace(LICH, missing_since=date(2026, 12, 31))
    update = compare_register([missing], [entry(LICH)])
    (after,) = update.result
    assert after.missing_since is None


@given(
    st.lists(
        st.sampled_from([commune for commune in SHIPPED if commune.kind is not CommuneKind.DISTRICT]),
        min_size=2,
        max_size=5,
        unique=True,
    ),
    st.dates(date(2026, 1, 2), date(2030, 1, 1)),
)
def test_whoever_is_absorbed_is_found_in_the_last_successor_and_nothing_else_of_it_changes(
    chain: list[Commune], since: date
) -> None:
    *_, last = chain
    united = chain[0]
    differing = {}
    for successor in chain[1:]:
        united = absorb(successor, united, since)
        differing[united.id] = united
    register = overlaid(SHIPPED, [*differing.values()])
    index = CommuneIndex(register)
    assert replace(united, key_history=last.key_history) == last
    assert len(register) == len(SHIPPED) - len(chain) + 1
    for gone in chain[:-1]:
        assert gone.key is not None
        assert index.by_key(gone.key) == united
        assert gone.name in united.former_names
        assert index.find(gone.name)
        for back in (gone, replace(gone, key=None, own=True)):
            with pytest.raises(AdvisorError):
                absorb(back, united, since)
    # An older official file, which still names them all, brings none of them back.
    update = compare_register(register, file_of(SHIPPED, DAY_2025))
    assert not update.added
    assert {commune.key for commune in update.result} == {commune.key for commune in register}


def test_a_district_follows_no_municipality_and_nobody_itself() -> None:
    district = BY_KEY["06531000"]
    for successor, gone in ((LICH, district), (district, LICH), (LICH, LICH)):
        with pytest.raises(AdvisorError) as caught:
            absorb(successor, gone, DAY_2027)
        assert caught.value.problem is Problem.BAD_SUCCESSOR


def test_keys_in_the_register_in_use_are_unique() -> None:
    under_new_id = replace(HANAU, id="imported before the history was shipped")
    assert overlaid([HANAU], [under_new_id]) == (HANAU,)
    own = replace(under_new_id, own=True)
    assert overlaid([HANAU], [own]) == (own,)
