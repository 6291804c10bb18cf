"""Ids that were given up are never used again: ``retired.toml`` beside the packs lists those without a table."""

from __future__ import annotations

from advisor_app.content.document import read_document
from advisor_app.content.library import Library
from advisor_app.content.table import Table

RETIRED_FILE = "retired.toml"


def check_retired(library: Library) -> None:
    """Note questions and measures in use whose id is on the list of their folder."""
    for root in dict.fromkeys(pack.head.folder.parent for pack in library.packs):
        if not (root / RETIRED_FILE).is_file():
            continue
        document = read_document(root / RETIRED_FILE)
        table = Table(document, document.data)
        questions = set(table.texts_or("questions"))
        measures = set(table.texts_or("measures"))
        table.finish()
        library.flaws.extend(document.flaws)
        for question in library.all(lambda pack: pack.questions):
            if question.value.id in questions and not question.value.retired:
                question.table.flaw("retired-id", "id", id=question.value.id)
        for measure in library.all(lambda pack: pack.measures):
            if measure.value.id in measures and not measure.value.retired:
                measure.table.flaw("retired-id", "id", id=measure.value.id)
