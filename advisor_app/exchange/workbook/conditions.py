"""Conditions as authors write them in a cell.

``Frage 4.5.1 mindestens 1``, ``Frage 4.5.1 höchstens 2``, ``Frage 4.5.1 von 1 bis 2``, ``Bereich WB2``,
``Kommunenart LK``, ``nicht (…)``, ``alle (…; …)``, ``eine (…; …)``.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any, NoReturn

from advisor_app.content.shapes.canonical import shortest
from advisor_app.exchange.workbook.problems import CellError

Condition = dict[str, Any]

_DEEPEST = 12
_LONGEST = 5_000
_TOKEN = re.compile(r"[();]|[^\s();]+")
_NUMBER = re.compile(r"-?\d{1,12}(?:[.,]\d{1,6})?")
_LISTS = {"all": "alle", "any": "eine"}


def condition_text(condition: Condition) -> str:
    """The words of a canonical condition; ``read_condition_text`` reads the same from them."""
    if "question" in condition:
        return f"Frage {condition['question']} {_bounds(condition)}"
    if "area_chosen" in condition:
        return f"Bereich {condition['area_chosen']}"
    if "commune_kind" in condition:
        return f"Kommunenart {condition['commune_kind']}"
    if "not" in condition:
        return f"nicht ({condition_text(condition['not'])})"
    key = "all" if "all" in condition else "any"
    return f"{_LISTS[key]} ({'; '.join(map(condition_text, condition[key]))})"


def read_condition_text(text: str) -> Condition:
    """The condition that the words mean; raises CellError."""
    if len(text) > _LONGEST:
        raise CellError("condition", near=text[:20])
    return _Words(_TOKEN.findall(text)).whole()


def _bounds(condition: Condition) -> str:
    low, high = condition.get("at_least"), condition.get("at_most")
    if low is not None and high is not None:
        return f"von {low} bis {high}"
    return f"höchstens {high}" if low is None else f"mindestens {low}"


class _Words:
    """The words of a condition, taken one by one."""

    def __init__(self, words: list[str]) -> None:
        self._words = words
        self._next = 0

    def whole(self) -> Condition:
        condition = self._condition(1)
        if self._next < len(self._words):
            self._refuse()
        return condition

    def _condition(self, depth: int) -> Condition:
        if depth > _DEEPEST:
            self._refuse()
        match self._take().casefold():
            case "frage":
                return {"question": self._take(), **self._read_bounds()}
            case "bereich":
                return {"area_chosen": self._take()}
            case "kommunenart":
                return {"commune_kind": self._take()}
            case "nicht":
                parts = self._parts(depth)
                return {"not": parts[0]} if len(parts) == 1 else self._refuse()
            case "alle":
                return {"all": self._parts(depth)}
            case "eine":
                return {"any": self._parts(depth)}
            case _:
                return self._refuse()

    def _read_bounds(self) -> Condition:
        match self._take().casefold():
            case "mindestens":
                return {"at_least": self._number()}
            case "höchstens":
                return {"at_most": self._number()}
            case "von":
                low = self._number()
                self._expect("bis")
                return {"at_least": low, "at_most": self._number()}
            case _:
                return self._refuse()

    def _parts(self, depth: int) -> list[Condition]:
        self._expect("(")
        parts = [self._condition(depth + 1)]
        while (word := self._take()) == ";":
            parts.append(self._condition(depth + 1))
        return parts if word == ")" else self._refuse()

    def _number(self) -> int | Decimal:
        word = self._take()
        return shortest(Decimal(word.replace(",", "."))) if _NUMBER.fullmatch(word) else self._refuse()

    def _expect(self, word: str) -> None:
        if self._take().casefold() != word:
            self._refuse()

    def _take(self) -> str:
        self._next += 1
        return self._words[self._next - 1] if self._next <= len(self._words) else self._refuse()

    def _refuse(self) -> NoReturn:
        near = " ".join(self._words[max(0, self._next - 2) : self._next + 1])
        raise CellError("condition", near=near)
