"""Documents released, handed over, listed, written again and compared by commands."""

import hashlib
from pathlib import Path

import pytest

from tests.cli.conftest import EXAMPLE, Run
from tests.documents.reading import all_text, squeezed

REPORT = "result-report"


@pytest.fixture
def handed_over(run: Run, answered: str, tmp_path: Path) -> Path:
    """The file of a report that was handed over."""
    run("documents", "hand-over", answered, REPORT, "--out", tmp_path / "bericht.pdf", "--to", "Hauptamt")
    return tmp_path / "bericht.pdf"


def offer_of(run: Run, case: str, kind: str = REPORT) -> dict[str, object]:
    offers = run("documents", "list", case, "--json").json
    found: dict[str, object] = next(offer for offer in offers if offer["kind"] == kind)
    return found


def test_a_document_goes_from_draft_to_released(run: Run, fail: Run, answered: str, tmp_path: Path) -> None:
    assert offer_of(run, answered)["state"] == "draft"
    said = run("documents", "state", answered, REPORT, "comments", "--until", "2026-11-20", "--json").json
    assert (said["state"], said["comments_until"], said["kind"]) == ("comments", "2026-11-20", REPORT)
    assert offer_of(run, answered)["comments_until"] == "2026-11-20"
    file = tmp_path / "stellungnahme.pdf"
    run("documents", "create", answered, REPORT, "--out", file)
    assert squeezed("zur Stellungnahme bis 20.11.2026") in all_text(file.read_bytes())
    (line,) = run("documents", "state", answered, REPORT, "released").lines
    assert line.endswith(": freigegeben")
    assert "freigegeben" in next(line for line in run("documents", "list", answered).lines if line.startswith(REPORT))
    assert "--until" in fail("documents", "state", answered, REPORT, "comments").err
    assert "--until" in fail("documents", "state", answered, REPORT, "released", "--until", "2026-11-20").err
    assert "kein Datum" in fail("documents", "state", answered, REPORT, "comments", "--until", "bald").err
    assert fail("documents", "state", answered, REPORT, "fertig").code == 2
    assert offer_of(run, answered)["state"] == "released"


def test_what_is_handed_over_is_listed_and_written_again(
    run: Run, fail: Run, answered: str, handed_over: Path, tmp_path: Path
) -> None:
    (entry,) = run("documents", "archive", answered, "--json").json
    content = handed_over.read_bytes()
    assert entry["sha256"] == hashlib.sha256(content).hexdigest()
    assert (entry["kind"], entry["to"], entry["state"], entry["size"]) == (REPORT, "Hauptamt", "draft", len(content))
    assert offer_of(run, answered)["handed_over_at"] == entry["handed_over_at"]
    (line,) = run("documents", "archive", answered).lines
    assert "Entwurf" in line
    assert line.endswith("an Hauptamt")
    again = tmp_path / "noch einmal.pdf"
    assert str(again) in run("documents", "archive", answered, entry["id"][-6:], "--out", again).out
    assert again.read_bytes() == content
    assert "gibt-es-nicht" in fail("documents", "archive", answered, "gibt-es-nicht", "--out", again).err
    assert "--out" in fail("documents", "archive", answered, entry["id"]).err
    assert fail("documents", "archive", answered, "--out", again).code == 2


def test_a_file_into_a_folder_gets_the_documents_name(run: Run, answered: str, tmp_path: Path) -> None:
    said = run("documents", "hand-over", answered, REPORT, "--out", tmp_path, "--json").json
    assert said["file"] == str(tmp_path / "Ergebnisbericht_Modul-4-Workshop_Lich.pdf")
    assert Path(said["file"]).is_file()


def test_a_target_that_cannot_be_written_hands_nothing_over(
    run: Run, fail: Run, answered: str, tmp_path: Path, own_data_folder: Path
) -> None:
    fail("documents", "hand-over", answered, REPORT, "--out", tmp_path / "fehlt" / "bericht.pdf")
    assert run("documents", "archive", answered, "--json").json == []
    assert not list((own_data_folder / "files").glob("??/*"))


@pytest.mark.usefixtures("handed_over")
def test_what_was_changed_since_is_told(run: Run, fail: Run, answered: str, tmp_path: Path) -> None:
    assert run("documents", "changes", answered, REPORT).lines == [
        "Seit der letzten Übergabe hat sich am Dokument nichts geändert."
    ]
    answers = tmp_path / "antworten.csv"
    answers.write_text("question,level\n4.1.1,4\n", encoding="utf-8")
    run("assessment", "import", answered, answers)
    said = run("documents", "changes", answered, REPORT, "--json").json
    (change,) = said["changes"]
    assert change["title"] == "Antwort 4.1.1"
    assert {"label": "Stufe", "before": "2", "after": "4"} in change["fields"]
    assert any("Stufe: 2 → 4" in line for line in run("documents", "changes", answered, REPORT).lines)
    run("use-case", "import", answered, EXAMPLE / "use_case.toml")
    assert "noch nicht übergeben" in fail("documents", "changes", answered, "use-case", "--item", "UC-01").err
