"""Questions of several modules that ask the same: once in a questionnaire, and answered in the same way everywhere."""

from __future__ import annotations

from advisor_app.content.entry import Entry
from advisor_app.content.library import Library
from advisor_app.content.questionnaire import shared_key
from advisor_app.domain.questionnaire import Question


def check_shared_questions(library: Library) -> None:
    """Note a word that a questionnaire has twice, and questions under one word that take other answers."""
    first: dict[str, Question] = {}
    for content in library.questionnaires():
        own: set[str] = set()
        for entry in content.questions:
            key = "" if entry.value.retired else shared_key(entry.table)
            if not key:
                continue
            if key in own:
                entry.table.flaw("shared-twice", "shared", word=key)
            own.add(key)
            _compare(entry, first.setdefault(key, entry.value), key)


def _compare(entry: Entry[Question], other: Question, key: str) -> None:
    question = entry.value
    if (question.type, question.unit, question.choices) != (other.type, other.unit, other.choices):
        entry.table.flaw("shared-differs", "shared", word=key, name=other.id)
