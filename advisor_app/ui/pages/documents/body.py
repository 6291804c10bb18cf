"""The chosen document: its head, and one of its views below."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from advisor_app.override import override
from advisor_app.services.clock import today
from advisor_app.ui.pages.documents.archived_line import ArchivedLine
from advisor_app.ui.pages.documents.handover_view import HandoverView
from advisor_app.ui.pages.documents.head import HANDOVER, TEXTS, DocumentsHead
from advisor_app.ui.pages.documents.made_line import MadeLine
from advisor_app.ui.pages.documents.section_editor import SectionEditor
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.labels import TextLabel
from advisor_app.ui.widgets.pdf_preview import PdfPreview

_LEAST_VIEW = 320


class DocumentBody(QScrollArea):
    """Scrolls as a whole where the window is low or the type large."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theming, texts = context.theming, context.workspace.texts
        self.head = DocumentsHead(theming, texts, lambda: today(context.workspace.clock))
        self.made = MadeLine(theming)
        self.archived = ArchivedLine(theming, texts)
        self.preview = PdfPreview(theming)
        self.sections = SectionEditor(context)
        self.handover = HandoverView(theming, texts)
        self.missing = TextLabel(theming, "", "emphasised", "secondary", wrap=True)
        self._missing_view = QWidget()
        self._stack = _Views(theming)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._lay_out()

    def show_missing(self, words: str) -> None:
        """Say what the case still lacks for the document."""
        self.missing.setText(words)
        self._stack.setCurrentWidget(self._missing_view)

    def show_view(self) -> None:
        """Show the view that is chosen in the head."""
        views = {TEXTS: self.sections, HANDOVER: self.handover}
        self._stack.setCurrentWidget(views.get(self.head.mode.current(), self.preview))

    @property
    def shows_handover(self) -> bool:
        """Whether the view of handing over is on top."""
        return self._stack.currentWidget() is self.handover

    def _lay_out(self) -> None:
        middle = QVBoxLayout(self._missing_view)
        middle.setContentsMargins(32, 32, 32, 32)
        middle.addWidget(self.missing)
        middle.addStretch(1)
        for view in (self.preview, self.sections, self.handover, self._missing_view):
            self._stack.addWidget(view)
        content = QWidget()
        content.setProperty("kind", "paper")
        column = QVBoxLayout(content)
        column.setContentsMargins(24, 16, 24, 0)
        column.setSpacing(12)
        for line in (self.head, self.made, self.archived):
            column.addWidget(line)
        column.addWidget(self._stack, 1)
        self.setWidget(content)


class _Views(QStackedWidget):
    """Views that scroll by themselves: a little height is enough before all of the page scrolls around them."""

    def __init__(self, theming: Theming) -> None:
        super().__init__()
        self._theming = theming

    @override
    def sizeHint(self) -> QSize:
        least = max(super().minimumSizeHint().height(), self._theming.scaled(_LEAST_VIEW))
        return QSize(super().sizeHint().width(), least)
