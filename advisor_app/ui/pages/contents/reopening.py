"""Opening the data folder anew, so that other packs are used."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from advisor_app.services.workspace import Workspace
from advisor_app.ui.shell.page import Replaced, Replacement


def reopen(workspace: Workspace, words: str) -> Replacement:
    """Puts nothing in place of the data; they are opened again with the key that they are open with."""
    profile = replace(workspace.profile)  # goes on to know the key while the workspace closes

    def nothing(_report: Callable[[float], None]) -> Replaced:
        return Replaced(words=words, profile=profile)

    return nothing
