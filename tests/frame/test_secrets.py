"""Keys stay where they belong: no plain export, no key in a statement elsewhere, none in a log or a representation."""

from __future__ import annotations

import ast
import re
import traceback
from collections.abc import Iterator
from pathlib import Path

import pytest

from advisor_app.domain.errors import AdvisorError
from advisor_app.services.entrance import enter, passphrase, recovery_code
from advisor_app.services.policy import Policy
from advisor_app.storage import keyslots
from advisor_app.storage.database import open_database

PACKAGE = Path(__file__).resolve().parents[2] / "advisor_app"
MAY_KEY = {"storage/connection.py", "storage/plain_profile.py", "storage/rekey.py"}
"""The only modules that write a key into a statement: PRAGMA key, ATTACH … KEY and PRAGMA rekey take no parameters."""

_KEYING = re.compile(r"\b(PRAGMA\s+(re|hex)?key|KEY\s+[\"'])|sqlcipher_export", re.IGNORECASE)


def sources() -> Iterator[tuple[str, ast.Module]]:
    for file in sorted(PACKAGE.rglob("*.py")):
        yield file.relative_to(PACKAGE).as_posix(), ast.parse(file.read_text(encoding="utf-8"))


def texts_of(node: ast.AST) -> Iterator[str]:
    """The literal parts of strings and f-strings that are no docstrings."""
    for inner in ast.walk(node):
        if isinstance(inner, ast.Constant) and isinstance(inner.value, str) and "\n" not in inner.value:
            yield inner.value


def test_only_three_modules_write_keys_into_statements() -> None:
    found = {name for name, tree in sources() if any(_KEYING.search(text) for text in texts_of(tree))}
    assert found <= MAY_KEY, found - MAY_KEY


def test_nothing_is_exported_to_an_empty_key() -> None:
    for name, tree in sources():
        for text in texts_of(tree):
            assert not re.search(r"KEY\s+(''|\"\")", text), name
            assert not re.search(r"key\s*=\s*(''|\"\")", text), name


def interpolated(tree: ast.Module) -> Iterator[str]:
    """Names and attributes that f-strings write out."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FormattedValue):
            match node.value:
                case ast.Name(id=name) | ast.Attribute(attr=name):
                    yield name


def test_no_secret_is_written_into_a_text() -> None:
    suspicious = {"data_key", "database_key", "files_key", "secret", "passphrase", "chosen", "proof"}
    for name, tree in sources():
        if name not in MAY_KEY:
            assert not suspicious & set(interpolated(tree)), name


def test_the_rule_sees_what_it_must_refuse() -> None:
    bad = ast.parse("connection.execute(f\"PRAGMA key = '{data_key}'\")")
    assert any(_KEYING.search(text) for text in texts_of(bad))
    assert set(interpolated(bad)) == {"data_key"}


WORDS = "Gruesse aus der Wetterau"
CODE = "7KQ2M-4W8XN-VB31T-0GHJD-9RSZ5Y"


def test_no_secret_in_representations_and_tracebacks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in (("_PASSES", 1), ("_LANES", 1), ("_MEMORY_KIB", 8)):
        monkeypatch.setattr(keyslots, name, value)
    profile = enter(tmp_path / "p", Policy(), chosen=WORDS)
    database = open_database(profile)
    secrets = [
        WORDS,
        CODE,
        CODE.replace("-", ""),
        profile.data_key.hex(),
        profile.database_key,
        profile.files_key.hex(),
    ]
    told = [repr(profile), repr(database), str(vars(profile) if hasattr(profile, "__dict__") else profile)]
    for act in (
        lambda: enter(tmp_path / "p", Policy(), passphrase(WORDS + "x")),
        lambda: enter(tmp_path / "p", Policy(), recovery_code(CODE)),
        lambda: enter(tmp_path / "p", Policy()),
        lambda: enter(tmp_path / "q", Policy(), chosen="kurz"),
        lambda: recovery_code(CODE[:-1]),
    ):
        with pytest.raises(AdvisorError) as caught:
            act()
        told += [str(caught.value), repr(caught.value), repr(dict(caught.value.details))]
        told.append("".join(traceback.format_exception(caught.value)).replace(str(Path(__file__)), ""))
    database.close()
    for words in told:
        for secret in secrets:
            assert secret not in words
