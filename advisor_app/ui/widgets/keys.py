"""Keys: what they do in a part of the window, how they are called here, and drawn as keys."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QCoreApplication, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeySequence, QPainter, QPen, QShortcut
from PySide6.QtWidgets import QWidget

from advisor_app.ui.shell.theming import Theming


def act_on(keys: str, holder: QWidget, act: Callable[[], object]) -> None:
    """Act on keys while the focus is in a widget or in something that it holds."""
    shortcut = QShortcut(QKeySequence(keys), holder)
    shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    shortcut.activated.connect(act)


def act_on_numbers(holder: QWidget, acts: Iterable[Callable[[], object]]) -> None:
    """Act on Alt+1, Alt+2 and so on, as :func:`act_on` does; the order is that of the acts."""
    for number, act in enumerate(acts, 1):
        act_on(numbered_keys(number), holder, act)


def numbered_keys(number: int) -> str:
    """The keys that go to the part of a page with that number."""
    return f"Alt+{number}"


def native_keys(keys: str) -> str:
    """Keys as the keyboard in front of the user names them (``Ctrl+Return``: Strg+Eingabe)."""
    words = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
    return words.replace("Return", QCoreApplication.translate("keys", "Eingabe"))


def key_size(theming: Theming, keys: str) -> QSize:
    """The room a key needs."""
    metrics = QFontMetrics(theming.font("caption"))
    return QSize(metrics.horizontalAdvance(keys) + theming.scaled(12), metrics.height() + 2)


def paint_key(painter: QPainter, place: QRect, theming: Theming, keys: str) -> None:
    """Paint a key."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(theming.colour("paper"))
    painter.setPen(QPen(theming.colour("line"), 1))
    painter.drawRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    painter.setFont(theming.font("caption"))
    painter.setPen(theming.colour("ink2"))
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, keys)
    painter.restore()
