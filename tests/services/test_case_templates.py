"""A case that begins with what another one has arranged."""

from advisor_app.domain.case_template import TemplatePart
from advisor_app.domain.changes import VocabularySet
from advisor_app.services.demo import ensure_example
from advisor_app.services.workspace import Workspace


def test_the_worked_example_as_template_of_a_neighbour(workspace: Workspace) -> None:
    source = workspace.cases.open(ensure_example(workspace))
    source.apply(VocabularySet("executive", source.case.vocabulary.get("executive"), "Magistrat"))
    commune = workspace.register.get("06531011")
    parts = {TemplatePart.AGENDA, TemplatePart.WORDS, TemplatePart.PLAN}
    session = workspace.case_templates.create(source.case, commune, parts)
    case = workspace.cases.load(session.case.id)
    assert case == session.case
    assert (case.modules, case.commune.name) == (source.case.modules, "Lich")
    assert {booking.state.value for booking in case.bookings.values()} == {"angefragt"}
    assert case.vocabulary["executive"] == "Magistrat"
    assert set(case.measures) == set(source.case.measures)
    assert all(not case.answers.get(name) for name in case.assessments)
    assert [day.title for day in case.agenda.values()] == [day.title for day in source.case.agenda.values()]
    assert not session.can_undo  # the opening of a case is no step
