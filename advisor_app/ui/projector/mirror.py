"""What the room sees, small, for the adviser; with it what can be done about it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from advisor_app.override import override
from advisor_app.services.projected import (
    ProjectedCharts,
    ProjectedJoin,
    ProjectedPoll,
    ProjectedQuestion,
    ProjectedStep,
    Projection,
)
from advisor_app.ui.projector.projecting import Projecting, Where
from advisor_app.ui.projector.show import Show
from advisor_app.ui.projector.wall import Wall
from advisor_app.ui.projector.wishes import KEYS, Wish
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.icon_button import IconButton
from advisor_app.ui.widgets.keys import native_keys
from advisor_app.ui.widgets.labels import TextLabel

translate = QCoreApplication.translate


def state_words(show: Show, projecting: Projecting) -> str:
    """What the room sees, in a few words."""
    if projecting.where is Where.NOWHERE:
        return translate("projector", "Beamer aus")
    if projecting.where is Where.AWAITED:
        return translate("projector", "Beamer fehlt")
    if show.is_black:
        return translate("projector", "Beamer schwarz")
    if show.is_break:
        return translate("projector", "Beamer: Pause")
    if show.is_still:
        return translate("projector", "Beamer: Standbild")
    if show.is_pinned:
        return translate("projector", "Beamer: angeheftet")
    heading = _heading(show.picture.projection)
    return (
        translate("projector", "Beamer zeigt {title}").format(title=heading)
        if heading
        else translate("projector", "Beamer an")
    )


def _heading(projection: Projection) -> str:
    """What a picture is called in a word or two; empty for the title alone."""
    match projection:
        case ProjectedStep() | ProjectedCharts():
            return projection.title
        case ProjectedQuestion() | ProjectedPoll():
            return projection.id
        case ProjectedJoin():
            return translate("projector", "den Zugang")
        case _:
            return ""


class ProjectorMirror(Wall):
    """The wall in small, in its own shape, as wide as its place."""

    def __init__(self, theming: Theming, show: Show, projecting: Projecting, parent: QWidget | None = None) -> None:
        self._theming = theming
        self._projecting = projecting
        super().__init__(show, parent)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        projecting.changed.connect(self._on_projecting_changed)

    @override
    def slide_size(self) -> QSize:
        return self._projecting.wall_size

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        wall = self._projecting.wall_size
        return round(width * wall.height() / max(1, wall.width()))

    @override
    def sizeHint(self) -> QSize:
        width = max(self.width(), self._theming.scaled(120))
        return QSize(width, self.heightForWidth(width))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(QPen(self._theming.colour("line_strong"), 1))
        painter.drawRect(QRect(0, 0, self.width() - 1, self.height() - 1))
        painter.end()

    def _on_projecting_changed(self) -> None:
        self.updateGeometry()
        self.update()


class MirrorPanel(QWidget):
    """The mirror with its state and a button for each wish; hidden while nobody looks on."""

    wished = Signal(object)  # Wish

    def __init__(self, theming: Theming, show: Show, projecting: Projecting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theming = theming
        theming.dress(self)
        self._show = show
        self._projecting = projecting
        self.setProperty("kind", "rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.mirror = ProjectorMirror(theming, show, projecting)
        self._state = TextLabel(theming, "", "caption", "secondary")
        self.buttons = {wish: self._button(wish, *named) for wish, named in self._named().items()}
        self._lay_out()
        show.changed.connect(self._on_changed)
        projecting.changed.connect(self._on_changed)
        theming.changed.connect(self._on_changed)
        self._on_changed()

    def _named(self) -> dict[Wish, tuple[str, str]]:
        return {
            Wish.PIN: ("bookmark", self.tr("Bild anheften, oder mit Ihnen mitgehen")),
            Wish.STILL: ("image", self.tr("Standbild: Die Gruppe sieht nicht, was Sie weiter tun")),
            Wish.BLACK: ("eye-off", self.tr("Schwarz")),
            Wish.BREAK: ("coffee", self.tr("Pause, die Uhr steht")),
            Wish.STOP: ("x", self.tr("Beamer aus")),
        }

    def _button(self, wish: Wish, icon: str, words: str) -> IconButton:
        button = IconButton(self._theming, icon, f"{words} ({native_keys(KEYS[wish])})")
        button.setCheckable(wish is not Wish.STOP)
        button.clicked.connect(lambda _checked=False: self._on_button_clicked(wish))
        return button

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 10)
        layout.setSpacing(6)
        layout.addWidget(self._state)
        layout.addWidget(self.mirror)
        row = QHBoxLayout()
        row.setSpacing(2)
        for button in self.buttons.values():
            row.addWidget(button)
        row.addStretch(1)
        layout.addLayout(row)

    def _on_button_clicked(self, wish: Wish) -> None:
        self.wished.emit(wish)
        self._on_changed()  # a button that was clicked in vain shows what holds

    def _on_changed(self) -> None:
        show = self._show
        self.setVisible(self._projecting.where in (Where.WALL, Where.AWAITED))
        self._state.setText(state_words(show, self._projecting))
        for wish, holds in (
            (Wish.PIN, show.is_pinned),
            (Wish.STILL, show.is_still),
            (Wish.BLACK, show.is_black),
            (Wish.BREAK, show.is_break),
        ):
            self.buttons[wish].setChecked(holds)
