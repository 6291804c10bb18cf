"""The head of the page: which document, how far it is, how it is shown, and where it goes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.override import override
from advisor_app.services.document_offer import Offer
from advisor_app.texts import Texts
from advisor_app.ui.pages.documents.copy_button import CopyButton
from advisor_app.ui.pages.documents.document_column import FEW
from advisor_app.ui.pages.documents.release_control import ReleaseControl
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.buttons import Button, Segments
from advisor_app.ui.widgets.choice_field import ChoiceField
from advisor_app.ui.widgets.flow_layout import FlowLayout
from advisor_app.ui.widgets.labels import TextLabel

PREVIEW = "preview"
TEXTS = "texts"
HANDOVER = "handover"
_LEAST_TITLE = 260


class DocumentsHead(QWidget):
    """Title and state of the chosen document, its views, and the buttons that print, save and hand it over.

    A paper of the adviser's own has no state and is handed over to nobody.
    """

    def __init__(
        self, theming: Theming, texts: Texts, today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theming = theming
        self.title = TextLabel(theming, "", "page")
        self.state = TextLabel(theming, "", "body", "secondary", tabular=True)
        self.item = ChoiceField(())
        self.item.set_name(self.tr("Worum es geht"))
        self.release = ReleaseControl(theming, texts, today)
        self.internal = TextLabel(theming, self.tr("intern – nicht weitergeben"), "body", "tag-amber")
        self.mode = Segments(
            theming,
            (
                (PREVIEW, self.tr("Vorschau"), "eye"),
                (TEXTS, self.tr("Texte"), "pencil"),
                (HANDOVER, self.tr("Übergabe"), "archive"),
            ),
        )
        self.print = Button(theming, self.tr("Drucken"), "printer", shortcut="Ctrl+P")
        self.save = Button(theming, self.tr("PDF speichern"), "file-down", shortcut="Ctrl+S")
        self.copy = CopyButton(theming)
        self.hand_over = Button(theming, self.tr("Übergeben …"), "send", "primary")
        self._lay_out()

    def show_offer(self, offer: Offer, of_kind: Sequence[Offer]) -> None:
        """Show which document it is and how far; of more than a few of its kind another one can be chosen."""
        self.title.setText(offer.title)
        self.item.set_choices([(other.item, other.item_title) for other in of_kind])
        self.item.show_value(offer.item)
        self.item.setVisible(len(of_kind) > FEW)
        goes_out = offer.leaves_the_house and offer.missing is None
        self.release.setVisible(goes_out)
        self.internal.setVisible(not offer.leaves_the_house)
        self.release.show_state(offer.state)
        self.mode.allow(HANDOVER, allowed=goes_out)
        if not goes_out and self.mode.current() == HANDOVER:
            self.mode.choose(PREVIEW)
        # The view of handing over has its own button: one way at a time.
        self.hand_over.setVisible(goes_out and self.mode.current() != HANDOVER)

    def allow(self, *, made: bool, writes: bool) -> None:
        """Whether there is a document to show, print and save, and whether the case takes changes."""
        self.mode.setEnabled(made)
        self.print.setEnabled(made)
        self.save.setEnabled(made)
        self.copy.setEnabled(made)
        self.release.setEnabled(made and writes)
        self.hand_over.setEnabled(made and writes)

    def _lay_out(self) -> None:
        about = QHBoxLayout()
        about.setSpacing(12)
        about.addWidget(self.item)
        about.addWidget(self.state, 1)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addLayout(about)
        self._standing = QWidget()
        standing = FlowLayout(8, self._standing)
        standing.addWidget(self.release)
        standing.addWidget(self.internal)
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._top.setSpacing(8)
        self._top.addLayout(words, 1)
        self._top.addWidget(self._standing, 0, Qt.AlignmentFlag.AlignTop)
        actions = QWidget()
        flow = FlowLayout(8, actions)
        for widget in (self.mode, self.print, self.save, self.copy, self.hand_over):
            flow.addWidget(widget)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(10)
        self._box.addLayout(self._top)
        self._box.addWidget(actions)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            self._arrange()  # something has come, gone or changed its size, as with the zoom
        return handled

    def _arrange(self) -> None:
        """Put the state beside the title, or below it where there is no room; nothing is cut where lines wrap."""
        self.mode.setMinimumHeight(self.save.sizeHint().height())
        hint = (self.internal if self.release.isHidden() else self.release).sizeHint().width()
        beside = self.width() - hint >= self._theming.scaled(_LEAST_TITLE)
        self._standing.setMinimumWidth(hint if beside else 0)
        self._top.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        self.setMinimumHeight(self._box.totalHeightForWidth(self.width()))
