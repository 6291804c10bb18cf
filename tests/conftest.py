"""Settings that every test shares."""

import gc
import os
import sys
import tempfile
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import advisor_app.ui  # noqa: F401  # keeps None and True alive under Python 3.11, also in tests that use Qt alone
from advisor_app.exchange import case_file_keys
from advisor_app.services import handbook
from tests.patience import PatientBot

if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# No test may leave a key in the keyring of whoever runs it.
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"

# No test meets a real printer. The library of the print system asks for the server once and for all, so the one that
# tests/printing starts listens here.
os.environ["CUPS_SERVER"] = str(Path(tempfile.gettempdir()) / f"cups-{os.getpid()}" / "s")

# The programs that tests start, by the hundred, find their modules compiled, also where nobody wants that kept.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

# What is imported and collected stays to the end: looking for garbage among it, over and over, cost minutes.
gc.disable()

# A slow or busy machine must not fail a rule that holds.
settings.register_profile("advisor-app", deadline=None, print_blob=True)
settings.load_profile("advisor-app")


@pytest.hookimpl(trylast=True)
def pytest_collection_finish() -> None:
    """Collect garbage from now on, of what the tests themselves make."""
    gc.freeze()
    gc.enable()


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown() -> Generator[None]:
    """Delete the windows that a test has closed: without a loop that runs they stay, and every theme dresses them."""
    yield
    if QCoreApplication.instance() is not None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(autouse=True)
def own_data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the data folder, not made yet, that the program uses in this test: none meets a real portfolio."""
    folder = tmp_path / "data-folder"
    monkeypatch.setenv("ADVISOR_APP_DATA", str(folder))
    return folder


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """Clicks and types; waits as long as a busy machine may need."""
    del qapp  # there has to be one
    return PatientBot(request)


@pytest.fixture(autouse=True, scope="session")
def quick_passphrases() -> Iterator[None]:
    """Case files stretch a passphrase as little as can be; ``test_case_file.py`` asks for the real cost."""
    with pytest.MonkeyPatch.context() as patch:
        for name, value in (("ARGON2_PASSES", 1), ("ARGON2_LANES", 1), ("ARGON2_MEMORY_KIB", 8)):
            patch.setattr(case_file_keys, name, value)
        yield


@pytest.fixture
def small_handbook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A handbook of one chapter in place of the shipped one, of which writing a PDF takes seconds; its folder."""
    folder = tmp_path / "handbook"
    folder.mkdir()
    table = "| Kapitel | Worum es geht |\n|---|---|\n| [Eins](01-eins.md) | das Erste |\n"
    (folder / "README.md").write_text(f"# Handbuch\n\n## Teil\n\n{table}", "utf-8")
    (folder / "01-eins.md").write_text("# Eins\n\nNur Text.\n", "utf-8")
    monkeypatch.setattr(handbook, "handbook_folder", lambda: folder)
    handbook.read.cache_clear()
    yield folder
    handbook.read.cache_clear()
