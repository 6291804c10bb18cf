"""A thousand forms that are not quite PDFs any more: each is read or refused, and none of them is believed."""

from __future__ import annotations

import random
import re
import subprocess
import sys
import time
from collections.abc import Callable
from functools import cache, lru_cache
from io import BytesIO
from threading import Timer

import pikepdf
import pytest

from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.exchange.returned_form.limits import LIMITS
from advisor_app.exchange.returned_form.raw_form import RawForm, decode_raw
from advisor_app.exchange.returned_form.reading import read_apart, understood
from tests.documents.samples import ISSUE
from tests.exchange.returned_form import filling
from tests.exchange.returned_form.forms import VALUES, survey, survey_document
from tests.patience import PATIENCE_SECONDS

COUNT = 1_000
THROUGH_THE_PROCESS = 25
OUTCOMES = {"read", *(problem.value for problem in Problem if problem.value.startswith("form-"))}
_NUMBERS = re.compile(rb"\d+")
_TOKENS = re.compile(rb"/\w+|\d+ \d+ R|\d+|<<|>>|\[|\]|\(|\)|stream|endobj")

Mutation = Callable[[bytearray, random.Random], None]


def _flip(data: bytearray, chance: random.Random) -> None:
    for _ in range(chance.choice((1, 4, 40, 400))):
        data[chance.randrange(len(data))] = chance.randrange(256)


def _cut(data: bytearray, chance: random.Random) -> None:
    del data[chance.randrange(len(data)) :]


def _leave_out(data: bytearray, chance: random.Random) -> None:
    start = chance.randrange(len(data))
    del data[start : start + chance.choice((1, 10, 1_000))]


def _repeat(data: bytearray, chance: random.Random) -> None:
    start, place = chance.randrange(len(data)), chance.randrange(len(data))
    data[place:place] = data[start : start + chance.choice((5, 500, 20_000))]


@lru_cache(maxsize=8)
def _found(pattern: re.Pattern[bytes], data: bytes) -> list[re.Match[bytes]]:
    """All matches; the files that changes begin with are asked for again and again."""
    return list(pattern.finditer(data))


def _exchange_tokens(data: bytearray, chance: random.Random) -> None:
    tokens = _found(_TOKENS, bytes(data))
    for _ in range(chance.choice((1, 3, 10))):
        one, other = chance.choice(tokens), chance.choice(tokens)
        data[one.start() : one.end()] = other[0].ljust(len(one[0]))[: len(one[0])]


def _other_numbers(data: bytearray, chance: random.Random) -> None:
    numbers = _found(_NUMBERS, bytes(data))
    for _ in range(chance.choice((1, 5, 50))):
        found = chance.choice(numbers)
        digits = chance.choice((b"0", b"9")) * len(found[0])
        data[found.start() : found.end()] = digits


MUTATIONS: tuple[Mutation, ...] = (_flip, _cut, _leave_out, _repeat, _exchange_tokens, _other_numbers)


def _plain(data: bytes) -> bytes:
    """The same with nothing packed, so that what is changed is what holds the fields."""
    result = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        pdf.save(result, compress_streams=False, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return result.getvalue()


@cache
def _sources() -> tuple[bytes, ...]:
    filled = filling.like_acrobat(survey(), VALUES)
    return filled, _plain(filled), filling.by_pypdf(survey(), VALUES)


def mutated(number: int) -> bytes:
    """A file by its number, always the same."""
    sources = _sources()
    chance = random.Random(number)
    data = bytearray(sources[number % len(sources)])
    MUTATIONS[number % len(MUTATIONS)](data, chance)
    if number % 5 == 0:
        chance.choice(MUTATIONS)(data, chance)
    return bytes(data)


def _holds(form: RawForm, data: bytes, number: int) -> str:
    """What became of a file; fails where it is believed to be another form than the one that was issued."""
    try:
        found = understood(form, data)
    except AdvisorError as error:
        return error.problem.value
    assert found.identity == survey_document().form or not found.identity.is_issued_with(ISSUE.key), number
    return "read"


@pytest.mark.long
def test_a_thousand_mutated_forms_neither_crash_nor_hang_nor_deceive() -> None:
    seen: set[str] = set()
    with subprocess.Popen(
        [sys.executable, "-m", "tests.exchange.returned_form.reading_many"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for number in range(COUNT):
            data = mutated(number)
            timer = Timer(PATIENCE_SECONDS, process.kill)
            timer.start()
            process.stdin.write(b"%d\n%b" % (len(data), data))
            process.stdin.flush()
            line = process.stdout.readline()
            timer.cancel()
            assert line, f"file {number} was not answered"
            seen.add(_holds(decode_raw(line, LIMITS.fields), data, number))
        process.stdin.close()
        assert process.wait(PATIENCE_SECONDS) == 0
    assert {"read", "form-no-pdf", "form-altered", "form-unknown"} <= seen <= OUTCOMES


@pytest.mark.long
def test_so_it_is_in_the_process_that_reads() -> None:
    for number in range(0, COUNT, COUNT // THROUGH_THE_PROCESS):
        data = mutated(number)
        begun = time.monotonic()
        assert _holds(read_apart(data), data, number) in OUTCOMES
        assert time.monotonic() - begun < PATIENCE_SECONDS, number
