"""The recovery sheet for commands: made and told of where it is missing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from advisor_app.cli.output import complain
from advisor_app.domain.errors import AdvisorError, Problem

if TYPE_CHECKING:
    from advisor_app.services.protection import RecoveryCode
    from advisor_app.services.workspace import Workspace

T = TypeVar("T")


def with_recovery(workspace: Workspace, act: Callable[[], T], file: Path | None = None) -> T:
    """Do what only recoverable data allow; where there is no recovery sheet yet, make it and say where it is."""
    try:
        return act()
    except AdvisorError as error:
        if error.problem is not Problem.RECOVERY_MISSING:
            raise
    recovery = workspace.protection.new_recovery_code()
    written = write_sheet(workspace, recovery, file)
    workspace.protection.accept_recovery_code(recovery)
    complain(workspace.texts("commands.key.sheet-made", file=written))
    return act()


def write_sheet(workspace: Workspace, recovery: RecoveryCode, file: Path | None) -> Path:
    """Write a recovery sheet, in the data folder where no file is named; raises AdvisorError(FILE_NOT_WRITABLE)."""
    target = file or workspace.folder / workspace.recovery_sheets.file_name(recovery)
    workspace.recovery_sheets.create(recovery, target)
    return target
