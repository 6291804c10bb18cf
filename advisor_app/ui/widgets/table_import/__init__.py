"""A foreign table taken in: the file, its columns, what it would do, and the step that does it."""

from advisor_app.ui.widgets.table_import.panel import TableImport

__all__ = ["TableImport"]
