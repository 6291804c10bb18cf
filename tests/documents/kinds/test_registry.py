"""The registry of documents."""

from __future__ import annotations

from pathlib import Path

import pytest

from advisor_app.documents import kinds
from advisor_app.documents.kinds import KINDS, find_kind
from advisor_app.domain.errors import AdvisorError, Problem


def test_every_module_is_registered_under_its_file_name() -> None:
    folder = Path(next(iter(kinds.__path__)))
    modules = {file.stem.replace("_", "-") for file in folder.glob("*.py")} - {"--init--"}
    assert {kind.id for kind in KINDS} == modules
    assert len(KINDS) == len(modules)


def test_a_kind_is_found_by_its_id() -> None:
    assert [find_kind(kind.id) for kind in KINDS] == list(KINDS)


def test_an_unknown_kind_is_named() -> None:
    with pytest.raises(AdvisorError) as caught:
        find_kind("agenda-of-nothing")
    assert caught.value.problem is Problem.UNKNOWN_DOCUMENT
    assert caught.value.details == {"name": "agenda-of-nothing"}
