"""Two versions of a questionnaire side by side: what is different, question by question."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from PySide6.QtCore import QCoreApplication

from advisor_app.domain.commune import CommuneKind
from advisor_app.domain.questionnaire import Question
from advisor_app.domain.questionnaire_comparison import Aspect, Comparison, QuestionPair
from advisor_app.ui.pages.contents.blocks import Block, Entry, Heading, Levels, Line, Points, Section, Sides, Text, said
from advisor_app.ui.pages.contents.reading import Reading
from advisor_app.ui.widgets.aspect_words import aspect_words


def comparison_section(found: Comparison, titles: tuple[str, str], reading: Reading) -> Section:
    """What is different in the new version for any kind of commune; ``titles`` name both."""
    translate = QCoreApplication.translate
    summary = [
        translate("contents", "Gleich geblieben: {count}").format(count=len(found.unchanged)),
        translate("contents", "Geändert: {count}").format(count=len(found.changed)),
        translate("contents", "Neu: {count}").format(count=len(found.added)),
        translate("contents", "Entfallen: {count}").format(count=len(found.removed)),
    ]
    summary += _dimensions(translate("contents", "Neue Dimensionen: {names}"), found.dimensions_added)
    summary += _dimensions(translate("contents", "Entfallene Dimensionen: {names}"), found.dimensions_removed)
    summary += _dimensions(translate("contents", "Anders gewichtete Dimensionen: {names}"), found.reweighted)
    blocks: list[Block] = [
        Heading(translate("contents", "{old} und {new}").format(old=titles[0], new=titles[1]), "section")
    ]
    if found.is_same:
        blocks.append(Text(translate("contents", "Beide Fassungen fragen und werten dasselbe.")))
    blocks.append(Points(summary))
    if found.has_other_figures:
        words = translate(
            "contents", "Die Werte beider Fassungen sind nicht eins zu eins vergleichbar, weil anderes zählt."
        )
        blocks.append(Text(words, tone="amber"))
    entries = [
        Entry("summary", blocks),
        *(Entry(pair.new.id, tuple(_pair(pair, titles, reading))) for pair in found.changed),
        *(_alone(question, translate("contents", "Neu")) for question in found.added),
        *(_alone(question, translate("contents", "Entfallen")) for question in found.removed),
    ]
    return Section("comparison", translate("contents", "Versionen vergleichen"), entries, counted=False)


def _dimensions(words: str, names: tuple[str, ...]) -> Iterator[str]:
    if names:
        yield words.format(names=", ".join(names))


def _pair(pair: QuestionPair, titles: tuple[str, str], reading: Reading) -> Iterator[Block]:
    texts = reading.texts
    yield Heading(f"{pair.new.id}  {pair.new.short}")
    yield Text(", ".join(texts(f"assessments.aspect.{aspect.value}") for aspect in pair.aspects), "caption", "amber")
    lines = [line for kind in _wordings(pair) for line in _lines(pair, kind, reading)]
    lines += [Line(old, new) for old, new in zip_longest(pair.old.shown_choices, pair.new.shown_choices, fillvalue="")]
    for aspect in pair.aspects:
        old, new = (aspect_words(aspect, question, texts) for question in (pair.old, pair.new))
        if old or new:
            lines.append(Line(old, new, texts(f"assessments.aspect.{aspect.value}")))
    yield Sides(*titles, lines)


def _wordings(pair: QuestionPair) -> list[CommuneKind | None]:
    """The question's own wording (None), and those of kinds of commune for which another one has changed."""
    if not {Aspect.TEXT, Aspect.ANCHORS}.intersection(pair.aspects):
        return [None]
    kinds = {variant.kind for question in (pair.old, pair.new) for variant in question.variants}
    same = (pair.old.text, pair.old.anchors) == (pair.new.text, pair.new.anchors)
    return [*([] if same and kinds else [None]), *(kind for kind in CommuneKind if kind in kinds)]


def _lines(pair: QuestionPair, kind: CommuneKind | None, reading: Reading) -> Iterator[Line]:
    label = "" if kind is None else reading.kinds([kind])
    if kind is None:
        texts, anchors = (pair.old.text, pair.new.text), (pair.old.anchors, pair.new.anchors)
    else:
        old, new = pair.old.wording(kind), pair.new.wording(kind)
        texts, anchors = (old.text or "", new.text or ""), (old.anchors or (), new.anchors or ())
    yield Line(*texts, label)
    if pair.reads_the_same:
        return
    for level, (before, after) in enumerate(zip_longest(*anchors, fillvalue="")):
        yield Line(before, after, level=level)


def _alone(question: Question, word: str) -> Entry:
    blocks = said(
        Heading(f"{question.id}  {question.text}"),
        Text(word, "caption", "amber"),
        Levels(question.anchors, question.anchors_short),
        Points(question.shown_choices),
    )
    return Entry(question.id, tuple(blocks))
