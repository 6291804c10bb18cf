"""The German texts of the project, with file and line: what is shipped, what is shown, what is handed out."""

import ast
import csv
import html
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from advisor_app.content.line_index import Place, index_lines
from advisor_app.resources_folder import resources_folder

CHECKOUT = Path(__file__).resolve().parents[2]
_RESOURCES = resources_folder()
_SHAPES = CHECKOUT / "advisor_app" / "content" / "shapes"

# Names of products and vendors are somebody else's words.
_QUOTED = "product_names.toml"

# Keys whose values are ids, numbers of versions or words of the format; every other string is read by people.
_NO_TEXT = {
    "address", "alliance_only", "at_least", "audience", "author", "builds_on", "certainty", "commune_kind", "counts",
    "axis", "dimension", "dimensions", "document", "documents", "email", "excludes", "facts", "fallback", "id", "kind",
    "kinds", "leika", "module", "modules", "own", "part", "payer", "phone", "programme", "provider_reference",
    "question", "questions", "requires", "roles", "rule", "section", "shared", "sources", "start", "sum", "support",
    "template", "terms", "type", "variant", "version", "way", "when", "who", "with",
}  # fmt: skip

_INDENTED_CODE = "    "
_CODE_BLOCK = re.compile(r"^```.*?^```|^ {4}advisor-app .*?$", re.MULTILINE | re.DOTALL)
_COMMENT = re.compile(r"<!--.*?-->")
_PICTURE = re.compile(r"!(?=\[)")
_LINK_TARGET = re.compile(r"(?<=\])\([^)\n]*\)")
_CODE = re.compile(r"`[^`\n]*`")
_SOURCE = re.compile(r"<source>(.*?)</source>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class GermanText:
    """One text as it is read; `line` is the one of `file` on which it begins."""

    file: str
    line: int
    text: str

    def line_of(self, word: str) -> int:
        """The line on which `word` stands in this text."""
        rows = (CHECKOUT / self.file).read_text("utf-8").splitlines()
        return next((n for n, row in enumerate(rows[self.line - 1 :], self.line) if word in row), self.line)


def german_texts() -> list[GermanText]:
    """Every German text: packs, words of the program and its documents, window, handbook, example, workbooks."""
    toml = [
        path
        for path in sorted((_RESOURCES / "content").rglob("*.toml"))
        if path.suffixes == [".toml"] and path.name != _QUOTED
    ]
    toml += [*sorted((_RESOURCES / "i18n" / "de").glob("*.toml")), *sorted((_RESOURCES / "example").glob("*.toml"))]
    toml += sorted((_RESOURCES / "i18n" / "documents").glob("*.de.toml"))
    prose = [*sorted((CHECKOUT / "docs" / "handbuch").glob("*.md")), *sorted((CHECKOUT / "docs").glob("*.de.md"))]
    found = [text for path in toml for text in _texts_of_toml(path)]
    found += [text for path in sorted((_RESOURCES / "example").glob("*.csv")) for text in _texts_of_table(path)]
    found += [text for path in prose for text in _texts_of_prose(path)]
    # Sheets and columns of workbooks are named in code, since each stands beside the key that it is.
    found += [text for path in sorted(_SHAPES.glob("*.py")) for text in _texts_of_code(path)]
    return found + list(_texts_of_window(_RESOURCES / "i18n" / "advisor_app_en.ts"))


def _name(path: Path) -> str:
    return path.relative_to(CHECKOUT).as_posix()


def _texts_of_toml(path: Path) -> Iterator[GermanText]:
    text = path.read_text("utf-8")
    lines = index_lines(text)
    for place, value in _strings(tomllib.loads(text), ()):
        known = next(lines[place[:end]] for end in range(len(place), 0, -1) if place[:end] in lines)
        yield GermanText(_name(path), known, value)


def _strings(value: object, place: Place) -> Iterator[tuple[Place, str]]:
    match value:
        case str():
            yield place, value
        case dict():
            for key, item in value.items():
                if key not in _NO_TEXT or _holds_tables(item):
                    yield from _strings(item, (*place, key))
        case list():
            for position, item in enumerate(value):
                yield from _strings(item, (*place, position))


def _holds_tables(value: object) -> bool:
    return isinstance(value, dict) or (isinstance(value, list) and any(isinstance(item, dict) for item in value))


def _texts_of_table(path: Path) -> Iterator[GermanText]:
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        for row in rows:
            for column, cell in row.items():
                if column not in _NO_TEXT and column not in {"role", "responsible", "participants"}:
                    # Several values in a cell are parted by strokes.
                    yield from (GermanText(_name(path), rows.line_num, part.strip()) for part in cell.split("|"))


def _texts_of_prose(path: Path) -> Iterator[GermanText]:
    text = _CODE_BLOCK.sub(lambda block: "\n" * block[0].count("\n"), path.read_text("utf-8"))
    for number, row in enumerate(text.splitlines(), 1):
        if row.startswith(_INDENTED_CODE):
            continue
        prose = _CODE.sub("X", _LINK_TARGET.sub("", _PICTURE.sub("", _COMMENT.sub("", row)))).strip()
        # A row of a table is as many texts as it has cells; what code says is one word of the sentence.
        for cell in prose.strip("|").split("|") if prose.startswith("|") else [prose]:
            yield GermanText(_name(path), number, cell.strip())


def _texts_of_code(path: Path) -> Iterator[GermanText]:
    """Strings that begin with a capital letter; docstrings are English, keys are small."""
    tree = ast.parse(path.read_text("utf-8"))
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant) or id(node) in docstrings:
            continue
        if isinstance(node.value, str) and node.value[:1].isupper():
            yield GermanText(_name(path), node.lineno, node.value)


def _texts_of_window(path: Path) -> Iterator[GermanText]:
    text = path.read_text("utf-8")
    for found in _SOURCE.finditer(text):
        line = text.count("\n", 0, found.start()) + 1
        yield GermanText(_name(path), line, html.unescape(found[1]))
