"""A case beside the earlier cases of its commune."""

from dataclasses import replace

from advisor_app.domain.case import Case
from advisor_app.domain.earlier_cases import are_of_one_commune, with_earlier
from tests.builders import answered
from tests.example_case import example_assessment, example_case


def earlier_case(name: str, **levels: int) -> Case:
    """A case of two years ago with an answered workshop and one without an answer."""
    case = example_case()
    made = replace(example_assessment(), id=name, number=1)
    empty = replace(made, id=f"{name}-empty", number=2)
    return Case(
        id=f"case-{name}",
        head=case.head,
        assessments={name: made, empty.id: empty},
        answers={name: answered(levels)},
        targets={name: {"4.1": 3}},
    )


def test_earlier_assessments_come_first_with_answers_and_targets() -> None:
    case = example_case()
    both = with_earlier(case, [earlier_case("a-2022", **{"4.1.1": 0}), earlier_case("a-2024", **{"4.1.1": 1})])
    assert [item.id for item in both.in_order()] == ["a-2022", "a-2024", *(item.id for item in case.in_order())]
    assert both.answer("a-2024", "4.1.1").level == 1
    assert both.targets["a-2022"] == {"4.1": 3}
    assert both.default_assessment() == case.default_assessment()
    assert replace(both, assessments=case.assessments, answers=case.answers, targets=case.targets) == case


def test_another_questionnaire_does_not_come_along() -> None:
    other = earlier_case("a-2022", **{"1.1.1": 2})
    other = replace(other, assessments={"a-2022": replace(other.assessments["a-2022"], questionnaire="m1")})
    assert with_earlier(example_case(), [other]).assessments == example_case().assessments


def test_answers_of_a_joint_case_are_nobodys_own() -> None:
    case = example_case()
    neighbour = replace(case.commune, id="neighbour")
    joint = replace(case, head=replace(case.head, communes=(case.commune, neighbour)))
    assert are_of_one_commune(case, earlier_case("a"))
    assert not are_of_one_commune(case, joint)
    assert not are_of_one_commune(joint, joint)
