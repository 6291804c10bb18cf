"""The command that saves what can still be read of a damaged database."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from advisor_app.cli.output import show
from advisor_app.cli.parameters import Json
from advisor_app.services.data_lock import Access, hold

if TYPE_CHECKING:
    from advisor_app.cli.environment import Environment


def salvage(context: typer.Context, *, as_json: Json = False) -> None:
    """Put what is left of a damaged database in its place; the damaged one is kept aside."""
    from advisor_app.services.policy import load_policy
    from advisor_app.services.rescue import Rescue, outcome_words, table_words

    environment: Environment = context.obj
    texts = environment.texts
    with hold(environment.folder, Access.WRITE):
        profile = environment.passphrases.enter(environment.folder, load_policy(texts), texts)
        saved = Rescue(environment.folder, profile=profile).salvage(lambda _: None, texts)
    words = [outcome_words(saved, texts), *table_words(saved.tables, texts)]
    lines = [*words, texts("commands.backup.aside", folder=saved.aside)]
    value = {
        "tables": {
            table.table: {"found": table.found, "rebuilt": table.rebuilt, "lost": table.lost} for table in saved.tables
        },
        "lost": saved.lost,
        "aside": str(saved.aside),
    }
    show(value, lines, as_json=as_json)
