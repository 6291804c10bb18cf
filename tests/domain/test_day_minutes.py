"""The minutes of a day: what belongs to which step, and a digest that changes with whatever documents say."""

from __future__ import annotations

from dataclasses import replace

from advisor_app.domain.area_poll import with_numbers
from advisor_app.domain.attendance import HalfDay, with_presence
from advisor_app.domain.case import Case
from advisor_app.domain.day_minutes import content_digest, day_minutes, is_changed_since, last_state
from advisor_app.domain.minutes import EntryKind
from advisor_app.domain.poll import Outcome, Settled
from advisor_app.domain.words import Audience, Words
from tests.documents.samples import full_case

DAY = "day-1"


def digest(case: Case) -> str:
    return content_digest(case, case.agenda[DAY])


def test_entries_and_photos_stand_with_their_steps() -> None:
    case = full_case()
    found = day_minutes(case, case.agenda[DAY])
    by_step = {part.step.id: part for part in found.steps if part.step is not None}
    assert [entry.id for entry in by_step["clarify"].entries] == ["m04", "m05", "m06"]
    assert [photo.id for photo in by_step["areas"].photos] == ["f2"]
    assert by_step["lunch"].is_empty
    assert len(found.entries) == len(case.minutes)
    assert len(found.of_kind(EntryKind.TASK)) == 5
    assert len(found.participants) == 6


def test_what_names_no_step_or_one_that_is_gone_belongs_to_the_day() -> None:
    case = full_case()
    day = case.agenda[DAY]
    gone = replace(day, steps=tuple(step for step in day.steps if step.id != "areas"))
    last = day_minutes(replace(case, agenda={DAY: gone}), gone).steps[-1]
    assert last.step is None
    assert [entry.id for entry in last.entries] == ["m07", "m08", "m09"]
    assert [photo.id for photo in last.photos] == ["f2"]


def test_the_digest_follows_everything_that_documents_say() -> None:
    case = full_case()
    day, entry, photo, participant = case.agenda[DAY], case.minutes["m11"], case.evidence["f1"], case.participants["t1"]
    words = Words("anders", Audience.MINUTES)
    poll = case.polls["q3"]
    begun = poll.rounds[0]
    counted = replace(poll, rounds=(replace(begun, votes=begun.votes.plus(4)), *poll.rounds[1:]))
    postponed = Outcome(settled=Settled.POSTPONED, decided_at=begun.started_at, responsible="BM")
    steps = (replace(day.steps[0], skipped=True), *day.steps[1:])
    noted = (replace(day.steps[0], note=words), *day.steps[1:])
    others = [
        replace(case, agenda={DAY: replace(day, place="Bürgerhaus")}),
        replace(case, agenda={DAY: replace(day, steps=steps)}),
        replace(case, agenda={DAY: replace(day, steps=noted)}),
        replace(case, minutes={**case.minutes, "m11": replace(entry, words=words)}),
        replace(case, minutes={**case.minutes, "m11": replace(entry, who="Kämmerei")}),
        replace(case, minutes={**case.minutes, "m11": replace(entry, until=None)}),
        replace(case, minutes={**case.minutes, "m11": replace(entry, done=True)}),
        replace(case, minutes={name: item for name, item in case.minutes.items() if name != "m11"}),
        replace(case, polls={**case.polls, "q3": counted}),
        replace(case, polls={**case.polls, "q3": replace(poll, outcome=postponed)}),
        replace(case, polls={**case.polls, "q3": replace(poll, audience=Audience.INTERNAL)}),
        replace(case, evidence={**case.evidence, "f1": replace(photo, caption=words)}),
        replace(
            case,
            participants={**case.participants, "t1": with_presence(participant, DAY, [HalfDay.MORNING], present=False)},
        ),
    ]
    digests = [digest(case), *(digest(other) for other in others)]
    assert len(set(digests)) == len(digests)


def test_what_documents_do_not_say_leaves_the_digest_alone() -> None:
    case = full_case()
    entry = case.minutes["m04"]
    assert entry.words.audience is Audience.INTERNAL
    other = replace(case, minutes={**case.minutes, "m04": replace(entry, words=Words("ganz anders"))})
    assert digest(other) == digest(case)
    measured = replace(case, minutes={**case.minutes, "m11": replace(case.minutes["m11"], measure="U7")})
    assert digest(measured) == digest(case)


def test_a_day_knows_its_last_working_state() -> None:
    case = full_case()
    state = last_state(case, DAY)
    assert state is not None
    assert state.number == 1
    assert not is_changed_since(case, state)
    assert last_state(case, "day-9") is None
    assert is_changed_since(replace(case, agenda={}), state)


def test_released_dots_count_for_whether_something_has_changed() -> None:
    case = full_case()
    (dots,) = case.area_polls.values()
    before = digest(case)
    other = replace(case, area_polls={dots.id: with_numbers(dots, {"WB1": 1})})
    assert digest(other) != before
    hidden = {dots.id: replace(dots, audience=Audience.INTERNAL)}
    assert digest(replace(case, area_polls=hidden)) == digest(replace(case, area_polls={}))
    assert digest(replace(case, area_polls={})) != before
