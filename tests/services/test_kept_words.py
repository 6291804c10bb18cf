"""Words that could not be saved are sealed with the key of their data, and come back as they were."""

from dataclasses import replace
from pathlib import Path

import pytest

from advisor_app.domain.assessment import Answer, AnswerState
from advisor_app.domain.case import CaseNote, Person
from advisor_app.domain.changes import AnswerSet, HeadSet, NoteSet
from advisor_app.domain.words import Words
from advisor_app.sealing import WrongKeyError
from advisor_app.services.kept_words import KeptWords, seal_words, unseal_words
from advisor_app.services.unsaved_words import all_words
from advisor_app.services.workspace import open_workspace
from tests.profiles import make_recoverable
from tests.ui.conftest import COMMUNE, MONDAY, PREFERENCES


def test_what_is_sealed_comes_back_and_nobody_else_reads_it(tmp_path: Path) -> None:
    workspace = open_workspace(make_recoverable(tmp_path / "data"), PREFERENCES)
    another = open_workspace(make_recoverable(tmp_path / "other"), PREFERENCES)
    head = workspace.cases.create(COMMUNE, ("M4",)).case.head
    kept = KeptWords(
        case_id="c1",
        changes=(
            HeadSet(head, replace(head, wish="Rat bis Mai")),
            NoteSet("n1", None, CaseNote(id="n1", at=MONDAY, words=Words("Am Telefon"))),
            AnswerSet("a1", "4.1.2", Answer(state=AnswerState.ANSWERED, level=2), None),
        ),
        people=(Person(id="p1", name="Jo Beispiel", phone="12"),),
        drafts={"settings": {"commune": {"name": "Musterau"}}},
        rejected=("bald im Mai",),
    )
    sealed = seal_words(kept, workspace.profile)
    assert b"Musterau" not in sealed
    assert unseal_words(sealed, workspace.profile) == kept
    assert all_words(kept).split("\n\n") == ["Rat bis Mai", "Am Telefon", "Musterau", "bald im Mai"]
    with pytest.raises(WrongKeyError):
        unseal_words(sealed, another.profile)
    for one in (workspace, another):
        one.close()


def test_nothing_is_kept_where_everything_is_saved() -> None:
    assert not KeptWords(case_id="c1")
    assert all_words(KeptWords()) == ""
