"""The history in words: who, when, what was, what is, why; undone steps; older states brought back."""

from dataclasses import fields, is_dataclass, replace
from datetime import UTC, date, datetime, time
from typing import Any, get_args, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.agenda import AgendaDay, AgendaStep
from advisor_app.domain.assessment import Answer, AnswerState, AssessmentKind
from advisor_app.domain.booking import Booking, BookingState
from advisor_app.domain.case import CaseCommune, CaseHead, SectionKey
from advisor_app.domain.changes import AgendaDaySet, AnswerSet, BookingSet, HeadSet, MeasureSet, SectionSet, TargetSet
from advisor_app.domain.free_text import REDACTED
from advisor_app.domain.history import TakenBack
from advisor_app.domain.plan import Grant, Measure
from advisor_app.domain.use_case import Milestone
from advisor_app.domain.words import Audience, Words
from advisor_app.services.history import Entry, Restoring, Selection
from advisor_app.services.session import CaseSession
from advisor_app.services.workspace import Workspace
from advisor_app.storage.records import RECORD_KINDS, place_of, record_type
from advisor_app.texts import load_texts
from advisor_app.texts.record_words import _INVISIBLE, RecordWords
from tests.domain.records.kinds import changes
from tests.example_case import example_case
from tests.services.conftest import OpenCase
from tests.services.two_profiles import answer, export, file_of, opened_case, take_in, two_profiles


def level(number: int, note: str = "") -> Answer:
    return Answer(state=AnswerState.ANSWERED, level=number, note=Words(note))


@pytest.fixture
def session(open_case: OpenCase) -> CaseSession:
    return open_case("M4")


@pytest.fixture
def assessment(session: CaseSession) -> str:
    found = session.case.default_assessment()
    assert found is not None
    return found.id


def entries(workspace: Workspace, session: CaseSession, **selection: str) -> tuple[Entry, ...]:
    return workspace.history.page(session.case, Selection(**selection)).entries


def test_a_change_is_told_with_everything(workspace: Workspace, session: CaseSession, assessment: str) -> None:
    session.apply(AnswerSet(assessment, "4.1.1", None, level(1)))
    session.apply(AnswerSet(assessment, "4.1.1", level(1), level(3, "laut Beschluss")), why="antworten.csv")
    newest, first = entries(workspace, session)[:2]
    assert (newest.title, newest.author, newest.why) == ("Antwort 4.1.1", "Kim Berger", "antworten.csv")
    assert [(item.label, item.before, item.after) for item in newest.fields] == [
        ("Stufe", "1", "3"),
        ("Notiz", "", "laut Beschluss"),
    ]
    assert [(item.label, item.before, item.after) for item in first.fields] == [
        ("Stufe", "", "1"),
    ]
    assert newest.at > first.at
    assert not newest.undone


def test_typing_in_one_field_is_one_entry(workspace: Workspace, session: CaseSession, assessment: str) -> None:
    session.apply(AnswerSet(assessment, "4.1.1", None, level(1, "Be")), batch="typing")
    session.apply(AnswerSet(assessment, "4.1.1", level(1, "Be"), level(1, "Beschluss")), batch="typing")
    (entry,) = entries(workspace, session, question="4.1.1")
    assert entry.fields[-1].after == "Beschluss"


def test_undone_steps_are_marked_and_so_is_what_brought_them_back(
    workspace: Workspace, session: CaseSession, assessment: str
) -> None:
    session.apply(TargetSet(assessment, "4.1", None, 3))
    session.undo()
    undo, step = entries(workspace, session, kind="target")
    assert (undo.taken_back, step.undone) == (TakenBack.UNDO, True)
    session.redo()
    redo, undo, step = entries(workspace, session, kind="target")
    assert (redo.taken_back, undo.taken_back, step.undone) == (TakenBack.REDO, TakenBack.UNDO, False)


def test_a_long_history_comes_in_pages_and_each_entry_once(
    workspace: Workspace, session: CaseSession, assessment: str
) -> None:
    before: Answer | None = None
    for number in range(25):
        after = level(number % 5, str(number))
        session.apply(AnswerSet(assessment, "4.1.1", before, after))
        before = after
    page = workspace.history.page(session.case, count=10)
    found = list(page.entries)
    sizes = [len(page.entries)]
    while page.older is not None:
        page = workspace.history.page(session.case, before=page.older, count=10)
        found += page.entries
        sizes.append(len(page.entries))
    assert sizes[:2] == [10, 10]
    assert len({entry.row for entry in found}) == len(found) == len(entries(workspace, session))
    assert found[-1].fields


def test_lines_that_came_with_a_file_stand_where_their_time_is() -> None:
    with two_profiles() as (kim, robin):
        session = opened_case(kim)
        export(kim, session.case.id)
        take_in(robin, file_of(kim))
        answer(robin.cases.open(session.case.id), 2, "4.1.2")
        export(robin, session.case.id)
        for number in range(30):  # newer than what comes in afterwards
            answer(session, number % 4, "4.1.3")
        take_in(kim, file_of(robin))
        page = kim.history.page(session.case, count=10)
        found = list(page.entries)
        while page.older is not None:
            page = kim.history.page(session.case, before=page.older, count=10)
            found += page.entries
        assert [entry.at for entry in found] == sorted((entry.at for entry in found), reverse=True)
        assert [entry.author for entry in found].count("Robin Falk") == 1
        assert found[0].author == "Kim Berger"
        assert len({entry.row for entry in found}) == len(found) == len(entries(kim, session))


def test_entries_are_found_by_kind_person_question_and_words(
    workspace: Workspace, session: CaseSession, assessment: str
) -> None:
    session.apply(AnswerSet(assessment, "4.1.1", None, level(1, "Straße nach Lich")))
    workspace.author.name = "Alex Sommer"
    session.apply(TargetSet(assessment, "4.1", None, 3))
    assert workspace.history.authors(session.case) == ["Alex Sommer", "Kim Berger"]
    assert [entry.kind for entry in entries(workspace, session, author="Alex Sommer")] == ["target"]
    assert [entry.kind for entry in entries(workspace, session, question="4.1.1")] == ["answer"]
    assert entries(workspace, session, question="4.1") == ()
    found = workspace.history.page(session.case, text="strasse LICH")
    assert [entry.title for entry in found.entries] == ["Antwort 4.1.1"]
    assert workspace.history.page(session.case, text="gibt es nicht").entries == ()


def test_an_older_state_is_brought_back_as_a_new_step(
    workspace: Workspace, session: CaseSession, assessment: str
) -> None:
    history = workspace.history
    session.apply(AnswerSet(assessment, "4.1.1", None, level(1)))
    session.apply(AnswerSet(assessment, "4.1.1", level(1), level(3)))
    newest, first = entries(workspace, session, question="4.1.1")
    assert history.restoring(session.case, newest) is Restoring.STANDS
    assert history.restoring(session.case, first) is Restoring.POSSIBLE
    history.restore(session, first)
    assert session.case.answer(assessment, "4.1.1").level == 1
    restored = entries(workspace, session, question="4.1.1")[0]
    assert restored.why.startswith("Stand vom 14.09.2026, 08:00 Uhr")
    session.undo()
    assert session.case.answer(assessment, "4.1.1").level == 3
    history.restore(session, newest)  # stands already: nothing is written
    assert session.case.answer(assessment, "4.1.1").level == 3


def test_what_was_removed_can_be_brought_back(workspace: Workspace, session: CaseSession) -> None:
    measure = Measure(id="U1", title="Konzept")
    session.apply(MeasureSet("U1", None, measure))
    session.apply(MeasureSet("U1", measure, None))
    removed = entries(workspace, session, kind="measure")[0]
    assert removed.title == "Maßnahme U1 Konzept"
    workspace.history.restore(session, removed)
    assert session.case.measures == {"U1": measure}


def test_the_opening_of_the_case_and_erased_words_are_not_brought_back(
    workspace: Workspace, session: CaseSession
) -> None:
    history = workspace.history
    opening = next(entry for entry in entries(workspace, session) if entry.kind == "head")
    assert history.restoring(session.case, opening) is Restoring.NEVER
    head = session.case.head
    session.apply(HeadSet(head, replace(head, wish="Frau Wolkenhauer fragt")))
    session.apply(HeadSet(session.case.head, replace(head, wish="neu")))
    named = workspace.erasure.saying(session.case, "Wolkenhauer")
    workspace.erasure.redact(session.case, named, named.keys)
    session = workspace.cases.open(session.case.id)
    redacted = entries(workspace, session, kind="head")[1]
    assert redacted.fields[0].after == f"Frau {REDACTED} fragt"
    assert history.restoring(session.case, redacted) is Restoring.REDACTED
    history.restore(session, redacted)
    assert session.case.head.wish == "neu"


def words_of(language: str = "de") -> RecordWords:
    from tests.example_catalog import example_catalog

    return RecordWords(load_texts(language), example_catalog(), example_case())


def test_values_are_told_as_people_write_them() -> None:
    words = words_of()
    before = Booking(id="b", module="M4", commune="c", price=100000)
    after = replace(
        before, state=BookingState.APPROVED, price=None, applied_on=date(2026, 9, 14), note=Words("x", Audience.REPORT)
    )
    assert [(item.label, item.before, item.after) for item in words.differences(BookingSet("b", before, after))] == [
        ("Stand", "angefragt", "bewilligt"),
        ("Preis", "1.000\N{NO-BREAK SPACE}€", ""),
        ("beantragt am", "", "14.09.2026"),
        ("Notiz", "", "x"),
        ("Notiz · Sichtbarkeit", "intern", "Bericht"),
    ]


def test_lists_are_told_item_by_item() -> None:
    words = words_of()
    first, second = (AgendaStep(id=name, title=name.upper(), minutes=30, minimum_minutes=10) for name in ("a", "b"))
    day = AgendaDay(id="d", module="M4", title="Tag 1", number=1, start=time(9, 0), steps=(first, second))
    longer = replace(day, steps=(second, replace(first, minutes=45, started=datetime(2026, 9, 14, 7, tzinfo=UTC))))
    told = [(item.label, item.before, item.after) for item in words.differences(AgendaDaySet("d", day, longer))]
    assert told == [
        ("Schritte · A · Dauer in Minuten", "30", "45"),
        ("Schritte · A · begonnen", "", "14.09.2026, 09:00"),
        ("Schritte · Reihenfolge", "A; B", "B; A"),
    ]
    measure = Measure(id="U1", title="K", grants=(Grant(programme="IKZ", amount=100),))
    more = replace(measure, milestones=(Milestone(title="Start"),), grants=())
    told = [(item.label, item.before, item.after) for item in words.differences(MeasureSet("U1", measure, more))]
    assert told == [("Förderung", "IKZ", ""), ("Meilensteine", "", "Start")]


@given(st.data())
def test_any_change_has_a_title_and_no_difference_is_empty(data: st.DataObject) -> None:
    change = data.draw(changes(example_case()))
    words = words_of(data.draw(st.sampled_from(["de", "en"])))
    assert words.title(place_of("c", change).kind, change)
    for item in words.differences(change):
        assert item.before != item.after


def _field_names(kind: Any, seen: set[Any]) -> set[str]:
    found: set[str] = set()
    for inner in get_args(kind):
        found |= _field_names(inner, seen)
    if is_dataclass(kind) and kind not in seen and kind is not CaseCommune:
        seen.add(kind)
        hints = get_type_hints(kind)
        found |= {field.name for field in fields(kind)}
        for hint in hints.values():
            found |= _field_names(hint, seen)
    return found


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_kind_and_field_has_its_word(language: str) -> None:
    texts = load_texts(language)
    seen: set[Any] = set()
    names = set()
    for kind in (*map(record_type, RECORD_KINDS), CaseHead, Booking, Answer):
        names |= _field_names(kind, seen)
    assert [name for name in sorted(names - _INVISIBLE) if f"history.field.{name}" not in texts] == []
    assert [kind for kind in RECORD_KINDS if f"history.kind.{kind}" not in texts] == []


def test_answers_and_reports_name_their_assessment_where_that_is_not_clear(
    workspace: Workspace, session: CaseSession, assessment: str
) -> None:
    session.apply(*workspace.cases.booking_changes(session.case, "M1"))
    session.apply(AnswerSet(assessment, "4.1.1", None, level(1)))
    session.apply(SectionSet(SectionKey("result-report", assessment, "summary"), None, Words("Kurz.")))
    titles = [entry.title for entry in entries(workspace, session)[:2]]
    assert titles == ["Textteil Ergebnisbericht Modul 4 · Workshop", "Antwort 4.1.1"]
    workspace.assessments.create(session, AssessmentKind.FOLLOW_UP, "m4")
    newest, *_, first = entries(workspace, session)[:3]
    assert newest.title == "Erhebung Modul 4 · Folgeerhebung"
    assert first.title == "Antwort 4.1.1 (Modul 4 · Workshop)"
