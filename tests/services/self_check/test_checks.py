"""What the checks of an installation find, with faults that are planted one by one."""

import io
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from advisor_app.documents.render.embedded_fonts import fonts_not_embedded
from advisor_app.resources_folder import handbook_folder
from advisor_app.services import handbook
from advisor_app.services.self_check import checks as module
from advisor_app.services.self_check.checks import Checks
from advisor_app.services.self_check.order import CheckOrder, CheckResult, carry_out
from advisor_app.texts import Texts, load_texts

Check = Callable[..., CheckResult]


@pytest.fixture
def check(tmp_path: Path) -> Check:
    """Carry out one check: ``check("content")``; the data folder is ``tmp_path/daten``, not made yet."""

    def carry(key: str, language: str = "de", folder: Path = tmp_path / "daten") -> CheckResult:
        scratch = tmp_path / "scratch"
        scratch.mkdir(exist_ok=True)
        order = CheckOrder(checks=(key,), folder=str(folder), scratch=str(scratch), language=language)
        return carry_out(key, Checks(order).all()[key], load_texts(language))

    return carry


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("key", ["settings", "policy", "content", "texts", "fonts", "handbook", "folder", "keyring"])
def test_what_is_sound_passes_and_the_data_folder_is_not_even_made(
    check: Check, tmp_path: Path, key: str, language: str
) -> None:
    result = check(key, language)
    assert (result.key, result.passed) == (key, True), result.detail
    assert result.detail
    assert result.seconds >= 0
    assert not (tmp_path / "daten").exists()


def test_a_profile_is_made_encrypted_backed_up_and_brought_back(check: Check, tmp_path: Path) -> None:
    result = check("profile")
    assert result.passed, result.detail
    assert "67 Antworten" in result.detail
    assert not (tmp_path / "daten").exists()
    # the device has no way in of its own
    assert list((tmp_path / "scratch").rglob("profile.key")) == []


def test_a_broken_pack_fails_with_its_file(check: Check, tmp_path: Path) -> None:
    pack = tmp_path / "daten" / "packs" / "eigenes"
    pack.mkdir(parents=True)
    (pack / "pack.toml").write_text("id = ", encoding="utf-8")
    result = check("content")
    assert not result.passed
    assert "pack.toml" in result.detail


def test_a_handbook_without_its_pictures_fails(check: Check, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy = tmp_path / "handbook"
    shutil.copytree(handbook_folder(), copy)
    monkeypatch.setattr(handbook, "handbook_folder", lambda: copy)
    result = check("handbook")
    assert not result.passed
    assert "plan-light.png" in result.detail


def test_settings_with_an_error_fail(check: Check, tmp_path: Path) -> None:
    (tmp_path / "daten").mkdir()
    (tmp_path / "daten" / "settings.toml").write_text("zoom = 5\n", encoding="utf-8")
    result = check("settings")
    assert not result.passed
    assert "settings.toml" in result.detail


def test_a_policy_with_an_error_fails(check: Check, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    policy = tmp_path / "policy.toml"
    policy.write_text("[lock]\nafter_minutes = 0\n", encoding="utf-8")
    monkeypatch.setenv("ADVISOR_APP_POLICY", str(policy))
    result = check("policy")
    assert not result.passed
    assert "policy.toml" in result.detail


def test_missing_texts_fail(check: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    english = {key: text for key, text in load_texts("en").entries.items() if key != "errors.bad-date"}
    monkeypatch.setattr(
        module, "load_texts", lambda language: load_texts("de") if language == "de" else Texts("en", english)
    )
    result = check("texts")
    assert not result.passed
    assert "errors.bad-date" in result.detail


def test_a_folder_that_takes_no_file_fails(check: Check, tmp_path: Path) -> None:
    file = tmp_path / "datei"
    file.touch()
    result = check("folder", folder=file / "daten")
    assert not result.passed
    assert str(file) in result.detail


def test_a_fault_of_the_program_is_told(check: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: object) -> str:
        raise RuntimeError("unheard of")

    monkeypatch.setattr(module, "ensure_example", fail)
    assert (check("profile").passed, check("profile").detail) == (False, "RuntimeError: unheard of")


def test_a_typeface_that_a_document_only_names_is_found() -> None:
    file = io.BytesIO()
    canvas = Canvas(file)
    canvas.setFont("Helvetica", 10)
    canvas.drawString(100, 100, "Fall")
    canvas.save()
    assert fonts_not_embedded(file.getvalue()) == ("/Helvetica",)
