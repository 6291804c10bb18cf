"""What is handed to tr() is a literal, and lupdate finds it: anything else would never be translated."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[2] / "advisor_app"
TRANSLATING = {"tr", "translate", "QT_TR_NOOP", "QT_TRANSLATE_NOOP"}


def called_name(call: ast.Call) -> str:
    match call.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case _:
            return ""


def is_composed(argument: ast.expr) -> bool:
    match argument:
        case ast.JoinedStr():
            return True
        case ast.BinOp():  # a painter's translate() adds numbers
            return any(isinstance(n, ast.JoinedStr | ast.Constant) and is_text(n) for n in ast.walk(argument))
        case ast.Call():
            return called_name(argument) == "format"
        case _:
            return False


def is_text(node: ast.JoinedStr | ast.Constant) -> bool:
    return isinstance(node, ast.JoinedStr) or isinstance(node.value, str)


def composed_texts(source: str) -> Iterator[int]:
    """Yield the line of every f-string, sum or format() among the arguments of a translating call."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and called_name(node) in TRANSLATING:
            for argument in node.args:
                if is_composed(argument):
                    yield argument.lineno


@pytest.mark.parametrize(
    "source",
    ['self.tr(f"{n} Fälle")', 'tr("Fall " + name)', 'QCoreApplication.translate("x", "{} Fälle".format(n))'],
)
def test_a_composed_text_is_found(source: str) -> None:
    assert list(composed_texts(source)) == [1]


@pytest.mark.parametrize("source", ['self.tr("{} Fälle").format(n)', "painter.translate(x + 1, y)"])
def test_a_literal_that_is_filled_in_afterwards_is_fine(source: str) -> None:
    assert list(composed_texts(source)) == []


def hidden_calls(source: str) -> Iterator[int]:
    """Yield the line of every call that lupdate overlooks, or files under the name of a variable."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Attribute(attr="translate" | "tr")):
                if name != "translate":
                    yield node.lineno
            case ast.Call(func=ast.Attribute(value=value, attr="tr")):
                if not (isinstance(value, ast.Name) and value.id == "self"):
                    yield node.lineno


@pytest.mark.parametrize("source", ["_TR = QCoreApplication.translate", "words = self.tr", 'table.tr("Ziel")'])
def test_a_call_that_lupdate_does_not_understand_is_found(source: str) -> None:
    assert list(hidden_calls(source)) == [1]


@pytest.mark.parametrize("source", ["translate = QCoreApplication.translate", 'self.tr("Ziel")'])
def test_a_call_that_lupdate_understands_is_fine(source: str) -> None:
    assert list(hidden_calls(source)) == []


def test_lupdate_finds_every_text_of_the_program() -> None:
    found = [
        f"{file.relative_to(PACKAGE)}:{line}"
        for file in sorted(PACKAGE.rglob("*.py"))
        for line in hidden_calls(file.read_text("utf-8"))
    ]
    assert found == []


def test_the_program_hands_only_literals_to_translation() -> None:
    found = [
        f"{file.relative_to(PACKAGE)}:{line}"
        for file in sorted(PACKAGE.rglob("*.py"))
        for line in composed_texts(file.read_text("utf-8"))
    ]
    assert found == []
