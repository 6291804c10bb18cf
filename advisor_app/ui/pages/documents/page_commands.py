"""What can be done with documents by name or key."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from advisor_app.services.document_offer import Offer
from advisor_app.ui.pages.documents.head import HANDOVER, PREVIEW, TEXTS
from advisor_app.ui.shell.command import Command
from advisor_app.ui.widgets.side_list import SideEntry

if TYPE_CHECKING:
    from advisor_app.ui.pages.documents.page import DocumentsPage


def page_commands(page: DocumentsPage, ready: Offer | None) -> list[Command]:
    """Every document by its name, and what can be done with the chosen one once it is ``ready``."""
    kind = QCoreApplication.translate("DocumentsPage", "Dokumente")
    search = QCoreApplication.translate("DocumentsPage", "Dokument suchen")
    document = QCoreApplication.translate("DocumentsPage", "Dokument")
    commands = [
        Command(title=search, kind=kind, act=page.column.search.setFocus, icon="search", keys="Ctrl+L"),
        *(
            Command(title=_title(entry), kind=document, act=partial(page.open_item, entry.key), icon="file-text")
            for entry in page.column.entries
        ),
    ]
    return commands if ready is None else [*_of_document(page, ready, kind), *commands]


def _title(entry: SideEntry) -> str:
    return ", ".join(filter(None, (entry.title, entry.below)))


def _of_document(page: DocumentsPage, ready: Offer, kind: str) -> list[Command]:
    save = QCoreApplication.translate("DocumentsPage", "PDF speichern")
    printing = QCoreApplication.translate("DocumentsPage", "Drucken")
    search = QCoreApplication.translate("DocumentsPage", "Im Dokument suchen")
    preview = QCoreApplication.translate("DocumentsPage", "Vorschau zeigen")
    texts = QCoreApplication.translate("DocumentsPage", "Texte bearbeiten")
    hand_over = QCoreApplication.translate("DocumentsPage", "Übergeben")
    commands = [
        Command(title=save, kind=kind, act=page.save, icon="file-down", keys="Ctrl+S"),
        Command(title=printing, kind=kind, act=page.print_document, icon="printer", keys="Ctrl+P"),
        Command(title=search, kind=kind, act=page.search, icon="search", keys="Ctrl+F"),
        Command(title=preview, kind=kind, act=partial(page.show_mode, PREVIEW), icon="eye"),
        Command(title=texts, kind=kind, act=partial(page.show_mode, TEXTS), icon="pencil"),
    ]
    if ready.leaves_the_house:
        commands.append(Command(title=hand_over, kind=kind, act=partial(page.show_mode, HANDOVER), icon="send"))
    return commands
