"""The command for print packs: what it writes, what it says, and what it refuses."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from advisor_app.cli.print_packs import copies_named
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.services.print_packs import MOST_COPIES, Copies
from tests.cli.conftest import LICH, Run


@pytest.fixture
def case(run: Run) -> str:
    return str(run("case", "create", "--commune", LICH, "--modules", "M4", "--json").json["id"])


def test_a_pack_is_one_file_with_every_copy(run: Run, case: str, tmp_path: Path) -> None:
    file = tmp_path / "paket.pdf"
    of = ("--of", "module-handout:M4=3", "--of", "voting-cards")
    said = run("documents", "pack", case, "--out", file, *of, "--duplex", "--json").json
    assert said["documents"] == [
        {"kind": "module-handout", "item": "M4", "title": "Handout, 4 Smart Region", "copies": 3},
        {"kind": "voting-cards", "item": None, "title": "Abstimmkarten", "copies": 1},
    ]
    assert len(PdfReader(file).pages) == said["pages"] + said["blank_backs"] == 2 * said["sheets"]
    assert said["duplex"] is True


def test_on_one_side_every_page_is_a_sheet(run: Run, case: str, tmp_path: Path) -> None:
    *documents, total = run("documents", "pack", case, "--out", tmp_path, "--of", "voting-cards=2").lines
    assert documents == ["2 × Abstimmkarten"]
    file = tmp_path / "Druckpaket_Lich.pdf"
    pages = len(PdfReader(file).pages)
    assert total == f"{file}  (Seiten: {pages}, leere Rückseiten: 0, Blatt Papier: {pages})"


@pytest.mark.parametrize(
    "text", ["", "=3", ":M4", "voting-cards=", "voting-cards=0", "voting-cards=1000", "voting-cards=-1", "a=²"]
)
def test_a_number_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(AdvisorError) as refused:
        copies_named(text)
    assert refused.value.problem is Problem.BAD_VALUE


@given(
    kind=st.from_regex(r"[a-z-]+", fullmatch=True),
    item=st.from_regex(r"[\w -]*", fullmatch=True),
    count=st.integers(1, MOST_COPIES),
)
def test_what_is_named_is_understood(kind: str, item: str, count: int) -> None:
    assert copies_named(f"{kind}:{item}={count}") == Copies(kind, item, count)
    assert copies_named(f"{kind}:{item}") == Copies(kind, item, 1)
