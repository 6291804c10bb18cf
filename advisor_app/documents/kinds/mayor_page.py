"""Brief report: one page for the head of the house, whatever the case holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from advisor_app.documents.assessed import Assessed, chosen
from advisor_app.documents.blocks import (
    Block,
    Bullets,
    Columns,
    Document,
    Fact,
    FactGrid,
    Heading,
    Inline,
    KeyFigure,
    KeyFigures,
    LevelChip,
    Paragraph,
    ParagraphKind,
    Run,
    Text,
    TitleBlock,
)
from advisor_app.documents.document_input import DocumentInput
from advisor_app.documents.kind import EditableSection, section_of, written
from advisor_app.documents.parts.highlights import strongest, weakest
from advisor_app.documents.parts.key_figures import score_figure, standing_figure
from advisor_app.documents.parts.next_steps import coming_measures, responsible
from advisor_app.documents.parts.plan_money import sum_words
from advisor_app.documents.parts.shortening import shortened
from advisor_app.documents.parts.standing import dimension_table, phase_steps_in_column, radar, standing_title
from advisor_app.documents.parts.summaries import lacking, reached
from advisor_app.documents.wording import WIDE
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.evaluation import Contribution
from advisor_app.domain.plan import Grant, GrantState, Measure, MeasureState, in_order, plan_totals
from advisor_app.texts import Texts

KIND = "mayor-page"

_MESSAGE, _NEXT_STEPS = "message", "next-steps"
_MOST_STEPS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class _Room:
    """How much a wording of the page may say: letters of a line and of a passage, findings, with or without radar."""

    letters: int
    passage: int
    findings: int = 3
    steps: int = _MOST_STEPS
    picture: bool = False


_ROOMS = (
    _Room(letters=140, passage=900, steps=6, picture=True),
    _Room(letters=140, passage=900, steps=6),
    _Room(letters=110, passage=420),
    _Room(letters=70, passage=240),
    _Room(letters=36, passage=110, findings=3, steps=3),
)


def build(given: DocumentInput) -> Document:
    """The page on an assessment; raises AdvisorError(NO_ASSESSMENT) where the case has none."""
    current = _assessed(given)
    texts = given.texts.of_document(KIND)
    title = texts("title", module=given.module_name(current.result.module_id))
    first, *shorter = (_blocks(current, title, texts, room) for room in _ROOMS)
    return given.document(KIND, title, given.module_title(current.result.module_id), first, shorter=shorter)


def sections(given: DocumentInput) -> tuple[EditableSection, ...]:
    """The message in two or three sentences, and what comes next."""
    current = _assessed(given)
    texts = given.texts.of_document(KIND)
    message = " ".join((reached(current), *lacking(current)))
    steps = "\n".join(f"- {step}" for step in _proposed_steps(current, texts))
    return (
        EditableSection(_MESSAGE, texts("message"), message),
        EditableSection(_NEXT_STEPS, texts("next-steps"), steps),
    )


def _assessed(given: DocumentInput) -> Assessed:
    current = chosen(given)
    if current is None:
        raise AdvisorError(Problem.NO_ASSESSMENT)
    return current


def _proposed_steps(current: Assessed, texts: Texts) -> Iterator[str]:
    """The plan's first measures, else what leads to a plan."""
    coming = coming_measures(current.given.case)[:_MOST_STEPS]
    if coming:
        yield from (_step(current.given, measure, texts) for measure in coming)
        return
    if current.evaluation.missing():
        yield texts("step-answers")
    targets = [current.target(score) for score in current.cross_cutting]
    if any(target is None or target.assumed for target in targets):
        yield texts("step-targets")
    yield texts("step-measures")


def _step(given: DocumentInput, measure: Measure, texts: Texts) -> str:
    """What is to be done, by whom and when, as far as that is known."""
    what = measure.first_step.strip() or measure.title
    period = given.wording.period(measure.start, measure.end) if measure.start or measure.end else ""
    details = ", ".join(filter(None, (responsible(given, measure), period)))
    return texts("step", measure=measure.id, what=what, details=details) if details else f"{measure.id}: {what}"


def _blocks(current: Assessed, title: str, texts: Texts, room: _Room) -> Iterator[Block]:
    given = current.given
    parts = sections(given)
    shown = _Shown(room)
    yield _title(current, title, texts, shown)
    yield Heading(2, texts("message-head"))
    yield from shown.passage(written(given, KIND, section_of(parts, _MESSAGE)))
    yield _key_figures(current, texts, shown)
    yield from _standing(current, texts, room)
    yield Columns(
        left=_findings(current, "strengths", strongest(current, room.findings), texts, shown),
        right=_findings(current, "gaps", weakest(current, room.findings), texts, shown),
    )
    yield Heading(2, texts("next-steps"))
    yield from shown.passage(written(given, KIND, section_of(parts, _NEXT_STEPS)))
    yield Heading(2, texts("money"))
    yield _money(given, texts)
    yield Paragraph(text=" ".join(_notes(current, texts, shown)), kind=ParagraphKind.NOTE)


class _Shown:
    """Texts as far as there is room for them; remembers whether something was cut."""

    def __init__(self, room: _Room) -> None:
        self._room = room
        self.is_cut = False

    def line(self, text: str) -> str:
        """A text of one line or two."""
        return self._cut(text, self._room.letters)

    def passage(self, blocks: Iterable[Block]) -> Iterator[Block]:
        """What somebody wrote: as long as the room allows, lists with as many items as it allows."""
        left = self._room.passage
        for block in blocks:
            if isinstance(block, Bullets):
                self.is_cut = self.is_cut or len(block.items) > self._room.steps
                items = tuple(self.line(str(item)) for item in block.items[: self._room.steps])
                yield Bullets(items)
                left -= sum(map(len, items))
            elif isinstance(block, Paragraph) and left > 0:
                text = self._cut(str(block.text), left)
                yield Paragraph(text=text, introduces=block.introduces)
                left -= max(len(text), self._room.letters)
            else:
                self.is_cut = True

    def _cut(self, text: str, letters: int) -> str:
        kept = shortened(text, letters)
        self.is_cut = self.is_cut or (kept.endswith("…") and not text.endswith("…"))
        return kept


def _title(current: Assessed, title: str, texts: Texts, shown: _Shown) -> TitleBlock:
    given = current.given
    readers = texts("for-whom-words", role=given.word("head"), executive=given.word("executive"))
    subtitle = ": ".join(filter(None, (current.questionnaire.title, standing_title(current))))
    return TitleBlock(
        title=title,
        subtitle=shown.line(subtitle),
        facts=(
            Fact(texts("for-whom"), shown.line(readers)),
            Fact(texts("documents.survey"), shown.line(current.occasion)),
            Fact(texts("documents.commune"), shown.line(given.house)),
            Fact(texts("documents.adviser"), shown.line(given.adviser) or given.wording.open),
        ),
    )


def _key_figures(current: Assessed, texts: Texts, shown: _Shown) -> KeyFigures:
    given = current.given
    wording, measures = given.wording, in_order(given.case.measures.values())
    kept = [measure for measure in measures if measure.state is not MeasureState.DROPPED]
    totals = plan_totals(measures)
    known = len(totals.cost_open) < len(kept)
    figures = [
        standing_figure(current),
        score_figure(current),
        KeyFigure(str(len(kept)), texts("documents.key.measures", count=len(kept))),
        KeyFigure(wording.money(totals.once if known else None), texts("documents.key.once")),
    ]
    return KeyFigures(
        tuple(KeyFigure(figure.value, shown.line(figure.label)) for figure in figures if figure is not None)
    )


def _standing(current: Assessed, texts: Texts, room: _Room) -> Iterator[Block]:
    """The profile beside the phases and values, or the phases alone where there is less room."""
    picture = tuple(radar(current, with_table=False)) if room.picture else ()
    if not picture:
        yield from phase_steps_in_column(current)
        return
    table = dimension_table(current, current.cross_cutting)
    yield Columns(
        left=(Heading(2, texts("documents.profile")), *picture),
        right=(Heading(2, texts("documents.standing")), *phase_steps_in_column(current), *table),
    )


def _findings(
    current: Assessed, name: str, found: tuple[Contribution, ...], texts: Texts, shown: _Shown
) -> tuple[Block, ...]:
    heading = Heading(2, texts(name))
    if not found:
        return (heading, Paragraph(text=texts(f"no-{name}")))
    return (heading, Bullets(tuple(_finding(current, item, shown) for item in found)))


def _finding(current: Assessed, item: Contribution, shown: _Shown) -> Text:
    """The level, what it is about, and what the level says."""
    level = item.answer.level or 0
    anchors = item.question.wording(current.given.case.commune.kind)
    words = (anchors.anchors_short or anchors.anchors or ("",) * (level + 1))[level]
    runs: tuple[Inline, ...] = (
        LevelChip(level, current.level_words(level)),
        Run(f"{WIDE}{shown.line(item.question.short)}: ", strong=True),
        Run(shown.line(words)),
    )
    return runs


def _money(given: DocumentInput, texts: Texts) -> Block:
    measures = in_order(given.case.measures.values())
    kept = [measure for measure in measures if measure.state is not MeasureState.DROPPED]
    if not kept:
        return Paragraph(text=texts("no-money"))
    totals = plan_totals(measures)
    approved = [grant for item in kept for grant in item.grants if grant.state is GrantState.APPROVED]
    hoped = [grant for item in kept for grant in item.grants if grant.state is not GrantState.APPROVED]

    def amount(cents: int, missing: int, among: int) -> str:
        return sum_words(given, cents, open_ones=missing, all_of=among)

    def granted(grants: Sequence[Grant]) -> str:
        cents = sum(grant.amount or 0 for grant in grants)
        return amount(cents, sum(grant.amount is None for grant in grants), len(grants))

    without = len(totals.cost_open)
    count = texts("measures-open", total=len(kept), count=without) if without else str(len(kept))
    return FactGrid(
        (
            Fact(texts("once"), amount(totals.once, without, len(kept))),
            Fact(texts("approved"), granted(approved)),
            Fact(texts("yearly"), amount(totals.yearly, len(totals.yearly_open), len(kept))),
            Fact(texts("hoped"), granted(hoped)),
            Fact(texts("measures"), count),
            Fact(texts("own-share"), amount(totals.own_share, without, len(kept))),
        )
    )


def _notes(current: Assessed, texts: Texts, shown: _Shown) -> Iterator[str]:
    scale = current.scale
    yield texts(
        "notice",
        notice=shown.line(scale.notice.rstrip(".")),
        version=current.questionnaire.version,
        scoring=scale.version,
    )
    if shown.is_cut:
        yield texts("cut")
