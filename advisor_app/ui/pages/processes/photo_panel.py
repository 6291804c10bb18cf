"""Photos of a process beside its table: what stands on paper or a flipchart is typed from them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from advisor_app.domain.changes import Change, EvidenceSet
from advisor_app.domain.evidence import WHOLE_CASE, Evidence, EvidenceKind, Subject, by_subject
from advisor_app.override import override
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.evidence_intake import EvidenceIntake, is_offered
from advisor_app.ui.widgets.evidence_picture import EvidencePicture
from advisor_app.ui.widgets.icon_button import IconButton
from advisor_app.ui.widgets.labels import TextLabel
from advisor_app.ui.widgets.thumbnails import Thumbnails

_SQUARE = 100
"""Percent: as high as wide, until a picture tells its own shape."""


class PhotoPanel(QWidget):
    """As wide as there is room, scrolled up and down; takes what is dropped, and what is pasted through ``take``."""

    noticed = Signal(str)
    warned = Signal(str)
    closed = Signal()

    def __init__(self, context: PageContext, bridge: CaseBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theming = context.theming
        self._context, self._bridge = context, bridge
        self._subject = WHOLE_CASE
        self._photos: tuple[Evidence, ...] = ()
        self._index = 0
        self._shape = _SQUARE
        self.intake = EvidenceIntake(context, bridge, self)
        self.picture = EvidencePicture(theming)
        self.place = TextLabel(theming, "", "body", "secondary", tabular=True)
        self.back = IconButton(theming, "chevron-left", self.tr("Voriges Foto"))
        self.on = IconButton(theming, "chevron-right", self.tr("Nächstes Foto"))
        self.add = Button(theming, self.tr("Foto hinzufügen"), "image", "link")
        self.close_button = IconButton(theming, "x", self.tr("Fotos schließen"))
        self._area = QScrollArea()
        self._lay_out()
        self.setAcceptDrops(True)
        self.setAccessibleName(self.tr("Fotos des Prozesses"))
        self.back.clicked.connect(lambda: self._step(-1))
        self.on.clicked.connect(lambda: self._step(1))
        self.add.clicked.connect(self._on_add_clicked)
        self.close_button.clicked.connect(self.closed)
        self.intake.noticed.connect(self.noticed)
        self.intake.warned.connect(self.warned)
        self.picture.loaded.connect(self._on_picture_loaded)
        bridge.changed.connect(self._on_bridge_changed)

    @property
    def photos(self) -> tuple[Evidence, ...]:
        """The photos of the process, oldest first."""
        return self._photos

    def show_process(self, process: str) -> None:
        """Show the photos of another process, from the newest one."""
        subject = Subject.process(process)
        if subject != self._subject:
            self._subject = subject
            self._read(newest=True)

    def take(self, given: QMimeData) -> bool:
        """Take in a picture or files; False where there is nothing to take."""
        return self.intake.take(given, self._subject)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if is_offered(event.mimeData()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        if self.take(event.mimeData()):
            event.acceptProposedAction()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        for widget in (self.back, self.place, self.on):
            line.addWidget(widget)
        line.addStretch(1)
        line.addWidget(self.add)
        line.addWidget(self.close_button)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.picture)
        column.addStretch(1)
        self._area.setWidget(inner)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 8, 24, 12)
        layout.setSpacing(8)
        layout.addLayout(line)
        layout.addWidget(self._area, 1)

    def _read(self, *, newest: bool) -> None:
        found = by_subject(self._bridge.case.evidence).get(self._subject, ())
        before = len(self._photos)
        self._photos = tuple(item for item in found if item.kind is EvidenceKind.PHOTO and not item.is_awaited)
        if newest or len(self._photos) > before:
            self._index = len(self._photos) - 1
        self._index = max(0, min(self._index, len(self._photos) - 1))
        self._show()

    def _show(self) -> None:
        count = len(self._photos)
        words = self.tr("Foto {number} von {count}").format(number=self._index + 1, count=count)
        self.place.setText(words if count else "")
        self.back.setVisible(count > 1)
        self.on.setVisible(count > 1)
        self.back.setEnabled(self._index > 0)
        self.on.setEnabled(self._index + 1 < count)
        digest = self._photos[self._index].digest if count else None
        if digest is None:
            self._shape = 0
            self.picture.show_words(self.tr("Legen Sie hier ein Foto ab, oder fügen Sie eines ein."), "image")
        else:
            self._shape = _SQUARE
            self.picture.show_words(self.tr("Bild wird geöffnet …"), "image")
            self.picture.show_later(Thumbnails.of(self._context), digest)
        self._fit()

    def _fit(self) -> None:
        """Let the picture fill the width, and be as high as its shape wants."""
        height = round(self._area.viewport().width() * self._shape / 100)
        self.picture.setMinimumHeight(max(height, self._context.theming.scaled(120)))

    def _step(self, by: int) -> None:
        self._index = max(0, min(self._index + by, len(self._photos) - 1))
        self._area.verticalScrollBar().setValue(0)
        self._show()

    def _on_picture_loaded(self) -> None:
        image = self.picture.image
        self._shape = round(image.height() * 100 / image.width())
        self._fit()

    def _on_add_clicked(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(self, self.tr("Foto hinzufügen"))
        if names:
            self.intake.add_files([Path(name) for name in names], self._subject)

    def _on_bridge_changed(self, changes: tuple[Change, ...]) -> None:
        if any(isinstance(change, EvidenceSet) for change in changes):
            self._read(newest=False)
