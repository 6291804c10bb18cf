"""What stands beside what: a question in both versions as rows, and the answers that can be given in the new one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import zip_longest

from PySide6.QtCore import QCoreApplication

from advisor_app.domain.answering import cleared, with_level, with_text
from advisor_app.domain.assessment import Answer, Statement
from advisor_app.domain.commune import CommuneKind
from advisor_app.domain.questionnaire import Question
from advisor_app.domain.questionnaire_comparison import QuestionPair
from advisor_app.questions import kind_of
from advisor_app.texts import Texts
from advisor_app.ui.widgets.aspect_words import aspect_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the comparison; ``key`` is the key that gives ``answer``, where the new side is one to choose.

    ``level`` is drawn before the words; ``was_answer`` marks the old side as what was agreed, ``is_marked`` the new
    one as changed where others of its kind are not.
    """

    label: str = ""
    old: str = ""
    new: str = ""
    key: str = ""
    level: int | None = None
    answer: Answer | None = None
    was_answer: bool = False
    is_marked: bool = False

    @property
    def differs(self) -> bool:
        """Whether both sides read differently."""
        return " ".join(self.old.split()) != " ".join(self.new.split())


def rows_of(pair: QuestionPair, kind: CommuneKind, answer: Answer, texts: Texts) -> tuple[Row, ...]:
    """All rows of a question: its text, its levels or choices, and whatever else is different."""
    old, new = pair.old.wording(kind), pair.new.wording(kind)
    return (
        Row(old=old.text or "", new=new.text or ""),
        *_marked(tuple(_level_rows(pair, old.anchors or (), new.anchors or (), answer))),
        *_marked(tuple(_choice_rows(pair, answer))),
        *_facts(pair, texts),
    )


def remarks_on(
    question: Question, answer: Answer, statements: Iterable[Statement], role: Callable[[str], str], texts: Texts
) -> tuple[str, ...]:
    """What was noted with an answer, and what single roles said; ``role`` names a role."""
    translate = QCoreApplication.translate
    reason, note = (
        translate("side-by-side", "Grund: {words}"),
        translate("side-by-side", "Begründung der Gruppe: {words}"),
    )
    lines = [reason.format(words=answer.reason.text)] if answer.reason.text else []
    lines += [note.format(words=answer.note.text)] if answer.note.text else []
    for said in statements:
        words = kind_of(question).wording(question, said.answer, texts)
        lines.append(translate("side-by-side", "Aussage {role}: {words}").format(role=role(said.role), words=words))
    return tuple(lines)


def _marked(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    some, all_ = any(row.differs for row in rows), all(row.differs for row in rows)
    return tuple(replace(row, is_marked=row.differs) for row in rows) if some and not all_ else rows


def _level_rows(pair: QuestionPair, old: tuple[str, ...], new: tuple[str, ...], answer: Answer) -> Iterator[Row]:
    takes = pair.new.scores
    for level, (before, after) in enumerate(zip_longest(old, new, fillvalue="")):
        yield Row(
            old=before,
            new=after,
            key=str(level) if takes else "",
            level=level,
            answer=with_level(cleared(answer), level) if takes else None,
            was_answer=answer.level == level,
        )


def _choice_rows(pair: QuestionPair, answer: Answer) -> Iterator[Row]:
    """Choices in words; what is kept as the answer is the stored one."""
    nothing = ("", "")
    olds, news = (zip(one.choices, one.shown_choices, strict=True) for one in (pair.old, pair.new))
    for number, (before, after) in enumerate(zip_longest(olds, news, fillvalue=nothing), start=1):
        (old, old_words), (new, new_words) = before, after
        yield Row(
            old=old_words,
            new=new_words,
            key=str(number) if new else "",
            answer=with_text(cleared(answer), new) if new else None,
            was_answer=bool(old) and answer.text == old,
        )


def _facts(pair: QuestionPair, texts: Texts) -> Iterator[Row]:
    """What else is different, each thing with its name."""
    for aspect in pair.aspects:
        old, new = (aspect_words(aspect, question, texts) for question in (pair.old, pair.new))
        if old or new:
            yield Row(label=texts(f"assessments.aspect.{aspect.value}"), old=old or "–", new=new or "–")
