"""Questionnaires as they were asked."""

import pytest

from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.storage.database import Database
from advisor_app.storage.definitions import DefinitionStore


def test_a_definition_is_kept_once_and_never_changed(database: Database) -> None:
    store = DefinitionStore(database)
    store.keep("digest", "m4", "1.0.0", '{"id":"m4"}')
    store.keep("digest", "m4", "9.9.9", "another text")
    assert store.body("digest") == '{"id":"m4"}'


def test_a_definition_that_is_missing_is_told(database: Database) -> None:
    with pytest.raises(AdvisorError) as caught:
        DefinitionStore(database).body("digest")
    assert caught.value.problem is Problem.UNKNOWN_QUESTIONNAIRE
