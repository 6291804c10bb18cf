"""The evidence of a case as small pictures under headings: placeholders first, then by what they are about."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from advisor_app.domain.case import Case
from advisor_app.domain.errors import AdvisorError
from advisor_app.domain.evidence import Evidence, Subject, SubjectKind, awaited, by_subject
from advisor_app.services.evidence import subject_words
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.evidence_tile import EvidenceTile
from advisor_app.ui.widgets.flow_layout import FlowLayout
from advisor_app.ui.widgets.labels import TextLabel
from advisor_app.ui.widgets.thumbnails import Thumbnails

_KINDS = (SubjectKind.QUESTION, SubjectKind.STEP, SubjectKind.PROCESS, SubjectKind.MEASURE, SubjectKind.CASE)

Group = tuple[str, Sequence[Evidence]]


class EvidenceGroups(QScrollArea):
    """``opened`` carries the ids of a group's pieces and the one that was pressed."""

    opened = Signal(list, str)

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._tiles: dict[tuple[str, str], EvidenceTile] = {}
        self._shown: list[Group] = []
        self.destroyed.connect(Thumbnails.of(context).clear)  # the pictures go with the case, also when it is locked
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    @property
    def tiles(self) -> list[EvidenceTile]:
        """All small pictures in their order."""
        return list(self._tiles.values())

    @property
    def headings(self) -> list[str]:
        """The headings in their order."""
        return [heading for heading, _ in self._shown]

    def show_case(self, case: Case) -> None:
        """Show the evidence of a case; pictures that stay are not made anew."""
        groups = self._groups_of(case)
        names = [(heading, [piece.id for piece in pieces]) for heading, pieces in groups]
        if names == [(heading, [piece.id for piece in pieces]) for heading, pieces in self._shown]:
            for heading, pieces in groups:
                for piece in pieces:
                    self._tiles[heading, piece.id].show_piece(piece, self._about(case, piece))
        else:
            self._build(case, groups)
        self._shown = groups

    def open(self, piece: str) -> None:
        """Look at a piece."""
        for _, pieces in self._shown:
            ids = [item.id for item in pieces]
            if piece in ids:
                self.opened.emit(ids, piece)
                return

    def _groups_of(self, case: Case) -> list[Group]:
        grouped = by_subject(case.evidence)
        waiting = awaited(case.evidence)
        groups: list[Group] = [(self.tr("Fotos, die noch folgen"), waiting)] if waiting else []
        for subject in sorted(grouped, key=_place):
            there = [piece for piece in grouped[subject] if not piece.is_awaited]
            if there:
                groups.append((self._heading(case, subject), there))
        return groups

    def _heading(self, case: Case, subject: Subject) -> str:
        workspace = self._context.workspace
        assessment = case.assessments.get(subject.part)
        if subject.kind is SubjectKind.QUESTION and assessment is not None:
            try:
                return f"{subject.item} {workspace.questionnaires.question(assessment, subject.item).short}"
            except AdvisorError:
                pass  # a question that this program does not know: by its number
        return subject_words(case, subject, workspace.texts)

    def _about(self, case: Case, piece: Evidence) -> str:
        return subject_words(case, piece.subject, self._context.workspace.texts) if piece.is_awaited else ""

    def _build(self, case: Case, groups: Sequence[Group]) -> None:
        place = self.verticalScrollBar().value()
        self._tiles = {}
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(24, 8, 24, 24)
        column.setSpacing(8)
        for heading, pieces in groups:
            column.addWidget(TextLabel(self._context.theming, heading, "emphasised", weight=600))
            flow = FlowLayout(12)
            for piece in pieces:
                tile = EvidenceTile(self._context, piece, large=True)
                tile.show_piece(piece, self._about(case, piece))
                tile.clicked.connect(self._on_tile_clicked)
                self._tiles[heading, piece.id] = tile
                flow.addWidget(tile)
            column.addLayout(flow)
            column.addSpacing(12)
        column.addStretch(1)
        self.setWidget(content)
        self.verticalScrollBar().setValue(place)

    def _on_tile_clicked(self) -> None:
        tile = self.sender()
        assert isinstance(tile, EvidenceTile)  # noqa: S101  # only tiles are connected
        self.open(tile.piece.id)


def _place(subject: Subject) -> tuple[int, str, tuple[tuple[int, str], ...]]:
    """Kinds in the order of the work, ids as people count (4.10 after 4.9)."""
    parts = re.findall(r"\d+|\D+", subject.item)
    counted = tuple((int(part), "") if part.isdecimal() else (0, part) for part in parts)
    return _KINDS.index(subject.kind), subject.part, counted
