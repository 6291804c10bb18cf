"""Whose form it is that came back: ours, of this case, of what is asked here."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pikepdf import Pdf, String

from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.form import FormIdentity, ReturnedForm
from advisor_app.exchange.returned_form.belonging import Expected, check_belonging
from advisor_app.exchange.returned_form.reading import read_returned_form
from advisor_app.texts import load_texts
from advisor_app.texts.errors import sentence
from tests.documents.samples import ISSUE, full_case
from tests.exchange.returned_form import filling
from tests.exchange.returned_form.forms import questionnaire, survey

CASE = full_case()
EXPECTED = Expected(
    case=CASE.id,
    kind="pre-survey",
    communes=frozenset(commune.id for commune in CASE.head.communes),
    key=ISSUE.key,
    questionnaire="m4",
    version=questionnaire().version,
    digest=CASE.assessments["a1"].digest,
)


@pytest.fixture(scope="module")
def form(tmp_path_factory: pytest.TempPathFactory) -> ReturnedForm:
    file = tmp_path_factory.mktemp("zurück") / "bogen.pdf"
    file.write_bytes(filling.by_pypdf(survey(), {"q_4_1_1": "s3"}))
    return read_returned_form(file, load_texts("de"))


def refusal(form: ReturnedForm, expected: Expected) -> AdvisorError:
    with pytest.raises(AdvisorError) as raised:
        check_belonging(form, expected, "bogen.pdf")
    return raised.value


def test_the_form_that_was_issued_belongs(form: ReturnedForm) -> None:
    check_belonging(form, EXPECTED, "bogen.pdf")


@pytest.mark.parametrize(
    ("other", "problem", "said"),
    [
        ({"key": b"another profile's key, 32 bytes!"}, Problem.FORM_NOT_ISSUED, "Bogennummer"),
        ({"case": "case-2"}, Problem.FORM_OF_OTHER_CASE, "anderen Fall"),
        ({"kind": "feedback-form"}, Problem.FORM_UNKNOWN, "kein Bogen"),
        ({"questionnaire": "m1"}, Problem.FORM_OF_OTHER_QUESTIONNAIRE, "„m4“"),
        ({"version": "2.0.0"}, Problem.FORM_OF_OTHER_VERSION, "Fassung 2.0.0"),
        ({"digest": "0" * 64}, Problem.FORM_OF_OTHER_VERSION, "Fassung 1.0.0"),
    ],
)
def test_another_one_is_named_as_such(form: ReturnedForm, other: dict[str, Any], problem: Problem, said: str) -> None:
    error = refusal(form, replace(EXPECTED, **other))
    assert error.problem is problem
    words = sentence(error, load_texts("de"))
    assert said in words
    assert "„bogen.pdf“" in words
    assert "Es wurde nichts übernommen." in words


def test_of_one_commune_alone_it_belongs_to_cases_that_it_takes_part_in(form: ReturnedForm) -> None:
    (commune, *_others) = EXPECTED.communes
    of_it = replace(form, identity=replace(form.identity, commune=commune).issued(ISSUE.key))
    check_belonging(of_it, EXPECTED, "bogen.pdf")
    of_another = replace(form, identity=replace(form.identity, commune="nirgends").issued(ISSUE.key))
    error = refusal(of_another, EXPECTED)
    assert error.problem is Problem.FORM_OF_OTHER_COMMUNE
    assert "an diesem Fall nicht beteiligt" in sentence(error, load_texts("de"))


@pytest.mark.parametrize("part", ["case", "role", "version", "number", "kind", "fields", "commune"])
def test_an_identity_that_was_changed_is_not_believed(form: ReturnedForm, part: str) -> None:
    forged = replace(form, identity=replace(form.identity, **{part: "anders"}))
    expected = replace(EXPECTED, case=forged.identity.case, kind=forged.identity.kind, version=forged.identity.version)
    assert refusal(forged, expected).problem is Problem.FORM_NOT_ISSUED


def test_an_identity_that_was_changed_in_the_file_is_not_believed(tmp_path: Path) -> None:
    def give_to_the_mayor(pdf: Pdf) -> None:
        field = filling.named(pdf, "_id")
        field.V = String(str(field.V).replace("|r=HA|", "|r=BM|"))

    file = tmp_path / "bogen.pdf"
    file.write_bytes(filling.changed(survey(), give_to_the_mayor))
    form = read_returned_form(file, load_texts("de"))
    assert form.identity.role == "BM"
    assert refusal(form, EXPECTED).problem is Problem.FORM_NOT_ISSUED


def test_an_identity_without_a_stamp_is_not_believed(form: ReturnedForm) -> None:
    bare = FormIdentity(kind="pre-survey", case=CASE.id, number="1", fields=form.identity.fields)
    assert refusal(replace(form, identity=bare), EXPECTED).problem is Problem.FORM_NOT_ISSUED
