"""Usage statistics of a case: one step in, the file as evidence, and what stands beside questions."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from advisor_app.charts.palette import load_theme
from advisor_app.domain.assessment import Answer, AnswerState
from advisor_app.domain.changes import AnswerSet
from advisor_app.domain.evidence import WHOLE_CASE
from advisor_app.domain.usage import UsageCut
from advisor_app.services.workspace import Workspace
from advisor_app.texts.clarifications import reason_words
from tests.services.conftest import OpenCase

HEAD = "Dienst;Monat;Begonnen;Abgebrochen;Kreditkarte\n"
FIGURES = HEAD + "Hundesteuer;01/2026;100;20;35\nMeldung;01/2026;400;20;\nGewerbe;12/2024;7;1;\n"


def table(folder: Path, text: str = FIGURES) -> Path:
    file = folder / "nutzung.csv"
    file.write_text(text, "utf-8")
    return file


def test_figures_and_evidence_are_one_step(workspace: Workspace, open_case: OpenCase, tmp_path: Path) -> None:
    session = open_case("M1")
    before = session.case
    workspace.usage.take_in(session, table(tmp_path), ())
    assert len(session.case.usage) == 3
    subjects = {piece.subject.item for piece in session.case.evidence.values()}
    assert subjects == {"1.3.3", "1.3.6", "1.6.1", "1.6.6", "1.6.7"}
    (digest,) = {piece.digest for piece in session.case.evidence.values()}
    assert digest is not None
    assert workspace.evidence.content(digest) == FIGURES.encode()
    assert not any(FIGURES.encode()[:40] in file.read_bytes() for file in workspace.folder.rglob("*") if file.is_file())
    session.undo()
    assert session.case == before
    session.redo()
    assert workspace.cases.load(before.id).usage == session.case.usage


def test_without_module_one_the_file_belongs_to_the_case(
    workspace: Workspace, open_case: OpenCase, tmp_path: Path
) -> None:
    session = open_case("M4")
    workspace.usage.take_in(session, table(tmp_path), ())
    assert [piece.subject for piece in session.case.evidence.values()] == [WHOLE_CASE]


def test_nothing_new_keeps_no_file(workspace: Workspace, open_case: OpenCase, tmp_path: Path) -> None:
    session = open_case("M1")
    workspace.usage.take_in(session, table(tmp_path), ())
    pieces = session.case.evidence
    preview = workspace.usage.take_in(session, table(tmp_path, FIGURES + ";;;;\n"), ())
    assert preview.is_nothing_new
    assert session.case.evidence == pieces
    session.apply(*workspace.usage.remove_changes(session.case))
    assert not session.case.usage


def test_figures_stand_beside_the_questions_they_support(
    workspace: Workspace, open_case: OpenCase, tmp_path: Path
) -> None:
    session, beside = open_case("M1"), workspace.measurements.beside
    assert beside(session.case, "m1", "1.6.1") is None
    workspace.usage.take_in(session, table(tmp_path), ())
    found = {name: beside(session.case, "m1", name) for name in ("1.6.1", "1.6.6", "1.3.3", "1.3.6")}
    assert {name: item.words for name, item in found.items() if item is not None} == {
        "1.6.1": (
            "02/2025 bis 01/2026: Begonnene Anträge: 500, abgebrochen: 8,0 %. "
            "Am höchsten bei Hundesteuer (20,0 %) und Meldung (5,0 %)."
        ),
        "1.6.6": "02/2025 bis 01/2026: Abgesendete Anträge: 460.",
        "1.3.3": "02/2025 bis 01/2026: Zahlungen: 35 (Karte 35).",
        "1.3.6": "02/2025 bis 01/2026: Ein Dienst mit Zahlungen.",
    }
    assert [None if item is None else item.number for item in found.values()] == [None, 460, None, 1]
    assert beside(session.case, "m1", "1.1.1") is beside(session.case, "m4", "1.6.1") is None


def test_an_answer_with_another_number_is_a_reason_to_clarify(
    workspace: Workspace, open_case: OpenCase, tmp_path: Path
) -> None:
    session = open_case("M1")
    workspace.usage.take_in(session, table(tmp_path), ())
    assessment = workspace.assessments.find(session.case)
    level = Answer(state=AnswerState.ANSWERED, level=3)
    number = Answer(state=AnswerState.ANSWERED, number=Decimal(900))
    session.apply(AnswerSet(assessment.id, "1.6.1", None, level), AnswerSet(assessment.id, "1.6.6", None, number))
    found = workspace.clarifications.find(session.case, assessment)
    (item,) = [item for item in found.items if item.question.id == "1.6.6"]
    words = reason_words(item, str, workspace.texts)
    assert words == ("Die Nutzungsstatistik zählt 460, die Antwort nennt eine andere Zahl.",)


def test_periods_and_charts_follow_the_figures(workspace: Workspace, open_case: OpenCase, tmp_path: Path) -> None:
    session, usage = open_case("M1"), workspace.usage
    assert usage.periods(session.case) == {}
    usage.take_in(session, table(tmp_path), ())
    periods, services = usage.periods(session.case), usage.services(session.case)
    assert list(periods) == ["last", "all", "2026", "2025", "2024"]
    assert [service.title for service in services] == ["Gewerbe", "Hundesteuer", "Meldung"]
    style = load_theme("light").chart
    tables = {
        cut: usage.chart(services, periods["last"], cut, 1).scene(700, style, workspace.texts).table.rows
        for cut in UsageCut
    }
    assert tables[UsageCut.MONTH][-1] == ("01/2026", "500", "460", "40", "0")
    assert len(tables[UsageCut.MONTH]) == 12
    assert tables[UsageCut.SERVICE] == (("Meldung", "400", "380"), ("Übrige (1)", "100", "80"))
    assert tables[UsageCut.ABANDONMENT] == (("Hundesteuer", "20,0 %", "20 von 100"),)
    assert tables[UsageCut.PAYMENT] == (("Karte", "100,0 %", "35 von 35"),)
    assert not usage.has_figures(services, periods["2025"], UsageCut.MONTH)


def test_a_year_of_two_hundred_services_is_compared_whole(
    workspace: Workspace, open_case: OpenCase, tmp_path: Path
) -> None:
    rows = "".join(f"Dienst {n % 200};{n // 200 + 1:02}/2026;{n};1;2\n" for n in range(200, 2_400))
    session = open_case("M1")
    preview = workspace.usage.take_in(session, table(tmp_path, HEAD + rows), ())
    assert (len(preview.rows), len(preview.taken), len(session.case.usage)) == (2_200, 200, 200)
