"""What several benchmarks work on: the worked example in a window, and a large portfolio; made when needed."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from advisor_app.app import make_application
from advisor_app.services.data_lock import Access
from advisor_app.services.demo import ensure_example
from advisor_app.services.preferences import Preferences
from advisor_app.services.workspace import Workspace, open_workspace
from advisor_app.ui.shell.background import BackgroundLane
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.look import Look
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.shell.theming import PageTheming

PREFERENCES = Preferences(adviser="Benchmark")


class Setting:
    """Work folders below ``root``; ``packages`` holds Node packages, ``program`` is an installed program."""

    def __init__(self, root: Path, packages: Path | None = None, program: Path | None = None) -> None:
        self.root = root
        self.packages = packages
        self.program = program

    @cached_property
    def example(self) -> Path:
        """A data folder with the worked example, which no window has open."""
        folder = self.root / "example"
        workspace = open_workspace(folder, PREFERENCES, access=Access.WRITE)
        ensure_example(workspace)
        workspace.close()
        return folder

    @cached_property
    def workspace(self) -> Workspace:
        """The worked example, opened."""
        return open_workspace(self.example, PREFERENCES, access=Access.WRITE)

    @cached_property
    def context(self) -> PageContext:
        """What pages are built with, as the stack of pages gives it."""
        theming = PageTheming(Look(make_application("de")))
        return PageContext(workspace=self.workspace, lane=BackgroundLane(), theming=theming)

    @cached_property
    def bridge(self) -> CaseBridge:
        """The worked example's case."""
        return CaseBridge(self.workspace, self.workspace.cases.open(ensure_example(self.workspace)))

    @cached_property
    def portfolio(self) -> Workspace:
        """An empty folder that a benchmark fills with thousands of cases."""
        return open_workspace(self.root / "large", PREFERENCES, access=Access.WRITE)

    def close(self) -> None:
        """Let go of what was opened."""
        for name in ("workspace", "portfolio"):
            if name in self.__dict__:
                self.__dict__[name].close()
