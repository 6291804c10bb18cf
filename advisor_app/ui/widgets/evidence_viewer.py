"""One piece of evidence, large: the picture, its title, its words with their audience, and what can be done with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.domain.changes import Change, EvidenceSet
from advisor_app.domain.evidence import Evidence, EvidenceKind
from advisor_app.domain.local_time import LOCAL
from advisor_app.domain.words import Words
from advisor_app.override import override
from advisor_app.services.evidence import subject_words
from advisor_app.texts.numbers import format_date, format_decimal
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.free_text_guard import FREE_TEXT
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.audience_field import WordsField
from advisor_app.ui.widgets.autosave import LineField
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.evidence_intake import EvidenceIntake
from advisor_app.ui.widgets.evidence_picture import EvidencePicture
from advisor_app.ui.widgets.file_choice import file_to_save
from advisor_app.ui.widgets.labels import TextLabel
from advisor_app.ui.widgets.thumbnails import Thumbnails

_SIZE = QSize(980, 620)
_SIDE_WIDTH = 300
_MEGABYTE = 1_000_000


class EvidenceViewer(QDialog):
    """Looks at the pieces of one place; arrow keys go from one to the next. ``removed`` carries a sentence."""

    removed = Signal(str)

    def __init__(
        self, context: PageContext, bridge: CaseBridge, intake: EvidenceIntake, pieces: Sequence[str], parent: QWidget
    ) -> None:
        """``pieces`` are the ids in their order; copies are written through ``intake``."""
        super().__init__(parent)
        self._intake = intake
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Nachweis"))
        self._context = context
        self._bridge = bridge
        self._pieces = list(pieces)
        self._shown = pieces[0]
        theming = context.theming
        self.picture = EvidencePicture(theming)
        self.title = LineField(placeholder=self.tr("Titel"))
        self.title.setAccessibleName(self.tr("Titel"))
        self.title.setProperty(FREE_TEXT, True)
        self.caption = WordsField(theming, self.tr("Was ist zu sehen?"), lines=4)
        self._facts = TextLabel(theming, "", "body", "secondary", wrap=True)
        self._place = TextLabel(theming, "", "caption", "caption", tabular=True)
        self.back_button = Button(theming, self.tr("Zurück"), "chevron-left", "quiet")
        self.next_button = Button(theming, self.tr("Weiter"), "chevron-right", "quiet")
        self.copy_button = Button(theming, self.tr("Kopie speichern"), "download")
        self.remove_button = Button(theming, self.tr("Herausnehmen"), "trash-2")
        self.close_button = Button(theming, self.tr("Schließen"), "", "primary")
        self._lay_out(parent)
        self._connect()
        self._show_piece()

    def show_piece(self, piece: str) -> None:
        """Look at another one of the pieces."""
        self._flush()
        self._shown = piece
        self._show_piece()

    @property
    def piece(self) -> Evidence | None:
        """The piece that is shown, as the case has it now."""
        return self._bridge.case.evidence.get(self._shown)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_PageUp: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_PageDown: 1}
        if event.key() in steps:
            self._step(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    @override
    def done(self, result: int) -> None:
        self._flush()
        super().done(result)

    def _lay_out(self, parent: QWidget) -> None:
        theming = self._context.theming
        side = QVBoxLayout()
        side.setSpacing(12)
        side.addWidget(self.title)
        side.addWidget(self.caption)
        side.addWidget(self._facts)
        side.addStretch(1)
        side.addWidget(self.copy_button)
        side.addWidget(self.remove_button)
        steps = QHBoxLayout()
        steps.addWidget(self.back_button)
        steps.addWidget(self.next_button)
        steps.addWidget(self._place)
        steps.addStretch(1)
        left = QVBoxLayout()
        left.addWidget(self.picture, 1)
        left.addLayout(steps)
        holder = QWidget()
        holder.setLayout(side)
        holder.setFixedWidth(theming.scaled(_SIDE_WIDTH))
        side.setContentsMargins(0, 0, 0, 0)
        side.addWidget(self.close_button)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(16)
        layout.addLayout(left, 1)
        layout.addWidget(holder)
        self.resize(_SIZE.boundedTo(parent.window().size() * 0.92))
        self.close_button.setDefault(True)

    def _connect(self) -> None:
        for field in (self.title, self.caption):
            field.typing.connect(self._bridge.typing)
        self.title.edited.connect(self._on_title_edited)
        self.caption.edited.connect(self._on_caption_edited)
        self.back_button.clicked.connect(lambda: self._step(-1))
        self.next_button.clicked.connect(lambda: self._step(1))
        self.copy_button.clicked.connect(self._on_copy_button_clicked)
        self.remove_button.clicked.connect(self._on_remove_button_clicked)
        self.close_button.clicked.connect(self.accept)
        self._bridge.changed.connect(self._on_bridge_changed)

    def _step(self, by: int) -> None:
        index = self._pieces.index(self._shown) + by
        if 0 <= index < len(self._pieces):
            self.show_piece(self._pieces[index])

    def _flush(self) -> None:
        self.title.flush()
        self.caption.flush()

    def _show_piece(self) -> None:
        piece = self.piece
        if piece is None:
            self.reject()
            return
        index = self._pieces.index(self._shown)
        self.back_button.setEnabled(index > 0)
        self.next_button.setEnabled(index + 1 < len(self._pieces))
        self._place.setText(self.tr("{number} von {count}").format(number=index + 1, count=len(self._pieces)))
        self._show_words(piece)
        self.copy_button.setEnabled(piece.digest is not None)
        if piece.digest is None:
            self.picture.show_words(self.tr("Foto folgt"), "camera")
        elif piece.kind is EvidenceKind.FILE:
            self.picture.show_words(self.tr("Für Dateien gibt es hier keine Vorschau."), "file-text")
        else:
            self.picture.show_words(self.tr("Bild wird geöffnet …"), "image")
            self.picture.show_later(Thumbnails.of(self._context), piece.digest)

    def _show_words(self, piece: Evidence) -> None:
        self.title.show_text(piece.title)
        self.caption.show_words(piece.caption)
        self._facts.setText("\n".join(self._lines_of(piece)))

    def _lines_of(self, piece: Evidence) -> list[str]:
        texts = self._context.workspace.texts

        def moment(words: str, at: datetime) -> str:
            local = at.astimezone(LOCAL)
            return words.format(date=format_date(local.date(), texts.language), time=f"{local:%H:%M}")

        lines = [subject_words(self._bridge.case, piece.subject, texts)]
        if piece.taken_at is not None:
            lines.append(moment(self.tr("Aufgenommen am {date} um {time}"), piece.taken_at))
        lines.append(moment(self.tr("Hinzugefügt am {date} um {time}"), piece.added_at))
        if piece.size:
            lines.append(self.tr("{size}, verschlüsselt gespeichert").format(size=_size(piece.size, texts.language)))
        return lines

    def _edit(self, after: Evidence | None, batch: str = "") -> bool:
        before = self.piece
        return before is not None and self._bridge.edit(EvidenceSet(before.id, before, after), batch=batch or None)

    def _on_title_edited(self, text: str, batch: str) -> None:
        if self.piece is not None:
            self._edit(replace(self.piece, title=text.strip()), batch)

    def _on_caption_edited(self, words: Words, batch: str) -> None:
        if self.piece is not None:
            self._edit(replace(self.piece, caption=words), batch)

    def _on_bridge_changed(self, changes: tuple[Change, ...]) -> None:
        if any(isinstance(change, EvidenceSet) and change.id == self._shown for change in changes):
            piece = self.piece
            if piece is not None:
                self._show_words(piece)

    def _on_copy_button_clicked(self) -> None:
        piece, room = self.piece, self._context.workspace.evidence
        if piece is None:
            return
        proposed = room.file_name(piece, self.tr("Nachweis"))
        path = file_to_save(self, self.tr("Kopie speichern"), proposed, f"*{room.ending(piece)}")
        if path is not None:
            self._intake.export(piece, path)

    def _on_remove_button_clicked(self) -> None:
        piece = self.piece
        if piece is not None and self._edit(None):
            self.accept()
            self.removed.emit(self.tr("Nachweis „{title}“ herausgenommen").format(title=piece.title or "–"))


def _size(count: int, language: str) -> str:
    if count < _MEGABYTE // 10:
        return f"{format_decimal(max(1, count // 1000), 0, language)}\N{NO-BREAK SPACE}kB"
    return f"{format_decimal(count / _MEGABYTE, 1, language)}\N{NO-BREAK SPACE}MB"
