"""An amount of money: cents inside, euros on screen."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from advisor_app.domain.amounts import MOST_CENTS, parse_amount
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.languages import LANGUAGES
from advisor_app.texts import Texts
from advisor_app.texts.numbers import format_cents
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.parsed_field import Parse, ParsedField


def amount(name: str, language: str, empty: int | None, high: int = MOST_CENTS) -> Parse:
    """Read euros as people of a language write them (``2.428,50 €``) as cents, ``high`` at most.

    Refuses with BAD_VALUE.
    """
    marks = LANGUAGES[language]
    in_german = str.maketrans({marks.decimal: ",", marks.thousands: "."})

    def parse(text: str) -> int | None:
        plain = "".join(text.split()).removesuffix("€").translate(in_german)
        if not plain:
            return empty
        cents = parse_amount(plain)
        if cents is None or cents > high:
            raise AdvisorError(Problem.BAD_VALUE, value=text.strip(), name=name)
        return cents

    return parse


class MoneyField(ParsedField):
    """Euros, ``high`` cents at most; an empty field means ``empty``, by default that the amount is open."""

    def __init__(
        self,
        theming: Theming,
        texts: Texts,
        name: str,
        *,
        empty: int | None = None,
        high: int = MOST_CENTS,
        placeholder: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            theming,
            texts,
            parse=amount(name, texts.language, empty, high),
            write=lambda cents: "" if cents is None else format_cents(cents, texts.language)[:-2],
            unit="€",
            placeholder=placeholder,
            right=True,
            parent=parent,
        )
