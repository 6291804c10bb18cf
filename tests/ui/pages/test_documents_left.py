"""A documents page that is left while its preview is being drawn."""

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from advisor_app.services.demo import ensure_example
from advisor_app.ui.pages.documents import DocumentsPage
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.page import PageContext


def test_a_preview_that_comes_too_late_meets_no_deleted_page(qtbot: QtBot, context: PageContext) -> None:
    workspace = context.workspace
    bridge = CaseBridge(workspace, workspace.cases.open(ensure_example(workspace)))
    page = DocumentsPage(context, bridge)
    with qtbot.waitSignal(context.lane.started):
        page.show()
    page.deleteLater()
    QCoreApplication.sendPostedEvents(page, QEvent.Type.DeferredDelete)
    assert not shiboken6.isValid(page)
    qtbot.waitUntil(lambda: not context.lane.is_busy)
    bridge.close()
