"""What commands write for people never takes the place of what a data folder or a backup needs."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run

WORDS = "Nebel über dem Vogelsberg"


@pytest.fixture
def own_files(run: Run, own_data_folder: Path, tmp_path: Path) -> list[Path]:
    """Files of a data folder with a case, of its backup, and a link to one of them."""
    backup = Path(run("backup", "create", "--json").json["folder"])
    link = tmp_path / "bericht.pdf"
    link.symlink_to(own_data_folder / "keyslots.json")
    names = ("beraterkoffer.sqlite", "keyslots.json", "profile.key")
    return [*(own_data_folder / name for name in names), backup / "beraterkoffer.sqlite", link]


@pytest.mark.parametrize(
    "command",
    [
        ("documents", "create", "CASE", "result-report", "--out", "FILE"),
        ("assessment", "export", "CASE", "FILE"),
        ("plan", "export", "CASE", "FILE"),
        ("case", "export", "CASE", "--case-passphrase-file", "WORDS", "--out", "FILE"),
        ("move", "pack", "FILE"),
        ("key", "recovery", "--recovery-sheet", "FILE"),
    ],
    ids=lambda command: " ".join(command[:2]),
)
def test_a_file_of_the_program_is_not_overwritten(
    run: Run, fail: Run, answered: str, own_files: list[Path], tmp_path: Path, command: tuple[str, ...]
) -> None:
    words = tmp_path / "words.txt"
    words.write_text(WORDS, encoding="utf-8")
    before = [file.read_bytes() for file in own_files]
    for file in own_files:
        named = {"CASE": answered, "FILE": file, "WORDS": words}
        said = fail(*(named.get(word, word) for word in command)).err
        assert "gehört zu den Daten des Programms und wurde nicht überschrieben" in said
    assert [file.read_bytes() for file in own_files] == before
    assert [row["id"] for row in run("case", "list", "--json").json] == [answered]
