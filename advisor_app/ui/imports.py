"""Takes the Qt bindings out of the way of imports.

From their first import on, the bindings read the source of every module that is imported, of SQLAlchemy as of our own,
to see whether it may use a switch of theirs (``from __feature__ import snake_case``) that we do not use. That costs a
quarter of every import and keeps ten megabytes of source lines in memory for ever.
"""

import builtins

import PySide6.QtCore  # noqa: F401 — the first import puts the reading in place


def import_plainly() -> None:
    """Import as it was before the bindings began to read along; their own loading on demand stays."""
    plain = getattr(builtins, "__orig_import__", None)
    if plain is not None:
        builtins.__import__ = plain
