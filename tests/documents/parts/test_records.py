"""Every kind of record has its place in what is told of a case."""

from __future__ import annotations

from typing import get_args

from advisor_app.documents.parts.records import KINDS
from advisor_app.domain.changes import Change, HandoverSet
from advisor_app.texts import load_texts


def test_every_record_but_the_handover_of_this_copy_is_told() -> None:
    assert set(KINDS) == set(get_args(Change)) - {HandoverSet}


def test_every_kind_has_a_heading_in_both_languages() -> None:
    for language in ("de", "en"):
        texts = load_texts(language)
        assert all(f"documents.records.kinds.{kind}" in texts for kind in KINDS.values())
