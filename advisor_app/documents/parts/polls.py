"""Polls of the group as far as they are released: the distribution of each round, and what the group settled on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from advisor_app.charts.poll.from_poll import dots_of
from advisor_app.documents.blocks import (
    Align,
    Block,
    Bullets,
    Column,
    Figure,
    Heading,
    KeepTogether,
    Paragraph,
    ParagraphKind,
    Row,
    Run,
    Table,
)
from advisor_app.documents.document_input import DocumentInput
from advisor_app.domain.agenda import AgendaDay
from advisor_app.domain.day_minutes import polls_of_day as begun_on
from advisor_app.domain.poll import LEVELS, Outcome, Poll, PollAbout, Settled
from advisor_app.domain.questionnaire import Dimension, Questionnaire
from advisor_app.texts.polls import round_word


def polls_of_assessment(given: DocumentInput, assessment: str) -> tuple[Poll, ...]:
    """The revealed polls of an assessment in the questionnaire's order, targets behind the questions of a dimension.

    The case holds only those that its readers may see.
    """
    found = (poll for poll in given.case.polls.values() if poll.assessment == assessment)
    return _in_order(given, found)


def polls_of_day(given: DocumentInput, day: AgendaDay) -> tuple[Poll, ...]:
    """The revealed polls of a workshop day, as they were made."""
    return tuple(
        poll
        for poll in begun_on(given.case, day)
        if not _is_confidential(given.questionnaires.get(poll.assessment), poll)
    )


def poll_section(given: DocumentInput, polls: Iterable[Poll], level: int) -> Iterator[Block]:
    """A heading of a level, every poll below one of its own, and a table of all figures; nothing without polls."""
    every = tuple(polls)
    if not every:
        return
    yield Heading(level, given.texts("documents.polls.title"))
    yield Paragraph(text=given.texts("documents.polls.about"), kind=ParagraphKind.NOTE, introduces=True)
    for poll in every:
        first, *rest = poll_blocks(given, poll)
        yield KeepTogether((Heading(level + 1, _title(given, poll)), first, *rest[:1]))
        yield from rest[1:]
    yield _figures(given, every)


def poll_blocks(given: DocumentInput, poll: Poll) -> tuple[Block, ...]:
    """The distribution, and the outcome in words; a dissent only where it is released."""
    questionnaire = given.questionnaires[poll.assessment]
    words = tuple(level.word for level in questionnaire.scale.levels)
    chart = dots_of(poll, _title(given, poll), words, given.texts)
    figure: tuple[Block, ...] = () if chart is None else (Figure(chart=chart, with_table=False),)
    return (*figure, *_outcome(given, poll.outcome, words))


def _figures(given: DocumentInput, polls: Iterable[Poll]) -> Table:
    """All figures of all polls, a row for each revealed round."""
    texts = given.texts
    rows = []
    for poll in polls:
        for number, shown in enumerate(poll.shown, 1):
            if shown.votes is not None:
                counts = (str(count) for count in (*shown.votes.counts, shown.votes.unknown))
                rows.append(Row((poll.item, round_word(number, texts), *counts)))
    columns = (
        Column(title=texts("documents.polls.about-what"), weight=1),
        Column(title=texts("documents.polls.round"), weight=1.6),
        *(Column(title=str(level), align=Align.END) for level in LEVELS),
        Column(title=texts("charts.poll.unknown"), align=Align.END),
    )
    return Table(columns=columns, rows=tuple(rows), summary=texts("documents.polls.figures"))


def _outcome(given: DocumentInput, outcome: Outcome | None, words: tuple[str, ...]) -> Iterator[Block]:
    texts = given.texts
    if outcome is None:
        yield Paragraph(text=texts("documents.polls.open"))
        return
    level = (
        "" if outcome.level is None else texts("documents.polls.level", level=outcome.level, word=words[outcome.level])
    )
    said = texts(f"documents.polls.settled.{outcome.settled.value}", level=level)
    reason = f" {outcome.reason.text.strip()}" if outcome.reason else ""
    yield Paragraph(text=(Run(said, strong=True), Run(reason)) if reason else (Run(said, strong=True),))
    if outcome.settled is Settled.PER_OFFICE and outcome.offices:
        offices = (texts("documents.polls.office", office=item.office, level=item.level) for item in outcome.offices)
        yield Bullets(tuple(offices))
    if outcome.settled is Settled.POSTPONED and (outcome.responsible or outcome.until):
        who = given.role(outcome.responsible) if outcome.responsible in given.catalog.roles else outcome.responsible
        yield Paragraph(
            text=texts(
                "documents.polls.task",
                who=who or given.wording.open,
                until=given.wording.day(outcome.until) if outcome.until else given.wording.open,
            )
        )
    if outcome.dissent:
        yield Paragraph(text=texts("documents.polls.dissent", words=outcome.dissent.text.strip()))


def _in_order(given: DocumentInput, polls: Iterable[Poll]) -> tuple[Poll, ...]:
    shown = [
        poll
        for poll in polls
        if poll.rounds[0].is_revealed and not _is_confidential(given.questionnaires.get(poll.assessment), poll)
    ]
    return tuple(sorted(shown, key=lambda poll: (poll.assessment, _place(given, poll), poll.started_at, poll.id)))


def _is_confidential(questionnaire: Questionnaire | None, poll: Poll) -> bool:
    """Whether a poll is about what is asked in confidence, or about nothing that is known."""
    if questionnaire is None:
        return True
    return any(item.id == poll.item and item.confidential for item in questionnaire.questions)


def _place(given: DocumentInput, poll: Poll) -> int:
    order = [
        name
        for dimension in given.questionnaires[poll.assessment].dimensions
        for name in (*(question.id for question in dimension.questions), dimension.id)
    ]
    return order.index(poll.item) if poll.item in order else len(order)


def _title(given: DocumentInput, poll: Poll) -> str:
    questionnaire = given.questionnaires[poll.assessment]
    if poll.about is PollAbout.TARGET:
        found: Dimension | None = next((item for item in questionnaire.dimensions if item.id == poll.item), None)
        return given.texts("documents.polls.target", dimension=f"{poll.item} {found.title if found else ''}".strip())
    question = next((item for item in questionnaire.questions if item.id == poll.item), None)
    return f"{poll.item} {question.short if question else ''}".strip()
