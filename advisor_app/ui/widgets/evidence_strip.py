"""The evidence of one question or step in a line: small pictures, how many, and how more comes in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QFileDialog, QHBoxLayout, QWidget

from advisor_app.domain.changes import Change, EvidenceSet
from advisor_app.domain.evidence import WHOLE_CASE, Evidence, Subject, by_subject
from advisor_app.override import override
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.evidence_intake import EvidenceIntake, is_offered
from advisor_app.ui.widgets.keys import native_keys
from advisor_app.ui.widgets.labels import TextLabel, key_label

if TYPE_CHECKING:
    from advisor_app.ui.widgets.evidence_tile import EvidenceTile

_MOST_TILES = 12
_FEWEST_TILES = 3


class EvidenceStrip(QWidget):
    """Shows what ``show_subject`` names; it reads the case anew only where evidence has changed."""

    noticed = Signal(str)
    warned = Signal(str)
    removed = Signal(str)

    def __init__(self, context: PageContext, bridge: CaseBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._bridge = bridge
        self._subject = WHOLE_CASE
        self._grouped: Mapping[Subject, Sequence[Evidence]] = by_subject(bridge.case.evidence)
        self._shown: Sequence[Evidence] = ()
        self.intake = EvidenceIntake(context, bridge, self)
        theming = context.theming
        self._heading = TextLabel(theming, "", "body", "secondary")
        self._tiles: list[EvidenceTile] = []
        self._line = QHBoxLayout()
        self._line.setSpacing(6)
        self._more = TextLabel(theming, "", "caption", "caption")
        keys = native_keys("Ctrl+V")
        hint = self.tr("Foto oder Datei hinzufügen, auch durch Ablegen auf der Seite oder mit {keys}")
        self.add_button = Button(
            theming, self.tr("Nachweis hinzufügen"), "paperclip", "link", tooltip=hint.format(keys=keys)
        )
        hint = self.tr("Merkt diese Stelle und die Uhrzeit vor; „Nachweise“ ordnet das Foto später zu")
        self.await_button = Button(theming, self.tr("Foto folgt"), "camera", "link", tooltip=hint)
        self._key = key_label(theming, "F")
        self._lay_out()
        self.add_button.clicked.connect(self._on_add_button_clicked)
        self.await_button.clicked.connect(self.await_photo)
        self.intake.noticed.connect(self.noticed)
        self.intake.warned.connect(self.warned)
        bridge.changed.connect(self._on_bridge_changed)
        self._show()

    def _lay_out(self) -> None:
        middle = Qt.AlignmentFlag.AlignVCenter
        there = QHBoxLayout()
        there.setSpacing(12)
        there.addWidget(self._heading, 0, middle)
        there.addLayout(self._line)
        there.addWidget(self._more, 0, middle)
        there.addStretch(1)
        awaiting = QHBoxLayout()
        awaiting.setSpacing(12)
        awaiting.addWidget(self.await_button)
        awaiting.addWidget(self._key, 0, middle)
        awaiting.addStretch(1)
        self._adding = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._adding.setSpacing(20)
        self._adding.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._adding.addLayout(awaiting, 1)
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._halves.setContentsMargins(0, 0, 0, 0)
        self._halves.setSpacing(12)
        self._halves.addLayout(there)
        self._halves.addLayout(self._adding, 1)

    @property
    def tiles(self) -> list[EvidenceTile]:
        """The small pictures that there is room for."""
        return [tile for tile in self._tiles if not tile.isHidden()]

    def show_subject(self, subject: Subject) -> None:
        """Show the evidence of something else."""
        self._subject = subject
        if self._grouped.get(subject, ()) or self._shown:
            self._show()

    def await_photo(self) -> None:
        """Set a placeholder here, with the time of now."""
        self.intake.await_photo(self._subject)

    def serve(self, page: QWidget) -> None:
        """Take what is pasted on the page where no text field takes it, and let the page offer what is dropped.

        The page hands its own drop events over: a filter would be asked about every event, also of answering.
        """
        page.setAcceptDrops(True)
        paste = QShortcut(QKeySequence.StandardKey.Paste, page)
        paste.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        paste.activated.connect(lambda: self.intake.paste(self._subject))

    def enter(self, event: QDragEnterEvent) -> None:
        """Accept what can be taken in when it is dropped."""
        if is_offered(event.mimeData()):
            event.acceptProposedAction()

    def drop(self, event: QDropEvent) -> None:
        """Take what was dropped."""
        if self.intake.take(event.mimeData(), self._subject):
            event.acceptProposedAction()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _show(self) -> None:
        self._shown = self._grouped.get(self._subject, ())
        count = len(self._shown)
        self._heading.setText(self.tr("Nachweise: {count}").format(count=count))
        self._heading.setVisible(bool(count))
        for tile in self._tiles[min(count, _MOST_TILES) :]:
            self._line.removeWidget(tile)
            tile.deleteLater()
        del self._tiles[min(count, _MOST_TILES) :]
        for tile, piece in zip(self._tiles, self._shown, strict=False):
            tile.show_piece(piece)
        for piece in self._shown[len(self._tiles) : _MOST_TILES]:
            self._add_tile(piece)
        self._fit()

    def _add_tile(self, piece: Evidence) -> None:
        from advisor_app.ui.widgets.evidence_tile import EvidenceTile
        from advisor_app.ui.widgets.thumbnails import Thumbnails

        if not self._tiles:
            self.destroyed.connect(Thumbnails.of(self._context).clear, Qt.ConnectionType.UniqueConnection)
        tile = EvidenceTile(self._context, piece)
        tile.clicked.connect(self._on_tile_clicked)
        self._line.addWidget(tile)
        self._tiles.append(tile)

    def _fit(self) -> None:
        """Show as many pictures as there is room for, and how many more there are; in two lines where one is short."""
        there = sum(widget.sizeHint().width() + 14 for widget in (self._heading, self._more) if self._shown)
        adding = sum(widget.sizeHint().width() + 20 for widget in (self.add_button, self.await_button, self._key))
        width = self._tiles[0].sizeHint().width() + self._line.spacing() if self._tiles else 0
        stacked = bool(self._shown) and self.width() < there + adding + min(_FEWEST_TILES, len(self._shown)) * width
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._halves.setDirection(below if stacked else beside)
        self._adding.setDirection(below if self.width() < adding else beside)
        self._adding.setSpacing(4 if self.width() < adding else 20)
        room = self.width() - there - (0 if stacked else adding)
        count = max(1, room // width) if width else 0
        for index, tile in enumerate(self._tiles):
            tile.setVisible(index < count)
        hidden = len(self._shown) - min(count, len(self._tiles))
        self._more.setText(f"+{hidden}" if hidden > 0 else "")
        self._more.setVisible(hidden > 0)

    @override
    def minimumSizeHint(self) -> QSize:
        """One picture at least; more of them must not keep the page from growing narrower."""
        return QSize(1, super().minimumSizeHint().height())

    def _on_tile_clicked(self) -> None:
        from advisor_app.ui.widgets.evidence_tile import EvidenceTile
        from advisor_app.ui.widgets.evidence_viewer import EvidenceViewer

        tile = self.sender()
        assert isinstance(tile, EvidenceTile)  # noqa: S101  # only tiles are connected
        viewer = EvidenceViewer(self._context, self._bridge, self.intake, [piece.id for piece in self._shown], self)
        viewer.show_piece(tile.piece.id)
        viewer.removed.connect(self.removed)
        viewer.open()

    def _on_add_button_clicked(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(self, self.tr("Nachweis hinzufügen"))
        if names:
            self.intake.add_files([Path(name) for name in names], self._subject)

    def _on_bridge_changed(self, changes: tuple[Change, ...]) -> None:
        if any(isinstance(change, EvidenceSet) for change in changes):
            self._grouped = by_subject(self._bridge.case.evidence)
            self._show()
