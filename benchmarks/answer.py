"""One answer from key press to committed and repainted, against the same in bare Qt with bare sqlite3."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QProgressBar,
    QRadioButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from advisor_app.override import override
from advisor_app.ui.pages.assessment import AssessmentPage
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.page import PageContext
from benchmarks.measuring import Figure, interleaved, timed
from benchmarks.opening import let_go

_KEYS = (Qt.Key.Key_1, Qt.Key.Key_3)


class _BarePage(QWidget):
    """The same widgets: a tree, a title, five choices, a note, a progress bar; one row is written per choice."""

    def __init__(self, folder: Path, questions: int) -> None:
        super().__init__()
        self.connection = sqlite3.connect(folder / "floor.sqlite", isolation_level=None)
        self.connection.execute("PRAGMA journal_mode = WAL")
        self.connection.execute("PRAGMA synchronous = FULL")
        self.connection.execute("CREATE TABLE answer (question TEXT PRIMARY KEY, level INTEGER, note TEXT)")
        self.tree = QTreeWidget()
        self.tree.setHeaderHidden(True)
        for number in range(questions):
            self.tree.addTopLevelItem(QTreeWidgetItem([f"4.{number // 4 + 1}.{number % 4 + 1} Frage"]))
        self.progress = QProgressBar()
        self.levels = [QRadioButton(f"{level}\nAnkertext dieser Stufe in zwei Zeilen") for level in range(5)]
        left, right, row = QVBoxLayout(), QVBoxLayout(), QHBoxLayout()
        left.addWidget(self.progress)
        left.addWidget(self.tree)
        for button in self.levels:
            row.addWidget(button)
        right.addWidget(QLabel("Wie weit ist Ihre Digital- oder Smart-Region-Strategie?"))
        right.addLayout(row)
        right.addWidget(QPlainTextEdit())
        layout = QHBoxLayout(self)
        layout.addLayout(left, 1)
        layout.addLayout(right, 4)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        level = event.key() - Qt.Key.Key_0
        self.connection.execute("BEGIN IMMEDIATE")
        self.connection.execute("INSERT OR REPLACE INTO answer VALUES (?, ?, ?)", ("4.1.1", level, ""))
        self.connection.execute("COMMIT")
        self.levels[level].setChecked(True)
        row = self.tree.topLevelItem(0)
        assert row is not None
        row.setText(0, f"4.1.1 Frage  {level}")
        self.progress.setValue(level)


def _press(page: QWidget, keys: Iterator[int]) -> Callable[[], float]:
    def press() -> None:
        QTest.keyClick(page, _KEYS[next(keys) % 2])
        QApplication.processEvents()  # repaints

    return lambda: timed(press)


def figures(context: PageContext, bridge: CaseBridge, folder: Path) -> Iterator[Figure]:
    """Medians over 300 answers taken in turns."""
    page = AssessmentPage(context, bridge)
    bare = _BarePage(folder, 29)
    for widget in (page, bare):
        widget.resize(1182, 690)
        widget.show()
        widget.setFocus()
    page.open_item("4.1.1")
    QApplication.processEvents()
    value, floor = interleaved(_press(page, count()), _press(bare, count()), 300)
    yield Figure(
        name="one answer: key press to committed and repainted", value=value, floor=floor, unit="ms", bound=1.5
    )
    for widget in (page, bare):
        let_go(widget)
