"""One line above an older edition of a document: which one it is, and the ways on."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from advisor_app.domain.case_document import ArchivedDocument
from advisor_app.texts import Texts
from advisor_app.ui.pages.documents.archive_words import head_of
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.elided_label import ElidedLabel


class ArchivedLine(QFrame):
    """Says that the pages below are those that were handed over; hidden while they are today's."""

    def __init__(self, theming: Theming, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self.setProperty("kind", "card-amber")
        self._words = ElidedLabel(theming, "", "body")
        self.save = Button(theming, self.tr("Speichern …"), "file-down", "link")
        self.renew = Button(theming, self.tr("Aus heutigen Daten erstellen"), "refresh-cw", "link")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 6, 14, 6)
        layout.setSpacing(12)
        layout.addWidget(self._words, 1)
        layout.addWidget(self.save)
        layout.addWidget(self.renew)
        self.hide()

    @property
    def words(self) -> str:
        """What is said of the edition."""
        return self._words.text()

    def show_entry(self, entry: ArchivedDocument) -> None:
        """Say which edition is shown."""
        self._words.setText(self.tr("So übergeben am {head}").format(head=head_of(entry, self._texts)))
        self.show()
