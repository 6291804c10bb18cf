"""What is written down of a bug says where, and never what."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import NoReturn

import pytest

from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.services.fault_log import LOG_NAME, MOST_BYTES, OLDER_NAME, describe, write_down

NOW = datetime(2026, 9, 14, 6, 41, tzinfo=UTC)
TYPED = "Bürgermeisterin Jo Beispiel hat kein Backup"


def by_message() -> NoReturn:
    raise ValueError(f"cannot store {TYPED}")


def by_locals() -> NoReturn:
    note = TYPED
    raise KeyError(note.upper()) from RuntimeError(note)


def by_context() -> NoReturn:
    try:
        raise KeyError(TYPED)  # noqa: TRY301  # what came before is not told either
    except KeyError:
        raise OSError(28, TYPED, f"/home/jo/{TYPED}") from None


def by_details() -> NoReturn:
    raise AdvisorError(Problem.BAD_VALUE, name="note", value=TYPED)


def by_group() -> NoReturn:
    raise ExceptionGroup(TYPED, [ValueError(TYPED)])


def caught(raising: Callable[[], NoReturn]) -> Exception:
    try:
        raising()
    except Exception as error:  # noqa: BLE001  # whatever it is
        return error


@pytest.mark.parametrize("raising", [by_message, by_locals, by_context, by_details, by_group])
def test_nothing_that_was_typed_is_told(tmp_path: Path, raising: Callable[[], NoReturn]) -> None:
    error = caught(raising)
    file = write_down(tmp_path, error, NOW)
    assert file == tmp_path / "logs" / LOG_NAME
    for told in (describe(error), file.read_text("utf-8")):
        for word in ("Beispiel", "BEISPIEL", "Backup", "/home", str(Path(__file__).parent)):
            assert word not in told
        assert type(error).__name__ in told
        assert raising.__name__ in told


def test_a_cause_is_told_with_its_place() -> None:
    told = describe(caught(by_locals))
    assert "caused by RuntimeError" in told
    assert "OSError ENOSPC" in describe(caught(by_context))
    assert "BAD_VALUE" in describe(caught(by_details))


def test_the_log_never_grows_beyond_its_size(tmp_path: Path) -> None:
    error = caught(by_message)
    for _ in range(2 * MOST_BYTES // len(describe(error)) + 20):
        write_down(tmp_path, error, NOW)
    sizes = {file.name: file.stat().st_size for file in (tmp_path / "logs").iterdir()}
    assert set(sizes) == {LOG_NAME, OLDER_NAME}
    assert all(size <= MOST_BYTES for size in sizes.values())


def test_a_folder_that_takes_nothing_is_no_further_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "logs").touch()
    monkeypatch.setattr("tempfile.gettempdir", lambda: str(tmp_path / "temporary"))
    assert write_down(tmp_path, caught(by_message), NOW) == tmp_path / "temporary" / LOG_NAME
    (tmp_path / "also").touch()
    monkeypatch.setattr("tempfile.gettempdir", lambda: str(tmp_path / "also"))
    assert write_down(tmp_path, caught(by_message), NOW) is None
