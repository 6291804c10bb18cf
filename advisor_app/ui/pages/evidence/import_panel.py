"""The photos of a folder, each with the placeholder it belongs to by its time; taken over in one step."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QScrollArea, QSpinBox, QVBoxLayout, QWidget

from advisor_app.domain.case import Case
from advisor_app.domain.evidence import awaited
from advisor_app.domain.local_time import LOCAL
from advisor_app.services.evidence import subject_words
from advisor_app.services.photo_import import Choice, FoundPhoto, proposals
from advisor_app.ui.pages.evidence.photo_row import PhotoRow
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.labels import TextLabel, hairline
from advisor_app.ui.widgets.paragraph import Paragraph

_MOST_ROWS = 200
_HALF_A_DAY = 720


class ImportPanel(QWidget):
    """``confirmed`` asks to take over what ``choices`` says, ``left`` to go back without that."""

    confirmed = Signal()
    left = Signal()

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._photos: Sequence[FoundPhoto] = ()
        self._case: Case | None = None
        self.rows: list[PhotoRow] = []
        theming = context.theming
        self._heading = TextLabel(theming, "", "section")
        self._counted = Paragraph(theming, "", "body", "secondary")
        self.ahead = QSpinBox()
        self.ahead.setRange(-_HALF_A_DAY, _HALF_A_DAY)
        self.ahead.setKeyboardTracking(False)
        self.ahead.setSuffix(self.tr(" Minuten"))
        self.ahead.setAccessibleName(self.tr("Minuten, die die Kamerauhr vorgeht"))
        self.every_photo = QCheckBox(self.tr("Auch Fotos aus anderer Zeit zeigen"))
        self.confirm_button = Button(theming, "", "check", "primary")
        self.leave_button = Button(theming, self.tr("Verwerfen"), "", "quiet")
        self._scroll = QScrollArea()
        self._lay_out()
        self.ahead.valueChanged.connect(self._build)
        self.every_photo.toggled.connect(self._build)
        self.confirm_button.clicked.connect(self.confirmed)
        self.leave_button.clicked.connect(self.left)

    @property
    def choices(self) -> list[Choice]:
        """Where the photos shall go that are taken."""
        return [choice for row in self.rows if (choice := row.choice) is not None]

    @property
    def clock_ahead(self) -> timedelta:
        """How far the camera's clock is ahead."""
        return timedelta(minutes=self.ahead.value())

    def show_photos(self, case: Case, folder: Path, photos: Sequence[FoundPhoto]) -> None:
        """Show what a folder holds."""
        self._case, self._photos = None, photos  # not yet: each of the settings would build the rows
        self._heading.setText(self.tr("Fotos aus „{folder}“").format(folder=folder.name))
        self.ahead.setValue(0)
        self.every_photo.setChecked(not awaited(case.evidence))
        self._case = case
        self._build()

    def _lay_out(self) -> None:
        label = TextLabel(self._context.theming, self.tr("Die Uhr der Kamera geht vor um"), "body", "secondary")
        label.setBuddy(self.ahead)
        settings = QHBoxLayout()
        settings.setSpacing(8)
        settings.addWidget(label)
        settings.addWidget(self.ahead)
        settings.addSpacing(16)
        settings.addWidget(self.every_photo)
        settings.addStretch(1)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.leave_button)
        buttons.addWidget(self.confirm_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(8)
        layout.addWidget(self._heading)
        layout.addWidget(self._counted)
        layout.addLayout(settings)
        layout.addWidget(hairline())
        layout.addWidget(self._scroll, 1)
        layout.addLayout(buttons)

    def _build(self) -> None:
        """Show the photos and propose a place for each, by the camera's clock as it is set."""
        if self._case is None:
            return
        found = proposals(self._case, self._photos, self.clock_ahead)
        near = [photo for photo in self._photos if found[photo.file].candidates]
        wanted = self._photos if self.every_photo.isChecked() else near
        places = self._places(self._case)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(0)
        self.rows = [PhotoRow(self._context, photo) for photo in wanted[:_MOST_ROWS]]
        for row in self.rows:
            row.show_match(found[row.photo.file], places)
            row.chosen.connect(self._show_count)
            column.addWidget(row)
        column.addStretch(1)
        self._scroll.setWidget(content)
        self._counted.setText(self._summary(len(near), len(wanted)))
        self._show_count()

    def _summary(self, near: int, wanted: int) -> str:
        words = self.tr(
            "{count} Fotos gefunden, {near} davon nahe an einem vorgemerkten Foto. Übernommen wird nur, "
            "was Sie zuordnen; Ort und Kameradaten werden entfernt."
        )
        words = words.format(count=len(self._photos), near=near)
        if wanted > _MOST_ROWS:
            words += " " + self.tr("Gezeigt werden die ersten {count}.").format(count=_MOST_ROWS)
        return words

    def _places(self, case: Case) -> list[tuple[str, str]]:
        texts = self._context.workspace.texts
        return [
            (piece.id, f"{subject_words(case, piece.subject, texts)}, {piece.added_at.astimezone(LOCAL):%d.%m. %H:%M}")
            for piece in awaited(case.evidence)
        ]

    def _show_count(self) -> None:
        count = len(self.choices)
        words = self.tr("1 Foto übernehmen") if count == 1 else self.tr("{count} Fotos übernehmen").format(count=count)
        self.confirm_button.setText(words)
        self.confirm_button.setEnabled(bool(count))
