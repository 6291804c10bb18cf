"""What the record of a case says, beside every word that somebody wrote (``test_completeness``)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from advisor_app.documents.blocks import Table
from advisor_app.documents.kinds import find_kind
from advisor_app.domain.attendance import Participant
from advisor_app.domain.case import Case, Contact, Person
from tests.documents.samples import given
from tests.example_case import example_case

ANNA = Person(id="p-anna", name="Dr. Anna Feldmann", phone="06441 5550-12", email="feldmann@example.org")


# A contact noted on the telephone has a name and a number, and neither function nor role.
KNOWN = replace(example_case(), people={ANNA.id: ANNA}, contacts={}, participants={})
AS_CONTACT = replace(KNOWN, contacts={"r1": Contact(id="r1", person=ANNA.id)})
AS_PARTICIPANT = replace(KNOWN, participants={"r1": Participant(id="r1", person=ANNA.id)})


@pytest.mark.parametrize("case", [AS_CONTACT, AS_PARTICIPANT], ids=["contact", "participant"])
def test_people_are_told_with_how_to_reach_them(case: Case) -> None:
    rows = [
        row.cells
        for block in find_kind("case-record").make(given(case)).blocks
        if isinstance(block, Table)
        for row in block.rows
    ]
    for pair in (("Name", ANNA.name), ("Telefon", ANNA.phone), ("E-Mail", ANNA.email)):
        assert pair in rows


def test_the_extract_for_the_commune_names_nobody_of_them() -> None:
    assert ANNA.phone not in str(find_kind("commune-extract").make(given(AS_CONTACT)).blocks)
