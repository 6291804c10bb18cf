"""One photo of a folder: what it looks like, when it was taken, and where it shall go."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.domain.local_time import LOCAL
from advisor_app.domain.photo_matching import Match
from advisor_app.override import override
from advisor_app.services.photo_import import Choice, FoundPhoto
from advisor_app.texts.numbers import format_date
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.choice_field import ChoiceBox
from advisor_app.ui.widgets.elided_label import ElidedLabel
from advisor_app.ui.widgets.labels import TextLabel
from advisor_app.ui.widgets.thumbnails import Source, Thumbnails

_NOT_TAKEN = "-"
_PICTURE = QSize(84, 63)


class PhotoRow(QWidget):
    """``chosen`` tells that the photo shall go somewhere else."""

    chosen = Signal()

    def __init__(self, context: PageContext, photo: FoundPhoto, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.photo = photo
        theming = context.theming
        language = context.workspace.preferences.language
        taken = self.tr("ohne Uhrzeit")
        if photo.taken_at is not None:
            local = photo.taken_at.astimezone(LOCAL)
            taken = f"{format_date(local.date(), language)}, {local:%H:%M:%S}"
        self.target = ChoiceBox()
        self.target.setAccessibleName(self.tr("Wohin mit {file}").format(file=photo.file.name))
        self._doubt = TextLabel(theming, "", "caption", "amber")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        words.addWidget(ElidedLabel(theming, photo.file.name))
        words.addWidget(TextLabel(theming, taken, "caption", "caption", tabular=True))
        words.addStretch(1)
        choice = QVBoxLayout()
        choice.setSpacing(2)
        choice.addWidget(self.target)
        choice.addWidget(self._doubt)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 4)
        layout.setSpacing(12)
        layout.addWidget(_Preview(context, photo))
        layout.addLayout(words, 2)
        layout.addLayout(choice, 3)
        self.target.activated.connect(self._on_target_activated)

    def show_match(self, match: Match, places: Sequence[tuple[str, str]]) -> None:
        """Offer placeholders (id and words), the near ones first; what is proposed for sure is chosen."""
        self.target.clear()
        self.target.addItem(self.tr("Nicht übernehmen"), _NOT_TAKEN)
        words = dict(places)
        for name in (*match.candidates, *(name for name, _ in places if name not in match.candidates)):
            self.target.addItem(words[name], name)
        self.target.addItem(self.tr("Fall als Ganzes"), "")
        index = self.target.findData(match.placeholder) if match.placeholder and match.sure else 0
        self.target.setCurrentIndex(index)
        open_question = bool(match.candidates) and not match.sure
        self._doubt.setText(self.tr("Nicht eindeutig, bitte wählen") if open_question else "")
        self._doubt.setVisible(open_question)

    @property
    def choice(self) -> Choice | None:
        """Where the photo shall go, None where it is not taken."""
        data = self.target.currentData()
        return None if data == _NOT_TAKEN else Choice(self.photo.file, data)

    def _on_target_activated(self) -> None:
        self._doubt.hide()
        self.chosen.emit()


class _Preview(QWidget):
    """The photo as it lies in its folder."""

    def __init__(self, context: PageContext, photo: FoundPhoto) -> None:
        super().__init__()
        self._theming = context.theming
        self._thumbnails = Thumbnails.of(context)
        self._photo = photo
        self.setFixedSize(_PICTURE * (context.theming.zoom / 100))
        self._thumbnails.arrived.connect(self._on_thumbnails_arrived)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), self._theming.colour("sunken"))
        image = self._thumbnails.get(self._photo.file)
        if image is not None:
            size = image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
            place = QRect(0, 0, size.width(), size.height())
            place.moveCenter(self.rect().center())
            painter.drawImage(place, image)
        elif self._thumbnails.is_broken(self._photo.file):
            place = QRect(self.rect().center(), self._theming.icon_size())
            place.moveCenter(self.rect().center())
            self._theming.icon("triangle-alert", "amber").paint(painter, place)
        painter.end()

    def _on_thumbnails_arrived(self, source: Source) -> None:
        if source == self._photo.file:
            self.update()
