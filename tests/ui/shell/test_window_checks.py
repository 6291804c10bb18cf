"""The checks of an installation that need Qt, with faults planted in a window and around it."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from advisor_app.app import make_window, window_checks
from advisor_app.services.preferences import Preferences
from advisor_app.services.self_check.checks import Checks
from advisor_app.services.self_check.order import CheckFailedError, CheckOrder
from advisor_app.ui.shell import window_checks as module
from advisor_app.ui.shell.main_window import MainWindow
from advisor_app.ui.shell.window_checks import WindowChecks, WindowVisit


@pytest.fixture
def checks(qapp: QApplication, tmp_path: Path) -> WindowChecks:
    order = CheckOrder(checks=(), folder=str(tmp_path / "daten"), scratch=str(tmp_path), language="de")
    assert qapp is not None
    return window_checks(order, Checks(order))


@pytest.fixture
def window(qapp: QApplication, tmp_path: Path) -> Iterator[MainWindow]:
    window = make_window(qapp, tmp_path / "fenster", Preferences())
    yield window
    window.close()
    window.deleteLater()


def test_translations_and_the_typeface_of_the_interface_are_there(checks: WindowChecks) -> None:
    assert "qtbase_de" in checks.translations()
    assert checks.interface_fonts() == "Source Sans 3: Regular, Semibold"


def test_missing_translations_fail_with_their_file(
    checks: WindowChecks, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "resources_folder", lambda: tmp_path)
    with pytest.raises(CheckFailedError, match=r"advisor_app_en\.qm"):
        checks.translations()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only there it is a file of its own")
def test_a_system_that_qt_cannot_print_with_fails(checks: WindowChecks, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_PRINTING_ON_LINUX", "printsupport/nothing.so")
    with pytest.raises(CheckFailedError, match="Drucksystem"):
        checks.printing()


def test_a_page_is_printed_into_a_file(checks: WindowChecks, tmp_path: Path) -> None:
    assert "Seiten: 2" in checks.printing()
    assert (tmp_path / "printed.pdf").stat().st_size > 10_000


def test_a_slot_that_raises_ends_the_check_of_the_window(window: MainWindow) -> None:
    def fail() -> None:
        raise RuntimeError("in a slot")

    window.ready.connect(fail)
    with pytest.raises(RuntimeError, match="in a slot"):
        WindowVisit(window).open()


def test_work_in_the_background_that_fails_ends_the_check_of_the_window(window: MainWindow) -> None:
    def fail(_job: object) -> None:
        raise RuntimeError("in the background")

    visit = WindowVisit(window)
    assert visit.open()
    window.lane.run(fail)
    with pytest.raises(RuntimeError, match="in the background"):
        visit.close()


def test_data_that_do_not_open_are_told(qapp: QApplication, tmp_path: Path) -> None:
    (tmp_path / "beraterkoffer.sqlite").write_bytes(b"no database" * 100)
    window = make_window(qapp, tmp_path, Preferences())
    visit = WindowVisit(window)
    assert not visit.open()
    assert visit.said
    visit.close()
