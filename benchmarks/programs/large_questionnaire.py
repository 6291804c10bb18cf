"""Memory with a questionnaire of 1,000 questions open, and after opening it 200 times."""

import gc
import json
import tempfile
from pathlib import Path

from PySide6.QtWidgets import QApplication

from advisor_app.app import make_application
from advisor_app.services.data_lock import Access
from advisor_app.services.demo import ensure_example
from advisor_app.services.preferences import Preferences
from advisor_app.services.workspace import open_workspace
from advisor_app.ui.pages.assessment import AssessmentPage
from advisor_app.ui.shell.background import BackgroundLane
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.look import Look
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.shell.theming import PageTheming
from benchmarks.measuring import memory
from benchmarks.opening import give_large_questionnaire, let_go

_TIMES = 200


def main() -> None:
    """Print both figures in MiB."""
    application = make_application("de")
    folder = Path(tempfile.mkdtemp())
    workspace = open_workspace(folder, Preferences(adviser="Benchmark"), access=Access.WRITE)
    context = PageContext(workspace=workspace, lane=BackgroundLane(), theming=PageTheming(Look(application)))
    bridge = CaseBridge(workspace, workspace.cases.open(ensure_example(workspace)))
    give_large_questionnaire(context, bridge)
    page = _opened(context, bridge)
    gc.collect()
    once = memory()
    for _ in range(_TIMES):
        let_go(page)
        page = _opened(context, bridge)
    gc.collect()
    print(json.dumps({"open": once, "after": memory()}), flush=True)
    let_go(page)
    context.lane.close()
    bridge.close()
    workspace.close()


def _opened(context: PageContext, bridge: CaseBridge) -> AssessmentPage:
    page = AssessmentPage(context, bridge)
    page.resize(1182, 690)
    page.show()
    QApplication.processEvents()
    return page


if __name__ == "__main__":
    main()
