"""Everything that works on one data folder, built once and passed on."""

from advisor_app.services.workspace.opening import open_workspace
from advisor_app.services.workspace.workspace import Workspace

__all__ = ["Workspace", "open_workspace"]
