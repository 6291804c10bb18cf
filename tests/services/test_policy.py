"""The rules of an IT department: read strictly, and never ignored because they cannot be read."""

from base64 import b64encode
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.errors import Problem
from advisor_app.services.policy import Escrow, Policy, load_policy, machine_folder, read_policy
from advisor_app.texts import load_texts
from tests.services.conftest import refused

TEXTS = load_texts("de")
KEY = bytes(range(1, 33))
WHOLE = f"""
# Richtlinie der Beispielorganisation
[passphrase]
required = true
minimum_length = 16

[lock]
after_minutes = 10

[escrow]
public_key = "{b64encode(KEY).decode()}"
name = "IT-Abteilung"

[backup]
place = "/srv/sicherungen"

[retention]
months = 24

[phone_poll]
allowed = false
"""


def written(folder: Path, text: str, name: str = "advisor-policy.toml") -> Path:
    folder.mkdir(exist_ok=True)
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


def test_every_rule_is_read(tmp_path: Path) -> None:
    file = written(tmp_path, WHOLE)
    assert read_policy(file, TEXTS) == Policy(
        passphrase_required=True,
        minimum_length=16,
        lock_after_minutes=10,
        escrow=Escrow(KEY, "IT-Abteilung"),
        backup_place=Path("/srv/sicherungen"),
        retention_months=24,
        phone_poll=False,
        file=file,
    )


def test_what_is_not_laid_down_stays_as_it_is(tmp_path: Path) -> None:
    file = written(tmp_path, "[lock]\nafter_minutes = 5\n")
    assert read_policy(file, TEXTS) == Policy(lock_after_minutes=5, file=file)


def test_a_key_may_be_hexadecimal(tmp_path: Path) -> None:
    file = written(tmp_path, f'[escrow]\npublic_key = "{KEY.hex()}"\nname = "IT"\n')
    assert read_policy(file, TEXTS).escrow == Escrow(KEY, "IT")


def test_without_a_file_nothing_is_laid_down(tmp_path: Path) -> None:
    assert load_policy(TEXTS, tmp_path, {}) == Policy()
    assert load_policy(TEXTS, tmp_path / "missing", {}) == Policy()


def test_the_file_of_the_machine_holds_whatever_the_environment_says(tmp_path: Path) -> None:
    machine = written(tmp_path / "machine", "[retention]\nmonths = 12\n")
    other = written(tmp_path, "[retention]\nmonths = 240\n", "other.toml")
    variables = {"ADVISOR_APP_POLICY": str(other)}
    assert load_policy(TEXTS, machine.parent, variables).retention_months == 12
    assert load_policy(TEXTS, tmp_path / "none", variables).retention_months == 240


def test_a_file_that_the_environment_names_must_be_there(tmp_path: Path) -> None:
    variables = {"ADVISOR_APP_POLICY": str(tmp_path / "missing.toml")}
    refused(lambda: load_policy(TEXTS, tmp_path, variables), Problem.POLICY)


def test_a_link_that_leads_nowhere_is_not_taken_for_no_file(tmp_path: Path) -> None:
    (tmp_path / "advisor-policy.toml").symlink_to(tmp_path / "gone")
    refused(lambda: load_policy(TEXTS, tmp_path, {}), Problem.POLICY)


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("[passphrase]\nrequired = 1\n", 2, "„required“ muss true oder false sein"),
        ("[passphrase]\nrequired = true\nlength = 9\n", 3, "„length“ ist in [passphrase] unbekannt"),
        ("[passphrase]\nminimum_length = 4\n", 2, "„minimum_length“ muss eine Zahl von 8 bis 128 sein"),
        ("[passphrase]\nminimum_length = true\n", 2, "„minimum_length“ muss eine Zahl von 8 bis 128 sein"),
        ("\n[pasphrase]\nrequired = true\n", 2, "„pasphrase“ ist unbekannt"),
        ("lock = 5\n", 1, "„lock“ muss ein Abschnitt sein: [lock]"),
        ("[[lock]]\nafter_minutes = 5\n", 1, "„lock“ muss ein Abschnitt sein: [lock]"),
        ("[lock]\nafter_minutes = 0\n", 2, "„after_minutes“ muss eine Zahl von 1 bis 240 sein"),
        ("[escrow]\nname = 'IT'\n", 1, "[escrow] braucht public_key und name"),
        (
            f"[escrow]\nname = 'IT'\npublic_key = '{'0' * 64}'\n",
            3,
            "„public_key“ muss ein öffentlicher X25519-Schlüssel sein (32 Bytes, hexadezimal oder Base64)",
        ),
        ("[escrow]\nname = ' '\npublic_key = ''\n", 2, "„name“ muss ein Text sein"),
        ("[backup]\nplace = 'sicherungen'\n", 2, "„place“ muss ein vollständiger Pfad sein"),
        ("[lock]\nafter_minutes = \n", 2, "kein gültiges TOML"),
        ("#" * 70_000, 1, "zu groß"),
    ],
)
def test_an_error_is_told_with_its_line(tmp_path: Path, text: str, line: int, reason: str) -> None:
    file = written(tmp_path, text)
    error = refused(lambda: read_policy(file, TEXTS), Problem.POLICY)
    assert dict(error.details) == {"file": str(file), "line": line, "reason": reason}


@given(st.binary(max_size=200))
def test_whatever_stands_in_a_file_is_read_or_refused(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    file = tmp_path_factory.mktemp("policy") / "advisor-policy.toml"
    file.write_bytes(content)
    try:
        policy = read_policy(file, TEXTS)
    except Exception as error:  # noqa: BLE001  # whatever it is
        assert getattr(error, "problem", None) is Problem.POLICY  # noqa: PT017  # of whatever it was
    else:
        assert policy == Policy(file=file)


def test_the_machine_has_a_folder_for_all_users() -> None:
    assert machine_folder().is_absolute()
