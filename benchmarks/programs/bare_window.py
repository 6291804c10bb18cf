"""The floor: a bare PySide6 window with one table, painted; with ``ready`` also sqlmodel imported and one commit."""

import json
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QTableWidget, QTableWidgetItem

from advisor_app.override import override
from benchmarks.measuring import memory


class _Window(QMainWindow):
    """Tells once when it and all that is in it has been painted."""

    def __init__(self, then: Callable[[], None]) -> None:
        super().__init__()
        self._then: Callable[[], None] | None = then

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._then is not None:
            QTimer.singleShot(0, self._then)  # the table is painted after the window that it lies in
            self._then = None


def main() -> None:
    application = QApplication(sys.argv[:1])
    table = QTableWidget(20, 6)
    for row in range(20):
        for column in range(6):
            table.setItem(row, column, QTableWidgetItem(f"{row} {column}"))

    def painted() -> None:
        if "ready" in sys.argv:
            import sqlmodel  # noqa: F401 — its import is what is measured

            with sqlite3.connect(Path(tempfile.mkdtemp()) / "floor.sqlite") as connection:
                connection.execute("PRAGMA journal_mode = WAL")
                connection.execute("PRAGMA synchronous = FULL")
                connection.execute("CREATE TABLE answer (id INTEGER PRIMARY KEY, level INTEGER)")
                connection.execute("INSERT INTO answer (level) VALUES (2)")
                connection.commit()
        print(json.dumps({"cpu": time.process_time(), "memory": memory()}), flush=True)
        application.quit()

    window = _Window(painted)
    window.setCentralWidget(table)
    window.resize(1366, 768)
    window.show()
    application.exec()


if __name__ == "__main__":
    main()
