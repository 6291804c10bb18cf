"""An amount of money: cents inside, euros on screen."""

from __future__ import annotations

import re

from PySide6.QtWidgets import QWidget

from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.texts import Texts
from advisor_app.texts.numbers import format_cents
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.parsed_field import Parse, ParsedField

_PLAIN = re.compile(r"(\d{1,11})(?:,(\d{1,2}))?", re.ASCII)
_GROUPED = re.compile(r"(\d{1,3}(?:\.\d{3})+)(?:,(\d{1,2}))?", re.ASCII)


def amount(name: str, language: str, empty: int | None) -> Parse:
    """Read euros as people of a language write them (``2.428,50 €``) as cents; refuses with BAD_VALUE."""

    def parse(text: str) -> int | None:
        plain = "".join(text.split()).removesuffix("€")
        if language != "de":
            plain = plain.translate(str.maketrans(",.", ".,"))
        if not plain:
            return empty
        match = _PLAIN.fullmatch(plain) or _GROUPED.fullmatch(plain)
        if match is None:
            raise AdvisorError(Problem.BAD_VALUE, value=text.strip(), name=name)
        return int(match[1].replace(".", "")) * 100 + int((match[2] or "0").ljust(2, "0"))

    return parse


class MoneyField(ParsedField):
    """Euros; an empty field means ``empty``, by default that the amount is open."""

    def __init__(
        self,
        theming: Theming,
        texts: Texts,
        name: str,
        *,
        empty: int | None = None,
        placeholder: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            theming,
            texts,
            parse=amount(name, texts.language, empty),
            write=lambda cents: "" if cents is None else format_cents(cents, texts.language)[:-2],
            unit="€",
            placeholder=placeholder,
            right=True,
            parent=parent,
        )
