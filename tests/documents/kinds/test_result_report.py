"""What the result report says."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest

from advisor_app.documents.blocks import Document, TitleBlock
from advisor_app.documents.kinds import find_kind
from advisor_app.documents.render.pdf import render
from advisor_app.domain.assessment import Answer, AnswerState, AssessmentKind, Statement
from advisor_app.domain.assessment_migration import AssessmentMigration
from advisor_app.domain.case import Case, CaseNote, SectionKey
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.questionnaire import Question, Questionnaire
from advisor_app.domain.words import Audience, Words
from tests.builders import example_questionnaire
from tests.documents.reading import all_text, squeezed, story
from tests.documents.samples import TODAY, full_case, given
from tests.documents.samples.cases import extreme_case
from tests.example_case import example_answers, example_assessment, example_case

REPORT = find_kind("result-report")


def build(case: Case, **parts: Any) -> Document:
    return REPORT.make(given(case, **parts))


def said(document: Document) -> str:
    return "\n".join(story(document, aloud=True))


def with_answers(**levels: int | AnswerState) -> Case:
    """The worked example with some answers changed; names have underscores for dots, after a ``q``."""
    answers = example_answers()
    for name, level in levels.items():
        question = name.removeprefix("q").replace("_", ".")
        state = level if isinstance(level, AnswerState) else AnswerState.ANSWERED
        answers[question] = Answer(state=state, level=level if isinstance(level, int) else None)
    return replace(example_case(), answers={"a1": answers})


def with_section(section: str, words: Words) -> Case:
    return replace(example_case(), sections={SectionKey("result-report", "", section): words})


# Phase and scores


def test_without_phases_the_level_stands_in_their_place() -> None:
    questionnaire = example_questionnaire()
    plain = replace(
        questionnaire, phases=(), dimensions=tuple(d for d in questionnaire.dimensions if d.id.startswith("4."))
    )
    text = said(build(example_case(), questionnaires={"a1": plain}))
    assert squeezed("Smart Region: Stufe 2, teilweise") in text
    assert "Phase" not in text
    assert "Wirkungsbereich" not in text


def test_the_worked_example() -> None:
    text = said(build(example_case()))
    assert "SmartRegion:Phase3„Erproben“" in text
    assert squeezed("Der Wert im Modul 4 Smart Region beträgt 1,6 von 4 (Stufe 2, teilweise).") in text
    assert squeezed("Er liegt knapp über der Schwelle von 1,6.") in text
    assert squeezed("Was zu Phase 4 „Verankern“ fehlt") in text
    assert "Erproben,knapp" in text
    assert "14,6/9" in text
    assert "1,622" in text
    assert squeezed("Orientierungswert nach eigenem Modell, nicht geeicht") in text
    assert squeezed("Fragebogen „Smart Region“ 1.0.0, Rechenmodell 1.0.") in text


def test_every_unmet_condition_is_named() -> None:
    lines = said(build(example_case())).split("\n")
    start = lines.index(squeezed("Was zu Phase 4 „Verankern“ fehlt"))
    assert lines[start + 4 : start + 16] == [
        "Modulwert",
        "1,6",
        "2,4",
        "4.5.1Stand4.5.1",
        "Stufe2",
        "Stufe3",
        "4.2OrganisationundGeld",
        "1,5",
        "1,6",
        "4.3DatenundTechnik",
        "1,0",
        "1,6",
    ]


def test_a_capped_dimension_says_so_without_the_cap() -> None:
    text = said(build(with_answers(q4_3_1=4, q4_3_2=4, q4_3_3=0, q4_3_4=4, q4_3_5=4)))
    assert squeezed("gedeckelt auf Stufe 1, weil bei der Sperrfrage 4.3.3 Stufe 0 gilt") in text
    assert "1,59" not in text.split(squeezed("So berechnet"), 1)[0]


def test_a_provisional_score_shows_its_band_and_what_is_missing() -> None:
    unknown = AnswerState.UNKNOWN
    missing = {f"q4_{dimension}_{number}": unknown for dimension in (1, 2, 3) for number in (1, 2)}
    text = said(build(with_answers(**missing)))
    assert "Phase2–3,vorläufig" in text
    assert squeezed("es fehlen 4.1.1, 4.1.2, 4.2.1, 4.2.2, 4.3.1 und 4.3.2") in text


def test_a_missing_answer_leaves_a_range_beside_a_phase() -> None:
    text = said(build(with_answers(q4_3_2=AnswerState.UNKNOWN)))
    assert "Phase3„Erproben“" in text
    assert squeezed("Je nach der fehlenden Antwort ist Phase 2 bis 3 möglich; es fehlt 4.3.2.") in text
    assert squeezed("Nicht in die Rechnung eingegangen:") in text
    assert "4.3.2(unbekannt)" in text


def test_a_pre_survey_names_its_phase_as_such() -> None:
    case = example_case()
    survey = replace(case.assessments["a1"], kind=AssessmentKind.PRE_SURVEY)
    text = said(build(replace(case, assessments={"a1": survey})))
    assert "Phase3„Erproben“lautVorab-Abfrage" in text


def test_an_earlier_pre_survey_is_drawn_beside_the_workshop() -> None:
    figures = [block for block in build(full_case()).blocks if "Radar" in repr(block)]
    assert "Vorab-Abfrage am 01.09.2026" in repr(figures)


def test_a_pre_survey_of_another_version_is_not_compared_without_a_word() -> None:
    current, note = example_questionnaire(), squeezed("nicht eins zu eins vergleichbar")
    reworded = replace(current, version="0.9.0", title="Region")
    reweighted = replace(reworded, dimensions=(replace(current.dimensions[0], weight=1), *current.dimensions[1:]))
    for before, is_told in ((reworded, False), (reweighted, True)):
        document = build(full_case(), questionnaires={"a0": before, "a1": current})
        figures = [block for block in document.blocks if "Radar" in repr(block)]
        assert ("Vorab-Abfrage am 01.09.2026, Fassung 0.9.0" in repr(figures)) is is_told
        assert (note in said(document)) is is_told


def test_a_superseded_pre_survey_is_not_drawn() -> None:
    case = full_case()
    survey = case.assessments["a0"]
    migrated = replace(
        case,
        assessments={**case.assessments, "a0b": replace(survey, id="a0b", held_on=date(2026, 9, 2))},
        answers={**case.answers, "a0b": case.answers["a0"]},
        migrations={"a0b": AssessmentMigration(version="1.1.0", digest="", successor="a0", finished_on=TODAY)},
    )
    figures = repr([block for block in build(migrated).blocks if "Radar" in repr(block)])
    assert "Vorab-Abfrage am 01.09.2026" in figures
    assert "02.09.2026" not in figures


def test_targets_that_were_set_are_told_from_those_assumed() -> None:
    lines = said(build(example_case())).split("\n")
    assert lines[lines.index("4.3DatenundTechnik", 40) :].count("Stufe2,teilweise") >= 1
    assert squeezed("Stufe 3, verbindlich (angenommen)") in lines
    assert squeezed("* angenommen, eine Stufe über dem heutigen Stand") in lines


def test_a_district_belongs_to_no_district() -> None:
    case = example_case()
    alone = replace(case, head=replace(case.head, communes=(replace(case.commune, district=""),)))
    assert "Landkreis" in labels(case)
    assert "Landkreis" not in labels(alone)


def labels(case: Case) -> set[str]:
    (title,) = (block for block in build(case).blocks if isinstance(block, TitleBlock))
    return {fact.label for fact in title.facts}


def test_without_an_assessment_there_is_no_report() -> None:
    with pytest.raises(AdvisorError) as caught:
        build(replace(example_case(), assessments={}))
    assert caught.value.problem is Problem.NO_ASSESSMENT


def test_an_assessment_can_be_chosen() -> None:
    assert "Vorab-Abfrageam01.09.2026" in said(build(full_case(), assessment="a0"))
    with pytest.raises(AdvisorError) as caught:
        build(full_case(), assessment="a9")
    assert caught.value.problem is Problem.UNKNOWN_ASSESSMENT


# What the adviser writes


def test_sections_are_summary_judgements_and_recommendation() -> None:
    sections = REPORT.sections(given(example_case()))
    keys = ["summary", *(f"judgement.{name}" for name in ("4.1", "4.2", "4.3", "4.4", "4.5", "WB2", "WB8"))]
    assert [section.key for section in sections] == [*keys, "recommendation"]
    assert all(section.proposal for section in sections)


def test_what_is_written_replaces_the_proposal() -> None:
    proposal = next(item for item in REPORT.sections(given(example_case())) if item.key == "judgement.4.3").proposal
    assert squeezed(proposal) in said(build(example_case()))
    text = said(build(with_section("judgement.4.3", Words("Hier fehlt vor allem Zeit.", Audience.REPORT))))
    assert squeezed("Hier fehlt vor allem Zeit.") in text
    own = text.split(squeezed("Hier fehlt vor allem Zeit."))[0].rsplit("4.3DatenundTechnik", 1)[1]
    assert squeezed(proposal) not in own


# Who may read what

HIDDEN = "Nicht-für-den-Bericht"


def secret(audience: Audience) -> Words:
    return Words(f"{HIDDEN} {audience.name}", audience)


def secretive_case() -> Case:
    """A case in which every place for words holds one for the house and one for the minutes."""
    case = example_case()
    answers = example_answers()
    for name, audience in (("4.1.1", Audience.INTERNAL), ("4.1.2", Audience.MINUTES)):
        answers[name] = replace(answers[name], reason=secret(audience), note=secret(audience))
    answers["4.1.4"] = Answer(state=AnswerState.NOT_APPLICABLE, reason=secret(Audience.MINUTES))
    return replace(
        case,
        answers={"a1": answers},
        statements={
            "a1": {
                ("4.1.1", "BM"): Statement(
                    role="BM", state=AnswerState.ANSWERED, level=4, note=secret(Audience.MINUTES)
                )
            }
        },
        notes={"n1": CaseNote(id="n1", at=datetime(2026, 9, 1, 8, 0, tzinfo=UTC), words=secret(Audience.INTERNAL))},
        bookings={
            name: replace(booking, clarified=secret(Audience.INTERNAL), note=secret(Audience.MINUTES))
            for name, booking in case.bookings.items()
        },
        sections={
            SectionKey(kind, item, section): secret(audience)
            for kind in ("result-report", "use-case", "implementation-plan")
            for item in ("", "uc1")
            for section, audience in (
                ("summary", Audience.INTERNAL),
                ("recommendation", Audience.MINUTES),
                ("next-steps", Audience.MINUTES),
                ("judgement.4.1", Audience.INTERNAL),
            )
        },
    )


@pytest.mark.parametrize("kind", ["result-report", "use-case", "implementation-plan"])
def test_words_for_the_house_and_for_the_minutes_never_reach_a_pdf(kind: str) -> None:
    document = find_kind(kind).make(given(secretive_case(), item="uc1" if kind == "use-case" else ""))
    data = render(document, lambda _done: None).data
    assert HIDDEN not in all_text(data)
    assert HIDDEN.encode() not in data
    assert HIDDEN not in repr(document)


def test_words_for_the_report_stand_beside_the_answer() -> None:
    text = said(build(example_case()))
    assert squeezed("Anmerkung: Beschluss ist für Februar vorgesehen.") in text
    assert squeezed("Ein Entwurf liegt vor.") not in text


# Confidential questions


def confidential_questionnaire(name: str = "4.3.1") -> Questionnaire:
    questionnaire = example_questionnaire()

    def hidden(question: Question) -> Question:
        return replace(question, confidential=question.id == name, text=f"Frage {question.id} im Wortlaut?")

    dimensions = tuple(
        replace(dimension, questions=tuple(map(hidden, dimension.questions))) for dimension in questionnaire.dimensions
    )
    return replace(questionnaire, dimensions=dimensions)


def test_confidential_questions_stay_out_unless_they_are_asked_for() -> None:
    parts = {"questionnaires": {"a1": confidential_questionnaire()}}
    text = said(build(example_case(), **parts))
    assert squeezed("Frage 4.3.1 im Wortlaut?") not in text
    assert squeezed("4.3.1 steht auf Stufe 1.") not in text
    assert squeezed("Eine vertrauliche Frage steht nicht in dieser Anlage.") in text
    assert squeezed("Frage 4.3.2 im Wortlaut?") in text


def test_a_confidential_question_is_not_named_where_that_would_tell_its_level() -> None:
    parts = {"questionnaires": {"a1": confidential_questionnaire("4.3.3")}}
    text = said(build(with_answers(q4_3_1=4, q4_3_2=4, q4_3_3=0, q4_3_4=4, q4_3_5=4), **parts))
    assert squeezed("gedeckelt auf Stufe 1 durch eine vertraulich gestellte Sperrfrage") in text
    assert squeezed("Sperrfrage 4.3.3") not in text
    unmet = said(build(example_case(), questionnaires={"a1": confidential_questionnaire("4.5.1")}))
    assert squeezed("vertraulich") in unmet.split(squeezed("Was zu Phase 4"), 1)[1].split("Profil", 1)[0]


def test_confidential_questions_have_an_annex_of_their_own() -> None:
    text = said(build(example_case(), questionnaires={"a1": confidential_questionnaire()}, confidential=True))
    before, after = text.split(squeezed("Anlage B: Vertrauliche Antworten"))
    assert squeezed("Frage 4.3.1 im Wortlaut?") not in before
    assert squeezed("Frage 4.3.1 im Wortlaut?") in after
    assert squeezed("nur für Gemeindevorstand") in after


# The annex


def test_the_annex_lists_what_was_asked_and_only_that() -> None:
    lines = said(build(example_case())).split("\n")
    annex = lines[lines.index(squeezed("Anlage A: Alle Antworten")) :]
    assert "4.4.5" in annex  # shown, as 4.4.1 is answered
    hidden = said(build(with_answers(q4_4_1=0))).split("\n")
    assert "4.4.5" not in hidden[hidden.index(squeezed("Anlage A: Alle Antworten")) :]


def test_states_figures_and_sums_are_worded() -> None:
    case = with_answers(q4_1_4=AnswerState.NOT_APPLICABLE, q4_3_4=AnswerState.UNKNOWN, q4_3_5=AnswerState.UNANSWERED)
    answers = dict(case.answers["a1"])
    answers["4.1.4"] = replace(answers["4.1.4"], reason=Words("Keine Fachplanung.", Audience.REPORT))
    answers["4.5.5"] = Answer(state=AnswerState.ANSWERED, number=Decimal("2.5"))
    answers["4.5.6"] = Answer(state=AnswerState.ANSWERED, number=Decimal(1200))
    text = said(build(replace(case, answers={"a1": answers})))
    assert squeezed("Grund: Keine Fachplanung.") in text
    assert "trifftnichtzu" in text
    assert "unbekannt" in text
    assert "2,5Lösungen" in text
    assert "1.200Lösungen" in text
    assert "1.202,5Lösungen" in text


# The house's own words


def test_the_head_names_the_house_the_day_and_a_draft() -> None:
    document = build(example_case(), version="0.2")
    assert document.margins.house == "Gemeinde Eschentalbach"
    assert document.margins.state == "Entwurf, Stand 05.10.2026"
    assert document.margins.version == "Fassung 0.2"
    assert document.created == TODAY


def test_a_survey_without_a_day_is_named_by_its_kind() -> None:
    case = example_case()
    text = said(build(replace(case, assessments={"a1": replace(example_assessment(), held_on=None)})))
    assert "Workshop" in text
    assert squeezed("Workshop am") not in text
    assert date(2026, 9, 14).strftime("%d.%m.%Y") not in text


def test_a_blocking_question_that_changes_nothing_is_only_named() -> None:
    text = said(build(with_answers(q4_3_3=0)))
    assert squeezed("Sperrfrage 4.3.3 auf Stufe 0") in text
    assert "gedeckelt" not in text.split(squeezed("So berechnet"), 1)[0]


def test_others_stand_in_the_report_only_where_somebody_put_them_there() -> None:
    figures = extreme_case().cohort_figures["a1"]
    assert squeezed("Vergleich mit anderen Kommunen") not in said(build(example_case()))
    text = said(build(replace(example_case(), cohort_figures={"a1": figures})))
    assert squeezed("Vergleich mit anderen Kommunen") in text
    assert squeezed("Verglichen wird mit 15 kreisangehörigen Städten und Gemeinden") in text
    assert squeezed("1,0 bis 2,5") in text
    assert squeezed("Gezeigt werden nur Median und mittlere Hälfte") in text
