"""A print server of our own with one queue, whose printer writes what it gets into a folder."""

from __future__ import annotations

import getpass
import grp
import os
import pwd
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from advisor_app.services.preferences import Preferences, ThemeChoice
from advisor_app.services.workspace import open_workspace
from advisor_app.ui.shell.background import BackgroundLane
from advisor_app.ui.shell.look import Look
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.shell.theming import Theming
from tests.profiles import make_recoverable

_PATH = f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin"
SERVER = shutil.which("cupsd", path=_PATH)
ADMINISTRATION = shutil.which("lpadmin", path=_PATH)
BACKENDS = Path("/usr/lib/cups")

_SERVER_CONFIGURATION = """\
Listen {socket}
Browsing No
DefaultAuthType None
WebInterface No
<Location />
  Order allow,deny
  Allow all
</Location>
<Location /admin>
  Order allow,deny
  Allow all
</Location>
<Policy default>
  JobPrivateAccess all
  JobPrivateValues none
  SubscriptionPrivateAccess all
  SubscriptionPrivateValues none
  <Limit All>
    Order allow,deny
    Allow all
  </Limit>
</Policy>
"""
_FILES_CONFIGURATION = """\
ServerRoot {root}/configuration
ServerBin {root}/programs
CacheDir {root}/cache
StateDir {root}/state
RequestRoot {root}/spool
TempDir {root}/spool
AccessLog {root}/access.log
ErrorLog {root}/error.log
PageLog {root}/page.log
User {user}
Group {group}
SystemGroup {system_group}
Sandboxing relaxed
"""
_BACKEND = """\
#!/bin/sh
# job, user, title, copies, options, file: a printer whose paper is a folder
[ $# -eq 0 ] && exit 0
cat "$6" >"{sheets}/$1.part" && mv "{sheets}/$1.part" "{sheets}/$1.pdf"
"""


@dataclass(frozen=True)
class PrintQueue:
    """A queue by its name; ``sheets`` is where its jobs end, one file each, named by their number."""

    name: str
    sheets: Path


@pytest.fixture
def context(tmp_path: Path, qapp: QApplication) -> Iterator[PageContext]:
    """What a page is built with, over an empty data folder."""
    workspace = open_workspace(make_recoverable(tmp_path / "data"), Preferences(adviser="Kim Berger"))
    lane = BackgroundLane()
    yield PageContext(workspace=workspace, lane=lane, theming=Theming(Look(qapp, ThemeChoice.LIGHT)))
    lane.close()
    workspace.close()


@pytest.fixture(scope="module")
def queue() -> Iterator[PrintQueue]:
    if SERVER is None or ADMINISTRATION is None:
        pytest.skip("no print server here; ./test installs one where it may")
    root = Path(tempfile.mkdtemp(prefix="cups"))  # pytest's own folders stay closed to the printer's user
    root.chmod(0o755)
    socket = Path(os.environ["CUPS_SERVER"])
    socket.parent.mkdir(mode=0o755)
    sheets = _lay_out(root, socket)
    command = [SERVER, "-f", "-c", str(root / "configuration/cupsd.conf"), "-s", str(root / "configuration/files.conf")]
    with subprocess.Popen(command) as server:
        try:
            _make_queue(ADMINISTRATION)
            yield PrintQueue("Rathaus", sheets)
        finally:
            server.terminate()
    shutil.rmtree(root)
    shutil.rmtree(socket.parent)


def _lay_out(root: Path, socket: Path) -> Path:
    """Folders, configuration and the printer's program; returns where printed files end."""
    root_is_us = os.geteuid() == 0
    user = "lp" if root_is_us else getpass.getuser()
    group = "lp" if root_is_us else grp.getgrgid(pwd.getpwnam(user).pw_gid).gr_name
    for name in ("configuration/ppd", "cache", "state", "spool", "sheets", "programs/backend"):
        (root / name).mkdir(parents=True)
    for name in ("cgi-bin", "daemon", "driver", "filter", "monitor", "notifier"):
        if (BACKENDS / name).exists():
            (root / "programs" / name).symlink_to(BACKENDS / name)
    sheets = root / "sheets"
    sheets.chmod(0o777)
    backend = root / "programs/backend/folder"
    backend.write_text(_BACKEND.format(sheets=sheets), "utf-8")
    backend.chmod(0o755)
    values = {
        "root": root,
        "socket": socket,
        "user": user,
        "group": group,
        "system_group": "root" if root_is_us else group,
    }
    (root / "configuration/cupsd.conf").write_text(_SERVER_CONFIGURATION.format(**values), "utf-8")
    (root / "configuration/files.conf").write_text(_FILES_CONFIGURATION.format(**values), "utf-8")
    return sheets


def _make_queue(program: str) -> None:
    """Name the queue as soon as the server listens."""
    command = [program, "-p", "Rathaus", "-E", "-v", "folder:/", "-m", "raw"]
    deadline = time.monotonic() + 20
    while subprocess.run(command, capture_output=True, check=False).returncode:
        if time.monotonic() > deadline:
            pytest.fail("the print server does not listen")
