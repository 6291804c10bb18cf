"""The English translation is complete, fits the sources and is compiled."""

from __future__ import annotations

import shutil
import string
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import PySide6
import pytest

ROOT = Path(__file__).resolve().parents[2]
I18N = ROOT / "resources" / "i18n"
WINDOW = I18N / "advisor_app_en.ts"
COMPILED = I18N / "advisor_app_en.qm"

Message = tuple[str, str]
"""Where a text stands, and the German text."""


def tool(name: str) -> str:
    found = shutil.which(name, path=str(Path(PySide6.__file__).parent))
    assert found is not None, f"PySide6 brings no {name}"
    return found


def run(*command: str) -> None:
    subprocess.run(command, check=True, cwd=ROOT, capture_output=True, timeout=60)


def messages(file: Path) -> dict[Message, ET.Element]:
    return {
        (context.findtext("name", ""), message.findtext("source", "")): message
        for context in ET.fromstring(file.read_text("utf-8")).iter("context")  # noqa: S314  our own file
        for message in context.iter("message")
    }


def translated(message: ET.Element) -> str:
    return message.findtext("translation", "")


def fields(text: str) -> list[str]:
    return sorted(name for _, name, _, _ in string.Formatter().parse(text) if name is not None)


def flattened(table: Mapping[str, Any], path: str = "") -> Iterator[tuple[str, str]]:
    for name, value in table.items():
        key = f"{path}.{name}" if path else name
        if isinstance(value, Mapping):
            yield from flattened(value, key)
        else:
            yield key, value


def words(language: str) -> dict[str, str]:
    """Texts of a language by key; those of a document under the name of its file."""
    found: dict[str, str] = {}
    for file in (I18N / language).glob("*.toml"):
        found |= flattened({file.stem: tomllib.loads(file.read_text("utf-8"))})
    for file in (I18N / "documents").glob(f"*.{language}.toml"):
        kind = file.name.partition(".")[0]
        found |= flattened({f"documents/{kind}": tomllib.loads(file.read_text("utf-8"))})
    return found


@pytest.fixture(scope="module")
def collected(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What lupdate finds in the sources of today, in a file outside the checkout."""
    folder = tmp_path_factory.mktemp("translations")
    sources = folder / "sources.lst"
    sources.write_text("\n".join(str(file) for file in sorted((ROOT / "advisor_app").rglob("*.py"))), "utf-8")
    run(tool("lupdate"), "-locations", "none", "-silent", f"@{sources}", "-ts", str(folder / "today.ts"))
    return folder / "today.ts"


def test_every_text_of_the_window_is_translated() -> None:
    unfinished = [
        place
        for place, message in messages(WINDOW).items()
        if any(found.attrib for found in message.iter("translation")) or not translated(message)
    ]
    assert unfinished == []


def test_a_translation_has_the_fields_of_its_source() -> None:
    different = [
        place for place, message in messages(WINDOW).items() if fields(place[1]) != fields(translated(message))
    ]
    assert different == []


def test_a_translation_keeps_the_spaces_around_its_source() -> None:
    def edges(text: str) -> tuple[bool, bool]:
        return text[:1].isspace(), text[-1:].isspace()

    different = [place for place, message in messages(WINDOW).items() if edges(place[1]) != edges(translated(message))]
    assert different == []


def test_the_translation_fits_the_sources(collected: Path) -> None:
    """Run installers/translations.sh where it does not."""
    assert messages(WINDOW).keys() == messages(collected).keys()


def test_the_compiled_translation_fits_the_translation(tmp_path: Path) -> None:
    compiled = tmp_path / "today.qm"
    run(tool("lrelease"), "-silent", str(WINDOW), "-qm", str(compiled))
    assert compiled.read_bytes() == COMPILED.read_bytes()


def test_the_translation_names_no_file() -> None:
    assert "<location" not in WINDOW.read_text("utf-8")


def test_texts_have_the_same_keys_and_fields_in_both_languages() -> None:
    german, english = words("de"), words("en")
    assert german.keys() == english.keys()
    assert [key for key in german if set(fields(german[key])) != set(fields(english[key]))] == []


SHOWN = """
import sys
from advisor_app.app import make_application
application = make_application(sys.argv[1])
from advisor_app.ui.pages.registry import page_named
from advisor_app.ui.widgets.booking_words import state_words
print([page_named(name).title for name in ("cases", "new-case", "settings", "set-up")], state_words(None))
"""


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        ("de", "['Fälle', 'Fall anlegen', 'Einstellungen', 'Fall anlegen'] Angefragt"),
        ("en", "['Cases', 'New case', 'Settings', 'New case'] Requested"),
    ],
)
def test_the_window_speaks_the_chosen_language(language: str, shown: str) -> None:
    command = [sys.executable, "-X", "utf8", "-c", SHOWN, language]
    done = subprocess.run(command, check=True, cwd=ROOT, capture_output=True, timeout=60, encoding="utf-8")
    assert done.stdout.strip() == shown
