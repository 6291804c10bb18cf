"""One sentence per problem, whatever a file says."""

import errno
import os
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


def test_a_file_s_name_cannot_steer_the_terminal_or_turn_the_line_around() -> None:
    error = AdvisorError(Problem.FILE_TOO_LARGE, file="a\x1b[2J\u202egpj\x07 Küche 👩\u200d🔧\udcfc.exe")
    assert "„a�[2J�gpj� Küche 👩\u200d🔧\udcfc.exe“" in sentence(error, load_texts("de"))


def test_short_words_and_file_names_are_quoted_whole() -> None:
    file = "/ein/sehr/langer/weg" * 10
    error = AdvisorError(Problem.FILE_FORMAT, file=file, line=7, reason="die Spalte „Farbe“ gibt es nicht")
    said = sentence(error, load_texts("de"))
    assert file in said
    assert "Zeile 7" in said
    assert "„Farbe“" in said


@pytest.mark.parametrize(
    ("number", "words"),
    [(errno.ENOENT, "nicht gefunden"), (errno.EISDIR, "das ist ein Ordner"), (errno.EROFS, "nur")],
)
def test_what_the_system_says_is_said_in_the_user_s_words(number: int, words: str) -> None:
    error = AdvisorError(Problem.FILE_UNREADABLE, file="f.csv", reason=os.strerror(number))
    assert f"({words}" in sentence(error, load_texts("de"))
    assert os.strerror(number) not in sentence(error, load_texts("de"))


def test_a_reason_of_a_file_s_own_is_kept() -> None:
    error = AdvisorError(Problem.FILE_UNREADABLE, file="f.csv", reason="zu groß")
    assert "(zu groß)" in sentence(error, load_texts("de"))


def test_a_table_of_its_own_says_what_helps_there() -> None:
    texts, error = load_texts("de"), AdvisorError(Problem.DISK_FULL, file="d")
    assert "versuchen Sie es dann erneut" in sentence(error, texts)
    assert "von selbst" in sentence(error, texts, "held-edits")
    assert "wiederholen Sie den Befehl" in sentence(error, texts, "commands.errors")
    unknown = AdvisorError(Problem.UNKNOWN_CASE, name="x")
    assert sentence(unknown, texts, "commands.errors") == sentence(unknown, texts)
