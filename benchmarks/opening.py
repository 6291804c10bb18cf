"""Opening a questionnaire of 1,000 questions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from advisor_app.domain.changes import AssessmentSet
from advisor_app.ui.pages.assessment import AssessmentPage
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.page import PageContext
from benchmarks.large import questionnaire
from benchmarks.measuring import Figure, interleaved, timed


def give_large_questionnaire(context: PageContext, bridge: CaseBridge) -> None:
    """Let the case's assessment be one of 1,000 questions."""
    workspace = context.workspace
    made = questionnaire(workspace.catalog.scale, 1000)
    digest = workspace.questionnaires.keep(made)
    before = bridge.case.default_assessment()
    if before is not None:
        after = replace(before, questionnaire=made.id, version=made.version, digest=digest, areas=())
        bridge.edit(AssessmentSet(before.id, before, after))


def show_once(widget: QWidget) -> None:
    widget.resize(1182, 690)
    widget.show()
    QApplication.processEvents()
    let_go(widget)


def let_go(widget: QWidget) -> None:
    """Close a page as the window does with the pages of a case."""
    widget.close()
    widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _bare_page() -> QWidget:
    """Fifty questions with five buttons each in a scroll area."""
    content = QWidget()
    column = QVBoxLayout(content)
    for number in range(50):
        row = QHBoxLayout()
        text = QLabel(f"Frage {number}: Wie weit ist die Aufgabe geregelt und in Gebrauch?")
        text.setWordWrap(True)
        row.addWidget(QLabel(str(number)))
        row.addWidget(text, 1)
        for level in range(5):
            row.addWidget(QPushButton(str(level)))
        column.addLayout(row)
    area = QScrollArea()
    area.setWidget(content)
    area.setWidgetResizable(True)
    return area


def figures(context: PageContext, bridge: CaseBridge) -> Iterator[Figure]:
    """Time to open it."""

    def page() -> QWidget:
        made = AssessmentPage(context, bridge)
        made.open_item("9.1.1")
        return made

    value, floor = interleaved(
        lambda: timed(lambda: show_once(page())), lambda: timed(lambda: show_once(_bare_page())), 9
    )
    yield Figure(
        name="opening 1,000 questions against a bare page of 50", value=value, floor=floor, unit="ms", bound=2.5
    )
