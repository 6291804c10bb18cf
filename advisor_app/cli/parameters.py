"""What several commands take."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from advisor_app.cli.help import value_word
from advisor_app.domain.errors import AdvisorError, Problem

if TYPE_CHECKING:
    from advisor_app.domain.case import Case as CaseSnapshot
    from advisor_app.domain.commune import Commune
    from advisor_app.services.workspace import Workspace
    from advisor_app.texts import Texts

Case = Annotated[str, typer.Argument(metavar="CASE")]
AssessmentName = Annotated[str, typer.Option("--assessment", metavar="ASSESSMENT")]
Json = Annotated[bool, typer.Option("--json")]
Mapping = Annotated[list[str] | None, typer.Option("--map", metavar="MAPPING")]
"""Which column of a foreign table fills a field, ``field=Column``, as often as needed."""


def names_in(text: str) -> list[str]:
    """The names in a list with commas or blanks, in capitals; none for ``none`` or an empty text."""
    names = [name.upper() for name in text.replace(",", " ").split()]
    return [] if names == ["NONE"] else list(dict.fromkeys(names))


def said(text: str, placeholder: str, texts: Texts) -> str:
    """A text that says something, without blanks around it; raises AdvisorError(BAD_VALUE) for one that does not.

    ``placeholder`` is what the help calls it.
    """
    if not text.strip():
        raise AdvisorError(Problem.BAD_VALUE, value="", name=value_word(placeholder, texts))
    return text.strip()


def communes_named(text: str, workspace: Workspace) -> list[Commune]:
    """The communes in a list of keys with commas, at least one; raises AdvisorError(UNKNOWN_COMMUNE)."""
    names = [name.strip() for name in text.split(",") if name.strip()]
    return [workspace.register.get(name) for name in names or [text]]


def commune_of(case: CaseSnapshot, name: str) -> str:
    """The id of one of a case's communes by key (AGS), name or id; raises AdvisorError(UNKNOWN_COMMUNE)."""
    found = [item.id for item in case.head.communes if name in {item.key, item.name, item.title, item.id}]
    if len(found) != 1:
        raise AdvisorError(Problem.UNKNOWN_COMMUNE, name=name)
    return found[0]
