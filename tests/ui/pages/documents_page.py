"""What tests of the documents page share: the page with the worked example, and a file dialog that answers."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from advisor_app.services.demo import ensure_example
from advisor_app.ui.pages.documents import DocumentsPage
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.page import PageContext


class FileChoice:
    """A file dialog that answers with what a test puts in."""

    path: Path | None = None
    proposed = ""

    def __call__(self, _parent: QWidget, _title: str, proposed: str, _kinds: str) -> Path | None:
        self.proposed = proposed
        return self.path


def example_bridge(context: PageContext) -> CaseBridge:
    """The worked example, open."""
    workspace = context.workspace
    return CaseBridge(workspace, workspace.cases.open(ensure_example(workspace)))


def shown_page(
    qtbot: QtBot, context: PageContext, bridge: CaseBridge, choice: FileChoice, item: str = "result-report"
) -> DocumentsPage:
    """The page with a document whose preview is there."""
    page = DocumentsPage(context, bridge, choice)
    qtbot.addWidget(page)
    page.resize(1182, 690)
    page.open_item(item)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    qtbot.waitUntil(lambda: page.preview.page_count > 0)
    return page


def click(qtbot: QtBot, page: QWidget, words: str) -> None:
    """Click the first button that says so, as soon as one is in sight."""

    def found() -> list[QPushButton]:
        return [item for item in page.findChildren(QPushButton) if item.isVisible() and words in item.text()]

    qtbot.waitUntil(lambda: bool(found()))
    qtbot.mouseClick(found()[0], Qt.MouseButton.LeftButton)
