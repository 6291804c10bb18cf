"""The house's colour and logo: checked when they are chosen, kept, printed."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from advisor_app.domain.case import CaseBranding
from advisor_app.domain.changes import BrandingSet, EvidenceSet
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.evidence import WHOLE_CASE
from advisor_app.services.preferences import PreferencesFile
from advisor_app.services.session import CaseSession
from advisor_app.services.workspace import Workspace
from advisor_app.texts import load_texts
from advisor_app.texts.errors import sentence
from tests.documents.reading import elements
from tests.example_case import example_case
from tests.services.conftest import OpenCase


def picture(path: Path, size: tuple[int, int] = (800, 300), kind: str = "PNG") -> Path:
    Image.new("RGB", size, "teal").save(path, kind)
    return path


@pytest.mark.parametrize(("typed", "kept"), [("#0b5c6b", "#0B5C6B"), (" 7A1F5C ", "#7A1F5C"), ("", ""), (" ", "")])
def test_a_colour_is_read_as_people_write_it(workspace: Workspace, typed: str, kept: str) -> None:
    assert workspace.branding.colour(typed) == kept


@pytest.mark.parametrize("typed", ["rot", "#12345", "#1234567", "#GGGGGG", "0B5C6B0B", "#0B5C6B; x"])
def test_what_is_no_colour_is_refused(workspace: Workspace, typed: str) -> None:
    with pytest.raises(AdvisorError) as caught:
        workspace.branding.colour(typed)
    assert caught.value.problem is Problem.COLOUR_UNREADABLE


def test_a_colour_that_is_too_light_is_told_with_a_darker_one(workspace: Workspace) -> None:
    with pytest.raises(AdvisorError) as caught:
        workspace.branding.colour("#7FC4D0")
    assert caught.value.problem is Problem.COLOUR_TOO_LIGHT
    suggestion = str(caught.value.details["suggestion"])
    assert workspace.branding.colour(suggestion) == suggestion
    assert sentence(caught.value, load_texts("de")) == (
        "#7FC4D0 ist zu hell: Text in dieser Farbe hat auf Papier nur einen Kontrast von 1,9 zu 1, "
        "nötig sind 4,5 zu 1. "
        f"Die bisherige Farbe gilt weiter. Der nächste dunklere Ton ist {suggestion}."
    )


def test_a_contrast_just_below_is_never_told_as_enough(workspace: Workspace) -> None:
    with pytest.raises(AdvisorError) as caught:
        workspace.branding.colour("#777777")
    assert caught.value.details["reached"] == "4,4"


def test_a_logo_is_kept_in_the_folder_that_backups_take_along(workspace: Workspace, tmp_path: Path) -> None:
    branding = workspace.branding
    branding.keep_logo(branding.read_logo(picture(tmp_path / "logo.png")))
    assert workspace.preferences.document_logo == "provider.png"
    assert [file.name for file in (workspace.folder / "logos").iterdir()] == ["provider.png"]
    assert PreferencesFile(workspace.folder).load().document_logo == "provider.png"


def test_another_logo_takes_the_place_of_the_first(workspace: Workspace, tmp_path: Path) -> None:
    branding = workspace.branding
    branding.keep_logo(branding.read_logo(picture(tmp_path / "logo.png")))
    photo = tmp_path / "photo.jpg"
    Image.effect_noise((600, 600), 90).convert("RGB").save(photo, "JPEG")
    branding.keep_logo(branding.read_logo(photo))
    assert [file.name for file in (workspace.folder / "logos").iterdir()] == ["provider.jpg"]
    branding.drop_logo()
    assert branding.logo() is None
    assert list((workspace.folder / "logos").iterdir()) == []


def test_what_is_no_picture_is_refused_and_the_logo_stays(workspace: Workspace, tmp_path: Path) -> None:
    branding = workspace.branding
    branding.keep_logo(branding.read_logo(picture(tmp_path / "logo.png")))
    before = branding.logo()
    (tmp_path / "text.png").write_text("kein Bild", encoding="utf-8")
    with pytest.raises(AdvisorError) as caught:
        branding.read_logo(tmp_path / "text.png")
    assert caught.value.problem is Problem.PICTURE_UNREADABLE
    with pytest.raises(AdvisorError) as caught:
        branding.read_logo(tmp_path / "missing.png")
    assert caught.value.problem is Problem.FILE_UNREADABLE
    assert branding.logo() == before


def test_documents_carry_colour_and_logo(workspace: Workspace, tmp_path: Path) -> None:
    branding = workspace.branding
    workspace.set_preferences(replace(workspace.preferences, provider="Rat und Tat", document_colour="#7A1F5C"))
    branding.keep_logo(branding.read_logo(picture(tmp_path / "logo.png", (4000, 1000))))
    brand = branding.brand(example_case())
    assert brand.accent == "#7A1F5C"
    (logo,) = brand.logos
    assert logo.words == "Logo: Rat und Tat"
    with Image.open(BytesIO(logo.content)) as image:
        assert image.size == (2560, 640)


def test_a_logo_that_was_taken_away_is_left_out(workspace: Workspace, tmp_path: Path) -> None:
    branding = workspace.branding
    branding.keep_logo(branding.read_logo(picture(tmp_path / "logo.png")))
    (workspace.folder / "logos" / "provider.png").unlink()
    assert branding.brand(example_case()).logos == ()
    assert branding.shown_logo(600) is None


@pytest.mark.parametrize("line", ['document_logo = "../settings.toml"', 'document_colour = "red"'])
def test_settings_written_by_hand_are_checked(workspace: Workspace, line: str) -> None:
    path = workspace.folder / "settings.toml"
    path.write_text(f"{line}\n", encoding="utf-8")
    with pytest.raises(AdvisorError) as caught:
        PreferencesFile(workspace.folder).load()
    assert caught.value.problem is Problem.FILE_FORMAT


@pytest.fixture
def session(open_case: OpenCase) -> CaseSession:
    return open_case("M4")


def with_logo(workspace: Workspace, session: CaseSession, file: Path) -> str:
    """Take a photo into the case and make it the commune's logo; returns its id."""
    (added,) = workspace.evidence.added(session.case, workspace.evidence.take_in([file]).stored, WHOLE_CASE)
    session.apply(added)
    session.apply(BrandingSet(session.case.branding, CaseBranding(colour="#1F3D7A", logo=added.id)))
    return added.id


def test_a_commune_has_its_own_colour_and_a_logo_left_of_the_house(
    workspace: Workspace, session: CaseSession, tmp_path: Path
) -> None:
    branding = workspace.branding
    workspace.set_preferences(replace(workspace.preferences, provider="Rat und Tat", document_colour="#7A1F5C"))
    branding.keep_logo(branding.read_logo(picture(tmp_path / "logo.png")))
    with_logo(workspace, session, picture(tmp_path / "wappen.png", (300, 300)))
    brand = branding.brand(session.case)
    assert brand.accent == "#1F3D7A"
    assert [logo.words for logo in brand.logos] == ["Logo: Stadt Lich", "Logo: Rat und Tat"]
    assert [item.name for item in (workspace.folder / "logos").iterdir()] == ["provider.png"]


def test_the_commune_s_branding_is_a_record_like_every_other(
    workspace: Workspace, session: CaseSession, tmp_path: Path
) -> None:
    name = with_logo(workspace, session, picture(tmp_path / "wappen.png"))
    assert workspace.cases.open(session.case.id).case.branding == CaseBranding(colour="#1F3D7A", logo=name)
    session.undo()
    assert session.case.branding is None
    assert workspace.branding.brand(session.case).logos == ()


def test_a_logo_that_left_the_case_is_left_out(workspace: Workspace, session: CaseSession, tmp_path: Path) -> None:
    name = with_logo(workspace, session, picture(tmp_path / "wappen.png"))
    session.apply(EvidenceSet(name, session.case.evidence[name], None))
    assert workspace.branding.brand(session.case).logos == ()


@pytest.mark.parametrize("colour", ["#FFFF00", "red", "0 0 0 rg"])
def test_a_colour_that_came_from_elsewhere_is_checked(workspace: Workspace, session: CaseSession, colour: str) -> None:
    session.apply(BrandingSet(None, CaseBranding(colour=colour)))
    assert workspace.branding.brand(session.case).accent == ""


def test_documents_of_a_case_show_both_logos(workspace: Workspace, session: CaseSession, tmp_path: Path) -> None:
    branding = workspace.branding
    branding.keep_logo(branding.read_logo(picture(tmp_path / "logo.png")))
    with_logo(workspace, session, picture(tmp_path / "wappen.png", (300, 300)))
    given = workspace.documents.input_of(session.case, "implementation-plan")
    drawn = workspace.documents.draw("implementation-plan", given)
    alternatives = [item.alternative for item in elements(drawn.content) if item.role == "Figure"]
    assert alternatives[:2] == ["Logo: Stadt Lich", "Logo: Beratungshaus Mitte"]


def test_a_damaged_logo_is_named_in_one_sentence(workspace: Workspace, session: CaseSession, tmp_path: Path) -> None:
    branding = workspace.branding
    branding.keep_logo(branding.read_logo(picture(tmp_path / "logo.png")))
    (workspace.folder / "logos" / "provider.png").write_bytes(b"damaged")
    given = workspace.documents.input_of(session.case, "implementation-plan")
    with pytest.raises(AdvisorError) as caught:
        workspace.documents.draw("implementation-plan", given)
    assert caught.value.problem is Problem.PICTURE_UNREADABLE
    assert sentence(caught.value, load_texts("de")).startswith("„Logo: Beratungshaus Mitte“ ist kein Bild")
