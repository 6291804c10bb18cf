"""Who pays, as lists say it: kinds of financing and names of programmes, in one column or in two."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.booking import Financing
from advisor_app.domain.case_list_payment import PaymentReader
from advisor_app.domain.funding_rules import Counts, Programme, Window

DAY = date(2020, 10, 1)
LAND, OWN, ALLIANCE, OPEN = Financing.PROGRAMME, Financing.OWN, Financing.ALLIANCE, Financing.OPEN


def programme(name: str, short: str, title: str, *modules: str, by_exception: str = "") -> Programme:
    windows = tuple(
        Window(module=module, valid_from=DAY, valid_to=None) for module in (*modules, by_exception) if module
    )
    return Programme(
        id=name,
        short=short,
        title=title,
        counts=Counts.APPLICATION,
        modules=modules,
        at_most=1,
        rule="R1",
        windows=windows,
        as_of=DAY,
        sources=(),
    )


READER = PaymentReader(
    (
        programme("HMdIS", "HMdIS", "Innenministerium (HMdIS)", "M1", "M2"),
        programme("SHH", "Starke Heimat Hessen", "Programm Starke Heimat Hessen", "M3", "M4", by_exception="M2"),
        programme("DF", "DigiFonds", "Fonds für digitale Ämter, Teil 2", "M1", "M4"),
    )
)


@pytest.mark.parametrize(
    ("financing", "name", "kind", "found", "unknown"),
    [
        ("", "", OPEN, [], ()),
        ("gefördert", "", LAND, [], ()),
        ("Eigenmittel", "–", OWN, [], ()),
        ("HMdIS", "", LAND, ["HMdIS"], ()),
        ("Innenministerium", "", LAND, ["HMdIS"], ()),
        ("", "Starke Heimat", LAND, ["SHH"], ()),
        ("offen", "shh", LAND, ["SHH"], ()),
        ("Land", "DIGIFONDS", LAND, ["DF"], ()),
        ("Land", "Fonds für digitale Ämter, Teil 2", LAND, ["DF"], ()),
        ("Land", "HMdIS + Starke Heimat Hessen", LAND, ["HMdIS", "SHH"], ()),
        ("HMdIS", "SHH", LAND, ["SHH"], ()),
        ("Land", "HMdIS, Kreisfonds", LAND, ["HMdIS"], ("Kreisfonds",)),
        ("Land", "Programm, Teil 3", LAND, [], ("Programm, Teil 3",)),
        ("", "Kreisfonds", LAND, [], ("Kreisfonds",)),
        ("", "Starke", LAND, [], ("Starke",)),  # too little to be sure
        ("Land", "keines", LAND, [], ()),
        ("", "IKZ", ALLIANCE, [], ()),
        ("Eigenmittel", "SHH", OWN, ["SHH"], ()),
    ],
)
def test_two_cells_say_who_pays(
    financing: str, name: str, kind: Financing, found: list[str], unknown: tuple[str, ...]
) -> None:
    said = READER.read(financing, name)
    assert (said.financing, [item.id for item in said.programmes], said.unknown, said.unread) == (
        kind,
        found,
        unknown,
        "",
    )


def test_what_is_neither_kind_nor_programme_is_not_guessed() -> None:
    assert READER.read("vielleicht", "SHH").unread == "vielleicht"


@pytest.mark.parametrize(
    ("name", "module", "found"),
    [
        ("SHH", "M4", ["SHH"]),
        ("SHH", "M1", []),
        ("HMdIS, SHH", "M1", ["HMdIS"]),
        ("HMdIS, SHH", "M2", ["HMdIS", "SHH"]),
    ],
)
def test_a_programme_counts_for_the_modules_that_it_knows(name: str, module: str, found: list[str]) -> None:
    assert [item.id for item in READER.read("Land", name).of(module)] == found
    assert READER.read("Eigenmittel", name).of(module) == ()


@given(st.text(max_size=30), st.text(max_size=30))
def test_any_words_are_read(financing: str, name: str) -> None:
    said = READER.read(financing, name)
    assert said.financing is LAND or not said.unknown
