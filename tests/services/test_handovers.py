"""Cases handed over to another adviser, and back."""

from advisor_app.domain.errors import Problem
from tests.services.conftest import refused
from tests.services.two_profiles import (
    PASSPHRASE,
    Pair,
    answer,
    export,
    file_of,
    hand_over,
    level_of,
    log_ids,
    opened_case,
    take_in,
)


def test_a_case_handed_over_is_read_only_here_and_has_the_other_adviser_there(pair: Pair) -> None:
    kim, robin = pair
    session = opened_case(kim)
    exported = hand_over(kim, session, "Robin Falk")
    assert session.case.handover is not None
    assert (session.case.handover.to, session.case.handover.file) == ("Robin Falk", exported.digest)
    refused(lambda: answer(session, 1), Problem.CASE_HANDED_OVER)
    take_in(robin, exported.file)
    arrived = robin.cases.open(session.case.id)
    assert (arrived.case.head.adviser, arrived.case.handover) == ("Robin Falk", None)
    assert robin.case_import.preview(exported.file, PASSPHRASE).is_nothing_new
    answer(arrived, 4)
    take_in(kim, export(robin, session.case.id).file)
    copy = kim.cases.load(session.case.id)
    assert copy.handover is not None
    assert level_of(copy) == 4


def test_a_case_that_is_handed_back_is_worked_on_again(pair: Pair) -> None:
    kim, robin = pair
    session = opened_case(kim)
    first = hand_over(kim, session, "Robin Falk").file.read_bytes()
    take_in(robin, file_of(kim))
    there = robin.cases.open(session.case.id)
    take_in(kim, hand_over(robin, there, "Kim Berger").file)
    back = kim.cases.open(session.case.id)
    assert (back.case.handover, back.case.head.adviser) == (None, "Kim Berger")
    assert kim.case_import.preview(file_of(robin), PASSPHRASE).is_nothing_new
    answer(back, 2)
    hand_over(kim, back, "Robin Falk")
    take_in(kim, file_of(robin))  # the old file hands nothing back
    assert kim.cases.load(session.case.id).handover is not None
    file_of(kim).write_bytes(first)
    take_in(robin, file_of(kim))
    assert robin.cases.load(session.case.id).handover is not None


def test_a_handover_can_be_taken_back(pair: Pair) -> None:
    kim, _ = pair
    session = opened_case(kim)
    hand_over(kim, session, "Robin Falk")
    kim.case_export.take_back(session)
    assert (session.case.handover, session.case.head.adviser) == (None, "Kim Berger")
    answer(session, 1)


def test_without_a_file_nobody_else_is_named(pair: Pair) -> None:
    kim, _ = pair
    session = opened_case(kim)
    protection = kim.case_export.with_passphrase(PASSPHRASE)
    target = kim.folder.parent / "nowhere" / "fall.bkcase"
    refused(
        lambda: kim.case_export.export(session.case.id, target, protection, hand_over_to="Robin Falk"),
        Problem.FILE_NOT_WRITABLE,
    )
    assert kim.cases.load(session.case.id) == session.case
    assert not session.can_undo


def test_killed_between_the_file_and_the_handover_nothing_is_changed_here(pair: Pair) -> None:
    kim, robin = pair
    session = opened_case(kim)
    exported = export(kim, session.case.id, "Robin Falk")
    assert kim.cases.load(session.case.id) == session.case  # all that a new start would find
    assert session.case.head.adviser == "Kim Berger"
    take_in(robin, exported.file)
    assert robin.cases.load(session.case.id).head.adviser == "Robin Falk"
    hand_over(kim, session, "Robin Falk")
    take_in(robin, file_of(kim))
    take_in(kim, export(robin, session.case.id).file)
    assert kim.cases.load(session.case.id).head == robin.cases.load(session.case.id).head


def test_a_handover_is_one_step_and_its_lines_are_those_of_the_file(pair: Pair) -> None:
    kim, robin = pair
    session = opened_case(kim)
    take_in(robin, hand_over(kim, session, "Robin Falk").file)
    assert log_ids(robin, session.case.id) == log_ids(kim, session.case.id)
    assert not kim.case_import.preview(file_of(kim), PASSPHRASE).comparison.missing
    kim.cases.open(session.case.id).undo()
    back = kim.cases.open(session.case.id)
    assert (back.case.handover, back.case.head.adviser, back.can_undo) == (None, "Kim Berger", False)


def test_a_case_that_somebody_else_has_is_not_handed_over_again(pair: Pair) -> None:
    kim, _ = pair
    session = opened_case(kim)
    hand_over(kim, session, "Robin Falk")
    refused(lambda: export(kim, session.case.id, "Toni Ernst"), Problem.CASE_HANDED_OVER)


def test_a_case_that_was_changed_after_its_file_is_not_handed_over(pair: Pair) -> None:
    kim, _ = pair
    session = opened_case(kim)
    exported = export(kim, session.case.id, "Robin Falk")
    answer(session, 1)
    refused(lambda: kim.case_export.hand_over(session, exported), Problem.CASE_FILE_OVERTAKEN)
    assert session.case.handover is None
