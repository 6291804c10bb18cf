"""Documents of a case: offered, written, made."""

import threading
from dataclasses import replace
from pathlib import Path

import pytest

from advisor_app.domain.case import SectionKey
from advisor_app.domain.changes import HeadSet, PlanSet, SectionSet
from advisor_app.domain.errors import Problem
from advisor_app.domain.words import Audience, Words
from advisor_app.services.cases import as_case_commune
from advisor_app.services.demo import ensure_example
from advisor_app.services.session import CaseSession
from advisor_app.services.workspace import Workspace
from tests.documents.reading import all_text, page_texts, squeezed
from tests.services.conftest import OpenCase, refused

KINDS = ["result-report", "use-case", "implementation-plan"]
OFFERED = ["result-report", "result-report", "use-case", "implementation-plan"]


@pytest.fixture
def example(workspace: Workspace) -> CaseSession:
    return workspace.cases.open(ensure_example(workspace))


def test_a_full_case_offers_every_document(workspace: Workspace, example: CaseSession) -> None:
    offers = workspace.documents.offers(example.case)
    assert [offer.kind for offer in offers if offer.missing] == [
        "candidate-list",
        "usage-report",
        "assessment-comparison",
    ]
    offers = tuple(offer for offer in offers if offer.kind in KINDS)
    assert [offer.kind for offer in offers] == OFFERED
    assert [offer.item_title for offer in offers][:3] == [
        "Modul 4 · Workshop",
        "Modul 1 · Workshop",
        "UC-01 Pegel- und Regenwarnung Eschenbach",
    ]
    workspace.use_cases.create(example, "Parken")
    items = [offer.item_title for offer in workspace.documents.offers(example.case) if offer.kind == "use-case"]
    assert items == ["UC-01 Pegel- und Regenwarnung Eschenbach", "UC-02 Parken"]


def test_documents_are_offered_by_their_occasions(workspace: Workspace, example: CaseSession) -> None:
    told = [offer.occasion for offer in workspace.documents.offers(example.case)]
    assert list(dict.fromkeys(told)) == [
        occasion for occasion in ("request", "preparation", "workshop", "results", "completion") if occasion in told
    ]
    assert told == sorted(told, key=list(dict.fromkeys(told)).index)


def test_a_kind_of_a_module_that_is_not_booked_is_not_offered(workspace: Workspace, open_case: OpenCase) -> None:
    def offered(*modules: str) -> set[str]:
        return {offer.kind for offer in workspace.documents.offers(open_case(*modules).case)}

    own = {"M2": "process-sheet", "M3": "e-file-checklist", "M4": "impact-area-cards"}
    assert offered("M1").isdisjoint(own.values())
    for module, kind in own.items():
        assert offered("M1", module) & set(own.values()) == {kind}


def test_equal_input_says_the_same(workspace: Workspace, example: CaseSession) -> None:
    """What was changed since a handover is told by comparing what a document says."""
    documents = workspace.documents
    for offer in documents.offers(example.case):
        said = documents.told(example.case, offer.kind, offer.item)
        assert said == documents.told(example.case, offer.kind, offer.item), offer.kind
        assert (said is None) == (offer.missing is not None), offer.kind


def test_an_empty_case_says_what_is_missing(workspace: Workspace, open_case: OpenCase) -> None:
    offers = {offer.kind: offer for offer in workspace.documents.offers(open_case().case)}
    assert {kind: offer.missing.problem for kind, offer in offers.items() if offer.missing} == {
        "pre-survey": Problem.NO_ASSESSMENT,
        "result-report": Problem.NO_ASSESSMENT,
        "mayor-page": Problem.NO_ASSESSMENT,
        "use-case": Problem.NO_USE_CASE,
        "assessment-comparison": Problem.NO_COMPARISON,
        "workshop-sign": Problem.NO_DAY,
        "attendance-list": Problem.NO_DAY,
        "minutes-form": Problem.NO_DAY,
        "minutes": Problem.NO_DAY,
        "photo-minutes": Problem.NO_DAY,
        "task-list": Problem.NO_DAY,
        "attendance-certificate": Problem.NO_DAY,
        "funding-record": Problem.NO_BOOKING,
        "offer": Problem.NO_BOOKING,
        "order-confirmation": Problem.NO_BOOKING,
        "invitation": Problem.NO_DAY,
        "agenda": Problem.NO_DAY,
        "run-sheet": Problem.NO_DAY,
        "emergency-folder": Problem.NO_DAY,
    }


def test_what_the_adviser_writes_is_offered_with_a_proposal(workspace: Workspace, open_case: OpenCase) -> None:
    session = open_case("M4")
    sections = workspace.documents.sections(session.case, "result-report")
    assert sections[0].key.section == "summary"
    assert all(section.proposal and not section.words for section in sections)
    words = Words("Kurz gesagt.", Audience.REPORT)
    session.apply(SectionSet(sections[0].key, None, words))
    assert workspace.documents.sections(session.case, "result-report")[0].words == words


def test_sections_of_a_use_case_belong_to_it(workspace: Workspace, example: CaseSession) -> None:
    (use_case,) = example.case.use_cases
    by_code = workspace.documents.sections(example.case, "use-case", "uc-01")
    assert by_code == workspace.documents.sections(example.case, "use-case", use_case)
    assert by_code == workspace.documents.sections(example.case, "use-case")
    assert {section.key.item for section in by_code} == {use_case}
    workspace.use_cases.create(example, "Parken")
    refused(lambda: workspace.documents.sections(example.case, "use-case"), Problem.UNKNOWN_USE_CASE)
    refused(lambda: workspace.documents.sections(example.case, "use-case", "UC-09"), Problem.UNKNOWN_DOCUMENT_ITEM)
    refused(lambda: workspace.documents.sections(example.case, "brief"), Problem.UNKNOWN_DOCUMENT)


def test_every_document_is_made_in_a_folder_that_is_made_too(
    workspace: Workspace, example: CaseSession, tmp_path: Path
) -> None:
    everything = list(workspace.documents.create_all(example.case, tmp_path / "aus" / "gang"))
    surveys = [document for document in everything if document.kind == "pre-survey"]
    assert "Vorab-Abfrage_M4-BM_Eschentalbach.pdf" in [document.file.name for document in surveys]
    made = [document for document in everything if document.kind in KINDS]
    assert [document.kind for document in made] == OFFERED
    assert [document.file.name for document in made] == [
        "Ergebnisbericht_Modul-4-Workshop_Eschentalbach.pdf",
        "Ergebnisbericht_Modul-1-Workshop_Eschentalbach.pdf",
        "Anwendungsfall_UC-01_Eschentalbach.pdf",
        "Umsetzungsplan_Eschentalbach.pdf",
    ]
    for document in everything:
        assert document.file.read_bytes().startswith(b"%PDF-")
        assert 0 < document.core_pages <= document.pages
    (tmp_path / "datei").touch()
    refused(lambda: list(workspace.documents.create_all(example.case, tmp_path / "datei")), Problem.FILE_NOT_WRITABLE)


def test_a_document_is_made_from_the_snapshot_in_another_thread(
    workspace: Workspace, example: CaseSession, tmp_path: Path
) -> None:
    given = workspace.documents.input_of(example.case, "implementation-plan")
    file = tmp_path / "plan.pdf"
    progress: list[float] = []
    worker = threading.Thread(
        target=lambda: workspace.documents.create("implementation-plan", given, file, progress.append)
    )
    worker.start()
    workspace.use_cases.create(example, "Während der Arbeit")
    worker.join()
    assert file.is_file()
    assert progress == sorted(progress)
    assert progress[-1] == 1


def test_a_cancelled_document_leaves_the_older_one(workspace: Workspace, example: CaseSession, tmp_path: Path) -> None:
    file = tmp_path / "bericht.pdf"
    file.write_bytes(b"alt")
    given = workspace.documents.input_of(example.case, "result-report")
    refused(lambda: workspace.documents.create("result-report", given, file, cancelled=lambda: True), Problem.CANCELLED)
    assert file.read_bytes() == b"alt"
    assert list(tmp_path.glob("*.part")) == []


def test_an_unknown_assessment_is_told(workspace: Workspace, example: CaseSession) -> None:
    documents, case = workspace.documents, example.case
    refused(lambda: documents.input_of(case, "result-report", assessment="fehlt"), Problem.UNKNOWN_ASSESSMENT)
    refused(lambda: documents.input_of(case, "result-report", "fehlt"), Problem.UNKNOWN_ASSESSMENT)


def test_every_assessment_has_a_report_with_words_of_its_own(workspace: Workspace, open_case: OpenCase) -> None:
    session = open_case("M1", "M2", "M3")
    documents = workspace.documents
    offers = [offer for offer in documents.offers(session.case) if offer.kind == "result-report"]
    assert [offer.item_title for offer in offers] == ["Modul 3 · Workshop", "Modul 1 · Workshop", "Modul 2 · Workshop"]
    second = offers[2].item
    summary = documents.sections(session.case, "result-report", second)[0]
    session.apply(SectionSet(summary.key, None, Words("Die Ziele sind beschlossen.", Audience.REPORT)))
    written = [documents.sections(session.case, "result-report", offer.item)[0].words.text for offer in offers]
    assert written == ["", "", "Die Ziele sind beschlossen."]
    for offer, module in zip(offers, (3, 1, 2), strict=True):
        given = documents.input_of(session.case, offer.kind, offer.item)
        assert documents.file_name(offer.kind, given) == f"Ergebnisbericht_Modul-{module}-Workshop_Lich.pdf"
        text = all_text(documents.draw(offer.kind, given).content)
        assert f"ErgebnisberichtModul{module}" in text
        assert "Phase" not in text
        assert "Wirkungsbereich" not in text


def test_words_of_a_report_from_before_stay_with_the_first_questionnaire(
    workspace: Workspace, open_case: OpenCase
) -> None:
    session = open_case("M4")
    before = SectionKey("result-report", "", "summary")
    session.apply(SectionSet(before, None, Words("Von früher.", Audience.REPORT)))
    session.apply(*workspace.cases.booking_changes(session.case, "M1"))
    summaries = {}
    for assessment in session.case.in_order():
        section = workspace.documents.sections(session.case, "result-report", assessment.id)[0]
        summaries[assessment.questionnaire] = (section.key, section.words.text)
    assert summaries["m4"] == (before, "Von früher.")
    assert summaries["m1"][1] == ""


def test_a_plan_covers_every_module_that_has_answers(workspace: Workspace, example: CaseSession) -> None:
    plan = example.case.plan

    def text() -> str:
        given = workspace.documents.input_of(example.case, "implementation-plan")
        return all_text(workspace.documents.draw("implementation-plan", given).content)

    assert "AusgangslageModul" not in text()  # the example's plan is for module 4
    example.apply(PlanSet(plan, replace(plan, module="")))
    both = text()
    assert "1OZGGrundlagen" in both
    assert "4SmartRegion" in both
    assert both.index("AusgangslageModul1") < both.index("AusgangslageModul4")


def test_communes_that_work_together_are_all_named(workspace: Workspace, example: CaseSession, tmp_path: Path) -> None:
    head = example.case.head
    others = [as_case_commune(workspace.register.get(key)) for key in ("06531011", "06531005")]
    example.apply(HeadSet(head, replace(head, communes=(*head.communes, *others))))
    title = "Gemeinde Eschentalbach, Stadt Lich und Stadt Gießen"
    for kind in KINDS:
        given = workspace.documents.input_of(example.case, kind)
        file = workspace.documents.create(kind, given, tmp_path / f"{kind}.pdf").file
        for page in page_texts(file.read_bytes()):
            assert squeezed(title) in squeezed(page)
    report = squeezed(all_text((tmp_path / "result-report.pdf").read_bytes()))
    assert squeezed("Lich: 14.167") in report
