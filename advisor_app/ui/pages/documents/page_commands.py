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


def page_commands(page: DocumentsPage) -> list[Command]:
    """Every document by its name, the print pack, and what can be done with the chosen document once it is ready."""
    kind = QCoreApplication.translate("DocumentsPage", "Dokumente")
    search = QCoreApplication.translate("DocumentsPage", "Dokument suchen")
    document = QCoreApplication.translate("DocumentsPage", "Dokument")
    commands = [
        Command(title=search, kind=kind, act=page.column.search.setFocus, icon="search", keys="Ctrl+Shift+F"),
        *(
            Command(title=_title(entry), kind=document, act=partial(page.open_item, entry.key), icon="file-text")
            for entry in page.column.entries
        ),
    ]
    if page.shows_pack:
        return [*_of_pack(page, kind), *commands]
    pack = QCoreApplication.translate("DocumentsPage", "Druckpaket zusammenstellen")
    commands.append(Command(title=pack, kind=kind, act=page.show_pack, icon="printer"))
    return commands if page.ready is None else [*_of_document(page, page.ready, kind), *commands]


def _of_pack(page: DocumentsPage, kind: str) -> list[Command]:
    view = page.pack.view
    save = QCoreApplication.translate("DocumentsPage", "Druckpaket als PDF speichern")
    printing = QCoreApplication.translate("DocumentsPage", "Druckpaket drucken")
    back = QCoreApplication.translate("DocumentsPage", "Druckpaket verlassen")
    return [
        Command(title=save, kind=kind, act=view.save.click, icon="file-down", keys="Ctrl+S"),
        Command(title=printing, kind=kind, act=view.print.click, icon="printer", keys="Ctrl+P"),
        Command(title=back, kind=kind, act=page.leave_pack, icon="arrow-left", keys="Esc"),
    ]


def _title(entry: SideEntry) -> str:
    return ", ".join(filter(None, (entry.title, entry.below)))


def _of_document(page: DocumentsPage, ready: Offer, kind: str) -> list[Command]:
    save = QCoreApplication.translate("DocumentsPage", "PDF speichern")
    printing = QCoreApplication.translate("DocumentsPage", "Drucken")
    search = QCoreApplication.translate("DocumentsPage", "Im Dokument suchen")
    preview = QCoreApplication.translate("DocumentsPage", "Vorschau zeigen")
    texts = QCoreApplication.translate("DocumentsPage", "Texte bearbeiten")
    hand_over = QCoreApplication.translate("DocumentsPage", "Übergeben")
    text = QCoreApplication.translate("DocumentsPage", "Kopie zum Bearbeiten (Word)")
    tables = QCoreApplication.translate("DocumentsPage", "Tabellen zum Bearbeiten (Excel)")
    copy = page.head.copy
    commands = [
        Command(title=save, kind=kind, act=page.outgoing.save, icon="file-down", keys="Ctrl+S"),
        Command(title=printing, kind=kind, act=page.outgoing.print_document, icon="printer", keys="Ctrl+P"),
        Command(title=search, kind=kind, act=page.search, icon="search", keys="Ctrl+F"),
        Command(title=preview, kind=kind, act=partial(page.show_mode, PREVIEW), icon="eye"),
        Command(title=texts, kind=kind, act=partial(page.show_mode, TEXTS), icon="pencil"),
    ]
    for title, action in ((text, copy.whole), (tables, copy.tables)):
        if action.isEnabled():
            commands.append(Command(title=title, kind=kind, act=action.trigger, icon="square-pen"))
    if ready.leaves_the_house:
        commands.append(Command(title=hand_over, kind=kind, act=partial(page.show_mode, HANDOVER), icon="send"))
    return commands
