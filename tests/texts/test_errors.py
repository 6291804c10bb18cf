"""One sentence per problem, whatever a file says."""

from string import Formatter

import pytest

from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.texts import load_texts
from advisor_app.texts.errors import sentence


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("problem", Problem)
def test_a_sentence_stays_short_however_long_the_cause_is(problem: Problem, language: str) -> None:
    endless = "a[" * 5_000
    texts = load_texts(language)
    fields = {name for _, name, _, _ in Formatter().parse(texts.entries[f"errors.{problem.value}"]) if name}
    details: dict[str, str | int] = dict.fromkeys(fields - {"count", "limit", "line"}, endless)
    details |= {"file": "x.csv", "folder": "x", "reason": f"die Spalte „{endless}“ oder “{endless}” gibt es nicht"}
    error = AdvisorError(problem, count=3, limit=5, line=7, **details)
    assert len(sentence(error, texts)) < 700


def test_short_words_and_file_names_are_quoted_whole() -> None:
    file = "/ein/sehr/langer/weg" * 10
    error = AdvisorError(Problem.FILE_FORMAT, file=file, line=7, reason="die Spalte „Farbe“ gibt es nicht")
    said = sentence(error, load_texts("de"))
    assert file in said
    assert "Zeile 7" in said
    assert "„Farbe“" in said
