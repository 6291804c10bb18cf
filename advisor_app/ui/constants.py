"""Keeps None, True and False alive under Python 3.11, which the Qt bindings do not.

The wheels of PySide6 6.12 are tagged for Python 3.10 and later but built as if these objects were immortal, which they
are from Python 3.12 on: every call that returns one of them gives back a reference it never took. After some thousands
of calls the last one is gone and the interpreter aborts with "none_dealloc: deallocating None".
"""

import sys
from typing import Any

from shiboken6 import VoidPtr

_ENOUGH_FOR_EVER = 1 << 40
_BYTES = 8
_memory: Any = VoidPtr  # whose stub leaves out size, being writable and that it is a buffer


def keep_constants_alive() -> None:
    """Raise the reference counts of the interpreter's constants beyond what calls can use up.

    Through the bindings' own view of memory, as ctypes takes two milliseconds of every start to load.
    """
    if sys.version_info < (3, 12):
        for constant in (None, True, False, NotImplemented, Ellipsis):
            memoryview(_memory(id(constant), _BYTES, True)).cast("q")[0] += _ENOUGH_FOR_EVER
