"""Whatever comes back: refused within seconds with a reason, or read; never a hang, a crash or a script that runs."""

from __future__ import annotations

import os
import resource
import sys
import time
import tracemalloc
from dataclasses import replace
from pathlib import Path

import pytest

from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.form import ReturnedForm
from advisor_app.exchange.returned_form import READ_FORM, apart, reading
from advisor_app.exchange.returned_form.limits import LIMITS, MEGABYTE, Limits
from advisor_app.exchange.returned_form.pdf_fields import read_fields
from advisor_app.exchange.returned_form.reading import read_apart, read_returned_form
from advisor_app.texts import load_texts
from advisor_app.texts.errors import sentence
from tests.exchange.returned_form.forms import survey
from tests.exchange.returned_form.hostile import REFUSED, scripted
from tests.patience import PATIENCE_SECONDS


def read(data: bytes, folder: Path, limits: Limits = LIMITS) -> ReturnedForm:
    file = folder / "zurück.pdf"
    file.write_bytes(data)
    return read_returned_form(file, load_texts("de"), limits)


@pytest.mark.parametrize("name", REFUSED)
def test_it_is_refused_with_its_reason_within_seconds(name: str, tmp_path: Path) -> None:
    make, problem = REFUSED[name]
    data = make()
    assert len(data) <= LIMITS.file
    begun = time.monotonic()
    with pytest.raises(AdvisorError) as raised:
        read(data, tmp_path)
    assert time.monotonic() - begun < PATIENCE_SECONDS
    assert raised.value.problem is problem
    said = sentence(raised.value, load_texts("de"))
    assert "zurück.pdf" in said
    assert "Es wurde nichts übernommen." in said


def test_scripts_are_passed_over(tmp_path: Path) -> None:
    assert read(scripted(), tmp_path).values == {"q_4_1_1": "s2"}


def test_a_file_that_is_too_large_is_not_even_read(tmp_path: Path) -> None:
    file = tmp_path / "groß.pdf"
    with file.open("wb") as stream:
        stream.write(survey())
        stream.truncate(200 * MEGABYTE)
    tracemalloc.start()
    try:
        with pytest.raises(AdvisorError) as raised:
            read_returned_form(file, load_texts("de"))
        assert tracemalloc.get_traced_memory()[1] < 60 * MEGABYTE
    finally:
        tracemalloc.stop()
    assert raised.value.problem is Problem.FORM_TOO_LARGE
    assert "größer als 25 MB" in sentence(raised.value, load_texts("de"))


@pytest.mark.parametrize("name", ["fehlt.pdf", "."])
def test_what_is_no_file_is_told(name: str, tmp_path: Path) -> None:
    with pytest.raises(AdvisorError) as raised:
        read_returned_form(tmp_path / name, load_texts("de"))
    assert raised.value.problem is Problem.FILE_UNREADABLE


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "leitung.pdf")
    with pytest.raises(AdvisorError) as raised:
        read_returned_form(tmp_path / "leitung.pdf", load_texts("de"))
    assert raised.value.problem is Problem.FILE_UNREADABLE


def _stand_in(patch: pytest.MonkeyPatch, program: str) -> None:
    patch.setattr(
        "advisor_app.exchange.returned_form.apart.command_of", lambda _reader: [sys.executable, "-c", program]
    )


@pytest.mark.parametrize(
    "program",
    [
        "import time; time.sleep(600)",
        "import sys, time; sys.stdin.buffer.read(); sys.stdout.write('{'); sys.stdout.flush(); time.sleep(600)",
        "while True: pass",
        "raise SystemExit(3)",
        "import os; os.kill(os.getpid(), 9)",
        "import sys; [sys.stdout.write('x' * 65536) for _ in iter(int, 1)]",
        "print('{}')",
        'print(\'{"problem": "", "fields": [[]]}\')',
        "print('[' * 1000)",
    ],
)
def test_a_reader_that_does_not_answer_is_ended(program: str, monkeypatch: pytest.MonkeyPatch) -> None:
    _stand_in(monkeypatch, program)
    begun = time.monotonic()
    found = read_apart(survey(), replace(LIMITS, seconds=1.0))
    assert time.monotonic() - begun < PATIENCE_SECONDS
    assert found.problem == Problem.FORM_TOO_COSTLY.value


def test_the_reader_keeps_to_its_memory_and_writes_no_file(monkeypatch: pytest.MonkeyPatch) -> None:
    told = (
        "import json, resource, sys\n"
        "from advisor_app.exchange.returned_form import worker\n"
        "worker.confine(10, worker.LIMITS.memory)\n"
        "kinds = ('RLIMIT_AS', 'RLIMIT_FSIZE', 'RLIMIT_CORE', 'RLIMIT_CPU')\n"
        "most = [resource.getrlimit(getattr(resource, kind))[0] for kind in kinds]\n"
        "print(json.dumps({'problem': ' '.join(map(str, most)), 'fields': []}))\n"
    )
    _stand_in(monkeypatch, told)
    assert read_apart(b"").problem == f"{LIMITS.memory} 0 0 10"
    assert resource.getrlimit(resource.RLIMIT_AS)[0] != LIMITS.memory  # this process is not limited


def test_the_program_itself_is_a_reader_where_it_is_asked_to_be(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "command_of", lambda _reader: [sys.executable, "-m", "advisor_app", READ_FORM])
    assert read_apart(survey()).problem == ""
    monkeypatch.undo()
    assert apart.command_of(reading.READER)[0] == sys.executable
    monkeypatch.setattr(sys, "executable", "/opt/advisor-app/beraterkoffer")
    assert apart.command_of(reading.READER) == ["/opt/advisor-app/beraterkoffer", READ_FORM]


def test_limits_are_looked_at_in_the_reading_itself() -> None:
    few = replace(LIMITS, fields=10)
    assert read_fields(survey(), few).problem == Problem.FORM_TOO_COSTLY.value
    short = replace(LIMITS, characters=100)
    assert read_fields(survey(), short).problem == Problem.FORM_TOO_COSTLY.value
    assert read_fields(survey(), LIMITS).problem == ""
