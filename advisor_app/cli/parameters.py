"""What several commands take."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from advisor_app.domain.commune import Commune
    from advisor_app.services.workspace import Workspace

Case = Annotated[str, typer.Argument(metavar="CASE")]
AssessmentName = Annotated[str, typer.Option("--assessment", metavar="ASSESSMENT")]
Json = Annotated[bool, typer.Option("--json")]


def names_in(text: str) -> list[str]:
    """The names in a list with commas or blanks, in capitals; none for ``none`` or an empty text."""
    names = [name.upper() for name in text.replace(",", " ").split()]
    return [] if names == ["NONE"] else list(dict.fromkeys(names))


def communes_named(text: str, workspace: Workspace) -> list[Commune]:
    """The communes in a list of keys with commas, at least one; raises AdvisorError(UNKNOWN_COMMUNE)."""
    names = [name.strip() for name in text.split(",") if name.strip()]
    return [workspace.register.get(name) for name in names or [text]]
