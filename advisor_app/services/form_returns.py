"""Forms that come back: read, shown before anything is written, taken over in one step."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from advisor_app.domain.agreed_answers import agreed_answer, says_the_same, settled_answer
from advisor_app.domain.answering import stored
from advisor_app.domain.assessment import Answer, AnswerState, Statement
from advisor_app.domain.changes import AnswerSet, AssessmentSet, Change, SentFormSet, StatementSet
from advisor_app.domain.errors import AdvisorError
from advisor_app.domain.form import ReturnedForm, field_name, note_name, read_identity
from advisor_app.domain.sent_form import FormReturn, SentForm
from advisor_app.domain.words import unsteered
from advisor_app.questions import kind_of
from advisor_app.services.folder_files import Step, files_below
from advisor_app.services.form_preview import (
    AgreedChange,
    Fate,
    FormPreview,
    ReadForm,
    one_for_each_role,
)

if TYPE_CHECKING:
    from advisor_app.domain.case import Case
    from advisor_app.domain.questionnaire import Question
    from advisor_app.services.clock import Clock
    from advisor_app.services.form_comparison import FormComparison
    from advisor_app.services.forms import Forms
    from advisor_app.services.questionnaires import Questionnaires
    from advisor_app.texts import Texts

MOST_FILES = 500
"""A folder is looked through up to here."""
_ENDINGS = frozenset({".pdf"})

_Said = Mapping[tuple[str, str], Statement]


@dataclass(frozen=True, slots=True)
class _Settling:
    """A question whose statements change: its agreed answer before and after, and what is said by then."""

    assessment: str
    question: Question
    current: Answer
    settled: Answer
    agreed: Answer
    voices: tuple[Statement, ...]


class FormReturns:
    """Takes forms in. ``read`` is made for a worker thread, everything else for the window's."""

    def __init__(
        self,
        forms: Forms,
        comparison: FormComparison,
        questionnaires: Questionnaires,
        texts: Texts,
        clock: Clock,
    ) -> None:
        self._forms = forms
        self._comparison = comparison
        self._questionnaires = questionnaires
        self._texts = texts
        self._clock = clock

    def read(self, places: Sequence[Path], step: Step | None = None) -> tuple[ReadForm, ...]:
        """Read files, and the PDF files of folders: each by itself, so that one cannot hold up the others.

        Raises AdvisorError: CANCELLED, FILE_UNREADABLE for a folder that cannot be looked through.
        """
        from advisor_app.exchange.returned_form.reading import read_returned_form

        files = list(islice(self._files(places, step), MOST_FILES))
        found = []
        for number, file in enumerate(files):
            if step is not None:
                step(number / len(files), file.name)
            name = " ".join(unsteered(file.name, "\N{REPLACEMENT CHARACTER}").split())
            try:
                found.append(ReadForm(name=name, file=file, form=read_returned_form(file, self._texts)))
            except AdvisorError as error:
                found.append(ReadForm(name=name, file=file, error=error))
        return tuple(found)

    def typed(self, case: Case, form: SentForm, answers: Mapping[str, Answer], file: Path | None = None) -> ReadForm:
        """What somebody typed from a copy that programs cannot read, or from paper, as if it had come in a file.

        Raises AdvisorError: FILE_UNREADABLE.
        """
        made = case.assessments.get(form.assessment)
        questions = {item.id: item for item in self._questionnaires.of(made).questions} if made is not None else {}
        values = {}
        for name, answer in answers.items():
            values[field_name(name)] = kind_of(questions[name]).filled(questions[name], answer)
            values[note_name(name)] = answer.note.text.strip()
        returned = ReturnedForm(
            identity=read_identity(form.identity),
            values={name: value for name, value in values.items() if value},
            file="" if file is None else self._digest(file),
        )
        name = self._texts("forms.from-paper", number=form.number) if file is None else file.name
        return ReadForm(name=name, file=file, form=returned, typed=True)

    def preview(self, case: Case, read: Sequence[ReadForm]) -> tuple[FormPreview, ...]:
        """What the files say beside what the case holds; nothing is written."""
        previews: list[FormPreview] = []
        for item in read:
            previews.append(self._comparison.preview(case, item, previews))
        return tuple(previews)

    def agreed(self, case: Case, chosen: Sequence[FormPreview]) -> tuple[AgreedChange, ...]:
        """What becomes of the agreed answers if these forms are taken over; those that nothing happens to left out."""
        return tuple(
            change for item in self._settlings(case, chosen) if (change := self._agreed_change(case, item)) is not None
        )

    def changes(self, case: Case, chosen: Sequence[FormPreview]) -> tuple[Change, ...]:
        """The changes that take these forms over: statements, agreed answers, and that the forms are back; one step."""
        taken = one_for_each_role(chosen)
        made = {item.assessment.id: item.assessment for item in taken if item.assessment is not None}
        return (
            *(AssessmentSet(name, None, new) for name, new in made.items() if name not in case.assessments),
            *(change for item in taken for change in _statement_changes(case, item)),
            *(
                AnswerSet(item.assessment, item.question.id, stored(item.current), stored(item.settled))
                for item in self._settlings(case, taken)
                if item.settled != item.current
            ),
            *self._form_changes(case, taken),
        )

    def _settlings(self, case: Case, chosen: Sequence[FormPreview]) -> Iterator[_Settling]:
        """Every question that a role says something else to by now, in the order of its questionnaire."""
        taken = one_for_each_role(chosen)
        for made in {item.assessment.id: item.assessment for item in taken if item.assessment is not None}.values():
            changes = [
                change
                for item in taken
                if item.assessment is not None and item.assessment.id == made.id
                for change in _statement_changes(case, item)
            ]
            before = case.statements.get(made.id, {})
            after = {**before, **{(item.question, item.role): item.after for item in changes if item.after is not None}}
            for item in changes:
                if item.after is None:
                    after.pop((item.question, item.role), None)
            touched = {item.question for item in changes}
            for question in self._questionnaires.kept(made.digest).questions:
                if question.id in touched:
                    current = case.answer(made.id, question.id)
                    voices = _voices(after, question.id)
                    yield _Settling(
                        assessment=made.id,
                        question=question,
                        current=current,
                        settled=settled_answer(question, current, _voices(before, question.id), voices),
                        agreed=agreed_answer(question, voices),
                        voices=voices,
                    )

    def _agreed_change(self, case: Case, item: _Settling) -> AgreedChange | None:
        fate = _fate(item)
        if fate is None:
            return None
        words = self._comparison.words
        return AgreedChange(
            assessment=item.assessment,
            question=item.question.id,
            text=item.question.short,
            before=words(item.question, item.current),
            after=words(item.question, item.settled),
            fate=fate,
            voices=tuple(
                (self._forms.role_title(case, voice.role), words(item.question, voice.answer))
                for voice in item.voices
                if voice.state is not AnswerState.UNANSWERED
            ),
        )

    def _form_changes(self, case: Case, taken: Iterable[FormPreview]) -> Iterator[SentFormSet]:
        """Each form once, with all that came back of it."""
        after: dict[str, SentForm] = {}
        for item in taken:
            if item.form is None or item.read.form is None:
                continue
            returned = FormReturn(
                content_digest=item.read.form.content,
                file_digest=item.read.form.file,
                imported_at=self._clock.now(),
                answers=len(item.statements) + len(item.feedback),
                typed=item.read.typed,
                feedback=item.feedback,
            )
            known = case.sent_forms.get(item.form.number, item.form)
            form = after.get(item.form.number) or replace(known, assessment=item.form.assessment)
            after[form.number] = replace(form, returns=(*form.returns, returned))
        for number, form in after.items():
            yield SentFormSet(number, case.sent_forms.get(number), form)

    def _files(self, places: Sequence[Path], step: Step | None) -> Iterator[Path]:
        """Files as they are named, and the PDF files below folders, each once."""
        seen: set[Path] = set()
        for place in places:
            for file in files_below(place, _ENDINGS, self._texts, step) if place.is_dir() else (place,):
                if file not in seen:
                    seen.add(file)
                    yield file

    def _digest(self, file: Path) -> str:
        import hashlib

        from advisor_app.exchange.returned_form.limits import LIMITS
        from advisor_app.exchange.source_file import read_bytes

        return hashlib.sha256(read_bytes(file, self._texts, LIMITS.file)).hexdigest()


def _fate(item: _Settling) -> Fate | None:
    if item.settled != item.current:
        return Fate.SETTLED if item.settled.state is not AnswerState.UNANSWERED else Fate.OPEN
    if not says_the_same(item.current, item.agreed):
        if item.agreed.state is not AnswerState.UNANSWERED:
            return Fate.KEPT
        return Fate.KEPT if _differ(item.voices) else None
    return Fate.OPEN if item.current.state is AnswerState.UNANSWERED and _differ(item.voices) else None


def _differ(voices: Iterable[Statement]) -> bool:
    """Whether roles that answered say different things."""
    telling = [item.answer for item in voices if item.state in {AnswerState.ANSWERED, AnswerState.NOT_APPLICABLE}]
    return any(not says_the_same(telling[0], answer) for answer in telling[1:])


def _voices(said: _Said, question: str) -> tuple[Statement, ...]:
    return tuple(said[key] for key in sorted(said) if key[0] == question)


def _statement_changes(case: Case, item: FormPreview) -> Iterator[StatementSet]:
    """What a role says by now, in place of all that it said to the questions of the form."""
    if item.assessment is None or item.form is None:
        return
    role, there = item.form.role, case.statements.get(item.assessment.id, {})
    asked = dict.fromkeys((*item.form.questions, *item.statements))
    for question in asked:
        change = StatementSet(
            item.assessment.id, question, role, there.get((question, role)), item.statements.get(question)
        )
        if change.before != change.after:
            yield change
