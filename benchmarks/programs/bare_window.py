"""The floor: a bare PySide6 window with one table; with ``ready`` also the import of sqlmodel and one commit."""

import json
import sqlite3
import sys
import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QTableWidget, QTableWidgetItem

from benchmarks.measuring import memory


def main() -> None:
    application = QApplication(sys.argv[:1])
    window = QMainWindow()
    table = QTableWidget(20, 6)
    for row in range(20):
        for column in range(6):
            table.setItem(row, column, QTableWidgetItem(f"{row} {column}"))
    window.setCentralWidget(table)
    window.resize(1366, 768)

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

    QTimer.singleShot(0, painted)
    window.show()
    application.exec()


if __name__ == "__main__":
    main()
