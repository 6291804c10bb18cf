"""How the house writes German: quotes, abbreviations, neutral forms, calm sentences, one spelling for one word."""

import re
from collections import defaultdict

import pytest

from tests.content.german_texts import GermanText, german_texts

# What must not stand in a German text, and what to write instead.
RULES = {
    "straight quotes (write „…“)": re.compile(r'"'),
    "quotes of another language (write „…“)": re.compile(r"[«»”]|(?<=\w)„|“(?=\w)"),
    "an abbreviation without its space (write z. B.)": re.compile(
        r"\b(?:z\.B|d\.h|u\.a|o\.ä|i\.d\.R|u\.U|v\.a|s\.o|s\.u)\."
    ),
    "a neutral form with a sign or capital within (name both or the group)": re.compile(
        r"[a-zäöüß](?:[*:][a-zäöüß]|_in(?:nen)?\b|/-?in(?:nen)?\b|\(in(?:nen)?\)|In(?:nen)?\b)"
    ),
    # behind a blank it is the mark of a media break, quoted as one types it
    "an exclamation mark": re.compile(r"(?<! )!"),
    # Figures filled into a line of a list may stand apart.
    "two spaces": re.compile(r"[^\s}]  +[^\s{]"),
    "a space before a punctuation mark": re.compile(r"\s[,.;:?](?=\s|$)"),
    "a space within brackets or quotes": re.compile(r"[(„]\s|\s[)“]"),
    "a hyphen for a dash (write –)": re.compile(r"\s-\s|\d-\d+ (?:Minuten|Stunden|Tage|Wochen|Monate|Jahre|Prozent|%)"),
    "three full stops (write …)": re.compile(r"\.\.\."),
    "a key by another name than on the keyboard (write Strg, Umschalt, Eingabe)": re.compile(
        r"\b(?:Ctrl|Shift)\+|\+(?:Enter|Return)\b"
    ),
    "the other of two spellings (sodass, aufgrund, mithilfe, infrage, aufwendig, Website, potenziell)": re.compile(
        r"\b(?:so dass|auf Grund (?:von|de[rs])|mit Hilfe (?:von|de[rs])|in Frage (?:komm|stell|steh)|[Aa]ufwändig"
        r"|Webseite|[Pp]otentiell|[Ss]elbständig)"
    ),
}

# Words that lose their meaning with the hyphen: two words, not two spellings of one.
_DIFFERENT_WORDS = {"tresor"}
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_BULLET = re.compile(r"^\s*- ", re.MULTILINE)
_PLACEHOLDER = re.compile(r"\{[^{}\n]*\}")


@pytest.fixture(scope="module")
def texts() -> list[GermanText]:
    return german_texts()


@pytest.mark.parametrize("rule", RULES)
def test_no_text_breaks_a_rule(texts: list[GermanText], rule: str) -> None:
    broken = [(item, found) for item in texts if (found := RULES[rule].search(_bare(item.text)))]
    assert [f"{item.file}:{item.line}: {rule}: {_around(found)}" for item, found in broken] == []


@pytest.mark.parametrize(
    ("rule", "sentence"),
    list(
        zip(
            RULES,
            (
                'das "Amt"',
                "das „Amt”",
                "z.B. Kita",
                "die Bürger:innen",
                "Achtung!",
                "das  Amt",
                "das Amt , die Leitung",
                "( das Amt)",
                "das Amt - die Leitung",
                "und so weiter...",
                "mit Strg+Enter weiter",
                "eine aufwändige Prüfung",
            ),
            strict=True,
        )
    ),
)
def test_every_rule_finds_what_it_is_for(rule: str, sentence: str) -> None:
    assert RULES[rule].search(sentence)


@pytest.mark.parametrize(
    "form", ["BürgerInnen", "Bürger*innen", "Bürger_innen", "Bürger/innen", "Bürger/-innen", "Bürger(innen)"]
)
def test_every_form_with_a_sign_within_is_found(form: str) -> None:
    assert any(pattern.search(f"die {form} der Stadt") for pattern in RULES.values())


def test_a_word_is_spelled_in_one_way(texts: list[GermanText]) -> None:
    """Online-Dienst everywhere, or Onlinedienst everywhere."""
    spellings: defaultdict[str, dict[str, tuple[GermanText, str]]] = defaultdict(dict)
    for item in texts:
        for word in _WORD.findall(_bare(item.text)):
            # Capitals say where in the sentence a word stands, except after a hyphen.
            spelling = word if "-" in word else word.lower()
            spellings[word.replace("-", "").lower()].setdefault(spelling, (item, word))
    several = {
        key: [f"{item.file}:{item.line_of(word)}: {word}" for item, word in found.values()]
        for key, found in spellings.items()
        if len(found) > 1 and key not in _DIFFERENT_WORDS
    }
    assert several == {}


def _bare(text: str) -> str:
    """The text without what stands for something else, and without the signs that make a list of it."""
    return _BULLET.sub("", _PLACEHOLDER.sub("{}", text))


def _around(found: re.Match[str]) -> str:
    return found.string[max(0, found.start() - 30) : found.end() + 30]
