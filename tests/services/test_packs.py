"""The packs of a data folder as the window sees them: listed, read, checked, switched, taken in, compared."""

from collections.abc import Iterator
from pathlib import Path
from shutil import copytree

import pytest

from advisor_app.domain.assessment import AssessmentKind
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.resources_folder import resources_folder
from advisor_app.services.packs import FoundPack, Origin, Packs, PackUse
from advisor_app.services.preferences import Preferences
from advisor_app.services.workspace import Workspace, open_workspace
from tests.content.small_packs.writing import replace_in, write_pack
from tests.house_pack import CHANGED, NEW, OLD, write_house_pack
from tests.profiles import make_recoverable
from tests.ui.conftest import COMMUNE

SHIPPED = resources_folder() / "content"
FACT = '[[fact]]\nid = "satz"\ntext = "Ein Satz."\nas_of = 2026-11-21\nsources = ["EV"]\ncertainty = "high"\n'


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return make_recoverable(tmp_path / "data")


@pytest.fixture
def workspace(data: Path) -> Iterator[Workspace]:
    write_house_pack(data, OLD)
    opened = open_workspace(data, Preferences())
    yield opened
    opened.close()


def found(packs: Packs, name: str, origin: Origin = Origin.LOCAL) -> FoundPack:
    return next(item.pack for item in packs.all().packs if item.pack.id == name and item.pack.origin is origin)


def own_m4(data: Path, version: str) -> Path:
    folder = copytree(SHIPPED / "m4", data / "packs" / "m4")
    for file in ("pack.toml", "questionnaire.toml"):
        shipped = next(line for line in (folder / file).read_text().splitlines() if line.startswith("version"))
        replace_in(folder / file, shipped, f'version = "{version}"')
    return folder


def test_all_packs_are_listed_with_what_they_hold(workspace: Workspace) -> None:
    listed = workspace.packs.all()
    assert [item.pack.id for item in listed.packs] == ["base", "m1", "m2", "m3", "m4", "haus"]
    assert not listed.is_changed
    last = listed.packs[-1]
    assert (last.pack.title, last.pack.version, last.counts.questions) == ("Fragen des Hauses", OLD, 10)


def test_a_pack_is_read_with_what_it_refers_to(workspace: Workspace) -> None:
    packs = workspace.packs
    contents = packs.read(found(packs, "m4", Origin.SHIPPED))
    assert contents.catalog is workspace.catalog
    assert contents.questionnaire is not None
    assert contents.requires.keys() == {"base"}
    assert contents.handout is not None
    assert {measure.dimension for measure in contents.measures} <= contents.catalog.dimensions.keys()
    assert all(agenda.module == "M4" for agenda in contents.agendas)
    base = packs.read(found(packs, "base", Origin.SHIPPED))
    assert base.questionnaire is None
    assert base.funding == workspace.catalog.funding
    assert contents.funding is None
    assert (len(base.services), len(base.maturity_models)) == (
        len(workspace.catalog.services),
        len(workspace.catalog.maturity_models),
    )


def test_a_changed_pack_is_read_as_it_is_now(workspace: Workspace, data: Path) -> None:
    write_house_pack(data, NEW)
    packs = workspace.packs
    assert packs.all().is_changed
    contents = packs.read(found(packs, "haus"))
    assert contents.questionnaire is not None
    assert contents.questionnaire.version == NEW
    assert workspace.catalog.questionnaires["haus"].version == OLD


def test_a_shipped_pack_that_is_replaced_can_be_read_and_compared(workspace: Workspace, data: Path) -> None:
    replace_in(own_m4(data, "9.0.0") / "questionnaire.toml", 'short = "', 'short = "Eigen ')
    packs = workspace.packs
    shipped = found(packs, "m4", Origin.SHIPPED)
    assert shipped.use is PackUse.REPLACED
    instead = next(item.instead for item in packs.all().packs if item.pack == shipped)
    assert instead is not None
    assert instead.version == "9.0.0"
    contents = packs.read(shipped)
    assert contents.questionnaire == workspace.catalog.questionnaires["m4"]
    (other,) = packs.versions(contents)
    assert (other.version, other.pack) == ("9.0.0", found(packs, "m4", Origin.LOCAL))
    compared = packs.compared(contents, other)
    assert compared is not None
    assert compared.unchanged[0].old.short.startswith("Eigen ")
    assert not compared.unchanged[0].new.short.startswith("Eigen ")


def test_the_version_of_a_case_is_compared_with_todays(workspace: Workspace, data: Path) -> None:
    session = workspace.cases.create(COMMUNE, ("M4",))
    workspace.assessments.create(session, AssessmentKind.WORKSHOP, "haus")
    write_house_pack(data, NEW)
    packs = workspace.packs
    contents = packs.read(found(packs, "haus"))
    (asked,) = packs.versions(contents)
    assert (asked.version, asked.pack) == (OLD, None)
    compared = packs.compared(contents, asked)
    assert compared is not None
    assert tuple(pair.new.id for pair in compared.changed) == CHANGED


def test_a_pack_is_switched_off_and_on(workspace: Workspace) -> None:
    packs = workspace.packs
    packs.switch("haus", on=False)
    assert found(packs, "haus").use is PackUse.OFF
    assert packs.all().is_changed
    packs.switch("haus", on=True)
    packs.switch("haus", on=True)
    assert found(packs, "haus").use is PackUse.USED
    assert not packs.all().is_changed


def test_what_is_wrong_with_a_pack_is_told_by_file_and_line(workspace: Workspace, data: Path) -> None:
    replace_in(data / "packs" / "haus" / "questionnaire.toml", "weight = 2", 'weight = "viel"')
    packs = workspace.packs
    pack = found(packs, "haus")
    assert pack.use is PackUse.BROKEN
    findings = packs.check()[pack.folder]
    assert findings[0].place == "questionnaire.toml, Zeile 8"
    assert findings[0].is_error
    with pytest.raises(AdvisorError) as caught:
        packs.read(pack)
    assert caught.value.problem is Problem.CONTENT


def test_folders_and_workbooks_are_taken_in_and_switched_on(workspace: Workspace, tmp_path: Path) -> None:
    packs = workspace.packs
    taken = packs.take_in(write_pack(tmp_path / "given", "zweites", {"facts.toml": FACT}))
    assert (taken.name, taken.is_done) == ("zweites", True)
    packs.switch("zweites", on=False)
    book = tmp_path / "zweites.xlsx"
    packs.export(found(packs, "zweites"), book)
    with pytest.raises(AdvisorError) as caught:
        packs.take_in(book)
    assert caught.value.problem is Problem.PACK_EXISTS
    assert packs.take_in(book, replace=True).is_done
    assert {item.pack.origin for item in packs.all().packs if item.pack.id == "zweites"} == {Origin.LOCAL, Origin.KEPT}
    assert found(packs, "zweites").use is PackUse.USED
    refused = packs.take_in(write_pack(tmp_path / "other", "drittes", {"facts.toml": "[[fact]]\n"}))
    assert not refused.is_done
    assert refused.findings[0].place == "facts.toml, Zeile 1"


def test_a_mark_that_cannot_be_written_is_told(workspace: Workspace, data: Path) -> None:
    (data / "packs" / "haus.off").mkdir()
    with pytest.raises(AdvisorError) as caught:
        workspace.packs.switch("haus", on=True)
    assert caught.value.problem is Problem.FILE_NOT_WRITABLE
