"""Comparison of two assessments of a commune: profile, scores and questions, earlier and later side by side."""

from __future__ import annotations

from collections.abc import Iterator

from advisor_app.documents.blocks import (
    Block,
    Callout,
    CalloutKind,
    Columns,
    Contents,
    Document,
    Fact,
    Heading,
    KeyFigure,
    KeyFigures,
    Paragraph,
    ParagraphKind,
    TitleBlock,
)
from advisor_app.documents.compared import Compared, comparable, compared
from advisor_app.documents.document_input import DocumentInput
from advisor_app.documents.kind import EditableSection, Item, section_of, written
from advisor_app.documents.parts.comparison import (
    MARK,
    dimension_comparison,
    is_down,
    is_up,
    move_table,
    not_compared,
)
from advisor_app.documents.parts.comparison_words import COMPARISON, day_of, numbered, proposed_summary
from advisor_app.documents.parts.key_figures import standing_figure
from advisor_app.documents.parts.standing import radar_against
from advisor_app.domain.assessment import Assessment
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.texts import Texts

KIND = COMPARISON

_SUMMARY = "summary"


def items(given: DocumentInput) -> tuple[Item, ...]:
    """Pairs of assessments, the latest first."""
    return tuple(_item(given, *pair) for pair in comparable(given.case))


def build(given: DocumentInput) -> Document:
    """The comparison of the chosen pair, or of the latest one; raises AdvisorError(NO_COMPARISON) without a pair."""
    both = _compared(given)
    texts = given.texts.of_document(KIND)
    module = both.after.questionnaire.module
    title = texts("title", module=given.module_name(module))
    return given.document(KIND, title, given.module_title(module), _blocks(both, title, texts))


def sections(given: DocumentInput) -> tuple[EditableSection, ...]:
    """What has changed, in a few sentences."""
    both = _compared(given)
    texts = given.texts.of_document(KIND)
    return (EditableSection(_SUMMARY, texts("summary"), proposed_summary(both, texts)),)


def _item_id(before: Assessment, after: Assessment) -> str:
    return f"{before.id}:{after.id}"


def _item(given: DocumentInput, before: Assessment, after: Assessment) -> Item:
    """A pair by a word that no other one has, then both days."""
    texts = given.texts.of_document(KIND)
    days = [day_of(given, item, texts) for item in (after, before)]
    module = given.questionnaires[after.id].module
    code = "-".join((module, numbered(given.case, after, texts), numbered(given.case, before, texts)))
    return Item(_item_id(before, after), texts("item", code=code, days=texts.joined(days)), module, code)


def _compared(given: DocumentInput) -> Compared:
    pairs = comparable(given.case)
    chosen = [pair for pair in pairs if given.item in {"", _item_id(*pair)}]
    if not chosen:
        raise AdvisorError(Problem.NO_COMPARISON)
    return compared(given, *chosen[0])


def _blocks(both: Compared, title: str, texts: Texts) -> Iterator[Block]:
    given = both.after.given
    yield _title(both, title, texts)
    if both.versions.has_other_figures:
        yield Callout((texts("versions-differ"),), CalloutKind.ATTENTION)
    yield Heading(2, texts("summary"))
    yield from written(given, KIND, section_of(sections(given), _SUMMARY))
    yield _key_figures(both, texts)
    yield Contents()
    yield Heading(2, texts("profile"))
    table = dimension_comparison(both, both.before.cross_cutting, both.after.cross_cutting, texts, module=True)
    picture = tuple(radar_against(both.after, both.before, with_table=False))
    yield from (Columns(left=picture, right=(table,)),) if picture else (table,)
    if both.before.areas and both.after.areas:
        yield Heading(2, texts("areas"))
        yield dimension_comparison(both, both.before.areas, both.after.areas, texts, module=False)
    yield Heading(2, texts("moves"))
    yield from move_table(both, texts)
    yield from not_compared(both, texts)
    scale = both.after.scale
    notice = texts("notice", notice=scale.notice.rstrip("."), scoring=scale.version)
    yield Paragraph(text=notice, kind=ParagraphKind.NOTE)


def _title(both: Compared, title: str, texts: Texts) -> TitleBlock:
    given = both.after.given
    before, after = both.before.questionnaire.version, both.after.questionnaire.version
    version = texts("one-version", version=after)
    if before != after:
        version = texts("two-versions", before=before, after=after)
    kinds = {
        name: texts(f"documents.assessment.{item.assessment.kind.value}")
        for name, item in (("before", both.before), ("after", both.after))
    }
    return TitleBlock(
        title=title,
        subtitle=texts("subtitle", **kinds),
        facts=(
            Fact(texts("documents.commune"), given.house),
            Fact(texts("documents.module"), given.module_title(both.after.questionnaire.module)),
            Fact(texts("earlier"), both.before.occasion),
            Fact(texts("later"), both.after.occasion),
            Fact(texts("questionnaire"), version),
            Fact(texts("documents.adviser"), given.adviser or given.wording.open),
        ),
    )


def _key_figures(both: Compared, texts: Texts) -> KeyFigures:
    wording = both.after.given.wording
    mark = MARK if both.versions.has_other_figures else ""
    figures = []
    standing, earlier = standing_figure(both.after), standing_figure(both.before)
    if standing is not None:
        same = earlier is not None and earlier.value == standing.value
        before = earlier.value if earlier is not None else texts("no-phase")
        label = texts("key.same" if same else "key.phase", before=before, mark=mark)
        figures.append(KeyFigure(standing.value, label))
    score, former = both.after.result.module.score, both.before.result.module.score
    figures.append(KeyFigure(wording.score(score), texts("key.score", mark=mark, before=wording.score(former))))
    for name, test in (("up", is_up), ("down", is_down)):
        count = sum(map(test, both.moves))
        figures.append(KeyFigure(str(count), texts(f"key.{name}", count=count)))
    return KeyFigures(tuple(figures))
