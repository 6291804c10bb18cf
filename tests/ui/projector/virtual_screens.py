"""Screens that come and go: Qt's offscreen platform takes another set of them while the program runs.

Its own tests ask for that by a function that only C++ can name; here it is found in the table of virtual functions of
the platform's interface (Itanium ABI, so not on Windows). What follows is Qt's own doing: real screens, real signals.
"""

from __future__ import annotations

import ctypes
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import PySide6
import shiboken6
from PySide6.QtCore import QByteArray, QEvent, QObject
from PySide6.QtWidgets import QApplication

_NATIVE_RESOURCE_FOR_INTEGRATION = 12  # behind the twelve of QObject
_POINTER = ctypes.c_void_p


@dataclass(frozen=True)
class VirtualScreen:
    """A screen by its name, left edge and size in pixels."""

    name: str
    x: int
    width: int
    height: int


LAPTOP = VirtualScreen("laptop", 0, 1366, 768)
BEAMER = VirtualScreen("beamer", 1366, 1280, 800)
SECOND = VirtualScreen("second", 2646, 1024, 768)
MIRROR = VirtualScreen("mirror", 0, 1366, 768)
_USUAL = VirtualScreen("", 0, 800, 800)


def set_screens(*screens: VirtualScreen) -> None:
    """Let these be all the screens there are, and let everybody hear of it."""
    described = [
        {"name": s.name, "x": s.x, "y": 0, "width": s.width, "height": s.height, "logicalDpi": 96, "logicalBaseDpi": 96}
        for s in screens
    ]
    _configure({"synchronousWindowSystemEvents": True, "screens": [{**item, "dpr": 1} for item in described]})
    QApplication.processEvents()


@contextmanager
def screens_given_back() -> Iterator[None]:
    """The usual screen again, whatever was set meanwhile."""
    try:
        yield
    finally:
        set_screens(_USUAL)
        QApplication.sendPostedEvents(QObject(), QEvent.Type.DeferredDelete)


def _configure(configuration: object) -> None:
    library = Path(PySide6.__file__).parent / "Qt" / "lib"
    core, gui = (ctypes.CDLL(str(library / f"libQt6{name}.so.6")) for name in ("Core", "Gui"))
    interface_of = gui._ZN15QGuiApplication23platformNativeInterfaceEv
    interface_of.restype = _POINTER
    interface = interface_of()
    table = ctypes.cast(ctypes.cast(interface, ctypes.POINTER(_POINTER))[0], ctypes.POINTER(_POINTER))
    find = ctypes.CFUNCTYPE(_POINTER, _POINTER, _POINTER)(table[_NATIVE_RESOURCE_FOR_INTEGRATION])
    name, text = QByteArray(b"setConfiguration"), QByteArray(json.dumps(configuration).encode())
    configure = ctypes.CFUNCTYPE(None, _POINTER, _POINTER)(find(interface, shiboken6.getCppPointer(name)[0]))
    document, value = (_POINTER * 2)(), (_POINTER * 2)()
    parse, value_of = (
        core._ZN13QJsonDocument8fromJsonERK10QByteArrayP15QJsonParseError,
        core._ZNK13QJsonDocument6objectEv,
    )
    parse.argtypes, parse.restype = [_POINTER] * 3, None
    value_of.argtypes, value_of.restype = [_POINTER] * 2, None
    parse(ctypes.byref(document), shiboken6.getCppPointer(text)[0], None)
    value_of(ctypes.byref(value), ctypes.byref(document))
    configure(ctypes.byref(value), interface)
