"""What several commands take."""

from __future__ import annotations

from typing import Annotated

import typer

Case = Annotated[
    str, typer.Argument(metavar="FALL", help="Kennung des Falls; ein eindeutiger Anfang oder das Ende genügt.")
]
AssessmentName = Annotated[
    str,
    typer.Option("--assessment", metavar="ERHEBUNG", help="Kennung der Erhebung, sonst die jüngste eines Workshops."),
]
Json = Annotated[bool, typer.Option("--json", help="Gibt JSON aus und sonst nichts.")]


def names_in(text: str) -> list[str]:
    """The names in a list with commas or blanks, in capitals; none for ``none`` or an empty text."""
    names = [name.upper() for name in text.replace(",", " ").split()]
    return [] if names == ["NONE"] else list(dict.fromkeys(names))
