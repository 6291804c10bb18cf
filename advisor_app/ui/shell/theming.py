"""The look as it is handed to widgets: colours, fonts, icons, lengths, and word of every change of them."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QColor, QFont, QIcon
from PySide6.QtWidgets import QWidget

from advisor_app.charts.palette import Theme
from advisor_app.override import override
from advisor_app.services.preferences import ThemeChoice
from advisor_app.ui.shell.dress import Dress
from advisor_app.ui.shell.look import Look


class Theming(QObject):
    """Hands out what the look has, and dresses windows and parts of them."""

    changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._follow()

    @property
    def look(self) -> Look:
        """What is handed out."""
        return self._look

    @property
    def theme(self) -> Theme:
        """The tokens in use."""
        return self._look.theme

    @property
    def is_dark(self) -> bool:
        """Whether the dark theme is in use."""
        return self._look.is_dark

    @property
    def choice(self) -> ThemeChoice:
        """What was chosen: light, dark or the system's."""
        return self._look.choice

    @property
    def zoom(self) -> int:
        """Size of all text in percent."""
        return self._look.zoom

    def choose(self, choice: ThemeChoice) -> None:
        """Switch the theme at once, everywhere."""
        self._look.choose(choice)

    def set_zoom(self, percent: int) -> None:
        """Grow or shrink all text, everywhere."""
        self._look.set_zoom(percent)

    def colour(self, role: str) -> QColor:
        """The colour of a role."""
        return self._look.colour(role)

    def font(self, kind: str = "body", *, weight: int | None = None, tabular: bool = False) -> QFont:
        """The font of a kind of text (caption, body, emphasised, section, page, clock)."""
        return self._look.font(kind, weight=weight, tabular=tabular)

    def icon(self, name: str, role: str = "ink2", checked: str = "") -> QIcon:
        """An icon in the colour of a role, on a checked button of another; it follows the theme by itself."""
        return self._look.icon(name, role, checked)

    def icon_size(self) -> QSize:
        """The size of icons beside text."""
        return QSize(self.size("icon"), self.size("icon"))

    def scaled(self, length: float) -> int:
        """A length in pixels at the present zoom."""
        return round(length * self.zoom / 100)

    def size(self, name: str) -> int:
        """A size of the tokens (``control``, ``chip``, ``row_list`` …) at the present zoom."""
        return self.scaled(self.theme.size[name])

    def dress(self, root: QWidget) -> Dress:
        """Let a window, or a part of one that no other part is around, wear the sheet, now and after each change."""
        return Dress(root, self._look)

    def _follow(self) -> None:
        self._look.changed.connect(self.changed)


class PageTheming(Theming):
    """The look for one page: what changes while nobody sees the page is told when it is shown next.

    A page is dressed when it is first seen, and then told, as what was measured while it was built is dressed only now.
    """

    @override
    def dress(self, root: QWidget) -> Dress:
        """Dress the page."""
        dress = super().dress(root)
        dress.changed.connect(self.changed)
        return dress

    @override
    def _follow(self) -> None:
        """Not the look: its dress tells."""
