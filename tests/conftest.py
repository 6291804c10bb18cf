"""Settings that every test shares."""

import os
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings

import advisor_app.ui  # noqa: F401  # keeps None and True alive under Python 3.11, also in tests that use Qt alone

if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# No test may leave a key in the keyring of whoever runs it.
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"

# No test meets a real printer. The library of the print system asks for the server once and for all, so the one that
# tests/printing starts listens here.
os.environ["CUPS_SERVER"] = str(Path(tempfile.gettempdir()) / f"cups-{os.getpid()}" / "s")

# A slow or busy machine must not fail a rule that holds.
settings.register_profile("advisor-app", deadline=None, print_blob=True)
settings.load_profile("advisor-app")


@pytest.fixture(autouse=True)
def own_data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the data folder, not made yet, that the program uses in this test: none meets a real portfolio."""
    folder = tmp_path / "data-folder"
    monkeypatch.setenv("ADVISOR_APP_DATA", str(folder))
    return folder
