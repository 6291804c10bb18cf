"""The check of an installation."""

from pathlib import Path

import pytest

from advisor_app.services import self_check
from advisor_app.services.preferences import Preferences
from advisor_app.services.self_check import run_checks
from advisor_app.texts import Texts, load_texts
from tests.services.conftest import PREFERENCES


@pytest.mark.parametrize("language", ["de", "en"])
def test_a_sound_installation_passes_and_nothing_is_left_behind(tmp_path: Path, language: str) -> None:
    folder = tmp_path / "daten"
    results = list(run_checks(folder, Preferences(language=language)))
    assert [result for result in results if not result.passed] == []
    assert len(results) == 6
    assert all(result.detail and result.seconds >= 0 for result in results)
    assert not folder.exists()
    assert list(tmp_path.iterdir()) == []


def test_a_broken_pack_fails_alone(tmp_path: Path) -> None:
    pack = tmp_path / "packs" / "eigenes"
    pack.mkdir(parents=True)
    (pack / "pack.toml").write_text("id = ", encoding="utf-8")
    failed = [result for result in run_checks(tmp_path, PREFERENCES) if not result.passed]
    assert len(failed) == 1
    assert "pack.toml" in failed[0].detail


def test_missing_texts_fail(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    english = {key: text for key, text in load_texts("en").entries.items() if key != "errors.bad-date"}
    monkeypatch.setattr(
        self_check, "load_texts", lambda language: load_texts("de") if language == "de" else Texts("en", english)
    )
    failed = [result for result in run_checks(tmp_path, PREFERENCES) if not result.passed]
    assert ["errors.bad-date" in result.detail for result in failed] == [True]


def test_a_folder_that_takes_no_file_fails(tmp_path: Path) -> None:
    file = tmp_path / "datei"
    file.touch()
    failed = [result for result in run_checks(file / "daten", PREFERENCES) if not result.passed]
    assert len(failed) == 1
    assert str(file) in failed[0].detail


def test_a_fault_of_the_program_is_told_and_the_other_checks_go_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: object) -> str:
        raise RuntimeError("unheard of")

    monkeypatch.setattr(self_check, "ensure_example", fail)
    failed = [result for result in run_checks(tmp_path, PREFERENCES) if not result.passed]
    assert [result.detail for result in failed] == ["RuntimeError: unheard of"] * 2
