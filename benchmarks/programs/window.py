"""The program's window: until it is painted, or with ``ready`` until the worked example's questions can be answered."""

import json
import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer

from advisor_app.app import make_application, make_window
from advisor_app.services.preferences import Preferences
from benchmarks.measuring import memory

_LATE = ("sqlmodel", "sqlalchemy", "reportlab", "pikepdf")


class _FirstPaint(QObject):
    """Tells when the window was painted for the first time."""

    def __init__(self, then: object) -> None:
        super().__init__()
        self._then = then

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 — named by Qt
        if event.type() is QEvent.Type.Paint and self._then is not None:
            QTimer.singleShot(0, self._then)
            self._then = None
        return super().eventFilter(watched, event)


def main() -> None:
    folder = Path(sys.argv[1])
    application = make_application("de")
    window = make_window(application, folder, Preferences(adviser="Benchmark"))
    window.resize(1366, 768)

    def painted() -> None:
        loaded = sum(name in sys.modules for name in _LATE)
        print(json.dumps({"cpu": time.process_time(), "memory": memory(), "late": loaded}), flush=True)
        window.close()
        application.quit()

    def ready() -> None:
        case_id = window.workspace.portfolio.load()[0].case_id
        window.open_case(case_id, "assessment")
        QTimer.singleShot(0, painted)

    if "ready" in sys.argv:
        window.ready.connect(ready)
    else:
        watcher = _FirstPaint(painted)
        window.installEventFilter(watcher)
    window.show()
    application.exec()


if __name__ == "__main__":
    main()
