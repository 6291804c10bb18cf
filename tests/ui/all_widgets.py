"""Every widget there is, whoever left it."""

import gc

from PySide6.QtWidgets import QApplication, QWidget


def all_widgets() -> list[QWidget]:
    """List the widgets that are alive.

    Garbage goes first: a window that is collected while Qt's list becomes one of Python would be read after it was
    freed, and the process would end.
    """
    gc.collect()
    return QApplication.allWidgets()
