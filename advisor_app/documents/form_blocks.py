"""What a form has that is filled in at the screen and comes back: options to tick and fields to write in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from advisor_app.documents.paper_blocks import Tick
from advisor_app.domain.form import FormField


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceField:
    """A field of a form in which one option can be ticked; ``options`` are the words for those of ``field``.

    ``words`` say what is asked to those who hear the field alone; options in a ``row`` stand side by side.
    """

    field: FormField
    words: str
    options: tuple[Tick, ...]
    row: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TextField:
    """A field of a form to write in, so many ``lines`` high, under its label; ``unit`` stands beside a ``short`` one.

    ``words`` say what is asked to those who hear the field alone; ``filled`` is what stands in it from the beginning.
    """

    field: FormField
    words: str
    label: str = ""
    lines: int = 1
    short: bool = False
    unit: str = ""
    filled: str = ""


FormBlock: TypeAlias = ChoiceField | TextField
