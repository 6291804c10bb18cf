"""The licences shown in the program: everything that is shipped, each text once."""

from importlib.metadata import distribution
from pathlib import Path

from advisor_app.resources_folder import resources_folder
from advisor_app.services.licences import licence_texts, read_components, stated_in
from advisor_app.texts import load_texts

CHECKOUT = Path(__file__).resolve().parents[2]


def test_every_text_that_a_component_needs_is_there() -> None:
    for component in read_components():
        for name in component.texts:
            assert (resources_folder() / "licences" / f"{name}.txt").stat().st_size > 500, component.name


def test_the_programs_own_licence_is_the_one_of_the_project() -> None:
    shipped = resources_folder() / "licences" / "EUPL-1.2.txt"
    assert shipped.read_bytes() == (CHECKOUT / "LICENSE").read_bytes()


def test_packages_of_a_folder_are_shown_with_their_own_texts(tmp_path: Path) -> None:
    statements = tmp_path / "somepackage-1.5.dist-info"
    (statements / "licenses").mkdir(parents=True)
    (statements / "METADATA").write_text(
        "Metadata-Version: 2.4\nName: Somepackage\nVersion: 1.5\nLicense-Expression: ISC\n"
        "License-File: COPYING\nLicense-File: docs/NOTICE.txt\nLicense-File: gone.txt\n\n",
        "utf-8",
    )
    (statements / "licenses" / "COPYING").write_text("Permission is hereby given.", "utf-8")
    (statements / "NOTICE.txt").write_bytes("Old place, © in another code".encode("latin-1"))
    shown = licence_texts(load_texts("de"), tmp_path)
    assert "Somepackage 1.5: ISC" in shown
    assert "Permission is hereby given." in shown
    assert "Old place, " in shown
    assert distribution("pytest").version not in [package.version for _, package in stated_in([tmp_path])], (
        "nothing of this environment"
    )


def test_a_text_is_shown_once_with_all_it_applies_to() -> None:
    shown = licence_texts(load_texts("en"))
    apache = (resources_folder() / "licences" / "Apache-2.0.txt").read_text("utf-8").strip()
    assert shown.count(apache) == 1
    heading = next(line for line in shown.splitlines() if line.startswith("―――") and "OpenSSL" in line)
    assert "qpdf" in heading
    assert "PDFium" in heading
