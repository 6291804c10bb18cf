"""What keys and clickers ask of the projector."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum, auto
from types import MappingProxyType

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent


class Wish(Enum):
    """Something that can be asked of the projector."""

    STOP = auto()
    PIN = auto()
    STILL = auto()
    BLACK = auto()
    BREAK = auto()
    NEXT = auto()
    PREVIOUS = auto()


_Key = Qt.Key

KEYS: Mapping[Wish, str] = MappingProxyType(
    {Wish.STOP: "F5", Wish.PIN: "F6", Wish.STILL: "F7", Wish.BLACK: "F8", Wish.BREAK: "F9"}
)
"""The keys that the window names, as Qt reads them."""

_ON_THE_WALL: Mapping[Qt.Key, Wish] = MappingProxyType(
    {
        _Key.Key_F5: Wish.STOP,
        _Key.Key_Escape: Wish.STOP,
        _Key.Key_F6: Wish.PIN,
        _Key.Key_F7: Wish.STILL,
        _Key.Key_F8: Wish.BLACK,
        _Key.Key_Period: Wish.BLACK,
        _Key.Key_B: Wish.BLACK,
        _Key.Key_F9: Wish.BREAK,
        _Key.Key_PageDown: Wish.NEXT,
        _Key.Key_Right: Wish.NEXT,
        _Key.Key_Down: Wish.NEXT,
        _Key.Key_Space: Wish.NEXT,
        _Key.Key_PageUp: Wish.PREVIOUS,
        _Key.Key_Left: Wish.PREVIOUS,
        _Key.Key_Up: Wish.PREVIOUS,
    }
)
CLICKER: Mapping[Qt.Key, Wish] = MappingProxyType(
    {
        _Key.Key_Period: Wish.BLACK,
        _Key.Key_B: Wish.BLACK,
        _Key.Key_PageDown: Wish.NEXT,
        _Key.Key_PageUp: Wish.PREVIOUS,
    }
)
"""What clickers send: the keys that presentations understand."""
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


def wish_on_wall(event: QKeyEvent) -> Wish | None:
    """What a key asks for while the projector's window has the focus; some clickers hold Shift with F5."""
    with_shift = event.key() == _Key.Key_F5 and event.modifiers() == Qt.KeyboardModifier.ShiftModifier
    return _ON_THE_WALL.get(Qt.Key(event.key())) if with_shift or event.modifiers() in _PLAIN else None
