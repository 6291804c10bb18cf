"""Steps of a process as lines of text."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.process import MediaBreak, ProcessStep
from advisor_app.domain.process_line import line_of, read_step

WORDS = st.lists(st.sampled_from(["Antrag", "prüfen", "und", "Bescheid", "erstellen"]), min_size=1, max_size=4).map(
    " ".join
)
TIMES = st.none() | st.decimals(min_value=0, max_value=999, places=1)


def test_a_line_tells_actor_minutes_and_break() -> None:
    step = read_step("Bürgerbüro: Antrag drucken 4m !", "s")
    assert step == ProcessStep(
        id="s", title="Antrag drucken", actor="Bürgerbüro", minutes=Decimal(4), media_break=MediaBreak.OTHER
    )


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("prüfen", ProcessStep(id="s", title="prüfen")),
        ("", ProcessStep(id="s")),
        ("SB: Daten abtippen [Fachverfahren] 8 min !Tippen", ProcessStep(
            id="s", title="Daten abtippen", actor="SB", aid="Fachverfahren", minutes=Decimal(8),
            media_break=MediaBreak.RETYPE,
        )),
        ("Liegt in der Poststelle 2,5 Tage", ProcessStep(
            id="s", title="Liegt in der Poststelle", waiting_days=Decimal("2.5")
        )),
        ("Sitzung vorbereiten 1,5h 3t", ProcessStep(
            id="s", title="Sitzung vorbereiten", minutes=Decimal("90.0"), waiting_days=Decimal(3)
        )),
        ("Termin um 9:30 bestätigen", ProcessStep(id="s", title="Termin um 9:30 bestätigen")),
        ("§ 3 Abs. 4 prüfen !scan", ProcessStep(id="s", title="§ 3 Abs. 4 prüfen", media_break=MediaBreak.SCAN)),
    ],
)  # fmt: skip
def test_marks_are_optional_and_stand_anywhere(line: str, expected: ProcessStep) -> None:
    assert read_step(line, "s") == expected


@given(
    WORDS,
    st.sampled_from(["", "Bürgerbüro", "Amt für Steuern"]),
    st.sampled_from(["", "Fachverfahren"]),
    TIMES,
    TIMES,
    st.none() | st.sampled_from(MediaBreak),
)
def test_what_is_written_is_read_again(
    title: str, actor: str, aid: str, minutes: Decimal | None, days: Decimal | None, media_break: MediaBreak | None
) -> None:
    step = ProcessStep(
        id="s", title=title, actor=actor, aid=aid, minutes=minutes, waiting_days=days, media_break=media_break
    )
    assert read_step(line_of(step), "s") == step


@given(st.text(max_size=80))
def test_every_line_can_be_read(line: str) -> None:
    step = read_step(line, "s")
    assert step.minutes is None or step.minutes >= 0
