"""A small button that is an icon; its words stand in its tooltip."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.keys import native_keys


class IconButton(QToolButton):
    """An icon that acts, named for screen readers."""

    def __init__(self, theming: Theming, icon: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theming = theming
        self.setIcon(theming.icon(icon))
        self.setToolTip(name)
        self.setAccessibleName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        theming.changed.connect(self._on_theming_changed)
        self._on_theming_changed()

    def _on_theming_changed(self) -> None:
        self.setIconSize(self._theming.icon_size())


class MenuButton(IconButton):
    """An icon that opens a menu of further actions. ``opening``: whoever has one in each row may fill it only now."""

    opening = Signal()

    def __init__(self, theming: Theming, name: str, icon: str = "ellipsis", parent: QWidget | None = None) -> None:
        super().__init__(theming, icon, name, parent)
        self._menu: QMenu | None = None
        self.clicked.connect(self._on_clicked)

    @property
    def menu_shown(self) -> QMenu:
        """The menu; it is made when it is first needed, as a list of a hundred rows has a hundred."""
        if self._menu is None:
            self._menu = QMenu(self)
        return self._menu

    def add_action(
        self, label: str, icon: str, act: Callable[[], object], keys: str = "", menu: QMenu | None = None
    ) -> None:
        """Add an entry, also to a menu within; ``keys``, as Qt reads them, are only named: whoever has them acts."""
        words = _without_mark(label)
        action = (menu or self.menu_shown).addAction(
            self._theming.icon(icon), f"{words}\t{native_keys(keys)}" if keys else words
        )
        action.triggered.connect(lambda _checked=False: act())

    def add_menu(self, label: str, icon: str) -> QMenu:
        """Add a menu within the menu."""
        return self.menu_shown.addMenu(self._theming.icon(icon), _without_mark(label))

    def add_separator(self) -> None:
        """Part the entries."""
        self.menu_shown.addSeparator()

    def _on_clicked(self) -> None:
        self.opening.emit()
        self.menu_shown.popup(self.mapToGlobal(QPoint(0, self.height())))


def _without_mark(label: str) -> str:
    """A label that may be a name: Qt would take its “&” for the mark of a key."""
    return label.replace("&", "&&")
