"""Buttons of the window, and segments of which one is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from advisor_app.override import override
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.keys import native_keys
from advisor_app.ui.widgets.labels import TextLabel, key_label

_ICON_ROLES = {"primary": "on_primary", "link": "primary"}
_STRONG = ("", "primary", "link")
_ICON_GAP = 8  # besides the four pixels that Qt leaves between icon and text


class Button(QPushButton):
    """A push button; ``kind`` is empty, ``primary`` (one per screen), ``link``, ``quiet``, ``chip`` or ``status``.

    Its keys stand in its tooltip, with ``show_keys`` also on it.
    """

    def __init__(  # noqa: PLR0913 — a button is put together from its parts, most by name
        self,
        theming: Theming,
        text: str,
        icon: str = "",
        kind: str = "",
        *,
        shortcut: str = "",
        tooltip: str = "",
        show_keys: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text.replace("&", "&&"), parent)
        self._theming = theming
        self._kind = kind
        self._keys: TextLabel | None = None
        self.setProperty("kind", kind)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        if icon:
            self.show_icon(icon)
        hint = tooltip
        if shortcut:
            # Not the button's own shortcut: that clicks a tenth of a second later, and goes when the text changes.
            QShortcut(QKeySequence(shortcut), self).activated.connect(self.click)
            native = native_keys(shortcut)
            words = tooltip or text
            hint = f"{words} ({native})" if words else native
            if show_keys:
                self._add_keys(native)
        if hint:
            self.setToolTip(hint)
        theming.changed.connect(self._on_theming_changed)
        self._on_theming_changed()

    def show_icon(self, icon: str) -> None:
        """Change the icon."""
        checked = "on_primary" if self._kind == "chip" else ""
        self.setIcon(self._theming.icon(icon, _ICON_ROLES.get(self._kind, "ink2"), checked))

    @override
    def setText(self, text: str) -> None:
        super().setText(text)
        self._fit_icon()
        self.updateGeometry()

    def set_keys_visible(self, *, visible: bool) -> None:
        """Leave the keys to the tooltip where there is no room for them."""
        if self._keys is not None and self._keys.isHidden() is visible:
            self._keys.setVisible(visible)
            self.setProperty("keyed", visible)
            self.style().unpolish(self)
            self.style().polish(self)
            self._on_theming_changed()
            self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        size = super().sizeHint()
        if self._keys is not None and not self._keys.isHidden():
            size.setWidth(size.width() + self._keys.sizeHint().width() + self._theming.scaled(10))
        return size

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _add_keys(self, keys: str) -> None:
        tone = "key-on-primary" if self._kind == "primary" else "key"
        self._keys = TextLabel(self._theming, keys, "caption", tone)
        self._keys.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setProperty("keyed", True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0 if self._kind == "link" else self._theming.scaled(12), 0)
        layout.addWidget(self._keys, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def _on_theming_changed(self) -> None:
        kind = "caption" if self._kind == "status" else "body"
        self.setFont(self._theming.font(kind, weight=600 if self._kind in _STRONG else None))
        self._fit_icon()

    def _fit_icon(self) -> None:
        size = self._theming.icon_size() * (0.85 if self._kind == "status" else 1)
        # Qt draws the icon at the left of its room, so behind the text the gap would stand on the wrong side.
        before_text = bool(self.text()) and self.layoutDirection() is Qt.LayoutDirection.LeftToRight
        gap = self._theming.scaled(_ICON_GAP) if before_text else 0
        self.setIconSize(QSize(size.width() + gap, size.height()))


def button_row(*buttons: QWidget) -> QHBoxLayout:
    """Buttons beside one another, from the left."""
    row = QHBoxLayout()
    row.setSpacing(12)
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    return row


def with_key(theming: Theming, button: QWidget, keys: str) -> QWidget:
    """A button and the key that the page takes for it, which stay together."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(button)
    row.addWidget(key_label(theming, keys), 0, Qt.AlignmentFlag.AlignVCenter)
    return holder


class Segments(QWidget):
    """A row of joined buttons of which exactly one is chosen."""

    chosen = Signal(str)

    def __init__(
        self, theming: Theming, choices: Sequence[tuple[str, str, str]], parent: QWidget | None = None
    ) -> None:
        """Build from (name, label, icon) triples; the first is chosen."""
        super().__init__(parent)
        self._theming = theming
        self._buttons: dict[str, QPushButton] = {}
        group = QButtonGroup(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for index, (name, label, icon) in enumerate(choices):
            button = QPushButton(label, self)
            button.setCheckable(True)
            button.setProperty("kind", "segment")
            place = "first" if index == 0 else "last" if index == len(choices) - 1 else "middle"
            button.setProperty("place", place)
            if icon:
                button.setIcon(theming.icon(icon, "ink2", "primary"))
            button.setChecked(index == 0)
            button.clicked.connect(lambda _checked=False, name=name: self.chosen.emit(name))
            group.addButton(button)
            layout.addWidget(button)
            self._buttons[name] = button
        group.buttonToggled.connect(self._on_theming_changed)
        theming.changed.connect(self._on_theming_changed)
        self._on_theming_changed()

    def choose(self, name: str) -> None:
        """Choose a segment without telling anybody."""
        self._buttons[name].setChecked(True)

    def allow(self, name: str, *, allowed: bool) -> None:
        """Let a segment be chosen or not; whoever forbids the chosen one chooses another."""
        self._buttons[name].setEnabled(allowed)

    def offer(self, name: str, *, offered: bool) -> None:
        """Let a segment be there or not; the first and the last one always are."""
        self._buttons[name].setVisible(offered)

    def current(self) -> str:
        """The chosen segment's name."""
        return next(name for name, button in self._buttons.items() if button.isChecked())

    def _on_theming_changed(self) -> None:
        for button in self._buttons.values():
            button.setIconSize(self._theming.icon_size() + QSize(self._theming.scaled(_ICON_GAP), 0))
            # Wide enough for the bold word, so that nothing moves when another one is chosen.
            button.setFont(self._theming.font("body", weight=600))
            button.setMinimumWidth(0)
            button.setMinimumWidth(button.sizeHint().width())
            if not button.isChecked():
                button.setFont(self._theming.font("body"))
